"""The ruling of a page, put together to the cells of tables."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

_NEAR = 0.4
"""Heights of a character: strokes nearer to one another are one, and a stroke that ends so near to another one meets it."""
_COVERED = 0.4
"""Of the side of a cell: with as much ruled there, it is a border; dashed ones are ruled in part."""
_MOST_STROKES, _MOST_CELLS = 400, 6_000
"""Of a page, once those that lie upon one another are one; and of a table: more is a drawing."""


class Stroke(NamedTuple):
    """A level or an upright line. at: its height or its place across; from start to end."""

    at: float
    start: float
    end: float


class Square(NamedTuple):
    """A cell: its table, by number on the page, row, column, and how many columns and rows it reaches over."""

    table: int
    row: int
    column: int
    across: int
    down: int


class Grid(NamedTuple):
    """A ruled table. across: where its columns begin, from the left, and the last one ends; down: its rows, from the top, likewise.
    squares: its cells; none where they are no rectangles.
    """

    across: tuple[float, ...]
    down: tuple[float, ...]
    squares: tuple[Square, ...]

    def sides(self, square: Square) -> tuple[float, float]:
        """Where a cell begins, from the left, and ends."""
        return self.across[square.column], self.across[square.column + square.across]

    def place(self, x: float, y: float) -> tuple[int, int] | None:
        """The row and column in which a point lies; None for one outside."""
        if not (self.across[0] <= x <= self.across[-1] and self.down[-1] <= y <= self.down[0]):
            return None
        row = bisect_left(self.down[1:-1], -y, key=lambda at: -at)
        return row, bisect_left(self.across[1:-1], x)


def strokes_of(boxes: Iterable[tuple[float, float, float, float]], size: float) -> tuple[list[Stroke], list[Stroke]]:
    """The level and the upright strokes that boxes (left, right, bottom, top) of no height or no width stand for.

    size: the height of a character. Those that lie upon one another are one.
    """
    near = _NEAR * size
    level: list[Stroke] = []
    upright: list[Stroke] = []
    for left, right, bottom, top in boxes:
        if top - bottom <= near and right - left > top - bottom:
            level.append(Stroke((bottom + top) / 2, left, right))
        elif right - left <= near:
            upright.append(Stroke((left + right) / 2, bottom, top))
    return _merged(level, near), _merged(upright, near)


def grids_of(level: Sequence[Stroke], upright: Sequence[Stroke], size: float) -> Iterator[Grid]:
    """The tables that strokes rule, two columns or more, from the top; a side left open is closed by the ends of the strokes."""
    if len(level) + len(upright) > _MOST_STROKES:
        return
    near = _NEAR * size
    found = [_grid(*group, near) for group in _groups(level, upright, near) if len(group[0]) > 1 and group[1]]
    grids = sorted((grid for grid in found if grid), key=lambda grid: -grid.down[0])
    for number, grid in enumerate(grids):
        yield grid._replace(squares=tuple(square._replace(table=number) for square in grid.squares))


def _merged(strokes: Iterable[Stroke], near: float) -> list[Stroke]:
    """Strokes that lie upon one another, or go on in one another, as one."""
    rows: list[list[Stroke]] = []
    for stroke in sorted(strokes):
        if rows and stroke.at - rows[-1][0].at <= near:
            rows[-1].append(stroke)
        else:
            rows.append([stroke])
    found: list[Stroke] = []
    for row in rows:
        joined: list[Stroke] = []
        for stroke in sorted(row, key=lambda one: one.start):
            if joined and stroke.start <= joined[-1].end + near:
                joined[-1] = Stroke(row[0].at, joined[-1].start, max(joined[-1].end, stroke.end))
            else:
                joined.append(stroke._replace(at=row[0].at))
        found += [stroke for stroke in joined if stroke.end - stroke.start > 2 * near]
    return found


def _groups(
    level: Sequence[Stroke], upright: Sequence[Stroke], near: float
) -> Iterator[tuple[list[Stroke], list[Stroke]]]:
    """The strokes that meet one another, directly or by others."""
    left = set(range(len(upright)))
    waiting = list(level)
    while waiting:
        levels, uprights, new = [waiting.pop()], [], [0]
        while new:
            one = levels[new.pop()]
            for number in [number for number in left if _meet(one, upright[number], near)]:
                left.discard(number)
                uprights.append(upright[number])
                met = [other for other in waiting if _meet(other, upright[number], near)]
                new += range(len(levels), len(levels) + len(met))
                levels += met
                waiting = [other for other in waiting if other not in met]
        yield levels, uprights


def _meet(level: Stroke, upright: Stroke, near: float) -> bool:
    return (
        level.start - near <= upright.at <= level.end + near and upright.start - near <= level.at <= upright.end + near
    )


def _grid(level: list[Stroke], upright: list[Stroke], near: float) -> Grid | None:
    """The table that strokes rule; None where they make no two columns, or a drawing."""
    ends = [end for stroke in level for end in (stroke.start, stroke.end)]
    across = _apart([*(stroke.at for stroke in upright), min(ends), max(ends)], near)
    ends = [end for stroke in upright for end in (stroke.start, stroke.end)]
    down = _apart([*(stroke.at for stroke in level), min(ends), max(ends)], near)[::-1]
    if len(across) < 3 or len(down) < 2 or len(across) * len(down) > _MOST_CELLS:
        return None
    borders = [[stroke for stroke in upright if abs(stroke.at - at) <= near] for at in across[1:-1]]
    rules = [[stroke for stroke in level if abs(stroke.at - at) <= near] for at in down[1:-1]]
    walls = [[_cover(strokes, bottom, top) for strokes in borders] for top, bottom in pairwise(down)]
    floors = [[_cover(strokes, left, right) for left, right in pairwise(across)] for strokes in rules]
    squares = list(_squares(walls, floors, len(down) - 1, len(across) - 1))
    return Grid(tuple(across), tuple(down), tuple(squares) if None not in squares else ())  # type: ignore[arg-type]


def _apart(places: Iterable[float], near: float) -> list[float]:
    """The different ones, in order."""
    found: list[float] = []
    for place in sorted(places):
        if not found or place - found[-1] > near:
            found.append(place)
    return found


def _cover(strokes: Iterable[Stroke], start: float, end: float) -> bool:
    """Do strokes at one place rule enough of the way from start to end?"""
    along = sum(max(0.0, min(end, stroke.end) - max(start, stroke.start)) for stroke in strokes)
    return along >= _COVERED * (end - start)


def _squares(walls: list[list[bool]], floors: list[list[bool]], rows: int, columns: int) -> Iterator[Square | None]:
    """The cells, in order of their upper left corners; None for one that is no rectangle."""
    seen: set[tuple[int, int]] = set()
    for row in range(rows):
        for column in range(columns):
            if (row, column) in seen:
                continue
            held = {(row, column)}
            waiting = [(row, column)]
            while waiting:
                for other in _open(*waiting.pop(), walls, floors):
                    if other not in held:
                        held.add(other)
                        waiting.append(other)
            seen |= held
            down, across = (
                max(places) + 1 - first for places, first in zip(zip(*held, strict=True), (row, column), strict=True)
            )
            yield Square(0, row, column, across, down) if len(held) == down * across else None


def _open(row: int, column: int, walls: list[list[bool]], floors: list[list[bool]]) -> Iterator[tuple[int, int]]:
    """The squares beside one that no border parts from it."""
    if column and not walls[row][column - 1]:
        yield row, column - 1
    if column < len(walls[row]) and not walls[row][column]:
        yield row, column + 1
    if row and not floors[row - 1][column]:
        yield row - 1, column
    if row < len(floors) and not floors[row][column]:
        yield row + 1, column
