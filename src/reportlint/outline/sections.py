"""Headings and prose to sections: every heading owns the prose up to the next one, and the headings below its level."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from reportlint.document.source import Span
from reportlint.lines.headings import Heading


class Section:
    """A heading and the prose it owns, before its first subheading. The root has no heading; its prose is the lead."""

    def __init__(self, heading: Heading | None, parent: Section | None = None) -> None:
        self.heading = heading
        self.parent = parent
        self.paragraphs: list[Span] = []
        self.children: list[Section] = []

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
    def parts(self) -> tuple[str, ...]:
        """The parts that the heading of the outermost section names."""
        heading = self.top.heading
        return heading.parts if heading else ()

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


def fold_sections(blocks: Sequence[Heading | Span]) -> Section:
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
