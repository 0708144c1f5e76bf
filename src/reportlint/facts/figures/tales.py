"""What a figure tells of, in words that stand for their like: 制发监督意见书36份 and 下发36份行政执法监督意见书 tell one thing."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal
from functools import lru_cache
from typing import NamedTuple

from reportlint.facts.figures.mentions import Mention
from reportlint.facts.prose.sentences import Sentence
from reportlint.kept import patterns
from reportlint.language.phrases import load_phrases
from reportlint.language.tables import load_table
from reportlint.language.word_boundaries import cut

_WORDS = load_phrases(__file__, "tales")
_ONE_UNIT = {
    unit: one
    for one, units in (("次", "次 场 场次 期 回"), ("名", "人 名 位"), ("公里", "公里 千米"))
    for unit in units.split()
}
_OWN = frozenset(
    "% 元 吨 米 公里 千米 人次 件次 家次 户次 批次 艘次 座次 条次 天 小时 分钟 工作日 个工作日 个月 平方米 倍 公顷 亩 课时 篇次 万元".split()
)
"""Units that none of the others stands for."""
_REACH = 160
"""Characters of a sentence that are looked at before and behind a figure."""
_CHINESE = patterns.compile("[\u4e00-\u9fff“”《》]{2,}")
_NOT_CHINESE = patterns.compile("[^\u4e00-\u9fff“”《》]+")
_FUNCTION = frozenset("的了在和与为等及对将把向从以于由被让给并各均已共都也又其该本这那是有就经仅个多")
_STOP = patterns.compile("[的中]")
_YEAR = patterns.compile(r"(20\d\d)年")


class Beside(NamedTuple):
    """The figure before or behind another in its sentence, and the words of its clause."""

    unit: str
    value: Decimal
    words: frozenset[str]


class Tale(NamedTuple):
    """A figure and what it tells of.

    acts, things: the words of its clause, each standing for its like. around: all words of its sentence and of the heading
    above. scope: whose and which part of it the figure is. own: one does it in person. whole: the words say that it is all.
    """

    mention: Mention
    sentence: Sentence
    unit: str
    acts: frozenset[str]
    things: frozenset[str]
    around: str
    bodies: frozenset[str]
    places: frozenset[str]
    setting: frozenset[str]
    beside: tuple[Beside, ...]
    own: bool
    whole: bool


class _Same(NamedTuple):
    """same_words.yaml. pattern: all its words. stands: each to the one that stands for it. kinds: that to its kind."""

    pattern: re.Pattern[str]
    stands: dict[str, str]
    kinds: dict[str, str]


@lru_cache(maxsize=1)
def _same() -> _Same:
    rows = load_table(__file__, "same_words", **{"as": "word"}, words="words")
    stands, kinds = {}, {}
    for row in rows:
        for word in row["words"]:
            first = word if row["as"] in ("usual", "none", "light") else row["words"][0]
            stands.setdefault(word, "" if row["as"] in ("none", "light") else first)
            kinds.setdefault(first, row["as"])
    longest = sorted(stands, key=len, reverse=True)
    return _Same(patterns.compile(f"(?:{'|'.join(map(re.escape, longest))})(?![率员室站量])"), stands, kinds)


def canonical(words: str) -> str:
    """The words with each put for its like, and a blank where one says nothing."""
    same = _same()
    return same.pattern.sub(lambda match: f" {same.stands[match[0]]} ", words)


def kind_of(word: str) -> str:
    """act, state or usual; thing for all others."""
    return _same().kinds.get(word, "thing")


def words_of(words: str) -> list[str]:
    """The words of a piece of text that say something, each standing for its like."""
    same, found = _same(), []
    for piece in canonical(_NOT_CHINESE.sub(" ", words)).split():
        found += [piece] if piece in same.kinds else _cut(piece)
    return found


def _cut(piece: str) -> list[str]:
    """The words of a piece; characters that no word of the dictionary holds make one together: 盗窃."""
    found, single = [], ""
    for word in (*cut(piece), ""):
        if len(word) == 1 and word not in _FUNCTION:
            single += word
            continue
        found += [one for one in (single, word) if _CHINESE.fullmatch(one)]
        single = ""
    return found


def unit_of(mention: Mention) -> str:
    """次 for all that count acts, 名 for persons, 件 for things; units of other kinds stand for themselves."""
    unit = mention.quantity.unit
    if (unit in _OWN and unit not in _ONE_UNIT) or mention.quantity.kind != "count":
        return unit or mention.quantity.kind
    return _ONE_UNIT.get(unit, "件")


def tales_of(
    text: str, sentence: Sentence, mentions: Sequence[Mention], year: int | None, future: str | None, head: str | None
) -> list[Tale]:
    """What the figures of a sentence tell of the report's year."""
    found = []
    for index, mention in enumerate(mentions):
        if tale := _tale(text, sentence, mention, year, future in sentence.parts, head in sentence.parts):
            around = (*mentions[max(0, index - 1) : index], *mentions[index + 1 : index + 2])
            found.append(tale._replace(beside=tuple(map(_beside, around))))
    return found


