"""Relations between the numbers of a text: which figure follows from which others, and whether it does.

One module a kind; each takes the figures of a sentence with their words (`Mention`), and asserts nothing the words do not.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from reportlint.facts.relations.changes import find_changes
from reportlint.facts.relations.counts import find_announced, find_named
from reportlint.facts.relations.parts import find_parts
from reportlint.facts.relations.ratio import find_ratios
from reportlint.facts.relations.relation import Relation
from reportlint.facts.relations.repeats import find_repeats
from reportlint.facts.relations.sums import find_sums

if TYPE_CHECKING:
    from reportlint.report import Report

__all__ = ["Relation", "find_relations"]


def find_relations(report: Report) -> Iterator[Relation]:
    """All relations of a report."""
    plans = "plan"
    told = []
    for sentence, mentions in report.mentions:
        yield from find_ratios(mentions)
        yield from find_sums(mentions)
        yield from find_parts(mentions)
        yield from find_changes(mentions)
        yield from find_named(report.bare, sentence.span, mentions)
        if plans not in sentence.parts:
            told += [(mention, id(sentence.section)) for mention in mentions]
        lists = [e for e in report.enumerations if e.items[-1].span.start > sentence.span.start]
        for mention in mentions:
            children = len(sentence.section.children)
            yield from find_announced(report.text, mention.quantity, sentence.passage.span.end, lists, children)
    yield from find_repeats(told)
