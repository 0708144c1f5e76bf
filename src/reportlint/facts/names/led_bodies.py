"""Bodies of party and government, and their meetings, that lack a word within or beside a name that is right by itself, or have
their level twice: 县全面依法治县委员会, 区委政府, 青岚县县教育局."""

from __future__ import annotations

from typing import NamedTuple

from reportlint.document.source import Span
from reportlint.facts.prose.unchanged import fact_of_passages
from reportlint.facts.prose.written import stretches
from reportlint.language.phrases import load_phrases
from reportlint.report import Report


class LedBody(NamedTuple):
    """A body as it is written, and as it is called."""

    span: Span
    right: str


@fact_of_passages
def led_bodies(report: Report) -> tuple[LedBody, ...]:
    """The bodies in headings and prose that lack a word, in order of the text."""
    rules = load_phrases(__file__, "led_bodies").values()
    found = (
        LedBody(Span(*match.span()), rule.kind.format(X=match["level"]))
        for span, _ in stretches(report)
        for rule in rules
        for match in rule.pattern.finditer(report.text, *span)
    )
    return tuple(sorted(found))
