"""Files to readings by a Dask cluster: those that one machine would make, in the same order.

What comes back is kept in parts (parts.py): a run that was broken off goes on where it was.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from functools import partial

from reportlint.errors import reason
from reportlint.repository.asked import Asked
from reportlint.repository.cluster import NOT_INSTALLED, ClusterError, Files, batches_of, connected, key_of, spread_on
from reportlint.repository.file_result import FileResult
from reportlint.repository.files import File
from reportlint.repository.search import Unusable
from reportlint.survey.gather import read_one
from reportlint.survey.row import Reading, reading_of


def gather_on(address: str, files: Files, asked: Asked, folder: str, jobs: int) -> Iterator[Reading]:
    """A reading a file, in order. address: of a scheduler, or `local` for ``jobs`` processes of this machine.

    folder: where the parts are kept; workers must see the files under the same paths. Raises ClusterError.
    """
    try:
        from reportlint.survey.parts import read_part
    except ImportError as error:
        raise ClusterError(NOT_INSTALLED) from error
    asked = asked._replace(today=asked.day, whole=True)
    batches = batches_of(files)
    try:
        os.makedirs(folder, exist_ok=True)
        paths = [os.path.join(folder, f"rows-{number:05}.parquet") for number in range(len(batches))]
        done, due = set[int](), 0
        for number in _done(address, batches, asked, paths, jobs):
            done.add(number)
            while due in done:
                for reading, file in zip(read_part(paths[due]), batches[due], strict=True):
                    yield reading._replace(row=reading.row._replace(path=file.path))
                due += 1
    except OSError as error:
        raise ClusterError(f"用不了 {folder}（{reason(error)}）。请检查文件夹、权限和磁盘空间。") from error


def _done(address: str, batches: Sequence[Files], asked: Asked, paths: Sequence[str], jobs: int) -> Iterator[int]:
    """Numbers of the batches whose parts are there, some from an earlier run, then the others as they are done."""
    from reportlint.survey.parts import key_in, write_part

    keys = [key_of(batch, asked) for batch in batches]
    left = {number for number, path in enumerate(paths) if key_in(path) != keys[number]}
    yield from (number for number in range(len(paths)) if number not in left)
    if not left:
        return
    with connected(address, jobs) as client:
        work = partial(read_one, asked=asked)
        for number, readings in spread_on(client, work, {number: batches[number] for number in sorted(left)}, _lost):
            # a part with failures is made again by the next run
            failed = any(reading.row.failed for reading in readings)
            write_part(paths[number], readings, "" if failed else keys[number])
            yield number


def _lost(file: File | Unusable) -> Reading:
    error = "检查这份文件的进程一再意外结束（可能是内存不够）。请单独检查这一份。"
    return reading_of(file, FileResult(file.path, error=error))
