"""What became of one file: all that is told of it, without the text."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from reportlint.finding import Finding
from reportlint.linting.waivers import Waiver

if TYPE_CHECKING:
    from reportlint.linting.pipeline import Crash
    from reportlint.report import Report

NO_REPORT = "不是年度报告"
"""Why a text that a search found is passed over."""


class UnderstoodPart(NamedTuple):
    """A part of a report. status: own-section, merged, embedded or absent. first, last: its lines; 0 where it is absent."""

    status: str
    label: str
    first: int
    last: int


class Understood(NamedTuple):
    """What was understood of a text, in a few words. title: None where it has none. length: in characters; data: how many."""

    title: str | None
    year: int | None
    published: datetime.date | None
    parts: tuple[UnderstoodPart, ...]
    length: int
    data: int


class FileResult(NamedTuple):
    """What became of one file.

    report: as it was read, where that was asked for. findings: located. error: why it could not be linted, or not be fixed.
    passed_over: why nothing is said of what a search found; "" of others. excluded: left out by the configuration.
    settings: the file is a configuration, the findings are on its waivers. waived: how many findings were left out; used,
    idle: the waivers that did so, and those that could have. fixed: how many fixes were written. unmatched: is there no
    report of the year before among those at hand? understood: None of a file that was not linted. form: as `Source.form`.
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
    understood: Understood | None = None
    form: str = "text"

    @property
    def failed(self) -> bool:
        """Could the job not be done, in whole or in part?"""
        return bool(self.error or self.crashes)

    @property
    def linted(self) -> bool:
        """Was the file read, and are there findings to tell, or none?"""
        return self.understood is not None or self.settings
