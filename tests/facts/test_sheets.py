"""The prescribed tables are found in every format, cell by cell, and a wrong figure in them at its place."""

from __future__ import annotations

import random
from decimal import Decimal
from importlib import import_module

import pytest
from disclosure import Case, cases, findings, is_found, read_case
from disclosure_reports import FORMATS, Figures, draw, written

from reportlint.facts.tables.imbalances import imbalances
from reportlint.facts.tables.sheets import sheet, sheets
from reportlint.report import Report, read

draft = import_module("reportlint.checks.government_information_disclosure._sample").draft


def report_of(figures: Figures, form: str = "tabs") -> Report:
    return read_case(Case(form, figures, None))


@pytest.mark.parametrize("form", FORMATS)
def test_all_figures_are_found(form: str) -> None:
    figures = draw(random.Random(5))
    found = {each.form.name: [cell.value for cell in each.cells.values()] for each in sheets(report_of(figures, form))}
    rules, documents, licences, penalties, coercions, fees = figures.documents
    assert found == {
        "documents": [*rules, *documents],
        "licences": licences,
        "penalties": [*penalties, *coercions],
        "fees": fees,
        "requests": [figure for row in figures.requests for figure in row],
        "disputes": figures.disputes[0],
    }


def test_wrong_figures_alone_draw_findings() -> None:
    for clean, wrong in cases(36, 11, habits=True):
        assert findings(read_case(clean)) == []
        report = read_case(wrong)
        assert is_found(wrong, report, findings(report)), wrong


@pytest.mark.parametrize("sentences", [45, 60, 75])
def test_the_end_of_a_page_within_a_table(sentences: int) -> None:
    """It parts heads from figures, within the second table or the first one, and draws nothing."""
    told = "".join(f"依法公开第{number}批信息。" for number in range(1, sentences + 1))
    report = read(written(draw(random.Random(5)), "pdf", told=told), "draft.pdf")
    assert findings(report) == []
    assert all(len(each.cells) == len(each.form.rows) * len(each.form.columns) for each in sheets(report))


def test_what_should_stand_there_is_told() -> None:
    figures = draw(random.Random(5))
    right = figures.requests[2][0]
    figures.requests[2][0] = right + 7
    (fault,) = imbalances(report_of(figures))
    assert (fault.cell.row, fault.cell.column) == ("予以公开", "自然人")
    assert (fault.cell.value, fault.right, len(fault.sums)) == (Decimal(right + 7), Decimal(right), 2)


def test_two_wrong_figures_are_two_faults() -> None:
    figures = draw(random.Random(5))
    figures.requests[2][0] += 7
    figures.requests[9][4] += 40
    places = {(fault.cell.row, fault.cell.column) for fault in imbalances(report_of(figures))}
    assert places == {("予以公开", "自然人"), ("属于四类过程性信息", "法律服务机构")}


def read_text(text: str) -> Report:
    return read(text.encode(), "draft.txt")


@pytest.mark.parametrize(("total", "faults"), [("7", 0), ("5", 1)])
def test_an_empty_figure_is_not_zero(total: str, faults: int) -> None:
    """6 and nothing may be 7 together, but not 5."""
    row = "（一）予以公开\t5\t1\t0\t0\t1\t0\t7"
    report = read_text(draft({row: f"（一）予以公开\t5\t1\t0\t0\t\t0\t{total}"}))
    found = [fault for fault in imbalances(report) if fault.cell.row == "予以公开"]
    assert len(found) == faults


def test_reports_on_earlier_years_have_other_tables() -> None:
    assert sheets(read_text(draft({"青岚县司法局2024年": "青岚县司法局2020年"}))) == ()


def test_a_head_that_reaches_over_columns_and_cells_beyond() -> None:
    """In Markdown a head over three columns leaves two empty cells behind it."""
    found = sheet(read_text(draft({"行政许可\t36": "行政许可\t\t\t36\t"})), "licences")
    assert found is not None and [cell.value for cell in found.cells.values()] == [36]


def test_a_word_of_another_table_makes_no_sheet() -> None:
    """总计 heads a column of reviews and suits, too."""
    requests = draft()[draft().index("三、收到") : draft().index("四、政府信息公开行政复议")]
    found = sheet(read_text(draft({requests: ""}).replace("总计\t", "总计\n")), "requests")
    assert found is not None and not found.heads
