"""The characters of a page, and where they stand, put together to lines. The reader of PDF is a program of its own and takes
this module with it, and page_grids.py and page_cells.py; so they know nothing else of this project.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from statistics import median_low
from typing import NamedTuple

from reportlint.readers.page_grids import Square

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
_STEPS, _FIRST_STEP = 100, 35
"""Places across a page at which the gap between two columns is looked for."""
_FEWEST_ROWS = 8
_OPEN = 0.85
"""Of the rows that have words on both sides of a place: with as many that are open there it is a gap between columns."""
_NEAR = 0.2
"""Heights of a character: a gap between columns reaches farther to both sides."""
_LATIN_GAP = 0.2
"""Heights of a character: more between two Latin ones is a blank."""


class Char(NamedTuple):
    """A character and where it stands."""

    sign: str
    left: float
    right: float
    bottom: float
    top: float


class Line(NamedTuple):
    """A line of a page; ``size``: the height of its characters. pieces: what wide gaps part it into.

    square: the cell of a ruled table that it is all of; of a table that cannot be read, a row before the first.
    """

    text: str
    left: float
    right: float
    top: float
    size: float
    pieces: tuple[str, ...] = ()
    square: Square | None = None


def lines_of(chars: Iterable[Char], width: float) -> list[Line]:
    """The lines of a page of that width. Characters are put in order of place: a file may draw quotation marks after the words,
    and the beginning of a line before the end of the line above.
    """
    lines: list[list[Char]] = [[]]
    for char in _once(chars):
        if lines[-1] and not _beside(lines[-1][0], char):
            lines.append([])
        lines[-1].append(char)
    rows: list[list[Char]] = []
    for line in sorted(filter(None, lines), key=lambda line: -line[0].top):
        if rows and _beside(rows[-1][0], line[0]):
            rows[-1] += line
        else:
            rows.append(line)
    rows = [sorted(row, key=lambda char: char.left) for row in rows]
    return [_line(row) for row in _columns(rows, _gutter(rows, width))]


def _gutter(rows: list[list[Char]], width: float) -> float | None:
    """Where the gap between two columns lies; None for a page that has one."""
    both: dict[float, int] = {}
    for step in range(_FIRST_STEP, _STEPS - _FIRST_STEP + 1):
        at = width * step / _STEPS
        sides = [row for row in rows if row[0].right < at < row[-1].left]
        open_rows = sum(not any(_reaches(char, at) for char in row) for row in sides)
        if len(sides) >= _FEWEST_ROWS and open_rows >= _OPEN * len(sides):
            both[at] = open_rows
    return max(both, key=lambda at: both[at]) if both else None


def _reaches(char: Char, at: float) -> bool:
    """Does a character stand at a place, or so near that no gap is there? On a grid, one ends where the next begins."""
    near = _NEAR * (char.top - char.bottom)
    return char.left - near < at < char.right + near


def _columns(rows: list[list[Char]], gutter: float | None) -> Iterator[list[Char]]:
    """The rows, or where there are two columns, the left pieces of them and then the right ones, set as if they stood below.

    A row that crosses the gap, such as a title, parts what is above it from what is below.
    """
    if gutter is None:
        yield from rows
        return
    pieces = [[[c for c in row if c.right <= gutter], [c for c in row if c.left >= gutter]] for row in rows]
    wide = median_low([right[0].left - left[-1].right for left, right in pieces if left and right])
    crossing = [_crosses(row, left, right, wide) for row, (left, right) in zip(rows, pieces, strict=True)]
    split = [sides for sides, crosses in zip(pieces, crossing, strict=True) if not crosses]
    margins = [median_low([side[0].left for side in sides if side] or [0.0]) for sides in zip(*split, strict=True)]
    waiting: list[list[Char]] = []
    for row, (left, right), crosses in zip(rows, pieces, crossing, strict=True):
        if crosses:
            yield from waiting
            waiting = []
            yield row
        elif left:
            yield left
        if right and not crosses:
            shift = margins[1] - margins[0]
            waiting.append([c._replace(left=c.left - shift, right=c.right - shift) for c in right])
    yield from waiting


def _crosses(row: list[Char], left: list[Char], right: list[Char], wide: float) -> bool:
    """Does a row lie across the gap between columns: by a character there, or, as a page's number, by narrower gaps?"""
    return len(left) + len(right) < len(row) or (bool(left and right) and right[0].left - left[-1].right < wide / 2)


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


def _beside(one: Char, other: Char) -> bool:
    """Do two characters stand in one line: does half the height of the lower one overlap?"""
    overlap = min(one.top, other.top) - max(one.bottom, other.bottom)
    return overlap > 0.5 * min(one.top - one.bottom, other.top - other.bottom)


def _line(chars: list[Char]) -> Line:
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
    return Line(_clean("".join(pieces)), *places, size, told)


def _clean(text: str) -> str:
    """Words as they are meant. \ufffe: a hyphen at the end of a line."""
    text = text.strip().replace("\ufffe", "-").replace("\0", "")
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
