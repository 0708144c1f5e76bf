"""Word files: the paragraphs of the main text. Headers, footers, footnotes and comments are no part of it."""

from __future__ import annotations

from itertools import accumulate

from reportlint.document.source import Source, Span, UnreadableError
from reportlint.readers.numbering import Numbering, child, local
from reportlint.readers.package import Package
from reportlint.readers.tables import Cell, with_places
from reportlint.readers.wordml import Paragraph, paragraphs

_OTHERS = {"xl/workbook.xml": "Excel 文件", "ppt/presentation.xml": "PowerPoint 文件"}


def read(data: bytes, path: str) -> Source:
    """The text of a Word file; places are counted in paragraphs, empty ones included. Raises UnreadableError."""
    package = Package(data)
    main = package.related("").get("officeDocument", "")
    other = next((kind for name, kind in _OTHERS.items() if name in package.names), "")
    if main not in package.names or other:
        kind = other or "压缩包或别的文件"
        raise UnreadableError(f"这是{kind}，不是 Word 文件。请把报告另存为 docx 或纯文本后再检查。")
    related = package.related(main)
    numbering, styles = (
        package.parse(related[kind]) if related.get(kind) in package.names else None for kind in ("numbering", "styles")
    )
    body = child(package.parse(main), "body")
    if body is None:
        raise UnreadableError("Word 文件已损坏（没有正文）。请用 Word 或 WPS 打开，另存一份再检查。")
    if any(local(element) == "altChunk" for element in body.iter()):
        raise UnreadableError("文件里嵌入了另一份文件（altChunk），其中的文字读不到。请用 Word 打开，另存一份再检查。")
    return as_source(paragraphs(body, Numbering.of(numbering, styles)), path)


def as_source(found: list[Paragraph], path: str) -> Source:
    """Paragraphs as a text, one a line; a line break inside one begins a line, but no new place."""
    texts = [f"{paragraph.text}\n" for paragraph in found]
    starts = list(accumulate(map(len, texts), initial=0))
    cells: dict[Cell, Span] = {}
    apart: set[int] = set()
    lines = 0
    for paragraph, text, start in zip(found, texts, starts[:-1], strict=True):
        if cell := paragraph.cell:
            held = cells.get(cell, Span(start, start))
            cells[cell] = Span(held.start if held.start < held.end else start, start + len(text) - 1)
        first, lines = lines + 1, lines + text.count("\n")
        if paragraph.apart:
            apart.update(range(first, lines + 1))
    tables = with_places(cells, cells)
    return Source(path, "".join(texts), form="docx", starts=tuple(starts), apart=frozenset(apart), tables=tables)
