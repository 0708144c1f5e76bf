"""Tables of pages, ruled or not: cell by cell where that is sure, and else no running text and nothing more."""

from __future__ import annotations

import pytest
from disclosure_pages import Page, ofd, pdf

from reportlint.document.source import Source
from reportlint.readers import read_source

PROSE = ["一、情况", "全县各级行政机关认真落实年度工作安排，逐项抓好各项任务的组织实施工作，成效见表。"]
AFTER = "二、不足"
Rows = list[list[str]]


def page(*cells: tuple[str, float, float], edges: list[tuple[float, float, float, float]]) -> Page:
    """Prose above and below words at places, and strokes."""
    above = [(words, 60.0, 780.0 - 20 * at) for at, words in enumerate(PROSE)]
    return Page([*above, *cells, (AFTER, 60.0, 300.0)], edges)


def box(left: float, bottom: float, right: float, top: float) -> list[tuple[float, float, float, float]]:
    """The four sides of a cell."""
    level = [(left, y, right, y) for y in (bottom, top)]
    return level + [(x, bottom, x, top) for x in (left, right)]


@pytest.fixture(params=["pdf", "ofd"])
def form(request: pytest.FixtureRequest) -> str:
    return str(request.param)


def read(form: str, *pages: Page) -> Source:
    return read_source((pdf if form == "pdf" else ofd)(pages), f"draft.{form}")


def rows(source: Source) -> Rows:
    (found,) = source.tables
    assert found.sure
    return [[source.text[slice(*cell)] for cell in row] for row in found.rows]


def test_merged_and_empty_cells(form: str) -> None:
    edges = [
        *box(60, 660, 160, 720), *box(160, 690, 400, 720), *box(160, 660, 280, 690), *box(280, 660, 400, 690),
        *box(60, 630, 160, 660), *box(160, 630, 280, 660), *box(280, 630, 400, 660),
    ]  # fmt: skip
    cells = [("行政", 65.0, 692.0), ("处罚", 65.0, 678.0), ("甲类", 265.0, 700.0), ("1", 200.0, 670.0)]
    cells += [("许可", 65.0, 640.0), ("3", 200.0, 640.0), ("4", 330.0, 640.0)]
    source = read(form, page(*cells, edges=edges))
    assert rows(source) == [["行政处罚", "甲类"], ["行政处罚", "1", ""], ["许可", "3", "4"]]
    assert [source.text.split("\n")[at - 1] for at in sorted(source.apart)] == [
        "行政处罚",
        "甲类",
        "1",
        "许可",
        "3",
        "4",
    ]
    assert source.text.endswith(f"4\n{AFTER}\n")


def test_a_row_that_the_end_of_a_page_cuts(form: str) -> None:
    def table(*lines: tuple[str, str, str]) -> Page:
        edges = [
            side
            for at in range(len(lines))
            for x in (60, 160, 260)
            for side in box(x, 700 - 30 * at, x + 100, 730 - 30 * at)
        ]
        cells = [(w, 65.0 + 100 * x, 710.0 - 30 * at) for at, row in enumerate(lines) for x, w in enumerate(row) if w]
        return Page(cells, edges)

    first = table(("项目", "受理", "办结"), ("行政处罚", "36", "30"), ("2.行政许可", "", ""))
    first.words.append((PROSE[0], 60.0, 780.0))
    source = read(form, first, table(("变更延续", "12", "11"), ("3.其他", "1", "1")))
    told = [[source.text[slice(*cell)] for cell in row] for table in source.tables for row in table.rows]
    assert told == [
        ["项目", "受理", "办结"],
        ["行政处罚", "36", "30"],
        ["2.行政许可变更延续", "12", "11"],
        ["3.其他", "1", "1"],
    ]


def test_columns_without_rows_cannot_be_read(form: str) -> None:
    cells = [(words, 65.0 + 100 * at, 700.0 - 20 * row) for at, column in enumerate(("甲乙丙", "123", "456")) for row, words in enumerate(column)]  # fmt: skip
    source = read(
        form, page(*cells, edges=[*box(60, 630, 160, 720), *box(160, 630, 260, 720), *box(260, 630, 360, 720)])
    )
    (table,) = source.tables
    assert not table.sure and len(source.apart) == 3


def test_a_frame_around_prose_is_no_table(form: str) -> None:
    long = "检查发现问题，督促整改到位，按期报告结果" * 2
    cells = [(long[:20], 65.0, 700.0), (long[20:], 65.0, 686.0), ("再次核对。" * 4, 65.0, 672.0), ("注", 285.0, 700.0)]
    source = read(form, page(*cells, edges=[*box(60, 660, 280, 720), *box(280, 660, 400, 720)]))
    assert source.tables == () and not source.apart


def test_labels_that_wrap_without_ruling_cannot_be_read(form: str) -> None:
    cells = [("项目", 60.0, 720.0), ("受理", 200.0, 720.0), ("办结", 300.0, 720.0)]
    for at, label in enumerate(("行政处罚案件", "行政许可事项")):
        y = 690.0 - 40 * at
        cells += [(label[:3], 60.0, y), ("36", 200.0, y - 12), ("30", 300.0, y - 12), (label[3:], 60.0, y - 24)]
    source = read(form, page(*cells, edges=[]))
    (table,) = source.tables
    assert not table.sure
    assert {"行政处", "罚案件"} <= {source.text.split("\n")[at - 1] for at in source.apart}
