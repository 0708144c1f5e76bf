"""句子太长，一口气读不完。

从句号、分号到句号、分号超过150字的提出来（`characters` 可以在配置里改）；引号、书名号、括号里的字不算。
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
BAD = [
    f"一、主要举措和成效\n⟦{_LONG}办结36件。⟧",
    f"一、主要举措和成效\n培训36人。⟦{_LONG}办结36件。⟧检查12次。",
    f"一、主要举措和成效\n培训36人；⟦{_LONG}办结36件；⟧检查12次。",
    f"一、主要举措和成效\n（一）规范执法。⟦{_LONG}办结36件。⟧",
    f"一、主要举措和成效\n⟦{_LONG.replace('，', '、')}办结36件。⟧",
    f"一、主要举措和成效\n⟦{_LONG.replace('，', ',')}办结36件⟧\n检查12次。",
]
GOOD = [
    "一、主要举措和成效\n培训36人，检查12次，办结8件。",
    f"一、主要举措和成效\n落实《{_LONG}》《{_LONG}》，检查12次。",
    f"一、主要举措和成效\n开展“{_LONG}”活动12次。",
    "一、主要举措和成效\n" + "组织有关部门核查问题；" * 14 + "办结36件。",
    "一、主要举措和成效\n" + "组织有关部门核查问题。" * 14,
    f"一、主要举措和成效\n检查12次（{_LONG}）。",
]

_SENTENCE = patterns.compile("[^。；！？;!?\n]+[。；！？;!?]?")


def check(report: Report, *, characters: int = 150) -> Iterator[Finding]:
    for passage in report.outline.passages:
        for match in _SENTENCE.finditer(bare(report), *passage.span):
            if match.end() - match.start() <= characters:
                continue
            length = sum(char != FILL and not char.isspace() for char in match[0])
            if length > characters:
                start = match.end() - len(match[0].lstrip())
                yield Finding(Span(start, match.end()), f"这一句有 {length} 字。", "请分成几句。")
