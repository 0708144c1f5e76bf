"""Layout to outline: headings folded into sections, and which part of the report each piece of prose belongs to.

The grammar (grammars/*.lark) says what a report must contain; `repair` finds the cheapest edits that make this text fit
it; the edits, in the words of the report, are the outline's faults.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property

from reportlint import furniture, patterns
from reportlint.headings import LIST_START, Heading, settle_levels
from reportlint.kind import Kind, relative_years
from reportlint.layout import Layout, read_layout
from reportlint.repair import Insert, Move, repair
from reportlint.sentences import split_sentences
from reportlint.source import Source, Span
from reportlint.title import Title, years_in

_NAMES = patterns.compile(r"《[^》]{0,200}》|〔[^〕]{0,200}〕|[（(][^（）()]{0,200}[）)]")
_YEAR_OF_SUBJECT = patterns.compile(r"(20\d\d)年度?[^，。,]{0,20}(?:法治|依法)")
_TOLD_WITHIN = 400
"""Characters of a sentence or a heading that are looked at: the patterns may look ahead from every place in them."""
_BOOK_TITLE = patterns.compile(r"《[^》]*》")
_LEAD_END = patterns.compile(r"(?:报告|汇报|总结|情况|通报)?如下[：:。]?$")


@dataclass(eq=False)
class Section:
    """A heading and the prose it owns, before its first subheading. The root has no heading; its prose is the lead."""

    heading: Heading | None
    parent: Section | None = None
    paragraphs: list[Span] = field(default_factory=list)
    children: list[Section] = field(default_factory=list)

    @property
    def level(self) -> int:
        """1 for 一、, 2 for （一）…; 0 for the root."""
        return self.heading.level if self.heading else 0

    @property
    def top(self) -> Section:
        """The outermost section this one stands in; itself, for a first-level one and the root."""
        section = self
        while section.parent is not None and section.parent.heading is not None:
            section = section.parent
        return section

    @property
    def span(self) -> Span:
        """From the heading to the end of the last subsection."""
        spans = [s.heading.span for s in self.walk() if s.heading] + list(self.all_paragraphs())
        return Span(min(s.start for s in spans), max(s.end for s in spans)) if spans else Span(0, 0)

    def walk(self) -> Iterator[Section]:
        """This section and all below it, in order of the text."""
        stack = [self]
        while stack:
            section = stack.pop()
            yield section
            stack.extend(reversed(section.children))

    def all_paragraphs(self) -> Iterator[Span]:
        """Its prose and that of all below it."""
        for section in self.walk():
            yield from section.paragraphs


@dataclass(frozen=True)
class Passage:
    """A paragraph, or the piece of one that belongs to one part. parts: two in a merged section, none in the lead."""

    span: Span
    section: Section
    parts: tuple[str, ...]


@dataclass(frozen=True)
class Part:
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
    def span(self) -> Span | None:
        """All of it, from the first heading or passage to the last."""
        spans = [section.span for section in self.sections] + [passage.span for passage in self.passages]
        return Span(min(s.start for s in spans), max(s.end for s in spans)) if spans else None


@dataclass(frozen=True)
class Fault:
    """One thing that keeps the outline from fitting the grammar.

    kind: missing, repeated, misplaced, unplaced, merged. part: the part's name; "" for an unplaced heading.
    section: the one concerned; None when missing. before: the section before which it should stand; None at the end.
    """

    kind: str
    part: str
    section: Section | None = None
    before: Section | None = None


@dataclass(frozen=True)
class Outline:
    """What was understood of a text's structure; all spans are offsets into it."""

    kind: Kind
    title: Title | None
    other_title: Span | None
    published: datetime.date | None
    year: int | None
    root: Section
    passages: tuple[Passage, ...]
    parts: dict[str, Part]
    faults: tuple[Fault, ...]
    furniture: tuple[Span, ...]
    on_subject: bool

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
        """Is this a report of the grammar's kind: by its title, or, where it has none, by its subject and parts?"""
        if self.title:
            return True
        headed = sum(bool(part.sections) for part in self.parts.values())
        return self.on_subject and (headed == len(self.parts) or (headed > 0 and self.other_title is None))


