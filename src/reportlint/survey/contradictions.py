"""One quantity of one place, told by two offices with two values."""

from __future__ import annotations

from collections import defaultdict
from typing import NamedTuple

from reportlint.survey.figures import Figure
from reportlint.survey.store import Store


class Contradiction(NamedTuple):
    """Two values of one quantity: the row of each, and what it says."""

    one: tuple[int, Figure]
    other: tuple[int, Figure]


def find_contradictions(store: Store) -> list[Contradiction]:
    """Each quantity of a place and a year that different offices tell with different values, once for each two values."""
    told: dict[tuple[object, ...], list[tuple[int, Figure]]] = defaultdict(list)
    for number, figure in store.differing():
        row = store.row(number)
        told[row.kind, row.year, figure.place, figure.matter, figure.unit].append((number, figure))
    found = []
    for figures in told.values():
        values = {(store.row(number).whose(number), figure.value) for number, figure in figures}
        if len(values) > len({office for office, _ in values}):
            continue  # an office tells two values itself: the check of one report speaks of that, or it sent two
        first, *others = {figure.value: (number, figure) for number, figure in reversed(figures)}.values()
        found += [Contradiction(first, other) for other in others]
    return found
