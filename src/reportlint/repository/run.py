"""Many files, in order, by one process or several; at the end, what has become of the waivers in their settings."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial

from reportlint.repository.asked import Asked
from reportlint.repository.each_file import known_file, lint_file, lost_file
from reportlint.repository.file_result import FileResult
from reportlint.repository.files import File
from reportlint.repository.kept_results import KeptResults
from reportlint.repository.search import Unusable
from reportlint.repository.stale_waivers import Use, stale_findings

_FEWEST = 12
"""Files: fewer are done in one process before others have begun."""


def cores() -> int:
    """The processors at hand."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def run(
    files: Iterable[File | Unusable], asked: Asked, jobs: int = 1, tell: Callable[[str], None] = lambda said: None
) -> Iterator[FileResult]:
    """Lint the files in order. jobs: how many processes may share the work. tell: takes a sentence if none could."""
    listed, asked = list(files), asked._replace(today=asked.day)  # the same day everywhere, were it midnight on the way
    kept = KeptResults(asked)
    yield from with_stale_waivers(listed, _results(listed, asked, kept, jobs, tell), asked)
    kept.tidy()


def with_stale_waivers(
    files: Sequence[File | Unusable], results: Iterable[FileResult], asked: Asked
) -> Iterator[FileResult]:
    """The results, one a file; behind them one for each configuration with waivers that do nothing."""
    uses = []
    for file, result in zip(files, results, strict=True):
        if isinstance(file, File) and not file.excluded and file.config.waivers.items:
            uses.append(Use(file, result.used, result.idle, not result.failed))
        yield result
    for config, report, findings in stale_findings(uses, asked.day):
        yield FileResult(report.source.path, report, findings, fail_on=config.fail_on, settings=True)


def _results(
    files: list[File | Unusable], asked: Asked, kept: KeptResults, jobs: int, tell: Callable[[str], None]
) -> Iterator[FileResult]:
    """One result a file. The first that must be linted is done here, which loads the tables that forked processes then share."""
    work: Callable[[File | Unusable], FileResult] = partial(lint_file, asked=asked, kept=kept)
    if jobs == 1 or len(files) < _FEWEST:
        yield from map(work, files)
        return
    left = iter(files)
    for file in left:
        if not (known := known_file(file, asked, kept)):
            yield work(file)
            break
        yield known
    if not (rest := list(left)):
        return
    from reportlint.repository.workers import spread_or_alone

    yield from spread_or_alone(work, rest, jobs, lost_file, tell)
