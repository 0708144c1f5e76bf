"""全文没有写党政主要负责人（部门：主要负责人）作为第一责任人做了什么。

规定要求报告党政主要负责人履行推进法治建设第一责任人职责的情况。没有单设一节、但别处写了的，见 missing-section。
"""

from collections.abc import Iterator

from reportlint.document.source import Span
from reportlint.facts.prose.sentences import sentences, sentences_of
from reportlint.facts.statements.heads import head_leads, names_others
from reportlint.finding import Finding, Severity
from reportlint.report import Report

TITLE = "没写第一责任人履职"
SEVERITY = Severity.ERROR
BASIS = "{rule}；《党政主要负责人履行推进法治建设第一责任人职责规定》"
BAD = [
    "⟦一、主要举措和成效⟧\n办理案件36件。\n二、存在的不足\n力量不足。\n三、下一步安排\n修订规定。",
    "⟦霁川区人民政府2023年法治政府建设情况报告⟧\n一、主要举措和成效\n办理案件36件。",
    "⟦一、主要举措和成效⟧\n压实党政主要负责人责任，开展督察12次。\n二、存在的不足\n力量不足。",
    "⟦一、工作情况⟧\n开展检查30次。\n二、下一步安排\n党政主要负责人要切实履行推进法治建设第一责任人职责，做到亲自部署。",
    "⟦一、推进依法行政⟧\n分管副区长亲自协调案件12件。\n二、存在的不足\n力量不足。",
    "⟦一、推进依法行政⟧\n组织5个单位主要负责人现场述法，落实法治责任36项。\n二、存在的不足\n力量不足。",
    "⟦一、推进依法行政⟧\n对36名党政主要负责人开展述法测评。\n二、存在的不足\n力量不足。",
    "⟦一、推进依法行政⟧\n办理12345市长热线工单300件。\n二、存在的不足\n力量不足。",
    "一、工作情况\n开展检查30次。\n二、存在的不足\n力量不足。\n⟦三、组织保障情况⟧\n落实经费36万元。\n四、下一步安排\n修订规定。",
]
GOOD = [
    "三、党政主要负责人履行推进法治建设第一责任人职责情况\n区长主持召开会议3次。",
    "一、主要举措和成效\n区长亲自部署执法整治，检查30次。\n二、存在的不足\n力量不足。",
    "一、主要举措和成效\n（一）主要负责人履职情况\n主持召开会议3次。\n（二）执法\n检查30次。",
    "一、主要举措和成效\n党政主要负责人认真履行推进法治建设第一责任人职责，主持召开会议3次。",
    "一、推进依法行政\n区政府主要领导坚持加强组织领导，听取工作汇报12次。\n二、存在的不足\n力量不足。",
    "三、主要领导履行法治建设职责情况\n局长签发文件12件。",
    "三、“一把手”履职情况\n镇长主持会议3次。",
]


def check(report: Report) -> Iterator[Finding]:
    part = report.part("responsibility")
    if part.sections or part.name not in report.outline.parts:
        return
    if not all(names_others(report.text, sentence.span) for sentence in sentences_of(report, part.name)):
        return  # told in passing of this head
    if any(head_leads(report.text, s.span) for s in sentences(report) if report.kind.future not in s.parts):
        return  # told in passing: that it has no section of its own is for missing-section to say
    yield Finding(
        _in_its_place(report) or _beginning(report),
        "全文没有写党政主要负责人（部门：主要负责人）作为第一责任人做了什么。",
        f"请单设一节“{part.label}”，写清主要负责人主持了哪些会议、签发了哪些文件、督办了哪些事。",
    )


def _in_its_place(report: Report) -> Span | None:
    """The heading of a part of another name that stands where it should: 组织保障情况, between the shortcomings and the plan."""
    before, behind = report.part(report.kind.faults).span, report.part(report.kind.future).span
    if before is None or behind is None:
        return None
    unplaced = (fault.section for fault in report.outline.faults if fault.kind == "unplaced")
    headings = [section.heading.span for section in unplaced if section and section.heading]
    return next((span for span in headings if before.end <= span.start < behind.start), None)


def _beginning(report: Report) -> Span:
    """The title, or what the report begins with."""
    title = report.outline.title
    starts = [title.span] if title else [heading.span for heading in report.outline.headings]
    return min(starts, default=sentences(report)[0].span if sentences(report) else Span(0, 1))
