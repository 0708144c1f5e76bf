"""The picture of a report: what a reviewer wants to know of each part before reading it."""

from __future__ import annotations

from itertools import groupby
from typing import NamedTuple

from reportlint.facts.figures.data import data_in
from reportlint.facts.prose.sentences import sentences_of
from reportlint.facts.prose.written import size
from reportlint.facts.statements.answers import Answer, answers
from reportlint.facts.statements.claims import claims_in
from reportlint.facts.statements.coverage import Matter, coverage
from reportlint.facts.statements.duties import duties_shown
from reportlint.facts.statements.support import supports
from reportlint.report import Report


class PartNumbers(NamedTuple):
    """One part in numbers. characters: without white space. share: of all parts, 0 to 1. claims, unsupported: measures only."""

    characters: int
    share: float
    sentences: int
    data: int
    claims: int
    unsupported: int


class AtAGlance(NamedTuple):
    """parts: by name, in the order of the regulation. duties: those of the head, and whether a trace of each is there.

    fields: field to its matters, in the order of the kind's table; none where the kind has no table.
    """

    parts: dict[str, PartNumbers]
    duties: dict[str, bool]
    answers: tuple[Answer, ...]
    fields: dict[str, list[Matter]]


def at_a_glance(report: Report) -> AtAGlance:
    """The picture of a report."""
    sizes = {
        name: size(report, (passage.span for passage in part.passages)) for name, part in report.outline.parts.items()
    }
    whole = sum(sizes.values()) or 1
    parts = {}
    for name, characters in sizes.items():
        sentences = list(sentences_of(report, name))
        claims = [(sentence, claim) for sentence in sentences for claim in claims_in(report, sentence)]
        parts[name] = PartNumbers(
            characters=characters,
            share=characters / whole,
            sentences=len(sentences),
            data=sum(len(data_in(report, sentence.span)) for sentence in sentences),
            claims=len(claims),
            unsupported=sum(not supports(report, sentence, claim) for sentence, claim in claims),
        )
    fields = {field: list(matters) for field, matters in groupby(coverage(report), key=lambda matter: matter.field)}
    return AtAGlance(parts, duties_shown(report), answers(report), fields)
