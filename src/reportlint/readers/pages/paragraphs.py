"""The lines of pages put together to paragraphs by where they begin and end, without page numbers and running heads."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from statistics import median_low

from reportlint.document.source import Source, Span
from reportlint.kept import patterns
from reportlint.lines.furniture import is_issuer, is_page_number
from reportlint.lines.headings import read_heading
from reportlint.readers.pages.lines import Line, usual_size
from reportlint.readers.pages.margins import Margins, margins_of, may_end
from reportlint.readers.pages.notes import without_notes
from reportlint.readers.pages.tables import Placed, rows_made_whole, unread_line, with_rows

_INDENT = 0.5
"""Characters to the right of the margin: a line that begins there begins a paragraph."""
_GAP = 1.6
"""Usual line distances: more is a gap between paragraphs."""
_REPEATS = 3
"""Pages on which a first or last line must stand to be a running head."""
_EDGE = 3
"""Lines at the head and the foot of a page that may be no text."""
_FIRST_WORD = patterns.compile(r"[“‘（《〈【〔(]*(?:[0-9A-Za-z.,%％/—–～~-]+|.)[，。；：、？！”’）》〉】〕,.;:)%％]*")
"""What a line cannot be broken within."""
_LATIN = 0x2000
"""Letters and digits below it take half of a character's width."""
_SPARE = 0.5
"""Characters of room that a word may want beyond its own width."""
_SMALLER = 0.9
"""Of the size of most lines: a running head of a file of two pages is smaller."""
_LARGER = 1.15
"""Of the size of most lines: those of a title, each of which stands in the middle."""
_HALF = 0.6
"""Of the width between the margins: a line full of digits, each half as wide as a character, reaches farther."""
_WITHIN = patterns.compile("[，；：。].")
_OF_CONTENTS = patterns.compile(r"[.．…·]{4,}\s*\d{1,3}$")
"""Dots up to the number of a page."""
_COUNTED = patterns.compile("[0-9０-９一二三四五六七八九十百]+")


def as_source(pages: list[list[Line]], pictures: Sequence[int], path: str, form: str) -> Source:
    """The text of pages, tables cell by cell; places are counted in paragraphs.

    pictures: the numbers of pages that are some, which a line says where they begin.
    """
    pages = without_notes(pages)
    found = Placed()
    whole = rows_made_whole([with_rows(page) for page in pages])
    numbers = []
    for number, line, text in _paragraphs(whole, dict(_lines_for_pictures(pictures))):
        found.add(line, text)
        numbers += [number] if text else []
    return Source(path, found.text, form=form, apart=found.apart, tables=found.tables, pages=tuple(numbers))


def _lines_for_pictures(pictures: Sequence[int]) -> Iterator[tuple[int, Line]]:
    """The first of pages that are pictures and follow one another, each with a line that names them."""
    starts = [page for page in pictures if page - 1 not in pictures]
    ends = [page for page in pictures if page + 1 not in pictures]
    for start, end in zip(starts, ends, strict=True):
        yield start, unread_line(f"［第{start}{f'—{end}' if end > start else ''}页是图片］")


def _paragraphs(pages: list[list[Line]], told: Mapping[int, Line]) -> Iterator[tuple[int, Line | None, str]]:
    """The lines joined where one goes on in the next, and those of tables by themselves; page numbers and running heads left out.

    Before each, the number of the page it begins on, and the line of a table that it is. told: by the number of a page, a line that is said before it.
    """
    gaps = [above.top - below.top for page in pages for above, below in pairwise(page) if above.top > below.top]
    usual = median_low(gaps) if gaps else 0.0
    size = max(usual_size(pages), 1.0)
    apart = _apart(pages)
    lines = [
        (number, line)
        for number, page in enumerate(pages, 1)
        for line in (*([told[number]] if number in told else []), *(line for line in page if line not in apart))
    ]
    margins = margins_of([line for _, line in lines])
    joined, begun = "", 0
    before: Line | None = None
    for number, line in lines:
        distance = _GAP * usual * max(1.0, line.size / size)  # farther between larger lines
        near = before is not None and before.top - line.top < distance  # always, from one page to the next
        if before and near and not line.square and _goes_on(joined, before, line, margins):
            gap = " " if joined[-1:].isascii() and line.text[:1].isascii() and line.text[0].isalpha() else ""
            joined += gap + line.text
            before = line
            continue
        if joined:
            yield begun, None, joined
        joined, begun, before = ("", 0, None) if line.square else (line.text, number, line)
        if line.square:
            yield number, line, line.text
    if joined:
        yield begun, None, joined


