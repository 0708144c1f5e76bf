"""Tables in documents: of figures, or made to lay out a page."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping

from reportlint.document.source import Span, Table
from reportlint.kept import patterns
from reportlint.language.numbers.cells import is_value
from reportlint.lines.furniture import is_prose

_LONGEST_CELL = 60
"""Characters: a longer cell is prose, and its table a frame around the text."""
_MANY = 20
"""Cells of a table that may have a label with a comma in it, where half of them are figures, or empty."""
_FIGURE = patterns.compile(r"[\s\u200b\ufeff]*\d[\d,，]*(?:\.\d+)?[\s\u200b\ufeff]*")
_NOTE = patterns.compile(r"[\s|｜│┃]*(?:备?注|说明)\d{0,2}[：:]")


class Cell:
    """A cell as its reader meets it; the same only as itself. No dataclass, whose import would take each start 5 ms.

    table, row: their numbers in the document. across: how many columns it covers. down: how many rows; 0 where it goes on from
    the cell above it.
    """

    def __init__(self, table: int, row: int, across: int = 1, down: int = 1) -> None:
        self.table = table
        self.row = row
        self.across = across
        self.down = down


def is_figure(cell: str) -> bool:
    """Does a cell hold a number and nothing else?"""
    return bool(_FIGURE.fullmatch(cell))


def is_note(cell: str) -> bool:
    """Does a cell, or a line, hold a note on the table?"""
    return bool(_NOTE.match(cell))


def is_data_table(cells: Collection[str]) -> bool:
    """Does a table hold figures and labels, and no running text but a note? cells: the texts of its paragraphs, empty ones included."""
    filled = [cell for cell in cells if cell.strip() and not is_note(cell)]
    if len(filled) <= 2 or any(len(cell) > _LONGEST_CELL for cell in filled):
        return False
    figures = sum(map(is_value, cells))
    told = "。" if len(cells) >= _MANY and 2 * figures >= len(cells) else ""
    return not any(told in cell if told else is_prose(cell) for cell in filled)


def with_places(cells: Iterable[Cell], places: Mapping[Cell, Span]) -> tuple[Table, ...]:
    """The tables that cells make up, those alone that have a place in the text; an empty cell without one stands behind the one
    before it. cells: all, in order of the document; those of one row from the left.
    """
    tables: dict[int, dict[int, list[Cell]]] = {}
    known = {cell.table for cell in places}
    for cell in cells:
        if cell.table in known:
            tables.setdefault(cell.table, {}).setdefault(cell.row, []).append(cell)
    return tuple(Table(_rows(rows.values(), places)) for rows in tables.values())


def _rows(rows: Iterable[list[Cell]], places: Mapping[Cell, Span]) -> tuple[tuple[Span, ...], ...]:
    """The places of the cells row by row, what reaches down repeated."""
    found: list[tuple[Span, ...]] = []
    # by column: the cell above, the columns it covers, the rows it still reaches down
    above: dict[int, tuple[Span, int, int]] = {}
    last = Span(*[min((place.start for place in places.values()), default=0)] * 2)
    for cells in rows:
        row: list[Span] = []
        column, waiting = 0, list(reversed(cells))
        while waiting or any(at >= column and left for at, (_, _, left) in above.items()):
            if column in above and above[column][2]:
                place, across, left = above[column]
                above[column] = place, across, left - 1
            elif waiting:
                cell = waiting.pop()
                across = max(1, cell.across)
                if cell.down:
                    last = place = places.get(cell, Span(last.end, last.end))
                else:
                    place = above.get(column, (last, 1, 0))[0]
                above[column] = place, across, max(0, cell.down - 1)
            else:  # a gap before a cell that reaches down
                column += 1
                continue
            row.append(place)
            column += across
        found.append(tuple(row))
    return tuple(found)
