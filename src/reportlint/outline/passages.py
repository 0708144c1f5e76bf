"""Prose to passages: which part of the report each paragraph, or piece of one, belongs to.

A part without a heading of its own may be told inside another one; the grammar says by which words that is seen.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from reportlint.document.source import Span
from reportlint.language.numbers.list_markers import LIST_START
from reportlint.language.quotes import without_titles
from reportlint.language.sentences import split_sentences
from reportlint.outline.lead import LEAD_END
from reportlint.outline.report_kind import Kind, relative_years
from reportlint.outline.sections import Section

_TOLD_WITHIN = 400
"""Characters of a sentence or a heading that are looked at: the patterns may look ahead from every place in them."""


class Passage(NamedTuple):
    """A paragraph, or the piece of one that belongs to one part. parts: two in a merged section, none in the lead."""

    span: Span
    section: Section
    parts: tuple[str, ...]


def find_passages(text: str, root: Section, kind: Kind, year: int | None) -> list[Passage]:
    """Every paragraph with the part it belongs to; cut where a part without a heading of its own begins to be told."""
    headed = {part for section in root.children if section.heading for part in section.heading.parts}
    absent = [name for name in kind.required if name not in headed]
    passages: list[Passage] = []
    opened: set[Section] = set()  # those with a heading of two parts, of whose prose the last part has begun
    for section in root.walk():
        inherited = _inherited(section, absent)
        if len(inherited) > 1 and section.top in opened:
            inherited = (kind.required[-1],)
        parts = inherited
        if not absent and len(parts) < 2:  # all has its heading: nothing else is told here
            passages += [Passage(paragraph, section, parts) for paragraph in section.paragraphs]
            continue
        for number, paragraph in enumerate(section.paragraphs):
            if number and not LIST_START.match(text, paragraph.start) and section is not root:
                parts = inherited
            if section is root and not parts and _opens_first_part(text, root, number, kind, absent):
                parts = (kind.required[0],)
            start, around = paragraph.start, parts
            open_parts = absent if len(around) < 2 else [*absent, *around]
            for sentence in split_sentences(text, paragraph):
                told = _part_begun(text, sentence, kind, parts, open_parts, year)
                if not told and set(parts) - kind.lasting and parts != around:
                    told = around  # what is told in single sentences ends with them
                if told and told != parts:
                    if sentence.start > start:
                        passages.append(Passage(Span(start, sentence.start), section, parts))
                    start, parts = sentence.start, told
            passages.append(Passage(Span(start, paragraph.end), section, parts))
            if section is section.top and len(around) > 1 and parts == (kind.required[-1],):
                opened.add(section)
            parts = parts if set(parts) <= kind.lasting else around
    return passages


def _opens_first_part(text: str, root: Section, number: int, kind: Kind, absent: Sequence[str]) -> bool:
    """Does the first part, lacking a heading, begin with this paragraph before the first heading, rather than the lead?"""
    first, paragraph = kind.required[0], text[root.paragraphs[number].start : root.paragraphs[number].end]
    lead = LEAD_END.search(paragraph) or (number == 0 and root.children)
    return first in absent and not lead and first in kind.told and bool(kind.told[first].search(paragraph))


def _inherited(section: Section, absent: Sequence[str]) -> tuple[str, ...]:
    """The part of a section by its headings: the nearest one that names an absent part, else the outermost one."""
    nearest: Section | None = section
    merged = section.parts if len(section.parts) > 1 else ()
    while nearest is not None and nearest.heading is not None:
        named = tuple(part for part in nearest.heading.parts if part in absent or part in merged)
        if nearest.level > 1 and named:
            return named
        nearest = nearest.parent
    return section.parts


def _part_begun(
    text: str, sentence: Span, kind: Kind, parts: tuple[str, ...], absent: Sequence[str], year: int | None
) -> tuple[str, ...]:
    """The part that a sentence begins to tell: one without a heading, or one of two merged parts; () for none.

    Inside the last part, which speaks of the future, nothing else is told; inside another one with a heading of its own
    only the last.
    """
    first, last = kind.required[0], kind.required[-1]
    if parts == (last,):
        return ()
    elsewhere = parts if len(parts) > 1 else absent
    names = [name for name in reversed(kind.required[1:]) if name in elsewhere]
    settled = len(parts) == 1 and parts[0] not in (first, *absent)  # a part with a heading, but not the measures
    if settled:
        names = [name for name in names if name == last]
    if not names:
        return ()
    beginning = text[sentence.start : min(sentence.end, sentence.start + _TOLD_WITHIN)]
    plain = relative_years(without_titles(beginning), year)
    return next(((name,) for name in names if name in kind.told and kind.told[name].search(plain)), ())
