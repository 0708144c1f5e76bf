"""句子太长，一口气读不完。

从句号、分号到句号、分号超过150字的提出来（`characters` 可以在配置里改）；引号、书名号、括号里的字不算。没有超过的，中间70字以上（`unbroken`）
没有一个标点的也提出来。
"""

from collections.abc import Iterator

from reportlint.document.source import Span
from reportlint.facts.prose.masks import bare
from reportlint.finding import Finding, Severity
from reportlint.kept import patterns
from reportlint.language.quotes import FILL
from reportlint.report import Report

TITLE = "句子太长"
SEVERITY = Severity.INFO
WITHIN_PASSAGES = True
_LONG = "组织有关部门核查问题，" * 14
_UNBROKEN = "由巡查人员到现场核实并取证后送达书面通知" * 4
BAD = [
    f"一、主要举措和成效\n⟦{_LONG}办结36件。⟧",
    f"一、主要举措和成效\n培训36人。⟦{_LONG}办结36件。⟧检查12次。",
    f"一、主要举措和成效\n培训36人；⟦{_LONG}办结36件；⟧检查12次。",
    f"一、主要举措和成效\n（一）规范执法。⟦{_LONG}办结36件。⟧",
    f"一、主要举措和成效\n⟦{_LONG.replace('，', '、')}办结36件。⟧",
    f"一、主要举措和成效\n⟦{_LONG.replace('，', ',')}办结36件⟧\n检查12次。",
    f"一、主要举措和成效\n培训36人，⟦{_UNBROKEN}⟧，办结36件。",
]
GOOD = [
    "一、主要举措和成效\n培训36人，检查12次，办结8件。",
    f"一、主要举措和成效\n落实《{_LONG}》《{_LONG}》，检查12次。",
    f"一、主要举措和成效\n开展“{_LONG}”活动12次。",
    "一、主要举措和成效\n" + "组织有关部门核查问题；" * 14 + "办结36件。",
    "一、主要举措和成效\n" + "组织有关部门核查问题。" * 14,
    f"一、主要举措和成效\n检查12次（{_LONG}）。",
    f"一、主要举措和成效\n{_UNBROKEN[:60]}，办结36件。",
    f"一、主要举措和成效\n{_UNBROKEN[:60]}“上门办”{_UNBROKEN[:40]}，办结36件。",
]

_SENTENCE = patterns.compile("[^。；！？;!?\n]+[。；！？;!?]?")
_STRETCH = patterns.compile(f"[^，、：,:（）()“”《》{FILL}]+")


def check(report: Report, *, characters: int = 150, unbroken: int = 70) -> Iterator[Finding]:
    for passage in report.outline.passages:
        for match in _SENTENCE.finditer(bare(report), *passage.span):
            if match.end() - match.start() <= unbroken:
                continue
            length = _length(match[0])
            if length > characters:
                start = match.end() - len(match[0].lstrip())
                yield Finding(Span(start, match.end()), f"这一句有 {length} 字。", "请分成几句。")
                continue
            for stretch in _STRETCH.finditer(bare(report), *match.span()):
                if (read := _length(stretch[0])) > unbroken:
                    yield Finding(Span(*stretch.span()), f"这里 {read} 字没有一个标点。", "请断开，或者分成几句。")


def _length(words: str) -> int:
    return sum(char != FILL and not char.isspace() for char in words)
