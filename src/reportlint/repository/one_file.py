"""The bytes of one file of many: linted, or what stood in the way, so that a broken one does not stop the rest."""

from __future__ import annotations

import os
from collections.abc import Collection

from reportlint.document.source import UnreadableError
from reportlint.errors import UserError
from reportlint.facts.figures.data import data_count
from reportlint.facts.prose.written import length
from reportlint.linting.check import load_checks
from reportlint.linting.config import Config
from reportlint.linting.lint import lint
from reportlint.linting.pipeline import GATE
from reportlint.linting.waivers import Waiver
from reportlint.outline.grammar import GrammarError
from reportlint.outline.outline import Part
from reportlint.report import Report
from reportlint.repository.asked import Asked
from reportlint.repository.file_result import NO_REPORT, FileResult, Understood, UnderstoodPart
from reportlint.repository.files import File


def lint_bytes(file: File, data: bytes, asked: Asked, earlier: Report | None = None) -> FileResult:
    """Lint what was read from a file, or is to be written to it. earlier: the same before a change, as it was linted."""
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
            earlier=earlier,
        )
        known = understood(report)
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
        unmatched=bool(asked.previous) and report.previous is None,
        waived=len(waived),
        used=frozenset(used),
        idle=frozenset(
            waiver for waiver in waivers if waiver not in used and _could(waiver, config, file.path, silent)
        ),
        understood=known,
        form=report.source.form,
    )


def understood(report: Report) -> Understood:
    """What was understood of a report, in a few words."""
    known = report.outline
    return Understood(
        known.title.text if known.title else None,
        known.year,
        known.published,
        tuple(_part(report, part) for part in known.parts.values()),
        length(report),
        data_count(report),
    )


def _part(report: Report, part: Part) -> UnderstoodPart:
    if part.span is None:
        return UnderstoodPart(part.status, part.label, 0, 0)
    first, last = (report.source.line_of(offset) for offset in (part.span.start, part.span.end - 1))
    return UnderstoodPart(part.status, part.label, first, last)


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
