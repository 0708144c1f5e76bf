"""The sentences of the report's prose, with the parts they belong to."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from reportlint.document.source import Span
from reportlint.language.sentences import split_clauses, split_sentences
from reportlint.outline.outline import Part
from reportlint.outline.passages import Passage
from reportlint.outline.sections import Section
from reportlint.report import Report, fact


class Sentence(NamedTuple):
    """A sentence of the report's prose. parts: those it belongs to; none in the lead."""

    span: Span
    passage: Passage

    @property
    def parts(self) -> tuple[str, ...]:
        """The parts it belongs to."""
        return self.passage.parts

    @property
    def section(self) -> Section:
        """The section it stands in."""
        return self.passage.section


@fact
def sentences(report: Report) -> tuple[Sentence, ...]:
    """All sentences of the prose, in order."""
    return tuple(
        Sentence(span, passage)
        for passage in report.outline.passages
        for span in split_sentences(report.text, passage.span)
    )


def sentences_of(report: Report, part: str) -> Iterator[Sentence]:
    """The sentences that belong to a part, wherever they stand."""
    return (sentence for sentence in sentences(report) if part in sentence.parts)


def next_in_passage(report: Report, sentence: Sentence) -> Span | None:
    """The sentence behind it in its passage, if there is one."""
    return next(split_sentences(report.text, Span(sentence.span.end, sentence.passage.span.end)), None)


@fact
def clauses(report: Report) -> dict[Span, tuple[Span, ...]]:
    """Sentence to its clauses."""
    return {s.span: tuple(split_clauses(report.text, s.span)) for s in sentences(report)}


def opening(report: Report, part: Part) -> Span:
    """Where a remark on a whole part stands: on its heading, else on the first sentence that tells it."""
    return part.heading.span if part.heading else next(sentences_of(report, part.name)).span
