"""Names of bodies and things (领导小组, 清单 …), and pairs of them that are next to the same.

A name is filed under what is left of it when a piece is taken out: those that meet there are the same but for that piece.
Whether the two pieces can be two writings of one thing depends on what was taken out:

slip          nothing, a character, or a word that says nothing (工作)
word          a word of two characters: 调处中心, 调解中心
quoted        a name in quotation marks: “护企清风”行动, “清风护企”行动
leading-body, place, office-meeting   the end of the name: 防汛抗旱指挥部, 防汛抗旱领导小组
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import combinations, pairwise
from typing import NamedTuple

from reportlint.document.source import Span
from reportlint.kept import patterns
from reportlint.language.differences import exchanged
from reportlint.language.phrases import load_phrases
from reportlint.language.sounds import sound_alike

_PHRASES = load_phrases(__file__, "variants")
_HEAD = _PHRASES["head"].pattern
"""What a name ends with."""
_ENDS = {"leading-body": 4, "place": 4, "office-meeting": 2}
"""Kinds of ends of which one thing has but one, and the characters that two names must share before them."""
_QUOTED = patterns.compile(r"“(?P<name>[\u4e00-\u9fff]{4,12})”(?P<rest>[\u4e00-\u9fff]{2})")
_CLAUSE_END = patterns.compile("[，。；\n]")
_REACH = 14
"""Characters of a name that are looked at before its last word."""
_SHARED = 3
"""Characters that two names must share on each side of where they differ."""
_BEFORE_WORD = 4
"""Characters that they must share before a word that differs."""
_MOST = 6
"""Where more than so many things stand in one place of a name, each makes it another name."""
_EMPTY = ("工作", "建设", "协调", "推进", "统筹")
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
    level: str = ""


class Slot(NamedTuple):
    """What is left of a name: before and behind the piece that was taken out. kind: what that was."""

    kind: str
    front: str
    rest: str


class Name(NamedTuple):
    """One writing of a name, and where it stands."""

    words: str
    places: tuple[Span, ...]


class Variants(NamedTuple):
    """Two writings of what looks like one name."""

    one: Name
    other: Name


def find_variants(text: str, unquoted: str, stretches: Iterable[Span]) -> Iterator[Variants]:
    """Pairs of names that look like two writings of one."""
    meeting: dict[Slot, list[Writing]] = defaultdict(list)
    for stretch in stretches:
        for slot, writing in _writings(text, unquoted, stretch):
            meeting[slot].append(writing)
    seen: set[int] = set()  # where names end that were told
    for slot, found in meeting.items():
        if len(found) < 2:  # most of them
            continue
        groups: dict[str, list[Writing]] = defaultdict(list)
        for writing in found:
            groups[writing.differs].append(writing)
        if len(groups) > _MOST:
            continue
        for one, other in combinations(groups.values(), 2):
            spans = {writing.span for writing in (*one, *other)}
            ends = {span.end for span in spans}
            if _same_thing(text, slot, one, other) and not ends & seen:
                seen |= ends
                more = 0 if slot.kind == "quoted" else _shared_before(text, spans)
                named = [tuple(Span(w.span.start - more, w.span.end) for w in group) for group in (one, other)]
                yield Variants(*(Name(text[group[0].start : group[0].end], group) for group in named))


def _writings(text: str, unquoted: str, stretch: Span) -> Iterator[tuple[Slot, Writing]]:
    """The names in a stretch of the text, once for each way to take something out."""
    for head in _HEAD.finditer(unquoted, *stretch):
        yield from _inner(unquoted, stretch, head)
    for kind, least in _ENDS.items():
        for head in _PHRASES[kind].pattern.finditer(unquoted, *stretch):
            start = _begin(unquoted, stretch, head.start())
            if start <= head.start() - least:
                front, before = head.start() - least, unquoted[start : head.start()]
                level = next((char for char in reversed(before) if char in _LEVELS), "")
                end = head.group().removesuffix("议")  # 办公会议 is 办公会
                yield Slot(kind, unquoted[front : head.start()], ""), Writing(Span(front, head.end()), end, level)
    for match in _QUOTED.finditer(text, *stretch):
        yield Slot("quoted", "", match["rest"]), Writing(Span(*match.span()), match["name"])


def _begin(text: str, stretch: Span, end: int) -> int:
    """Where the Chinese words begin that a name can be made of, which has its last word at ``end``."""
    start = end
    while start > max(stretch.start, end - _REACH) and "\u4e00" <= text[start - 1] <= "\u9fff":
        start -= 1
    return start


def _inner(text: str, stretch: Span, head: re.Match[str]) -> Iterator[tuple[Slot, Writing]]:
    """A name for each way to take something out before its last word."""
    start, last, end = _begin(text, stretch, head.start()), head.start(), head.end()
    level = ""  # the last one named before a place
    for at in range(start, last + 1):
        char = text[at]
        if at >= start + _SHARED:
            front = text[at - _SHARED : at]
            word = next((word for word in _EMPTY if text.startswith(word, at)), "") if char in _BEGIN_EMPTY else ""
            for differs in ("", char, word) if word else ("", char):
                if at + len(differs) <= last:
                    slot = Slot("slip", front, text[at + len(differs) : end])
                    yield slot, Writing(Span(at - _SHARED, end), differs, level)
        if start + _BEFORE_WORD <= at <= last - 2:
            front = text[at - _BEFORE_WORD : at]
            yield (
                Slot("word", front, text[at + 2 : end]),
                Writing(Span(at - _BEFORE_WORD, end), text[at : at + 2], level),
            )
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


def _same_thing(text: str, slot: Slot, places: list[Writing], other_places: list[Writing]) -> bool:
    """Do two groups of places, which differ in what was taken out, name one thing?"""
    one, other = places[0].differs, other_places[0].differs
    if not _one_level(places, other_places):
        return False
    if slot.kind == "slip":
        return _slip(one, other, slot.rest)
    if slot.kind == "quoted":
        return exchanged(one, other) and sorted(one) == sorted(other)
    if slot.kind == "word" and not _kindred(one, other):
        return False
    return not _side_by_side(text, places, other_places)


def _slip(one: str, other: str, rest: str) -> bool:
    """Do a character or an empty word, or two of them, leave the name one thing's?"""
    if one and other:
        alike = len(one) == len(other) == 1 and not {one, other} & _TELLING and sound_alike(one, other)
        return alike or {one, other} <= set(_EMPTY)
    word = one or other
    return word in _EMPTY or (word not in _TELLING and len(rest) >= _SHARED and not _HEAD.match(rest))


def _kindred(one: str, other: str) -> bool:
    """Are two words of two characters nearly one: 调处 and 调解, 学分 and 积分?"""
    differ = [(a, b) for a, b in zip(one, other, strict=True) if a != b]
    return len(differ) == 1 and not set(differ[0]) & _TELLING


def _side_by_side(text: str, places: list[Writing], other_places: list[Writing]) -> bool:
    """Are both told in one clause? Then they are two things."""
    ours = {writing.span for writing in places}
    spans = sorted({*ours, *(writing.span for writing in other_places)})
    return any(
        (first in ours) != (second in ours) and not _CLAUSE_END.search(text, first.end, second.start)
        for first, second in pairwise(spans)
    )


def _one_level(places: list[Writing], other_places: list[Writing]) -> bool:
    """Can both names be those of the same level of government?"""
    levels, other_levels = ({w.level for w in found} - {""} for found in (places, other_places))
    return not levels or not other_levels or bool(levels & other_levels)
