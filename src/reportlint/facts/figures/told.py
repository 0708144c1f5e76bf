"""What a figure tells of, as it is held against another: the words of its clause and around it, in words that stand for their like."""

from __future__ import annotations

from decimal import Decimal
from typing import NamedTuple

from reportlint.document.source import Span
from reportlint.facts.figures.deeds import Clause


class Beside(NamedTuple):
    """The figure before or behind another in its sentence, and the words around it."""

    unit: str
    value: Decimal
    words: frozenset[str]


class _Told(NamedTuple):
    value: Decimal
    unit: str
    before: str
    after: str
    clause: Clause
    around: str
    setting: frozenset[str]
    bodies: frozenset[str]
    places: frozenset[str]
    kinds: frozenset[str]
    leaders: frozenset[str]
    own: bool
    whole: bool
    everywhere: bool
    all_done: bool
    span_of: str
    some: bool
    done_by: frozenset[str]
    only: frozenset[str]
    letters: str
    beside: tuple[Beside, ...]
    keys: tuple[tuple[str, str], ...]
    words: frozenset[str]
    named: frozenset[str]


class Told(_Told):
    """What a figure tells of, wherever it stands, in words that stand for their like; the same only as itself.

    unit: 次 for all that count acts, 名 for persons, 件 for things. before, after: the words around the figure, as written.
    around: the sentence and the heading above. setting: the words before the clause. bodies, places, kinds: whose figure it is,
    and of which kind. leaders: whose deed it is, 书 or 长. own: it is of what one does in person. whole: the words say that it
    is all. everywhere: in all of the place. all_done: they say that something was done to all. span_of: "new" of what came to be
    in the year, "all" of what there is so far. some: that something is so of those counted, who may be but some of them,
    done_by: what they did. only: the months or quarters it is of, and the deputies whose it is; a figure of others is another.
    letters: those of the words that name it, in one order. keys: the unit with each word of the clause; what shares none tells
    of something else.
    """

    __slots__ = ()
    __eq__ = object.__eq__
    __hash__ = object.__hash__


class Tale(NamedTuple):
    """A figure, the sentence it stands in, and what it tells of."""

    span: Span
    sentence: Span
    told: Told

    def moved(self, by: int) -> Tale:
        """The same so many characters further on; what is told has no place."""
        (start, end), (begins, ends) = self.span, self.sentence
        return Tale(Span(start + by, end + by), Span(begins + by, ends + by), self.told)
