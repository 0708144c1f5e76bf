"""GitLab Code Quality: one array of findings, for the widget and the diff of a merge request.

error is critical, warning major, info info. A finding keeps its fingerprint while lines move, and loses it when its file is
renamed. The format has no place for what could not be done: the exit code and standard error tell that.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from hashlib import sha256
from typing import Any

from reportlint.finding import Finding, Severity
from reportlint.reporters.json import dump
from reportlint.reporters.labels import remark, shown
from reportlint.repository.file_result import FileResult

_SEVERITIES = {Severity.ERROR: "critical", Severity.WARNING: "major", Severity.INFO: "info"}


def findings(results: Iterable[FileResult]) -> Iterator[str]:
    """One piece: the array."""
    yield dump([_issue(shown(result.path), finding) for result in results for finding in result.findings])


def _issue(path: str, finding: Finding) -> dict[str, Any]:
    assert finding.place is not None and finding.severity is not None
    return {
        "description": remark(finding),
        "check_name": finding.check,
        "fingerprint": sha256(f"{path}\0{finding.fingerprint}".encode()).hexdigest()[:32],
        "severity": _SEVERITIES[finding.severity],
        "location": {"path": path, "lines": {"begin": finding.place.line, "end": finding.place.end_line}},
    }
