"""When a sentence says that a thing was done: the days that the date beside it can mean."""

from __future__ import annotations

import calendar
from bisect import bisect_right
from typing import NamedTuple

from reportlint.document.source import Span
from reportlint.facts.figures.dates import Date, dates_in
from reportlint.facts.prose.masks import unquoted
from reportlint.facts.prose.sentences import sentences
from reportlint.kept import patterns
from reportlint.language.quotes import FILL
from reportlint.language.sentences import clause_around
from reportlint.report import Report

_OPEN = patterns.compile("[《“（(]")
_BEFORE = ("前", "之前", "以前", "底前", "末前")


class Days(NamedTuple):
    """From one day to another, as 2026-08-15. first: "" where all before the last one is meant."""

    first: str
    last: str


def days_told(report: Report, span: Span) -> Days | None:
    """The days of the date that stands nearest before a place in its sentence, else of the first behind it in its clause.

    A year alone that is the report's own says no more than the report does, and does not count.
    """
    year = report.outline.year
    after = clause_around(report.text, span).end
    masked = unquoted(report)
    found = [d for d in dates_in(report, Span(_begin(report, span), after)) if masked[d.span.start] != FILL]
    told = [d for d in found if d.month or (d.year or (year or 0) + (d.offset or 0)) != year]
    if year is None or not told:
        return None
    before = [date for date in told if date.span.end <= span.start]
    date = before[-1] if before else told[0]
    if not before and _OPEN.search(report.text, span.end, date.span.start):
        return None  # it may be the date of something else that is named
    days = _days(date, year)
    return days._replace(first="") if report.text.startswith(_BEFORE, date.span.end) else days


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
    last_day = date.end_day or (date.day if date.kind == "date" else 0) or calendar.monthrange(last_year, last_month)[1]
    return Days(
        f"{first_year:04}-{date.month or 1:02}-{date.day or 1:02}", f"{last_year:04}-{last_month:02}-{last_day:02}"
    )
