"""Files to readings, by one process or several; what is taken from reports goes between processes, and no reports."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import partial

from reportlint.repository.asked import Asked
from reportlint.repository.each_file import lint_file, lost_file
from reportlint.repository.files import File
from reportlint.repository.search import Unusable
from reportlint.survey.row import Reading, reading_of

_FEWEST = 12
"""Files: fewer are done in one process before others have begun."""


def read_one(file: File | Unusable, asked: Asked) -> Reading:
    """One file, linted."""
    return reading_of(file, lint_file(file, asked))


def gather(files: Sequence[File | Unusable], asked: Asked, jobs: int, tell: Callable[[str], None]) -> Iterator[Reading]:
    """A reading a file, in order. tell: takes a sentence if no more processes could be had."""
    work = partial(read_one, asked=asked._replace(today=asked.day, whole=True))
    if jobs == 1 or len(files) < _FEWEST:
        yield from map(work, files)
        return
    from reportlint.repository.workers import spread_or_alone

    yield work(files[0])  # which loads the tables that forked processes then share
    yield from spread_or_alone(work, files[1:], jobs, _lost, tell)


def _lost(file: File | Unusable) -> Reading:
    return reading_of(file, lost_file(file))
