"""公布的日期晚于第二年的4月1日。

上一年度的报告，除涉及党和国家秘密的以外，应当在4月1日之前向社会公布。日期取自网页所示的公布日期，没有的取文末的落款；更新、打印的日期不算。
"""

import datetime
from collections.abc import Iterator

from reportlint.document.source import Span
from reportlint.facts.figures.dates import Date, find_dates
from reportlint.facts.prose.written import stretches
from reportlint.finding import Finding, Severity
from reportlint.report import Report

TITLE = "公布晚了"
SEVERITY = Severity.ERROR
BASIS = "{rule}：{due}之前向社会公布"
_TITLE = "霁川区人民政府2023年度法治政府建设情况报告\n"
_BODY = "一、主要举措和成效\n全年办理行政复议案件36件，均在法定期限内办结。\n"
BAD = [
    f"{_TITLE}发布日期：⟦2024-04-15⟧\n{_BODY}",
    f"{_TITLE}发布时间：⟦2024年5月6日⟧ 来源：区司法局\n{_BODY}",
    f"{_TITLE}⟦2024-06-30⟧\n{_BODY}",
    f"{_TITLE}{_BODY}\n霁川区人民政府\n⟦2024年4月20日⟧",
    f"{_TITLE}日期：⟦2025-01-10⟧\n{_BODY}",
    f"{_TITLE}公开日期：⟦2024/4/2⟧\n{_BODY}",
]
GOOD = [
    f"{_TITLE}发布日期：2024-04-01\n{_BODY}",
    f"{_TITLE}发布日期：2024-03-28\n{_BODY}",
    f"{_TITLE}更新时间：2024-05-20\n{_BODY}",
    f"{_TITLE}{_BODY}",
    f"{_TITLE}{_BODY}\n霁川区人民政府\n2024年3月20日",
    f"{_TITLE}发布日期：2023-12-29\n{_BODY}",
    f"发布日期：2024-05-20\n{_BODY}",
    f"霁川区人民政府2017年度法治政府建设情况报告\n发布日期：2018-05-03\n{_BODY}",
]


def check(report: Report) -> Iterator[Finding]:
    title = report.outline.title
    place = _published(report) if title and title.year else None
    rule = report.kind.facts.due
    if title is None or title.year is None or place is None or rule is None or title.year < rule.since:
        return
    span, day = place
    due = datetime.date(title.year + 1, rule.month, rule.day)
    if day > due:
        yield Finding(
            span,
            f"{title.year}年度的报告应当在{due.year}年{due.month}月{due.day}日之前公布，这里的日期晚了{(day - due).days}天。",
            "请核对日期；确已超期的，请尽快公布，并在以后年度提前安排。",
        )


def _published(report: Report) -> tuple[Span, datetime.date] | None:
    """The day the page names as that of publication, else the day of the signature: nothing is published before it."""
    outline = report.outline
    if outline.published:
        return (outline.published_at, outline.published) if outline.published_at else None
    end = max((span.end for span, _ in stretches(report)), default=0)
    days = ((date.span, _day(date)) for date in find_dates(report.text, end, len(report.text)))
    return next(((span, day) for span, day in days if day), None)


def _day(date: Date) -> datetime.date | None:
    try:
        return datetime.date(date.year or 0, date.month or 0, date.day or 0)
    except ValueError:  # no whole date, or one that cannot be
        return None
