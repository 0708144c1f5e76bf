"""All of those told before, one way after another: 审结96件。从结案方式看，维持42件、…; 审结92件，在办6件；审结案件中，维持51件、…."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import takewhile

from reportlint.facts.figures.mentions import Mention
from reportlint.facts.relations.relation import REACH, Relation
from reportlint.facts.relations.totals.addends import (
    MARKS,
    NEAR,
    NEARER,
    SHORTEST_LIST,
    WORDS,
    is_compared,
    is_outcome,
    open_ended,
    same,
    sum_of,
    takes_up,
    verdict,
)
from reportlint.language.phrases import load_phrases
from reportlint.language.words.verbs import is_verb

_WORDS = load_phrases(__file__, "ways")
_DEED = 2
"""Characters of what was done: 审结."""


def find_ways(mentions: Sequence[Mention], previous: Sequence[Mention]) -> Iterator[Relation]:
    """The lists that a clause of their own announces, each with its whole. ``previous``: the figures of the sentence before."""
    counts = [m for m in mentions if m.quantity.kind == "count"]
    taken: list[Mention] = []
    for at, first in enumerate(counts):
        if not takes_up(first) or first in taken:
            continue
        parts = [first, *takewhile(lambda m, first=first: _goes_on(m, first), counts[at + 1 :])]  # type: ignore[misc]
        earlier = [m for m in (*previous, *counts[max(0, at - REACH) : at]) if m not in taken and same(m, first)]
        taken += parts
        if _are_kinds(parts):
            yield from _held_against_count(first.clause, parts, [m for m in earlier if not is_compared(m)])


def _goes_on(mention: Mention, first: Mention) -> bool:
    """Is it the next of the list, with nothing told between?"""
    ends = mention.clause or any(WORDS[name].pattern.search(mention.before) for name in ("total", "among", "besides"))
    return not ends and mention.mark in MARKS and same(mention, first) and mention.depth == first.depth


def _are_kinds(parts: Sequence[Mention]) -> bool:
    """Are they three or more, each by a name of its own, and none told as a stage or as but the foremost?"""
    names = {part.before for part in parts}
    some = any(_WORDS["mainly"].pattern.search(part.before) or is_outcome(part.before) for part in parts)
    plain = all(part.exact and part.before and not part.explained for part in parts)
    return len(names) == len(parts) >= SHORTEST_LIST and plain and not some and not open_ended(parts, ())


def _held_against_count(clause: str, parts: Sequence[Mention], earlier: Sequence[Mention]) -> Iterator[Relation]:
    """The list against the count that its clause names, or against the only one that it may be of."""
    added = sum_of(parts)
    if fitting := [m for m in earlier if m.value == added]:
        yield from verdict(fitting[-1], parts, certain=False, exhaustive=True)
        return
    if among := WORDS["among-those"].pattern.search(clause):
        deeds = [among["what"][n : n + _DEED] for n in range(len(among["what"]))]
        wholes = [m for m in earlier if any(is_verb(deed) and deed in m.before for deed in deeds)]
    else:
        resolved = _WORDS["resolved"].pattern.search(clause)
        wholes = [m for m in earlier if not resolved or _WORDS["settled"].pattern.search(m.before)]
        wholes = wholes if len(wholes) == 1 else []
    rest = parts[-1].before.startswith(("其他", "其它", "其余"))
    for whole in wholes[-1:]:
        if whole.exact and not whole.explained and added * NEAR <= whole.value:
            yield from verdict(whole, parts, certain=False, exhaustive=True, near=NEAR if rest else NEARER)
