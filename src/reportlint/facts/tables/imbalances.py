"""What does not add up in the prescribed tables, and in which cell the fault lies, where that can be told."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import NamedTuple

from reportlint.facts.tables.sheets import Cell, Sheet, sheets
from reportlint.outline.kind_tables import Balance
from reportlint.report import Report, fact


class Sum(NamedTuple):
    """What must add up, in one row or column. left, right: its figures."""

    left: tuple[Cell, ...]
    right: tuple[Cell, ...]

    @property
    def excess(self) -> Decimal:
        """By how much the left side is more than the right one; what is empty counts nothing."""
        return _total(self.left) - _total(self.right)

    @property
    def fails(self) -> bool:
        """Can it not be right? Where figures are lacking, only if the others are already too many."""
        gaps = [any(cell.value is None for cell in side) for side in (self.left, self.right)]
        if all(gaps):
            return False
        return self.excess > 0 if gaps[0] else self.excess < 0 if gaps[1] else self.excess != 0

    @property
    def is_whole(self) -> bool:
        """Has it all its figures?"""
        return all(cell.value is not None for cell in (*self.left, *self.right))


class Imbalance(NamedTuple):
    """One fault. cell: where it lies, as far as can be told; for one of several possible places, the total. right: the value that
    makes all add up; None where that cannot be told. sums: those that fail by it.
    """

    cell: Cell
    right: Decimal | None
    sums: tuple[Sum, ...]


@fact
def imbalances(report: Report) -> tuple[Imbalance, ...]:
    """The faults in the sums of the prescribed tables, in order of the tables."""
    return tuple(found for sheet in sheets(report) for found in _faults(_sums(sheet)))


def _sums(sheet: Sheet) -> list[Sum]:
    """All that must add up in a table, as far as its rows are there."""
    form, cells = sheet.form, sheet.cells
    across = [
        Sum(*(tuple(cells[row, column] for column in side) for side in balance))
        for balance in form.across
        for row in form.rows
        if all((row, column) in cells for column in form.columns)
    ]
    down = [
        Sum(*(tuple(cells[row, column] for row in side) for side in balance))
        for balance in form.down
        for column in form.columns
        if _are_there(balance, column, sheet)
    ]
    return [*across, *down]


def _are_there(balance: Balance, column: str, sheet: Sheet) -> bool:
    return all((row, column) in sheet.cells for side in balance for row in side)


def _faults(sums: Sequence[Sum]) -> Iterator[Imbalance]:
    """Sums that fail and share a cell are one fault, if that cell mends them all and breaks none; else each is one."""
    for group in _together([each for each in sums if each.fails]):
        places = list(_mends(group, sums))
        if len(places) == 1 and len(group) > 1:
            yield Imbalance(*places[0], tuple(group))
        else:
            for each in group:
                yield Imbalance(each.right[-1] if len(each.right) == 1 else each.right[0], None, (each,))


def _together(failing: Sequence[Sum]) -> list[list[Sum]]:
    """The sums that fail, those that share cells together."""
    groups: list[list[Sum]] = []
    for each in failing:
        near = [group for group in groups if any(_cells(each) & _cells(other) for other in group)]
        groups = [group for group in groups if group not in near] + [
            [each for group in near for each in group] + [each]
        ]
    return groups


def _mends(group: Sequence[Sum], sums: Sequence[Sum]) -> Iterator[tuple[Cell, Decimal]]:
    """The cells that, with another value, make the sums of a group add up, and fail no other; each with that value."""
    for cell in sorted(set.intersection(*(_cells(each) for each in group)), key=lambda cell: cell.span):
        needed = {(cell.value or 0) + (-each.excess if cell in each.left else each.excess) for each in group}
        touched = [each for each in sums if cell in _cells(each) and each.is_whole]
        if cell.value is not None and len(needed) == 1 and min(needed) >= 0 and len(touched) == len(group):
            yield cell, needed.pop()


def _cells(each: Sum) -> set[Cell]:
    return {*each.left, *each.right}


def _total(cells: Sequence[Cell]) -> Decimal:
    return sum((cell.value or Decimal(0) for cell in cells), Decimal(0))
