"""Two characters side by side: where a text has one of many such pairs.

A pair is taken as one number of 32 bits, so that the whole text is gone through without a string for each of its places.
"""

from __future__ import annotations

import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import chain

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
        self._places: dict[int, list[int]] = defaultdict(list)
        for start, end in _together([Span(0, len(text))] if stretches is None else stretches):
            found = [0] * max(0, end - start - 1)
            for first in (0, 1):
                begun = start + first
                units = max(0, end - begun) // 2 * 2
                found[first::2] = whole[2 * begun : 2 * (begun + units)].cast("I").tolist()
            for at, pair in enumerate(found, start):
                self._places[pair].append(at)
        # two sets find what they share in a tenth of the time of a dict and a set
        self._known = frozenset(self._places)

    def places(self, wanted: frozenset[int]) -> list[int]:
        """The offsets at which one of the wanted pairs, given by their numbers, begins; in order."""
        return sorted(chain.from_iterable(map(self._places.__getitem__, self._known & wanted)))

    def within(self, lines: Iterable[Span], wanted: frozenset[int]) -> Iterator[tuple[Span, int]]:
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
