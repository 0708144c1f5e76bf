"""Files to rows by a Dask cluster: the rows that one machine would make, in the same order, by as many machines as there are.

Files go out in batches, and no more batches than keep the workers busy, so that the client's memory does not grow with what is
on its way. Rows come back, not reports, and are kept in parts (parts.py): a run that was broken off goes on where it was. A
batch whose workers died is done again file by file with nothing else under way, and so costs the one file that they died of.
"""

from __future__ import annotations

import logging
import os
from collections.abc import Iterator, Sequence
from typing import Any

from reportlint.errors import UserError, reason
from reportlint.kept.cache import digest
from reportlint.kept.installed import edition
from reportlint.linting.config import Config
from reportlint.repository.asked import Asked
from reportlint.repository.file_result import FileResult
from reportlint.repository.files import File
from reportlint.repository.search import Unusable
from reportlint.survey.gather import lint_row
from reportlint.survey.row import Row, row_of

LOCAL = "local"
_BATCH = 50
"""Files that a worker is sent at once: a message takes as long as a hundredth of them."""
_AHEAD = 3
"""Batches on their way for each worker."""
_PATIENCE = 60
"""Seconds to wait for a scheduler to answer, and for a first worker."""

Files = Sequence[File | Unusable]


class ClusterError(UserError):
    """A cluster that cannot do the work; ``str(error)`` says why, and what to do."""


def gather_on(address: str, files: Files, asked: Asked, folder: str, jobs: int) -> Iterator[Row]:
    """A row a file, in order. address: of a scheduler, or `local` for ``jobs`` processes of this machine.

    folder: where the parts are kept; workers must see the files under the same paths. Raises ClusterError.
    """
    try:
        from reportlint.survey.parts import read_part
    except ImportError as error:
        raise ClusterError('用 Dask 要另装：pip install "reportlint[cluster]"。') from error
    asked = asked._replace(today=asked.day, whole=True)
    batches = [files[start : start + _BATCH] for start in range(0, len(files), _BATCH)]
    try:
        os.makedirs(folder, exist_ok=True)
        paths = [os.path.join(folder, f"rows-{number:05}.parquet") for number in range(len(batches))]
        done, due = set[int](), 0
        for number in _done(address, batches, asked, paths, jobs):
            done.add(number)
            while due in done:
                rows = read_part(paths[due])
                yield from (row._replace(path=file.path) for row, file in zip(rows, batches[due], strict=True))
                due += 1
    except OSError as error:
        raise ClusterError(f"用不了 {folder}（{reason(error)}）。请检查文件夹、权限和磁盘空间。") from error


def _done(address: str, batches: Sequence[Files], asked: Asked, paths: Sequence[str], jobs: int) -> Iterator[int]:
    """Numbers of the batches whose parts are there, some from an earlier run, then the others as they are done."""
    from reportlint.survey.parts import key_of, write_part

    keys = [_key(batch, asked) for batch in batches]
    left = [number for number, path in enumerate(paths) if key_of(path) != keys[number]]
    yield from (number for number in range(len(paths)) if number not in set(left))
    if not left:
        return
    with _client(address, jobs) as client:
        for number, rows in _made(client, {number: batches[number] for number in left}, asked):
            # a part with failures is made again by the next run
            failed = any(row.error and not row.passed_over for row in rows)
            write_part(paths[number], rows, "" if failed else keys[number])
            yield number


