"""标题接在上一段的句子后面，没有另起一行。

“……培训12人。二、存在的不足和原因”，多半是粘贴或者排版时丢了回车，读者会把标题当成正文。同一级的标题都写在一段里的（（一）……。（二）……。），是一种写法，不提示。
"""

from collections.abc import Iterator

from reportlint.finding import Finding, Severity
from reportlint.lines.headings import Heading
from reportlint.report import Report

TITLE = "标题没有另起一行"
SEVERITY = Severity.WARNING
BASIS = "GB/T 9704—2012《党政机关公文格式》结构层次序数"
BAD = [
    "一、主要举措和成效\n办理案件36件。⟦二、存在的不足和原因⟧\n力量不足。",
    "一、主要举措和成效\n办理案件36件。⟦二、存在的不足⟧。力量不足。\n三、下一步打算\n修订规定。",
    "一、主要举措\n（一）健全制度。审查12件。⟦（二）规范执法⟧。检查30次。\n（三）普法。宣讲20场。",
    "一、主要举措\n（一）健全制度。审查12件。\n（二）规范执法。检查30次。⟦（三）普法⟧。宣讲20场。",
    "一、健全制度\n审查12件。⟦二、规范执法⟧。检查30次。\n三、存在的不足\n力量不足。",
    "全年召开会议4次。⟦一、健全制度⟧。审查12件。\n二、规范执法\n检查30次。",
]
GOOD = [
    "一、主要举措和成效\n办理案件36件。\n二、存在的不足和原因\n力量不足。",
    "一、主要举措和成效。办理案件36件。\n二、存在的不足。力量不足。",
    "一、主要举措和成效（一）健全制度。审查12件。\n（二）规范执法。检查30次。",
    "一、主要举措。审查12件。二、存在的不足。力量不足。三、下一步打算。修订规定。",
    "一、主要举措\n（一）健全制度。1.修订。修订12件。2.清理。清理8件。\n（二）普法。宣讲20场。",
    "一、主要举措\n（一）健全制度。审查12件。（二）普法。宣讲20场。\n二、存在的不足\n力量不足。",
    "一、主要举措。（一）健全制度。审查12件。\n（二）规范执法。检查30次。",
    "一、主要举措\n分三步推进：一、起草。二、审查。三、公布。\n二、存在的不足\n力量不足。",
]

_LEVELS = 2
"""Levels whose headings stand on lines of their own; 1. 2. 3. may share a paragraph."""


def check(report: Report) -> Iterator[Finding]:
    line_of = report.source.line_of
    for parent in report.outline.root.walk():
        headings = [s.heading for s in parent.children if s.heading and s.heading.marker and s.level <= _LEVELS]
        if len({line_of(heading.span.start) for heading in headings}) < 2:
            continue
        behind_parent = headings[:1] if parent.heading and not parent.paragraphs else []
        for heading in headings:
            if heading not in behind_parent and _follows_sentence(report, heading):
                yield Finding(heading.span, "这个标题接在上一句后面，读者会当成正文。", "请另起一行。")


def _follows_sentence(report: Report, heading: Heading) -> bool:
    """Does it stand behind a sentence on its line?"""
    return report.text[: heading.span.start].rstrip(" \u3000").endswith(("。", "！", "？"))
