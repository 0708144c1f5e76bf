"""The items of a part: a subsection, an item of a list (一是…), or a paragraph."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from reportlint.document.source import Span
from reportlint.facts.prose.lists import find_items
from reportlint.kept import patterns
from reportlint.language.phrases import load_phrases
from reportlint.language.sentences import split_sentences
from reportlint.report import Report

if TYPE_CHECKING:
    from reportlint.outline.outline import Part

_INTRODUCES, _ADMITS = (rule.pattern for rule in load_phrases(__file__, "items").values())
_MARKER = patterns.compile(
    r"\s*(?:第?[一二三四五六七八九十]{1,3}[是要，、]|[（(]?[一二三四五六七八九十\d]{1,3}[）).．、])\s*"
)


class Item(NamedTuple):
    """One item: ``span`` all of it, ``label`` what names it (a heading, else the first sentence without its marker)."""

    span: Span
    label: Span


def find_part_items(text: str, part: Part) -> list[Item]:
    """The items of one part, in order. A sentence that only announces them is none."""
    own = {id(section): section for section in part.sections}
    found = [
        Item(child.span, child.heading.title)
        for section in part.sections
        for child in section.children
        if child.heading
    ]
    for passage in part.passages:
        if id(passage.section) in own or passage.section.top not in part.sections:
            found += _of_paragraph(text, passage.span)
    return sorted(found, key=lambda item: item.span)


def _of_paragraph(text: str, span: Span) -> Iterator[Item]:
    starts = [item.span.start for item in find_items(text, span)]
    pieces = [Span(*ends) for ends in zip([span.start, *starts], [*starts, span.end], strict=True) if ends[0] < ends[1]]
    for piece in pieces:
        sentence = next(split_sentences(text, piece), None)
        words = text[piece.start : piece.end].strip()
        before_list = bool(starts) and piece.start < starts[0]
        if sentence is None or before_list or _INTRODUCES.search(words) or _ADMITS.fullmatch(words):
            continue
        marker = _MARKER.match(text, sentence.start, sentence.end)
        yield Item(piece, Span(marker.end() if marker else sentence.start, sentence.end))


def items(report: Report, part: str) -> tuple[Item, ...]:
    """The items of a part: its subsections, list items or paragraphs."""
    return tuple(find_part_items(report.text, report.part(part)))
