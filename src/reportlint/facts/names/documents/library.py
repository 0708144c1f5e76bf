"""The laws and documents that are known: the rows of laws.yaml and those of the office's house rules."""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from typing import Any, NamedTuple

from reportlint.facts.names.documents.laws import Law, Row, edition, law_of, load_laws
from reportlint.facts.names.documents.titles import base_of, is_draft, normal, period_of, without_issuer
from reportlint.kept.cache import cached_with_numbers, in_columns, out_of_columns
from reportlint.language.pairs import number
from reportlint.language.words.differences import in_order
from reportlint.report import Report, fact

_AMENDMENT, _LAW = "修正案", "法"
_RULES = "办法"
_WORD, _LONGEST = 2, 16
"""Characters of a word; of names that are not asked whether one is short for them."""
_WHOSE = ("国家", "全国", "我国")
_BRANCHES = ("社会法", "海洋法", "国际法", "环境法")
"""Fields of the law, which books and lectures are about."""
_LONG_AGO, _NEVER = "2018", "9"
"""Names of laws repealed before nobody writes, nor miswrites."""
_LAWS, _OF_DEPARTMENTS = "法律", "部门规章"
"""Kinds of rows. Of the latter the table has those that were repealed, so that what resembles one may well be another in force."""


class Library(NamedTuple):
    """The laws by their names.

    rows: name to its row, as JSON: of a thousand laws a report names a dozen, and a law is built when it is looked up.
    names: every writing of a name to the name. begun: two characters to the names without period that begin with them, the
    longest first; pairs: these two characters as numbers. by_length: the length of a name without period and issuer to the
    names that were not repealed long ago, and of departments' rules not at all.
    """

    rows: Mapping[str, str]
    names: Mapping[str, str]
    begun: Mapping[str, Sequence[str]]
    by_length: Mapping[str, Sequence[str]]
    pairs: frozenset[int]

    def about_as_long(self, base: str) -> list[str]:
        """The names in use that are, without period and issuer, at most two characters longer or shorter than one."""
        return [name for more in range(-2, 3) for name in self.by_length.get(str(len(base) + more), ())]

    def law_meant(self, base: str) -> str:
        """The one law that a name is when a word more or less is in it: 土地法, 国家公务员法, 反家暴法; "" for none or several."""
        return self.shortened(base) or self._without_a_word(base) or self._with_a_word(base)

    def _with_a_word(self, base: str) -> str:
        """The one law that begins with the word before 法, and has another between: 土地管理法; "" where the word may end others."""
        stem = base.removesuffix(_LAW)
        if len(stem) != _WORD or base in _BRANCHES:
            return ""
        laws = [name for length in range(len(base) + 1, _LONGEST) for name in self.by_length.get(str(length), ())]
        found = [name for name in laws if name.startswith(stem) and name.endswith(_LAW) and name[-2:] != _RULES]
        return found[0] if len(found) == 1 and not any(name.endswith(base) for name in laws) else ""

    def _without_a_word(self, base: str) -> str:
        """The one law that is left of a name without a word within it, or without 国家 and the like before it."""
        shorter = [name for name in self.by_length.get(str(len(base) - _WORD), ()) if name.endswith(_LAW)]
        cuts = {base[:at] + base[at + _WORD :] for at in range(_WORD, len(base) - len(_LAW) - 1)}
        cuts |= {base[_WORD:]} if base.startswith(_WHOSE) else set()
        found = [name for name in shorter if name in cuts]
        return found[0] if len(found) == 1 else ""

    def shortened(self, base: str) -> str:
        """The one law of whose name one keeps some characters, the first and last among them: 反家暴法; "" for none or several."""
        longer = [name for more in range(1, len(base) + 1) for name in self.by_length.get(str(len(base) + more), ())]
        found = [name for name in longer if name[0] == base[0] and name.endswith(_LAW) and in_order(base, name)]
        return found[0] if len(found) == 1 and len(base) > len(_LAW) + 2 else ""

    def is_of_department(self, name: str) -> bool:
        """Is a name a rule of a department, beside which there are others with a word more: 办理行政案件, 办理行政复议案件?"""
        return json.loads(self.rows[name])["kind"] == _OF_DEPARTMENTS if name in self.rows else False

    def find(self, name: str) -> Law | None:
        """The law of a name, its （试行） or （2021年修订） left aside; None for an unknown one and for a draft."""
        if is_draft(name):
            return None
        period = period_of(name)
        writings = (name if period else base_of(name), name, without_issuer(name if period else base_of(name)))
        known = next((self.names[writing] for writing in writings if writing in self.names), None)
        return law_of(json.loads(self.rows[known])) if known else None


def _compiled(rows: Iterable[Row]) -> tuple[list[Mapping[str, Any]], list[int]]:
    """Rows, names, begun and by_length of a library, and its pairs."""
    by_name = {row["name"]: row for row in rows}
    bases = {name: base_of(name) for name in by_name}
    shared = Counter(bases.values())  # one without its period is a writing only where no other shares it
    names = {base: name for name, base in bases.items() if shared[base] == 1}
    by_length: dict[str, list[str]] = defaultdict(list)
    for name, row in by_name.items():
        names.update(dict.fromkeys((name, *row.get("also", ())), name))
        long_gone = _NEVER if row["kind"] == _OF_DEPARTMENTS else _LONG_AGO
        if row.get("repealed", _NEVER) >= long_gone:
            by_length[str(len(without_issuer(bases[name])))].append(name)
    begun: dict[str, list[str]] = defaultdict(list)
    for base in sorted({base_of(name) for name in names if _AMENDMENT not in name}, key=len, reverse=True):
        begun[base[:2]].append(base)
    texts = {name: json.dumps(row, ensure_ascii=False) for name, row in by_name.items()}
    return [texts, names, begun, by_length], [number(pair) for pair in begun]


@lru_cache(maxsize=1)
def _built_in() -> Library:
    (columns, names, begun, by_length), pairs = cached_with_numbers("laws", f"8:{edition()}", _in_columns)
    return Library(out_of_columns(columns), names, begun, by_length, frozenset(pairs))


def _in_columns() -> tuple[list[Any], list[int]]:
    (rows, *tables), pairs = _compiled(load_laws())
    return [in_columns(rows), *tables], pairs


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
    built_in = map(json.loads, _built_in().rows.values())
    rows = {row["name"]: row for row in (*built_in, *map(_own, own))}
    (texts, names, begun, by_length), pairs = _compiled(rows.values())
    return Library(texts, names, begun, by_length, frozenset(pairs))


@fact
def knows_all_laws(report: Report) -> bool:
    """Had every law that the report can name been passed when the table was made? Not if its year is unknown, or that of the
    table's last law or later."""
    year = report.outline.year
    return year is not None and str(year) < _last_passed()


@lru_cache(maxsize=1)
def _last_passed() -> str:
    """The year in which the last law of the table was passed."""
    laws = (law_of(json.loads(row)) for row in _built_in().rows.values() if f'"{_LAWS}"' in row)
    return max((version.day[:4] for law in laws if law.kind == _LAWS for version in law.versions), default="")


@fact
def library(report: Report) -> Library:
    """The laws and documents that are known: the table's and the office's own."""
    return load_library(report.office.documents)