def _goes_on(joined: str, before: Line, line: Line, margins: Mapping[float, Margins]) -> bool:
    """Does a paragraph, whose last line is the one before, go on in a line?"""
    left, right, full, flush, size = margins[before.edge]
    short = before.right <= full and (flush or not _breaks_off(joined, before, left, right))
    if short or not _same_text(before, line) or _OF_CONTENTS.search(before.text):
        return False
    if read_heading(line.text, Span(0, len(line.text))) or (may_end(before) and is_issuer(line.text)):
        return False  # they begin a paragraph even where they are not indented
    first = joined == before.text
    had_room = _had_room(before, line, right)
    if line.left >= min(left, margins[line.edge].left) + _INDENT * line.size:
        further = (line.left - before.left) / line.size
        # as the lines of an item but for its first, which is no heading
        hangs = further > -_INDENT and _WITHIN.search(before.text) if first else abs(further) < _INDENT
        off = abs(line.left + line.right - before.left - before.right)  # twice as far as their middles are apart
        centred = before.size > _LARGER * size and off < line.size
        return bool(hangs or centred) and not had_room and not may_end(before)
    # within a paragraph, lines end early for other reasons
    return not (flush and had_room and (first or may_end(before)))


def _breaks_off(joined: str, before: Line, left: float, right: float) -> bool:
    """Does a line, where as many characters stand in each, go on though digits make it short: a sentence with a mark in it, and
    no end?
    """
    return (
        before.right > left + _HALF * (right - left) and bool(_WITHIN.search(joined)) and joined[-1] not in "。！？："
    )


def _had_room(before: Line, line: Line, right: float) -> bool:
    """Would the first word of a line have had room on the one before? Then that one ended where its writer wished."""
    word = _FIRST_WORD.match(line.text)
    signs = [1.0 if ord(sign) > _LATIN else 0.5 for sign in word[0]] if word else [1.0]
    advance = (line.right - line.left) / sum(1.0 if ord(sign) > _LATIN else 0.5 for sign in line.text)
    return right - before.right > (sum(signs) + _SPARE) * advance


def _apart(pages: Sequence[Sequence[Line]]) -> set[Line]:
    """First and last lines that are no text: page numbers, running heads, stamps of a printer; what they count may differ."""
    ends = [{line for line in (*page[:_EDGE], *page[-_EDGE:]) if not line.square} for page in pages]
    edges = [line for lines in ends for line in lines]
    times = Counter(head for lines in ends for head in {*map(_as_head, lines)})
    usual = usual_size(pages)
    plain = [
        (number, line) for number, page in enumerate(pages) for line in {*page[:1], *page[-1:]} if _is_number(line)
    ]
    ahead = Counter(int(line.text) - number for number, line in plain)  # page 3 says 4: bare numbers count the pages
    counting = {offset for offset, count in ahead.items() if 2 * count > len(pages)}
    heads = {
        line
        for line in edges
        if is_page_number(line.text)
        or times[_as_head(line)] >= (2 if len(pages) == 2 and line.size < _SMALLER * usual else _REPEATS)
    }
    found = heads - {line for line in edges if _is_number(line)}
    found |= {line for number, line in plain if int(line.text) - number in counting}
    return {line for page in pages for ends in (page, page[::-1]) for line in _outermost(ends, found)}


def _as_head(line: Line) -> tuple[str, int]:
    """By what a running head is known on several pages: its words but for numbers, and its size, which a title has larger."""
    return _COUNTED.sub("#", line.text), round(line.size)


def _outermost(lines: Sequence[Line], found: set[Line]) -> Iterator[Line]:
    """Those of the lines found that stand before all others."""
    for line in lines[:_EDGE]:
        if line not in found:
            return
        yield line


def _is_number(line: Line) -> bool:
    return not line.square and line.text.isascii() and line.text.isdigit() and len(line.text) < 4


def _same_text(one: Line, other: Line) -> bool:
    """Are two lines set in one size, as a title and the text below it are not?"""
    return abs(one.size - other.size) < 0.2 * one.size
