"""Idioms in headings and prose that have another character than they should, or have lost one."""

from __future__ import annotations

from typing import NamedTuple

from reportlint.document.source import Span
from reportlint.facts.prose.masks import pairs, untitled
from reportlint.facts.prose.unchanged import fact_of_passages
from reportlint.facts.prose.written import is_written
from reportlint.language.slips.idioms import find_near_idioms
from reportlint.language.slips.shortened_idioms import find_shortened_idioms
from reportlint.report import Report


class IdiomFault(NamedTuple):
    """What is written, and the idioms that may be meant."""

    span: Span
    idioms: tuple[str, ...]


@fact_of_passages
def near_idioms(report: Report) -> tuple[IdiomFault, ...]:
    """The four characters that are one off an idiom, in order of the text."""
    found, taken = [], 0
    for span, idioms in find_near_idioms(untitled(report), pairs(report)):
        if span.start >= taken and is_written(report, span):
            taken = span.end
            found.append(IdiomFault(span, tuple(idioms)))
    return tuple(found)


@fact_of_passages
def shortened_idioms(report: Report) -> tuple[IdiomFault, ...]:
    """The three characters that are left of an idiom, in order of the text."""
    found = find_shortened_idioms(untitled(report), pairs(report))
    return tuple(IdiomFault(span, (idiom,)) for span, idiom in sorted(found) if is_written(report, span))
