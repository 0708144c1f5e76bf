"""What does not add up in the prescribed tables, and in which cell the fault lies, where that can be told."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import NamedTuple

from reportlint.facts.tables.sheets import Cell, Sheet, sheets, total_of
from reportlint.finding import Finding, Related
from reportlint.outline.kind_tables import Balance
from reportlint.report import Report, fact


class Sum(NamedTuple):
    """What must add up, in one row or column. left, right: its figures."""

    left: tuple[Cell, ...]
    right: tuple[Cell, ...]

    @property
    def excess(self) -> Decimal:
        """By how much the left side is more than the right one; what is empty counts nothing."""
        return total_of(self.left) - total_of(self.right)

    @property
    def fails(self) -> bool:
        """Can it not be right? Where figures are lacking, only if the others are already too many."""
        gaps = [any(cell.value is None for cell in side) for side in (self.left, self.right)]
        if all(gaps):
            return False
        return self.excess > 0 if gaps[0] else self.excess < 0 if gaps[1] else self.excess != 0

    @property
    def told(self) -> str:
        """The two sides as messages tell them, as far as they are not 0."""
        fixed = self.left[0].row if self.left[0].row == self.left[-1].row else self.left[0].column
        left, right = (_side([cell for cell in side if cell.value], fixed) for side in (self.left, self.right))
        return f"“{fixed}”{left}，{right}" if fixed else f"{left}，{right}"

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
    return tuple(found for sheet in sheets(report) for found in faults(sums_of(sheet)))


def sums_of(sheet: Sheet) -> list[Sum]:
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


def faults(sums: Sequence[Sum]) -> Iterator[Imbalance]:
    """The faults in sums. Two or more sums that one cell would mend, and no other cell any of them, are one fault; each that is left is one by itself."""
    failing = [each for each in sums if each.fails]
    mends = list(_mends(failing, sums))
    times = Counter(each for mend in mends for each in mend.sums)
    sure = [mend for mend in mends if all(times[each] == 1 for each in mend.sums)]
    yield from sure
    told = {each for mend in sure for each in mend.sums}
    for each in failing:
        if each not in told:
            yield Imbalance(each.right[0], None, (each,))


def _mends(failing: Sequence[Sum], sums: Sequence[Sum]) -> Iterator[Imbalance]:
    """The cells that, with another value, make all that they stand in add up, two sums or more."""
    for cell in sorted({cell for each in failing for cell in (*each.left, *each.right)}, key=lambda cell: cell.span):
        touched = [each for each in sums if each.is_whole and (cell in each.left or cell in each.right)]
        if cell.value is None or len(touched) < 2 or not all(each.fails for each in touched):
            continue
        needed = {cell.value + (-each.excess if cell in each.left else each.excess) for each in touched}
        if len(needed) == 1 and min(needed) >= 0:
            yield Imbalance(cell, needed.pop(), tuple(touched))


def _side(cells: list[Cell], fixed: str) -> str:
    names = [cell.column if cell.row == fixed else cell.row for cell in cells]
    terms = "＋".join(f"{name}{cell.value}" for name, cell in zip(names, cells, strict=True))
    return f"{terms}＝{total_of(cells)}" if len(cells) > 1 else terms or "0"


def finding_of(fault: Imbalance) -> Finding:
    """What is said of a fault in the sums of a table: at its cell or, where that cannot be told, at the total."""
    cell, told = fault.cell, "；".join(each.told for each in fault.sums[:3])
    if fault.right is None:
        operands = [each for each in (*fault.sums[0].left, *fault.sums[0].right) if each is not cell and each.value]
        related = tuple(Related(each.span, f"{each.name}：{each.value}") for each in operands[:8])
        return Finding(cell.span, f"{cell.name}合不上：{told}。", "请逐格核对，改正算错或者填错的一格。", related)
    return Finding(
        cell.span,
        f"{cell.name}是{cell.value}，与它有关的{len(fault.sums)}个等式都不成立：{told}。",
        f"请核对；其他各格都对的话，这里应为{fault.right}。",
    )
