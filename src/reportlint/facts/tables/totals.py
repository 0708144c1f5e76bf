"""Tables of figures that no form prescribes: what their heads call a total must be the sum of the others.

A table adds up where most of what stands under 合计, 总计 or 小计 does: what does not there is a slip. A table in which none or few do
holds other things than parts, and nothing is said of it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import NamedTuple

from reportlint.document.source import Table
from reportlint.facts.tables.imbalances import Imbalance, Sum, faults, sums_of
from reportlint.facts.tables.sheets import Cell, sheets
from reportlint.language.numbers.cells import value_of
from reportlint.language.phrases import load_phrases
from reportlint.report import Report, fact

_RULES = load_phrases(__file__, "totals")
_TOTAL, _PART_TOTAL, _OTHER = (_RULES[name].pattern for name in ("total", "part-total", "other"))


class Figures(NamedTuple):
    """A table as figures with heads. heads: of its columns, from the first one with figures. labels: of its rows. rows: their cells."""

    table: Table
    heads: tuple[str, ...]
    labels: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]


@fact
def figure_tables(report: Report) -> tuple[Figures, ...]:
    """The tables that are sure, hold figures under heads, and are none of those that the kind prescribes."""
    prescribed = {table for sheet in sheets(report) for table in sheet.tables}
    tables = (table for table in report.source.tables if table.sure and table not in prescribed)
    return tuple(found for table in tables if (found := _figures(table, report)))


@fact
def totals(report: Report) -> tuple[tuple[Sum, ...], ...]:
    """Of each of these tables that adds up, but for slips, its sums."""
    return tuple(sums for figures in figure_tables(report) if (sums := (*_across(figures), *_down(figures))))


@fact
def verified(report: Report) -> tuple[Sum, ...]:
    """All sums of tables that were verified, prescribed ones or not, in order of place."""
    found = [
        *(each for sheet in sheets(report) for each in sums_of(sheet)),
        *(each for sums in totals(report) for each in sums),
    ]
    return tuple(sorted(found, key=lambda each: each.right[0].span))


@fact
def wrong_totals(report: Report) -> tuple[Imbalance, ...]:
    """The faults in these sums, in order of the tables."""
    return tuple(fault for sums in totals(report) for fault in faults(sums))


def _figures(table: Table, report: Report) -> Figures | None:
    """A table whose rows of figures have all as many cells, as the head above them has."""
    words = [[report.words(cell).strip() for cell in row] for row in table.rows]
    counts = [sum(value_of(word) is not None and _is_value(word) for word in row) for row in words]
    first = next((at for at, count in enumerate(counts) if count), None)
    if not first:
        return None
    width = len(words[first])
    body = range(first, len(words))
    label = next((at for at in range(width) if _is_value(words[first][at]) and words[first][at]), width)
    heads = next((row for row in reversed(words[:first]) if len(row) == width), None)
    if label == 0 or heads is None or any(len(words[at]) != width for at in body):
        return None
    rows = []
    for at in body:
        name = next((word for word in reversed(words[at][:label]) if word), "")
        if not all(map(_is_value, words[at][label:])):
            return None
        cells = zip(heads[label:], table.rows[at][label:], words[at][label:], strict=True)
        rows.append(tuple(Cell(name, head or "这一列", span, value_of(word)) for head, span, word in cells))
    return Figures(table, tuple(heads[label:]), tuple(row[0].row for row in rows), tuple(rows))


def _is_value(word: str) -> bool:
    return not word or value_of(word) is not None or not any(sign.isalnum() for sign in word)


def _across(figures: Figures) -> Iterator[Sum]:
    for parts, total in _parts(figures.heads):
        yield from _kept(
            [
                Sum(tuple(row[at] for at in parts), (row[total],))
                for row in figures.rows
                if not _OTHER.search(row[0].row)
            ]
        )


def _down(figures: Figures) -> Iterator[Sum]:
    columns = [at for at, head in enumerate(figures.heads) if not _OTHER.search(head)]
    for parts, total in _parts(figures.labels):
        yield from _kept([Sum(tuple(figures.rows[at][c] for at in parts), (figures.rows[total][c],)) for c in columns])


def _parts(names: Sequence[str]) -> Iterator[tuple[list[int], int]]:
    """Which of the names are parts of which total: those before it, or behind it where it comes first. None where some count apart.

    What a total of parts (小计) sums up is since the one before; it is a part of the whole itself.
    """
    if any("其中" in name for name in names):
        return
    whole: list[int] = []
    group: list[int] = []
    for at, name in enumerate(names):
        if _PART_TOTAL.search(name):
            if len(group) > 1:
                yield group, at
            whole.append(at)
            group = []
        elif _TOTAL.search(name):
            behind = [other for other in range(at + 1, len(names)) if not _OTHER.search(names[other])]
            parts = [*whole, *group] or ([] if any(_is_total(names[other]) for other in behind) else behind)
            if len(parts) > 1:
                yield parts, at
            return
        elif not _OTHER.search(name):
            group.append(at)


def _is_total(name: str) -> bool:
    return bool(_TOTAL.search(name) or _PART_TOTAL.search(name))


def _kept(sums: list[Sum]) -> list[Sum]:
    """Those of a total, where most of them are right, or it is but one; figures that are rounded may be off by the last digit."""
    told = [each for each in sums if any(cell.value for cell in (*each.left, *each.right))]
    wrong = sum(each.fails and not _is_rounded(each) for each in told)
    return [each for each in told if not _is_rounded(each)] if 2 * wrong <= len(told) or len(told) == 1 else []


def _is_rounded(each: Sum) -> bool:
    """Are there decimals, and is the sum off by no more than half a digit of each of its parts?"""
    places = max(-int(cell.value.as_tuple().exponent) for cell in (*each.left, *each.right) if cell.value is not None)
    return places > 0 and 0 < abs(each.excess) <= Decimal(len(each.left) + 1) / 2 / 10**places
