"""Tables pasted into a text: cells parted by tabs, upright strokes or blanks, a row a line; or a cell a line."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reportlint.document.source import Source, Span, Table
from reportlint.kept import patterns
from reportlint.language.numbers.cells import is_value, value_of
from reportlint.lines.headings import read_heading
from reportlint.readers.pasted_cells import tables_by_line
from reportlint.readers.tables import is_data_table, is_note

_MARK = patterns.compile(r"[ \u3000]*[|｜│┃\t][ \u3000]*")
_BLANKS = patterns.compile(r"[ \u3000]+")
_RULE = patterns.compile(r"[\s|｜│┃+\-—─━┼├┤┌┐└┘┬┴:：=]+")
_FRAME = "|｜│┃"
_SHORT = 20
"""Characters of a line without cells that may stand within a table, and of a head that blanks part from others."""
_FIGURES = 3
"""Figures, or empty cells, in a row of which a table is told, or figures of which one more in all tell it; rows with fewer belong to
it where they stand beside such a one."""
_HEADS, _WIDE = 2, 80
"""Lines of heads that only blanks part, and characters in each."""
_LONGEST = 400
"""Characters of a row; a longer line is prose."""


def with_tables(source: Source) -> Source:
    """The source with the tables pasted into it, which are no running text."""
    tables: list[Table] = []
    apart: set[int] = set()
    for numbers, rows in _runs(source):
        cells = [source.text[cell.start : cell.end] for row in rows for cell in row]
        counts = [sum(is_value(source.text[cell.start : cell.end]) for cell in row) for row in rows]
        figures = sum(value_of(cell) is not None for cell in cells)
        enough = max(counts) >= _FIGURES or figures > _FIGURES
        if enough and figures and is_data_table(cells):
            tables.append(Table(tuple(rows)))
            apart.update(numbers)
    for numbers, found in tables_by_line(source.text, source.lines, frozenset(apart)):
        tables.append(Table(tuple(map(tuple, found))))
        apart.update(numbers)
    tables.sort(key=lambda table: table.span.start)
    return source._replace(tables=tuple(tables), apart=source.apart | apart) if tables else source


def _runs(source: Source) -> Iterator[tuple[list[int], list[tuple[Span, ...]]]]:
    """The lines (from 1) and rows of what may be a table: rows below one another, with empty and short lines between them."""
    numbers: list[int] = []
    rows: list[tuple[Span, ...]] = []
    waiting: list[int] = []  # lines that belong to the table if a row follows
    above: list[tuple[int, tuple[Span, ...]]] = []  # lines right above that may be its heads
    for number, line in enumerate(source.lines, 1):
        words = source.text[line.start : line.end].strip()
        cells = _cells(source.text, line)
        if len(cells) > 1:
            numbers += [*(at for at, _ in above), *waiting, number]
            rows += [*(heads for _, heads in above), tuple(cells)]
            waiting, above = [], []
        elif rows and words.startswith(tuple(_FRAME)) and is_note(words):
            numbers += [*waiting, number]
            waiting = []
        elif rows and (_RULE.fullmatch(words) or not words or (_is_cell(source.text, line) and len(waiting) < 2)):
            waiting.append(number)
        else:
            if rows:
                yield numbers, rows
            above = [*above, (number, heads)][-_HEADS:] if (heads := _heads(source.text, line)) else []
            numbers, rows, waiting = [], [], []
    if rows:
        yield numbers, rows


def _heads(text: str, line: Span) -> tuple[Span, ...]:
    """The heads of columns on a line that but for blanks reads as one label; () for another line."""
    words = text[line.start : line.end]
    if len(words) > _WIDE or not _BLANKS.search(words) or any(mark in words for mark in "。；"):
        return ()
    if read_heading(text, line):
        return ()
    heads = _pieces(text, line, _BLANKS)
    return tuple(heads) if len(heads) > 1 else ()


def _is_cell(text: str, line: Span) -> bool:
    words = "".join(text[line.start : line.end].split())
    return len(words) <= _SHORT and not words.endswith(("。", "：", ":")) and read_heading(text, line) is None


def _cells(text: str, line: Span) -> list[Span]:
    """The cells of a line; one where it is no row."""
    words = text[line.start : line.end]
    if len(words) > _LONGEST or "。" in words or _RULE.fullmatch(words):
        return [line]
    if _MARK.search(words):
        cells = _pieces(text, line, _MARK)
        framed = words.strip().startswith(tuple(_FRAME))
        return cells[1 : -1 if words.strip().endswith(tuple(_FRAME)) else None] if framed else cells
    if not _BLANKS.search(words):
        return [line]
    cells = _pieces(text, line, _BLANKS)
    figures = [is_value(text[cell.start : cell.end]) for cell in cells]
    heads = len(cells) >= _FIGURES and all(cell.end - cell.start <= _SHORT for cell in cells)
    return cells if len(cells) > 1 and (all(figures[1:]) or all(figures[-_FIGURES:]) or heads) else [line]


def _pieces(text: str, line: Span, between: re.Pattern[str]) -> list[Span]:
    """What stands between the marks in a line."""
    ends = [*between.finditer(text, *line)]
    starts = [line.start, *(match.end() for match in ends)]
    return [Span(*place) for place in zip(starts, [*(match.start() for match in ends), line.end], strict=True)]
