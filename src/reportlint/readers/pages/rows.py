"""The characters of a page, and which of them stand in one row."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple


class Char(NamedTuple):
    """A character and where it stands."""

    sign: str
    left: float
    right: float
    bottom: float
    top: float


def rows_of(pieces: Iterable[list[Char]]) -> list[list[Char]]:
    """Pieces of rows put together to rows, from above: what stands beside each other is one."""
    rows: list[list[Char]] = []
    for piece in sorted(pieces, key=lambda piece: -piece[0].top):
        if rows and are_beside(rows[-1][0], piece[0]):
            rows[-1] += piece
        else:
            rows.append([*piece])
    return [sorted(row, key=lambda char: char.left) for row in rows]


def are_beside(one: Char, other: Char) -> bool:
    """Do two characters stand in one line: does half the height of the lower one overlap?"""
    overlap = min(one.top, other.top) - max(one.bottom, other.bottom)
    return overlap > 0.5 * min(one.top - one.bottom, other.top - other.bottom)
