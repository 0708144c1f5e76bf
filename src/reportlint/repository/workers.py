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
from itertools import islice
from threading import Thread
from typing import TypeVar

_In = TypeVar("_In")
_Out = TypeVar("_Out")

_AHEAD = 4
"""Batches a worker has waiting. No more are made, so memory does not grow with the number of files."""
_BATCH = 4
"""Files sent to a worker at once."""

_work: Callable[..., object] | None = None


def spread(work: Callable[[_In], _Out], items: Iterable[_In], jobs: int, lost: Callable[[_In], _Out]) -> Iterator[_Out]:
    """``work`` done on each item by so many processes, in order. lost: what stands for an item whose process died."""
    waiting: deque[tuple[Sequence[_In], Future[list[_Out]]]] = deque()
    stream = iter(items)
    # On Linux a fork has all tables at hand. Elsewhere it is not safe, and processes begin anew.
    context = multiprocessing.get_context("fork" if sys.platform == "linux" else None)
    pool = ProcessPoolExecutor(jobs, context, _begin, (work,))
    try:
        while True:
            while len(waiting) < jobs * _AHEAD and (batch := list(islice(stream, _BATCH))):
                waiting.append((batch, pool.submit(_batch, batch)))
            if not waiting:
                return
            items_of, future = waiting.popleft()
            try:
                yield from future.result()
            except BrokenProcessPool:
                for dropped in (items_of, *(later for later, _ in waiting)):
                    yield from map(lost, dropped)
                waiting.clear()
                pool = ProcessPoolExecutor(jobs, context, _begin, (work,))
    finally:
        pool.shutdown(wait=True, cancel_futures=True)  # or the command, which leaves at once, would leave them behind


def _begin(work: Callable[..., object]) -> None:
    """In a new process: it is not interrupted by itself, and does not outlive the one it works for."""
    global _work
    _work = work
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    if os.name == "posix":
        Thread(target=_leave_with, args=(os.getppid(),), daemon=True).start()


def _leave_with(parent: int) -> None:
    while os.getppid() == parent:
        time.sleep(1)
    os._exit(1)


def _batch(items: Sequence[_In]) -> list[_Out]:
    assert _work is not None
    return [_work(item) for item in items]  # type: ignore[misc]
