"""A page of several columns: where the gaps between them lie, and its rows in the order in which they are read."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, pairwise
from statistics import median

from reportlint.readers.pages.rows import Char, rows_of

_STEPS, _FIRST_STEP = 250, 75
"""Places across a page at which a gap between columns is looked for."""
_FEWEST_ROWS, _FEWEST_BESIDE = 8, 2
"""Lines of the longer column and of the other."""
_FEW = 0.25
"""Of the lines of the longer column: a column of no more may have short lines alone, as the end of a report has."""
_OPEN = 0.85
"""Of the lines of a page: with as many that stand to one side of a place it is a gap between columns, even where no line breaks."""
_CROSSED = 0.5
"""Of the lines of a page: with as many that reach over a place no columns meet there."""
_AS_GOOD = 0.9
"""Of the lines that the best gap between columns parts: a second one parts as many."""
_FILLED, _RAGGED = 0.3, 1.5
"""Of the lines of a column, those that end at its margin, so many heights of a character from it."""
_GAP = 1.1
"""Heights of a character: more between two may be the gap between columns."""
_WIDTH = 0.2
"""Of a page's width: a quarter of the lines of a column are as wide; the cells of a table are not."""
_NEAR = 0.2
"""Heights of a character: a gap between columns reaches farther to both sides."""
_FOOT_GAP = 2.0
"""Heights of a character: more between the last line of a page and what is above sets it apart."""
_OF_NUMBERS = frozenset("0123456789０１２３４５６７８９第页共/／—–-－·•~～")
"""What the number of a page is made of."""

Piece = list[Char]
"""Of a row: what no wide gap parts, from the left."""


def pieces_of(run: Piece) -> Iterator[Piece]:
    """A run of characters parted where a column may end."""
    start = 0
    for at, (before, char) in enumerate(pairwise(run), 1):
        if char.left - before.right > _GAP * (char.top - char.bottom):
            yield run[start:at]
            start = at
    yield run[start:]


def gutters_of(pieces: Sequence[Piece], width: float) -> list[float]:
    """Where the gaps between columns lie, from the left; none for a page of one column."""
    if len(pieces) < _FEWEST_ROWS:
        return []
    starts = sorted(piece[0].left - _near(piece) for piece in pieces)
    ends = sorted(piece[-1].right + _near(piece) for piece in pieces)
    found: list[dict[float, int]] = [{}]
    for step in range(_FIRST_STEP, _STEPS - _FIRST_STEP + 1):
        at = width * step / _STEPS
        crossing = bisect_left(starts, at) - bisect_right(ends, at)
        bands = _bands(pieces, at) if crossing < _CROSSED * len(pieces) else ()
        if beside := max((_beside(*sides, len(pieces), width) for sides in bands), default=0):
            found[-1][at] = beside
        elif found[-1]:
            found.append({})
    best = [max(gap.items(), key=lambda told: told[1]) for gap in found if gap]
    most = max((beside for _, beside in best), default=0)
    return [at for at, beside in best if beside >= _AS_GOOD * most]


def gutters_again(pieces: Sequence[Piece], known: Iterable[float]) -> list[float]:
    """Those of the gaps of an earlier page that a page has, too, though it holds a few lines."""
    return [at for at in known if any(_begin_together(*sides) for sides in _bands(pieces, at))]


def _bands(pieces: Sequence[Piece], at: float) -> list[tuple[list[Piece], list[Piece]]]:
    """What stands left and right of a place, between one row that crosses it and the next."""
    tops = sorted(-p[0].top for p in pieces if p[0].left - _near(p) < at < p[-1].right + _near(p))
    bands: list[tuple[list[Piece], list[Piece]]] = [([], []) for _ in range(len(tops) + 1)]
    for piece in pieces:
        if piece[-1].right + _near(piece) <= at:
            bands[bisect_left(tops, -piece[0].top)][0].append(piece)
        elif piece[0].left - _near(piece) >= at:
            bands[bisect_left(tops, -piece[0].top)][1].append(piece)
    return bands


def _beside(left: list[Piece], right: list[Piece], all_there_are: int, width: float) -> int:
    """How many pieces they are, if they are two columns. These begin side by side, and lines fill them; the last may have few."""
    fewer, more = sorted((left, right), key=len)
    if len(more) < _FEWEST_ROWS or len(fewer) < _FEWEST_BESIDE:
        return 0
    if not _begin_together(left, right):
        return 0
    wide = _usual_width(more) >= _WIDTH * width
    if not wide or (_usual_width(fewer) < _WIDTH * width and len(fewer) > _FEW * len(more)):
        return 0
    count = len(left) + len(right)
    return count if count >= _OPEN * all_there_are or _is_filled(more) else 0


def _begin_together(left: Sequence[Piece], right: Sequence[Piece]) -> bool:
    """Do both begin above the middle of the other one?"""
    tops = [[piece[0].top for piece in side] for side in (left, right) if side]
    return len(tops) == 2 and max(tops[0]) >= median(tops[1]) and max(tops[1]) >= median(tops[0])


def _is_filled(column: Sequence[Piece]) -> bool:
    """Do many of its lines break at its margin?"""
    margin = max(piece[-1].right for piece in column)
    near = (piece[-1].right > margin - _RAGGED * (piece[0].top - piece[0].bottom) for piece in column)
    return sum(near) >= _FILLED * len(column)


def _usual_width(pieces: Sequence[Piece]) -> float:
    """That of the wider ones."""
    return sorted(piece[-1].right - piece[0].left for piece in pieces)[3 * len(pieces) // 4]


def _near(piece: Piece) -> float:
    return _NEAR * (piece[0].top - piece[0].bottom)


def columns(pieces: Sequence[Piece], gutters: Sequence[float], width: float) -> Iterator[tuple[Piece, float]]:
    """The rows of columns, from the left one on, set as if they stood below one another; behind each, its edge.

    A row that crosses a gap, such as a title, parts what is above it from what is below; so does one at the foot of the
    page that stands apart, as its number does.
    """
    foot = _foot(pieces)
    across = [piece for piece in pieces if piece is foot or any(piece[0].left < at < piece[-1].right for at in gutters)]
    apart = {id(piece) for piece in across}
    parting = rows_of(across)
    tops = [-row[0].top for row in parting]
    bands: list[list[list[Piece]]] = [[[] for _ in range(len(gutters) + 1)] for _ in range(len(parting) + 1)]
    for piece in pieces:
        if id(piece) not in apart:
            bands[bisect_left(tops, -piece[0].top)][bisect_right(gutters, piece[0].left)].append(piece)
    margins = [min((p[0].left for p in chain(*column)), default=0.0) for column in zip(*bands, strict=True)]
    edge = gutters[0] + margins[0]
    for band, row in zip(bands, [*parting, None], strict=True):
        for column, margin in zip(band, margins, strict=True):
            shift = margin - margins[0]
            for below in rows_of(column):
                yield [char._replace(left=char.left - shift, right=char.right - shift) for char in below], edge
        if row:
            yield row, width


def _foot(pieces: Sequence[Piece]) -> Piece | None:
    """The lowest piece of a page, where it is a number or stands apart from those above."""
    *above, lowest = sorted(pieces, key=lambda piece: -piece[0].top)
    if all(char.sign in _OF_NUMBERS for char in lowest):
        return lowest
    far = _FOOT_GAP * (lowest[0].top - lowest[0].bottom)
    return lowest if above and above[-1][0].top - lowest[0].top > far else None
