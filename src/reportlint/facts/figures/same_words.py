"""Words that stand for one another where a figure is told of: 制发 and 下发, 停车位 and 停车泊位; and words that say nothing there."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from reportlint.kept import patterns
from reportlint.kept.by_words import by_words
from reportlint.language.tables import load_table
from reportlint.language.words.word_boundaries import cut

_CHINESE = patterns.compile("[\u4e00-\u9fff“”《》]{2,}")
_NOT_CHINESE = patterns.compile("[^\u4e00-\u9fff“”《》]+")
_OF_A_BODY = "(?:委员会|小组|专班|机构|主体|基地|中心(?!组))"
"""Behind an act they make it part of a body's name: 调解委员会, 培训机构."""
_BODY = patterns.compile(f"[一-鿿]{{2,4}}{_OF_A_BODY}")
_FUNCTION = frozenset("的了在和与为等及对将把向从以于由被让给并各均已共都也又其该本这那是有就经仅个多")
"""Characters that are words of their own and name nothing."""
_NO_ACT = "率员室站量机"
"""Behind an act they make a name of it: 办结率, 调解员."""


class _Same(NamedTuple):
    """same_words.yaml. pattern: all its words, and quoted names, as a group. stands: each to the one that stands for it, "" where it says nothing. kinds: that to its kind."""

    pattern: re.Pattern[str]
    stands: dict[str, str]
    kinds: dict[str, str]
    verbs: tuple[str, ...]


@lru_cache(maxsize=1)
def _same() -> _Same:
    stands: dict[str, str] = {}
    kinds: dict[str, str] = {}
    verbs: list[str] = []
    for row in load_table(__file__, "same_words", kind="word", words="words"):
        kind, words = row["kind"], row["words"]
        for word in words:
            first = "" if kind in ("none", "light") else word if kind == "usual" else words[0]
            stands.setdefault(word, first)
            kinds.setdefault(first, kind)
        if kind in ("act", "state", "light"):
            verbs += words
    longest = "|".join(map(re.escape, sorted(stands, key=len, reverse=True)))
    acts = "|".join(re.escape(word) for word, first in stands.items() if kinds[first] == "act")
    pattern = patterns.compile(f"(“[^“”]+”|《[^《》]+》|(?:{acts}){_OF_A_BODY}|(?:{longest})(?![{_NO_ACT}]))")
    return _Same(pattern, stands, kinds, tuple(verbs))


@by_words
def canonical(words: str) -> str:
    """The words with each put for its like, blanks around it, and a blank where one says nothing; quoted names as they are."""
    same = _same()
    pieces = same.pattern.split(words)
    pieces[1::2] = [f" {same.stands.get(word, word)} " for word in pieces[1::2]]
    return "".join(pieces)


@lru_cache(maxsize=4096)
def words_of(words: str) -> tuple[str, ...]:
    """The words of a piece of text that say something, in order, each standing for its like; a quoted name is one."""
    found: list[str] = []
    for piece in canonical(_NOT_CHINESE.sub(" ", words)).split():
        whole = piece in _same().kinds or piece[0] in "“《" or _is_a_body(piece)
        found += [piece] if whole else _cut(piece)
    return tuple(found)


def _is_a_body(piece: str) -> bool:
    """Is it a body named by what it does: 调解委员会?"""
    return _BODY.fullmatch(piece) is not None and _same().stands.get(piece[:2], piece[:2]) in _same().kinds


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


@lru_cache(maxsize=4096)
def is_act(word: str) -> bool:
    """Does it tell what was done? Remembered, as it is asked of each word of each two figures."""
    return _same().kinds.get(word) in ("act", "state")


def are_acts_beside(one: str, other: str, words: str) -> bool:
    """Do two words tell what was done, and stand side by side in a piece of text?"""
    return is_act(one) and is_act(other) and f"{one}  {other}" in canonical(words)


@lru_cache(maxsize=4096)
def leaves_something(act: str) -> bool:
    """Is what was made or hired by it there afterwards, and counted without the act: 聘请顾问11名, 13名顾问?"""
    return _same().kinds.get(act) == "state"


def comes_to_be(act: str) -> bool:
    """Is there something new by it: 新增, 新设?"""
    return act == "新增" or leaves_something(act)


@lru_cache(maxsize=4096)
def is_usual(word: str) -> bool:
    """Are there many such things in each report: 企业, 意见?"""
    return _same().kinds.get(word) == "usual"


def comes_in(act: str) -> bool:
    """Is it that there is one: 受理复议案件246件, 复议案件246件?"""
    return act in ("受理", "收到", "立案", "办理")


def ends_in_act(words: str) -> bool:
    """Is what was done told at the end, so that what it was done to stands behind the figure: 制发了36份意见书?"""
    return words.rstrip("的了过共并").endswith(_same().verbs)


def begins_with_act(words: str) -> bool:
    """Do they begin with what an office does: 公布目录, 取缔?"""
    return words.startswith(_same().verbs)
