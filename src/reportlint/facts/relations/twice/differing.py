"""One quantity that is told twice, and otherwise the second time."""

from __future__ import annotations

from reportlint.facts.figures.tales import Tale
from reportlint.facts.relations.relation import Relation, format_number
from reportlint.facts.relations.twice.nearness import is_near


def differ(first: Tale, later: Tale) -> bool:
    """Are their figures two, and near enough for one quantity?"""
    one, two = first.told.value, later.told.value
    return one != two and is_near(one, two)


def differing(first: Tale, later: Tale, note: str) -> Relation:
    """The later figure held against the first. note: what both are of."""
    one, two = format_number(first.told.value), format_number(later.told.value)
    return Relation("repeat", later.span, two, f"{one}≠{two}", False, (first.span,), note=note)
