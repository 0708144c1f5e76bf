"""Words that lack a character, or have one too many: 干职工 for 干部职工, 现将关情况报告如下, 在县委的正确领导，."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from reportlint.document.source import Span
from reportlint.facts.prose.masks import pairs, unquoted
from reportlint.facts.prose.written import written
from reportlint.language.phrases import load_phrases
from reportlint.language.slips.lost_characters import find_doubled_halves, find_doubled_sounds, find_lost_characters
from reportlint.report import Report

_RULES = load_phrases(__file__, "lost_words")


class LostWord(NamedTuple):
    """Words that lack a character, or have one too many, and how they go."""

    span: Span
    right: str


def find_lost_words(report: Report) -> Iterator[LostWord]:
    """Those of the report, but for quotations and titles; a rule's ``kind`` says how its words go."""
    text, lines = unquoted(report), written(report)
    for found in find_lost_characters(text, lines, pairs(report)):
        yield LostWord(*found)
    for line in lines:
        for found in (*find_doubled_sounds(text, line), *find_doubled_halves(text, line)):
            yield LostWord(*found)
        for rule in _RULES.values():
            for match in rule.pattern.finditer(text, *line):
                yield LostWord(Span(*match.span("wrong")), match.expand(rule.kind))
