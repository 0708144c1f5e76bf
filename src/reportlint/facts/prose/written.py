"""What is written in the report itself: title, headings and prose, without the furniture of a page; and how much it is."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable

from reportlint.document.source import Span
from reportlint.report import Report, fact


@fact
def written(report: Report) -> tuple[Span, ...]:
    """Title, headings and prose as they stand: one span a line."""
    outline = report.outline
    spans = [heading.span for heading in outline.headings] + [p.span for p in outline.passages]
    lines: list[Span] = []
    for span in sorted([*spans, *(outline.title.spans if outline.title else ())]):
        gap = report.text[lines[-1].end : span.start] if lines else "\n"
        if "\n" in gap or "\r" in gap:
            lines.append(span)
        else:
            lines[-1] = Span(lines[-1].start, max(lines[-1].end, span.end))
    return tuple(lines)


def is_written(report: Report, span: Span) -> bool:
    """Does it lie in title, headings or prose, and in one line of them?"""
    lines = written(report)
    line = bisect_right(lines, span.start, key=lambda line: line.start) - 1
    return line >= 0 and lines[line].covers(span)


@fact
def stretches(report: Report) -> tuple[tuple[Span, tuple[str, ...]], ...]:
    """Headings and passages in order of the text, each with the parts it belongs to."""
    found = [(passage.span, passage.parts) for passage in report.outline.passages]
    headed = ((section.heading, section.parts) for section in report.outline.sections)
    found += [(heading.span, parts) for heading, parts in headed if heading and not heading.tells]
    return tuple(sorted(found))


@fact
def paragraphs(report: Report) -> tuple[tuple[Span, str], ...]:
    """The prose of the parts, not of the lead: place and text without blanks."""
    return tuple((p.span, "".join(report.words(p.span).split())) for p in report.outline.passages if p.parts)


def size(report: Report, spans: Iterable[Span]) -> int:
    """Characters that stand there, without white space."""
    return sum(len("".join(report.words(span).split())) for span in spans)


def length(report: Report) -> int:
    """Characters of title, headings and prose, without white space."""
    spans = [h.span for h in report.outline.headings if not h.tells] + [p.span for p in report.outline.passages]
    if report.outline.title:
        spans += report.outline.title.spans
    return size(report, spans)
