"""The items of a part, and which item of the plan answers which shortcoming."""

from __future__ import annotations

import pytest

from reportlint.facts.statements.answers import answers
from reportlint.facts.statements.items import items
from reportlint.report import Report, read


def draft(body: str) -> Report:
    return read(
        f"青岚县人民政府2024年法治政府建设情况报告\n一、主要举措和成效\n办理案件36件。\n{body}".encode(), "a.txt"
    )


def told(report: Report, part: str) -> list[str]:
    return [report.words(item.label).rstrip("。；") for item in items(report, part)]


def test_subsections_lists_and_paragraphs() -> None:
    report = draft(
        "二、存在的不足\n（一）装备老化。记录仪27台超期。\n（二）人才短缺\n3个镇没有公职律师。\n"
        "三、2025年安排\n重点做好以下工作：\n一是更换记录仪。二要招录律师。\n修订规程3份。"
    )
    assert told(report, "shortcomings") == ["装备老化", "人才短缺"]
    assert told(report, "plan") == ["更换记录仪", "招录律师", "修订规程3份"]


@pytest.mark.parametrize(
    "body",
    [
        "（一）存在的不足\n一是装备老化。二是人才短缺。\n（二）2025年安排\n一是更换记录仪。二是招录律师。",
        "（一）装备老化。记录仪超期。下一步，将更换记录仪。\n（二）人才短缺。没有律师。下一步，将招录律师。",
        "存在以下不足：\n一是装备老化。\n二是人才短缺。\n下一步，将做好以下工作：\n一是更换记录仪。\n二是招录律师。",
    ],
)
def test_a_section_that_two_parts_share(body: str) -> None:
    report = draft(f"二、存在的不足和下一步打算\n{body}")
    assert told(report, "shortcomings") == ["装备老化", "人才短缺"]
    assert [label.removeprefix("下一步，将") for label in told(report, "plan")] == ["更换记录仪", "招录律师"]


def test_a_list_item_that_names_a_gap_is_an_item() -> None:
    report = draft("二、存在的不足\n虽然取得成绩，但还存在一些不足。\n一是水平与群众期待还有差距。二是装备老化。")
    assert told(report, "shortcomings") == ["水平与群众期待还有差距", "装备老化"]


@pytest.mark.parametrize(
    "body",
    [
        "一是装备老化。记录仪27台超期。二是人才短缺。3个镇没有律师。此外，公证外转多。",
        "（一）装备老化。记录仪27台超期。\n（二）人才短缺\n3个镇没有律师。\n另外，公证外转多。",
        "装备老化。记录仪27台超期，此外，也没有备件。\n另外，人才短缺。此外，公证外转多。",
    ],
)
def test_what_is_added_is_an_item(body: str) -> None:
    assert told(draft(f"二、存在的不足\n{body}"), "shortcomings") == ["装备老化", "人才短缺", "公证外转多"]


@pytest.mark.parametrize(
    ("lack", "plan", "answered"),
    [
        ("执法装备老化", "招录执法人员12名", False),  # 执法 is what many items speak of
        ("执法装备老化", "更新执法装备36台", True),
        ("证明事项清理不彻底", "公布文件清理结果", False),
        ("普法形式单一", "举办普法讲座36场", True),  # from another side
        ("行政复议办案压力大", "充实复议办案力量", True),
        ("执法力量不足", "加强执法队伍建设", True),
        ("信用修复周期长", "举办普法讲座36场", False),
        ("工作有待加强", "举办普法讲座36场", True),  # names nothing that could be answered
    ],
)
def test_answers(lack: str, plan: str, answered: bool) -> None:
    report = draft(
        f"二、存在的不足\n一是{lack}。二是行政应诉能力不强。\n三、2025年安排\n（一）{plan}。\n（二）应诉培训3次。"
    )
    assert [answer.answered for answer in answers(report)] == [answered, True]


def test_items_in_one_sentence() -> None:
    report = draft(
        "二、存在的不足\n虽有成绩，但与要求相比还有差距。主要表现在：装备老化；人才短缺；2项规程过期。原因是经费少。\n此外，仓库漏雨。"
    )
    assert told(report, "shortcomings") == ["装备老化", "人才短缺", "2项规程过期", "仓库漏雨"]
