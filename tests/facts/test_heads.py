"""Who acts, and what is an act: the head as the subject, acts one could check, duties that show a trace."""

from __future__ import annotations

import pytest

from reportlint.document.source import Span
from reportlint.facts.statements.duties import duties_shown
from reportlint.facts.statements.heads import checkable_act, find_heads, head_acts, head_leads, is_of_head
from reportlint.facts.statements.two_heads import heads_by_turns
from reportlint.report import read

HEAD = "三、党政主要负责人履行推进法治建设第一责任人职责情况\n"


def named(text: str) -> list[str]:
    return [text[span.start : span.end] for span in find_heads(text, Span(0, len(text)))]


@pytest.mark.parametrize(
    ("text", "heads"),
    [
        ("县委书记、县长主持召开会议3次。", ["县委书记", "县长"]),
        ("市委、市政府主要负责同志听取汇报3次。", ["市政府主要负责同志"]),
        ("党政主要负责人切实履行职责。", ["党政主要负责人"]),
        ("“一把手”讲授法治课2次。", ["“一把手”"]),
        ("局党组书记、局长督办案件9件。", ["局党组书记", "局长"]),
        ("分管副县长负责执法整治。", []),
        ("各镇主要负责人述法12人。", []),
        ("办理市长热线工单36件。", []),
        ("落实第一责任人职责。", []),
    ],
)
def test_heads(text: str, heads: list[str]) -> None:
    assert named(text) == heads


@pytest.mark.parametrize(
    ("sentence", "act"),
    [
        ("县长主持召开常务会议12次。", "主持召开常务会议"),
        ("县长3月5日带队检查。", "带队"),
        ("县长对《审判白皮书》作出批示。", "作出批示"),
        ("县委书记召开区委常委会会议。", "召开区委常委会会议"),
        ("县长出庭应诉。", "出庭应诉"),
        ("县委书记多次召开专题会议。", None),
        ("县长定期听取工作汇报。", None),
        ("县长高度重视法治建设。", None),
    ],
)
def test_acts_one_could_check(sentence: str, act: str | None) -> None:
    found = checkable_act(sentence, Span(0, len(sentence)))
    assert (found and sentence[found.start : found.end]) == act


def test_what_is_told_of_the_head() -> None:
    assert is_of_head("县长审定要点2份。", Span(0, 8))
    assert is_of_head("带头述法1次。", Span(0, 7))
    assert not is_of_head("各股室培训98人次。", Span(0, 10))


@pytest.mark.parametrize(
    ("sentence", "leads"),
    [
        ("区政府主要领导坚持加强组织领导，听取汇报12次。", True),
        ("年初，市委、市政府主要负责同志主持会议3次。", True),
        ("压实党政主要负责人责任，开展督察12次。", False),
        ("对36名党政主要负责人开展述法测评。", False),
        ("36个部门和镇（街道）的主要负责人书面述法。", False),
        ("镇长办公会议审议议题36个，听取汇报3次。", False),
    ],
)
def test_a_head_is_the_subject(sentence: str, leads: bool) -> None:
    assert head_leads(sentence, Span(0, len(sentence))) == leads


def test_a_sentence_without_a_subject_goes_on_from_the_head() -> None:
    report = read(f"{HEAD}县长主持会议3次。研究议题12个。\n各股室培训98人次。".encode(), "a.txt")
    assert [report.words(sentence.span) for sentence in head_acts(report)] == ["县长主持会议3次。", "研究议题12个。"]


def test_two_heads_are_told_by_turns() -> None:
    told = "（一）书记履职情况\n1.学法。书记学法8次。\n2.督办。督办案件2件。\n（二）主任履职情况\n两人述法1次。主任签发文件3件。"
    report = read(f"{HEAD}{told}".encode(), "a.txt")
    party, government = heads_by_turns(report)
    assert (party.office, report.words(party.place)) == ("party", "（一）书记履职情况")
    assert "督办案件2件。" in [report.words(span) for span in party.own]
    assert [report.words(span) for span in government.own] == ["（二）主任履职情况", "主任签发文件3件。"]
    assert [report.words(span) for span in government.shared] == ["两人述法1次。"]


def test_one_head_has_no_turns() -> None:
    report = read(f"{HEAD}党政主要负责人主持会议3次。局长签发文件2件。".encode(), "a.txt")
    assert heads_by_turns(report) == ()


def test_duties_shown() -> None:
    report = read(f"{HEAD}县长主持召开推进会3次，出庭应诉2次，带头学法4次。".encode(), "a.txt")
    shown = duties_shown(report)
    assert list(shown) == list(report.kind.duties)
    assert [duty[:4] for duty, there in shown.items() if there] == ["组织领导", "尊重司法", "学法普法"]
