"""Tables of figures are kept with their places, whatever the file; they are no running text."""

from __future__ import annotations

import pytest
from documents import paragraph, table, word

from reportlint.document.source import Source
from reportlint.readers import read_source
from reportlint.readers.tables import is_data_table


def rows(source: Source) -> list[list[str]]:
    """The words of each row of the only table."""
    (found,) = source.tables
    return [[source.text[cell.start : cell.end] for cell in row] for row in found.rows]


def page(body: str) -> Source:
    return read_source(f"<html><body><p>一、情况</p>{body}<p>以上。</p></body></html>".encode(), "a.html")


def test_merged_cells_of_a_page() -> None:
    source = page(
        "<table><tr><td rowspan=2>处罚</td><td colspan=2>甲</td></tr><tr><td>1</td><td></td></tr>"
        "<tr><td>许可</td><td>3</td><td>4</td></tr></table>"
    )
    assert rows(source) == [["处罚", "甲"], ["处罚", "1", ""], ["许可", "3", "4"]]
    assert {source.text.split("\n")[number - 1] for number in source.apart} == {"处罚", "甲", "1", "许可", "3", "4"}


def test_merged_cells_of_a_word_file() -> None:
    begins, goes_on, wide = ('<w:vMerge w:val="restart"/>', "<w:vMerge/>", '<w:gridSpan w:val="2"/>')

    def row(*cells: tuple[str, str]) -> str:
        return (
            f"<w:tr>{''.join(f'<w:tc><w:tcPr>{how}</w:tcPr>{paragraph(words)}</w:tc>' for words, how in cells)}</w:tr>"
        )

    body = (
        row(("处罚", begins), ("甲", wide))
        + row(("", goes_on), ("1", ""), ("", ""))
        + row(("许可", ""), ("3", ""), ("4", ""))
    )
    source = read_source(word(f"{paragraph('一、情况')}<w:tbl>{body}</w:tbl>"), "a.docx")
    assert rows(source) == [["处罚", "甲"], ["处罚", "1", ""], ["许可", "3", "4"]]


def test_a_table_of_figures_in_one_that_lays_out_a_page() -> None:
    def row(*cells: str) -> str:
        return f"<w:tr>{''.join(f'<w:tc>{cell}</w:tc>' for cell in cells)}</w:tr>"

    inner = [["项目", "受理", "办结"], ["行政处罚", "36", "30"]]
    figures = f"<w:tbl>{''.join(row(*map(paragraph, cells)) for cells in inner)}</w:tbl>"
    around = f"<w:tbl>{row(figures + paragraph())}</w:tbl>"
    assert rows(read_source(word(paragraph("一、情况") + around), "a.docx")) == inner


def test_a_table_that_lays_out_a_page_is_none() -> None:
    source = read_source(word(table(("一、情况", "全年检查36次，发现问题12个。"), ("二、不足", "人手少。"))), "a.docx")
    assert source.tables == () and not source.apart


def test_markdown_keeps_empty_cells() -> None:
    source = read_source("一、情况\n\n| 项目 | 甲 | 乙 |\n|---|---|---|\n| 许可 | | 4 |\n".encode(), "a.md")
    assert rows(source) == [["项目", "甲", "乙"], ["许可", "", "4"]]


@pytest.mark.parametrize("between", ["\t", " | ", "｜", "  ", " "])
def test_a_pasted_table(between: str) -> None:
    text = (
        "一、情况\n"
        + "\n".join(map(between.join, [["项目", "甲", "乙", "丙"], ["许可", "1", "2", "3"]]))
        + "\n二、不足\n"
    )
    source = read_source(text.encode(), "a.txt")
    assert rows(source) == [["项目", "甲", "乙", "丙"], ["许可", "1", "2", "3"]]
    assert source.apart == {2, 3}


def test_a_pasted_table_with_a_cell_a_line() -> None:
    """A heading with figures below it is a label; one that leads to heads of columns is one of the text."""
    lines = "三、受理情况 类别 甲 乙 丙 一、许可 1 2 3 二、其他 （一）处罚 4 5 6 四、不足 有待改进。".split()
    source = read_source("\n".join(lines).encode(), "a.txt")
    assert rows(source) == [
        ["类别", "甲", "乙", "丙"],
        ["一、许可", "1", "2", "3"],
        ["二、其他", "（一）处罚", "4", "5", "6"],
    ]
    assert not {1, len(lines) - 1, len(lines)} & source.apart and {2, 6, 10} <= source.apart


def test_a_frame_of_strokes_and_an_empty_cell() -> None:
    source = read_source(
        "| 项目 | 甲 | 乙 | 丙 | 丁 |\n|---|---|---|---|---|\n| 许可 | 1 |  | 3 | 4 |\n".encode(), "a.txt"
    )
    assert rows(source)[-1] == ["许可", "1", "", "3", "4"]


def test_a_heading_between_tables_parts_them() -> None:
    source = read_source("许可\t1\t2\t3\n四、复议情况\n维持\t4\t5\t6\n".encode(), "a.txt")
    assert len(source.tables) == 2 and 2 not in source.apart


@pytest.mark.parametrize(
    "text",
    [
        "青 岚 县 人 民 政 府\n2024 年 度 报 告\n一、情况\n",
        "全年办理 36 件，审查 12 件。\n检查 30 次。\n",
        "来源：县司法局  日期：2025-01-20  字号：大 中 小\n一、情况\n",
        "首页\t政务公开\t年报\n青岚县司法局\n",
    ],
)
def test_what_is_no_table(text: str) -> None:
    assert read_source(text.encode(), "a.txt").tables == ()


def test_places_hold_behind_invisible_characters() -> None:
    source = read_source("青\u200b岚\u200b县\n许\u200b可\t1\t\u200b2\t3\n".encode(), "a.txt")
    assert rows(source) == [["许可", "1", "2", "3"]]


def test_labels_with_a_comma_do_not_make_prose_of_a_table() -> None:
    label = "部分公开（区分处理的，只计这一情形，不计其他情形）"
    assert is_data_table([label, *["0"] * 20])
    assert not is_data_table([label, "0", "0"])
    assert not is_data_table(["全年检查36次。", *["0"] * 20])
