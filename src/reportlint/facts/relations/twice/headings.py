"""Do two headings tell that what stands below them is of two kinds or places: 城区供水, 农村供水; 线上服务, 线下服务; 北片, 南片?"""

from __future__ import annotations

from functools import lru_cache

from reportlint.language.phrases import load_phrases
from reportlint.language.words.differences import begin_alike
from reportlint.language.words.verbs import is_verb

_WORDS = load_phrases(__file__, "headings")
_PAIRS = 1 << 10
_WORD = 2
_OWN = 4
"""The most characters by which one of them says which it is of."""


@lru_cache(maxsize=_PAIRS)
def are_of_two_kinds(one: str, other: str) -> bool:
    """As written, with their numbers."""
    one, other = (_WORDS["number"].pattern.sub("", title).rstrip("。：: ") for title in (one, other))
    if one == other or not (one and other):
        return False
    places = [_WORDS["place"].pattern.fullmatch(title) for title in (one, other)]
    if all(places):
        return True
    shared = begin_alike(one[::-1], other[::-1])
    short = len(one) == len(other) == _WORD and shared == 1 and not (is_verb(one) or is_verb(other))
    own = [len(title) - shared for title in (one, other)]
    return short or (shared >= _WORD and all(0 < many <= _OWN for many in own) and not _is_done(one, other, shared))


def _is_done(one: str, other: str, shared: int) -> bool:
    """加强监督, 强化监督: do they say what was done to one thing?"""
    return any(is_verb(title[:-shared][:_WORD]) for title in (one, other))
