"""A page: its ruled tables, cell by cell, among its lines."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from statistics import median_low

from reportlint.readers.pages.grids import Grid, Square, grids_of, strokes_of
from reportlint.readers.pages.line_numbers import without_line_numbers
from reportlint.readers.pages.lines import Line, lines_of
from reportlint.readers.pages.rows import Char

_LONGEST = 60
"""Characters of a cell: with more in one of them, the ruling frames running text."""
_ACROSS = 0.3
"""Widths of a character: reaching farther over a border it may belong to either cell."""

Box = tuple[float, float, float, float]
"""Left, right, bottom, top."""


def lines_and_cells(
    chars: Iterable[Char], boxes: Iterable[Box], width: float, known: list[float] | None = None
) -> list[Line]:
    """The lines of a page of that width in order, those in tables cell by cell. boxes: what may rule it; flat ones do. known: see
    `lines_of`.
    """
    rest = list(chars)
    size = median_low([char.top - char.bottom for char in rest] or [1.0])
    tables: list[list[Line]] = []
    for grid in grids_of(*strokes_of(boxes, size), size):
        held: dict[tuple[int, int] | None, list[Char]] = {}
        for char in rest:
            held.setdefault(grid.place((char.left + char.right) / 2, (char.bottom + char.top) / 2), []).append(char)
        outside = held.pop(None, [])
        if held and (cells := _cells(grid, held, width)):
            tables.append(cells)
            rest = outside
    lines = lines_of(without_line_numbers(rest, size), width, known)
    for cells in tables:
        at = max((at for at, line in enumerate(lines, 1) if line.top > cells[0].top), default=0)
        lines[at:at] = cells
    return lines


def _cells(grid: Grid, held: dict[tuple[int, int] | None, list[Char]], width: float) -> list[Line]:
    """What stands in each cell, in order; none where the ruling frames text. What cannot be told apart comes line by line."""
    of_square: dict[Square, list[Char]] = {square: [] for square in grid.squares}
    for square in grid.squares:
        for row in range(square.row, square.row + square.down):
            for column in range(square.column, square.column + square.across):
                of_square[square] += held.get((row, column), [])
    top = grid.down[0]
    found = {square: lines_of(chars, width) for square, chars in of_square.items()}
    if any(sum(len(line.text) for line in lines) > _LONGEST for lines in found.values()):
        return []
    everything = [char for chars in held.values() for char in chars]
    if not found or any(_is_unsure(grid, square, of_square[square], lines) for square, lines in found.items()):
        rows = lines_of(everything, width)
        is_text = any(len(row.text) > _LONGEST for row in rows)
        return [] if is_text else [row._replace(square=Square(0, -1, 0, 1, 1)) for row in rows]
    return [_cell(lines, square, grid, top) for square, lines in found.items()]


def _cell(lines: Sequence[Line], square: Square, grid: Grid, top: float) -> Line:
    """One cell as a line; an empty one has no words."""
    text = ""
    for line in lines:
        gap = " " if text[-1:].isascii() and text[-1:].isalpha() and line.text[:1].isascii() else ""
        text += gap + line.text
    left, right = grid.sides(square)
    size = max((line.size for line in lines), default=1.0)
    return Line(text, left, right, top, size, (), square)


def _is_unsure(grid: Grid, square: Square, chars: Sequence[Char], lines: Sequence[Line]) -> bool:
    """Might what stands in a cell be part of another one: figures that cross its border, or several below one another?"""
    left, right = grid.sides(square)
    over = any(
        char.sign.isdigit() and max(left - char.left, char.right - right) > _ACROSS * (char.right - char.left)
        for char in chars
    )
    return over or sum(line.text.replace(",", "").replace(".", "").isdigit() for line in lines) > 1
