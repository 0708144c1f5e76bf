"""Many files: each read and linted by itself, so that a broken one does not stop the rest."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from reportlint.files import File, Unusable
from reportlint.finding import Finding
from reportlint.grammar import GrammarError
from reportlint.lint import GATE, Crash, lint
from reportlint.previous import with_previous
from reportlint.report import Report, read
from reportlint.source import UnreadableError


@dataclass(frozen=True)
class Result:
    """What became of one file. error: why it could not be linted. passed_over: found by a search, and no report."""

    path: str
    report: Report | None = None
    findings: list[Finding] = field(default_factory=list)
    crashes: list[Crash] = field(default_factory=list)
    error: str = ""
    passed_over: bool = False
    fail_on: str = "error"

    @property
    def failed(self) -> bool:
        """Could the job not be done, in whole or in part?"""
        return bool(self.error or self.crashes)


def run(
    files: Iterable[File | Unusable],
    kind: str | None = None,
    issuer_kind: str | None = None,
    previous: list[Report] | None = None,
) -> Iterator[Result]:
    """Lint the files one by one. previous: last year's reports."""
    for file in files:
        if isinstance(file, Unusable):
            yield Result(file.path, error=file.error)
            continue
        try:
            report = read(file.read(), file.path, kind or file.config.report, issuer_kind)
        except (UnreadableError, GrammarError) as error:  # the latter: a kind of report that there is not
            yield Result(file.path, error=str(error))
            continue
        yield _lint(with_previous(report, previous) if previous else report, file)


def _lint(report: Report, file: File) -> Result:
    findings, crashes = lint(report, file.config)
    if file.searched and [finding.check for finding in findings] == [GATE]:
        return Result(file.path, passed_over=True)
    return Result(file.path, report, findings, crashes, fail_on=file.config.fail_on)
