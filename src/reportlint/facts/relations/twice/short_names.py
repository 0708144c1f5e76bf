"""Short names of bodies: 镇调委会 for 镇人民调解委员会."""

from __future__ import annotations

from collections.abc import Set

from reportlint.language.words.differences import in_order

_LEAST = 3
"""Characters of a short name that tells the body."""
_OF_A_FIELD = ("机关", "部门")


def is_short_for(one: str, other: str) -> bool:
    """Is one of two names the other with characters left out, its end apart: 县卫健局 of 县卫生健康局, 公安局 of 县公安局; or
    is one called by its field, 公安机关?
    """
    short, name = sorted((one, other), key=len)
    if short.endswith(_OF_A_FIELD) != name.endswith(_OF_A_FIELD):
        field, name = (short, name) if short.endswith(_OF_A_FIELD) else (name, short)
        short = field[:-2] + name[-1]  # 公安机关: 公安局
    return len(short) >= _LEAST and short[-1] == name[-1] and in_order(short, name)


def are_one(bodies: Set[str], others: Set[str]) -> bool:
    """Are they the same bodies, whatever they are called?"""
    return bodies == others or (
        len(bodies) == len(others) and all(any(is_short_for(one, other) for other in others) for one in bodies)
    )
