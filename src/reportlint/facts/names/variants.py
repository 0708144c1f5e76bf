"""Names of bodies and things (领导小组, 清单 …), and pairs of them that are next to the same."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import combinations
from typing import NamedTuple

from reportlint.document.source import Span
from reportlint.language.phrases import load_phrases
from reportlint.language.sounds import sound_alike

_HEAD = load_phrases(__file__, "variants")["head"].pattern
"""What a name ends with."""
_REACH = 14
"""Characters of a name that are looked at before its last word."""
_SHARED = 3
"""Characters that two names must share on each side of where they differ."""
_MOST = 6
"""Where more than so many things stand in one place of a name, each makes it another name."""
_EMPTY = ("工作", "建设", "协调", "推进")
"""Words that a body's name has or lacks without being another body's."""
_BEGIN_EMPTY = frozenset(word[0] for word in _EMPTY)
_LEVELS = frozenset("省市州县区镇乡村")
# What tells one thing from another of its kind, and particles, which are no part of a name.
_TELLING = frozenset(
    "总全分子副正主次新旧前后上下左右内外大小多单双老中非未再首末年月日省市州县区镇乡街村组一二三四五六七八九十两的和与及等本各该此其我"
)


class Writing(NamedTuple):
    """One place of a name: what stands where it may differ from another one; the level of government named before."""

    span: Span
    differs: str
    level: str


class Name(NamedTuple):
    """One writing of a name, and where it stands."""

    words: str
    places: tuple[Span, ...]


class Variants(NamedTuple):
    """Two writings of what looks like one name."""

    one: Name
    other: Name


def find_variants(text: str, stretches: Iterable[Span]) -> Iterator[Variants]:
    """Pairs of names that differ by one character, or by a word that says nothing.

    A name is filed under what is left of it when something is taken out of it, or nothing; those that meet there are
    the same but for that.
    """
    meeting: dict[tuple[str, str], list[tuple[int, int, str, str]]] = defaultdict(list)
    for stretch in stretches:
        for head in _HEAD.finditer(text, *stretch):
            for key, (start, differs, level) in _writings(text, stretch, head):
                meeting[key].append((start, head.end(), differs, level))
    seen: set[Span] = set()
    for (_, rest), found in meeting.items():
        if len(found) < 2:  # most of them
            continue
        writings = [Writing(Span(start, end), differs, level) for start, end, differs, level in found]
        groups: dict[str, list[Writing]] = defaultdict(list)
        for writing in writings:
            groups[writing.differs].append(writing)
        if len(groups) > _MOST:
            continue
        for (one, places), (other, other_places) in combinations(groups.items(), 2):
            spans = {writing.span for writing in (*places, *other_places)}
            if _same_thing(one, other, rest) and _one_level(places, other_places) and not spans & seen:
                seen |= spans
                more = _shared_before(text, spans)
                named = [
                    tuple(Span(w.span.start - more, w.span.end) for w in group) for group in (places, other_places)
                ]
                yield Variants(*(Name(text[group[0].start : group[0].end], group) for group in named))


def _writings(text: str, stretch: Span, head: re.Match[str]) -> Iterator[tuple[tuple[str, str], tuple[int, str, str]]]:
    """A name's shared front and its rest, and where it begins, what lies between, the level, for each way to take that out."""
    start, end = head.span()
    while start > max(stretch.start, head.start() - _REACH) and "\u4e00" <= text[start - 1] <= "\u9fff":
        start -= 1
    level = ""  # the last one named before a place
    for at in range(start, head.start() + 1):
        char = text[at]
        if at >= start + _SHARED:
            front = text[at - _SHARED : at]
            word = next((word for word in _EMPTY if text.startswith(word, at)), "") if char in _BEGIN_EMPTY else ""
            for differs in ("", char, word) if word else ("", char):
                if at + len(differs) <= head.start():
                    yield (front, text[at + len(differs) : end]), (at - _SHARED, differs, level)
        level = char if char in _LEVELS else level


def _shared_before(text: str, spans: set[Span]) -> int:
    """How many more characters all the places have before them in common."""
    more = 0
    while more < _REACH:
        before = {text[max(0, span.start - more - 1) : span.start - more] for span in spans}
        if len(before) > 1 or not all("\u4e00" <= char <= "\u9fff" for char in before):
            break
        more += 1
    return more


def _same_thing(one: str, other: str, rest: str) -> bool:
    """Do the two differences leave the name one thing's?"""
    if one and other:
        return len(one) == len(other) == 1 and not {one, other} & _TELLING and sound_alike(one, other)
    word = one or other
    return word in _EMPTY or (word not in _TELLING and len(rest) >= _SHARED and not _HEAD.match(rest))


def _one_level(places: list[Writing], other_places: list[Writing]) -> bool:
    """Can both names be those of the same level of government?"""
    levels, other_levels = ({w.level for w in found} - {""} for found in (places, other_places))
    return not levels or not other_levels or bool(levels & other_levels)
