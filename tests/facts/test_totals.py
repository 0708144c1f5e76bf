"""Tables of figures: what their heads call a total, and what the text tells of the same."""

from __future__ import annotations

from decimal import Decimal

import pytest

from reportlint.facts.tables.told_again import told_again
from reportlint.facts.tables.totals import figure_tables, totals, wrong_totals
from reportlint.report import Report, read

HEAD = "青岚县2024年法治政府建设年度报告\n一、主要举措和成效\n全年受理行政复议30件，见下表。\n"
ROWS = ["单位\t受理\t办结\t合计", "行政复议\t36\t30\t66", "行政调解\t12\t8\t20", "合计\t48\t38\t86"]


def report_of(*rows: str) -> Report:
    return read((HEAD + "\n".join(rows) + "\n").encode(), "draft.txt")


def test_totals_both_ways() -> None:
    (sums,) = totals(report_of(*ROWS))
    assert len(sums) == 6 and not any(each.fails for each in sums)


def test_a_wrong_cell_is_told_by_both_of_its_totals() -> None:
    (fault,) = wrong_totals(report_of(*ROWS[:2], ROWS[2].replace("\t8\t", "\t9\t"), ROWS[3]))
    assert (fault.cell.row, fault.cell.column, fault.right) == ("行政调解", "办结", Decimal(8))


@pytest.mark.parametrize(("value", "faults"), [("66.1", 0), ("66.4", 1)])
def test_decimals_may_be_rounded(value: str, faults: int) -> None:
    rows = ["单位\t罚款\t没收\t合计", f"城管局\t36.0\t30.0\t{value}", "水利局\t1.2\t2.1\t3.3"]
    assert len(wrong_totals(report_of(*rows))) == faults


def test_where_nothing_adds_up_nothing_is_said() -> None:
    report = report_of("单位\t受理\t办结\t合计", "行政复议\t36\t30\t36", "行政调解\t12\t8\t12")
    assert figure_tables(report) and totals(report) == ()


def test_a_figure_of_the_text_stands_in_the_table() -> None:
    (told,) = told_again(report_of(*ROWS))
    assert (told.value, told.cell.value) == (Decimal(30), Decimal(36))
