"""The dates at both ends of a report: of publication in the lines at its head; of signature, printing, the page behind it."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from typing import NamedTuple

from reportlint.document.source import Span
from reportlint.facts.figures.dates import Date, find_dates
from reportlint.facts.prose.written import stretches
from reportlint.language.phrases import load_phrases
from reportlint.lines.furniture import is_issuer, is_signature
from reportlint.report import Report, fact

_LABEL = load_phrases(__file__, "end_dates")["label"].pattern
_APART, _JOINED = "apart", "joined"
"""How a signature's date stands: on its line alone or some blanks from the issuer; right behind the issuer."""


class GivenDate(NamedTuple):
    """A date to the day, possible or not. signed: is it the signature's, not the head's?"""

    date: Date
    signed: bool


class LastDay(NamedTuple):
    """A whole date behind the report. signed: does it stand on a line as a signature does, alone or apart from the issuer?"""

    span: Span
    day: datetime.date
    signed: bool


@fact
def given_dates(report: Report) -> tuple[GivenDate, ...]:
    """The dates of signature and publication, those that cannot be among them, in order of the text."""
    end = _end(report)
    head = (line for line in report.outline.furniture if line.end <= end)
    labelled = (GivenDate(date, False) for line in head for date in _labelled(report, line))
    signed = (GivenDate(date, True) for date, how in _behind(report) if how and _is_to_the_day(date))
    return (*labelled, *signed)


@fact
def last_days(report: Report) -> tuple[LastDay, ...]:
    """The whole dates behind headings and prose, in order of the text."""
    found = ((date.span, date.whole, how == _APART) for date, how in _behind(report))
    return tuple(LastDay(span, day, signed) for span, day, signed in found if day)


@fact
def _behind(report: Report) -> tuple[tuple[Date, str], ...]:
    """The dates behind headings and prose, in order of the text, each with how it is signed."""
    return tuple((date, _signed(report, date.span)) for date in find_dates(report.text, _end(report)))


def _end(report: Report) -> int:
    """Where the last of headings and prose ends."""
    return max((span.end for span, _ in stretches(report)), default=0)


def _labelled(report: Report, line: Span) -> Iterator[Date]:
    """The dates to the day of a line that it says are those of publication."""
    for date in find_dates(report.text, *line):
        if _is_to_the_day(date) and _LABEL.search(report.text, line.start, date.span.start):
            yield date


def _is_to_the_day(date: Date) -> bool:
    return bool(date.year and date.day and date.kind == "date")


def _signed(report: Report, date: Span) -> str:
    """How a date stands on its line, if as a signature's does; "" otherwise."""
    line = report.source.line_at(date.start)
    if is_signature(report.words(line).strip()):
        return _APART
    before, after = report.text[line.start : date.start].strip(), report.text[date.end : line.end].strip()
    return _JOINED if not after and is_issuer(before) else ""
