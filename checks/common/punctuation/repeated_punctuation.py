"""标点重复。

“。。”“，，”“、，”多半是改稿时留下的。两个相同的逗号、分号、冒号、句号删去一个；句末的留句号。两个顿号之间、顿号后面可能丢了词，三个句号可能是省略号，其余的不知道哪一个对，请看清再改。省略号、破折号、连用的问号叹号不算。
"""

from collections.abc import Iterator

from reportlint.document.source import Span
from reportlint.facts.prose.written import written
from reportlint.finding import Finding, Severity
from reportlint.kept import patterns
from reportlint.report import Report

TITLE = "标点重复"
SEVERITY = Severity.ERROR
WITHIN_PASSAGES = True
BASIS = "GB/T 15834—2011《标点符号用法》"
BAD = [
    "一、主要举措和成效\n办理案件36件⟦。。⟧",
    "一、主要举措和成效\n办理案件36件⟦，，⟧办结30件。",
    "一、主要举措和成效\n制定办法⟦、，⟧清理文件12件。",
    "一、主要举措和成效\n办理案件36件⟦；。⟧",
    "一、主要举措和成效\n培训镇⟦、、⟧村干部36人。",
    "一、主要举措和成效\n办理案件36件⟦，,⟧办结30件⟦，。⟧",
    "一、主要举措和成效\n现将情况报告如下⟦：：⟧办结36件。",
    "一、主要举措和成效\n制定办法、规定⟦。。。⟧办结36件⟦、。⟧",
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
_RIGHT = {
    "，": patterns.compile("，，\n?"),
    "；": patterns.compile("；；\n?"),
    "：": patterns.compile("：：\n?"),
    "。": patterns.compile("。。\n?|(?!。。。)[，；。]+。\n"),  # a line's end in any of them is its end
}
"""What alone can stand there, whatever was meant: between 、、 a word may be lost, and 。。。 may be an ellipsis."""


def check(report: Report) -> Iterator[Finding]:
    for line in written(report):
        for match in _REPEATED.finditer(report.text, *line):
            marks = match[0].translate(_WIDE)
            last = match.end() == line.end
            right = next((right for right, pattern in _RIGHT.items() if pattern.fullmatch(marks + "\n" * last)), None)
            yield Finding(Span(*match.span()), f"标点“{match[0]}”重复。", _advice(marks, right), replacement=right)


def _advice(marks: str, right: str | None) -> str:
    different = [*dict.fromkeys(marks)]
    if right:
        return ""
    if len(different) > 1:
        return f"请从{'、'.join(f'“{mark}”' for mark in different)}里留一个。"
    return "请核对是不是省略号（……）。" if marks[0] == "。" else "请核对中间是不是丢了词。"
