"""The laws and documents that are known: the rows of laws.yaml and those of the office's house rules."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from functools import cached_property, lru_cache
from typing import Any, NamedTuple

from reportlint.facts.names.laws import Law, Row, law_of, load_laws
from reportlint.facts.names.titles import base_of, is_draft, normal, period_of
from reportlint.language.pairs import number
from reportlint.report import Report, fact

_AMENDMENT = "修正案"


class _Library(NamedTuple):
    rows: Mapping[str, Row]


class Library(_Library):
    """Names to the rows of the laws, the office's own first; a law is built when it is looked up."""

    @cached_property
    def names(self) -> dict[str, str]:
        """Every writing of a name to the name. One without its period is a writing only where no other shares it."""
        bases = {name: base_of(name) for name in self.rows}
        shared = Counter(bases.values())
        found = {base: name for name, base in bases.items() if shared[base] == 1}
        for name, row in self.rows.items():
            found.update(dict.fromkeys((name, *row.get("also", ())), name))
        return found

    @cached_property
    def begun(self) -> dict[str, list[str]]:
        """By two characters, the names without period that begin with them, the longest first."""
        found: dict[str, list[str]] = defaultdict(list)
        for name in sorted({base_of(name) for name in self.names if _AMENDMENT not in name}, key=len, reverse=True):
            found[name[:2]].append(name)
        return found

    @cached_property
    def pairs(self) -> frozenset[int]:
        """The two characters with which names begin, as numbers."""
        return frozenset(map(number, self.begun))

    @cached_property
    def by_length(self) -> dict[int, list[str]]:
        """The names that were verified, by their length without the period."""
        found: dict[int, list[str]] = defaultdict(list)
        for name, row in self.rows.items():
            if row.get("verified"):
                found[len(base_of(name))].append(name)
        return found

    def about_as_long(self, base: str) -> list[str]:
        """The verified names that are, without the period, at most two characters longer or shorter than one."""
        return [name for more in range(-2, 3) for name in self.by_length.get(len(base) + more, ())]

    def find(self, name: str) -> Law | None:
        """The law of a name, its （试行） or （2021年修订） left aside; None for an unknown one and for a draft."""
        if is_draft(name):
            return None
        known = self.names.get(name if period_of(name) else base_of(name)) or self.names.get(name)
        return law_of(self.rows[known]) if known else None


@lru_cache(maxsize=1)
def _built_in() -> Library:
    return Library({row["name"]: row for row in load_laws()})


def _own(row: Mapping[str, Any]) -> Row:
    """A row of the house rules as the table has them; the office answers for its dates."""
    versions = [row.get("published", row.get("from", "")), row.get("revised", "")]
    return {
        "name": normal(row["name"]),
        "kind": "",
        "also": row.get("also", ()),
        "versions": [str(day) for day in (versions if versions[1] else versions[:1])],
        "to": str(row.get("to", "")),
        "by": row.get("replaced_by", ""),
        "verified": True,
    }


def load_library(own: Sequence[Mapping[str, Any]]) -> Library:
    """The laws of the table and an office's own; of two rows with one name its own counts."""
    if not own:
        return _built_in()
    rows = {row["name"]: row for row in map(_own, own)}
    return Library(rows | {name: row for name, row in _built_in().rows.items() if name not in rows})


@fact
def library(report: Report) -> Library:
    """The laws and documents that are known: the table's and the office's own."""
    return load_library(report.office.documents)
