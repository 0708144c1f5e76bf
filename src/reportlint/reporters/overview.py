"""The picture of a report: what a reviewer wants to know of each part before reading it."""

from __future__ import annotations

from typing import NamedTuple

from reportlint.facts.statements.answers import Answer
from reportlint.facts.statements.duties import DUTIES, missing_duties
from reportlint.report import Report


class PartPicture(NamedTuple):
    """One part in numbers. characters: without white space. share: of all parts, 0 to 1. claims, unsupported: measures only."""

    characters: int
    share: float
    sentences: int
    data: int
    claims: int
    unsupported: int


class Picture(NamedTuple):
    """parts: by name, in the order of the regulation. duties: those of the head, and whether a trace of each is there."""

    parts: dict[str, PartPicture]
    duties: dict[str, bool]
    answers: tuple[Answer, ...]


def picture(report: Report) -> Picture:
    """The picture of a report."""
    sizes = {
        name: report.size(passage.span for passage in part.passages) for name, part in report.outline.parts.items()
    }
    whole = sum(sizes.values()) or 1
    parts = {}
    for name, size in sizes.items():
        sentences = list(report.sentences_of(name))
        claims = [(sentence, claim) for sentence in sentences for claim in report.claims_in(sentence)]
        parts[name] = PartPicture(
            characters=size,
            share=size / whole,
            sentences=len(sentences),
            data=sum(len(report.data_in(sentence.span)) for sentence in sentences),
            claims=len(claims),
            unsupported=sum(not report.supports(sentence, claim) for sentence, claim in claims),
        )
    missing = missing_duties(report.words(sentence.span) for sentence in report.head_sentences)
    return Picture(parts, {duty: duty not in missing for duty in DUTIES}, report.answers)
