"""Names that begin with what is left of an idiom, and stand whole elsewhere: 知应会清单, 应知应会法规清单."""

from __future__ import annotations

from itertools import islice

from reportlint.document.source import Span
from reportlint.facts.names.pairs.alike_names import LAST_WORDS
from reportlint.facts.names.pairs.quoted import Name
from reportlint.facts.names.pairs.variants import Variants, names
from reportlint.facts.prose.idiom_faults import shortened_idioms
from reportlint.report import Report, fact


@fact
def cut_names(report: Report) -> tuple[Variants, ...]:
    """The cut names, each with the first whole one that ends with the same word, or one of its kind."""
    found: list[Variants] = []
    for fault in shortened_idioms(report):
        idiom = fault.idioms[0]
        cuts = [name for name in names(report) if name.span.covers(fault.span)]
        pairs = (
            (cut, name)
            for cut in cuts
            for name in names(report)
            if idiom in name.run and _of_one_kind(name.head, cut.head)
        )
        for cut, whole in islice(pairs, 1):
            at = whole.span.start + whole.run.index(idiom)
            places = (Span(at, whole.span.end), Span(fault.span.start, cut.span.end))
            found.append(Variants(*(Name(report.text[place.start : place.end], (place,)) for place in places)))
    return tuple(found)


def _of_one_kind(head: str, other: str) -> bool:
    """Are two last words the same, or may one thing have either: 清单, 目录?"""
    return head == other or any({head, other} <= heads for heads, _, _ in LAST_WORDS)
