"""Relations within sentences, and between one and the next: which kinds are looked for, and which of them goes before which."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import pairwise

from reportlint.document.source import Span
from reportlint.facts.figures.mentions import Mention, mentions
from reportlint.facts.prose.lists import enumerations
from reportlint.facts.prose.masks import Masks, masks
from reportlint.facts.prose.unchanged import fact_of_passages
from reportlint.facts.relations.changes import find_changes
from reportlint.facts.relations.lists.looked_back import find_above
from reportlint.facts.relations.lists.named import find_named
from reportlint.facts.relations.lists.turns import find_told_by_turns
from reportlint.facts.relations.rates.averages import find_averages
from reportlint.facts.relations.rates.differences import find_differences
from reportlint.facts.relations.rates.only_two import find_of_two
from reportlint.facts.relations.rates.ratio import find_ratios
from reportlint.facts.relations.rates.share_totals import find_share_totals
from reportlint.facts.relations.rates.shares import find_shares
from reportlint.facts.relations.relation import Relation, in_percent
from reportlint.facts.relations.stages.parts import find_parts, is_explained
from reportlint.facts.relations.totals.products import find_products
from reportlint.facts.relations.totals.remainders import find_remainders
from reportlint.facts.relations.totals.sums import find_sums
from reportlint.facts.relations.totals.ways import find_ways
from reportlint.facts.relations.trends import find_trends, find_turns
from reportlint.kept import patterns
from reportlint.outline.passages import Passage
from reportlint.report import Report

_REST = patterns.compile("[^，。；]{0,8}[，；、](?:其余|其他|剩余|剩下|余下)")


@fact_of_passages
def relations_in_sentences(report: Report) -> tuple[Relation, ...]:
    """The relations within sentences, and between one and the next."""
    found: list[Relation] = []
    passage: Passage | None = None
    before: list[list[Mention]] = []
    starts = sorted(item.span.start for listed in enumerations(report) for item in listed.items)
    for sentence, here in mentions(report):
        pieces = _items(sentence.span, here, starts)
        if sentence.passage is not passage:
            passage, before = sentence.passage, []
        above: list[list[Mention]] = before if len(pieces) == 1 else []
        if report.words(sentence.span).startswith("其中"):
            pieces, above = [(sentence.span, [*(above[-1] if above else ()), *here])], above[:-1]
        for span, figures in pieces:
            found += _find_in_sentence(masks(report), span, figures, above)
        found += find_told_by_turns(report.text, sentence, here)
        before.append(here)
    return tuple(sorted(found, key=lambda relation: relation.span.start))


def _items(sentence: Span, mentions: Sequence[Mention], starts: Sequence[int]) -> list[tuple[Span, Sequence[Mention]]]:
    """A sentence and its figures, cut where an item of a list begins: 一是受理120件；二是审结诉讼36件 tells of two matters.

    starts: where all items begin, in order.
    """
    first = bisect_left(starts, sentence.start)
    edges = [sentence.start, *starts[first : bisect_left(starts, sentence.end, first)], sentence.end]
    spans = [Span(start, end) for start, end in pairwise(edges) if start < end]
    return [(span, [m for m in mentions if span.start <= m.span.start < span.end]) for span in spans]


def _find_in_sentence(
    masks: Masks, sentence: Span, mentions: Sequence[Mention], above: Sequence[Sequence[Mention]]
) -> Iterator[Relation]:
    """The relations within one sentence, or one item of a list in it. ``above``: the figures of the sentences of its paragraph before it."""
    previous = above[-1] if above else []
    units = [mention.unit for mention in mentions]
    told = [in_percent(mention) for mention in mentions]
    sums: list[Relation] = []
    alike = len(set(units)) < len(units)  # else there are no two to be compared
    changes = [*find_changes(told)] if alike else []
    known = {change.span for change in changes}
    if alike:
        more = (find(masks.text, sentence, mentions) for find in (find_differences, find_trends, find_turns))
        changes += (told for found in more for told in found if told.span not in known)
    known = {change.span for change in changes}
    yield from changes
    if len(units) + len(previous) > 1 and any(mention.quantity.kind == "percent" for mention in told):
        rates = [rate for rate in (*find_ratios(told, previous), *find_shares(told, above)) if rate.span not in known]
        known.update(rate.span for rate in rates)
        yield from rates
        yield from (rate for rate in find_of_two(told) if rate.span not in known)
        yield from find_share_totals(told, masks.text[sentence.start : told[0].span.start])
    if alike:
        sums = [total for total in find_sums(mentions) if total.holds or not _has_rest(masks.text, sentence, total)]
        yield from (products := [*find_products(mentions)])
        told_each = {product.span for product in products if product.holds}  # 14个镇各1个、县城2个，共16个
        sums = [total for total in sums if total.holds or total.span not in told_each]
        yield from find_remainders(mentions)
    if len(mentions) > 2:
        yield from find_averages(mentions)
        yield from find_ways(mentions, previous)
    added = {place for total in sums if not total.holds for place in total.operands[1:]}
    parts = [
        part
        for part in find_parts(mentions, previous)
        if part.holds or not (part.span in added or is_explained(masks.text, sentence, part))
    ]
    too_many = {part.span for part in parts if not part.holds}
    yield from parts
    yield from (total for total in sums if total.holds or total.operands[0] not in too_many)
    yield from find_named(masks, sentence, mentions)
    if alike:
        yield from find_above(mentions)


def _has_rest(text: str, sentence: Span, total: Relation) -> bool:
    """320家，登记290家、关停27家，其余限期登记: is it told behind the parts that they are not all?"""
    return (
        _REST.match(text, max((place.end for place in total.operands), default=total.span.end), sentence.end)
        is not None
    )
