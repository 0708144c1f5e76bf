"""Aims and rules told in place of deeds, and what only looks like one."""

from __future__ import annotations

import pytest

from reportlint.facts.statements.aims import aims_of
from reportlint.report import read

HEAD = "青岚县人民政府2024年法治政府建设情况报告\n一、主要举措和成效\n"
REST = "\n二、2025年主要安排\n修订规程3份。"


def aims(text: str) -> list[tuple[str, str]]:
    report = read(f"{HEAD}{text}{REST}".encode(), "a.txt")
    return [(report.words(aim.span), aim.kind) for aim in aims_of(report, "measures")]


@pytest.mark.parametrize(
    ("text", "aim", "kind"),
    [
        ("培训12期，明年全部轮训。", "明年全部轮训", "future"),
        ("2025年，县司法局将组织演练3次。", "县司法局将组织演练3次", "future"),
        ("我县将在全县推广扫码检查。", "我县将在全县推广扫码检查", "future"),
        ("健全机制12项，计划明年建成站点3处。", "计划明年建成站点3处", "aim"),
        ("会前每年学法不少于4次。", "每年学法不少于4次", "rule"),
        ("执法人员要严格遵守时限。", "执法人员要严格遵守时限", "rule"),
        ("行政机关应当在七日内答复。", "行政机关应当在七日内答复", "rule"),
    ],
)
def test_aims(text: str, aim: str, kind: str) -> None:
    assert aims(text) == [(aim, kind)]


@pytest.mark.parametrize(
    "text",
    [
        "将36件文件列入目录。",
        "应当公开的信息全部公开。",
        "对将要到期的12件文件提前评估。",
        "召开会议，要求各镇要定期报送，报送36次。",
        "会议强调落实责任。要加强培训，要抓实任务。",
        "制定办法，明确每年培训不少于60学时。",
        "制定规划，计划到2026年建成12处。",
        "主要对12家企业开展检查。",
    ],
)
def test_what_is_none(text: str) -> None:
    assert aims(text) == []


def test_the_modal_is_marked() -> None:
    report = read(f"{HEAD}区长需要定期听取汇报。{REST}".encode(), "a.txt")
    (aim,) = aims_of(report, "measures")
    assert report.text[aim.modal : aim.span.end] == "需要定期听取汇报"
