"""What a figure tells of, and when two figures tell one deed."""

from __future__ import annotations

import pytest

from reportlint.facts.figures.deeds import deed_of, is_specific
from reportlint.facts.figures.mentions import mentions
from reportlint.facts.relations import relations
from reportlint.report import read


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("法律援助中心共办理法律援助案件36件", ("法律援助中心共", "办理", "法律援助案件")),
        ("办理36件法律援助案件", ("", "办理", "法律援助案件")),
        ("《安全明白卡》共发放600张", ("", "发放", "《安全明白卡》")),
        ("补偿协议经法律顾问审核的共36份", ("", "审核", "补偿协议")),
        ("党组书记主持党组会议专题学法8次", ("党组会议专题", "学法", "")),
        ("已建成的36个村级调解室中，6个没有专人", ("", "建成", "村级调解室")),
        ("年底前办结30件", ("", "办结", "")),
        ("调解成功率79.2%", ("", "", "调解成功率")),
    ],
)
def test_who_did_what_to_what(words: str, told: tuple[str, str, str]) -> None:
    report = read(f"一、主要举措和成效\n{words}。".encode(), "draft.txt")
    sentence, found = mentions(report)[0]
    deed = deed_of(report.text, sentence.span, found[0])
    assert deed is not None
    assert (deed.who, deed.act, deed.thing) == told


@pytest.mark.parametrize(
    ("words", "specific"),
    [("检查加油站36座", True), ("培训干部36名", False), ("县长出庭应诉6次", True), ("召开会议6次", False)],
)
def test_of_which_there_is_but_one(words: str, specific: bool) -> None:
    report = read(f"一、主要举措和成效\n{words}。".encode(), "draft.txt")
    sentence, found = mentions(report)[0]
    deed = deed_of(report.text, sentence.span, found[0])
    assert deed is not None
    assert is_specific(deed) is specific


@pytest.mark.parametrize(
    ("one", "other", "verdict"),
    [
        ("办理法律援助案件120件", "法律援助中心共办理法律援助案件126件", [False]),
        ("办理法律援助案件120件", "法律援助中心共办理法律援助案件120件", [True]),
        ("查处违法建设案件86起", "违法建设专项治理收到线索120起，查处91起", [False]),
        ("东岸镇评查行政处罚案卷36卷", "西岸镇评查行政处罚案卷45卷", []),
        ("2023年调解婚姻家庭纠纷36件", "2024年调解婚姻家庭纠纷45件", []),
        ("印发《甲规程》，设置流程节点6个", "印发《乙规程》，设置流程节点9个", []),
        ("化解信访积案5件", "镇长包案化解信访积案3件", []),
    ],
)
def test_told_twice(one: str, other: str, verdict: list[bool]) -> None:
    text = f"一、主要举措和成效\n（一）执法。{one}。\n（二）服务。{other}。"
    found = relations(read(text.encode(), "draft.txt"))
    assert [relation.holds for relation in found if relation.kind == "repeat"] == verdict
