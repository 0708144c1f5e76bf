"""Two characters side by side: where a text has one of many such pairs.

A pair is taken as one number of 32 bits, so that the whole text is gone through without a string for each of its places.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Set
from itertools import compress, count

from reportlint.kept import patterns

_CODEC = "utf-16-le" if sys.byteorder == "little" else "utf-16-be"
_WIDE = patterns.compile("[\U00010000-\U0010ffff]")  # two units each: no offset behind one would be right


def number(pair: str) -> int:
    """The number of a pair of characters; -1, which no text has, where one of them takes more than 16 bits."""
    return int.from_bytes(pair.encode(_CODEC), sys.byteorder) if len(pair) == 2 and not _WIDE.search(pair) else -1


class Pairs:
    """The pairs of a text."""

    def __init__(self, text: str) -> None:
        data = _WIDE.sub("\ufffc", text).encode(_CODEC, "surrogatepass")
        whole = memoryview(data)
        self._sides = tuple(whole[at : len(data) - (len(data) - at) % 4].cast("I") for at in (0, 2))

    def places(self, wanted: Set[int]) -> Iterable[int]:
        """The offsets at which one of the wanted pairs, given by their numbers, begins; in order."""
        found = (compress(count(at, 2), map(wanted.__contains__, side.tolist())) for at, side in enumerate(self._sides))
        return sorted(offset for offsets in found for offset in offsets)
