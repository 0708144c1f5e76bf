"""Worker processes for many files: the results come in the order of the files, however long each took."""

from __future__ import annotations

import multiprocessing
import os
import signal
import sys
import time
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager, suppress
from itertools import islice
from threading import Event, Thread
from typing import TypeVar

_In = TypeVar("_In")
_Out = TypeVar("_Out")

_AHEAD = 4
"""Batches a worker has waiting. No more are made, so memory does not grow with the number of files."""
_BATCH = 4
"""Files sent to a worker at once."""

_work: Callable[..., object] | None = None


class NoWorkersError(Exception):
    """No process could be started: the system allows no more, or has no memory for them."""


def spread(work: Callable[[_In], _Out], items: Iterable[_In], jobs: int, lost: Callable[[_In], _Out]) -> Iterator[_Out]:
    """``work`` done on each item by so many processes, in order. lost: what stands for an item whose process died.

    Raises NoWorkersError where none can be started, at first or in place of some that died; what was not taken from the
    items is left then.
    """
    waiting: deque[tuple[Sequence[_In], Future[list[_Out]]]] = deque()
    stream = iter(items)
    pool = _pool(work, jobs)
    try:
        while True:
            while len(waiting) < jobs * _AHEAD and (batch := list(islice(stream, _BATCH))):
                waiting.append((batch, _handed_to(pool, batch)))
            if not waiting:
                return
            items_of, future = waiting.popleft()
            if isinstance(future.exception(), BrokenProcessPool):
                for dropped, later in ((items_of, future), *waiting):
                    yield from map(lost, dropped) if later.exception() else later.result()
                waiting.clear()
                pool = _pool(work, jobs)
            else:
                yield from future.result()
    finally:
        pool.shutdown(wait=True, cancel_futures=True)  # or the command, which leaves at once, would leave them behind


def _pool(work: Callable[[_In], _Out], jobs: int) -> ProcessPoolExecutor:
    """Processes that are running. Raises NoWorkersError."""
    # On Linux a fork has all tables at hand. Elsewhere it is not safe, and processes begin anew.
    context = multiprocessing.get_context("fork" if sys.platform == "linux" else None)
    others = set(multiprocessing.active_children())
    try:
        _make_sure_of(2 * jobs + 2)  # each process has a thread beside its own, and two look after them here
        pool = ProcessPoolExecutor(jobs, context, _begin, (work, os.getpid()))
        with _uninterrupted():
            begun = pool.submit(os.getpid)
        begun.result()
    except (OSError, RuntimeError) as error:  # no process, or no thread to look after them; BrokenProcessPool is one
        for process in set(multiprocessing.active_children()) - others:  # those that were started would be waited for
            process.kill()
        raise NoWorkersError from error
    return pool


@contextmanager
def _uninterrupted() -> Iterator[None]:
    """An interrupt waits till the processes are there: one that has just begun would answer it with a traceback."""
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _make_sure_of(threads: int) -> None:
    """Raises RuntimeError where the system allows no so many more: the pool's own threads would leave it waiting for ever."""
    over = Event()
    tried = [Thread(target=over.wait, daemon=True) for _ in range(threads)]
    try:
        for thread in tried:
            thread.start()
    finally:
        over.set()
        for thread in tried:
            if thread.ident:
                thread.join()


def _handed_to(pool: ProcessPoolExecutor, batch: Sequence[_In]) -> Future[list[_Out]]:
    """The results to come; of a pool that is broken already, the error."""
    try:
        return pool.submit(_batch, batch)
    except BrokenProcessPool as error:
        failed: Future[list[_Out]] = Future()
        failed.set_exception(error)
        return failed


def _begin(work: Callable[..., object], parent: int) -> None:
    """In a new process: it is not interrupted by itself, and does not outlive the one it works for."""
    global _work
    _work = work
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    if os.name == "posix":
        with suppress(RuntimeError):  # no more threads are allowed; then it may outlive a parent that is killed
            Thread(target=_leave_with, args=(parent,), daemon=True).start()


def _leave_with(parent: int) -> None:
    while os.getppid() == parent:
        time.sleep(1)
    os._exit(1)


def _batch(items: Sequence[_In]) -> list[_Out]:
    assert _work is not None
    return [_work(item) for item in items]  # type: ignore[misc]
