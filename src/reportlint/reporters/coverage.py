"""Which matters are told (应报尽报), field by field: for a person, for a browser, for a program."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from reportlint.facts.statements.coverage import Matter
from reportlint.report import Report
from reportlint.reporters.html_elements import details, escaped, table, tag
from reportlint.reporters.marked_text import Shown
from reportlint.reporters.plain_text import cut

Fields = Mapping[str, list[Matter]]
_TOLD = {(True, True): "有数据", (True, False): "没有数据", (False, False): "没有写到"}
_QUOTED = 48
"""Columns of the words that tell a matter."""


def _how_told(matter: Matter) -> str:
    """How a matter is told: with data, without, or not at all."""
    return _TOLD[matter.clause is not None, matter.data]


def lines(report: Report, fields: Fields) -> list[str]:
    """A line on each field: its matters by how they are told, with the number of the line."""
    shown = [f"事项（括号里是行号）：写到 {_count(fields)} 项"]
    for field, matters in fields.items():
        named = {
            word: [_named(report, matter) for matter in matters if _how_told(matter) == word] for word in _TOLD.values()
        }
        shown.append(
            f"  {field}：" + "；".join(f"{word}：{'、'.join(names)}" for word, names in named.items() if names)
        )
    return shown


def _named(report: Report, matter: Matter) -> str:
    return f"{matter.name}（{report.source.line_of(matter.clause.start)}）" if matter.clause else matter.name


def _count(fields: Fields) -> str:
    """12/32: how many are told, of how many."""
    matters = [matter for group in fields.values() for matter in group]
    return f"{sum(matter.clause is not None for matter in matters)}/{len(matters)}"


def folded_table(shown: Shown, fields: Fields) -> str:
    """The table of a page, folded: field, matter, how it is told, and where."""
    rows = [
        (escaped(matter.name), escaped(field), _verdict(matter), _where(shown, matter))
        for field, matters in fields.items()
        for matter in matters
    ]
    return details(f"事项：写到 {_count(fields)} 项", table(("事项", "方面", "写法", "位置"), rows))


def _verdict(matter: Matter) -> str:
    good = matter.clause is not None
    return f"{tag('span', '✓' if good else '✗', class_='good' if good else 'bad')} {_how_told(matter)}"


def _where(shown: Shown, matter: Matter) -> str:
    if matter.clause is None:
        return "—"
    return f"{shown.link(matter.clause)} {escaped(cut(shown.report.words(matter.clause).strip(), _QUOTED))}"


def items(report: Report, fields: Fields) -> list[dict[str, Any]]:
    """The matters for JSON: matter, field, told and data (true or false), line and text (null where it is not told)."""
    return [
        {
            "matter": matter.name,
            "field": field,
            "told": matter.clause is not None,
            "data": matter.data,
            "line": report.source.line_of(matter.clause.start) if matter.clause else None,
            "text": report.words(matter.clause).strip() if matter.clause else None,
        }
        for field, matters in fields.items()
        for matter in matters
    ]
