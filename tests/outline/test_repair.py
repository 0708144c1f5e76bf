"""Repairs are the cheapest there are: compared with every sentence of small languages, as Lark itself accepts them."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property, partial
from itertools import pairwise, takewhile
from typing import Any, TypeAlias

import pytest
from growth import outgrows
from hypothesis import example, given, settings
from hypothesis import strategies as st
from lark import Lark, Token
from lark.exceptions import UnexpectedInput

from reportlint.outline.grammar import Grammar, compile_grammar
from reportlint.outline.repair import Costs, Delete, Edit, Insert, Move, repair

REPORT = """
start: TITLE LEAD? measures SHORTCOMINGS RESPONSIBILITY PLAN OTHER?
measures: MEASURES | headings | headings MEASURES | MEASURES headings | headings MEASURES headings
headings: HEADING | headings HEADING
told: TOLD_A | TOLD_B
%declare TITLE LEAD HEADING MEASURES SHORTCOMINGS RESPONSIBILITY PLAN OTHER TOLD_A TOLD_B
"""
LISTS = """
start: A (B C?)* tail | D A | E? start_again
start_again: E E A
tail: D | tail B D
%declare A B C D E
"""
EITHER = """
start: (A | B) X | nothing
nothing:
%declare A B X
"""


Weight: TypeAlias = tuple[int, int, int, int]


@dataclass(frozen=True)
class Language:
    """A grammar, its compiled form, Lark's parser for it, and what edits cost."""

    text: str
    costs: Costs
    longest: int  # of the sentences to compare with

    @cached_property
    def grammar(self) -> Grammar:
        tables = compile_grammar(self.text, "test.lark")
        return Grammar("test", **tables)

    @cached_property
    def lark(self) -> Lark:
        return Lark(self.text, parser="lalr", lexer="basic", start="start")

    def accepts(self, kinds: Sequence[str]) -> bool:
        parser: Any = self.lark.parse_interactive()
        try:
            for kind in kinds:
                parser.feed_token(Token(kind, kind))
            parser.feed_eof()
        except UnexpectedInput:
            return False
        return True

    @cached_property
    def sentences(self) -> list[tuple[str, ...]]:
        """All sentences up to a length."""
        found = []
        parser: Any = self.lark.parse_interactive()
        heads: list[tuple[tuple[str, ...], Any]] = [((), parser.as_immutable())]
        while heads:
            kinds, parser = heads.pop()
            for kind in parser.accepts():
                if kind == "$END":
                    found.append(kinds)
                elif len(kinds) < self.longest:
                    heads.append(((*kinds, kind), parser.feed_token(Token(kind, kind))))
        return sorted(found)

    def repair(self, tokens: Sequence[str]) -> list[Edit]:
        return repair(self.grammar, tokens, self.costs)

    def weight(self, tokens: Sequence[str], edits: Sequence[Edit]) -> Weight:
        """(cost, edits, deletions', insertions' distances from the end): what the rules of repair.py say is to be least."""
        total = (0, 0, 0, 0)
        for edit in edits:
            if not isinstance(edit, Insert):
                total = self.plus(total, tokens, delete=edit.at)
            if not isinstance(edit, Delete):
                kind = edit.kind if isinstance(edit, Insert) else tokens[edit.at]
                total = self.plus(total, tokens, kind, edit.before)
        return total

    def plus(self, total: Weight, tokens: Sequence[str], insert: str = "", before: int = 0, delete: int = -1) -> Weight:
        cost = self.costs.insert[insert] if insert else self.costs.delete.get(tokens[delete], self.costs.delete_other)
        gone, come = (0, len(tokens) - before) if insert else (len(tokens) - delete, 0)
        return total[0] + cost, total[1] + 1, total[2] + gone, total[3] + come

    def least(self, tokens: Sequence[str]) -> Weight:
        """The least weight by brute force: the distance to every sentence, as a table of prefixes.

        A column of it, the distances of all beginnings of the tokens to one of a sentence, serves all sentences that begin so.
        """
        columns: list[list[Weight | None]] = [self.column(tokens)]
        found: list[Weight | None] = []
        for before, sentence in pairwise([(), *self.sentences]):
            shared = takewhile(lambda kinds: kinds[0] == kinds[1], zip(before, sentence, strict=False))
            del columns[len([*shared]) + 1 :]
            for kind in sentence[len(columns) - 1 :]:
                columns.append(self.column(tokens, kind, columns[-1]))
            found.append(columns[-1][-1])
        return min(filter(None, found))

    def column(self, tokens: Sequence[str], kind: str = "", left: Sequence[Weight | None] = ()) -> list[Weight | None]:
        """The distances to a sentence that ends in ``kind``, from those to the sentence without it."""
        column: list[Weight | None] = []
        for i in range(len(tokens) + 1):
            options = [] if left or i else [(0, 0, 0, 0)]
            if i and left and tokens[i - 1] == kind and (kept := left[i - 1]):
                options.append(kept)
            if i and (above := column[i - 1]):
                options.append(self.plus(above, tokens, delete=i - 1))
            if kind in self.costs.insert and left and (before := left[i]):
                options.append(self.plus(before, tokens, kind, i))
            column.append(min(options, default=None))
        return column


