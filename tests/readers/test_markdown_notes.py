"""Markdown: marks of notes, notes and struck-through words are no text; all else keeps its place in the file."""

from __future__ import annotations

import pytest

from reportlint.document.source import Source
from reportlint.readers import read_source


def source(text: str) -> Source:
    return read_source(text.encode(), "a.md")


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("受理57[^1]件。", "受理57件。"),
        ("受理57[^注一]件[^b]。", "受理57件。"),
        ("受理~~58~~57件。", "受理57件。"),
        ("受理~~58**件**，含~~57件。", "受理57件。"),
        ("&nbsp;受理57[^1]&nbsp;件。", " 受理57 件。"),
        ("57~60件，5~6件。", "57~60件，5~6件。"),
        ("受理57[^]件。", "受理57[^]件。"),
        ("见[1]和[a ^b]。", "见[1]和[a ^b]。"),
        ("**受理**57[^1]**件**。", "受理57件。"),
        ("办结率~~97.2%~~98.6%。", "办结率98.6%。"),
        ("（~~原定~~）6月，~~“旧称”~~“新称”。", "（）6月，“新称”。"),
        ("**（二）规范执法！**办案6件，**“一件事”**12项。", "（二）规范执法！办案6件，“一件事”12项。"),
        ("面积3 * 4米，**表 * 注**。", "面积3 * 4米，表 * 注。"),
        ("说明** 见附件**。", "说明** 见附件**。"),
    ],
)
def test_marks_and_struck_words(written: str, read: str) -> None:
    found = source(f"前文。\n\n{written}\n")
    assert found.text.splitlines() == ["前文。", read]
    at = found.text.index("。", 4)
    line, column = found.position(at)
    assert (line, written[column - 1 :]) == (3, "。")


def test_notes_are_no_text() -> None:
    text = "受理57[^1]件。\n\n[^1]: 统计到年底。\n\n[^二]：另有2件。\n\n二、下一步\n"
    found = source(text)
    assert found.text.splitlines() == ["受理57件。", "二、下一步"]
    assert found.position(found.text.index("二、")).line == 7


def test_a_mark_at_the_beginning_of_a_paragraph() -> None:
    assert source("[^1]受理57件。\n").text == "受理57件。\n"


@pytest.mark.parametrize("marker", ["1.", "1)"])
def test_a_list_that_says_one_all_the_way_counts(marker: str) -> None:
    """Markdown counts from the first number on, whatever the others say."""
    found = source(f"{marker} 甲\n{marker} 乙\n")
    assert found.position(found.text.index("2")) == (2, 1)
    numbers = [line[:2] for line in source(f"{marker} 甲\n{marker} 乙\n{marker} 丙\n").text.splitlines()]
    assert numbers == [f"{number}{marker[1]}" for number in (1, 2, 3)]


def test_other_numbers_are_as_they_are_written() -> None:
    """A gap is the writer's, and is found; a list within a list counts by itself."""
    assert source("1. 甲\n2. 乙\n4. 丙\n").text.splitlines() == ["1.甲", "2.乙", "4.丙"]
    nested = source("3. 甲\n   1. 乙\n   1. 丙\n3. 丁\n").text.splitlines()
    assert nested == ["3.甲", "1.乙", "2.丙", "4.丁"]


def test_lines_of_a_paragraph_that_was_wrapped_are_one() -> None:
    words = "县综合行政执法局办理案件336件，罚款42.6万元，减免罚款18件，案卷评查合格率100%，没有被复议撤销的案件；" * 4
    wrapped = "\n".join(words[at : at + 30] for at in range(0, len(words), 30))
    text = f"# 报告\n\n{wrapped}\n\n- 一项\n\n青岚县司法局\n2025年3月6日\n"
    assert source(text).text.splitlines() == ["报告", words, "一项", "青岚县司法局", "2025年3月6日"]
    assert source(text.replace("\n", "\r\n")).text.splitlines()[1] == words


@pytest.mark.parametrize(
    "text",
    [
        "全年检查企业36家次，\n整改隐患12处。",
        "全年检查企业36家次，整改隐患12处，其余正在整\n改。",
        "- 全年检查企业36家次，整改\n  隐患12处。",
        "> 全年检查企业36家次，整改\n> 隐患12处。",
        "**（一）规范执法。**全年检查企业36家次，整改率\n96%。",
    ],
)
def test_a_line_that_ends_within_a_sentence_goes_on(text: str) -> None:
    assert len(source(text).text.splitlines()) == 1


def test_lines_that_are_paragraphs_stay() -> None:
    text = "（一）健全制度。办案6件。\n培训12人。\n\n**二、不足**\n力量不足。\n"
    assert source(text).text.splitlines() == ["（一）健全制度。办案6件。", "培训12人。", "二、不足", "力量不足。"]


_NAME = "青岚县人民政府2024年法治政府建设年度报告"


@pytest.mark.parametrize("title", [_NAME, f'"{_NAME}"', f"'{_NAME}' ", f"{_NAME} - 青岚县"])
def test_a_title_in_the_front_matter_only(title: str) -> None:
    found = source(f"---\nlayout: page\ntitle: {title}\n---\n\n## 一、主要举措\n")
    assert found.text.splitlines() == [_NAME, "一、主要举措"]
    assert found.position(0) == (3, 8 + title.index(_NAME)) and found.position(len(_NAME) + 1) == (6, 4)


@pytest.mark.parametrize(("title", "shown"), [(_NAME, f"# {_NAME}"), ("首页", "一、主要举措"), ("", "一、主要举措")])
def test_other_front_matter_is_no_text(title: str, shown: str) -> None:
    assert source(f"---\ntitle: {title}\n---\n\n{shown}\n").text == f"{shown.removeprefix('# ')}\n"
