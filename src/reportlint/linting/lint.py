"""`lint`: one draft, findings out. Whoever lints calls it: the command, a page, an editor, a cluster, and who imports reportlint."""

from __future__ import annotations

import datetime
import os
from collections.abc import Sequence
from typing import NamedTuple

from reportlint.document.draft_file import read_file
from reportlint.facts.prose.unchanged import changed_from
from reportlint.finding import Finding
from reportlint.linting.config import Config
from reportlint.linting.config_file import find_config, load_config
from reportlint.linting.pipeline import Crash, run_checks
from reportlint.linting.previous_year import with_previous
from reportlint.linting.waivers import waive
from reportlint.report import Report, read

UNNAMED = "draft.txt"
"""The path of a text that has none."""


class Result(NamedTuple):
    """What is to be said of one draft.

    report: the draft as read; ``report.source.position(finding.span.start)`` gives line and column, from 1, and
    ``report.words(finding.span)`` the words. findings: in order of place. crashes: checks that failed; the others' findings
    stand. waived: findings that a waiver of the settings accepts.
    """

    report: Report
    findings: list[Finding]
    crashes: list[Crash]
    waived: list[Finding]


def lint(
    draft: str | bytes | os.PathLike[str],
    *,
    path: str | os.PathLike[str] | None = None,
    kind: str | None = None,
    issuer_kind: str | None = None,
    previous: Sequence[Report] = (),
    config: Config | str | os.PathLike[str] | None = None,
    today: datetime.date | None = None,
    earlier: Report | None = None,
) -> Result:
    """Lint one draft: a text (str), a file's contents (bytes: text, Word, PDF, page, Markdown), or a file (Path).

    path: what the draft is called, where it is no file; its ending tells Markdown and pages from text.
    kind: the kind of report, such as ``law-based-government``; told from the settings or the text when absent.
    issuer_kind: ``province``, ``city``, ``county``, ``government``, ``department`` or ``township``; told from the settings or the
    issuer's name when absent.
    previous: last year's reports, as read; the one of the same issuer is compared.
    config: settings, or the file they stand in; the nearest .reportlint.yaml at or above the draft when absent, and the
    defaults for a draft without a path. today: the day on which waivers are to hold. earlier: the same draft before a
    change, as an earlier result has it; only what the change bears on is then looked at again.

    Raises UserError, whose text is a Chinese sentence: UnreadableError for the draft, ConfigError for the settings,
    GrammarError for an unknown kind.
    """
    place = path if path is not None else draft if isinstance(draft, os.PathLike) else None
    if not isinstance(config, Config):
        config = _settings(config, place)
    report = read(_data(draft), os.fspath(place or UNNAMED), kind or config.report, issuer_kind, config.office)
    if previous:
        report = with_previous(report, previous)
    if earlier:
        changed_from(report, earlier)
    found, crashes = run_checks(report, config)
    covering = config.waivers.covering(config.relative(report.source.path), today or datetime.date.today())
    findings, waived = waive(found, report.text, covering)
    return Result(report, findings, crashes, waived)


def _data(draft: str | bytes | os.PathLike[str]) -> bytes:
    if isinstance(draft, str):
        return draft.encode("utf-8", "replace")  # half a surrogate pair is no character
    return draft if isinstance(draft, bytes) else read_file(draft)


def _settings(config: str | os.PathLike[str] | None, draft: str | os.PathLike[str] | None) -> Config:
    """Settings by the path of their file; else those that the draft's folder is under."""
    named = os.fspath(config) if config is not None else find_config(os.fspath(draft)) if draft is not None else None
    return load_config(named) if named else Config()
