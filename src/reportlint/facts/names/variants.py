"""Names of bodies, persons, places, days and things, and pairs of them that look like two writings of one.

A name is the Chinese words before a last word (专班, 清单, 员 …). Two names are compared from their ends, to where both begin,
which the words before them tell. They are one thing's where all is the same but one piece, which is

exchanged   for a kindred word (联络员, 联系员; 防范诈骗专班, 打击诈骗专班), or for a character that sounds the same
moved       调处化解中心, 化解调处中心
dropped     a character, or a word that says nothing: 网格组长, 网格长
its end     防汛抗旱指挥部, 防汛抗旱领导小组

Names in quotation marks are compared whole, see quoted.py.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import combinations
from typing import NamedTuple

from reportlint.document.source import Span
from reportlint.facts.names.kindred import are_kindred
from reportlint.facts.names.quoted import Name, quoted_pairs
from reportlint.facts.prose.masks import untitled
from reportlint.facts.prose.unchanged import fact_of_passages
from reportlint.facts.prose.written import written
from reportlint.kept import patterns
from reportlint.language.phrases import load_phrases
from reportlint.language.sounds import sound_alike
from reportlint.language.tables import load_table
from reportlint.language.verbs import is_verb
from reportlint.language.vocabulary import is_word
from reportlint.language.word_boundaries import is_crossed
from reportlint.report import Report

_PHRASES = load_phrases(__file__, "variants")
_HEAD, _MANY, _SORTED, _BEGINS, _TELLS, _HARMLESS, _OF_PLACE, _NAMED, _OWN_HALL, _LEVEL, _DEED = (
    _PHRASES[name].pattern
    for name in "head many sorted begins tells harmless of-place named own-hall level deed".split()
)
_ENDS = [
    (frozenset(row["words"]), int(row["shared"])) for row in load_table(__file__, "ends", words="words", shared="word")
]
_EMPTY_WORDS = frozenset(("工作", "建设", "协调", "推进", "统筹", "综合", "专项"))
"""Words that stand for one another in a body's name, or are left out, without its being another body's."""
_EMPTY_ENDS = _EMPTY_WORDS | {"信息"}
"""Words before the last one that a name with another last word may lack: 监督信息系统, 监督平台."""
_LEFT_OUT = _EMPTY_WORDS | {"服务", "管理", "联合", "纠纷"}
"""Words that a name may lack."""
_ADMINISTRATIVE = "行政"
"""Amid a name it may be left out: 综合行政执法队, 综合执法队."""
_ABBREVIATED = {2, 4}
"""Characters of a word and of what it stands for: 监管, 监督管理."""
_JOINS = frozenset("和与及")
_SENTENCE_END = patterns.compile("[。；\n]")
_HALL = "大厅"
_REACH = 16
"""Characters of a name that are looked at before its last word."""
_MOST = 150
"""Names with one last word that are compared with one another: a report has some dozens."""
_NEAR_END = 5
"""Characters before the last word of which two names share some."""
_SHARED = 3
"""Characters that two names share beside the last word."""
_LONG = 6
"""Characters that two names hardly share by chance."""
_SIZES = ((1, 1), (1, 0), (0, 1), (2, 2), (2, 0), (0, 2), (4, 4), (3, 3), (5, 5), (6, 6), (2, 4), (4, 2))
"""Characters of the pieces in which two names may differ."""


class Mention(NamedTuple):
    """One place of a name. run: the Chinese words before its last word, up to a mark or a figure. span: of both."""

    span: Span
    run: str
    head: str


_Words = tuple[str, str]
"""A name's last word, and the run before it."""
_Meant = tuple[_Words, int]
"""A name, and how many characters of the run belong to it."""


class Difference(NamedTuple):
    """How two names differ: the pieces of each; the characters they share before these, and behind them but for the head."""

    one: str
    other: str
    before: str
    behind: str


class Variants(NamedTuple):
    """Two writings of what looks like one name."""

    one: Name
    other: Name


def find_variants(report: Report) -> Iterator[Variants]:
    """Pairs of names that look like two writings of one; what stands in titles is none."""
    text, lines = untitled(report), written(report)
    told: set[Span] = set()  # names of which this was told
    for one, other in (*quoted_pairs(text, lines), *_pairs(text, names(report))):
        places = {*one.places, *other.places}
        if not any(
            place.start < span.end and span.start < place.end for place in places for span in told
        ) and not _together(text, one, other):
            told |= places
            yield Variants(*sorted((one, other), key=lambda name: name.places))


def _pairs(text: str, mentions: Iterable[Mention]) -> Iterator[tuple[Name, Name]]:
    """Names with one last word, or with two that stand for one another."""
    found: dict[_Words, list[Mention]] = defaultdict(list)
    for mention in mentions:
        found[mention.head, mention.run].append(mention)
    for (one, length), (other, other_length) in _alike_names(tuple(found)):
        yield _name(text, found[one], length), _name(text, found[other], other_length)


