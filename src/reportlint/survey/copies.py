"""Who copied from whom: paragraphs nearly alike in the reports of different offices, and of last year.

Paragraphs are compared only where a band of their signatures is the same, so that nobody compares all pairs. What very many
have is the template of the place, and no copy.
"""

from __future__ import annotations

from array import array
from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import combinations, groupby
from typing import NamedTuple

from reportlint.survey.paragraphs import PLACES, share
from reportlint.survey.store import Store

BAND = 4
"""Places of a band: of two paragraphs with seven tenths in common, 99 of 100 share one of the sixteen bands; with four tenths, a third."""
ALIKE = 0.7
"""The share from which two paragraphs are nearly alike."""
TEMPLATE = 1 / 3
"""Of all offices: what so many have is template."""
FEWEST = 4
"""Offices from which on something may be template."""
_COMPARED = 50
"""Paragraphs of one band that each is compared with; more are alike by what they share with those."""
_PAIRED = 30
"""Offices that share a paragraph, up to which each is set against each: of more, it is everybody's."""
_NUMBER = 32
"""Bits that the number of a paragraph takes."""


class Place(NamedTuple):
    """A paragraph of a row. row: its number; last_year: of the rows of last year. paragraph: its number among all."""

    row: int
    last_year: bool
    paragraph: int


class Copy(NamedTuple):
    """Places where nearly the same stands, of two offices or more, or of one in two years; in order of the rows.

    size: characters, figures and marks apart.
    """

    places: tuple[Place, ...]
    size: int

    @property
    def weight(self) -> int:
        """By which copies are ranked: how much was copied how often."""
        return self.size * (len(self.places) - 1)


def find_copies(store: Store, last: Store) -> list[Copy]:
    """All copies, the weightiest first. store: of this year; last: of last year, to compare with."""
    count = len(store.paragraph_of)
    rows, sizes = store.paragraph_of + last.paragraph_of, store.sizes + last.sizes
    template = max(FEWEST, sum(not row.error for row in store.rows) * TEMPLATE)
    copies = []
    for group in _groups(store.signatures + last.signatures, len(rows)):
        own = {store.rows[rows[number]].whose(rows[number]) for number in group if number < count}
        old = group[-1] >= count
        if own and len(own) < template and (old or len(own) > 1):
            places = (Place(rows[n], n >= count, n - count if n >= count else n) for n in group)
            copies.append(Copy(tuple(places), min(sizes[number] for number in group)))
    return sorted(copies, key=lambda copy: (-copy.weight, copy.places[0].row, copy.places[0].paragraph))


def between(copies: Iterable[Copy]) -> dict[tuple[int, int], int]:
    """Pairs of rows of this year to the characters they share, but for what very many share."""
    shared: dict[tuple[int, int], int] = defaultdict(int)
    for copy in copies:
        offices = sorted({place.row for place in copy.places if not place.last_year})
        if len(offices) <= _PAIRED:
            for pair in combinations(offices, 2):
                shared[pair] += copy.size
    return dict(shared)


def _groups(signatures: bytes | bytearray, count: int) -> Iterator[list[int]]:
    """Numbers of paragraphs that are nearly alike, each with another of its group; in order of the first."""
    leader = array("I", range(count))

    def lead(number: int) -> int:
        while leader[number] != number:
            leader[number] = leader[leader[number]]
            number = leader[number]
        return number

    def signature(number: int) -> bytes | bytearray:
        return signatures[number * PLACES : (number + 1) * PLACES]

    for band in _bands(signatures):
        for at, number in enumerate(band):
            for other in band[max(0, at - _COMPARED) : at]:
                if lead(number) != lead(other) and share(signature(number), signature(other)) >= ALIKE:
                    leader[max(lead(number), lead(other))] = min(lead(number), lead(other))
    groups: dict[int, list[int]] = {}
    for number in range(count):
        if (first := lead(number)) != number:
            groups.setdefault(first, [first]).append(number)
    return (groups[first] for first in sorted(groups))


def _bands(signatures: bytes | bytearray) -> Iterator[list[int]]:
    """Numbers of the paragraphs that share a band of their signatures."""
    keys = memoryview(signatures).cast("I")
    for start in range(PLACES // BAND):
        # sorted as numbers, which takes a quarter of the memory of a dictionary
        band = sorted(key << _NUMBER | number for number, key in enumerate(keys[start :: PLACES // BAND]))
        for _, alike in groupby(band, lambda packed: packed >> _NUMBER):
            numbers = [packed & 0xFFFFFFFF for packed in alike]
            if len(numbers) > 1:
                yield numbers
