"""Two characters side by side: where a text has one of many such pairs.

A pair is taken as one number of 32 bits, so that the whole text is gone through without a string for each of its places.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator, Set
from itertools import chain, compress, count

from reportlint.document.source import Span
from reportlint.kept import patterns

_CODEC = "utf-16-le" if sys.byteorder == "little" else "utf-16-be"
_WIDE = patterns.compile("[\U00010000-\U0010ffff]")  # two units each: no offset behind one would be right


def number(pair: str) -> int:
    """The number of a pair of characters; -1, which no text has, where one of them takes more than 16 bits."""
    return int.from_bytes(pair.encode(_CODEC), sys.byteorder) if len(pair) == 2 and not _WIDE.search(pair) else -1


def numbers(pairs: Iterable[str]) -> frozenset[int]:
    """The numbers of many pairs; what is no pair of characters of 16 bits has none."""
    joined = "".join([pair for pair in pairs if len(pair) == 2 and not _WIDE.search(pair)])
    return frozenset(memoryview(joined.encode(_CODEC)).cast("I"))


class Pairs:
    """The pairs of a text; or of stretches of it, in order, and of what is between those that are near one another."""

    def __init__(self, text: str, stretches: Iterable[Span] | None = None) -> None:
        whole = memoryview(_WIDE.sub("\ufffc", text).encode(_CODEC, "surrogatepass"))
        self._sides = []
        for start, end in _together([Span(0, len(text))] if stretches is None else stretches):
            for at in (start, start + 1):
                units = max(0, end - at) // 2 * 2
                self._sides.append((at, whole[2 * at : 2 * (at + units)].cast("I").tolist()))

    def places(self, wanted: Set[int]) -> Iterable[int]:
        """The offsets at which one of the wanted pairs, given by their numbers, begins; in order."""
        found = (compress(count(at, 2), map(wanted.__contains__, side)) for at, side in self._sides)
        return sorted(chain.from_iterable(found))

    def within(self, lines: Iterable[Span], wanted: Set[int]) -> Iterator[tuple[Span, int]]:
        """The places in lines of the text, which stand in order and apart, each with its line."""
        places = iter(self.places(wanted))
        at = next(places, None)
        for line in lines:
            while at is not None and at < line.end:
                if at >= line.start:
                    yield line, at
                at = next(places, None)


_GAP = 50
"""Characters between two stretches that are gone through sooner than left out."""


def _together(stretches: Iterable[Span]) -> list[Span]:
    """The stretches, those that are near one another as one."""
    joined: list[Span] = []
    for span in stretches:
        if joined and span.start - joined[-1].end < _GAP:
            joined[-1] = Span(joined[-1].start, max(span.end, joined[-1].end))
        else:
            joined.append(span)
    return joined