def repaired(tokens: Sequence[str], edits: Sequence[Edit]) -> list[str]:
    """The tokens after the edits, as their docstrings have it."""
    arriving: dict[int, list[str]] = {}
    for edit in edits:
        if not isinstance(edit, Delete):
            kind = edit.kind if isinstance(edit, Insert) else tokens[edit.at]
            arriving.setdefault(edit.before, []).append(kind)
    gone = {edit.at for edit in edits if not isinstance(edit, Insert)}
    result = []
    for index, kind in enumerate([*tokens, ""]):
        result += arriving.get(index, [])
        if kind and index not in gone:
            result.append(kind)
    return result


PARTS = ("TITLE", "MEASURES", "SHORTCOMINGS", "RESPONSIBILITY", "PLAN")
report = Language(REPORT, Costs(dict.fromkeys(PARTS, 10), {"HEADING": 1, "LEAD": 3}, delete_other=8), longest=12)
lists = Language(LISTS, Costs({"A": 2, "B": 1, "C": 1, "D": 3}, {"C": 0, "E": 4}, delete_other=2), longest=13)
either = Language(EITHER, Costs({"B": 1, "A": 1, "X": 1}, delete_other=9), longest=2)
languages = pytest.mark.parametrize("language", [report, lists], ids=["report", "lists"])
KINDS = (*PARTS, "LEAD", "HEADING", "OTHER", "TOLD_A", "UNKNOWN")


def check(language: Language, tokens: Sequence[str]) -> None:
    edits = language.repair(tokens)
    assert language.accepts(repaired(tokens, edits))
    assert language.weight(tokens, edits) == language.least(tokens)
    assert (edits == []) == language.accepts(tokens)
    moved_or_deleted = [edit.at for edit in edits if not isinstance(edit, Insert)]
    assert len(moved_or_deleted) == len(set(moved_or_deleted))
    inserted = {edit.kind for edit in edits if isinstance(edit, Insert)}
    assert inserted.isdisjoint(tokens[edit.at] for edit in edits if isinstance(edit, Delete))  # it would have moved


@settings(max_examples=400, deadline=None)
@given(st.lists(st.sampled_from(KINDS), max_size=7))
@example([])
@example(["HEADING"] * 7)
@example(list(reversed(PARTS)))
def test_no_repair_of_a_report_is_cheaper(tokens: list[str]) -> None:
    check(report, tokens)


@settings(max_examples=200, deadline=None)
@given(st.lists(st.sampled_from("ABCDEF"), max_size=5))
def test_no_repair_of_lists_is_cheaper(tokens: list[str]) -> None:
    check(lists, tokens)


costs = st.integers(0, 12)


@settings(max_examples=150, deadline=None)
@given(
    st.lists(st.sampled_from("ABCDE"), max_size=5),
    st.fixed_dictionaries(dict.fromkeys("AD", costs), optional=dict.fromkeys("BCE", costs)),
    st.dictionaries(st.sampled_from("ABCDE"), costs),
    costs,
)
def test_at_any_price(tokens: list[str], insert: dict[str, int], delete: dict[str, int], other: int) -> None:
    language = _priced(Costs(insert, delete, other))
    edits = language.repair(tokens)
    assert language.accepts(repaired(tokens, edits))
    assert language.weight(tokens, edits) == language.least(tokens)
    backwards = Costs(dict(reversed(insert.items())), dict(reversed(delete.items())), other)
    assert repair(language.grammar, tokens, backwards) == edits


def _priced(costs: Costs) -> Language:
    language = Language(LISTS, costs, lists.longest)
    language.__dict__.update(grammar=lists.grammar, lark=lists.lark, sentences=lists.sentences)
    return language


