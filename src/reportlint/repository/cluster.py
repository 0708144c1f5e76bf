"""Many files by a Dask cluster: what one machine would make of them, by as many machines as there are.

Files go out in batches, and no more batches than keep the workers busy, so that the client's memory does not grow with what is
on its way. A batch whose workers died is done again file by file with nothing else under way, and so costs the one file that
they died of.
"""

from __future__ import annotations

import logging
import os
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import Any, TypeVar

from reportlint.errors import UserError
from reportlint.kept.cache import digest
from reportlint.kept.installed import edition
from reportlint.kept.quick_process import hurry, stay
from reportlint.linting.config import Config
from reportlint.repository.files import File
from reportlint.repository.search import Unusable

LOCAL = "local"
NOT_INSTALLED = '用 Dask 要另装：pip install "reportlint[cluster]"。'
_BATCH = 50
"""Files that a worker is sent at once: a message takes as long as a hundredth of them."""
_AHEAD = 3
"""Batches on their way for each worker."""
_PATIENCE = 60
"""Seconds to wait for a scheduler to answer, for a first worker, and for another when the last has gone."""
_PAUSE = 0.2
_ASKED = 5
"""Pauses after which we ask whether there are workers."""
_QUICK = {"distributed.worker.profile.enabled": False}
"""Dask's settings for workers of ours: looking every 10 ms at what they do takes a sixth of their time."""

Files = Sequence[File | Unusable]
_Out = TypeVar("_Out")
_Work = Callable[[File | Unusable], _Out]


class ClusterError(UserError):
    """A cluster that cannot do the work; ``str(error)`` says why, and what to do."""


def batches_of(files: Files) -> list[Files]:
    """The files as they are sent."""
    return [files[start : start + _BATCH] for start in range(0, len(files), _BATCH)]


def key_of(files: Files, asked: object) -> str:
    """What a batch's results depend on: its files and their settings, what is asked, the program."""
    said = [(file.path, _state(file), file.config if isinstance(file, File) else file) for file in files]
    return digest(repr((said, asked, edition())).encode("utf-8", "surrogatepass"))


@contextmanager
def connected(address: str, jobs: int, patience: float = _PATIENCE) -> Iterator[Any]:
    """A client of the cluster at an address, or of one on this machine, which nobody else can reach and which ends with it.

    patience: seconds to wait for the scheduler, and then for a worker. Raises ClusterError.
    """
    try:
        import dask
        from distributed import Client, LocalCluster
    except ImportError as error:
        raise ClusterError(NOT_INSTALLED) from error
    if address == LOCAL:
        with dask.config.set(_QUICK):
            cluster = LocalCluster(
                n_workers=jobs,
                threads_per_worker=1,  # the work is Python's: two threads would wait for one another
                host="127.0.0.1",
                dashboard_address="127.0.0.1:0",  # none at all would be that of everybody's port, which may be taken
                scheduler_kwargs={"dashboard": False},
                silence_logs=logging.CRITICAL,
            )
        with cluster, cluster.get_client() as client:
            yield client
        return
    try:
        client = Client(address, timeout=patience)
    except (OSError, ValueError, TimeoutError) as error:
        raise ClusterError(
            f"连不上 {address} 的调度器。请检查地址（如 tcp://10.0.0.5:8786）和 dask scheduler。"
        ) from error
    with client:
        try:
            client.wait_for_workers(1, timeout=patience)
        except TimeoutError as error:
            raise ClusterError(f"{address} 的调度器没有工作进程。请在各台机器上运行 dask worker {address}。") from error
        yield client


def spread_on(
    client: Any, work: _Work[_Out], batches: Mapping[int, Files], lost: _Work[_Out], patience: float = _PATIENCE
) -> Iterator[tuple[int, list[_Out]]]:
    """What ``work`` makes of each batch by its number, as they come; last those of which workers died.

    Workers must see the files under the same paths. lost: what stands for a file that workers died of. patience: seconds to
    wait for another worker when the last has gone. Raises ClusterError.
    """
    suspects = []
    for number, result in _as_they_come(client, work, batches, patience):
        # and not by the future's status: a worker that dies later takes that back, not the results
        if isinstance(result, list):
            yield number, result
        else:
            _raise_unless_killed(result)
            suspects.append(number)
    for number in suspects:
        alone = dict(enumerate([file] for file in batches[number]))
        found = [lost(file) for file in batches[number]]
        for at in alone:
            for _, result in _as_they_come(client, work, {at: alone[at]}, patience):
                if isinstance(result, list):
                    found[at] = result[0]
                else:
                    _raise_unless_killed(result)
        yield number, found


def _as_they_come(
    client: Any, work: _Work[_Out], batches: Mapping[int, Files], patience: float
) -> Iterator[tuple[int, Any]]:
    """Of each batch the list of results, or what went wrong. Raises ClusterError where nobody is there to do them."""
    from distributed import as_completed

    waiting, left = as_completed(with_results=True, raise_errors=False), iter(batches)
    under_way: dict[str, int] = {}
    alone = 0

    def send() -> None:
        while len(under_way) < max(1, sum(client.nthreads().values())) * _AHEAD:
            if (number := next(left, None)) is None:
                return
            # pure: Dask would hash every argument to find calls that are the same, and none is
            future = client.submit(do_all, work, _anywhere(batches[number]), edition(), pure=False)
            under_way[future.key] = number
            waiting.add(future)

    send()
    while under_way:
        come = waiting.next_batch(block=False)
        alone = 0 if come else alone + 1
        if not come:
            time.sleep(_PAUSE)
            if alone % _ASKED == 0 and client.nthreads():
                alone = 0
            if alone * _PAUSE > patience:
                raise ClusterError(
                    "集群里一个工作进程也没有了。请重新启动 dask worker；做完的部分已经存下，再运行一次会接着做。"
                )
        for future, result in come:
            yield under_way.pop(future.key), result
        send()


def do_all(work: _Work[_Out], files: Files, wanted: str) -> list[_Out] | str:
    """On a worker: some files; why not, where it cannot be done. wanted: the edition of the program that the client has.

    Nothing is raised: with some versions of what packs tracebacks, Dask's client would never hear of it.
    """
    if wanted != edition():
        return "工作进程上的 reportlint 和这里的版本不同。请在各台机器上装同一版本（和同样的附加项）再试。"
    hurry()
    try:
        return [work(file) for file in files]
    except UserError as error:
        return str(error)
    except Exception as error:
        return f"工作进程出错：{type(error).__name__}。"
    finally:
        stay()  # others may have work for it, too


def _raise_unless_killed(result: Any) -> None:
    """Raises ClusterError where a batch failed for another reason than that its workers died. result: what went wrong."""
    from distributed import KilledWorker

    if isinstance(result, str):
        raise ClusterError(result)
    error = result[1] if isinstance(result, tuple) else result
    if isinstance(error, KilledWorker):
        return
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


def _state(file: File | Unusable) -> tuple[int, ...]:
    try:
        status = os.stat(file.path)
    except OSError:
        return ()
    return status.st_size, status.st_mtime_ns
