"""年度报告里用了半年或几个月的数据。

“上半年”“截至9月底”的数字不是全年的结果，读者会疑心材料是旧的。请换成全年数据；确需说明阶段的，同时写出全年数。
"""

from collections.abc import Iterator

from reportlint import patterns
from reportlint.facts.dates import find_dates
from reportlint.finding import Finding, Severity
from reportlint.report import Report

SEVERITY = Severity.WARNING
BASIS = "《法治政府建设与责任落实督察工作规定》第四章“年度报告”：上一年度的情况"
BAD = [
    "一、主要举措和成效\n⟦上半年⟧，信访量同比下降6.5%。",
    "一、主要举措和成效\n⟦截至9月底⟧，办理行政复议案件36件。",
    "一、主要举措和成效\n⟦1—10月⟧，化解纠纷1200件。",
    "一、主要举措和成效\n⟦前三季度⟧，案件办结率98%。",
    "一、主要举措和成效\n⟦截至11月⟧，新增调解员35名。",
    "一、主要举措和成效\n⟦2023年1月至9月⟧，受理申请320件。",
]
GOOD = [
    "一、主要举措和成效\n全年信访量同比下降6.5%。",
    "一、主要举措和成效\n截至12月底，办理行政复议案件36件。",
    "一、主要举措和成效\n上半年召开推进会部署工作。",
    "一、主要举措和成效\n上半年办理20件，下半年办理16件，全年共36件。",
    "四、下一年度主要安排\n上半年修订规定3件。",
    "一、主要举措和成效\n9月，举办法治宣讲12场。",
]

_SINCE = patterns.compile(r"截至$")


def check(report: Report) -> Iterator[Finding]:
    for sentence in report.sentences:
        if "plan" in sentence.parts or not report.data_in(sentence.span):
            continue
        words = report.words(sentence.span)
        if "全年" in words or "下半年" in words or "第四季度" in words:
            continue
        for date in find_dates(report.text, *sentence.span):
            since = _SINCE.search(report.text[max(0, date.span.start - 2) : date.span.start])
            last = date.end_month if date.kind == "period" else date.month if since else None
            first = date.month if date.kind == "period" else 1
            other_year = report.outline.year and date.year and date.year != report.outline.year
            if last is None or last >= 12 or first != 1 or other_year or date.end_year not in (None, date.year):
                continue
            start = date.span.start - 2 if since else date.span.start
            span = type(date.span)(start, date.span.end)
            yield Finding(span, f"“{report.words(span)}”的数据不是全年的。", "请换成全年数据，或同时写出全年数。")
            break
