"""政府信息公开工作年度报告 is told from the text, and read by its own grammar."""

from __future__ import annotations

import pytest

from reportlint import lint
from reportlint.report import Report, read

KIND = "government-information-disclosure"
TITLE = "青岚县司法局2024年政府信息公开工作年度报告"
HEADINGS = (
    "一、总体情况",
    "二、主动公开政府信息情况",
    "三、收到和处理政府信息公开申请情况",
    "四、政府信息公开行政复议、行政诉讼情况",
    "五、存在的主要问题及改进情况",
    "六、其他需要报告的事项",
)
LAW = "青岚县司法局2024年法治政府建设年度报告\n一、主要举措和成效\n推进政府信息公开，公开信息120条。\n"


def report_of(*headings: str, title: str = TITLE) -> Report:
    body = "".join(f"{heading}\n有关情况已经写明。\n" for heading in headings)
    return read(f"{title}\n{body}".encode(), "draft.txt")


def faults(report: Report) -> list[tuple[str, str]]:
    return [(fault.kind, fault.part) for fault in report.outline.faults]


def test_it_is_told_from_the_title() -> None:
    assert report_of(*HEADINGS).kind.name == KIND
    assert read(LAW.encode(), "draft.txt").kind.name == "law-based-government"


def test_it_is_told_without_a_title() -> None:
    said = report_of(*HEADINGS, title="根据《中华人民共和国政府信息公开条例》，编制本报告。")
    assert (said.kind.name, said.outline.title) == (KIND, None)


def test_the_kind_that_is_said_holds() -> None:
    assert read(LAW.encode(), "draft.txt", KIND).kind.name == KIND


def test_all_six_parts_are_found_in_order() -> None:
    report = report_of(*HEADINGS)
    assert [part.status for part in report.outline.parts.values()] == ["own-section"] * 6
    assert not report.outline.faults


@pytest.mark.parametrize("at", range(6))
def test_a_part_left_out_is_missed(at: int) -> None:
    report = report_of(*HEADINGS[:at], *HEADINGS[at + 1 :])
    assert faults(report) == [("missing", list(report.outline.parts)[at])]


@pytest.mark.parametrize(
    ("heading", "part"),
    [
        ("因政府信息公开工作被申请行政复议、提起行政诉讼情况", "disputes"),
        ("政府信息公开工作存在的主要问题及改进情况", "problems"),
        ("依申请公开政府信息办理情况", "requests"),
        ("其他需要说明的事项", "other"),
        ("主动公开情况", "disclosed"),
        ("基本情况", "overview"),
    ],
)
def test_a_renamed_part_is_known(heading: str, part: str) -> None:
    at = list(report_of().outline.parts).index(part)
    numeral = HEADINGS[at][:2]
    report = report_of(*HEADINGS[:at], numeral + heading, *HEADINGS[at + 1 :])
    assert report.part(part).heading is not None and not report.outline.faults


def test_parts_out_of_order_and_merged() -> None:
    assert faults(report_of(*HEADINGS[:2], HEADINGS[3], HEADINGS[2], *HEADINGS[4:])) == [("misplaced", "disputes")]
    merged = report_of("一、总体情况和主动公开政府信息情况", *HEADINGS[2:])
    assert ("merged", "overview") in faults(merged)
    last = report_of(*HEADINGS[:4], "五、存在的主要问题、改进情况及其他需要报告的事项")
    assert ("merged", "problems") in faults(last)


def test_who_reports_may_stand_on_a_line_of_its_own() -> None:
    told = report_of(*HEADINGS, title="青岚县司法局\n2024年政府信息公开工作年度报告").outline.title
    assert told and (told.issuer, told.year) == ("青岚县司法局", 2024)


def test_a_government_is_told_from_what_it_made_public() -> None:
    told = report_of(title="青岚县人民政府信息公开工作年度报告（2024年）").outline.title
    assert told and told.issuer == "青岚县人民政府"


@pytest.mark.parametrize(
    ("issuer", "day", "late"),
    [
        ("青岚县司法局", "2025-01-31", ""),
        ("青岚县司法局", "2025-02-01", "第四十九条第一款：1月31日"),
        ("青岚县人民政府", "2025-03-31", ""),
        ("青岚县人民政府", "2025-04-01", "第四十九条第二款：3月31日"),
        ("青岚县松坪镇人民政府", "2025-03-01", ""),
    ],
)
def test_departments_are_due_before_governments(issuer: str, day: str, late: str) -> None:
    text = f"{issuer}2024年政府信息公开工作年度报告\n发布日期：{day}\n{HEADINGS[0]}\n公开信息120条。\n"
    found = [finding.basis or "" for finding in lint(text).findings if finding.check == "late-publication"]
    assert [late in basis for basis in found] == [True] * bool(late)