def read_outline(source: Source, kind: Kind) -> Outline:
    """Understand the structure of a text."""
    layout = read_layout(source, kind)
    year = _year(source.text, layout, furniture.published(source, list(layout.furniture)))
    blocks = _settle(layout.blocks, kind, year)
    root = _fold(blocks)
    faults = _faults(root, layout, kind)
    passages = _passages(source.text, root, kind, year)
    parts = {name: _part(name, root, passages, kind) for name in kind.required}
    return Outline(
        kind=kind,
        title=layout.title,
        other_title=layout.other_title,
        published=furniture.published(source, list(layout.furniture)),
        year=year,
        root=root,
        passages=tuple(passages),
        parts=parts,
        faults=tuple(faults),
        furniture=layout.furniture,
        on_subject=any(kind.subject.search(source.text, b.start, b.end) for b in layout.blocks if isinstance(b, Span))
        or any(kind.subject.search(b.text) for b in layout.blocks if isinstance(b, Heading)),
    )


def _year(text: str, layout: Layout, published: datetime.date | None) -> int | None:
    """The year reported on: of the title, else of the lead or the headings, else the one before the publication."""
    if layout.title and layout.title.year:
        return layout.title.year
    for block in layout.blocks[:1]:
        lead = _NAMES.sub("", text[block.start : block.end]) if isinstance(block, Span) else ""
        if years := _YEAR_OF_SUBJECT.findall(lead):
            return int(years[-1])  # 根据……2022年……要求，现将2023年度法治政府建设情况报告如下
        if named := years_in(lead):
            return named[0]
    heading_years = [y for b in layout.blocks if isinstance(b, Heading) and b.level == 1 for y in years_in(b.text)]
    if heading_years:
        return min(heading_years)
    return published.year - 1 if published else None


def _settle(blocks: Sequence[Heading | Span], kind: Kind, year: int | None) -> list[Heading | Span]:
    """Give each heading the terminals and parts it names, and its level in this text."""
    named = []
    for block in blocks:
        if isinstance(block, Heading):
            terminals = tuple(kind.terminals(block.text[:_TOLD_WITHIN], year))
            block = replace(block, terminals=terminals, parts=kind.parts(terminals))
        named.append(block)
    settled = iter(settle_levels([block for block in named if isinstance(block, Heading)]))
    return [next(settled) if isinstance(block, Heading) else block for block in named]


def _fold(blocks: Sequence[Heading | Span]) -> Section:
    """Every heading owns the prose up to the next one, and the headings below its level."""
    root = section = Section(None)
    for block in blocks:
        if isinstance(block, Span):
            section.paragraphs.append(block)
            continue
        while section.level >= block.level:
            section = section.parent or root
        child = Section(block, parent=section)
        section.children.append(child)
        section = child
    return root


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
        section.heading = replace(section.heading, parts=kind.parts(terminals))
        if len(section.heading.parts) > 1:
            faults.append(Fault("merged", section.heading.parts[0], section))
    ends = [*owners, None]
    for edit in repair(kind.grammar, tokens, kind.costs):
        if isinstance(edit, Insert):
            if edit.kind in kind.grammar.patterns:
                faults.append(Fault("missing", edit.kind.lower(), None, ends[edit.before]))
        elif (owner := owners[edit.index]) and owner.heading:
            part = tokens[edit.index].lower()
            if isinstance(edit, Move):
                faults.append(Fault("misplaced", part, owner, ends[edit.before]))
            elif part in kind.required:
                faults.append(Fault("repeated", part, owner))
            else:
                faults.append(
                    Fault("unplaced", kind.parts([tokens[edit.index]])[0] if owner.heading.terminals else "", owner)
                )
    kept = [_moved(fault, faults) for fault in faults if not _found_elsewhere(fault, faults)]
    return [fault for fault in kept if fault.kind != "misplaced" or not _merged(fault.section, fault.before)]


def _merged(*sections: Section | None) -> bool:
    """Does one of the sections hold two parts? Then no move mends the order."""
    return any(section and section.heading and len(section.heading.parts) > 1 for section in sections)


def _found_elsewhere(fault: Fault, faults: Sequence[Fault]) -> bool:
    """Is the missing part there under a heading of an aspect of it (工作情况), only out of place?"""
    return fault.kind == "missing" and any(other.kind == "unplaced" and other.part == fault.part for other in faults)


