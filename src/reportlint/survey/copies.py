"""Who copied from whom: paragraphs nearly alike in the reports of different offices, and of last year.

Paragraphs are compared only where a band of their signatures is the same, so that nobody compares all pairs. What very many
have is the template of the place, and no copy.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations
from typing import NamedTuple

from reportlint.survey.paragraphs import PLACES, Paragraph, share
from reportlint.survey.row import Row

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


class Place(NamedTuple):
    """A paragraph of a row. row: its number; last_year: of the rows of last year."""

    row: int
    last_year: bool
    paragraph: Paragraph


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


def find_copies(rows: Sequence[Row], last_year: Sequence[Row] = ()) -> list[Copy]:
    """All copies, the weightiest first. rows: of this year, and of last year to compare with."""
    places = [
        Place(number, old, paragraph)
        for old, group in ((False, rows), (True, last_year))
        for number, row in enumerate(group)
        for paragraph in row.paragraphs
    ]
    offices = sum(not row.error for row in rows)
    template = max(FEWEST, offices * TEMPLATE)
    copies = []
    for group in _groups(places):
        own = {place.row for place in group if not place.last_year}
        old = any(place.last_year for place in group)
        if own and len(own) < template and (old or len(own) > 1):
            copies.append(Copy(tuple(group), min(place.paragraph.size for place in group)))
    return sorted(copies, key=lambda copy: (-copy.weight, copy.places[0].row, copy.places[0].paragraph.line))


def between(copies: Iterable[Copy]) -> dict[tuple[int, int], int]:
    """Pairs of rows of this year to the characters they share."""
    shared: dict[tuple[int, int], int] = defaultdict(int)
    for copy in copies:
        for pair in combinations(sorted({place.row for place in copy.places if not place.last_year}), 2):
            shared[pair] += copy.size
    return dict(shared)


def _groups(places: Sequence[Place]) -> Iterator[list[Place]]:
    """Places whose paragraphs are nearly alike, each with another of its group; in order of the first."""
    leader = list(range(len(places)))

    def lead(number: int) -> int:
        while leader[number] != number:
            leader[number] = leader[leader[number]]
            number = leader[number]
        return number

    for band in _bands(places):
        for at, number in enumerate(band):
            for other in band[:at][-_COMPARED:]:
                if lead(number) != lead(other) and share(places[number].paragraph, places[other].paragraph) >= ALIKE:
                    leader[max(lead(number), lead(other))] = min(lead(number), lead(other))
    groups: dict[int, list[Place]] = defaultdict(list)
    for number, place in enumerate(places):
        groups[lead(number)].append(place)
    return (group for group in groups.values() if len(group) > 1)


def _bands(places: Sequence[Place]) -> Iterator[list[int]]:
    """Numbers of the places that share a band of their signatures."""
    for start in range(0, PLACES, BAND):
        band: dict[tuple[int, ...], list[int]] = defaultdict(list)
        for number, place in enumerate(places):
            band[place.paragraph.signature[start : start + BAND]].append(number)
        yield from (numbers for numbers in band.values() if len(numbers) > 1)
