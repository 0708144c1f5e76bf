"""Many files: each read and linted by itself, so that a broken one does not stop the rest."""

from __future__ import annotations

import datetime
import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from typing import NamedTuple

from reportlint.document.source import UnreadableError
from reportlint.finding import Finding
from reportlint.lint.check import load_checks
from reportlint.lint.pipeline import GATE, Crash, lint
from reportlint.lint.waivers import Waiver, waive
from reportlint.outline.grammar import GrammarError
from reportlint.report import Report, read
from reportlint.repository.files import File, Unusable
from reportlint.repository.previous import with_previous
from reportlint.repository.stale_waivers import Use, stale_findings

_FEWEST = 12
"""Files: fewer are done in one process before others have begun."""


def cores() -> int:
    """The processors at hand."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


class Result(NamedTuple):
    """What became of one file.

    error: why it could not be linted, or not be fixed. passed_over: found by a search, and no report. excluded: left
    out by the configuration. settings: the file
    is a configuration, the findings are on its waivers. waived: how many findings were left out; used, idle: the waivers
    that did so, and those that could have. fixed: how many fixes were written.
    """

    path: str
    report: Report | None = None
    findings: Sequence[Finding] = ()
    crashes: Sequence[Crash] = ()
    error: str = ""
    passed_over: bool = False
    excluded: bool = False
    fail_on: str = "error"
    settings: bool = False
    waived: int = 0
    used: frozenset[Waiver] = frozenset()
    idle: frozenset[Waiver] = frozenset()
    fixed: int = 0

    @property
    def failed(self) -> bool:
        """Could the job not be done, in whole or in part?"""
        return bool(self.error or self.crashes)


Lint = Callable[[File, bytes], Result]
"""A file and the bytes read from it, to what is to be said of it."""


def lint_file(file: File, lint_data: Lint) -> Result:
    """Read a file and lint it."""
    try:
        return lint_data(file, file.read())
    except UnreadableError as error:
        return Result(file.path, error=str(error))


def run(
    files: Iterable[File | Unusable],
    kind: str | None = None,
    issuer_kind: str | None = None,
    previous: list[Report] | None = None,
    today: datetime.date | None = None,
    each: Callable[[File, Lint], Result] = lint_file,
    jobs: int = 1,
) -> Iterator[Result]:
    """Lint the files in order; at the end comes one result for each configuration with waivers that do nothing.

    previous: last year's reports. today: the day that waivers are to hold on. each: what to do with a file. jobs: how many
    processes may share the work; with more than one, ``each`` must be a function of a module.
    """
    today = today or datetime.date.today()
    lint_data = partial(_lint_data, kind=kind, issuer_kind=issuer_kind, previous=previous or [], today=today)
    listed = list(files)
    uses = []
    for file, result in zip(listed, _results(listed, partial(_one, each=each, lint_data=lint_data), jobs), strict=True):
        if isinstance(file, File) and not file.excluded and file.config.waivers.items:
            uses.append(Use(file, result.used, result.idle, not result.failed))
        yield result
    for config, report, findings in stale_findings(uses, today):
        yield Result(report.source.path, report, findings, fail_on=config.fail_on, settings=True)


def _results(files: list[File | Unusable], work: Callable[[File | Unusable], Result], jobs: int) -> Iterator[Result]:
    """One result a file. The first file is done here, which loads the tables that forked processes then share."""
    if jobs == 1 or len(files) < _FEWEST:
        yield from map(work, files)
        return
    from reportlint.repository.workers import spread

    yield work(files[0])
    yield from spread(work, files[1:], jobs, _lost)


def _one(file: File | Unusable, each: Callable[[File, Lint], Result], lint_data: Lint) -> Result:
    if isinstance(file, Unusable):
        return Result(file.path, error=file.error)
    return Result(file.path, excluded=True) if file.excluded else each(file, lint_data)


def _lost(file: File | Unusable) -> Result:
    return Result(file.path, error="检查这一批文件的进程意外结束（可能是内存不够）。请加 --jobs 1 再试。")


def _lint_data(
    file: File, data: bytes, kind: str | None, issuer_kind: str | None, previous: list[Report], today: datetime.date
) -> Result:
    config = file.config
    try:
        report = read(data, file.path, kind or config.report, issuer_kind, config.office)
    except (UnreadableError, GrammarError) as error:  # the latter: a kind of report that there is not
        return Result(file.path, error=str(error))
    except Exception as error:  # a fault of ours with one text must not cost the other files their findings
        return Result(file.path, error=fault(error))
    findings, crashes = lint(with_previous(report, previous) if previous else report, config)
    names = [finding.check for finding in findings]
    if file.searched and names == [GATE]:
        return Result(file.path, passed_over=True)
    waivers = config.waivers.covering(config.relative(file.path), today)
    kept, used = waive(findings, report.text, waivers)
    failed = {crash.check for crash in crashes}
    gate_spoke = GATE in names  # then no other check was run
    idle = [
        waiver
        for waiver in waivers
        if waiver not in used
        and waiver.check not in failed
        and (waiver.check == GATE or (not gate_spoke and config.enabled(load_checks()[waiver.check], file.path)))
    ]
    return Result(
        file.path,
        report,
        kept,
        crashes,
        fail_on=config.fail_on,
        waived=len(findings) - len(kept),
        used=frozenset(used),
        idle=frozenset(idle),
    )


def fault(error: Exception) -> str:
    """What is said where the linter itself is at fault: what and where, but no word of the draft."""
    place = error.__traceback__
    while place and place.tb_next:
        place = place.tb_next
    where = f"{os.path.basename(place.tb_frame.f_code.co_filename)} 第 {place.tb_lineno} 行" if place else "未知位置"
    return f"程序自身出错（{type(error).__name__}，{where}），没能检查完。请把这句话报告给 reportlint 的维护者，不必附上草稿。"
