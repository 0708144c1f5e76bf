"""Dates and periods of the calendar: 2023年3月15日, 2021—2025年, 1—11月, 上半年, 去年, 2024-03-25.

Durations (三年, 15日内) are no dates but quantities. An impossible date (2月30日) keeps its numbers.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator
from typing import NamedTuple

from reportlint.document.source import Span
from reportlint.facts.figures.places import within
from reportlint.facts.prose.unchanged import fact_of_passages
from reportlint.facts.prose.written import stretches
from reportlint.kept import patterns
from reportlint.language.numbers.numerals import parse_numeral
from reportlint.report import Report

_D = "[0-9０-９]"
_YEAR = rf"[12１２]{_D}{{3}}|[一二][〇○零一二三四五六七八九]{{3}}"
_MONTH = rf"{_D}{{1,2}}|十[一二]?|[一二三四五六七八九]"
_DAY = rf"{_D}{{1,2}}"
_DAY_IN_CHINESE = "[二三]?十[一二三四五六七八九]?|[一二三四五六七八九]"
_QUARTER = "[1-4１-４一二三四]"
_TO = r"[ ]?(?:至|到|－|[-–—~～]{1,2})[ ]?"

_OFFSETS = {
    **dict.fromkeys(("今年", "本年度"), 0),
    **dict.fromkeys(("去年", "上一年度", "上一年", "上年度"), -1),
    **dict.fromkeys(("明年", "下一年度", "下一年", "下年度"), 1),
}
_C = "[〇○零一二三四五六七八九十百千万几数]"
# A part is tried only where a whole number with what may follow it in a date, or one of the words, begins.
_START = patterns.compile(
    rf"第?(?<!{_D}){_D}+(?=[-./／、和与及 年月份日至到－–—~～季])|(?<!{_C}){_C}+(?=[- 年月份日至到－–—~～季])"
    rf"|[第前](?={_QUARTER}[- 季至到－–—~～])|[上下](?=[半一年])|[今去明](?=年)|本(?=年度)"
)
_PART = patterns.compile(
    rf"""(?P<y>[12][0-9]{{3}})(?P<sign>[-./－／])(?P<m>[0-9]{{1,2}})(?P=sign)(?P<d>[0-9]{{1,2}})(?![0-9])
    | (?P<year>{_YEAR})(?:年?{_TO}(?P<to_year>{_YEAR}))?[ ]?年(?!代)(?:度|[底末]|初(?![步次中级期]))?
    | (?P<listed_year>[12]{_D}{{3}})(?=(?:[、和与及][12]{_D}{{3}}){{1,9}}[ ]?年)
    | (?P<month>{_MONTH})(?:月?份?{_TO}(?P<to_month>{_MONTH}))?[ ]?月份?(?:[底初末]|[上中下]旬)?
    | (?P<listed_month>{_D}{{1,2}})(?=(?:[、和与及]{_D}{{1,2}}){{1,9}}月)
    | (?P<day>(?<![满共期近每]){_DAY}|(?<=月)(?:{_DAY_IN_CHINESE}))
        (?:日?{_TO}(?P<to_day>{_DAY}|{_DAY_IN_CHINESE}))?[ ]?日(?![内后均]|以[内上]|之内)
    | (?P<quarter>[第前]?{_QUARTER})(?:{_TO}(?P<to_quarter>{_QUARTER}))?季度
    | (?P<half>[上下])半年
    | (?P<relative>(?<![证说声表])明年|(?<!过)去年|今年|本年度|[上下]一年度?|[上下]年度)
    """,
    re.VERBOSE,
)
_RANGE = patterns.compile(_TO)


class Date(NamedTuple):
    """A day, month, year or period as far as the text states it; numbers it does not state are None.

    ``offset`` counts years from the one the text was written in (去年 is -1) where the text states no number.
    """

    span: Span
    year: int | None = None
    month: int | None = None
    day: int | None = None
    end_year: int | None = None
    end_month: int | None = None
    end_day: int | None = None
    offset: int | None = None

    @property
    def kind(self) -> str:
        """``relative`` (去年), ``period`` (1—11月, 上半年) or ``date`` (2023年, 3月15日)."""
        if self.offset is not None:
            return "relative"
        return "date" if self.end_year is self.end_month is self.end_day is None else "period"

    @property
    def whole(self) -> datetime.date | None:
        """The day of the calendar; None where no whole date is stated, or one that cannot be (2月30日)."""
        try:
            return datetime.date(self.year or 0, self.month or 0, self.day or 0)
        except ValueError:
            return None

    @property
    def _finest(self) -> int:
        return 3 if self.day is not None else 2 if self.month is not None else 1

    @property
    def _coarsest(self) -> int:
        return 1 if self.year or self.offset is not None else 2 if self.month is not None else 3


def find_dates(text: str, start: int = 0, end: int | None = None) -> list[Date]:
    """All dates that lie in ``text[start:end]``, in order, not overlapping; spans are offsets into ``text``."""
    dates: list[Date] = []
    for match in _matches(text, start, len(text) if end is None else end):
        part = _part(match)
        if dates and (longer := _continued(text, dates[-1], part)):
            dates[-1] = longer
        else:
            dates.append(part)
    periods: list[Date] = []
    for date in dates:
        if periods and (period := _period(text, periods[-1], date)):
            periods[-1] = period
        else:
            periods.append(date)
    return periods


def _matches(text: str, start: int, end: int) -> Iterator[re.Match[str]]:
    while run := _START.search(text, start, end):
        match = _PART.match(text, run.start(), end)
        if match:
            yield match
        start = (match or run).end()


def _part(match: re.Match[str]) -> Date:
    """What one match of the pattern says: 2023年, 1—6月, 15日, 上半年."""
    span = Span(*match.span())
    if match["relative"]:
        return Date(span, offset=_OFFSETS[match["relative"]])
    if match["half"]:
        return Date(span, month=1, end_month=6) if match["half"] == "上" else Date(span, month=7, end_month=12)
    if match["quarter"]:
        first = last = _integer(match["quarter"][-1]) or 0
        last = _integer(match["to_quarter"]) or last
        return Date(span, month=1 if match["quarter"][0] == "前" else 3 * first - 2, end_month=3 * last)
    return Date(
        span,
        year=_integer(match["year"] or match["y"] or match["listed_year"]),
        month=_integer(match["month"] or match["m"] or match["listed_month"]),
        day=_integer(match["day"] or match["d"]),
        end_year=_integer(match["to_year"]),
        end_month=_integer(match["to_month"]),
        end_day=_integer(match["to_day"]),
    )


def _integer(digits: str | None) -> int | None:
    if not digits:
        return None
    if digits.isdecimal():
        return int(digits)
    numeral = parse_numeral(digits)
    return int(numeral.value) if numeral else None


def _continued(text: str, date: Date, part: Date) -> Date | None:
    """2023年 and then 3月, 3月 and then 15日: one date."""
    if date.kind == "period" or date._finest >= part._coarsest or text[date.span.end : part.span.start].strip(" "):
        return None
    ends = part.kind == "period"
    return part._replace(
        span=Span(date.span.start, part.span.end),
        year=date.year,
        offset=date.offset,
        month=date.month if part.month is None else part.month,
        end_year=date.year if ends else None,
        end_month=part.end_month or date.month if ends else None,
    )


def _period(text: str, first: Date, last: Date) -> Date | None:
    """2022年12月至2023年3月, 3月1日至4月5日: one period."""
    if (
        "period" in (first.kind, last.kind)
        or last.kind == "relative"
        or first._finest != last._finest
        or not _RANGE.fullmatch(text, first.span.end, last.span.start)
    ):
        return None
    return first._replace(
        span=Span(first.span.start, last.span.end),
        end_year=last.year or first.year,
        end_month=last.month or first.month,
        end_day=last.day,
    )


@fact_of_passages
def dates(report: Report) -> tuple[Date, ...]:
    """The dates in headings and prose, in order of the text."""
    return tuple(date for span, _ in stretches(report) for date in find_dates(report.text, *span))


dates_in = within(dates)
"""The dates of a stretch of the report's text."""
