"""Which matters are told, with a figure or without: by the words of the prose, not by headings."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from reportlint.facts.statements.coverage import coverage
from reportlint.report import Report, read

REPORTS = Path(os.environ.get("REPORTLINT_REPORTS", "no-such-folder"))
"""A folder of public reports, which are not part of the project."""
FRAME = "青岚县人民政府2024年法治政府建设年度报告\n一、主要举措和成效\n{}\n二、存在的不足和原因\n{}\n"


def of(text: str, faults: str = "人手少。") -> Report:
    return read(FRAME.format(text, faults).encode(), "draft.txt")


def how(report: Report) -> dict[str, str]:
    """Matter to data or words, of those that are told."""
    return {matter.name: "data" if matter.data else "words" for matter in coverage(report) if matter.clause}


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("受理行政复议案件36件。", {"行政复议": "data"}),
        ("畅通行政复议渠道。", {"行政复议": "words"}),
        ("畅通行政复议渠道。全年受理36件。", {"行政复议": "data"}),  # the first sentence is the topic of the others
        ("畅通行政复议渠道，主动公开信息120条。", {"行政复议": "words", "政务公开": "data"}),
        ("全年36次检查，推进政务公开。", {"政务公开": "data"}),
        ("没有发生行政复议案件。", {"行政复议": "words"}),
        ("制定《青岚县行政应诉工作办法》。", {"行政应诉": "words"}),
        ("整改政务公开不及时的问题6个。", {"政务公开": "data"}),
        ("宣传《行政复议法》12场。", {"普法宣传": "data"}),
        ("会同应急管理局、信访局走访企业36家。", {}),
        ("尚未建立行政裁决制度。", {}),
        ("行政裁决没有开展。", {}),
        ("政务公开还不及时。", {}),
        ("2025年将推行行政裁决，完善政务公开。", {}),
        ("（一）行政复议\n改造场所6处。", {}),
        ("（一）行政复议\n受理行政复议申请36件。", {"行政复议": "data"}),
        ("建立法治督察与巡察协作机制。", {"督察考核和示范创建": "words", "人大政协和司法监督": "words"}),
    ],
)
def test_told(text: str, told: dict[str, str]) -> None:
    assert how(of(text)) == told


def test_shortcomings_and_plans_tell_nothing() -> None:
    assert how(of("改造场所6处。", "行政复议案件36件超期。\n四、下一年度主要安排\n6月底前公开信息120条。")) == {}


def test_the_place_is_that_of_the_figure() -> None:
    report = of("畅通行政复议渠道，走访企业。\n受理行政复议申请36件。")
    (matter,) = [matter for matter in coverage(report) if matter.name == "行政复议"]
    assert matter.clause and report.words(matter.clause) == "受理行政复议申请36件"


def test_every_matter_is_listed_field_by_field() -> None:
    report = of("改造场所6处。")
    matters = coverage(report)
    assert [matter.name for matter in matters] == list(report.kind.matters)
    fields = list(dict.fromkeys(matter.field for matter in matters))
    assert [matter.field for matter in matters] == sorted((m.field for m in matters), key=fields.index)
    assert len(fields) == 9


NEVER = {"行政裁决", "政务诚信", "行政立法"}
"""What none of the three tells."""


@pytest.mark.skipif(not REPORTS.exists(), reason="REPORTLINT_REPORTS names no folder of public reports")
@pytest.mark.parametrize(
    ("name", "without_data", "absent"),
    [
        (
            "huairou-2023",
            {"党委政府研究部署", "重大行政决策", "合法性审查和法律顾问", "应急预案和制度", "事中事后监管"},
            {"审计监督和政府督查"},
        ),
        (
            "jiading-2022",
            {"习近平法治思想学习贯彻", "普法宣传", "行政规范性文件", "合法性审查和法律顾问", "第一责任人职责"},
            {"权责清单和机构职能"},
        ),
        (
            "xinfangban-2020",
            {"习近平法治思想学习贯彻", "党委政府研究部署", "重大行政决策", "矛盾纠纷调解", "政务公开"},
            {
                "普法宣传",
                "依法行政能力建设",
                "行政规范性文件",
                "行政复议",
                "行政应诉",
                "法治化营商环境",
                "重点领域执法",
            },
        ),
    ],
)
def test_real_reports(name: str, without_data: set[str], absent: set[str]) -> None:
    """As a reader would say."""
    report = read((REPORTS / f"{name}.txt").read_bytes(), name)
    told = how(report)
    assert {matter for matter in without_data if told.get(matter) != "words"} == set()
    assert (absent | NEVER) & set(told) == set()
