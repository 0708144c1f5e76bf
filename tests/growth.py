"""Whether time grows faster than the text, on a machine that does other things too."""

from __future__ import annotations

from collections.abc import Callable

ROUNDS = 8
FLOOR = 0.02
"""Seconds below which a time says nothing."""


def outgrows(seconds: Callable[[int], float], small: int, large: int, limit: float) -> bool:
    """Whether `seconds` of the large size took more than `limit` times those of the small one, in each of eight rounds.

    A busy moment spoils a round, not eight; what grows with the square shows in all of them.
    """
    return all(seconds(large) > limit * max(seconds(small), FLOOR) for _ in range(ROUNDS))
