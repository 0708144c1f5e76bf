"""Tables of pages: those that gaps alone make, rows that the end of a page cuts in two, and a place for each cell."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import groupby, pairwise

from reportlint.document.source import Span, Table
from reportlint.kept import patterns
from reportlint.language.numbers.cells import value_of
from reportlint.lines.furniture import is_page_number
from reportlint.lines.headings import read_heading
from reportlint.readers.pages.grids import Square
from reportlint.readers.pages.lines import Line
from reportlint.readers.tables import Cell, is_data_table, is_figure, with_places

_UNREAD = -1
"""The row of what stands in a table whose cells cannot be told apart."""
_SHORT, _LABEL = 20, 6
"""Characters of a line that may stand within a table, and of one that is no heading there, though it has a number."""
_FEW = 3
"""Rows and figures: with fewer, and cells that cannot be told apart, lines with gaps make no table."""
_ITEM = patterns.compile(r"[（(]?[一二三四五六七八九十\d]{1,3}[）)．.、]")


class Placed:
    """The paragraphs of a file, one after the other, and the cells of tables among them."""

    def __init__(self) -> None:
        self._texts: list[str] = []
        self._end = 0
        self._cells: list[Cell] = []
        self._words: defaultdict[int, list[str]] = defaultdict(list)  # of each table
        self._lines: defaultdict[int, list[int]] = defaultdict(list)  # its paragraphs, from 1
        self._places: dict[Cell, Span] = {}
        self._unread: defaultdict[int, list[tuple[Span, ...]]] = defaultdict(list)
        self._figures: defaultdict[int, int] = defaultdict(int)  # of what is unread
        self._apart: set[int] = set()

    def add(self, line: Line | None, text: str) -> None:
        """Add a paragraph. line: that of a table which it is. An empty cell is none."""
        place = Span(self._end, self._end + len(text))
        if text:
            self._texts.append(text)
            self._end = place.end + 1
        if line is None or line.square is None:
            return
        table, row, _, across, down = line.square
        if row == _UNREAD:
            self._apart.add(len(self._texts))
            self._unread[table].append((place,))
            self._figures[table] += sum(map(is_figure, line.pieces))
            return
        cell = Cell(table, row, across, down)
        self._cells.append(cell)
        self._words[table].append(text)
        if text:
            self._places[cell] = place
            self._lines[table].append(len(self._texts))

    @property
    def text(self) -> str:
        """All of it, a line for each paragraph."""
        return "".join(f"{text}\n" for text in self._texts)

    @property
    def apart(self) -> frozenset[int]:
        """The lines, from 1, that are no running text."""
        return frozenset(self._apart.union(*(self._lines[table] for table in self._of_figures())))

    @property
    def tables(self) -> tuple[Table, ...]:
        """Those of figures, and behind them those that cannot be read."""
        known = self._of_figures()
        read = with_places(self._cells, {cell: place for cell, place in self._places.items() if cell.table in known})
        unread = (Table(tuple(rows), False) for table, rows in self._unread.items() if self._figures[table] >= _FEW)
        return (*read, *unread)

    def _of_figures(self) -> set[int]:
        """The tables of figures, with what the end of a page cut off them: heads alone, or a row or two."""
        found = {
            table
            for table, words in self._words.items()
            if is_data_table(words) and any(value_of(word) is not None for word in words)
        }
        tables = sorted((lines[0], lines[-1], table) for table, lines in self._lines.items())
        for (_, end, table), (start, _, other) in pairwise(tables):
            if start == end + 1 and len(found & {table, other}) == 1:
                found |= {table, other} if is_data_table((*self._words[table], *self._words[other])) else set()
        return found


def unread_line(text: str) -> Line:
    """A line by itself, which is no running text."""
    return Line(text, 0.0, 0.0, 0.0, 0.0, (), Square(-1, _UNREAD, 0, 1, 1))


def with_rows(page: Sequence[Line]) -> list[Line]:
    """A page with the tables that no ruling but wide gaps make: piece by piece, where all rows of figures are alike, else row by row.

    A table reaches over short lines, such as the ends of labels, from one line of several pieces to another.
    """
    found: list[Line] = []
    number = max((line.square.table for line in page if line.square), default=-1) + 1
    for may_be, group in groupby(page, key=lambda line: not line.square and (len(line.pieces) > 1 or _is_short(line))):
        lines = list(group)
        found += _table(lines, number) if may_be else lines
        number += len(lines)
    return found


def _is_short(line: Line) -> bool:
    """May a line stand within a table: the end of a label, or a head over all columns?"""
    text = line.text
    if len(text) > _SHORT or text.endswith("。"):
        return False
    return len(text) <= _LABEL or text[-1].isdigit() or read_heading(text, Span(0, len(text))) is None


def _table(lines: Sequence[Line], first: int) -> Iterator[Line]:
    """What may be a table, as its pieces or rows, and what of it is none as it was. first: the number of the first table of it."""
    runs = [(of_pieces, list(run)) for of_pieces, run in groupby(lines, key=lambda line: len(line.pieces) > 1)]
    rows = [run for of_pieces, run in runs if of_pieces]
    figures = sum(is_figure(piece) for run in rows for line in run for piece in line.pieces)
    for at, (of_pieces, run) in enumerate(runs):
        if rows and all(map(_is_regular, rows)):
            within = 0 < at < len(runs) - 1
            yield from _pieces(run, first + at) if of_pieces else (_as_row(x, first + at) if within else x for x in run)
        elif figures >= _FEW and sum(map(len, rows)) >= _FEW:
            yield from (x if is_page_number(x.text) or x.text.isdigit() else _as_row(x, first) for x in run)
        else:
            yield from (_as_row(x, first) if of_pieces and len(run) > 1 else x for x in run)


def _is_regular(run: Sequence[Line]) -> bool:
    """Have all rows with figures, two or more lines of them and heads, as many pieces, and figures in the same ones?"""
    rows = {tuple(map(is_figure, line.pieces)) for line in run}
    return len(run) > 1 and len([row for row in rows if any(row)]) == 1


def _as_row(line: Line, table: int) -> Line:
    return line._replace(square=Square(table, _UNREAD, 0, 1, 1))


def _pieces(run: Sequence[Line], table: int) -> Iterator[Line]:
    for row, line in enumerate(run):
        for column, piece in enumerate(line.pieces):
            yield line._replace(text=piece, pieces=(), square=Square(table, row, column, 1, 1))


def rows_made_whole(pages: Sequence[Sequence[Line]]) -> list[list[Line]]:
    """The pages with tables numbered through, and rows that the end of a page cuts in two made one.

    Of such a row, one half holds the figures and the other one none; its label goes on from one to the other.
    """
    numbered: list[list[Line]] = []
    numbers: dict[tuple[int, int], int] = {}
    for at, page in enumerate(pages):
        numbered.append([])
        for line in page:
            if line.square:
                number = numbers.setdefault((at, line.square.table), len(numbers))
                line = line._replace(square=line.square._replace(table=number))
            numbered[-1].append(line)
    for above, below in pairwise(numbered):
        last = next((line.square.table for line in reversed(above) if line.square), None)
        first = next((line.square.table for line in below if line.square), None)
        if last is not None and first is not None:
            _join(above, below, last, first)
    return numbered


def _join(above: list[Line], below: list[Line], last: int, first: int) -> None:
    """Join the last row of one table and the first of another one, where they are halves of one."""
    bottom = max(square.row + square.down for _, square in _squares(above, last))
    ends = {square.column: line for line, square in _squares(above, last) if square.row + square.down == bottom}
    begins = {square.column: line for line, square in _squares(below, first) if square.row == 0 and square.down == 1}
    if not begins or not begins.keys() <= ends.keys():
        return
    pairs = [(ends[column].text, begins[column].text) for column in begins]
    told = {tuple(map(is_figure, pair)) for pair in pairs if any(map(is_figure, pair))}
    labels = [begun for end, begun in pairs if end and begun]
    if len(told) == 1 and told != {(True, True)} and len(labels) == 1 and not _ITEM.match(labels[0]):
        for column, line in begins.items():
            above[above.index(ends[column])] = ends[column]._replace(text=ends[column].text + line.text)
            below.remove(line)


def _squares(page: Sequence[Line], table: int) -> Iterator[tuple[Line, Square]]:
    yield from ((line, line.square) for line in page if line.square and line.square.table == table)
