"""Bodies that are misnamed, bodies that are no more, and names that look like two writings of one."""

from __future__ import annotations

import pytest

from reportlint.facts.names.dissolved import dissolved
from reportlint.facts.names.institutions import misnamings
from reportlint.facts.names.variants import find_variants
from reportlint.facts.prose.masks import unquoted
from reportlint.facts.prose.written import written
from reportlint.report import Report, read
from reportlint.settings.office_rules import OfficeRules

TITLE = "青岚县人民政府2025年度法治政府建设情况报告\n一、主要举措和成效\n"


def report(words: str, office: OfficeRules | None = None) -> Report:
    return read((TITLE + words).encode(), "draft.txt", office=office)


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("县委全面依法治县委员会开会。", []),
        ("县委依法治县委员会开会。", [("依法治县委员会", "全面依法治县委员会", "short")]),
        ("县农村农业局检查。", [("农村农业局", "农业农村局", "wrong")]),
        ("县退役军人事物局检查。", [("退役军人事物局", "退役军人事务局", "near")]),
        ("县应急理局检查。", [("县应急理局", "县应急管理局", "near")]),
        ("县生态环境分局、市生态环境局检查。", []),
        ("印发《县人民检查院规则》。", [("人民检查院", "人民检察院", "wrong")]),
    ],
)
def test_misnamings(words: str, found: list[tuple[str, str, str]]) -> None:
    text = report(words)
    assert [(text.words(wrong.span), wrong.name, wrong.how) for wrong in misnamings(text)] == found


def test_an_office_names_its_own_bodies() -> None:
    office = OfficeRules(
        names=("农村农业局",), institutions=({"name": "数据资源局", "wrong": ("大数据资源局",), "right": ()},)
    )
    text = report("县农村农业局、县大数据资源局、县数据资源局检查。", office)
    assert [(text.words(wrong.span), wrong.name) for wrong in misnamings(text)] == [("大数据资源局", "数据资源局")]


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("会同县国税局、地税局检查。", ["国税局", "地税局"]),
        ("县文化和旅游局、县旅游局检查。", ["旅游局"]),
        ("由法制办审核，坚持以法制办案。", ["法制办"]),
        ("改善环保局面，会同环保部门检查。", []),
        ("清理《县环保局关于检查的通知》。", []),
        ("国家矿山安全监察局检查。", []),
    ],
)
def test_dissolved(words: str, found: list[str]) -> None:
    text = report(words)
    assert [text.words(named.span) for named in dissolved(text)] == found


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("合同履约监管平台录入12份。合同履约监督平台预警6次。", [("合同履约监管平台", "合同履约监督平台")]),
        ("防汛抗旱指挥部会商3次。防汛抗旱领导小组调度6次。", [("防汛抗旱指挥部", "防汛抗旱领导小组")]),
        ("镇长办公会学法3次，镇长碰头会学法6次。", [("镇长办公会", "镇长碰头会")]),
        ("县长办公会议学法3次，县长办公会学法6次。", []),
        ("“护企清风”行动检查3家。“清风护企”行动检查6家。", [("“护企清风”行动", "“清风护企”行动")]),
        ("设便民服务大厅和便民服务中心。", []),
        ("政务服务中心办件12件。政务服务大厅增设窗口3个。", []),
        ("县普法工作领导小组开会。市普法领导小组开会。", []),
        ("公布行政许可事项清单。公布行政处罚事项清单。", []),
    ],
)
def test_variants(words: str, found: list[tuple[str, str]]) -> None:
    text = report(words)
    pairs = find_variants(text.text, unquoted(text), written(text))
    assert [(pair.one.words, pair.other.words) for pair in pairs] == found
