"""比率超过了100%。

办结率、覆盖率、满意率这类占比最高是100%。完成计划的120%，请写“完成年度计划的120%”。
"""

from collections.abc import Iterator

from reportlint.facts.figures.mentions import mentions
from reportlint.finding import Finding, Severity
from reportlint.kept import patterns
from reportlint.report import Report

SEVERITY = Severity.ERROR
BAD = [
    "一、主要举措和成效\n案件办结率达⟦102%⟧。",
    "一、主要举措和成效\n学法覆盖率⟦110%⟧。",
    "一、主要举措和成效\n群众满意率为⟦100.5%⟧。",
    "一、主要举措和成效\n行政机关负责人出庭应诉率⟦103%⟧。",
    "一、主要举措和成效\n持证人员占在编人员的⟦120%⟧。",
    "一、主要举措和成效\n任务完成率⟦105%⟧。",
    "一、主要举措和成效\n调解成功率保持在⟦101%以上⟧。",
    "一、主要举措和成效\n群众满意度达到⟦102%⟧。",
    "一、主要举措和成效\n网上可办比例达⟦110%⟧，一次办成的占⟦120%⟧。",
    "一、主要举措和成效\n办结率、满意率分别达到⟦120%⟧和98%。",
    "一、主要举措和成效\n⟦102%⟧的案件按期办结。",
]
GOOD = [
    "一、主要举措和成效\n案件办结率达100%。",
    "一、主要举措和成效\n办案量增长120%。",
    "一、主要举措和成效\n完成年度计划的120%。",
    "一、主要举措和成效\n增长率110%。",
    "一、主要举措和成效\n投诉量是上年的150%。",
    "一、主要举措和成效\n满意率98.5%，同比增速达130%。",
    "一、主要举措和成效\n检查覆盖率提高120%，投入120%的经费。",
    "一、主要举措和成效\n增长比例达110%。",
]

_IS = r"(?:分别|均|都|已|高)*(?:达到?|[约均]?为|是|实现|保持在|稳定在|维持在|提高[到至]|提升[到至]|上升[到至]|升至)?$"
_RATE = patterns.compile(
    rf"(?:(?<!增长)(?<!增)(?<!收益)(?<!回报)(?<!杠杆)(?<!负债)率|满意度|知晓度|好评度|(?<!增长)(?<!增加)(?<!同比)比例|占比){_IS}"
    rf"|占(?:[\u4e00-\u9fff]{{0,10}})(?:的|比|比例为?|比重为?)$|占$"
)
_OF_ALL = patterns.compile(r"的[\u4e00-\u9fff]{1,8}(?:按期|按时|及时|得到|实现|办结|化解|完成|达到|配备)")
"""102%的案件按期办结."""


def check(report: Report) -> Iterator[Finding]:
    for _, here in mentions(report):
        for mention in here:
            quantity = mention.quantity
            if quantity.kind != "percent" or quantity.value <= 100:
                continue
            if _RATE.search(mention.before) or (not mention.before and _OF_ALL.match(mention.after)):
                yield Finding(quantity.span, "这个比率超过了100%。", "请核对数字，或改写成“为计划的百分之几”。")
