"""In which script a report is written."""

from __future__ import annotations

from reportlint.language.marks import is_simplified
from reportlint.report import Report, fact

_SHARE = 0.02
"""Of the characters, from which those outside GB 2312 are no rare ones of names."""


@fact
def is_traditional(report: Report) -> bool:
    """Is it written in traditional characters? Then simplified set wordings are no measure for it."""
    rare = {char for char in set(report.text) if "\u4e00" <= char <= "\u9fff" and not is_simplified(char)}
    return sum(map(report.text.count, rare)) > _SHARE * len(report.text)
