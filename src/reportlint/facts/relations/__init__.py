"""Relations between the numbers of a text: which figure follows from which others, and whether it does.

One module a kind; each takes the figures of a sentence with their words (`Mention`), and asserts nothing the words do not.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from reportlint.document.source import Span
from reportlint.facts.figures.mentions import Mention, mentions
from reportlint.facts.prose.lists import enumerations_near
from reportlint.facts.prose.masks import Masks, masks
from reportlint.facts.relations.announced import find_announced
from reportlint.facts.relations.changes import find_changes
from reportlint.facts.relations.named import find_named
from reportlint.facts.relations.parts import find_parts
from reportlint.facts.relations.ratio import find_ratios
from reportlint.facts.relations.relation import Relation
from reportlint.facts.relations.remainders import find_remainders
from reportlint.facts.relations.repeats import find_repeats
from reportlint.facts.relations.sums import find_sums
from reportlint.outline.passages import Passage
from reportlint.report import Report, fact

__all__ = ["Relation", "find_announced", "find_in_sentence", "find_repeats"]


def find_in_sentence(masks: Masks, sentence: Span, mentions: Sequence[Mention]) -> Iterator[Relation]:
    """The relations within one sentence."""
    units = [mention.quantity.unit for mention in mentions]
    if "%" in units and len(units) > 1:
        yield from find_ratios(mentions)
    if len(set(units)) < len(units):  # else there are no two to be compared
        yield from find_sums(mentions)
        yield from find_remainders(mentions)
        yield from find_parts(mentions)
        yield from find_changes(mentions)
    yield from find_named(masks, sentence, mentions)


@fact
def relations(report: Report) -> tuple[Relation, ...]:
    """Every relation between figures that the words establish, in order of place, with its verdict."""
    found: list[Relation] = []
    told = []
    before: tuple[Passage, list[Mention]] | None = None
    for sentence, here in mentions(report):
        goes_on = before and before[0] is sentence.passage and report.words(sentence.span).startswith("其中")
        found += find_in_sentence(masks(report), sentence.span, [*before[1], *here] if before and goes_on else here)
        before = sentence.passage, here
        lists = enumerations_near(report, sentence.section)
        found += find_announced(report.text, sentence, here, lists)
        if report.kind.future not in sentence.parts:
            told += [(mention, id(sentence.section)) for mention in here]
    found += find_repeats(told)
    return tuple(sorted(dict.fromkeys(found), key=lambda relation: (relation.span, relation.kind)))
