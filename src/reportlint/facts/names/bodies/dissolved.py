"""Bodies that are no more: named as if they still acted, after the reform that dissolved them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from reportlint.document.source import Span
from reportlint.facts.names.beginnings import may_begin
from reportlint.facts.names.bodies.departments import fields
from reportlint.facts.prose.masks import unquoted
from reportlint.facts.prose.written import stretches
from reportlint.kept import patterns
from reportlint.language.tables import load_table
from reportlint.language.words.word_boundaries import stands
from reportlint.report import Report, fact

_PUBLISHED = ("公示", "公布", "公开", "公告")
"""What may follow 办 without making 办公 with it."""
_JOINS = "和与及"
_FIELD = 2
"""Characters of a word for a field of work."""


class Dissolved(NamedTuple):
    """A row of dissolved.yaml. since: the first day without it, at any level. now: who has its duties."""

    since: str
    now: str
    why: str


class DissolvedNamed(NamedTuple):
    """A dissolved body that the text names."""

    span: Span
    body: Dissolved
    parts: tuple[str, ...]


@lru_cache(maxsize=1)
def _forms() -> tuple[re.Pattern[str], dict[str, Dissolved], frozenset[str]]:
    """A pattern of all forms, the longest first; form to row; the forms that must not be the end of a longer name."""
    rows = load_table(
        __file__, "dissolved", forms="words?", bare="words?", since="date", now="word", why="word"
    )  # fmt: skip
    found: dict[str, Dissolved] = {}
    for row in rows:
        body = Dissolved(row["since"], row["now"], row["why"])
        found |= dict.fromkeys((*row.get("forms", ()), *row.get("bare", ())), body)
    bare = frozenset(form for row in rows for form in row.get("bare", ()))
    return patterns.compile("|".join(sorted(found, key=len, reverse=True))), found, bare


def find_dissolved(unquoted: str, span: Span, parts: tuple[str, ...]) -> Iterator[DissolvedNamed]:
    """The dissolved bodies named in a stretch of the text, whenever it speaks of."""
    pattern, rows, bare = _forms()
    for match in pattern.finditer(unquoted, *span):
        form, place = match.group(), Span(*match.span())
        if (form in bare and not may_begin(unquoted, place.start)) or _is_of_a_longer_name(unquoted, place.start):
            continue
        if stands(unquoted, *place) or unquoted.startswith(_PUBLISHED, place.end):
            yield DissolvedNamed(place, rows[form], parts)


def _is_of_a_longer_name(text: str, start: int) -> bool:
    """Does a field of work stand before, which one body has together with what follows: 文化和旅游委员会?"""
    end = start - (text[start - 1] in _JOINS)
    return text[max(0, end - _FIELD) : end] in fields()


@fact
def dissolved(report: Report) -> tuple[DissolvedNamed, ...]:
    """The dissolved bodies that headings and prose name outside quotations, in order of the text."""
    return tuple(named for span, parts in stretches(report) for named in find_dissolved(unquoted(report), span, parts))
