"""Lines that go on in the next one, and those that end their paragraph."""

from __future__ import annotations

import pytest

from reportlint.document.source import Span
from reportlint.facts.prose.broken_lines import broken, wants_more
from reportlint.report import read

FRAME = "青岚县人民政府2024年法治政府建设年度报告\n一、主要举措和成效\n{}\n二、存在的不足和原因\n"


@pytest.mark.parametrize(
    ("lines", "goes_on"),
    [
        ("全年组织召开法治建设工作会\n议12次。", ["工作会"]),  # within a word
        ("依法行政深入人心，扎实推进\n执法规范化36项。", ["扎实推进"]),  # an object is to come
        ("提出法制审核意见\n— 3 —\n12条，全部采纳。", ["审核意见"]),  # a page number
        ("提出法制审核意见\n\n第 3 页\n\n12条，全部采纳。", ["审核意见"]),
        (
            "全年共受理各类行政复议申请合计三十六件\n其中已经按期办结的有三十件其余仍在办理\n办理结果全部公开。",
            ["三十六件", "仍在办理"],
        ),
        ("办理案件36件\n培训12人。", []),
        ("办理案件36件\n　　培训12人。", []),
        ("全年组织召开法治建设工作会\n（一）议题征集12次。", []),
        ("组织召开工作会\n\n　　议题12个。", []),
        ("办理案件36件\n1.培训12人。", []),
    ],
)
@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
def test_which_lines_go_on(lines: str, goes_on: list[str], newline: str) -> None:
    report = read(FRAME.format(lines).replace("\n", newline).encode(), "draft.txt")
    assert [
        report.text[end - len(words) : end] for end, words in zip(sorted(broken(report)), goes_on, strict=True)
    ] == goes_on


def test_what_wants_more() -> None:
    for line, more in (("检查36次，", True), ("审查合同和", True), ("办理案件36件", False), ("工作有效开展", False)):
        assert wants_more(line, Span(0, len(line))) is more
