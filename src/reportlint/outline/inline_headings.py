"""Headings inside a paragraph, where the line break before them was lost."""

from __future__ import annotations

from bisect import bisect
from collections.abc import Callable, Iterator, Sequence

from reportlint.document.source import Span
from reportlint.kept import patterns
from reportlint.language.numbers.list_markers import COUNT
from reportlint.language.numbers.ordinals import numeral
from reportlint.lines.headings import Heading, read_heading

_INSIDE = patterns.compile(
    rf"[。！？][ \u3000]*(?=(?:{COUNT}{{1,3}}、|[（(]{COUNT}{{1,3}}[）)]|\d{{1,2}}[.．、](?!\d))[^。；]{{2,60}}。?)"
)
_BEGINNINGS = frozenset("（(〔【[0123456789㈠⒈")
"""Characters that a heading below another one begins with."""
_LONGEST = 200
"""Characters behind a stop that are looked at: a line may be as long as a file, with a number behind every stop."""
_LEVELS = 3
"""The levels of 一、 （一） 1."""


def cut_inside(text: str, paragraphs: Sequence[Span], names_part: Callable[[str], bool]) -> list[Span]:
    """The paragraphs, cut before each heading inside them.

    That is （一） or 1. right behind the heading that holds it (一、主要举措和成效（一）健全制度。), the next of these behind a full
    stop, and 二、 there, where it goes on from the 一、 before it, wherever that stands, and names a part of the report or is
    the one that lacks before 三、; and 四、 in the line of 三、 itself, where it names a part.
    """
    stops = [match.end() for match in _INSIDE.finditer(text)]
    headings = [read_heading(text, paragraph) for paragraph in paragraphs]
    first_level = {heading.number for heading in headings if heading and heading.level == 1}

    def belongs(heading: Heading) -> bool:
        lacks = heading.number not in first_level and heading.number + 1 in first_level
        return lacks or names_part(heading.text)

    numbers = [0] * (_LEVELS + 1)
    cut: list[Span] = []
    for paragraph, heading in zip(paragraphs, headings, strict=True):
        numbers[2:] = [0] * (_LEVELS - 1)
        start = paragraph.start
        within = stops[bisect(stops, start) : bisect(stops, paragraph.end)]
        pieces = (Span(stop, min(stop + _LONGEST, paragraph.end)) for stop in within)
        behind = (found for piece in pieces if (found := read_heading(text, piece)))
        beside = (found for found in _beside(text, heading) if names_part(found.text))
        for place in _starts(text, heading, [*beside, *behind], numbers, belongs):
            cut.append(Span(start, place))
            start = place
        cut.append(Span(start, paragraph.end))
    return cut


def _starts(
    text: str,
    heading: Heading | None,
    behind: Sequence[Heading],
    numbers: list[int],
    belongs: Callable[[Heading], bool],
) -> Iterator[int]:
    """Where headings begin inside a paragraph: right behind the one it begins with, and those behind a stop that are some.

    numbers: the last one of each level; those found are noted there.
    """
    holder = _noted(numbers, heading)
    while holder and holder.run_in and (below := _noted(numbers, _held(text, holder))):
        yield below.span.start
        holder = below
    for found in behind:
        if _goes_on(numbers, found, belongs):
            yield found.span.start
            _noted(numbers, found)


def _beside(text: str, heading: Heading | None) -> Iterator[Heading]:
    """What may be the next headings of the first level in the line of one: 三、存在的不足 四、下一步安排, or ……不足；四、……."""
    while heading and heading.level == 1 and heading.number:
        marker = f"{numeral(heading.number + 1)}、"
        place = text.find(marker, heading.title.start, min(heading.title.end + 1 + len(marker), heading.body.end))
        heading = read_heading(text, Span(place, heading.body.end)) if place >= 0 else None
        if heading:
            yield heading


def _held(text: str, holder: Heading) -> Heading | None:
    """The heading below another one that the prose behind it begins with."""
    if text[holder.body.start] not in _BEGINNINGS:  # mostly
        return None
    below = read_heading(text, holder.body)
    fits = below and holder.level < below.level <= _LEVELS and (below.number == 1 or below.level == _LEVELS)
    return below if fits else None


def _goes_on(numbers: Sequence[int], heading: Heading, belongs: Callable[[Heading], bool]) -> bool:
    """Is it the next one of its level?"""
    if heading.level > _LEVELS or heading.number != numbers[heading.level] + 1:
        return False
    return belongs(heading) if heading.level == 1 else heading.number > 1


def _noted(numbers: list[int], heading: Heading | None) -> Heading | None:
    if heading and heading.level <= _LEVELS:
        numbers[heading.level :] = [heading.number, *[0] * (_LEVELS - heading.level)]
    return heading
