"""When a report was published, and how late that was under the rule that holds for its issuer."""

from __future__ import annotations

import datetime
from typing import NamedTuple

from reportlint.document.source import Span
from reportlint.facts.figures.last_days import last_days
from reportlint.report import Report, fact


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
    """The day the page names as that of publication, else the day of the signature: nothing is published before it."""
    outline, rule = report.outline, report.rule("published-by")
    if outline.published:
        found = (outline.published_at, outline.published) if outline.published_at else None
    else:
        found = next(((last.span, last.day) for last in last_days(report)), None)
    year = outline.title.year if outline.title else None
    return Publication(*found, rule.value.of(year + 1) if rule and year else None) if found else None
