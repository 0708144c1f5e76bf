"""One quantity of one place, told by two offices with two values."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

from reportlint.survey.figures import Figure
from reportlint.survey.store import Store

_Told = tuple[int, Figure]
"""The number of a row, and a figure that it tells."""


class Contradiction(NamedTuple):
    """Two values of one quantity: the row of each, and what it says."""

    one: tuple[int, Figure]
    other: tuple[int, Figure]


def find_contradictions(store: Store) -> list[Contradiction]:
    """Each quantity of a place and a year that different offices tell with different values, once for each two values."""
    things: dict[tuple[object, ...], list[tuple[int, _Told]]] = defaultdict(list)
    for thing, whose, row, figure in store.differing():
        things[thing].append((whose, (row, figure)))
    return [found for told in things.values() for same in _of_one_place(told) for found in _contradicting(same)]


def _of_one_place(told: list[tuple[int, _Told]]) -> Iterator[list[tuple[int, _Told]]]:
    """Figures by their place: 青岚县 is 云川市青岚县 where no other is spoken of."""
    places = {figure.place for _, (_, figure) in told}
    if all(max(places, key=len).endswith(place) for place in places):
        yield told
        return
    for place in sorted(places):
        yield [each for each in told if each[1][1].place == place]


def _contradicting(told: list[tuple[int, _Told]]) -> Iterator[Contradiction]:
    """Two values of one quantity, of different offices. One that tells several values itself, of which the check of one report speaks,
    contradicts only those that tell none of them.
    """
    offices: dict[int, dict[Decimal, _Told]] = defaultdict(dict)
    for whose, (row, figure) in told:
        offices[whose].setdefault(figure.value, (row, figure))
    first, *others = sorted(offices.values(), key=len)
    against, known = next(iter(first.values())), {*first}
    for other in others:
        if first.keys().isdisjoint(other):
            yield from (Contradiction(against, its) for value, its in other.items() if value not in known)
            known |= other.keys()