def _made(client: Any, batches: dict[int, Files], asked: Asked) -> Iterator[tuple[int, list[Row]]]:
    """The rows of each batch by its number, as they come; those of which workers died last."""
    from distributed import as_completed

    waiting, left = as_completed(with_results=True, raise_errors=False), iter(batches)
    under_way: dict[str, int] = {}
    suspects = []

    def send() -> None:
        while len(under_way) < max(1, sum(client.nthreads().values())) * _AHEAD:
            if (number := next(left, None)) is None:
                return
            # pure: Dask would hash every argument to find calls that are the same, and none is
            future = client.submit(lint_rows, _anywhere(batches[number]), asked, edition(), pure=False)
            under_way[future.key] = number
            waiting.add(future)

    send()
    for future, result in waiting:
        number = under_way.pop(future.key)
        if isinstance(result, list):  # and not by its status: a worker that dies later takes that back, not the rows
            yield number, result
        else:
            _raise_unless_killed(result)
            suspects.append(number)
        send()
    for number in suspects:
        yield number, [_alone(client, file, asked) for file in batches[number]]


def _alone(client: Any, file: File | Unusable, asked: Asked) -> Row:
    """The row of a file that the workers may have died of, with nothing else under way."""
    future = client.submit(lint_rows, _anywhere([file]), asked, edition(), pure=False)
    result = future.exception()
    if result is None:
        rows: list[Row] = future.result()
        return rows[0]
    _raise_unless_killed((type(result), result))
    return row_of(FileResult(file.path, error="检查这份文件的进程一再意外结束（可能是内存不够）。请单独检查这一份。"))


def lint_rows(files: Files, asked: Asked, wanted: str) -> list[Row]:
    """On a worker: the rows of some files. wanted: the edition of the program that the client has. Raises ClusterError."""
    if wanted != edition():
        raise ClusterError("工作进程上的 reportlint 和这里的版本不同。请在各台机器上装同一版本（和同样的附加项）再试。")
    return [lint_row(file, asked) for file in files]


def _raise_unless_killed(result: Any) -> None:
    """Raises ClusterError where a batch failed for another reason than that its workers died. result: of the failed batch."""
    from distributed import KilledWorker

    error = result[1] if isinstance(result, tuple) else result
    if isinstance(error, KilledWorker):
        return
    if isinstance(error, UserError):
        raise error
    raise ClusterError(
        f"集群没有做完（{type(error).__name__}）。请检查调度器和各工作进程；做完的部分已经存下，再运行一次会接着做。"
    ) from (error if isinstance(error, BaseException) else None)


def _anywhere(files: Files) -> list[File | Unusable]:
    """The files as a worker finds them that runs in another folder."""
    configs: dict[int, Config] = {}  # most share theirs, which is then sent once
    moved: list[File | Unusable] = []
    for file in files:
        if isinstance(file, File):
            own = file.config
            config = configs.setdefault(id(own), own._replace(folder=os.path.abspath(own.folder or ".")))
            file = file._replace(path=os.path.abspath(file.path), config=config)
        moved.append(file)
    return moved


def _key(files: Files, asked: Asked) -> str:
    """What a part depends on: its files and their settings, what is asked, the program, the day."""
    said = [(file.path, _state(file), file.config if isinstance(file, File) else file) for file in files]
    return digest(repr((said, asked, edition())).encode("utf-8", "surrogatepass"))


def _state(file: File | Unusable) -> tuple[int, ...]:
    try:
        status = os.stat(file.path)
    except OSError:
        return ()
    return status.st_size, status.st_mtime_ns


def _client(address: str, jobs: int) -> Any:
    """A client of the cluster at an address, or of one on this machine, which nobody else can reach. Raises ClusterError."""
    from distributed import Client, LocalCluster

    if address == LOCAL:
        cluster = LocalCluster(
            n_workers=jobs,
            threads_per_worker=1,  # the work is Python's: two threads would wait for one another
            host="127.0.0.1",
            dashboard_address=None,
            silence_logs=logging.CRITICAL,
        )
        return cluster.get_client()
    try:
        client = Client(address, timeout=_PATIENCE)
        client.wait_for_workers(1, timeout=_PATIENCE)
    except (OSError, ValueError, TimeoutError) as error:
        raise ClusterError(
            f"连不上 {address} 的调度器，或那里没有工作进程。请检查地址（如 tcp://10.0.0.5:8786）、dask scheduler 和 dask worker。"
        ) from error
    return client
