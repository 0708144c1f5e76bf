"""Waivers that do nothing any more, judged over all files of a survey as `reportlint FOLDER` judges them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from reportlint.repository.asked import Asked
from reportlint.repository.files import File
from reportlint.repository.search import Unusable
from reportlint.repository.stale_waivers import Use, stale_findings
from reportlint.survey.store import Store


class IdleWaiver(NamedTuple):
    """A waiver that has expired, or that waives nothing. path: of the settings. line: from 1."""

    path: str
    line: int
    check: str
    message: str
    suggestion: str


def idle_waivers(files: Sequence[File | Unusable], store: Store, asked: Asked) -> list[IdleWaiver]:
    """Those of the settings of the files, which are as many as the rows and in their order."""
    return [
        IdleWaiver(
            report.source.path,
            report.source.position(finding.span.start).line,
            finding.check,
            finding.message,
            finding.suggestion,
        )
        for _, report, findings in stale_findings(_uses(files, store), asked.day)
        for finding in findings
    ]


def _uses(files: Sequence[File | Unusable], store: Store) -> Iterator[Use]:
    for number, waived in store.waived():
        file = files[number]
        if isinstance(file, File):
            items = file.config.waivers.items
            used, idle = (frozenset(items[at] for at in numbers) for numbers in (waived.used, waived.idle))
            yield Use(file, used, idle, waived.complete)
