"""When a sentence says that a thing was done: the days that the date beside it can mean."""

from __future__ import annotations

from bisect import bisect_right
from typing import NamedTuple

from reportlint.document.source import Span
from reportlint.facts.figures.dates import Date, dates_in
from reportlint.facts.prose.masks import unquoted
from reportlint.facts.prose.sentences import sentences
from reportlint.kept import patterns
from reportlint.language.phrases import load_phrases
from reportlint.language.quotes import FILL
from reportlint.language.sentences import clause_around
from reportlint.report import Report

_OPEN = patterns.compile("[《“（(]")
_JOINTS = ("、", "和")
_PARTS = patterns.compile("[；;]")
_REACH = 300
"""Characters before a place that are looked at: a text without stops is no reason to read it all for each place."""
_PHRASES = load_phrases(__file__, "when")
_BEFORE, _HEADS = (_PHRASES[name].pattern for name in ("before", "heads"))


class Days(NamedTuple):
    """From one day to another, as 2026-08-15. first: "" where all before the last one is meant."""

    first: str
    last: str


def days_told(report: Report, span: Span) -> Days | None:
    """The days of the date that stands nearest before a place in its sentence, else of the first behind it in its clause.

    A date of another clause counts where it heads what follows, by itself before a comma: 3月5日，……，学习《甲法》.
    A year alone that is the report's own says no more than the report does, and does not count. Of a list of dates any may be meant.
    """
    year = report.outline.year
    date = _date_beside(report, span, year) if year else None
    if year is None or date is None:
        return None
    days = Days(_days(date, year).first, _days(_last_of_list(report, date), year).last)
    return days._replace(first="") if _BEFORE.match(report.text, date.span.end) else days


def _date_beside(report: Report, span: Span, year: int) -> Date | None:
    """The date that says when what stands at a place was done; None for none."""
    clause, masked = clause_around(report.text, span), unquoted(report)
    dates = dates_in(report, Span(max(_begin(report, span), span.start - _REACH), clause.end))
    told = [
        d for d in dates if masked[d.span.start] != FILL and (d.month or (d.year or year + (d.offset or 0)) != year)
    ]
    before = [date for date in told if date.span.end <= span.start]
    before = [d for d in before if d.span.start >= clause.start or _heads(report.text, d.span.end, span.start)]
    behind = next((date for date in told if date.span.start >= span.end), None)
    if before:
        return before[-1]
    return behind if behind and not _OPEN.search(report.text, span.end, behind.span.start) else None


def _last_of_list(report: Report, date: Date) -> Date:
    """The last of the dates that a list begins with this one: 自5月20日、11月1日起先后施行."""
    for further in dates_in(report, Span(date.span.end, min(date.span.end + _REACH, len(report.text)))):
        if report.text[date.span.end : further.span.start] not in _JOINTS:
            break
        date = further
    return date


def _heads(text: str, end: int, place: int) -> bool:
    """Does a date that ends there head what follows up to the place? No further than to the next ；."""
    return _HEADS.match(text, end) is not None and not _PARTS.search(text, end, place)


def _begin(report: Report, span: Span) -> int:
    """Where the sentence of a place begins; in a heading, the place itself."""
    told = sentences(report)
    at = bisect_right(told, span.start, key=lambda sentence: sentence.span.start) - 1
    return told[at].span.start if at >= 0 and told[at].span.covers(span) else span.start


def _days(date: Date, year: int) -> Days:
    """The days that a date or period can mean, in a report on ``year``."""
    first_year = date.year or year + (date.offset or 0)
    last_year = date.end_year or first_year
    last_month = date.end_month or date.month or 12
    last_month = last_month if 1 <= last_month <= 12 else 12
    last_day = date.end_day or (date.day if date.kind == "date" else 0) or _last_day(last_year, last_month)
    return Days(
        f"{first_year:04}-{date.month or 1:02}-{date.day or 1:02}", f"{last_year:04}-{last_month:02}-{last_day:02}"
    )


def _last_day(year: int, month: int) -> int:
    from calendar import monthrange  # few reports want it, and it brings the names of months in all languages

    return monthrange(year, month)[1]
