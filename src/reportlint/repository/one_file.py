"""One file of many: linted, or what stood in the way, so that a broken one does not stop the rest."""

from __future__ import annotations

import datetime
import os
from collections.abc import Collection, Sequence
from typing import NamedTuple

from reportlint.document.source import UnreadableError
from reportlint.errors import UserError
from reportlint.finding import Finding
from reportlint.linting.check import load_checks
from reportlint.linting.config import Config
from reportlint.linting.lint import lint
from reportlint.linting.pipeline import GATE, Crash
from reportlint.linting.previous_year import with_previous
from reportlint.linting.waivers import Waiver
from reportlint.outline.grammar import GrammarError
from reportlint.report import Report
from reportlint.repository.files import File
from reportlint.repository.search import Unusable

NO_REPORT = "不是年度报告"
"""Why a text that a search found is passed over."""


class Asked(NamedTuple):
    """What is asked of every file of a run. previous: last year's reports. today: None for the present day."""

    kind: str | None = None
    issuer_kind: str | None = None
    previous: Sequence[Report] = ()
    today: datetime.date | None = None

    @property
    def day(self) -> datetime.date:
        """The day on which waivers are to hold."""
        return self.today or datetime.date.today()


class FileResult(NamedTuple):
    """What became of one file.

    error: why it could not be linted, or not be fixed. passed_over: why nothing is said of what a
    search found; "" of others. excluded: left out by
    the configuration. settings: the file is a configuration, the findings are on its waivers. waived: how many findings were
    left out; used, idle: the waivers that did so, and those that could have. fixed: how many fixes were written.
    unmatched: is there no report of the year before among those at hand?
    """

    path: str
    report: Report | None = None
    findings: Sequence[Finding] = ()
    crashes: Sequence[Crash] = ()
    error: str = ""
    passed_over: str = ""
    excluded: bool = False
    fail_on: str = "error"
    settings: bool = False
    waived: int = 0
    used: frozenset[Waiver] = frozenset()
    idle: frozenset[Waiver] = frozenset()
    fixed: int = 0
    unmatched: bool = False

    @property
    def failed(self) -> bool:
        """Could the job not be done, in whole or in part?"""
        return bool(self.error or self.crashes)


def lint_file(file: File | Unusable, asked: Asked) -> FileResult:
    """Read a file and lint it."""
    if unread := not_to_read(file):
        return unread
    assert isinstance(file, File)
    try:
        return lint_bytes(file, file.read(), asked)
    except UnreadableError as error:
        return FileResult(file.path, error=str(error))


def not_to_read(file: File | Unusable) -> FileResult | None:
    """What is said of a file that is not to be read; None of one that is."""
    if isinstance(file, Unusable):
        if file.passed_over:
            return FileResult(file.path, passed_over=file.error)
        return FileResult(file.path, error=file.error)
    return FileResult(file.path, excluded=True) if file.excluded else None


def lint_bytes(file: File, data: bytes, asked: Asked) -> FileResult:
    """Lint what was read from a file, or is to be written to it."""
    config, today = file.config, asked.day
    try:
        report, findings, crashes, waived = lint(
            data,
            path=file.path,
            kind=asked.kind,
            issuer_kind=asked.issuer_kind,
            previous=asked.previous,
            config=config,
            today=today,
        )
    except (UnreadableError, GrammarError) as error:  # the latter: a kind of report that there is not
        return FileResult(file.path, error=str(error))
    except UserError:  # a check or a table that cannot be used for any file
        raise
    except Exception as error:  # a fault of ours with one text must not cost the other files their findings
        return FileResult(file.path, error=fault(error))
    names = [finding.check for finding in (*findings, *waived)]
    if file.searched and names == [GATE]:
        return FileResult(file.path, passed_over=NO_REPORT)
    waivers = config.waivers.covering(config.relative(file.path), today)
    used = {waiver for waiver in waivers for found in waived if waiver.waives(found.check, report.words(found.span))}
    silent = {crash.check for crash in crashes}
    if GATE in names:  # then no other check was run
        silent.update(name for name in load_checks() if name != GATE)
    return FileResult(
        file.path,
        report,
        findings,
        crashes,
        fail_on=config.fail_on,
        unmatched=bool(asked.previous) and with_previous(report, asked.previous).previous is None,
        waived=len(waived),
        used=frozenset(used),
        idle=frozenset(
            waiver for waiver in waivers if waiver not in used and _could(waiver, config, file.path, silent)
        ),
    )


def _could(waiver: Waiver, config: Config, path: str, silent: Collection[str]) -> bool:
    """Could a waiver have waived something in a file, was its check run to the end?"""
    if waiver.check in silent:
        return False
    return waiver.check == GATE or config.enabled(load_checks()[waiver.check], path)


def fault(error: Exception) -> str:
    """What is said where the linter itself is at fault: what and where, but no word of the draft."""
    place = error.__traceback__
    while place and place.tb_next:
        place = place.tb_next
    where = f"{os.path.basename(place.tb_frame.f_code.co_filename)} 第 {place.tb_lineno} 行" if place else "未知位置"
    return f"程序自身出错（{type(error).__name__}，{where}），没能检查完。请把这句话报告给 reportlint 的维护者，不必附上草稿。"
