"""Workflow commands of GitHub Actions: each finding becomes a remark beside its line in the pull request.

GitHub shows columns on one line only, so a finding over several lines has none; and it shows the first ten errors, warnings
and notices of a step each, so for many use SARIF.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from reportlint.document.draft_file import STDIN
from reportlint.finding import Severity
from reportlint.reporters.labels import crashed, printable, remark, shown
from reportlint.reporters.plain_text import clean_lines
from reportlint.repository.file_result import FileResult

_COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "notice"}
_DATA = str.maketrans({"%": "%25", "\r": "%0D", "\n": "%0A"})
_PROPERTY = _DATA | str.maketrans({":": "%3A", ",": "%2C"})


def findings(results: Iterable[FileResult]) -> Iterator[str]:
    """A command for each finding, each file that could not be linted, and each check that failed."""
    for result in results:
        file = {} if result.path == STDIN else {"file": clean_lines(shown(result.path))}
        for finding in result.findings:
            assert finding.place is not None and finding.severity is not None
            where = finding.place
            lines = {"line": where.line, "endLine": where.end_line}
            columns = {"col": where.column, "endColumn": where.end_column}
            if where.line != where.end_line:
                columns = {}
            said = {**file, **lines, **columns, "title": finding.check}
            yield _command(_COMMANDS[finding.severity], said, remark(finding))
        if result.error:
            yield _command("error", {**file, "title": "没能检查"}, printable(result.error))
        for crash in result.crashes:
            yield _command("error", {**file, "title": "没能做完"}, crashed(crash))


def _command(name: str, properties: dict[str, Any], message: str) -> str:
    """One line, escaped as GitHub's own toolkit does."""
    said = ",".join(f"{key}={str(value).translate(_PROPERTY)}" for key, value in properties.items())
    return f"::{name} {said}::{message.translate(_DATA)}"
