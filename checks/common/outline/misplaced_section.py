"""规定要求的部分不在规定的次序上。

规定的次序是：主要举措和成效，存在的不足和原因，第一责任人履职情况，下一年度主要安排。换了次序，内容并不缺，所以是警告。
"""

from collections.abc import Iterator

from reportlint.finding import Finding, Related, Severity
from reportlint.report import Report

TITLE = "部分次序不对"
SEVERITY = Severity.WARNING
BASIS = "{rule}"
BAD = [
    "⟦一、第一责任人履职情况⟧\n主持会议3次。\n二、主要举措和成效\n办理案件36件。\n三、存在的不足\n力量不足。\n四、下一步安排\n修订规定。",
    "一、主要举措和成效\n办理案件36件。\n⟦二、下一年度主要安排⟧\n修订规定。\n三、存在的不足和原因\n力量不足。\n四、第一责任人履职情况\n主持会议3次。",
    "一、工作情况\n办理案件36件。\n⟦二、党政主要负责人履职情况⟧\n主持会议3次。\n三、存在的问题\n力量不足。\n四、下步打算\n修订规定。",
    "⟦一、存在的不足和原因⟧\n力量不足。\n二、主要举措和成效\n办理案件36件。\n三、第一责任人履职情况\n主持会议3次。\n四、下一步安排\n修订规定。",
    "⟦一、2024年工作安排⟧\n修订规定。\n二、主要举措和成效\n办理案件36件。\n三、存在的不足\n力量不足。\n四、第一责任人履职情况\n主持会议3次。",
    "一、主要举措和成效\n办理案件36件。\n二、第一责任人履职情况\n主持会议3次。\n⟦三、存在的问题及下一步安排⟧\n力量不足。下一步修订规定。",
    "一、主要举措和成效\n办理案件36件。\n二、存在的不足\n力量不足。\n三、下一步安排\n修订规定。\n⟦四、第一责任人履职情况⟧\n主持会议3次。",
]
GOOD = [
    "一、主要举措和成效\n办理案件36件。\n二、存在的不足\n力量不足。\n三、第一责任人履职情况\n主持会议3次。\n四、下一步安排\n修订规定。",
    "一、主要举措和成效\n办理案件36件。\n二、第一责任人履职情况\n主持会议3次。\n三、下一步安排\n修订规定。",
    "一、深化改革\n办理案件36件。\n二、主要成效\n满意率98%。\n三、存在的不足\n力量不足。",
    "一、主要举措和成效\n办理案件36件。\n二、存在的不足\n力量不足。\n三、第一责任人履职情况\n主持会议3次。\n四、下一步安排\n修订规定。\n五、其他需要报告的情况\n无。",
    "三、第一责任人履职情况\n主持会议3次。",
    "一、主要举措和成效\n办理案件36件。\n二、存在问题及下一步安排\n力量不足。",
]


def check(report: Report) -> Iterator[Finding]:
    order = "、".join(part.label for part in report.outline.parts.values())
    for fault in report.outline.faults:
        if fault.kind == "misplaced" and fault.section and fault.section.heading:
            before = fault.before.heading if fault.before else None
            where = f"移到“{before.text}”之前" if before else "移到最后"
            what = "这一节" if len(fault.section.heading.parts) == 1 else "这一部分单设一节，"
            label = report.part(fault.part).label
            yield Finding(
                fault.section.heading.span,
                f"“{label}”的位置不合规定的次序（{order}）。",
                f"请把{what}{where}。",
                related=(Related(before.span, "应在这一节之前"),) if before else (),
            )
