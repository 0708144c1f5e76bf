"""某一部分里没有本单位要求写到的话。

要写到什么，由本单位在 .reportlint.yaml 里按部分写定：

    phrases:
      responsibility: [述职述法]
      plan: [法治政府建设示范创建, 法治督察]

部分的名字：measures 主要举措和成效，shortcomings 不足和原因，responsibility 第一责任人履职，plan 下一年度主要安排。
按字面查找，空格、换行不算。整个部分都没有的，由 missing-section 提出，这里不再提。
"""

from collections.abc import Iterator

from reportlint.document.source import Span
from reportlint.finding import Finding, Severity
from reportlint.outline.outline import Part
from reportlint.report import Report

TITLE = "缺规定要写的话"
SEVERITY = Severity.WARNING
OFFICE = {"phrases": {"responsibility": ["述职述法"], "plan": ["法治督察", "示范创建"]}}
BAD = [
    "一、主要举措和成效\n开展法治督察3次，示范创建2项。\n⟦四、下一年度主要安排⟧\n2025年6月底前修订办法。",
    "⟦四、下一年度主要安排⟧\n开展法治督察3次。",
    "⟦四、下一年度主要安排⟧\n（一）示范创建。申报项目2个。\n（二）督察。开展法治 督导3次。",
    "⟦三、党政主要负责人履行第一责任人职责情况⟧\n市长主持会议12次。",
    "⟦三、第一责任人履职情况⟧\n市长主持会议12次，述职1次。\n四、下一年度主要安排\n法治督察3次，示范创建2项。",
    "⟦三、第一责任人履职情况⟧\n市长主持会议12次。\n⟦四、下一年度主要安排⟧\n修订办法2件。",
]
GOOD = [
    "四、下一年度主要安排\n开展法治督察3次，示范创建2项。",
    "四、下一年度主要安排\n（一）示范创建。申报项目2个。\n（二）法治督察。开展3次。",
    "四、下一年度主要安排\n开展法治\n督察3次，推进示范 创建。",
    "四、下一年度法治督察和示范创建主要安排\n2025年6月底前修订办法。",
    "三、第一责任人履职情况\n市长带头述职述法，主持会议12次。",
    "一、主要举措和成效\n审查文件36件。",
]


def check(report: Report) -> Iterator[Finding]:
    for name, phrases in report.office.phrases.items():
        part = report.outline.parts.get(name)
        if part is None or part.span is None:
            continue
        told = _bare("".join(report.words(span) for span in _spans(part)))
        absent = [phrase for phrase in phrases if _bare(phrase) not in told]
        if absent:
            said = "、".join(f"“{phrase}”" for phrase in absent)
            yield Finding(_place(part), f"本单位要求“{part.label}”部分写到{said}，这里没有。", "请补写。")


def _spans(part: Part) -> list[Span]:
    return [s.heading.title for top in part.sections for s in top.walk() if s.heading] + [p.span for p in part.passages]


def _place(part: Part) -> Span:
    """The heading of the part, or where it begins to be told."""
    return part.heading.span if part.heading else part.passages[0].span


def _bare(text: str) -> str:
    return "".join(text.split())