T, M, S, R, P = PARTS
L, H, Z = "LEAD", "HEADING", "OTHER"


@pytest.mark.parametrize(
    ("tokens", "edits"),
    [
        ([T, M, S, R, P], []),
        ([T, L, H, H, S, R, P, Z], []),
        ([T, M, R, P], [Insert(S, 2)]),
        ([T, M, S, R], [Insert(P, 4)]),
        ([T, L, S, R, P], [Insert(M, 2)]),
        ([], [Insert(kind, 0) for kind in (T, M, S, R, P)]),
        ([T, P, M, S, R], [Move(1, 5)]),  # one goes far rather than three a little
        ([T, S, R, P, M], [Move(4, 1)]),
        ([T, M, P, S, R], [Move(2, 5)]),
        ([T, M, R, S, P], [Move(3, 2)]),  # of two that could change places, the later one
        ([T, M, S, S, R, P], [Delete(3)]),  # of two equal sections the second
        ([T, M, S, R, S, P], [Delete(4)]),
        ([T, M, S, R, P, S, S], [Delete(5), Delete(6)]),
        ([P, T, P, M, S, R], [Delete(2), Move(0, 6)]),  # of several that cannot stay, the first moves
        ([T, M, S, H, R, H, P], [Delete(3), Delete(5)]),
        ([T, M, H, R, P], [Insert(S, 3)]),
        ([T, M, S, "UNKNOWN", P], [Delete(3), Insert(R, 4)]),  # right before what follows
        ([T, M, "UNKNOWN", S, R, P], [Delete(2)]),
        ([T, R, P, S], [Insert(M, 1), Move(3, 1)]),  # in the order in which they shall stand
        ([P, R, S, M, T], [Move(4, 0), Move(3, 0), Move(2, 0), Move(1, 0)]),
    ],
)
def test_which_of_equal_repairs(tokens: list[str], edits: list[Edit]) -> None:
    assert sorted(map(repr, report.repair(tokens))) == sorted(map(repr, edits))
    assert report.repair(tokens) == edits


def test_of_kinds_that_would_do_the_first_by_name() -> None:
    assert either.repair(["X"]) == [Insert("A", 0)]


def test_another_start() -> None:
    assert repair(report.grammar, ["TOLD_B"], report.costs, start="told") == []
    assert repair(report.grammar, ["TOLD_B", "TITLE"], report.costs, start="told") == [Delete(1)]


def test_fewer_edits_at_the_same_cost() -> None:
    costs = Costs({**dict.fromkeys(PARTS, 10), "PLAN": 4, "MEASURES": 6}, {"HEADING": 10}, delete_other=0)
    assert repair(report.grammar, [T, M, S, H, R], costs) == [Delete(3), Insert(P, 5)]
    assert repair(report.grammar, [T, S, R, P, Z, Z], costs) == [Insert(M, 1), Delete(5)]


def test_what_cannot_be_repaired() -> None:
    with pytest.raises(ValueError, match="no edits"):
        repair(report.grammar, [T, M], Costs({"TITLE": 1}))
    with pytest.raises(ValueError, match="no edits"):
        repair(report.grammar, [], Costs({}))
    assert repair(report.grammar, [M, T, H, S, R, P], Costs({})) == [Delete(0)]


PROGRAM = """
import random, sys
sys.path[:0] = [sys.argv[1]]
from test_repair import KINDS, report, lists
chance = random.Random(0)
for _ in range(150):
    print(report.repair(chance.choices(KINDS, k=chance.randrange(15))), lists.repair(chance.choices("ABCDEF", k=8)))
"""


def test_the_same_under_any_hash_seed() -> None:
    outputs = set()
    for seed in "0", "1", "2", "3":
        environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path), "PYTHONHASHSEED": seed}
        command = [sys.executable, "-c", PROGRAM, os.path.dirname(__file__)]
        outputs.add(subprocess.run(command, env=environment, capture_output=True, text=True, check=True).stdout)
    assert len(outputs) == 1


@pytest.mark.parametrize("pattern", [[H], [P], [P, H], [*PARTS, H, Z], [Z, P, R, S, M, L, T], [H] * 50 + [S, P]])
def test_time_grows_with_the_tokens_and_no_faster(pattern: list[str]) -> None:
    assert not outgrows(lambda count: partial(report.repair, (pattern * count)[:count]), 10_000, 40_000, 8)
