"""The outline in the editor: symbols, folding, and over each part a line with its length, its data and its claims."""

from __future__ import annotations

from collections.abc import Iterator

from lsprotocol.types import (
    CodeLens,
    Command,
    DocumentSymbol,
    FoldingRange,
    FoldingRangeKind,
    Range,
    SymbolKind,
)

from reportlint.document.source import Span
from reportlint.facts.tables.sheets import tables_in
from reportlint.outline.sections import Section
from reportlint.report import Report
from reportlint.reporters.at_a_glance import PartNumbers, at_a_glance
from reportlint.server.draft import Linted


def symbols(linted: Linted) -> list[DocumentSymbol]:
    """The headings as a tree, below the title where there is one."""
    report = linted.report
    if report is None:
        return []
    headings = [_symbol(section, linted, report) for section in report.outline.root.children]
    if title := report.outline.title:
        where = linted.range(title.span)
        headings.insert(0, DocumentSymbol(title.text, SymbolKind.File, where, where))
    return headings


def folds(linted: Linted) -> list[FoldingRange]:
    """Each section from its heading to its last line."""
    if linted.report is None:
        return []
    report = linted.report
    ranges = (linted.range(_reach(section, report)) for section in report.outline.sections)
    return [
        FoldingRange(place.start.line, place.end.line, kind=FoldingRangeKind.Region)
        for place in ranges
        if place.start.line < place.end.line
    ]


def lenses(linted: Linted) -> list[CodeLens]:
    """A line over each part that is there."""
    report = linted.report
    return list(_lenses(linted, report)) if report else []


def _symbol(section: Section, linted: Linted, report: Report) -> DocumentSymbol:
    heading = section.heading
    assert heading is not None
    labels = [report.part(part).label for part in heading.parts] if heading.level == 1 else []
    return DocumentSymbol(
        name=f"{heading.marker}{heading.text}",
        detail="、".join(labels),
        kind=SymbolKind.Module if heading.level == 1 else SymbolKind.String,
        range=linted.range(_reach(section, report)),
        selection_range=linted.range(heading.span),
        children=[_symbol(child, linted, report) for child in section.children],
    )


def _lenses(linted: Linted, report: Report) -> Iterator[CodeLens]:
    for name, numbers in at_a_glance(report).parts.items():
        part = report.part(name)
        if part.span:
            start = linted.range(part.heading.span if part.heading else part.span).start
            label = "" if part.status == "own-section" else f"{part.label}："  # its own heading says so already
            yield CodeLens(
                Range(start, start), Command(label + _length_and_data(numbers, len(tables_in(report, name))), "")
            )


def _reach(section: Section, report: Report) -> Span:
    """A section with the tables in it, which are no prose."""
    span = section.span
    others = (other for other in report.outline.sections if other.level <= section.level)
    end = min((other.span.start for other in others if other.span.start > span.start), default=len(report.text))
    tables = (table.span.end for table in report.source.tables if span.start <= table.span.start < end)
    return Span(span.start, max((span.end, *tables)))


def _length_and_data(part: PartNumbers, tables: int) -> str:
    """How long a part is, and how many data, claims and tables it has."""
    if tables and not part.characters:
        return f"表格 {tables} 张"
    lacking = f"{part.unsupported} 处没有数据" if part.unsupported else "都有数据"
    claims = f"，成效 {part.claims} 处（{lacking}）" if part.claims else ""
    return f"{part.characters:,} 字（{part.share:.0%}），{part.data} 个数据{claims}{f'，表格 {tables} 张' if tables else ''}"
