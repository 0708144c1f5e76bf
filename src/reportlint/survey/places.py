"""Where a line is, as who opens the file finds it: of a text by its number; Word files and web pages show no numbers, so there it
is a paragraph behind its heading, and of a PDF or an OFD the page.
"""

from __future__ import annotations

import re
from collections.abc import Collection

from reportlint.document.source import Source
from reportlint.report import Report
from reportlint.reporters.plain_text import cut

_HEADING = 40
"""Columns of a heading that is quoted."""
INNER = str.maketrans("“”", "‘’")
"""Marks of what is quoted to those within a quotation."""
_LINE = re.compile(r"第 ?(\d+) ?行")


def lines_in(message: str) -> set[int]:
    """The lines that a message of a check speaks of."""
    return {int(line) for line in _LINE.findall(message)}


def by_places(message: str, places: dict[int, str]) -> str:
    """The message with places in place of the numbers of lines."""
    return _LINE.sub(lambda line: places.get(int(line[1]), line[0]), message)


def places_of(report: Report, lines: Collection[int]) -> dict[int, str]:
    """Those lines (numbers, from 1) to where they are, in words; none of a text, whose lines have numbers."""
    source = report.source
    if source.form in ("text", "markdown"):
        return {}
    told = [f"第{page}页" for page in source.pages] or _by_headings(report)
    return {line: told[line - 1] for line in lines if 0 < line <= len(told)}


def _by_headings(report: Report) -> list[str]:
    """Where each line is: “一、主要举措和成效”第3段."""
    source = report.source
    headings = {
        source.line_of(heading.span.start): cut(report.words(heading.span).translate(INNER), _HEADING)
        for heading in report.outline.headings
        if not heading.run_in
    }
    named = {source.line_of(span.start) for span in report.outline.title.spans} if report.outline.title else set()
    told: list[str] = []
    under, count = "开头", 0
    for line, (words, apart) in enumerate(_paragraphs(source), 1):
        if line in named:
            told.append("标题")
        elif line in headings:
            under, count = f"“{headings[line]}”", 0
            told.append(f"小标题{under}")
        else:
            count += bool(words) and not apart
            told.append(f"{under}{'的表格' if apart else f'第{count}段'}")
    return told


def _paragraphs(source: Source) -> list[tuple[bool, bool]]:
    """Of each line that the file counts: are there words in it, and is it in a table, or no running text?"""
    spans = [table.span for table in source.tables]
    tabled = {line for span in spans for line in range(source.line_of(span.start), source.line_of(span.end) + 1)}
    found: list[tuple[bool, bool]] = []
    for number, span in enumerate(source.lines, 1):
        line = source.line_of(span.start)
        found += [(False, False)] * (line - len(found))
        words, apart = found[line - 1]
        words |= bool(source.text[span.start : span.end].strip())
        found[line - 1] = words, apart or number in source.apart or line in tabled
    return found
