"""The words of a finding on a terminal: their line, cut around them, and carets below."""

from __future__ import annotations

from reportlint.document.source import Span
from reportlint.report import Report
from reportlint.reporters.plain_text import clean, fit, width

WIDTH = 76
"""Columns that a quoted line may take."""


def underlined(report: Report, span: Span) -> tuple[str, str]:
    """The line of a span, cut to the width of a terminal around it, and the carets below it."""
    line, written = report.source.line_at(span.start), report.source.written
    end = min(max(span.end, span.start + 1), line.end)
    words = clean(written(Span(span.start, end))).replace("\t", " ")
    if width(words) > WIDTH - 8:
        words, end = fit(words, WIDTH - 8) + "…", line.end
    room = WIDTH - width(words)
    after_all = clean(written(Span(end, min(line.end, end + WIDTH)))).replace("\t", " ")
    before_all = clean(written(Span(max(line.start, span.start - WIDTH), span.start))).replace("\t", " ").lstrip()
    after = fit(after_all, max(room // 2, room - width(before_all)))
    before = fit(before_all[::-1], room - width(after))[::-1]
    head = "…" if len(before) < len(before_all) or (before_all and span.start - WIDTH > line.start) else ""
    tail = "…" if len(after) < len(after_all) else ""
    return f"{head}{before}{words}{after}{tail}", " " * width(head + before) + "^" * max(1, width(words))
