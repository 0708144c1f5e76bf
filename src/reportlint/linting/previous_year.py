"""The year before: which of the reports at hand is the one to compare with."""

from __future__ import annotations

from collections.abc import Sequence

from reportlint.report import Report


def with_previous(report: Report, candidates: Sequence[Report]) -> Report:
    """The report with that of the year before: the latest earlier one of the same issuer.

    Of the only candidate, issuer and year may be unknown; where they are known, they must fit as well.
    """
    chosen = [candidate for candidate in candidates if _precedes(candidate, report, len(candidates) == 1)]
    latest = max(chosen, key=lambda candidate: candidate.outline.year or 0, default=None)
    return report._replace(previous=latest)


def _precedes(candidate: Report, report: Report, alone: bool) -> bool:
    ours, theirs = _issuer(report), _issuer(candidate)
    same = ours == theirs if ours and theirs else alone
    return same and (candidate.outline.year or 0) < (report.outline.year or 9999)


def _issuer(report: Report) -> str:
    """Who reports, as it is called with 人民政府 or without; "" where the title does not say."""
    title = report.outline.title
    return (title.issuer or "").removesuffix("人民政府") if title else ""
