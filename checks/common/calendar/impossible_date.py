"""历法上没有的日期。

2月30日、4月31日、13月、第五季度，以及起讫颠倒的期限（2025—2021年），多半是录入的错误；年份漏了“年”的（2022全年、2022在县委领导下）、24小时制前面又写“下午”的也提示。没有写年份的2月29日，按报告的年度判断。落款和标题下面的公布日期也看。
"""

from collections.abc import Iterator
from contextlib import suppress
from datetime import date as day_of

from reportlint.document.source import Span
from reportlint.facts.figures.dates import Date, dates_in
from reportlint.facts.figures.end_dates import given_dates
from reportlint.facts.prose.written import stretches
from reportlint.finding import Finding, Severity
from reportlint.language.phrases import load_phrases
from reportlint.report import Report

TITLE = "没有这一天"
SEVERITY = Severity.ERROR
_TITLE = "霁川区人民政府2023年度法治政府建设情况报告\n"
BAD = [
    "一、主要举措和成效\n⟦2023⟧在县委、县政府领导下，截至⟦2023⟧底，办结36件。",
    "一、主要举措和成效\n⟦2月30日⟧，召开全区法治工作会议。",
    "一、主要举措和成效\n⟦2023年4月31日⟧，印发年度工作要点。",
    "一、主要举措和成效\n区政府于⟦2023年13月⟧听取专题汇报。",
    "一、主要举措和成效\n⟦2023年2月29日⟧，组织执法资格考试。",
    f"{_TITLE}一、主要举措和成效\n⟦2月29日⟧，组织执法资格考试。",
    "一、主要举措和成效\n⟦6月1日至31日⟧，开展案卷评查。",
    "一、主要举措和成效\n落实普法规划⟦2025—2021年⟧的任务。",
    "一、主要举措和成效\n⟦0月6日⟧，召开推进会；⟦13月⟧，组织资格考试；⟦2023年0月⟧，开展检查。",
    "一、主要举措和成效\n⟦3月5日至3月0日⟧开展检查，⟦6月28日至6月2日⟧开展培训。",
    "一、主要举措和成效\n⟦第五季度⟧办理申请36件，3月5日⟦25时⟧启动预案，6月3日⟦下午15:00⟧组织演练。",
    "一、主要举措和成效\n⟦2022⟧全年办结36件，⟦2023⟧上半年办结12件。",
    "一、主要举措和成效\n发布日期⟦2023-11-31⟧的通告已经送达。",
    "一、主要举措和成效\n发布日期⟦２０２３／１１／３１⟧的通告、⟦２０２３．０２．３０⟧的公告已经送达。",
    f"{_TITLE}一、主要举措和成效\n办理案件36件。\n霁川区人民政府\n⟦2025年2月29日⟧",
    f"{_TITLE}一、主要举措和成效\n办理案件36件。\n霁川区司法局    ⟦2024年13月3日⟧",
    f"{_TITLE}发布日期：⟦2024-02-30⟧\n一、主要举措和成效\n办理案件36件。",
]
GOOD = [
    "一、主要举措和成效\n2月28日，召开全区法治工作会议。",
    "一、主要举措和成效\n2024年2月29日，印发年度工作要点。",
    "一、主要举措和成效\n2月29日，组织执法资格考试。",
    f"{_TITLE}四、2024年主要安排\n2月29日前完成案卷评查。",
    "一、主要举措和成效\n办案期限由60日缩短到45日，超过60日的有14件。",
    "一、主要举措和成效\n12月31日前，受理申请1—11月同比增长。",
    "一、主要举措和成效\n落实普法规划（2021—2025年）的任务。",
    "一、主要举措和成效\n改造历时13月，每月25日至次月5日集中接访，12月28日至3月2日开展整治。",
    "一、主要举措和成效\n第四季度办理申请36件，12月31日24时停止受理，3月5日下午3时、15:00演练2次。",
    "一、主要举措和成效\n执行国家标准GB 2760.14.2的要求。",
    f"{_TITLE}发布日期：2024-02-29\n一、主要举措和成效\n办理案件36件。\n霁川区人民政府\n2024年2月29日",
]

_ANY_LEAP_YEAR = 2000
_RULES = load_phrases(__file__, "impossible_date")
_BARE_YEAR, _HALF_DAY = _RULES["bare-year"], _RULES["half-day"]


def check(report: Report) -> Iterator[Finding]:
    for date, _ in given_dates(report):
        if fault := _fault(date, _ANY_LEAP_YEAR):
            yield Finding(date.span, f"“{report.words(date.span)}”{fault}", "请核对日期。")
    for span, parts in stretches(report):
        own = None if report.kind.future in parts or not report.outline.year else report.outline.year
        dates = dates_in(report, span)
        if any(date.year not in (None, own) for date in dates):
            own = None  # another year is spoken of: 2月29日 may be of that one
        for date in dates:
            if fault := _fault(date, own or _ANY_LEAP_YEAR):
                yield Finding(date.span, f"“{report.words(date.span)}”{fault}", "请核对日期。")
        for rule in _RULES.values():
            for match in rule.pattern.finditer(report.text, *span):
                if rule is _BARE_YEAR:
                    message, advice = f"“{match[0]}”后面漏了“年”。", f"请写作“{match[0]}年”。"
                    yield Finding(Span(*match.span()), message, advice, severity=Severity.WARNING)
                elif rule is _HALF_DAY:
                    message, advice = f"“{match[0]}”用24小时制，前面又写了时段。", "请核对，两种写法只用一种。"
                    yield Finding(Span(*match.span()), message, advice, severity=Severity.INFO)
                else:
                    yield Finding(Span(*match.span()), f"“{match[0]}”：没有这个{rule.kind}。", "请核对日期。")


def _fault(date: Date, year: int) -> str:
    """What is impossible in a date; "" where nothing is."""
    if date.year and not 1900 < date.year < 2100:
        return ""  # a number of another sort
    if date.year and date.end_year and date.end_year < date.year:
        return "的起讫年份颠倒了。"
    year, last = date.year or year, date.month if date.end_month is None else date.end_month
    for month, day in ((date.month, date.day), (last, date.end_day)):
        if month is not None and not 1 <= month <= 12 and (date.year or day is not None):
            return "没有这个月份。"
        if month is not None and day is not None and not _exists(year, month, day):
            leap = (month, day) == (2, 29)
            return f"不存在：{year}年不是闰年，2月只有28天。" if leap else "不存在：这个月没有这一天。"
    if (
        date.month
        and date.end_day
        and date.day
        and (date.month, date.year) == (last, date.end_year)
        and date.end_day < date.day
    ):
        return "的起讫日期颠倒了。"
    return ""


def _exists(year: int, month: int, day: int) -> bool:
    with suppress(ValueError):
        return bool(day_of(year, month, day))
    return False
