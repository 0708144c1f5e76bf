"""The characters of a page, and where they stand, put together to lines."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from statistics import median_low
from typing import NamedTuple

from reportlint.readers.pages.columns import columns, gutters_again, gutters_of, pieces_of
from reportlint.readers.pages.grids import Square
from reportlint.readers.pages.rows import Char, are_beside, rows_of

MAX_CHARACTERS = 200_000
"""Of a file: a long annual report has some 60,000; a page may be named again and again."""
ASKEW = 0.05
"""Radians: a character that stands more askew than the page does is a stamp or a watermark."""
_REMEMBERED = 300
"""Characters of one kind on a page that a further one is compared with."""
_TWICE = 0.35
"""Heights of a character: the same one so near by is drawn twice, to look bold."""
_OVERLAP = 0.6
"""Widths of a character, for the same."""
_CELL_GAP = 1.5
"""Heights of a character: more between two is the gap between the cells of a table."""
_SMALL, _RAISED_BY = 0.8, 0.1
"""Of the height of a line's highest character: a lower digit that begins higher than the others is raised."""
_RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_LATIN_GAP = 0.2
"""Heights of a character: more between two Latin ones is a blank."""


class Line(NamedTuple):
    """A line of a page; ``size``: the height of its characters. pieces: what wide gaps part it into.

    square: the cell of a ruled table that it is all of; of a table that cannot be read, a row before the first.
    edge: where the paper ends, or would end were the column that it stands in a page of its own.
    """

    text: str
    left: float
    right: float
    top: float
    size: float
    pieces: tuple[str, ...] = ()
    square: Square | None = None
    edge: float = 0.0


def lines_of(chars: Iterable[Char], width: float, known: list[float] | None = None) -> list[Line]:
    """The lines of a page of that width. Characters are put in order of place: a file may draw quotation marks after the words,
    and the beginning of a line before the end of the line above.

    known: where the gaps between columns lay on an earlier page; those of this one take their place.
    """
    runs: list[list[Char]] = [[]]
    for char in _once(chars):
        if runs[-1] and not are_beside(runs[-1][0], char):
            runs.append([])
        runs[-1].append(char)
    pieces = [piece for run in runs if run for piece in pieces_of(sorted(run, key=lambda char: char.left))]
    gutters = gutters_of(pieces, width) or gutters_again(pieces, known or [])
    if known is not None and gutters:
        known[:] = gutters
    rows = columns(pieces, gutters, width) if gutters else ((row, width) for row in rows_of(pieces))
    lines = (_line(_with_raised(row), edge) for row, edge in rows)
    return [line for line in lines if line.text]


def usual_size(pages: Iterable[Iterable[Line]]) -> float:
    """The size of most lines of pages; 0 where there are none."""
    return median_low([line.size for page in pages for line in page] or [0.0])


def turned(box: Sequence[float], turn: int, size: tuple[float, float]) -> tuple[float, float, float, float]:
    """Left, right, bottom, top of a box on a page whose text runs turned clockwise by so many quarters, as it is read."""
    left, bottom, right, top = box
    width, height = size
    if turn == 1:
        return height - top, height - bottom, left, right
    if turn == 2:
        return width - right, width - left, height - top, height - bottom
    if turn == 3:
        return bottom, top, width - right, width - left
    return left, right, bottom, top


def _once(chars: Iterable[Char]) -> Iterator[Char]:
    """The characters without those that stand where the same one stands already."""
    seen: dict[str, list[Char]] = {}
    for char in chars:
        near = _TWICE * (char.top - char.bottom)
        beside = min(near, _OVERLAP * (char.right - char.left))  # the second l of a word stands close by, too
        known = seen.setdefault(char.sign, [])
        if not any(
            abs(char.left - o.left) < beside and abs(char.bottom - o.bottom) < near for o in known[-_REMEMBERED:]
        ):
            known.append(char)
            yield char


def _with_raised(row: list[Char]) -> list[Char]:
    """A row with the digits that are small and raised, as marks of notes and exponents are, written as raised ones."""
    size = max(char.top - char.bottom for char in row)
    base = median_low([char.bottom for char in row])
    return [
        char._replace(sign=char.sign.translate(_RAISED))
        if char.top - char.bottom < _SMALL * size and char.bottom > base + _RAISED_BY * size
        else char
        for char in row
    ]


def _line(chars: list[Char], edge: float) -> Line:
    size = max(max(char.top - char.bottom for char in chars), 1.0)
    pieces = [chars[0].sign]
    for before, char in pairwise(chars):
        gap = char.left - before.right
        latin = before.sign.isascii() and char.sign.isascii() and gap > _LATIN_GAP * size
        if gap > _CELL_GAP * size:
            pieces.append("")
        pieces[-1] += f" {char.sign}" if latin else char.sign
    told = tuple(map(_clean, pieces))
    seen = [char for char in chars if not char.sign.isspace()] or chars  # a full-width blank is drawn, too
    places = seen[0].left, max(char.right for char in seen), max(char.top for char in seen)
    tab = "\t" if len(told) > 1 and told[-1].isdigit() else ""  # as in a table of contents
    text = _clean("".join(pieces[:-1]) + tab + pieces[-1])
    return Line(text, *places, size, told, edge=edge)


def _clean(text: str) -> str:
    """Words as they are meant. \ufffe: a hyphen at the end of a line."""
    text = text.strip().replace("\ufffe", "-").replace("\0", "")
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
