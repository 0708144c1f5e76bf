"""The dates that a report gives itself: of the signature behind it, of publication in the lines at its head."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from reportlint.document.source import Span
from reportlint.facts.figures.dates import Date, find_dates
from reportlint.facts.prose.written import stretches
from reportlint.language.phrases import load_phrases
from reportlint.lines.furniture import is_issuer, is_signature
from reportlint.report import Report, fact

_LABEL = load_phrases(__file__, "given_dates")["label"].pattern


class GivenDate(NamedTuple):
    """A date to the day, possible or not. signed: is it the signature's, not the head's?"""

    date: Date
    signed: bool


@fact
def given_dates(report: Report) -> tuple[GivenDate, ...]:
    """The dates of signature and publication, those that cannot be among them, in order of the text."""
    end = max((span.end for span, _ in stretches(report)), default=0)
    head = (line for line in report.outline.furniture if line.end <= end)
    signed = (
        GivenDate(date, True) for date in _to_the_day(report, end, len(report.text)) if _is_signed(report, date.span)
    )
    return tuple(found for line in head for found in _labelled(report, line)) + tuple(signed)


def _labelled(report: Report, line: Span) -> Iterator[GivenDate]:
    """The dates of a line that it says are those of publication."""
    for date in _to_the_day(report, *line):
        if _LABEL.search(report.text, line.start, date.span.start):
            yield GivenDate(date, False)


def _to_the_day(report: Report, start: int, end: int) -> list[Date]:
    return [date for date in find_dates(report.text, start, end) if date.year and date.day and date.kind == "date"]


def _is_signed(report: Report, date: Span) -> bool:
    """Does it stand on its line alone, or behind the issuer?"""
    line = report.source.line_at(date.start)
    before, after = report.text[line.start : date.start].strip(), report.text[date.end : line.end].strip()
    return is_signature(report.words(line).strip()) or (not after and is_issuer(before))
