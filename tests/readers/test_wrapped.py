"""Texts wrapped at one width are read by paragraphs; what is found stands where the file has it."""

from __future__ import annotations

import textwrap

import pytest

from reportlint.document.source import Span
from reportlint.readers import read_source

_PARAGRAPHS = (
    "2024年，青岚县检查企业1236家次，发现隐患512处，整改486处，整改率94.9%，其余26处已经列入清单，逐处明确责任人和完成时限。",
    "（一）规范执法。县综合行政执法局办理案件336件，罚款42.6万元，减免罚款18件，案卷评查合格率100%，没有被复议撤销的案件。",
    "一是收到投诉218件，办结211件，正在办理的7件都在期限以内，回访群众196人次，满意的有189人次，不满意的7人次另行答复。",
)


def _wrapped(width: int, indent: str = "") -> str:
    lines = [line for words in _PARAGRAPHS for line in textwrap.wrap(indent + words, width)]
    return "\n".join(["青岚县法治政府建设年度报告", *lines]) + "\n"


@pytest.mark.parametrize("width", [18, 24, 30])
@pytest.mark.parametrize("indent", ["", "　　"])
def test_a_wrapped_paragraph_is_one_line(width: int, indent: str) -> None:
    source = read_source(_wrapped(width, indent).encode(), "draft.txt")
    assert [source.text[line.start : line.end].strip() for line in source.lines[1:]] == list(_PARAGRAPHS)


def test_places_are_those_of_the_file() -> None:
    written = _wrapped(24)
    source = read_source(written.encode(), "draft.txt")
    at = source.text.index("案卷评查合格率")
    place = source.place(Span(at, at + 7))
    assert "".join(written.split("\n")[place.line - 1 :])[place.column - 1 :].startswith("案卷评查合格率")
    assert source.raw == written


@pytest.mark.parametrize(
    "text",
    [
        "\n".join(_PARAGRAPHS),  # a line is a paragraph
        "\n".join(f"第{number}项任务由县司法局负责，年内完成。" for number in "一二三四五六七八"),  # each ends
        _wrapped(24).replace("\n", "\n\n"),
        _wrapped(10),  # a table or a poem, rather
    ],
)
def test_other_lines_are_left_alone(text: str) -> None:
    assert read_source(text.encode(), "draft.txt").text == text


def test_headings_begin_their_own_lines() -> None:
    text = _wrapped(24) + "二、存在的不足和原因\n（一）力量不足。\n" + _wrapped(24)
    lines = read_source(text.encode(), "draft.txt").text.split("\n")
    assert "二、存在的不足和原因" in lines and "（一）力量不足。" in lines


@pytest.mark.parametrize(
    "mark", ["— {} —\n", "- {} -\n\n", "\n第 {} 页 共 9 页\n\f\n", "第{}页\n", "{}/9\n\f", "\f", "\n\f\n"]
)
def test_a_paragraph_goes_on_behind_a_page_number(mark: str) -> None:
    lines = _wrapped(24, "　　").splitlines(keepends=True)
    pages = [line if at % 4 else mark.format(at // 4 + 1) + line for at, line in enumerate(lines)]
    source = read_source("".join(pages).encode(), "draft.txt")
    read = [line.strip() for line in source.text.split("\n")]
    assert [line for line in read if line in _PARAGRAPHS] == list(_PARAGRAPHS)
    at = source.text.index("案")
    place = source.place(Span(at, at + 1))
    assert "".join(pages).split("\n")[place.line - 1][place.column - 1 :].startswith("案")


def test_an_empty_line_ends_a_paragraph_where_no_page_does() -> None:
    head, *rest = _wrapped(24).splitlines()
    text = "\n".join([head, *rest[:2], "", *rest[2:]])
    assert "\n\n" in read_source(text.encode(), "draft.txt").text


def test_a_line_that_begins_with_a_mark_goes_on() -> None:
    words = "".join(_PARAGRAPHS)
    at = words.index("，其余26处")
    pieces = [words[: at - 60], words[at - 60 : at - 33], words[at - 33 : at], words[at : at + 27], words[at + 27 :]]
    text = "\n".join(line for piece in pieces for line in textwrap.wrap(piece, 27))
    assert "94.9%，其余26处" in read_source(text.encode(), "draft.txt").text
