"""Short names of bodies: 镇调委会 for 镇人民调解委员会."""

from __future__ import annotations

from collections.abc import Set

from reportlint.language.differences import in_order

_LEAST = 3
"""Characters of a short name that tells the body."""


def is_short_for(one: str, other: str) -> bool:
    """Is one of two names the other with characters left out, its end apart: 县卫健局 of 县卫生健康局, 公安局 of 县公安局?"""
    short, name = sorted((one, other), key=len)
    return len(short) >= _LEAST and short[-1] == name[-1] and in_order(short, name)


def are_one(bodies: Set[str], others: Set[str]) -> bool:
    """Are they the same bodies, whatever they are called?"""
    return bodies == others or (
        len(bodies) == len(others) and all(any(is_short_for(one, other) for other in others) for one in bodies)
    )
