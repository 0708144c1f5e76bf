"""When a report was published, and how late that was under the rule that holds for its issuer."""

from __future__ import annotations

import datetime
from typing import NamedTuple

from reportlint.document.source import Span
from reportlint.facts.figures.dates import find_dates
from reportlint.facts.figures.end_dates import last_days
from reportlint.language.phrases import load_phrases
from reportlint.report import Report, fact

_SAYS = load_phrases(__file__, "publication")["says"].pattern


class Publication(NamedTuple):
    """A day and where it stands. due: by when the rule asks for it; None where none is known to hold."""

    span: Span
    day: datetime.date
    due: datetime.date | None

    @property
    def late(self) -> int:
        """Days behind the one it was due on; 0 for none."""
        return max(0, (self.day - self.due).days) if self.due else 0


@fact
def publication(report: Report) -> Publication | None:
    """The day the page names as that of publication, or the report itself; else that of the signature: nothing is published before it."""
    outline, rule = report.outline, report.rule("published-by")
    if outline.published:
        found = (outline.published_at, outline.published) if outline.published_at else None
    else:
        found = _said(report) or next(((last.span, last.day) for last in last_days(report)), None)
    year = outline.title.year if outline.title else None
    return Publication(*found, rule.value.of(year + 1) if rule and year else None) if found else None


def _said(report: Report) -> tuple[Span, datetime.date] | None:
    """The day on which the report says that it was made public."""
    match = _SAYS.search(report.text)
    said = find_dates(report.text, *match.span()) if match else []
    return next(((date.span, day) for date in reversed(said) if (day := date.whole)), None)  # it was approved before
