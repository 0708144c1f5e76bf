"""Whether time grows faster than the text, on a machine that does other things too."""

from __future__ import annotations

import gc
import time
from collections.abc import Callable

ROUNDS = 8
FLOOR = 0.02
"""Seconds below which a time says nothing."""


def outgrows(build: Callable[[int], Callable[[], object]], small: int, large: int, limit: float) -> bool:
    """Whether the work built for the large size took more than `limit` times that for the small one, in each of eight rounds.

    A busy moment spoils a round, not eight; what grows with the square shows in all of them.
    """
    return all(_seconds(build(large)) > limit * max(_seconds(build(small)), FLOOR) for _ in range(ROUNDS))


def _seconds(work: Callable[[], object]) -> float:
    """Of processor, without the collector, as timeit has it: how long that takes depends on what other tests have left."""
    gc.disable()
    start = time.process_time()
    try:
        work()
        return time.process_time() - start
    finally:
        gc.enable()
