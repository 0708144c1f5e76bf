"""Bodies that are misnamed, and bodies that are no more."""

from __future__ import annotations

import pytest

from reportlint.facts.names.bodies.dissolved import dissolved
from reportlint.facts.names.bodies.institutions import misnamings
from reportlint.report import Report, read
from reportlint.settings.house_rules import HouseRules

TITLE = "青岚县人民政府2025年度法治政府建设情况报告\n一、主要举措和成效\n"


def report(words: str, office: HouseRules | None = None) -> Report:
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
        ("县医疗障局检查。", [("县医疗障局", "县医疗保障局", "near")]),
        ("市自然资源规划和局检查。", [("自然资源规划和局", "自然资源和规划局", "near")]),
        ("县政务服务管理管理局检查。", [("政务服务管理管理局", "政务服务管理局", "near")]),
        ("县人民法庭院审理。", [("人民法庭院", "人民法院", "near")]),
        ("县财正局下达资金。", [("财正局", "财政局", "near")]),
        ("县司法厅审核，省教育局培训。", [("县司法厅", "县司法局", "near"), ("省教育局", "省教育厅", "near")]),
        ("省、市公安厅（局）部署，县公安部门落实，省教育局域网开通，市教育部署培训。", []),
        ("县生态环境干部36人，县应急管理全部事项，县交通运输布局，县自然资源大厅。", []),
        ("县农业执法大队、县市场监管执法大队、县科技和工业局、县粮食和储备局检查。", []),
        ("县公安分局、县人民医院、县公安局特警大队、县行政服务局检查。", []),
        ("印发《县人民检查院规则》。", [("人民检查院", "人民检察院", "wrong")]),
    ],
)
def test_misnamings(words: str, found: list[tuple[str, str, str]]) -> None:
    text = report(words)
    assert [(text.words(wrong.span), wrong.name, wrong.how) for wrong in misnamings(text)] == found


def test_an_office_names_its_own_bodies() -> None:
    office = HouseRules(
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
