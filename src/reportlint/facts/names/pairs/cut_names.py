"""Names that begin with what is left of an idiom, and stand whole elsewhere: 知应会清单, 应知应会法规清单."""

from __future__ import annotations

from itertools import islice

from reportlint.document.source import Span
from reportlint.facts.names.pairs.quoted import Name
from reportlint.facts.names.pairs.variants import Variants, names
from reportlint.facts.prose.idiom_faults import shortened_idioms
from reportlint.report import Report, fact


@fact
def cut_names(report: Report) -> tuple[Variants, ...]:
    """The cut names, each with the first whole one that ends with the same word."""
    found: list[Variants] = []
    for fault in shortened_idioms(report):
        idiom = fault.idioms[0]
        cuts = [name for name in names(report) if name.span.covers(fault.span)]
        pairs = ((cut, name) for cut in cuts for name in names(report) if name.head == cut.head and idiom in name.run)
        for cut, whole in islice(pairs, 1):
            at = whole.span.start + whole.run.index(idiom)
            places = (Span(at, whole.span.end), Span(fault.span.start, cut.span.end))
            found.append(Variants(*(Name(report.text[place.start : place.end], (place,)) for place in places)))
    return tuple(found)
