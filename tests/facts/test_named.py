"""Numbers of things named beside them, and numbers that announce a list or look back on one."""

from __future__ import annotations

import pytest

from reportlint.facts.relations import relations
from reportlint.report import read

HEAD = "一、主要举措和成效\n（一）健全制度。"


def counts(text: str) -> list[tuple[str, bool]]:
    """The counts that were verified: words and verdict."""
    report = read(text.encode(), "draft.txt")
    return [(report.words(found.span), found.holds) for found in relations(report) if found.kind == "count"]


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("健全会商、通报、督办三项机制。", [("三项", True)]),
        ("健全会商、通报、督办四项机制。", [("四项", False)]),
        ("深化“警调”“访调”2项对接机制。", [("2项", True)]),
        ("深化“警调”和“访调”3项对接机制。", [("3项", False)]),
        ("出台《甲规程》《乙规程》《丙规程》3个规程。", [("3个", True)]),
        ("检查食品（含餐饮、小作坊）、药品2类企业。", [("2类", True)]),
        ("健全三项制度，即公示制度、记录制度、审核制度。", [("三项", True)]),
        ("分为两类：甲类、乙类、丙类。", [("两类", False)]),
        ("排查3个行业（餐饮、旅馆、网吧）。", [("3个", True)]),
        ("公安、司法等5个部门参加。", []),
        ("公安、司法、民政等2个部门参加。", [("2个", False)]),
        ("规范许可、处罚和强制三类行为。", [("三类", True)]),
    ],
)
def test_named(sentence: str, found: list[tuple[str, bool]]) -> None:
    assert counts(HEAD + sentence) == found


@pytest.mark.parametrize(
    "sentence",
    [
        "增强四个意识、坚定四个自信、做到两个维护。",
        "召开县委会议、办公室会议、四个协调小组会议。",
        "召开县委会议、办公室会议和四个协调小组会议。",
        "召开依法治县委员会、委员会办公室会、委员会办公室四个协调小组会。",
        "联合公安、城管开展3次检查。",
        "联合公安、城管检查5个市场。",
        "走访乡镇、街道3个执法中队。",
        "印发《甲规程》《乙规程》12份。",
        "发放《明白卡》《告知书》3份资料。",
        "走访12个镇（街道、园区）。",
        "培训乡镇、街道的3名干部。",
        "法理相融．聚焦食品、药品2个领域。",
    ],
)
def test_a_number_that_counts_something_else_is_not_blamed(sentence: str) -> None:
    assert [found for found in counts(HEAD + sentence) if not found[1]] == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("二、存在的不足\n主要有以下两个问题：一是力量不足。二是经费不足。", [("两个", True)]),
        ("二、存在的不足\n主要有以下三点不足：一是力量不足。二是经费不足。", [("三点", False)]),
        ("四、2025年安排\n将抓实三个方面的任务。\n（一）增编。招录12名。\n（二）增效。培训20场。", [("三个", False)]),
        ("一、主要举措\n跨年实施3项。一是受理12件；二是办理36件。", []),
        ("一、主要举措\n一是公示12件。二是记录36件。上述三项措施均已落实。", [("三项", False)]),
        ("一、主要举措\n一是公示12件。二是记录36件。上述两项措施均已落实。", [("两项", True)]),
        ("一、主要举措\n（一）公示。公示12件。\n（二）记录。记录36件。以上两项工作均已完成。", [("两项", True)]),
    ],
)
def test_announced_and_looked_back_on(text: str, found: list[tuple[str, bool]]) -> None:
    assert counts(text) == found
