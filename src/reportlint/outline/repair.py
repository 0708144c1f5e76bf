"""The cheapest edits that make a sequence of tokens fit a grammar. Knows no report, only kinds of tokens.

A node of the search is (tokens read, LALR stack): reading a token that fits is free, to delete or insert one costs. Of
equally cheap repairs the one with fewer edits wins, then the one whose deletions stand further on, then the one whose
insertions do, summed over all of them: of two equal sections the second goes, and what is missing comes right before
what follows it. Of kinds that would do
equally well the first by name is inserted. The rest is settled by the order of the search, which follows from the
arguments alone.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from heapq import heappop, heappush
from typing import NamedTuple, TypeAlias

from reportlint.outline.grammar import END, Grammar


class Insert(NamedTuple):
    """A token of this kind should stand before the token ``before``; at the end if that is the number of tokens."""

    kind: str
    before: int


class Delete(NamedTuple):
    """The token ``at`` should not be there."""

    at: int


class Move(NamedTuple):
    """The token ``at`` should stand before the token ``before``."""

    at: int
    before: int


Edit: TypeAlias = Insert | Delete | Move


class Costs(NamedTuple):
    """What an edit costs, by kind: whole numbers, not negative. A move costs a deletion and an insertion."""

    insert: Mapping[str, int]  # a kind that is not in it cannot be inserted
    delete: Mapping[str, int] = {}
    delete_other: int = 1  # for the kinds not in ``delete``


def repair(grammar: Grammar, tokens: Sequence[str], costs: Costs, start: str = "start") -> list[Edit]:
    """The cheapest edits after which ``tokens`` are a ``start``, in the order of the repaired sequence.

    A deletion is listed where the token stood, a move where the token goes to. If one of several equal tokens moves and
    the others go, the first one moves. Raises ValueError if the grammar demands a kind that cannot be inserted.

    The budget of the search is nothing at first, then doubled until it suffices: most outlines have few faults, and a
    small budget leaves few stacks to follow. A grammar has finitely many stacks (see grammar.py), so a search takes
    time in proportion to the tokens at most; one that fails breaks off where its budget is spent.
    """
    budget, dearest = 0, max([1, costs.delete_other, *costs.insert.values(), *costs.delete.values()])
    while True:
        search = _Search(grammar, costs, start, budget)
        if (steps := search.run(tokens)) is not None:
            return _edits(tokens, steps)
        if not search.cut:
            raise ValueError(f"no edits make a {start!r} of these {len(tokens)} tokens")
        budget = budget * 2 or dearest


_GONE = 1 << 48
_EDIT = 1 << 96
_COST = 1 << 144
"""A weight is one number: ``cost * _COST + edits * _EDIT + deletions' distances from the end * _GONE + insertions'``."""

_Stack: TypeAlias = tuple[int, ...]  # of LALR states, the top last
_Insertion: TypeAlias = tuple[int, tuple[str, ...], _Stack]  # weight but for the place, kinds, stack then
_Steps: TypeAlias = "tuple[()] | tuple[_Steps, int, int, tuple[str, ...]]"
"""What was done, last step first: (earlier steps, since, place, kinds), where the tokens from ``since`` to ``place``
were deleted and ``kinds`` inserted before the token ``place``. Tokens that are merely kept leave no step."""


class _Search:
    """One search within a budget. ``cut`` tells whether the budget kept it from going everywhere."""

    def __init__(self, grammar: Grammar, costs: Costs, start: str, budget: int) -> None:
        self.grammar, self.costs = grammar, costs
        self.start, self.end = grammar.starts[start], grammar.ends[start]
        self.inserts = [(kind, cost * _COST + _EDIT) for kind, cost in sorted(costs.insert.items())]
        self.limit = (budget + 1) * _COST
        self.cut = False
        self.known: dict[_Stack, list[_Insertion]] = {}
        self.ways: dict[str, dict[_Stack, list[_Insertion]]] = {}

    def run(self, tokens: Sequence[str]) -> _Steps | None:
        """The steps of the best repair; None if there is none within the budget.

        Goes token by token with the best way to each stack: stack -> (weight, place after the last token kept, steps).
        What is inserted is inserted right before a token that is kept: before a deleted one it would change nothing.
        """
        layer: dict[_Stack, tuple[int, int, _Steps]] = {(self.start,): (0, 0, ())}
        for place, kind in enumerate((*tokens, END)):
            left = len(tokens) - place
            price = self.costs.delete.get(kind, self.costs.delete_other) * _COST + _EDIT + left * _GONE
            ways = self.ways.setdefault(kind, {})
            after: dict[_Stack, tuple[int, int, _Steps]] = {}
            for stack, (weight, since, steps) in layer.items():
                if left:  # the end cannot be deleted
                    if weight + price >= self.limit:
                        self.cut = True
                    elif stack not in after or weight + price < after[stack][0]:
                        after[stack] = (weight + price, since, steps)
                if stack not in ways:
                    ways[stack] = self.ways_to(kind, stack)
                for extra, kinds, target in ways[stack]:
                    total = weight + extra + len(kinds) * left
                    if total >= self.limit:
                        self.cut = True
                    elif target not in after or total < after[target][0]:
                        unchanged = since == place and not kinds
                        after[target] = (total, place + 1, steps if unchanged else (steps, since, place, kinds))
            layer = after
        return next((steps for _, _, steps in layer.values()), None)  # what is accepted ends in one and the same stack

    def ways_to(self, kind: str, stack: _Stack) -> list[_Insertion]:
        """The insertions after which ``kind`` can be read, with the stack after that: for each the cheapest one."""
        best: dict[_Stack, _Insertion] = {}
        for weight, kinds, here in self.insertions(stack):
            if (after := self.read(here, kind)) is not None:
                best.setdefault(after, (weight, kinds, after))
        return list(best.values())

    def insertions(self, stack: _Stack) -> list[_Insertion]:
        """The stacks that insertions lead to, none included, the cheapest first (Dijkstra)."""
        if stack not in self.known:
            heap: list[_Insertion] = [(0, (), stack)]
            best: dict[_Stack, _Insertion] = {}
            while heap:
                weight, kinds, here = entry = heappop(heap)
                if best.setdefault(here, entry) is not entry:
                    continue
                for kind, price in self.inserts:
                    if weight + price >= self.limit:
                        self.cut = True
                    elif (after := self.read(here, kind)) is not None:
                        heappush(heap, (weight + price, (*kinds, kind), after))
            self.known[stack] = list(best.values())
        return self.known[stack]

    def read(self, stack: _Stack, kind: str) -> _Stack | None:
        """The stack after reading ``kind``; None where the grammar does not have it."""
        while kind != END or stack[-1] != self.end:
            action = self.grammar.actions[stack[-1]].get(kind)
            if action is None:
                return None
            if action >= 0:
                return (*stack, action)
            origin, length = self.grammar.rules[~action]
            stack = stack[: len(stack) - length]
            stack = (*stack, self.grammar.gotos[stack[-1]][origin])
        return stack


def _edits(tokens: Sequence[str], steps: _Steps) -> list[Edit]:
    """The steps as edits, first one first; what was deleted here and inserted there has moved."""
    found: list[Insert | Delete] = []
    while steps:
        steps, since, place, kinds = steps
        found += [Insert(kind, place) for kind in reversed(kinds)]
        found += [Delete(index) for index in reversed(range(since, place))]
    deleted: dict[str, list[int]] = {}  # kind -> indexes, the first one last
    for edit in found:
        if isinstance(edit, Delete):
            deleted.setdefault(tokens[edit.at], []).append(edit.at)
    edits = [
        Move(deleted[edit.kind].pop(), edit.before) if isinstance(edit, Insert) and deleted.get(edit.kind) else edit
        for edit in reversed(found)
    ]
    moved = {edit.at for edit in edits if isinstance(edit, Move)}
    return [edit for edit in edits if not isinstance(edit, Delete) or edit.at not in moved]
