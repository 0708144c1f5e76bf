"""Relations between the numbers of a text: which figure follows from which others, and whether it does.

One module a kind; each takes the figures of a sentence with their words (`Mention`), and asserts nothing the words do not.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from reportlint.document.source import Span
from reportlint.facts.figures.mentions import Mention
from reportlint.facts.relations.changes import find_changes
from reportlint.facts.relations.counts import find_announced, find_named
from reportlint.facts.relations.parts import find_parts
from reportlint.facts.relations.ratio import find_ratios
from reportlint.facts.relations.relation import Relation
from reportlint.facts.relations.repeats import find_repeats
from reportlint.facts.relations.sums import find_sums

__all__ = ["Relation", "find_announced", "find_in_sentence", "find_repeats"]


def find_in_sentence(bare: str, sentence: Span, mentions: Sequence[Mention]) -> Iterator[Relation]:
    """The relations within one sentence. ``bare``: the text, quotations and brackets masked."""
    units = [mention.quantity.unit for mention in mentions]
    if "%" in units and len(units) > 1:
        yield from find_ratios(mentions)
    if len(set(units)) < len(units):  # else there are no two to be compared
        yield from find_sums(mentions)
        yield from find_parts(mentions)
        yield from find_changes(mentions)
    yield from find_named(bare, sentence, mentions)
