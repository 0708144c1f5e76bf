"""The days that stand behind the report: of its signature, its printing, the page."""

from __future__ import annotations

import datetime
from typing import NamedTuple

from reportlint.document.source import Span
from reportlint.facts.figures.dates import find_dates
from reportlint.facts.prose.written import stretches
from reportlint.lines import furniture
from reportlint.report import Report, fact


class LastDay(NamedTuple):
    """A whole date behind the report. signed: does it stand on a line as a signature does, with a name or alone?"""

    span: Span
    day: datetime.date
    signed: bool


@fact
def last_days(report: Report) -> tuple[LastDay, ...]:
    """The whole dates behind headings and prose, in order of the text."""
    end = max((span.end for span, _ in stretches(report)), default=0)
    found = find_dates(report.text, end, len(report.text))
    return tuple(LastDay(date.span, day, _is_signed(report, date.span)) for date in found if (day := date.whole))


def _is_signed(report: Report, span: Span) -> bool:
    return furniture.is_signature(report.words(report.source.line_at(span.start)).strip())
