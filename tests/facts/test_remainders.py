"""Totals, what is left of them, rates and shares: what is verified, and what is left alone."""

from __future__ import annotations

import pytest

from reportlint.facts.relations import relations
from reportlint.report import read

HEAD = "一、主要举措和成效\n（一）健全制度。"


def verdicts(sentence: str, kind: str) -> list[tuple[str, str, bool]]:
    """The relations of a kind: words, what was computed, verdict."""
    report = read((HEAD + sentence).encode(), "draft.txt")
    return [(report.words(r.span), r.computed, r.holds) for r in relations(report) if r.kind == kind]


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("督办路段15处，销号11处，其余4处正在施工。", [("4处", "15−11=4", True)]),
        ("督办路段15处，销号11处，其余6处正在施工。", [("6处", "15−11=4", False)]),
        ("受理300件，立案280件，办结250件，剩余30件。", [("30件", "280−250=30", True)]),
        ("共有42项，下放6项、取消4项，剩余30项。", [("30项", "42−6−4=32", False)]),
        ("事项由704项减去43项，保留661项。", [("661项", "704−43=661", True)]),
        ("在原有81项基础上增加3项、取消2项，清单现有86项。", [("86项", "81+3−2=82", False)]),
        ("由120项减少到100项，保留98项。", []),
        ("共受理100件，办结80件，另有12件咨询。", []),
        ("受理约100件，办结80件，其余12件在办。", []),
        ("抽查300家，合格270家，不合格30家。", [("300家", "270+30=300", True)]),
        ("审结300件，维持100件，撤销110件，驳回90件。", [("300件", "100+110+90=300", True)]),
        ("走访企业120家，检查60家，整改36家，复查20家。", []),
        ("12个村、8个社区建成站点，共计36个。", []),
        ("共办理8件申请，其中新收5件，上年结转3件。", [("8件", "5+3=8", True)]),
    ],
)
def test_sums(sentence: str, found: list[tuple[str, str, bool]]) -> None:
    assert verdicts(sentence, "sum") == found


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("承办议案6件、建议30件，合计36件，办复33件，办复率91.7%。", [("91.7%", "33÷36=91.67%", True)]),
        ("发现差错50条。当月更正40条，更正率80%。", [("80%", "40÷50=80%", True)]),
        ("审查草案20件。报备规范性文件8件，报备率100%。", []),
        ("一是收录文件530件；二是报备规范性文件9件，报备率为100%。", []),
        ("120名当事人申请调解，办结90件，办结率75%。", [("75%", "90÷120=75%", True)]),
        ("法律援助案件120件，农民工案件30件，占比25%。", [("25%", "30÷120=25%", True)]),
        ("化解90件，占交办总数120件的75%。", [("75%", "90÷120=75%", True)]),
        ("信访500件次，初次信访60件次，12%为初次信访。", [("12%", "60÷500=12%", True)]),
        ("受理120件，办结90件，满意率95%。", []),
    ],
)
def test_rates_and_shares(sentence: str, found: list[tuple[str, str, bool]]) -> None:
    assert verdicts(sentence, "ratio") == found


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("2022年达标率80.5%，2023年86.7%，上升6.2个百分点。", [("6.2个百分点", "86.7−80.5=6.2", True)]),
        ("受理120件，同比（100件）上升20%。", [("20%", "（120−100）÷100=20%", True)]),
        ("移送线索120条，比上年多20条，2023年仅100条。", [("20条", "120−20=100", True)]),
        ("事故由25起减少到20起，减少20个百分点。", [("20个百分点", "（25−20）÷25=20.0%", False)]),
        ("受理120件，办结100件，检查量上升20%。", []),
    ],
)
def test_changes(sentence: str, found: list[tuple[str, str, bool]]) -> None:
    assert verdicts(sentence, "change") == found


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("120名干部参加考试，112名合格。", [("112名", "112≤120", True)]),
        ("归集信息600条，其中文书9000份。", [("9000份", "9000>600", False)]),
        ("36件案件中，维持30件。", [("30件", "30≤36", True)]),
        ("清理事项5项，其中涉及12个部门。", []),
        ("受理复议40件；审结诉讼120件。", []),
    ],
)
def test_parts(sentence: str, found: list[tuple[str, str, bool]]) -> None:
    assert verdicts(sentence, "part") == found
