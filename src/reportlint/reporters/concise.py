"""One line a finding: path:line:column: severity check message. For editors and for grep."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from reportlint.reporters.plain_text import clean
from reportlint.repository.file_result import FileResult


def findings(results: Iterable[FileResult]) -> Iterator[str]:
    """A line for each finding."""
    for result in results:
        for finding in result.findings:
            assert finding.place is not None
            line, column, *_ = finding.place
            yield clean(f"{result.path}:{line}:{column}: {finding.severity} {finding.check} {finding.full_message}")
