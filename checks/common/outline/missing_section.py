"""规定要求的部分没有单独成节。

年度报告应当写明四个方面：主要举措和成效，存在的不足和原因，党政主要负责人履行第一责任人职责情况，下一年度主要安排。
缺了一个部分是错误；内容有、只是写在别的部分里时是警告，并指出写在第几行。标题不必照抄规定的字句，看得出是哪个部分即可。
"""

from collections.abc import Iterator

from reportlint.document.source import Span
from reportlint.finding import Finding, Related, Severity
from reportlint.outline.outline import Fault
from reportlint.report import Report

TITLE = "部分没有单列"
SEVERITY = Severity.ERROR
BASIS = "{rule}"
BAD = [
    "一、主要举措和成效\n办理案件36件。\n⟦二、党政主要负责人履行第一责任人职责情况⟧\n区长主持会议3次。\n三、下一年度主要安排\n修订规定。",
    "一、主要举措和成效\n办理案件36件。\n二、存在的不足和原因\n力量不足，原因是编制少。\n⟦三、下一年度主要安排⟧\n修订规定。",
    "⟦一、存在的不足和原因⟧\n力量不足，原因是编制少。\n二、第一责任人履职情况\n区长主持会议3次。\n三、2024年工作安排\n修订规定。",
    "一、工作开展情况\n办理案件36件。\n二、存在问题及原因\n力量不足，原因是编制少。\n三、党政主要负责人履职情况\n区长主持会议3次⟦。⟧",
    "一、深入推进依法行政\n办理案件36件。\n二、严格规范执法\n检查30次。\n三、存在的问题\n力量不足，原因是编制少。\n⟦四、下一步工作打算⟧\n修订规定。",
    "一、主要举措和成效\n办理案件36件。\n⟦二、第一责任人履职情况⟧\n区长主持会议3次。但仍存在力量不足的问题。\n三、2024年安排\n修订规定。",
]
GOOD = [
    "一、主要举措和成效\n办理案件36件。\n二、存在的不足和原因\n力量不足，原因是编制少。\n三、第一责任人履职情况\n区长主持会议3次。\n四、下一年度主要安排\n修订规定。",
    "（一）工作情况\n办理案件36件。\n（二）存在的问题\n力量不足。\n（三）党政主要负责人履职情况\n主持会议3次。\n（四）下步打算\n修订规定。",
    "一、推进依法行政\n办理案件36件。\n二、困难和问题\n力量不足。\n三、主要负责人履职情况\n主持会议3次。\n四、明年工作思路\n修订规定。",
    "主要举措和成效\n办理案件36件。\n存在的不足和原因\n力量不足。\n第一责任人履职情况\n主持会议3次。\n下一年度主要安排\n修订规定。",
    "一、工作开展情况\n办理案件36件。\n二、存在问题及下一步安排\n力量不足。\n三、第一责任人履职情况\n主持会议3次。",
    "一、第一责任人履职情况\n主持会议3次。\n二、主要做法和成效\n办理案件36件。\n三、短板和不足\n力量不足。\n四、今后努力方向\n修订规定。",
]


def check(report: Report) -> Iterator[Finding]:
    for fault in report.outline.faults:
        if fault.kind == "missing":
            yield _finding(report, fault)


def _finding(report: Report, fault: Fault) -> Finding:
    part = report.part(fault.part)
    if fault.before and fault.before.heading:
        place, where = fault.before.heading.span, f"应在“{fault.before.heading.text}”之前"
    elif report.outline.sections or not part.passages:
        end = max((passage.span.end for passage in report.outline.passages), default=len(report.text.rstrip()))
        place, where = Span(end - 1, end), "应在全文最后" if report.outline.sections else "全文没有标题"
    else:
        start = part.passages[0].span.start
        place, where = Span(start, min(part.passages[0].span.end, start + 30)), "全文没有标题"
    if part.span is None:
        return Finding(place, f"没有“{part.label}”部分，{where}。", f"请单设一节“{part.label}”。")
    line = report.source.line_of(part.span.start)
    told = Span(part.span.start, min(part.span.end, part.span.start + 30))
    return Finding(
        place,
        f"“{part.label}”没有单独成节（{where}）；有关内容写在第 {line} 行。",
        "请把这些内容移出来，单设一节。",
        related=(Related(told, "内容写在这里"),),
        severity=Severity.WARNING,
    )
