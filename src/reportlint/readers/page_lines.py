"""The characters of a page, and where they stand, put together to lines. The reader of PDF is a program of its own and takes
this module with it, and page_grids.py and page_cells.py; so they know nothing else of this project.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, pairwise
from statistics import median_low
from typing import NamedTuple

from reportlint.readers.page_grids import Square

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
_STEPS, _FIRST_STEP = 100, 30
"""Places across a page at which a gap between columns is looked for."""
_FEWEST_ROWS, _FEWEST_BESIDE = 8, 2
"""Lines of the longer column and of the other."""
_OPEN = 0.85
"""Of the lines of a page: with as many that stand to one side of a place it is a gap between columns."""
_COLUMN_GAP = 1.1
"""Heights of a character: more between two may be that gap."""
_COLUMN_WIDTH = 0.2
"""Of a page's width: a quarter of the lines of a column are as wide; the cells of a table are not."""
_NEAR = 0.2
"""Heights of a character: a gap between columns reaches farther to both sides."""
_FOOT_GAP = 2.0
"""Heights of a character: more between the last line of a page and what is above sets it apart."""
_OF_NUMBERS = frozenset("0123456789０１２３４５６７８９第页共/／—–-－·•~～")
"""What the number of a page is made of."""
_SMALL, _RAISED_BY = 0.8, 0.1
"""Of the height of a line's highest character: a lower digit that begins higher than the others is raised."""
_RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
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


def lines_of(chars: Iterable[Char], width: float) -> list[Line]:
    """The lines of a page of that width. Characters are put in order of place: a file may draw quotation marks after the words,
    and the beginning of a line before the end of the line above.
    """
    runs: list[list[Char]] = [[]]
    for char in _once(chars):
        if runs[-1] and not _beside(runs[-1][0], char):
            runs.append([])
        runs[-1].append(char)
    pieces = [piece for run in runs if run for piece in _pieces(sorted(run, key=lambda char: char.left))]
    gutters = _gutters(pieces, width)
    rows = _columns(pieces, gutters, width) if gutters else ((row, width) for row in _rows(pieces))
    return [_line(_with_raised(row), edge) for row, edge in rows]


def _rows(pieces: Iterable[list[Char]]) -> list[list[Char]]:
    """Pieces of rows put together to rows, from above: what stands beside each other is one."""
    rows: list[list[Char]] = []
    for piece in sorted(pieces, key=lambda piece: -piece[0].top):
        if rows and _beside(rows[-1][0], piece[0]):
            rows[-1] += piece
        else:
            rows.append([*piece])
    return [sorted(row, key=lambda char: char.left) for row in rows]


def _pieces(run: list[Char]) -> Iterator[list[Char]]:
    """A run of characters parted where a column may end."""
    start = 0
    for at, (before, char) in enumerate(pairwise(run), 1):
        if char.left - before.right > _COLUMN_GAP * (char.top - char.bottom):
            yield run[start:at]
            start = at
    yield run[start:]


def _gutters(pieces: Sequence[list[Char]], width: float) -> list[float]:
    """Where the gaps between columns lie, from the left; none for a page of one column.

    The lines of the columns need not stand at one height, and the last page may have few on the right.
    """
    if len(pieces) < _FEWEST_ROWS:
        return []
    found: list[dict[float, int]] = [{}]
    for step in range(_FIRST_STEP, _STEPS - _FIRST_STEP + 1):
        at = width * step / _STEPS
        left = [p[-1].right - p[0].left for p in pieces if p[-1].right + _near(p) <= at]
        right = [p[-1].right - p[0].left for p in pieces if p[0].left - _near(p) >= at]
        fewer, more = sorted((len(left), len(right)))
        enough = more >= _FEWEST_ROWS and fewer >= _FEWEST_BESIDE and more + fewer >= _OPEN * len(pieces)
        if enough and min(_usual_width(left), _usual_width(right)) >= _COLUMN_WIDTH * width:
            found[-1][at] = more + fewer
        elif found[-1]:
            found.append({})
    return [max(gap, key=lambda at: gap[at]) for gap in found if gap]


def _usual_width(widths: Sequence[float]) -> float:
    """That of the wider ones: the last column of a report may have many short lines."""
    return sorted(widths)[3 * len(widths) // 4]


def _near(piece: list[Char]) -> float:
    return _NEAR * (piece[0].top - piece[0].bottom)


def _columns(
    pieces: Sequence[list[Char]], gutters: Sequence[float], width: float
) -> Iterator[tuple[list[Char], float]]:
    """The rows of columns, from the left one on, set as if they stood below one another; behind each, its edge.

    A row that crosses a gap, such as a title, parts what is above it from what is below; so does one at the foot of the
    page that stands apart, as its number does.
    """
    foot = _foot(pieces)
    across = [piece for piece in pieces if piece is foot or any(piece[0].left < at < piece[-1].right for at in gutters)]
    apart = {id(piece) for piece in across}
    parting = _rows(across)
    tops = [-row[0].top for row in parting]
    bands: list[list[list[list[Char]]]] = [[[] for _ in range(len(gutters) + 1)] for _ in range(len(parting) + 1)]
    for piece in pieces:
        if id(piece) not in apart:
            bands[bisect_left(tops, -piece[0].top)][bisect_right(gutters, piece[0].left)].append(piece)
    margins = [min((p[0].left for p in chain(*column)), default=0.0) for column in zip(*bands, strict=True)]
    edge = gutters[0] + margins[0]
    for band, row in zip(bands, [*parting, None], strict=True):
        for column, margin in zip(band, margins, strict=True):
            shift = margin - margins[0]
            for below in _rows(column):
                yield [char._replace(left=char.left - shift, right=char.right - shift) for char in below], edge
        if row:
            yield row, width


def _foot(pieces: Sequence[list[Char]]) -> list[Char] | None:
    """The lowest piece of a page, where it is a number or stands apart from those above."""
    *above, lowest = sorted(pieces, key=lambda piece: -piece[0].top)
    if all(char.sign in _OF_NUMBERS for char in lowest):
        return lowest
    far = _FOOT_GAP * (lowest[0].top - lowest[0].bottom)
    return lowest if above and above[-1][0].top - lowest[0].top > far else None


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
    return Line(_clean("".join(pieces)), *places, size, told, edge=edge)


def _clean(text: str) -> str:
    """Words as they are meant. \ufffe: a hyphen at the end of a line."""
    text = text.strip().replace("\ufffe", "-").replace("\0", "")
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