def _beside(mention: Mention) -> Beside:
    return Beside(unit_of(mention), mention.quantity.value, frozenset(words_of(mention.before)))


def _tale(
    text: str, sentence: Sentence, mention: Mention, year: int | None, future: bool, in_person: bool
) -> Tale | None:
    """What a figure tells of the report's year; None where it tells of another time, of a part, or of what is planned."""
    start = max(sentence.span.start, mention.span.start - _REACH)
    before = text[start : mention.span.start]
    clause = mention.before + mention.after
    if not mention.exact or mention.quantity.kind == "point" or _WORDS["part"].pattern.search(mention.before):
        return None
    if _WORDS["other-time"].pattern.search(before) or any(int(y) != year for y in _YEAR.findall(before)):
        return None
    if future and not _WORDS["already"].pattern.search(before):
        return None
    told, leader = _WORDS["leader"].pattern.subn("", mention.before)
    words = words_of(_WORDS["agent"].pattern.sub("", told))
    object_behind = _ends_in_act(mention.before)
    behind = words_of(_STOP.split(mention.after, maxsplit=1)[0]) if object_behind or not words else []
    done = [at for at, word in enumerate(words) if _is_act(word)]
    does = [at for at, word in enumerate(behind) if _is_act(word)]
    occasion = words[: done[0]] if done and done[-1] + 1 < len(words) else []
    acts = frozenset(words[at] for at in done)
    things = frozenset(words[len(occasion) :] + behind[: next(filter(None, does), len(behind))]) - acts
    if not done and not object_behind:
        acts, things = frozenset(behind[at] for at in does), things.union(behind)
    things -= acts
    heading = sentence.section.heading
    title = text[heading.span.start : heading.span.end] if heading and heading.level > 1 else ""
    setting = frozenset(words_of(before.removesuffix(mention.before)[-60:]) + occasion)
    return Tale(
        mention,
        sentence,
        unit_of(mention),
        acts,
        things,
        canonical(title + " " + before + mention.after),
        _found("body", before),
        _found("place", before) | _found("kind", before),
        frozenset(word for word in setting if kind_of(word) == "thing"),
        (),
        bool(_WORDS["own"].pattern.search(clause)) and (leader > 0 or in_person),
        bool(_WORDS["whole"].pattern.search(clause)),
    )


def _is_act(word: str) -> bool:
    return kind_of(word) in ("act", "state")


def _ends_in_act(words: str) -> bool:
    """Is what was done told right before the figure, so that what it was done to stands behind it: 制发了36份意见书?"""
    words = words.rstrip("的了过共并")
    return any(words.endswith(act) for act in _verbs())


@lru_cache(maxsize=1)
def _verbs() -> tuple[str, ...]:
    rows = load_table(__file__, "same_words", **{"as": "word"}, words="words")
    return tuple(word for row in rows if row["as"] in ("act", "state", "light") for word in row["words"])


def _found(name: str, words: str) -> frozenset[str]:
    return frozenset(match.group() for match in _WORDS[name].pattern.finditer(words))