@lru_cache(maxsize=4)
def _alike_names(names: tuple[_Words, ...]) -> list[tuple[_Meant, _Meant]]:
    """Which of the names look like one; kept, for most of an editor's strokes leave the names as they were."""
    found: dict[str, list[str]] = defaultdict(list)
    for head, run in names:
        found[head].append(run)
    return [*_pairs_by_beginning(found), *_pairs_by_end(found)]


def _pairs_by_beginning(found: Mapping[str, Sequence[str]]) -> Iterator[tuple[_Meant, _Meant]]:
    """Names with one last word. found: last word to runs before it."""
    for head, runs in sorted(found.items(), key=lambda item: -len(item[0])):
        near_end = {run: frozenset(run[-_NEAR_END:]) for run in runs[:_MOST]}
        for one, other in combinations(near_end, 2):
            if len(near_end[one] & near_end[other]) < 2:
                continue  # most of them
            if difference := _difference(one, other, head):
                shared = len(difference.before + difference.behind)
                yield ((head, one), shared + len(difference.one)), ((head, other), shared + len(difference.other))


@lru_cache(maxsize=10_000)
def _difference(one: str, other: str, head: str) -> Difference | None:
    """In what two runs before a last word differ, where they name one thing; kept, as most pairs are those of before a stroke."""
    found = _differences(one, other)
    return next((each for each in found if _one_place(one, other, each) and _one_thing(each, head)), None)


def _pairs_by_end(found: Mapping[str, Sequence[str]]) -> Iterator[tuple[_Meant, _Meant]]:
    """Names that are the same but for their last words."""
    for heads, least in _ENDS:
        for head, other_head in combinations(sorted(heads & found.keys()), 2):
            for one in found[head][:_MOST]:
                for other in found[other_head][:_MOST]:
                    shared, other_shared = _shared_but_for_empty_words(one, other)
                    difference = Difference(one[len(one) - shared :], other[len(other) - other_shared :], "", "")
                    if (
                        shared >= least
                        and not (_HALL in heads and _OWN_HALL.search(one))
                        and _one_place(one, other, difference)
                    ):
                        yield ((head, one), shared), ((other_head, other), other_shared)


@lru_cache(maxsize=10_000)
def _shared_but_for_empty_words(one: str, other: str) -> tuple[int, int]:
    """How much of each is one name, but for 工作 or 信息 at the end of one: 防范非法集资工作领导小组, 防范非法集资指挥部."""
    ends = [next((len(word) for word in _EMPTY_ENDS if run.endswith(word)), 0) for run in (one, other)]
    bare, other_bare = (run[: len(run) - end] for run, end in zip((one, other), ends, strict=True))
    shared = next(_shared_to_beginning(one, other), 0)
    if shared or not (bare and other_bare):
        return shared, shared
    shared = next(_shared_to_beginning(bare, other_bare), 0)
    return (shared + ends[0], shared + ends[1]) if shared else (0, 0)


def _name(text: str, mentions: Iterable[Mention], length: int) -> Name:
    """The name that has so many characters before its last word, at all its places."""
    places = tuple(Span(m.span.end - len(m.head) - length, m.span.end) for m in mentions)
    return Name(text[places[0].start : places[0].end], places)


@fact_of_passages
def names(report: Report) -> tuple[Mention, ...]:
    """The names in title, headings and prose, at all their places, in order."""
    return tuple(_mentions(untitled(report), written(report)))


def _mentions(text: str, lines: Iterable[Span]) -> Iterator[Mention]:
    """The names in lines of the text; 队伍 and 处理 are not their last words."""
    for line in lines:
        for head in _HEAD.finditer(text, *line):
            start, end = head.start(), head.end()
            while start > max(line.start, head.start() - _REACH) and _is_of_name(text[start - 1]):
                start -= 1
            if head.start() - start >= _SHARED - 1 and (len(head.group()) > 1 or not is_crossed(text, end)):
                yield Mention(Span(start, end), text[start : head.start()], head.group())


def _is_of_name(char: str) -> bool:
    return "\u4e00" <= char <= "\u9fff" or char in "“”"


def _shared_to_beginning(one: str, other: str) -> Iterator[int]:
    """How many characters two strings end with in common, such that a name can begin there in both; the most first."""
    yield from (n for n in range(_shared(one, other), -1, -1) if _begins(one, n) and _begins(other, n))


def _shared(one: str, other: str) -> int:
    """How many characters two strings end with in common."""
    shared, most = 0, min(len(one), len(other))
    while shared < most and one[-1 - shared] == other[-1 - shared]:
        shared += 1
    return shared


