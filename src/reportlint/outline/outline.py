"""Layout to outline: headings folded into sections, and which part of the report each piece of prose belongs to.

The grammar (grammars/*.lark) says what a report must contain; `repair` finds the cheapest edits that make this text fit
it; the edits, in the words of the report, are the outline's faults.
"""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from functools import cached_property
from typing import NamedTuple

from reportlint.document.source import Source, Span
from reportlint.language.traditional import simplified
from reportlint.lines.headings import Heading
from reportlint.lines.levels import settle_levels
from reportlint.lines.page_dates import PageDate, find_page_dates, published
from reportlint.lines.titles import Title
from reportlint.outline.layout import Layout, read_layout
from reportlint.outline.passages import Passage, find_passages
from reportlint.outline.repair import Insert, Move, repair
from reportlint.outline.report_kind import Kind
from reportlint.outline.reported_year import HEADING_WITHIN, year_reported_on
from reportlint.outline.sections import Section, fold_sections


class Part(NamedTuple):
    """One required part of the report.

    status: own-section, merged (shares its heading), embedded (told inside another part) or absent.
    sections: those whose heading names it. passages: its prose. span: all of it; None when absent.
    """

    name: str
    label: str
    status: str
    sections: tuple[Section, ...]
    passages: tuple[Passage, ...]

    @property
    def heading(self) -> Heading | None:
        """The first heading that names it; None where it has none of its own."""
        return self.sections[0].heading if self.sections else None

    @property
    def span(self) -> Span | None:
        """All of it, from the first heading or passage to the last."""
        spans = [section.span for section in self.sections] + [passage.span for passage in self.passages]
        return Span(min(s.start for s in spans), max(s.end for s in spans)) if spans else None


class Fault(NamedTuple):
    """One thing that keeps the outline from fitting the grammar.

    kind: missing, repeated, misplaced, unplaced, merged. part: the part's name; "" for an unplaced heading.
    section: the one concerned; None when missing. before: the section before which it should stand; None at the end.
    """

    kind: str
    part: str
    section: Section | None = None
    before: Section | None = None


class _Outline(NamedTuple):
    kind: Kind
    title: Title | None
    other_title: Span | None
    published: datetime.date | None
    published_at: Span | None
    year: int | None
    root: Section
    passages: tuple[Passage, ...]
    parts: dict[str, Part]
    faults: tuple[Fault, ...]
    furniture: tuple[Span, ...]
    doubled: tuple[Span, ...]
    subject: str


class Outline(_Outline):
    """What was understood of a text's structure; all spans are offsets into it.

    subject: named, touched or "" (see `_subject`). published, published_at: the day the page names as that of publication,
    and where; None for the place where only the file itself says the day, or the page only that of its last change. doubled:
    headings that stand a second time right below themselves.
    """

    @cached_property
    def sections(self) -> list[Section]:
        """All sections that have a heading, in order of the text."""
        return [section for section in self.root.walk() if section.heading]

    @cached_property
    def headings(self) -> list[Heading]:
        """All headings, in order of the text."""
        return [section.heading for section in self.sections if section.heading]

    @property
    def is_report(self) -> bool:
        """Is this a report of the grammar's kind: by its title, or, where it has none, by its subject and parts?

        A report of another kind may speak of the subject too, but not in its lead or headings.
        """
        if self.title:
            return True
        headed = sum(bool(part.sections) for part in self.parts.values())
        if self.subject == "named":
            return headed == len(self.parts) or (headed > 0 and self.other_title is None)
        return self.subject == "touched" and headed == len(self.parts)


def read_outline(source: Source, kind: Kind) -> Outline:
    """Understand the structure of a text."""
    text = simplified(source.text)
    layout = read_layout(text, source, kind)
    dates = list(find_page_dates(text, layout.furniture))
    published = _published(source, dates)
    year = year_reported_on(text, layout, kind, min((date.day for date in dates), default=published and published[0]))
    blocks = [_as_written(block, source.text) for block in _settle(layout.blocks, kind, year)]
    root = fold_sections(blocks)
    faults = _faults(root, layout, kind)
    passages = find_passages(text, root, kind, year)
    return Outline(
        kind=kind,
        title=layout.title and layout.title.as_written(source.text),
        other_title=layout.other_title,
        published=published and published[0],
        published_at=published and published[1],
        year=year,
        root=root,
        passages=tuple(passages),
        parts={name: _part(name, root, passages, kind) for name in kind.required},
        faults=tuple(faults),
        furniture=layout.furniture,
        doubled=layout.doubled,
        subject=_subject(text, root, kind),
    )


def _subject(text: str, root: Section, kind: Kind) -> str:
    """How the text speaks of the subject of such reports: named (in its lead or a heading), touched, or "" where not at all."""
    spans = [*root.paragraphs, *(section.heading.span for section in root.walk() if section.heading)]
    if any(kind.subject.search(text, *span) for span in spans):
        return "named"
    return "touched" if any(kind.subject.search(text, *span) for span in root.all_paragraphs()) else ""


def _as_written(block: Heading | Span, text: str) -> Heading | Span:
    """A heading in the words of the text, where it was read from one that stands for it."""
    return block._replace(text=text[block.title.start : block.title.end]) if isinstance(block, Heading) else block


