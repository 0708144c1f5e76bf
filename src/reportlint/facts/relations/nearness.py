"""Are two figures so near that one may be a slip of the other?"""

from __future__ import annotations

from decimal import Decimal
from operator import ne

_NEAR = 4
"""Part of the greater of two figures by which they may differ: a quarter."""
_FEW = 5
"""Figures that differ by no more are near, if neither is twice the other."""


def are_swapped(one: Decimal, two: Decimal) -> bool:
    """Have they the same digits, three or more, in another order?"""
    first, second = (f"{value.normalize():f}" for value in (one, two))
    return first != second and len(first) > 2 and sorted(first) == sorted(second)


def is_near(one: Decimal, two: Decimal) -> bool:
    """Are two figures near enough for a slip: a quarter apart, or with digits changed about, or one of three or more another?"""
    if one < 0 < two or two < 0 < one:
        return True  # 下降8.6% and 上升8.6%
    low, high = sorted((abs(one), abs(two)))
    if (high - low) * _NEAR <= high or (high - low <= _FEW and high <= 2 * low):
        return True
    first, second = (f"{value.normalize():f}" for value in (low, high))
    if len(first) != len(second):
        return False
    wrong = sum(map(ne, first, second))
    return sorted(first) == sorted(second) or (wrong == 1 and len(first) > 2)
