"""In which script a report is written."""

from __future__ import annotations

from reportlint.language.traditional import beyond_gb2312
from reportlint.report import Report, fact

_SHARE = 0.02
"""Of the characters, from which those outside GB 2312, as traditional ones are, are no rare ones of names."""


@fact
def is_traditional(report: Report) -> bool:
    """Is it written in traditional characters? Then simplified set wordings are no measure for it."""
    characters = len(report.text) - report.text.count("\n") - report.text.count("\r")  # as many whatever ends the lines
    return len(beyond_gb2312(report.text)) > _SHARE * characters
