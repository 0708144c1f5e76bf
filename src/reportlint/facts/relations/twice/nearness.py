"""Are two figures so near that one may be a slip of the other?"""

from __future__ import annotations

from decimal import Decimal
from functools import lru_cache
from operator import ne

_NEAR = 4
"""Part of the greater of two figures by which they may differ: a quarter."""
_FEW = 5
"""Figures that differ by no more are near, if neither is twice the other."""


@lru_cache(maxsize=1024)  # each figure is held against many
def _digits(value: Decimal) -> str:
    return f"{value.normalize():f}"


def are_swapped(one: Decimal, two: Decimal, least: int = 3) -> bool:
    """Have they the same digits, so many or more, in another order? Of two, by chance one pair in ninety has."""
    first, second = _digits(one), _digits(two)
    return first != second and len(first) >= least and sorted(first) == sorted(second)


def differ_in_one_digit(one: Decimal, two: Decimal) -> bool:
    """Are they of three digits or more, and the same but for one of these?"""
    first, second = _digits(one), _digits(two)
    return len(first) == len(second) > 2 and sum(map(ne, first, second)) == 1


def is_close(one: Decimal, two: Decimal) -> bool:
    """Are two figures at most a quarter of the greater apart?"""
    return abs(one - two) * _NEAR <= max(one, two)


def is_near(one: Decimal, two: Decimal) -> bool:
    """Are two figures near enough for a slip: a quarter apart, or with digits changed about, or one of three or more another?"""
    if one < 0 < two or two < 0 < one:
        return True  # 下降8.6% and 上升8.6%
    low, high = sorted((abs(one), abs(two)))
    if is_close(low, high) or (high - low <= _FEW and high <= 2 * low):
        return True
    return are_swapped(low, high, 1) or differ_in_one_digit(low, high)
