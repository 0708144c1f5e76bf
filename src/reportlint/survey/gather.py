"""Files to readings, by one process or several; what is taken from reports goes between processes, and no reports."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import partial

from reportlint.repository.asked import Asked
from reportlint.repository.each_file import lint_file
from reportlint.repository.file_result import FileResult
from reportlint.repository.files import File
from reportlint.repository.search import Unusable
from reportlint.survey.row import Reading, reading_of

_FEWEST = 12
"""Files: fewer are done in one process before others have begun."""


def read_one(file: File | Unusable, asked: Asked) -> Reading:
    """One file, linted."""
    return reading_of(file, lint_file(file, asked))


def gather(
    files: Sequence[File | Unusable], asked: Asked, jobs: int, tell: Callable[[str], None] = lambda said: None
) -> Iterator[Reading]:
    """A reading a file, in order. tell: takes a sentence if no more processes could be had."""
    work = partial(read_one, asked=asked._replace(today=asked.day, whole=True))
    if jobs == 1 or len(files) < _FEWEST:
        yield from map(work, files)
        return
    from reportlint.repository.workers import NoWorkersError, spread

    yield work(files[0])  # which loads the tables that forked processes then share
    done = 1
    try:
        for reading in spread(work, files[1:], jobs, _lost):
            yield reading
            done += 1
    except NoWorkersError:
        tell("系统不让再开进程，改用一个进程，会慢一些。")
        yield from map(work, files[done:])


def _lost(file: File | Unusable) -> Reading:
    return reading_of(
        file, FileResult(file.path, error="检查这份文件的进程意外结束（可能是内存不够）。请加 --jobs 1 再试。")
    )
