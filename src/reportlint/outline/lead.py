"""What the paragraphs before the first heading say of the report: the year it is on, and that it begins."""

from __future__ import annotations

from reportlint.document.source import Span
from reportlint.language.numbers.years import find_years
from reportlint.language.phrases import load_phrases

_RULES = load_phrases(__file__, "lead")
LEAD_END = _RULES["ends"].pattern
"""现将情况报告如下："""
ANNOUNCED = _RULES["announced"].pattern
"""现将2024年法治政府建设情况报告如下"""
_NOT_ALONE = _RULES["not-alone"].pattern
_OPENING = 8
"""Characters in which the year stands that a lead begins with."""


def opening_year(text: str, paragraph: Span) -> tuple[Span, int] | None:
    """The year that a paragraph begins with: 2024年，……, not 2021年以来."""
    years = find_years(text, Span(paragraph.start, min(paragraph.end, paragraph.start + _OPENING)))
    if years and years[0][0].start == paragraph.start and not _NOT_ALONE.match(text, years[0][0].end):
        return years[0]
    return None


def announced_year(text: str, paragraph: Span) -> tuple[Span, int] | None:
    """The one year of which a paragraph announces the report: 现将2024年……报告如下."""
    announced = ANNOUNCED.search(text, *paragraph)
    years = find_years(text, Span(*announced.span("of"))) if announced else []
    return years[0] if len(years) == 1 else None