def _moved(fault: Fault, faults: Sequence[Fault]) -> Fault:
    """An unplaced heading of a part that is missing has moved; any other one belongs to no part."""
    assert fault.section is None or fault.section.heading
    if fault.kind != "unplaced" or fault.section is None or fault.section.heading is None:
        return fault
    missing = next((m for m in faults if m.kind == "missing" and m.part == fault.part), None)
    if missing:
        return Fault("misplaced", fault.part, fault.section, missing.before)
    fault.section.heading = replace(fault.section.heading, parts=())
    return replace(fault, part="")


def _passages(text: str, root: Section, kind: Kind, year: int | None) -> list[Passage]:
    """Every paragraph with the part it belongs to; cut where a part without a heading of its own begins to be told."""
    headed = {part for section in root.children if section.heading for part in section.heading.parts}
    absent = [name for name in kind.required if name not in headed]
    passages: list[Passage] = []
    for section in root.walk():
        parts = _inherited(section, absent)
        for number, paragraph in enumerate(section.paragraphs):
            if number and not LIST_START.match(text, paragraph.start) and section is not root:
                parts = _inherited(section, absent)
            if section is root and not parts and _opens_first_part(text, root, number, kind, absent):
                parts = (kind.required[0],)
            start, around = paragraph.start, parts
            for sentence in split_sentences(text, paragraph):
                told = _told(text, sentence, kind, parts, absent, year)
                if not told and set(parts) - kind.lasting and parts != around:
                    told = around  # what is told in single sentences ends with them
                if told and told != parts:
                    if sentence.start > start:
                        passages.append(Passage(Span(start, sentence.start), section, parts))
                    start, parts = sentence.start, told
            passages.append(Passage(Span(start, paragraph.end), section, parts))
            parts = parts if set(parts) <= kind.lasting else around
    return passages


def _opens_first_part(text: str, root: Section, number: int, kind: Kind, absent: Sequence[str]) -> bool:
    """Does the first part, lacking a heading, begin with this paragraph before the first heading, rather than the lead?"""
    first, paragraph = kind.required[0], text[root.paragraphs[number].start : root.paragraphs[number].end]
    lead = _LEAD_END.search(paragraph) or (number == 0 and root.children)
    return first in absent and not lead and bool(kind.told[first].search(paragraph))


def _inherited(section: Section, absent: Sequence[str]) -> tuple[str, ...]:
    """The part of a section by its headings: the nearest one that names an absent part, else the outermost one."""
    nearest: Section | None = section
    while nearest is not None and nearest.heading is not None:
        merged = top.parts if (top := section.top.heading) and len(top.parts) > 1 else ()
        named = tuple(part for part in nearest.heading.parts if part in absent or part in merged)
        if nearest.level > 1 and named:
            return named
        nearest = nearest.parent
    return section.top.heading.parts if section.top.heading else ()


def _told(
    text: str, sentence: Span, kind: Kind, parts: tuple[str, ...], absent: Sequence[str], year: int | None
) -> tuple[str, ...]:
    """The part that a sentence begins to tell: one without a heading, or one of two merged parts; () for none.

    Inside the last part, which speaks of the future, nothing else is told; inside another one with a heading of its own
    only the last.
    """
    first, last = kind.required[0], kind.required[-1]
    if parts == (last,):
        return ()
    settled = len(parts) == 1 and parts[0] not in (first, *absent)  # a part with a heading, but not the measures
    beginning = text[sentence.start : min(sentence.end, sentence.start + _TOLD_WITHIN)]
    plain = relative_years(_BOOK_TITLE.sub("", beginning), year)
    for name in reversed(kind.required[1:]):
        open_here = name in absent if len(parts) < 2 else name in parts
        if open_here and (not settled or name == last) and kind.told[name].search(plain):
            return (name,)
    return ()


def _part(name: str, root: Section, passages: Sequence[Passage], kind: Kind) -> Part:
    sections = tuple(s for s in root.children if s.heading and name in s.heading.parts)
    own = tuple(p for p in passages if name in p.parts)
    if sections:
        alone = any(s.heading and len(s.heading.parts) == 1 for s in sections)
        status = "own-section" if alone else "merged"
    else:
        status = "embedded" if own else "absent"
    return Part(name, kind.labels[name], status, sections, own)
