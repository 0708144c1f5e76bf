"""Who is told to have issued a document of the party or the State, where it was another: 国务院《信访工作条例》."""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from reportlint.document.source import Span
from reportlint.facts.names.documents.citations import citations
from reportlint.facts.names.documents.titles import base_of
from reportlint.kept import patterns
from reportlint.language.phrases import load_phrases
from reportlint.language.tables import load_table
from reportlint.report import Report, fact

_BEFORE = 40
"""Characters before a title in which its issuers are told."""
_SAID = load_phrases(__file__, "issued_by")["issuers"].pattern
_APART = patterns.compile("[、和]")
_IN_FULL = {"党中央": "中共中央", "中央办公厅": "中共中央办公厅", "中办": "中共中央办公厅", "国办": "国务院办公厅"}


class WrongIssuer(NamedTuple):
    """Who is told, with the title behind; who it was."""

    span: Span
    title: str
    right: str


@lru_cache(maxsize=1)
def _issuers() -> dict[str, tuple[str, ...]]:
    return {row["name"]: tuple(row["by"]) for row in load_table(__file__, "document_issuers", name="word", by="words")}


@fact
def wrong_issuers(report: Report) -> tuple[WrongIssuer, ...]:
    """The titles whose issuers are told, and are others, in order of the text."""
    found = []
    for title in citations(report):
        right = _issuers().get(base_of(title.name)) if title.marked else None
        said = _SAID.search(report.text, max(0, title.span.start - _BEFORE), title.span.start) if right else None
        if said and right:
            names = [name for name in _APART.split(said["issuers"]) if name]
            if {_IN_FULL.get(name, name) for name in names} != {*right}:
                found.append(WrongIssuer(Span(said.start(), title.span.end), title.name, "、".join(right)))
    return tuple(found)
