"""比率超过了100%。

办结率、覆盖率、满意率这类占比最高是100%。完成计划的120%，请写“完成年度计划的120%”。
"""

from collections.abc import Iterator

from reportlint import patterns
from reportlint.finding import Finding, Severity
from reportlint.report import Report

SEVERITY = Severity.ERROR
BAD = [
    "一、主要举措和成效\n案件办结率达⟦102%⟧。",
    "一、主要举措和成效\n学法覆盖率⟦110%⟧。",
    "一、主要举措和成效\n群众满意率为⟦100.5%⟧。",
    "一、主要举措和成效\n行政机关负责人出庭应诉率⟦103%⟧。",
    "一、主要举措和成效\n持证人员占在编人员的⟦120%⟧。",
    "一、主要举措和成效\n任务完成率⟦105%⟧。",
]
GOOD = [
    "一、主要举措和成效\n案件办结率达100%。",
    "一、主要举措和成效\n办案量增长120%。",
    "一、主要举措和成效\n完成年度计划的120%。",
    "一、主要举措和成效\n增长率110%。",
    "一、主要举措和成效\n投诉量是上年的150%。",
    "一、主要举措和成效\n满意率98.5%，同比增速达130%。",
]

_RATE = patterns.compile(
    r"(?<!增长)(?<!增)(?<!收益)(?<!回报)(?<!杠杆)(?<!负债)率(?:高?达到?|[约均]?为|是|实现)?$|占(?:[\u4e00-\u9fff]{0,10})(?:的|比|比例为?|比重为?)$"
)


def check(report: Report) -> Iterator[Finding]:
    for _, mentions in report.mentions:
        for mention in mentions:
            quantity = mention.quantity
            if quantity.kind == "percent" and quantity.value > 100 and _RATE.search(mention.before):
                yield Finding(quantity.span, "这个比率超过了100%。", "请核对数字，或改写成“为计划的百分之几”。")
