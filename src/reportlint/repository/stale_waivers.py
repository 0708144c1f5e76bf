"""Waivers that no longer do anything, found when all files of a run are done: findings on the configuration itself.

An expired waiver waives nothing from the day after its last. A stale one names a file there is not, or files that were
all linted without a finding for it; where only some of them were linted in this run, nothing is said.
"""

from __future__ import annotations

import datetime
import os
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, NamedTuple

from reportlint.document.source import Source
from reportlint.finding import Finding
from reportlint.linting.check import load_checks
from reportlint.linting.config import Config
from reportlint.linting.waivers import Waiver
from reportlint.repository.files import File
from reportlint.repository.search import search

if TYPE_CHECKING:
    from reportlint.report import Report

STALE, EXPIRED = "stale-waiver", "expired-waiver"


class Use(NamedTuple):
    """What became of the waivers on one file. idle: they could have waived something. complete: all went well."""

    file: File
    used: frozenset[Waiver]
    idle: frozenset[Waiver]
    complete: bool


def stale_findings(uses: Iterable[Use], today: datetime.date) -> Iterator[tuple[Config, Report, list[Finding]]]:
    """Each configuration with waivers that do nothing, as a text that was read, and what is to be said of it."""
    by_config: dict[str, list[Use]] = {}
    for use in uses:
        by_config.setdefault(use.file.config.waivers.source.path, []).append(use)
    for path, own in by_config.items():
        config = own[0].file.config
        found = [
            (name, finding) for name, finding in _judge(own, config, today) if config.enabled(load_checks()[name], path)
        ]
        if found:
            yield config, *_as_findings(found, config, short(path))


def _as_findings(found: Iterable[tuple[str, Finding]], config: Config, path: str) -> tuple[Report, list[Finding]]:
    """The configuration as a text that was read, and what was found, by the names of the checks, as findings on it."""
    from reportlint.linting.pipeline import completed, ordered
    from reportlint.outline.outline import read_outline
    from reportlint.outline.report_kind import DEFAULT, load_kind
    from reportlint.report import Report

    kind = load_kind(DEFAULT)
    outline = read_outline(Source(path, ""), kind)  # that of an empty text: settings have none
    report = Report(Source(path, config.waivers.source.text), outline)
    findings = [completed(finding, load_checks()[name], config, kind) for name, finding in found]
    return report, ordered(findings, report)


def _judge(uses: list[Use], config: Config, today: datetime.date) -> Iterator[tuple[str, Finding]]:
    used = frozenset[Waiver]().union(*(use.used for use in uses))
    idle = frozenset[Waiver]().union(*(use.idle for use in uses))
    linted = {os.path.realpath(use.file.path) for use in uses if use.complete}
    for waiver in config.waivers.items:
        if waiver.expired(today):
            yield (
                EXPIRED,
                Finding(
                    waiver.span,
                    f"这条豁免到{waiver.until}为止，已不起作用。",
                    "请改好相应的问题，删去这一条；还要豁免的，写明理由，改 until。",
                ),
            )
        elif waiver.names_one_file and not os.path.exists(_full(config, waiver.path)):
            if config.enabled(load_checks()[waiver.check], _full(config, waiver.path)):
                yield (
                    STALE,
                    Finding(waiver.span, f"这条豁免说的文件没有了：{waiver.path}。", "请删去这一条，或者改 path。"),
                )
        elif waiver in idle and waiver not in used and linted.issuperset(_covered(waiver, config)):
            yield STALE, Finding(waiver.span, "这条豁免没有用处：它说的问题已经没有了。", "请删去这一条。")


def _covered(waiver: Waiver, config: Config) -> Iterator[str]:
    """The files a waiver speaks of, as far as a search of the configuration's folder would find them."""
    if waiver.names_one_file:
        yield os.path.realpath(_full(config, waiver.path))
        return
    for path in search(config.folder):
        if isinstance(path, str) and waiver.covers(config.relative(path)) and not config.excluded(path):
            yield os.path.realpath(path)


def _full(config: Config, path: str) -> str:
    return os.path.join(config.folder, path)


def short(path: str) -> str:
    """A path as one would type it here."""
    return path.removeprefix(os.path.join(os.getcwd(), ""))
