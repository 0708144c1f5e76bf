"""The items of a part: a subsection, an item of a list (一是…), or a paragraph."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from reportlint.document.source import Span
from reportlint.facts.prose.lists import find_items
from reportlint.kept import patterns
from reportlint.language.numbers.list_markers import LIST_START
from reportlint.language.phrases import load_phrases
from reportlint.language.sentences import split_sentences
from reportlint.report import Report

if TYPE_CHECKING:
    from reportlint.outline.outline import Part
    from reportlint.outline.passages import Passage
    from reportlint.outline.sections import Section

_INTRODUCES, _ADMITS = (load_phrases(__file__, "items")[name].pattern for name in "introduces admits".split())
_MORE = "此外|另外|还有"
_MARKER = patterns.compile(
    rf"\s*(?:(?:{_MORE}|同时|再者|其次|再次|最后)[，,]|第?[一二三四五六七八九十]{{1,3}}[是要，、]|[（(]?[一二三四五六七八九十\d]{{1,3}}[）).．、])\s*"
)
_FURTHER = patterns.compile(rf"(?:^|(?<=[。；;\n]))\s*(?P<word>{_MORE})[，,]", re.MULTILINE)
"""How a sentence begins that adds one more item, in a list or behind it."""
_ADDED = patterns.compile(rf"(?:{_MORE}|同时|再者|最后)[，,]")
"""How a paragraph begins that adds one below a heading."""
_GOES_ON = patterns.compile(
    r"[^，。；]{0,12}(?:[以上]上|上述|前述|这些|此类|针对(?!性)|对于|对此|为此|产生|造成|出现|究其|原因|下一?步|今后|[明来]年|我们将)"
)
"""How a paragraph begins that speaks of all the items before it."""
_SERIES = patterns.compile(r"[：:](?=[^。：:\n]*；[^。：:\n]*；)([^。：:\n]*)")
"""Items in one sentence, three or more, without numbers: 主要表现在：…；…；…。"""

_LISTED = patterns.compile(
    r"(?:存在|还有|仍有)着?(?P<lacks>[^，。；：]{4,60}、[^，。；：]{4,40}?)等?(?:方面)?的?(?:问题|不足|短板|差距|情况|薄弱环节)(?=[，。；]|$)"
)
_LACK = patterns.compile("[^、]+")


class Item(NamedTuple):
    """One item: ``span`` all of it, ``label`` what names it (a heading, else the first sentence without its marker)."""

    span: Span
    label: Span


def is_numbered(text: str, item: Item) -> bool:
    """Is an item numbered or headed, and not one that 此外 or 同时 adds?"""
    return item.label.start > item.span.start and not _ADDED.match(text, item.span.start)


def find_part_items(text: str, part: Part) -> list[Item]:
    """The items of one part, in order. A sentence that only announces them is none.

    In a section that two parts share, an item is what tells of this one: of （一）装备老化。…下一步，将更换…。 the first piece, or the
    second. What does not say of which it is, is of the part that the heading names first.
    """
    passages = [p for p in part.passages if part.status != "merged" or _tells(p, part)]
    sections = [inner for section in part.sections for inner in _sections(section, part)]
    own = {id(section) for section in sections}
    found = [
        item for section in sections for child in section.children for item in _of_section(text, child, part, passages)
    ]
    for passage in passages:
        if id(passage.section) in own or passage.section.top not in part.sections:
            opens = all(passage.span.start < item.span.start for item in found)
            found += _of_paragraph(text, passage.span, opens)
    return sorted(found, key=lambda item: item.span)


def _tells(passage: Passage, part: Part) -> bool:
    """Does a passage of a section that two parts share tell of this one?"""
    settled = any(p.parts == (part.name,) for p in part.passages if p.section.top is passage.section.top)
    return passage.parts[0] == part.name or not settled


def _sections(section: Section, part: Part) -> list[Section]:
    """A section, or those below it that alone are named for the part, where it is shared and they are."""
    named = [child for child in section.children if child.heading and part.name in child.heading.parts]
    return named if part.status == "merged" and named else [section]


def _of_section(text: str, child: Section, part: Part, passages: Sequence[Passage]) -> Iterator[Item]:
    if child.heading is None:
        return
    below = {id(section) for section in child.walk()}
    told = [passage for passage in passages if id(passage.section) in below]
    first = next(iter(child.all_paragraphs()), None)
    if part.status != "merged" or first is None or (told and told[0].span.start == first.start):
        end = told[-1].span.end if told and part.status == "merged" else child.span.end
        added = [start for start in _added(text, child) if start < end]
        yield Item(Span(child.span.start, min(added, default=end)), child.heading.title)
        for start, stop in pairwise([*added, end]):
            yield from _of_paragraph(text, Span(start, stop))
    else:
        for passage in told:
            yield from _of_paragraph(text, passage.span)


def _added(text: str, child: Section) -> list[int]:
    """Where the paragraphs below a heading begin that add an item: 此外，…; behind the last of headings that all run into one
    paragraph (（一）装备老化。…), any that neither goes on with a list nor looks back on what stands above.
    """
    paragraphs = [*child.all_paragraphs()]
    listed = child.parent.children if child.parent and child.parent.children[-1] is child else []
    one_each = all(len([*each.all_paragraphs()]) == 1 for each in listed[:-1])
    if listed and one_each and all(each.heading and each.heading.run_in for each in listed):
        return [
            p.start for p in paragraphs[1:] if not (_GOES_ON.match(text, p.start) or LIST_START.match(text, p.start))
        ]
    return [p.start for p in paragraphs if _ADDED.match(text, p.start)]


def _of_paragraph(text: str, span: Span, opens: bool = False) -> Iterator[Item]:
    """The items of a paragraph. opens: no item stands before it, so that a sentence which but admits faults leads to those below."""
    listed = [item.span.start for item in find_items(text, span)] or _in_series(text, span)
    further = [match.start("word") for match in _FURTHER.finditer(text, *span)]
    starts = sorted({*listed, *further})
    pieces = [Span(*ends) for ends in zip([span.start, *starts], [*starts, span.end], strict=True) if ends[0] < ends[1]]
    for piece in pieces:
        sentences = [*split_sentences(text, piece)]
        naming = (each for each in sentences if not _ADMITS.fullmatch(text, *each))
        sentence = next(naming, sentences[0] if sentences else None)
        words = text[piece.start : piece.end].strip()
        before_list = bool(listed) and piece.start < listed[0]
        announces = _INTRODUCES.search(words) or (opens and piece.start not in starts and _ADMITS.fullmatch(words))
        if sentence is None or before_list or announces:
            continue
        marker = _MARKER.match(text, sentence.start, sentence.end)
        yield Item(piece, Span(marker.end() if marker else sentence.start, sentence.end))


def _in_series(text: str, span: Span) -> list[int]:
    """Where the items of a series begin; none where the paragraph has no such series."""
    series = _SERIES.search(text, *span)
    if series is None:
        return []
    return [series.start(1), *(at + 1 for at in range(*series.span(1)) if text[at] == "；")]


def items(report: Report, part: str) -> tuple[Item, ...]:
    """The items of a part: its subsections, list items or paragraphs."""
    return tuple(find_part_items(report.text, report.part(part)))


def listed_lacks(text: str, span: Span) -> tuple[Span, ...]:
    """The shortcomings that one clause lists: 法治素养不高 and 装备短缺 of 还存在法治素养不高、装备短缺等问题."""
    listed = _LISTED.search(text, *span)
    return tuple(Span(*lack.span()) for lack in _LACK.finditer(text, *listed.span("lacks"))) if listed else ()
