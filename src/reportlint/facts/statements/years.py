"""The places at which a report says which year it is on: title, lead, headings of its parts."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import islice
from typing import NamedTuple

from reportlint.document.source import Span
from reportlint.facts.prose.masks import unquoted
from reportlint.language.numbers.years import find_years
from reportlint.language.phrases import load_phrases
from reportlint.outline.lead import announced_year, opening_year
from reportlint.outline.outline import Outline
from reportlint.report import Report, fact

_RULES = load_phrases(__file__, "years")


class YearSaid(NamedTuple):
    """A year the report is on, and the place that says so. place: 标题, 开头, 小标题 or 安排, which names the year after."""

    span: Span
    year: int
    place: str


def find_years_said(unquoted: str, outline: Outline) -> Iterator[YearSaid]:
    """The years the report says it is on, in order of the text. A heading that names several years says none."""
    if outline.title and outline.title.year:
        found = [f for line in outline.title.spans for f in find_years(unquoted, line) if f[1] == outline.title.year]
        yield from (YearSaid(span, year, "标题") for span, year in found[:1])
    lead = [passage.span for passage in outline.passages if passage.section is outline.root and not passage.parts]
    for find in (opening_year, announced_year):
        yield from islice((YearSaid(*said, "开头") for span in lead if (said := find(unquoted, span))), 1)
    shortcomings = False  # behind them a plan's heading may well be bare: 2024年重点工作
    for heading in outline.headings:
        found = find_years(unquoted, heading.span) if heading.level == 1 and heading.parts else []
        if len({year for _, year in found}) == 1:
            span, year = found[0]
            ahead = _RULES["looks-ahead"].pattern.search(heading.text) or (
                shortcomings and outline.kind.future in heading.parts
            )
            yield YearSaid(span, year - 1, "安排") if ahead else YearSaid(span, year, "小标题")
        shortcomings |= heading.level == 1 and outline.kind.faults in heading.parts


def settled_year(said: Sequence[YearSaid]) -> int | None:
    """The year that most of the places say; None where there is no most."""
    counts = Counter(place.year for place in said).most_common(2)
    return counts[0][0] if counts and (len(counts) == 1 or counts[0][1] > counts[1][1]) else None


@fact
def years_said(report: Report) -> tuple[YearSaid, ...]:
    """The years that title, lead and headings say the report is on."""
    return tuple(find_years_said(unquoted(report), report.outline))
