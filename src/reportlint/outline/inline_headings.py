"""Headings inside a paragraph, where the line break before them was lost."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from reportlint.document.source import Span
from reportlint.kept import patterns
from reportlint.language.list_markers import COUNT
from reportlint.lines.headings import Heading, read_heading

_INSIDE = patterns.compile(
    rf"[。！？][ \u3000]*(?=(?:{COUNT}{{1,3}}、|[（(]{COUNT}{{1,3}}[）)]|\d{{1,2}}[.．、](?!\d))[^。；]{{2,60}}。?)"
)
_LEVELS = 3
"""The levels of 一、 （一） 1."""


def cut_inside(text: str, paragraphs: Sequence[Span], names_part: Callable[[str], bool]) -> list[Span]:
    """The paragraphs, cut before each heading inside them.

    That is （一） or 1. right behind the heading that holds it (一、主要举措和成效（一）健全制度。), the next of these behind a full
    stop, and 二、 there, where it goes on from the 一、 before it, wherever that stands, and names a part of the report or is
    the one that lacks before 三、.
    """
    numbers = [0] * (_LEVELS + 1)
    first_level = {h.number for p in paragraphs if (h := read_heading(text, p)) and h.level == 1}

    def belongs(heading: Heading) -> bool:
        lacks = heading.number not in first_level and heading.number + 1 in first_level
        return lacks or names_part(heading.text)

    cut: list[Span] = []
    for paragraph in paragraphs:
        numbers[2:] = [0] * (_LEVELS - 1)
        start = paragraph.start
        for place in _starts(text, paragraph, numbers, belongs):
            cut.append(Span(start, place))
            start = place
        cut.append(Span(start, paragraph.end))
    return cut


def _starts(text: str, paragraph: Span, numbers: list[int], belongs: Callable[[Heading], bool]) -> Iterator[int]:
    """Where a heading begins inside a paragraph. numbers: the last one of each level; those found are noted there."""
    holder = _noted(numbers, read_heading(text, paragraph))
    while holder and holder.run_in and (below := _noted(numbers, _held(text, holder))):
        yield below.span.start
        holder = below
    for match in _INSIDE.finditer(text, *paragraph):
        heading = read_heading(text, Span(match.end(), paragraph.end))
        if heading and _goes_on(numbers, heading, belongs):
            yield match.end()
            _noted(numbers, heading)


def _held(text: str, holder: Heading) -> Heading | None:
    """The heading below another one that the prose behind it begins with."""
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
