"""规定要求的部分写了两次。

同一部分有两节，多半是合稿时留下的。请核对两处内容，合为一节。
"""

from collections.abc import Iterator
from itertools import islice

from reportlint.finding import Finding, Related, Severity
from reportlint.report import Report

TITLE = "部分写了两次"
SEVERITY = Severity.WARNING
BASIS = "{rule}"
BAD = [
    "一、主要举措和成效\n办理案件36件。\n二、存在的不足\n力量不足。\n⟦三、存在的问题⟧\n经费不足。\n四、下一步安排\n修订规定。",
    "一、主要举措和成效\n办理案件36件。\n⟦二、主要做法和成效⟧\n办理案件36件。\n三、存在的不足\n力量不足。",
    "一、工作情况\n办理案件36件。\n二、存在的不足\n力量不足。\n三、下一步安排\n修订规定。\n⟦四、下一年度工作打算⟧\n修订规定。",
    "一、存在的不足\n力量不足。\n二、第一责任人履职情况\n主持会议3次。\n⟦三、党政主要负责人履职情况⟧\n主持会议3次。",
    "一、主要举措和成效\n办理案件36件。\n二、存在的不足\n力量不足。\n三、第一责任人履职情况\n主持会议3次。\n四、下一步安排\n修订规定。\n⟦五、存在的问题和原因⟧\n力量不足。",
    "一、存在的不足\n力量不足。\n二、下步打算\n修订规定。\n⟦三、明年工作思路⟧\n修订规定。\n",
]
GOOD = [
    "一、工作开展情况\n办理案件36件。\n二、主要举措和成效\n审查文件12件。\n三、存在的不足\n力量不足。",
    "一、主要举措\n办理案件36件。\n二、取得的主要成效\n满意率98%。\n三、存在的不足\n力量不足。",
    "一、依法行政制度建设情况\n审查文件12件。\n二、行政执法情况\n检查30次。\n三、法治宣传情况\n宣讲20场。\n四、存在的不足\n力量不足。",
    "一、主要举措和成效\n（一）主要举措\n办理案件36件。\n（二）主要成效\n满意率98%。\n二、存在的不足\n力量不足。",
    "一、主要举措和成效\n办理案件36件。\n二、存在的不足\n力量不足。\n三、第一责任人履职情况\n主持会议3次。\n四、下一步安排\n修订规定。",
    "三、第一责任人履职情况\n主持会议3次。\n四、下一步安排\n修订规定。",
]


def check(report: Report) -> Iterator[Finding]:
    for fault in report.outline.faults:
        if fault.kind == "repeated" and fault.section and fault.section.heading:
            part = report.part(fault.part)
            others = (s.heading for s in part.sections if s is not fault.section and s.heading)
            yield Finding(
                fault.section.heading.span,
                f"“{part.label}”写了两节。",
                "请核对两节的内容，合为一节。",
                related=tuple(Related(heading.span, "另一节") for heading in islice(others, 1)),
            )
