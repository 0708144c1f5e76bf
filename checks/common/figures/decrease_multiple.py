"""“下降N倍”不合情理。

下降一倍就是零，不能再降。减少到原来的三分之一，写“下降三分之二”或“下降66.7%”。
"""

from collections.abc import Iterator

from reportlint.facts.figures.quantities import quantities
from reportlint.finding import Finding, Severity
from reportlint.language.phrases import load_phrases
from reportlint.report import Report

TITLE = "下降说成几倍"
SEVERITY = Severity.ERROR
WITHIN_PASSAGES = True
BASIS = "GB/T 15835—2011《出版物上数字用法》"
BAD = [
    "一、主要举措和成效\n信访量⟦下降2倍⟧。",
    "一、主要举措和成效\n办理时间⟦缩短了三倍⟧。",
    "一、主要举措和成效\n败诉案件同比⟦减少1.5倍⟧。",
    "一、主要举措和成效\n申报材料⟦精简近2倍⟧。",
    "一、主要举措和成效\n投诉量比上年⟦降低一倍⟧。",
    "一、主要举措和成效\n审批环节⟦压缩了2倍⟧。",
    "一、主要举措和成效\n重复信访量⟦回落3倍⟧。",
    "一、主要举措和成效\n积压案件⟦降幅达3倍⟧。",
    "一、主要举措和成效\n检查频次比上年⟦少了两倍⟧。",
]
GOOD = [
    "一、主要举措和成效\n信访量下降三分之二。",
    "一、主要举措和成效\n办案量增长2倍。",
    "一、主要举措和成效\n办理时间缩短66.7%。",
    "一、主要举措和成效\n投诉减少，办案量是上年的2倍。",
    "一、主要举措和成效\n申报材料减少至原来的一半。",
    "一、主要举措和成效\n检查次数比上年增加1倍。",
    "一、主要举措和成效\n渔村之间护渔员配备的差距缩小到1.4倍，对无证捕捞处至少2倍罚款。",
    "一、主要举措和成效\n渔企负债杠杆率下降0.6倍。",
]

_FALL, _OF_RATIO = (load_phrases(__file__, "decrease_multiple")[name].pattern for name in ("fall", "of-ratio"))


def check(report: Report) -> Iterator[Finding]:
    for quantity in quantities(report):
        if quantity.kind != "multiple":
            continue
        start = quantity.span.start
        match = _FALL.search(report.text, max(0, start - 8), start)
        if match and not _OF_RATIO.search(report.text, max(0, match.start() - 16), match.start()):
            span = type(quantity.span)(match.start(), quantity.span.end)
            yield Finding(span, "减少的幅度不能用倍数。", "请写“下降百分之几”或“下降几分之几”。")
