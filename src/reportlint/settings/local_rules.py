"""Rules of a province, a city, an office: by which day a report is due, how long it may be, what it must hold.

How a file states them: rule_rows.py.

What is nearer goes before what is farther: the office's own file, then the rule file that it names by `profile`, then the one
that this names, then the state. In one file a rule for a county goes before one for governments, and that before one for all;
of two that differ by `since` alone, the later. Parts and matters add up, each by its name; ``drop: true`` takes one away.
"""

from __future__ import annotations

import datetime
from collections.abc import Collection, Iterable, Sequence
from typing import Any, NamedTuple

ORDER = ("published-by", "reported-by", "longest", "shortest", "title", "part", "matter")
"""The names of rules, in the order in which they are shown."""

KEYS = {"part": "parts", "matter": "matters"}
"""Rules of which a file lists several, and the key of the list; the others are called as their key."""


class Day(NamedTuple):
    """A day of any year."""

    month: int
    day: int

    def __str__(self) -> str:
        return f"{self.month}月{self.day}日"

    def of(self, year: int) -> datetime.date:
        """The day in a year."""
        return datetime.date(year, self.month, self.day)


class Wanted(NamedTuple):
    """A part or matter that is asked for. words: by which it is told; () for its name, or for what is known of a matter, or a field
    of matters, of that name. drop: it is not asked for, whatever a farther file says.
    """

    name: str
    words: tuple[str, ...] = ()
    drop: bool = False


class Rule(NamedTuple):
    """One rule as it stands in a file.

    name: published-by, reported-by (value: Day), longest, shortest (int), title (its wordings), part, matter (Wanted).
    issuers: the kinds it is for; () for all. since: the first year reported on; 0 for any. source: what it rests on; "" where
    the file does not say. path, line: where it stands; line 0 where it has no line. report: the kind of report it is for; "" for
    the kind that is taken where none is said.
    """

    name: str
    value: Any
    issuers: tuple[str, ...] = ()
    since: int = 0
    source: str = ""
    path: str = ""
    line: int = 0
    report: str = ""

    @property
    def about(self) -> tuple[str, str]:
        """What it speaks of: of two rules for one kind of report that speak of the same, one holds."""
        return self.name, self.value.name if isinstance(self.value, Wanted) else ""

    @property
    def place(self) -> str:
        """Where it stands, for a message: file and line."""
        name = self.path.replace("\\", "/").rpartition("/")[2]
        return f"{name} 第 {self.line} 行" if self.line else name

    @property
    def basis(self) -> str:
        """What a finding cites: the source, the place, and the key there."""
        return f"{self.source or '本地规定'}，见 {self.place} {KEYS.get(self.name, self.name)}"

    def concerns(self, kinds: Collection[str], year: int | None) -> bool:
        """Is it for an issuer of these kinds, and a report on this year? What is not known is not taken for granted."""
        issuer = not self.issuers or any(kind in self.issuers for kind in kinds)
        return issuer and (not self.since or (year is not None and self.since <= year))


class LocalRules(NamedTuple):
    """Rules by file, the nearest first."""

    layers: tuple[tuple[Rule, ...], ...] = ()

    def of_reports(self, kind: str, usual: str) -> LocalRules:
        """Those for reports of a kind; usual: the kind of rules that say none."""
        return LocalRules(
            tuple(tuple(rule for rule in layer if (rule.report or usual) == kind) for layer in self.layers)
        )

    def holding(self, kinds: Sequence[str], year: int | None, state: Iterable[Rule] = ()) -> list[Rule]:
        """The rules that hold for an issuer (its kinds, the most particular first) and the year reported on.

        In order of `ORDER`, the nearest first. state: the farthest rules of all.
        """
        nearest: dict[tuple[str, str], Rule] = {}
        for layer in (*self.layers, tuple(state)):
            best: dict[tuple[str, str], Rule] = {}
            for rule in layer:
                other = best.get(rule.about)
                if rule.concerns(kinds, year) and (other is None or _rank(rule, kinds) > _rank(other, kinds)):
                    best[rule.about] = rule
            nearest |= {about: rule for about, rule in best.items() if about not in nearest}
        return sorted(nearest.values(), key=lambda rule: ORDER.index(rule.name))

    @property
    def rules(self) -> list[Rule]:
        """All of them, the nearest first."""
        return [rule for layer in self.layers for rule in layer]


def _rank(rule: Rule, kinds: Sequence[str]) -> tuple[int, int]:
    """How particular a rule is: by issuer, then by year."""
    return -min((kinds.index(kind) for kind in rule.issuers if kind in kinds), default=len(kinds)), rule.since