def _begins(run: str, length: int) -> bool:
    """Can a name be the last ``length`` characters of a run?"""
    before = run[: len(run) - length]
    verb = is_verb(before[-2:]) and before[-2:] not in _EMPTY_WORDS
    return not before or length >= _LONG or verb or run[-length:].startswith("“") or bool(_BEGINS.search(before))


def _differences(one: str, other: str) -> Iterator[Difference]:
    """The ways in which two runs are the same but for one piece, back to where both names begin."""
    same = _shared(one, other)
    left, right, behind = one[: len(one) - same], other[: len(other) - same], one[len(one) - same :]
    for size, other_size in _SIZES:
        rest, other_rest = left[: len(left) - size], right[: len(right) - other_size]
        if size > len(left) or other_size > len(right) or (same < 2 and rest[-1:] != other_rest[-1:]):
            continue
        before = next(_shared_to_beginning(rest, other_rest), None)
        if before is not None and before + same > 1:
            yield Difference(left[len(rest) :], right[len(other_rest) :], rest[len(rest) - before :], behind)


def _one_place(one: str, other: str, difference: Difference) -> bool:
    """Are both names of the same level and place, as far as it is told before them?"""
    rests = (
        run[: len(run) - len(difference.before + piece + difference.behind)]
        for run, piece in ((one, difference.one), (other, difference.other))
    )
    level, other_level = (match.group() if (match := _LEVEL.search(rest)) else "" for rest in rests)
    return level.endswith(other_level) or other_level.endswith(level)


def _one_thing(difference: Difference, head: str) -> bool:
    """Do names that differ so name one thing?"""
    one, other, before, behind = difference
    if _DEED.search(behind):
        return False  # 管理局印发清单, 建设局印发清单
    harmless = bool(_HARMLESS.match(one + other + behind + head))
    if one + other in _JOINS and len(before) > 1:
        return True
    if {len(one), len(other)} == _ABBREVIATED:
        short, full = sorted((one, other), key=len)
        return (len(before + behind) >= _SHARED or len(head) > 1) and short == full[0] + full[2]
    if len(before + behind) < (2 if harmless or len(one) == len(other) > 1 else _SHARED) or _OF_PLACE.match(behind):
        return False
    if sorted(one) == sorted(other):
        return any(one[at:] + one[:at] == other for at in range(1, len(one)))
    if len(one) == len(other) == 2:
        alike = _alike(one, other, anywhere=len(before) > _SHARED)
        if _MANY.fullmatch(head) or (not behind and _SORTED.fullmatch(head)):
            kindred = are_kindred(one, other) and len(before) >= _SHARED
            return kindred or (len(before) > _SHARED and len(behind) > 1 and alike)
        return {one, other} <= _EMPTY_WORDS or (alike and (bool(before) or are_kindred(one, other)))
    if one + other == _ADMINISTRATIVE:
        return len(before) > 1 and len(behind) > 1
    if not before or len(one) > 2 or (_TELLS.search(one + other) and not harmless):
        return False
    if one and other:
        return sound_alike(one, other) or _kindred(difference, head)
    within = len(behind) > 1 and len(before + behind) >= _LONG - (len(head) == 1) and not _MANY.fullmatch(head)
    may_lack = len(one + other) == 1 or one + other in _LEFT_OUT or within
    acts = len(one + other) == 1 and is_verb(one + other + behind[:1])  # 增设窗口, 设窗口
    return len(before) > 1 and may_lack and not acts and not _BEGINS.search(before)


def _alike(word: str, other: str, anywhere: bool) -> bool:
    """Do two words of two characters share the first or the last, or in a long name any; or stand for one another?"""
    one_place = word[0] == other[0] or word[1] == other[1]
    shared = (one_place or (anywhere and {*word} & {*other})) and not _TELLS.search(word + other)
    return bool(shared and is_word(word) and is_word(other)) or are_kindred(word, other)


def _kindred(difference: Difference, head: str) -> bool:
    """Do two characters make words of the same neighbour: 联络 and 联系, 化解 and 调解?"""
    one, other, before, behind = difference
    pairs = ((before[-1] + one, before[-1] + other), (one + behind[:1], other + behind[:1]))
    if len(before) > _SHARED and any(are_kindred(*pair) for pair in pairs):
        return True
    if _MANY.fullmatch(head) or (len(behind) < 2 and _SORTED.fullmatch(head)) or _NAMED.search(before):
        return False
    if len(before) == 1 and behind:
        return any(are_kindred(*pair) for pair in pairs)  # 校车安全, 校园安全: the matter itself
    return not behind or any(len(word) == 2 and is_word(word) and is_word(twin) for word, twin in pairs)


def _together(text: str, name: Name, other_name: Name) -> bool:
    """Are both told in one sentence? Then they are two things."""
    return any(
        not _SENTENCE_END.search(text, min(one.end, other.end), max(one.start, other.start))
        for one in name.places
        for other in other_name.places
    )
