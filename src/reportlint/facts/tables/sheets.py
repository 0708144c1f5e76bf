"""The tables that the kind of report prescribes, found in the report by the heads of their rows and columns."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from typing import NamedTuple

from reportlint.document.source import Span, Table
from reportlint.kept import patterns
from reportlint.language.numbers.cells import is_value, value_of
from reportlint.outline.kind_tables import Form
from reportlint.report import Report, fact

_NUMBER = patterns.compile(r"^(?:[（(]?[一二三四五六七八九十\d]{1,3}[）)]?[.．、,，]?|[①-⑳])(?=[^\d年])")
_HEADS = 0.5
"""Of the different heads of columns: with as many, a table is the one looked for."""
_FEWEST = 8
"""One of so many rows must be there, for a table to be the one looked for."""


class Cell(NamedTuple):
    """One figure of a table, by the names of its row, "" where that has no head, and column. value: None where there is none."""

    row: str
    column: str
    span: Span
    value: Decimal | None

    @property
    def name(self) -> str:
        """What messages call it."""
        return f"“{self.row}”一行的“{self.column}”" if self.row else f"“{self.column}”"


class Sheet(NamedTuple):
    """A prescribed table as it stands in the report.

    tables: those that hold rows of it; none where it is not there. heads: row to the place of its head. cells: row and column to
    the figure there. cut: rows that hold fewer cells than there are columns, with how many. unread: does a table stand in its
    part whose cells cannot be told apart?
    """

    form: Form
    tables: tuple[Table, ...]
    heads: Mapping[str, Span]
    cells: Mapping[tuple[str, str], Cell]
    cut: Mapping[str, int]
    unread: bool

    @property
    def missing(self) -> list[str]:
        """The rows that are not there."""
        return [row for row in self.form.rows if row not in self.heads]


def total_of(cells: Iterable[Cell]) -> Decimal:
    """What cells come to, empty ones as nought."""
    return sum((cell.value or Decimal(0) for cell in cells), Decimal(0))


@fact
def sheets(report: Report) -> tuple[Sheet, ...]:
    """The prescribed tables, in order; none where the kind prescribes none, or not for the year reported on."""
    forms, year = report.kind.forms, report.outline.year
    if year is None or year < forms.since:
        return ()
    return tuple(_sheet(form, report) for form in forms.tables)


def sheet(report: Report, name: str) -> Sheet | None:
    """The prescribed table of that name."""
    return next((found for found in sheets(report) if found.form.name == name), None)


def _sheet(form: Form, report: Report) -> Sheet:
    there = {table: stands_in(table, form.part, report) for table in report.source.tables}
    tables = sorted((table for table in there if table.sure), key=lambda table: not there[table])
    unread = any(stands and not table.sure for table, stands in there.items())
    heads: dict[str, Span] = {}
    cells: dict[tuple[str, str], Cell] = {}
    cut: dict[str, int] = {}
    used: dict[Table, None] = {}
    for row, pattern in form.rows.items():
        found = [
            (table, head, values)
            for table in tables
            for head, values in _candidates(table, pattern and pattern.search, form, report)
        ]
        if not found:
            continue
        # the first of the fullest
        table, head, values = max(found, key=lambda each: min(len(each[2]), len(form.columns)))
        whole = [value for _, _, each in found for value in each]
        if pattern is None and len(whole) == len(form.columns):  # one row, told in several tables
            values = whole
            used.update(dict.fromkeys(each for each, _, _ in found))
        used[table] = None
        heads[row] = head
        if len(values) == len(form.columns):
            for column, span in zip(form.columns, values, strict=True):
                cells[row, column] = Cell(row, column, span, value_of(report.words(span)))
        else:
            cut[row] = len(values)
    if len(heads) * _FEWEST < len(form.rows):  # a word or two that other tables have as well
        return Sheet(form, (), {}, {}, {}, unread)
    return Sheet(form, tuple(used), heads, cells, cut, unread)


def tables_in(report: Report, part: str) -> list[Table]:
    """The tables that stand in a part, sure or not."""
    return [table for table in report.source.tables if stands_in(table, part, report)]


def stands_in(table: Table, part: str, report: Report) -> bool:
    """Does a table stand below the part's heading, and above the next part's?"""
    above = [section for section in report.outline.root.children if section.span.start <= table.span.start]
    heading = above[-1].heading if above else None
    return heading is not None and part in heading.parts


def _candidates(table: Table, search: object, form: Form, report: Report) -> Iterator[tuple[Span, list[Span]]]:
    """The rows of a table that may be the one looked for: the place of the head, and the cells behind it."""
    count = len(form.columns)
    if search is None and not _has_heads(table, form, report):
        return
    for row in table.rows:
        words = [_bare(report.words(cell)) for cell in row]
        if search is None:
            start = next((at for at, word in enumerate(words) if value_of(word) is not None), len(row))
            start -= start if all(map(is_value, words)) else 0
            if start < len(row) and all(map(is_value, words[start:])):
                yield Span(row[start].start, row[-1].end), _fitted(row[start:], words[start:], count)
            continue
        at = next((at for at, word in enumerate(words) if search(_NUMBER.sub("", word))), None)  # type: ignore[operator]
        if at is None:
            continue
        start = next((n for n in range(at, len(row)) if words[n] != words[at]), len(row))
        if all(map(is_value, words[start:])):
            yield row[at], _fitted(row[start:], words[start:], count)


def _has_heads(table: Table, form: Form, report: Report) -> bool:
    """Do the heads of columns stand in a table, or above it in its part, where the end of a page parts them from the figures?

    Each may be made up of several, one above the other: 行政复议, 结果维持.
    """
    starts = [section.span.start for section in report.outline.root.children]
    above = max((start for start in starts if start <= table.span.start), default=0)
    words = {word for line in report.text[above : table.span.end].split("\n") if len(word := _bare(line)) > 1}
    words |= {word for row in table.rows for cell in row if len(word := _bare(report.words(cell))) > 1}
    headed = sum(any(column.endswith(word) for word in words) for column in form.columns)
    return headed >= _HEADS * len(form.columns)


def _fitted(row: Sequence[Span], words: Sequence[str], count: int) -> list[Span]:
    """The cells of a row without the empty ones beyond the columns: before the first figure, where a head reaches over several
    columns, or behind the last. Converters write a merged cell into each of its columns: one figure repeated is one.
    """
    start, end = 0, 1 if count == 1 and len({*words}) == 1 else len(row)
    while end - start > count and not (words[start] and words[end - 1]):
        start, end = (start + 1, end) if not words[start] else (start, end - 1)
    return list(row[start:end])


def _bare(words: str) -> str:
    return "".join(words.split())
