"""用了本单位规定不用的词。

词由本单位在 .reportlint.yaml 里写定，不用写程序：

    terms:
      - wrong: 放管服改革
        right: 优化营商环境改革      # 改成什么，可以不写
        why: 本市2024年起的提法      # 理由，可以不写
        severity: error              # error、warning 或 info，不写就是 warning
        fix: true                    # 可以由 --fix 直接改；只在怎么写都该改时才用

按字面查找，不是正则表达式。书名号、引号里的不提（那是别人的话）；是别的词的一部分的不提；已经写成 right 的不提。
"""

import re
from collections.abc import Iterator

from reportlint.document.source import Span
from reportlint.facts.prose.masks import unquoted
from reportlint.facts.prose.written import written
from reportlint.finding import Finding, Severity
from reportlint.kept import patterns
from reportlint.language.words.word_boundaries import stands
from reportlint.report import Report
from reportlint.settings.house_rules import Term

TITLE = "用词与本单位规定不符"
SEVERITY = Severity.WARNING
OFFICE = {
    "terms": [
        {"wrong": "放管服改革", "right": "优化营商环境改革", "why": "本市2024年起的提法", "fix": True},
        {"wrong": "法制办", "right": "法制办公室"},
        {"wrong": "一站式"},
        {"wrong": "“一次跑”", "right": "“一次办”"},
        {"wrong": "村居", "right": "村（社区）"},
        {"wrong": "村居干部", "right": "村（社区）干部"},
        {"wrong": "APP", "right": "应用程序"},
    ]
}
BAD = [
    "一、主要举措和成效\n推进⟦放管服改革⟧，取消事项12项。",
    "一、主要举措和成效\n⟦放管服改革⟧取得进展。\n二、存在的不足\n⟦放管服改革⟧有6项没有完成。",
    "云川市2024年法治政府建设年度报告\n一、⟦放管服改革⟧\n取消事项12项。",
    "一、主要举措和成效\n由⟦法制办⟧审查文件36件。",
    "一、主要举措和成效\n建成⟦一站式⟧服务窗口6个。",
    "一、主要举措和成效\n推行⟦“一次跑”⟧事项12项。",
    "一、主要举措和成效\n培训⟦村居干部⟧320人，走访⟦村居⟧36个。",
    "一、主要举措和成效\n上线⟦APP⟧一个，办理事项1260件。",
]
GOOD = [
    "一、主要举措和成效\n推进优化营商环境改革，取消事项12项。",
    "一、主要举措和成效\n印发《深化放管服改革工作方案》，取消事项12项。",
    "一、主要举措和成效\n由法制办公室审查文件36件。",
    "一、主要举措和成效\n落实国务院关于“放管服改革”的要求，取消事项12项。",
    "一、主要举措和成效\n推行“一次办”事项12项。",
    "一、主要举措和成效\n走访农村居民1260人，村（社区）36个。",
]


def check(report: Report) -> Iterator[Finding]:
    terms = {term.wrong: term for term in report.office.terms}
    if not terms:
        return
    longest_first = sorted(terms, key=len, reverse=True)
    quoted = [wrong for wrong in longest_first if any(mark in wrong for mark in "“”‘’《》〈〉")]
    plain = [wrong for wrong in longest_first if wrong not in quoted]
    for words, text in ((plain, unquoted(report)), (quoted, report.text)):
        pattern = patterns.compile("|".join(map(re.escape, words)) or "(?!)", keep=False)
        for place in written(report):
            for match in pattern.finditer(text, *place):
                span, term = Span(match.start(), match.end()), terms[match[0]]
                if stands(report.text, *span) and not _is_right(report.text, span, term):
                    yield _finding(span, term)


def _is_right(text: str, span: Span, term: Term) -> bool:
    """Is the word the piece of the right one that it has in common with it: 法制办 of 法制办公室?"""
    offsets = (match.start() for match in re.finditer(f"(?={re.escape(term.wrong)})", term.right))
    return any(span.start >= offset and text.startswith(term.right, span.start - offset) for offset in offsets)


def _finding(span: Span, term: Term) -> Finding:
    return Finding(
        span,
        f"“{term.wrong}”是本单位规定不用的写法{f'：{term.why}' if term.why else ''}。".replace("。。", "。"),
        f"写作“{term.right}”。" if term.right else "",
        replacement=term.right if term.fix else None,
        severity=term.severity,
    )
