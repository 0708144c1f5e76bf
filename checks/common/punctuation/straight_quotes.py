"""中文里用了不分左右的直引号。

中文的引号分左右，外面用“ ”，里面再用时写‘ ’。直引号（" '）多是从程序、网页里带来的，分不清哪里起、哪里止。多于5处的合成一条。
"""

from collections.abc import Iterator

from reportlint.document.source import Fold, Span
from reportlint.facts.prose.written import is_written
from reportlint.finding import Finding, Severity
from reportlint.report import Report

TITLE = "直引号"
SEVERITY = Severity.WARNING
BASIS = "GB/T 15834—2011《标点符号用法》4.8"
BAD = [
    '一、主要举措和成效\n推行⟦"一件事"⟧改革36项。',
    "一、主要举措和成效\n落实⟦'谁执法谁普法'⟧责任制，普法36场。",
    "一、主要举措和成效\n深化⟦＂放管服＂⟧改革，取消事项36项。",
    '（一）打造⟦"枫桥式"⟧执法队所\n办理案件36件。',
    '一、主要举措和成效\n开通⟦"12345"⟧热线，接听36次。',
    '一、主要举措和成效\n推行⟦"甲"⟧"乙""丙""丁""戊""己"六项做法36次。',
]
GOOD = [
    "一、主要举措和成效\n推行“一件事”改革36项。",
    "一、主要举措和成效\n屏幕26\"，门宽5'，共36处。",
    '一、主要举措和成效\n网址http://example.gov.cn/a?b="c"公布36项。',
    "一、主要举措和成效\n使用Let's Go软件36次，don't停机。",
    "一、主要举措和成效\n引用：“他说：‘依法办事。’”共36条。",
    '一、主要举措和成效\n他说："要，办36件。',
]


def check(report: Report, *, apart: int = 5) -> Iterator[Finding]:
    marks = {sign: [fold for fold in report.source.folds if _is(report, fold, sign)] for sign in "“”‘’"}
    pairs = [*zip(marks["“"], marks["”"], strict=True), *zip(marks["‘"], marks["’"], strict=True)]
    spans = sorted((Span(opener.at, closer.at + 1), opener.written) for opener, closer in pairs)
    found = [(span, written) for span, written in spans if is_written(report, span)]
    together = len(found) > apart
    for span, written in found[:1] if together else found:
        where = f"全文有 {len(found)} 处" if together else "这里"
        yield Finding(span, f"{where}用了直引号（{written}）。", f"应改用中文的引号：“{report.words(span)[1:-1]}”。")


def _is(report: Report, fold: Fold, sign: str) -> bool:
    """Is it a straight mark that is read as this one?"""
    return fold.kind == "quote" and report.text[fold.at] == sign
