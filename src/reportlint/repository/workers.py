"""Worker processes for many files: the results come in the order of the files, however long each took.

Each process has pipes of its own. Those of a pool are shared, and a process that is killed while it writes to one leaves
the others, and whoever reads, waiting for ever.
"""

from __future__ import annotations

import multiprocessing
import os
import signal
import sys
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from multiprocessing.connection import Connection, wait
from multiprocessing.process import BaseProcess
from typing import Generic, NamedTuple, TypeVar

_In = TypeVar("_In")
_Out = TypeVar("_Out")

_AHEAD = 4
"""Batches a worker may be ahead of the result that is due. No more are done, so memory does not grow with their number."""
_WAITING = 2
"""Batches a worker has: one at hand, and one to go on with at once."""
_BATCH = 4
"""Files that are done together."""


class NoWorkersError(Exception):
    """No process could be started: the system allows no more, or has no memory for them."""


class _Worker(NamedTuple):
    """A process; the pipes to and from it; which items it was given and has not given back, by batches."""

    process: BaseProcess
    tasks: Connection
    results: Connection
    given: deque[range]


def spread(work: Callable[[_In], _Out], items: Sequence[_In], jobs: int, lost: Callable[[_In], _Out]) -> Iterator[_Out]:
    """``work`` done on each item by so many processes, in order.

    What a process was at when it died is done again one by one. lost: what stands for an item whose process died then, too.
    Raises NoWorkersError where they cannot be started, or when the last has died and no other can be; the results that were
    yielded before hold.
    """
    job = _Job(work, items, lost)
    workers = _started(job, jobs)
    try:
        for due in range(len(items)):
            while due not in job.done:
                if not workers:
                    raise NoWorkersError
                for worker in workers:
                    job.hand_to(worker, due + jobs * _AHEAD * _BATCH)
                ready = wait([worker.results for worker in workers if worker.given])
                for worker in [each for each in workers if each.results in ready]:
                    if not job.taken_from(worker):
                        workers.remove(worker)
                        with suppress(NoWorkersError):
                            workers += _started(job, 1)
            yield job.done.pop(due)
    finally:
        _end(workers)


def spread_or_alone(
    work: Callable[[_In], _Out],
    items: Sequence[_In],
    jobs: int,
    lost: Callable[[_In], _Out],
    tell: Callable[[str], None],
) -> Iterator[_Out]:
    """The same; by this process alone from where no others can be had. tell: takes the sentence that says so."""
    done = 0
    try:
        for result in spread(work, items, jobs, lost):
            yield result
            done += 1
    except NoWorkersError:
        tell("系统不让再开进程，改用一个进程检查，会慢一些。")
        yield from map(work, items[done:])


class _Job(Generic[_In, _Out]):
    """Items, which of them are still to be done, and the results that are not yet due, by the number of their item."""

    def __init__(self, work: Callable[[_In], _Out], items: Sequence[_In], lost: Callable[[_In], _Out]) -> None:
        self.work, self.items, self.lost = work, items, lost
        every = range(len(items))
        self.left = deque(every[at : at + _BATCH] for at in every[::_BATCH])
        self.done: dict[int, _Out] = {}

    def hand_to(self, worker: _Worker, limit: int) -> None:
        """Give a worker what it can do next, of the items below the limit."""
        while self.left and self.left[0].start < limit and len(worker.given) < _WAITING:
            worker.given.append(self.left.popleft())
            with suppress(OSError):  # it has died, which shows when its results are asked for
                worker.tasks.send(worker.given[-1])

    def taken_from(self, worker: _Worker) -> bool:
        """Take results from a worker that has some, or has died; does it live? Raises what the work raised."""
        try:
            results = worker.results.recv()
        except (EOFError, OSError):
            self._do_again(worker.given)
            _end([worker])
            return False
        if isinstance(results, Exception):
            raise results
        self.done.update(zip(worker.given.popleft(), results, strict=True))
        return True

    def _do_again(self, given: deque[range]) -> None:
        """What a dead worker left undone; the first of it is what it died of, if it died of any."""
        at_hand = given.popleft()
        self.left.extendleft(reversed(given))
        if len(at_hand) == 1:
            self.done[at_hand[0]] = self.lost(self.items[at_hand[0]])
        else:
            self.left.extendleft(range(at, at + 1) for at in reversed(at_hand))


def _started(job: _Job[_In, _Out], count: int) -> list[_Worker]:
    """So many workers. Raises NoWorkersError."""
    # On Linux a fork has all tables at hand. Elsewhere it is not safe, and processes begin anew.
    context = multiprocessing.get_context("fork" if sys.platform == "linux" else None)
    workers: list[_Worker] = []
    try:
        for _ in range(count):
            (theirs, tasks), (results, given_back) = context.Pipe(duplex=False), context.Pipe(duplex=False)
            process = context.Process(
                target=_serve, args=(job.work, job.items, theirs, given_back, (tasks, results)), daemon=True
            )
            with _uninterrupted():
                process.start()
            theirs.close()  # with no other end open anywhere, a pipe tells that its process has died
            given_back.close()
            workers.append(_Worker(process, tasks, results, deque()))
    except OSError as error:
        _end(workers)
        raise NoWorkersError from error
    return workers


@contextmanager
def _uninterrupted() -> Iterator[None]:
    """An interrupt waits till the process is there: one that has just begun would answer it with a traceback."""
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _end(workers: Sequence[_Worker]) -> None:
    """Wait till the processes have ended: the command leaves at once, and would leave them behind."""
    for worker in workers:
        worker.process.terminate()
    for worker in workers:
        worker.process.join()
        worker.tasks.close()
        worker.results.close()


def _serve(
    work: Callable[[_In], _Out],
    items: Sequence[_In],
    tasks: Connection,
    results: Connection,
    others: Sequence[Connection],
) -> None:
    """In a new process: do what is asked for, till nobody is there to ask. It is not interrupted by itself."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, lambda number, frame: sys.exit(1))  # which ends what it has started, too
    for pipe in others:  # an end left open here would hide that the parent has died
        pipe.close()
    with suppress(EOFError, OSError):
        while True:
            batch = tasks.recv()
            try:
                done: object = [work(items[at]) for at in batch]
            except Exception as error:
                done = error
            results.send(done)
    os._exit(0)
