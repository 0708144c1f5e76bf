"""The year before: which of the reports at hand is the one to compare with."""

from __future__ import annotations

from collections.abc import Sequence

from reportlint.report import Report


def with_previous(report: Report, candidates: Sequence[Report]) -> Report:
    """The report with that of the year before; the only candidate, else the latest earlier one of the same issuer."""
    chosen = candidates if len(candidates) == 1 else [c for c in candidates if _precedes(c, report)]
    latest = max(chosen, key=lambda candidate: candidate.outline.year or 0, default=None)
    return report._replace(previous=latest)


def _precedes(candidate: Report, report: Report) -> bool:
    ours, theirs = report.outline.title, candidate.outline.title
    if ours is None or theirs is None or not ours.issuer or ours.issuer != theirs.issuer:
        return False
    return (candidate.outline.year or 0) < (report.outline.year or 9999)
