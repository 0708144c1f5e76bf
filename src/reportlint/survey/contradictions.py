"""One quantity of one place, told by two offices with two values."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from typing import NamedTuple

from reportlint.survey.figures import Figure
from reportlint.survey.row import Row


class Contradiction(NamedTuple):
    """Two values of one quantity: the row of each, and what it says."""

    one: tuple[int, Figure]
    other: tuple[int, Figure]


def find_contradictions(rows: Sequence[Row]) -> list[Contradiction]:
    """Each quantity of a place and a year that different offices tell with different values, once for each two values."""
    told: dict[tuple[object, ...], dict[object, tuple[int, Figure]]] = defaultdict(dict)
    twice = set()
    for number, row in enumerate(rows):
        for figure in row.figures:
            key: tuple[object, ...] = (row.kind, row.year, figure.place, figure.matter, figure.unit)
            known = told[key]
            if any(at == number and other.value != figure.value for at, other in known.values()):
                twice.add(key)  # an office that tells two values itself: the check of one report speaks of that
            known.setdefault(figure.value, (number, figure))
    found = []
    for about, values in told.items():
        first, *others = values.values()
        if about not in twice and len({number for number, _ in values.values()}) > 1:
            found += [Contradiction(first, other) for other in others]
    return found
