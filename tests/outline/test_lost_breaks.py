"""Headings whose line break, mark or end was lost, and headings of other houses."""

from __future__ import annotations

from functools import partial

import pytest
from growth import outgrows

from reportlint.document.source import Source
from reportlint.outline.outline import Outline, read_outline
from reportlint.outline.report_kind import load_kind

TITLE = "青岚县人民政府2024年度法治政府建设情况报告"
LEAD = "2024年，青岚县推进法治政府建设。现将有关情况报告如下。"


def read(body: str, head: str = TITLE) -> Outline:
    """The outline of a report."""
    return read_outline(Source("draft.txt", f"{head}\n{LEAD}\n{body}"), load_kind())


def levels(body: str) -> list[tuple[int, str]]:
    """Level and text of each heading of a report."""
    return [(heading.level, heading.text) for heading in read(body).headings]


@pytest.mark.parametrize(
    ("body", "found"),
    [
        (
            "一、主要举措和成效（一）健全制度。1.修订。修订12件。2.清理。清理8件。（二）普法。宣讲20场。",
            [(1, "主要举措和成效"), (2, "健全制度"), (3, "修订"), (3, "清理"), (2, "普法")],
        ),
        (
            "一、主要举措。审查36件。二、存在的不足。力量不足。",
            [(1, "主要举措"), (1, "存在的不足")],
        ),
        (
            "全年审查36件。一、健全制度。修订12件。\n二、规范执法。检查30次。三、宣传普法。宣讲20场。\n四、存在的不足\n力量不足。",
            [(1, "健全制度"), (1, "规范执法"), (1, "宣传普法"), (1, "存在的不足")],
        ),
        ("一、主要举措\n分三步：一、起草。二、审查。三、公布。", [(1, "主要举措")]),
        ("一、主要举措\n按步骤推进：1.起草。2.审查。其中（1）立项。（2）论证。", [(1, "主要举措")]),
        (
            "一、主要举措\n1.健全制度。修订12件。\n2规范执法。检查30次。",
            [(1, "主要举措"), (3, "健全制度"), (3, "规范执法")],
        ),
        ("一、主要举措\n1.健全制度。修订12件。\n2个乡镇试点，已经总结。", [(1, "主要举措"), (3, "健全制度")]),
        ("一、主要举措\n1.健全制度。审查36件，退回\n2更正后再审。", [(1, "主要举措"), (3, "健全制度")]),
    ],
)
def test_headings_that_lost_their_line_break_or_mark(body: str, found: list[tuple[int, str]]) -> None:
    assert levels(body) == found


@pytest.mark.parametrize(
    ("first", "last"), [("第一部分 主要举措和成效", "第二部分 存在的不足"), ("主要举措和成效", "存在的不足")]
)
def test_numerals_below_parts_of_another_form_are_one_level_down(first: str, last: str) -> None:
    body = f"{first}\n一、健全制度\n（一）修订规定\n修订12件。\n二、规范执法\n检查30次。\n{last}\n力量不足。"
    assert [level for level, _ in levels(body)] == [1, 2, 3, 2, 1]


def test_numerals_below_the_only_unmarked_name_of_a_part_in_a_text_that_breaks_off() -> None:
    assert [level for level, _ in levels("主要举措和成效\n一、健全制度\n修订12件。\n二、规范执法\n检查30次。")] == [
        1,
        2,
        2,
    ]


def test_chapters_have_sections() -> None:
    body = "第一章 主要举措和成效\n第一节 健全制度\n修订12件。\n第二章 存在的不足\n力量不足。"
    assert [level for level, _ in levels(body)] == [1, 2, 1]


def test_an_unmarked_last_heading_of_a_draft_is_none_of_the_page() -> None:
    body = "主要举措和成效\n修订12件。\n存在的不足\n力量不足。\n"
    assert levels(f"{body}下一年度主要安排")[-1] == (1, "下一年度主要安排")
    assert levels(f"{body}下一年度主要安排\n修订规定，")[-1] == (1, "下一年度主要安排")
    assert levels(f"{body}2025年工作安排\n青岚县人民政府")[-1] == (1, "存在的不足")


def test_a_table_of_contents_of_a_text_that_breaks_off() -> None:
    contents = "目录\n一、主要举措和成效\n二、存在的不足\n三、下一年度主要安排"
    assert levels("一、主要举措和成效\n修订12件。") == [(1, "主要举措和成效")]
    found = read_outline(Source("a.txt", f"{TITLE}\n{contents}\n{LEAD}\n一、主要举措和成效\n修订12件。"), load_kind())
    assert [heading.text for heading in found.headings] == ["主要举措和成效"]


@pytest.mark.parametrize("behind", ["　发布时间：2025-01-22", "\t来源：县司法局 2025-01-22"])
def test_a_title_that_shares_its_line(behind: str) -> None:
    found = read("一、主要举措\n修订12件。", TITLE + behind)
    assert found.title and found.title.text == TITLE
    assert str(found.published) == "2025-01-22"


def test_time_grows_with_the_numbers_in_a_line_and_no_faster() -> None:
    numbers = "1.修订。修订12件。2.清理。（一）普法。二、存在的不足。"
    assert not outgrows(lambda count: partial(read, "一、主要举措和成效。" + numbers * count), 250, 1_000, 8)


@pytest.mark.parametrize(
    ("body", "found"),
    [
        (
            "一、主要举措\n审查36件。\n二、存在的不足；三、下一步安排\n力量不足，招录6人。",
            [(1, "主要举措"), (1, "存在的不足"), (1, "下一步安排")],
        ),
        (
            "一、推进二、三产业融合\n审查36件。\n二、存在的不足\n力量不足。",
            [(1, "推进二、三产业融合"), (1, "存在的不足")],
        ),
        (
            "一、主要举措\n（一）普法\n宣讲20场。\n（二）存在的不足\n力量不足。\n三、下一步安排\n招录6人。",
            [(1, "主要举措"), (2, "普法"), (1, "存在的不足"), (1, "下一步安排")],
        ),
        (
            "一、主要举措\n（一）普法\n宣讲20场。\n二、执法\n检查30次。\n（三）调解\n调解9件。\n二、存在的不足\n力量不足。",
            [(1, "主要举措"), (2, "普法"), (2, "执法"), (2, "调解"), (1, "存在的不足")],
        ),
        (
            "【主要做法】\n宣讲20场。\n★存在的不足\n力量不足。",
            [(1, "主要做法"), (1, "存在的不足")],
        ),
    ],
)
def test_headings_in_one_line_of_the_wrong_form_and_framed(body: str, found: list[tuple[int, str]]) -> None:
    assert levels(body) == found


def test_a_label_before_the_title_is_none_of_it() -> None:
    outline = read("一、主要举措\n审查36件。", head=f"【工作总结】{TITLE}")
    assert outline.title and outline.title.text == TITLE


def test_the_year_of_most_sentences_where_nothing_else_says_it() -> None:
    text = "一、健全制度\n修订12件。2023年，审查36件。2023年，检查30次。2022年，宣讲20场。\n二、存在的不足\n力量不足。"
    assert read_outline(Source("draft.txt", text), load_kind()).year == 2023
