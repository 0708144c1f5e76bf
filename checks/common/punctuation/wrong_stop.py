"""句末用的不是句号，而是像句号的点。

全角的点“．”、半角的“｡”、小号的“﹒”和间隔号“·”都不能作句号。数字后面、段末的一定是句号，可以一次改完；两个汉字之间的“．”也可能是外国人名的间隔号，请看清再改。
"""

from collections.abc import Iterator

from reportlint.document.source import Span
from reportlint.facts.prose.masks import unquoted
from reportlint.facts.prose.written import is_written
from reportlint.finding import Finding, Severity
from reportlint.kept import patterns
from reportlint.language.quotes import FILL
from reportlint.report import Report

TITLE = "句号写错"
SEVERITY = Severity.ERROR
BASIS = "GB/T 15834—2011《标点符号用法》4.1、5.1：句号写作“。”"
BAD = [
    "一、主要举措和成效\n办理案件36件⟦．⟧培训12人。",
    "一、主要举措和成效\n办理案件36件⟦｡⟧\n培训12人。",
    "一、主要举措和成效\n办理案件36件，办结30件⟦﹒⟧",
    "一、主要举措和成效\n办理行政复议案件36件⟦·⟧",
    "一、主要举措和成效\n出台《青岚县执法办法》⟦．⟧按期办结率达到98%⟦．⟧2024年培训36人。",
    "一、主要举措和成效\n开展执法检查⟦．⟧督促整改问题36个。",
]
GOOD = [
    "一、主要举措和成效\n办理案件36件。培训12人。",
    "一．主要举措和成效\n（一）．健全制度\n1．制定办法12件。",
    "一、主要举措和成效\n增长3．5%，推行3．0版36次。",
    "一、主要举措和成效\n约翰·史密斯等36人参加。",
    "一、主要举措和成效\n三项工作：一．健全制度；二．培训36人。",
    "一、主要举措和成效\n审查Smith．Co．等外资企业36家。",
]

_SURELY = patterns.compile(r"(?:[^\u4e00-\u9fff]|\d[余多]?[\u4e00-\u9fff]{1,2})。.?$|。(?![^\r\n])")


def check(report: Report) -> Iterator[Finding]:
    for fold in report.source.folds:
        span = Span(fold.at, fold.at + 1)
        if fold.kind != "stop" or not is_written(report, span):
            continue
        quoted = unquoted(report)[fold.at] == FILL
        surely = not quoted and (
            fold.written == "｡" or bool(_SURELY.search(report.text, max(0, fold.at - 4), fold.at + 2))
        )
        advice = "" if surely or quoted else "请核对；如果是外国人名的间隔，改为“·”。"
        yield Finding(span, f"句末的“{fold.written}”应为句号“。”。", advice, replacement="。" if surely else None)
