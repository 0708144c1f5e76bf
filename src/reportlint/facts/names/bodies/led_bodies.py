"""Bodies of party and government, and their meetings, that lack a word within or beside a name that is right by itself, or have
their level twice: 县全面依法治县委员会, 区委政府, 青岚县县教育局; and the report's own without it: 青岚人民政府."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from reportlint.document.source import Span
from reportlint.facts.names.beginnings import may_begin
from reportlint.facts.names.own_places import own_places
from reportlint.facts.prose.unchanged import fact_of_passages
from reportlint.facts.prose.written import stretches
from reportlint.kept import patterns
from reportlint.language.phrases import load_phrases
from reportlint.report import Report

_LEVELS = "省市县区旗州镇乡"
_SHORTEST = 2
"""Characters of a place with its level, from more than which it is known without: 青岚县."""
_OF_A_PLACE = patterns.compile("人民(?:政府|法院|检察院|代表大会)")
"""What is named by the whole name of its place."""


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
    return tuple(sorted((*found, *_without_level(report))))


def _without_level(report: Report) -> Iterator[LedBody]:
    """The government, court or congress of the report's own place, without that place's level: 青岚人民政府."""
    cores = {place[:-1]: place for place in own_places(report) if len(place) > _SHORTEST and place[-1] in _LEVELS}
    for span, _ in stretches(report) if cores else ():
        for end in _OF_A_PLACE.finditer(report.text, *span):
            for core, place in cores.items():
                start = end.start() - len(core)
                begins = start == span.start or may_begin(report.text, start)
                if start >= span.start and report.text.startswith(core, start) and begins:
                    yield LedBody(Span(start, end.end()), place + end.group())
