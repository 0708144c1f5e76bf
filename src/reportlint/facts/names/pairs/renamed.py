"""Bodies of one level that a report calls by the old name and by the new: 市环境监察支队, 市生态环境保护综合行政执法支队."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from functools import lru_cache

from reportlint.document.source import Span
from reportlint.facts.names.beginnings import may_begin
from reportlint.facts.names.bodies.of_the_past import is_of_the_past
from reportlint.facts.names.own_places import own_places
from reportlint.facts.names.pairs.quoted import Name
from reportlint.facts.names.pairs.variants import Variants
from reportlint.facts.prose.masks import unquoted
from reportlint.facts.prose.written import written
from reportlint.kept import patterns
from reportlint.language.tables import load_table
from reportlint.report import Report

_LEVELS = "省市县区旗州局厅"
"""Characters before a name; 局 and 厅 of what an office has itself."""
_TEAM = "队"

_Body = tuple[int, str, str]
"""The number of a row, the level before the name, and what kind of team it is, 支队; "" for what is none."""


@lru_cache(maxsize=1)
def _forms() -> tuple[re.Pattern[str], dict[str, tuple[int, bool]]]:
    """A pattern of all forms with the level before, the longest first; form to the number of its row, and whether it is old."""
    found: dict[str, tuple[int, bool]] = {}
    for number, row in enumerate(load_table(__file__, "renamed", old="words", new="words")):
        found |= {form: (number, form in row["old"]) for form in (*row["old"], *row["new"])}
    longest = "|".join(sorted(found, key=len, reverse=True))
    return patterns.compile(f"[{_LEVELS}](?P<form>{longest})"), found


def renamed(report: Report) -> Iterator[Variants]:
    """The old name of a body and its new one, of one level and place; not where it is spoken of as the former one."""
    found: dict[_Body, dict[bool, list[Span]]] = defaultdict(lambda: defaultdict(list))
    text = unquoted(report)
    pattern, rows = _forms()
    for line in written(report):
        for match in pattern.finditer(text, *line):
            place = Span(*match.span())
            number, old = rows[match["form"]]
            if _is_here(report, text, place) and not (old and is_of_the_past(text, place)):
                team = match["form"][-2:] if match["form"].endswith(_TEAM) else ""
                found[number, text[place.start], team][old].append(place)
    for written_as in found.values():
        if len(written_as) > 1:
            names = [Name(text[places[0].start : places[0].end], tuple(places)) for places in written_as.values()]
            yield Variants(*sorted(names, key=lambda name: name.places))


def _is_here(report: Report, text: str, name: Span) -> bool:
    """Is a body's level told without a place, or with the report's own: 市, 青岚市, not 云渚市?"""
    return may_begin(text, name.start) or any(text.endswith(place, 0, name.start + 1) for place in own_places(report))