def _published(source: Source, dates: Sequence[PageDate]) -> tuple[datetime.date, Span | None] | None:
    """The day of publication, as the file itself or the page names it, and where it stands; no place for the day of its last change."""
    if day := source.published:
        return day, next((date.span for date in dates if date.day == day), None)
    found = published(dates)
    return (found.day, None if found.of_change else found.span) if found else None


def _settle(blocks: Sequence[Heading | Span], kind: Kind, year: int | None) -> list[Heading | Span]:
    """Give each heading the terminals and parts it names, and its level in this text."""
    named = []
    for block in blocks:
        if isinstance(block, Heading):
            terminals = kind.terminals(block.text[:HEADING_WITHIN], year)
            block = block._replace(terminals=terminals, parts=kind.parts(terminals))
        named.append(block)
    settled = iter(_below_their_part(settle_levels([block for block in named if isinstance(block, Heading)])))
    return [next(settled) if isinstance(block, Heading) else block for block in named]


def _below_their_part(headings: Sequence[Heading]) -> list[Heading]:
    """An unmarked heading in a numbered section that names the section's own part again is one below it: 不足的原因."""
    settled: list[Heading] = []
    above: Heading | None = None
    for heading in headings:
        if heading.level == 1 and not heading.marker and above and {*heading.parts} <= {*above.parts}:
            heading = heading._replace(level=2)
        elif heading.level == 1:
            above = heading if heading.marker else None
        settled.append(heading)
    return settled


def _faults(root: Section, layout: Layout, kind: Kind) -> list[Fault]:
    """Read the first-level sections as tokens of the grammar; what repair changes is at fault.

    A thematic heading that the grammar takes for an aspect of a part is given that part.
    """
    tokens: list[str] = ["TITLE"] * bool(layout.title) + ["LEAD"] * bool(root.paragraphs)
    owners: list[Section | None] = [None] * len(tokens)
    faults = []
    for section in root.children:
        assert section.heading
        terminals = section.heading.terminals or ("HEADING",)
        tokens += terminals
        owners += [section] * len(terminals)
        section.heading = section.heading._replace(parts=kind.parts(terminals))
        if len(section.heading.parts) > 1:
            faults.append(Fault("merged", section.heading.parts[0], section))
    ends = [*owners, None]
    missing: dict[str, Fault] = {}
    # headings that fit nowhere, each with the part it names an aspect of, if any
    unplaced: list[tuple[str, Section]] = []
    for edit in repair(kind.grammar, tokens, kind.costs):
        if isinstance(edit, Insert):
            if edit.kind in kind.grammar.patterns:
                missing[edit.kind.lower()] = Fault("missing", edit.kind.lower(), None, ends[edit.before])
        elif owner := owners[edit.at]:
            part = tokens[edit.at].lower()
            if isinstance(edit, Move):
                faults.append(_misplaced(part, owner, ends[edit.before], tokens[edit.before - 1].lower()))
            elif part in kind.required:
                faults.append(Fault("repeated", part, owner))
            else:
                named = owner.heading is not None and bool(owner.heading.terminals)
                unplaced.append((kind.aspects.get(tokens[edit.at], "") if named else "", owner))
    moved = {part for part, _ in unplaced} & set(missing)
    for part, owner in unplaced:
        if part in moved:  # 工作情况 behind the shortcomings: the part is there, only out of place
            faults.append(Fault("misplaced", part, owner, missing[part].before))
        elif owner.heading:
            others = tuple(other for other in owner.heading.parts if part and other != part)
            owner.heading = owner.heading._replace(parts=others)
            if not others:
                faults.append(Fault("unplaced", "", owner))
    faults = [fault for fault in faults if fault.kind != "merged" or (fault.section and _merged(fault.section))]
    faults += [fault for part, fault in missing.items() if part not in moved]
    return [fault for fault in faults if fault.kind != "misplaced" or _is_out_of_order(fault)]


def _misplaced(part: str, section: Section, before: Section | None, behind: str) -> Fault:
    """A part that should stand before a section, behind a part. Where that lies between two parts which share a heading, it is
    they that stand too late.
    """
    if before and before.heading and behind in before.heading.parts and not _merged(section):
        return Fault("misplaced", behind, before, section)
    return Fault("misplaced", part, section, before)


def _is_out_of_order(fault: Fault) -> bool:
    """Is it the order that is at fault, and not that two parts share a heading, which no move mends?"""
    section, before = fault.section, fault.before
    too_late = section and before and not _merged(before) and before.span.start < section.span.start
    return bool(too_late) or not _merged(section, before)


def _merged(*sections: Section | None) -> bool:
    """Does one of the sections hold two parts?"""
    return any(section and section.heading and len(section.heading.parts) > 1 for section in sections)


def _part(name: str, root: Section, passages: Sequence[Passage], kind: Kind) -> Part:
    sections = tuple(s for s in root.children if s.heading and name in s.heading.parts)
    own = tuple(p for p in passages if name in p.parts)
    if sections:
        alone = any(s.heading and len(s.heading.parts) == 1 for s in sections)
        status = "own-section" if alone else "merged"
    else:
        status = "embedded" if own else "absent"
    return Part(name, kind.labels[name], status, sections, own)
