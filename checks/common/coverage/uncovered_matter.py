"""规定要求写到的事项，全文没有写到。

按规定的各个方面，逐项看“举措和成效”和“第一责任人履职”两部分的正文写没有写到（应报尽报）。看正文的话，不看标题。没有做的、做得不够的、
打算做的不算写到；当年没有发生的，写一句“没有发生”就算。各单位职责不同，只列同类单位都有的事项：乡镇不列立法，部门不列突发事件应对。
`reportlint outline` 列出全部事项：哪些写到了，有没有数据，在哪一行。

本省、本市、本单位要求写的事项，在 .reportlint.yaml 或共用的规则文件里写明；自己的事项写明用哪些词认，不要求的写 drop：

    rules:
      - {matters: [行政裁决, {name: 数字门牌, words: [数字门牌, 二维码门牌]}, {name: 行政应诉, drop: true}]}
"""

from collections.abc import Iterator

from reportlint.facts.prose.sentences import opening
from reportlint.facts.statements.coverage import Matter, coverage
from reportlint.finding import Finding, Severity
from reportlint.report import Report

TITLE = "有事项没有写到"
SEVERITY = Severity.INFO
BASIS = "{matters}"
_TOLD = "习近平法治思想专题学习6次，党组会议研究法治工作4次，培训执法人员36人，普法宣讲12场，审核合同36份，主动公开信息120条。"
_DEPARTMENT = "青岚县水利局2024年法治政府建设年度报告\n"
_TOWNSHIP = "青岚县松坪镇人民政府2024年法治政府建设年度报告\n"
_OF_TOWNSHIP = "排查矛盾纠纷36件，综合行政执法队检查120次，修订应急预案2个。"
BAD = [
    f"{_DEPARTMENT}⟦一、主要举措和成效⟧\n{_TOLD.replace('普法宣讲12场，', '')}",
    f"{_DEPARTMENT}⟦一、主要举措和成效⟧\n{_TOLD.replace('，主动公开信息120条', '')}\n（二）推进政务公开\n更新网站栏目6个。",
    f"{_DEPARTMENT}⟦一、主要举措和成效⟧\n{_TOLD.replace('主动公开信息120条', '政务公开还有差距')}",
    f"{_DEPARTMENT}⟦一、主要举措和成效⟧\n{_TOLD.replace('主动公开信息120条', '2025年将推进政务公开')}",
    f"{_DEPARTMENT}⟦一、主要举措和成效⟧\n{_TOLD.replace('主动公开信息120条', '学习《中华人民共和国政府信息公开条例》2次')}",
    f"{_DEPARTMENT}⟦一、主要举措和成效⟧\n{_TOLD.replace('审核合同36份', '尚未建立法律顾问制度')}",
    f"{_TOWNSHIP}⟦一、主要举措和成效⟧\n{_TOLD}排查矛盾纠纷36件，综合行政执法队检查120次。\n四、下一年度主要安排\n6月底前修订应急预案2个。",
    f"青岚县人民政府2024年法治政府建设年度报告\n⟦一、主要举措和成效⟧\n{_TOLD}{_OF_TOWNSHIP}",
]
GOOD = [
    f"{_DEPARTMENT}一、主要举措和成效\n{_TOLD}",
    f"{_DEPARTMENT}一、主要举措和成效\n{_TOLD.replace('普法宣讲12场，', '')}\n三、主要负责人履行第一责任人职责情况\n局长带头开展普法宣讲2场。",
    f"{_DEPARTMENT}一、主要举措和成效\n{_TOLD.replace('主动公开信息120条', '没有收到政府信息公开申请')}",
    f"{_DEPARTMENT}一、主要举措和成效\n{_TOLD.replace('主动公开信息120条', '整改政务公开不及时的问题6个')}",
    f"{_TOWNSHIP}一、主要举措和成效\n{_TOLD}{_OF_TOWNSHIP}",
    "青岚县人民政府2019年法治政府建设年度报告\n一、主要举措和成效\n办理案件36件。",
    f"{_DEPARTMENT}二、存在的不足和原因\n普法不够，原因是人手少。",
]


def check(report: Report) -> Iterator[Finding]:
    deeds, asked = report.part(report.kind.deeds), dict[str | None, list[str]]()
    for rule in report.rules:
        if rule.name == "matter" and not rule.value.drop:
            of_state = rule.source == report.kind.facts.asked.rule
            asked.setdefault(None if of_state else rule.basis, []).append(rule.value.name)
    if deeds.span is None:
        return
    for basis, names in asked.items():
        missing = _missing(coverage(report), names)
        if missing:
            said = missing if basis else _by_field(coverage(report), missing)
            yield Finding(
                opening(report, deeds),
                f"规定要求写到的事项，这些全文没有写到：{'、'.join(said)}。",
                "做过的请补写，并写出数字；当年没有发生的，也写明没有。",
                basis=basis,
            )


def _missing(matters: tuple[Matter, ...], asked: list[str]) -> list[str]:
    """The matters and fields that are asked and not told, in the order of the rule."""
    told = {name for matter in matters if matter.clause for name in (matter.name, matter.field)}
    return [name for name in asked if name not in told]


def _by_field(matters: tuple[Matter, ...], missing: list[str]) -> list[str]:
    """The same, where a field of which nothing is told stands for its matters."""
    field_of = {matter.name: matter.field for matter in matters}
    told = {matter.field for matter in matters if matter.clause}
    fields = {name: field_of.get(name, name) for name in missing}
    return list(dict.fromkeys(name if field in told else field for name, field in fields.items()))
