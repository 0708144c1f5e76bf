"""Headings inside a paragraph, where the line break before them was lost: the next number of a series, behind a full stop."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from reportlint.document.source import Span
from reportlint.kept import patterns
from reportlint.language.list_markers import COUNT
from reportlint.lines.headings import Heading, read_heading

_INSIDE = patterns.compile(
    rf"(?<=[。！？])[ \u3000]*(?=(?:{COUNT}{{1,3}}、|[（(]{COUNT}{{1,3}}[）)]|\d{{1,2}}[.．、](?!\d))[^。；]{{2,60}}。?)"
)
_LEVELS = 3
"""The levels of 一、 （一） 1."""


def cut_inside(text: str, paragraphs: Sequence[Span], names_part: Callable[[str], bool]) -> list[Span]:
    """The paragraphs, cut before each heading inside them.

    （二） and 2. are headings there where （一） and 1. are in the same paragraph; 二、 where it names a part of the report and
    goes on from the 一、 before it, wherever that stands.
    """
    if not _INSIDE.search(text):
        return list(paragraphs)
    cut: list[Span] = []
    first_level = 0
    for paragraph in paragraphs:
        start = paragraph.start
        numbers = [0] * (_LEVELS + 1)
        numbers[1] = first_level
        _count(numbers, text, paragraph)
        for match in _INSIDE.finditer(text, *paragraph):
            heading = read_heading(text, Span(match.end(), paragraph.end))
            if heading is None or heading.level > _LEVELS or not _goes_on(numbers, heading, names_part):
                continue
            cut.append(Span(start, match.start()))
            start = match.end()
            _count(numbers, text, Span(start, paragraph.end))
        cut.append(Span(start, paragraph.end))
        first_level = numbers[1]
    return cut


def _goes_on(numbers: Sequence[int], heading: Heading, names_part: Callable[[str], bool]) -> bool:
    last = numbers[heading.level]
    if heading.number != last + 1:
        return False
    return names_part(heading.text) if heading.level == 1 else last > 0


def _count(numbers: list[int], text: str, piece: Span) -> None:
    """Note the number of the heading that a piece begins with, and of the one that its prose begins with."""
    for heading in _at_the_beginning(text, piece):
        if heading.level <= _LEVELS:
            numbers[heading.level :] = [heading.number, *[0] * (_LEVELS - heading.level)]


def _at_the_beginning(text: str, piece: Span) -> Iterator[Heading]:
    if heading := read_heading(text, piece):
        yield heading
        if heading.run_in and (below := read_heading(text, heading.body)) and below.level > heading.level:
            yield below
