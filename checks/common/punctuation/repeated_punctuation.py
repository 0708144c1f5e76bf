"""标点重复。

“。。”“，，”“、，”多半是改稿时留下的。两个相同的删去一个；不同的，句末留句号，其余的请看哪一个对。省略号、破折号、连用的问号叹号不算。
"""

from collections.abc import Iterator

from reportlint.document.source import Span
from reportlint.facts.prose.written import written
from reportlint.finding import Finding, Severity
from reportlint.kept import patterns
from reportlint.report import Report

TITLE = "标点重复"
SEVERITY = Severity.ERROR
BASIS = "GB/T 15834—2011《标点符号用法》"
BAD = [
    "一、主要举措和成效\n办理案件36件⟦。。⟧",
    "一、主要举措和成效\n办理案件36件⟦，，⟧办结30件。",
    "一、主要举措和成效\n制定办法⟦、，⟧清理文件12件。",
    "一、主要举措和成效\n办理案件36件⟦；。⟧",
    "一、主要举措和成效\n培训镇⟦、、⟧村干部36人。",
    "一、主要举措和成效\n办理案件36件⟦，,⟧办结30件⟦，。⟧",
    "一、主要举措和成效\n现将情况报告如下⟦：：⟧办结36件。",
]
GOOD = [
    "一、主要举措和成效\n办理案件36件，办结30件。",
    "一、主要举措和成效\n制定办法、规定……办结36件——这是全年的数。",
    "一、主要举措和成效\n群众说：“办得快！！真的吗？！”回访36户。",
    "一、主要举措和成效\n规定“应当公开。”，公开36项。",
    "一、主要举措和成效\n网址http://example.gov.cn公布36项。",
    "一、主要举措和成效\n推行“放管服”、“证照分离”36项；备案12件。",
]

_REPEATED = patterns.compile(r"[，、；：。,;](?:[ \u3000]*[，、；：。,;])+(?!//)")
_WIDE = str.maketrans(",;", "，；", " \u3000")


def check(report: Report) -> Iterator[Finding]:
    for line in written(report):
        for match in _REPEATED.finditer(report.text, *line):
            marks = match[0].translate(_WIDE)
            last = marks[-1] == "。" and match.end() == line.end
            right = marks[0] if len(set(marks)) == 1 else "。" if last else None
            advice = "" if right else f"请从{'、'.join(f'“{mark}”' for mark in dict.fromkeys(marks))}里留一个。"
            yield Finding(Span(*match.span()), f"标点“{match[0]}”重复。", advice, replacement=right)
