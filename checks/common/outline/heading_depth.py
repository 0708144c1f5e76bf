"""标题跳过了一级。

“一、”下面直接是“1.”，中间没有“（一）”。层次不多时可以只用“一、”和“（一）”；跳级会使读者以为漏了一级标题。
"""

from collections.abc import Iterator

from reportlint.document.source import Span
from reportlint.finding import Finding, Severity, folded
from reportlint.report import Report

TITLE = "标题跳级"
SEVERITY = Severity.INFO
BASIS = "GB/T 9704—2012《党政机关公文格式》结构层次序数"
MARKERS = ("", "一、", "（一）", "1.", "（1）", "①")
BAD = [
    "一、主要举措\n⟦1.⟧健全制度\n审查12件。\n2.规范执法\n检查30次。",
    "一、主要举措\n（一）健全制度\n⟦（1）⟧制定办法。\n（2）修订规定。",
    "一、主要举措\n（一）健全制度\n审查12件。\n二、存在的不足\n⟦1.⟧力量不足。\n2.经费不足。",
    "一、主要举措\n⟦（1）⟧健全制度。审查12件。\n（2）规范执法。检查30次。",
    "一、主要举措\n（一）健全制度\n1.制定办法。\n⟦①⟧市级办法。",
    "一、主要举措\n⟦①⟧健全制度。审查12件。",
]
GOOD = [
    "一、主要举措\n（一）健全制度\n1.制定办法。\n（1）市级办法。",
    "一、主要举措\n（一）健全制度\n审查12件。\n二、存在的不足\n力量不足。",
    "一、主要举措\n办理案件36件。",
    "主要举措和成效\n办理案件36件。",
    "一、工作情况\n一、深入推进依法行政\n审查12件。\n二、存在的不足\n力量不足。",
    "（一）主要举措和成效\n1.办理案件36件。\n（二）存在的不足\n1.力量不足。",
]


def check(report: Report) -> Iterator[Finding]:
    """One finding for each kind of jump, on its first place; the others as related places."""
    jumps: dict[tuple[int, int], list[Span]] = {}
    for parent in report.outline.root.walk():
        for child in parent.children:
            if child.heading and child.heading.marker and parent.level and child.level > parent.level + 1:
                start = child.heading.span.start
                jumps.setdefault((parent.level, child.level), []).append(Span(start, start + len(child.heading.marker)))
                break
    for (above, below), places in jumps.items():
        yield folded(
            places,
            f"“{MARKERS[above]}”级标题下面直接用了“{MARKERS[below]}”级序号，跳过了“{MARKERS[above + 1]}”。",
            f"请改用“{MARKERS[above + 1]}”级序号。",
            "同样的跳级",
        )
