"""A number in a heading and the items below it: 存在的四方面不足, under which there are 一是, 二是 and 三是."""

from __future__ import annotations

from collections.abc import Iterator

from reportlint.document.source import Span
from reportlint.facts.prose.lists import enumerations_near
from reportlint.facts.relations.lists.listed import NEAR, NUMBERS
from reportlint.facts.relations.relation import Relation
from reportlint.language.phrases import load_phrases
from reportlint.outline.sections import Section
from reportlint.report import Report

_WORDS = load_phrases(__file__, "headed")
_SEVERAL = 2


def find_headed(report: Report) -> Iterator[Relation]:
    """The numbers of headings, each against the subheadings right below, or else the one list in its prose.

    A heading with prose of its own and several lists, or with subheadings that tell of other matters in between, says nothing.
    """
    for section in report.outline.root.walk():
        told = section.heading and _WORDS["of-items"].pattern.search(report.words(section.heading.span))
        if not told or not section.heading:
            continue
        below = _below(report, section)
        said, found = NUMBERS[told["number"]], len(below)
        if found >= _SEVERAL and abs(found - said) <= NEAR:
            start = section.heading.span.start
            span = Span(start + told.start("counts"), start + told.end("counts"))
            yield Relation("count", span, str(said), f"下文列出 {found} 项", said == found, below, certain=found > said)


def _below(report: Report, section: Section) -> tuple[Span, ...]:
    """The subheadings of a section, or the items of the one list in it; none where it is not plain which are counted."""
    if section.children:
        headings = [child.heading for child in section.children if child.heading]
        return tuple(heading.span for heading in headings) if not section.paragraphs else ()
    within = section.span
    lists = [
        each for each in enumerations_near(report, section) if within.start <= each.items[0].span.start < within.end
    ]
    if len(lists) != 1:
        return ()
    items = lists[0].items
    in_turn = [item.number for item in items] == [*range(1, len(items) + 1)]
    return tuple(item.span for item in items) if in_turn else ()
