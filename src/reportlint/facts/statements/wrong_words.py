"""Tables of wrong words, and where a report uses them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from reportlint.document.source import Span
from reportlint.facts.prose.masks import unquoted
from reportlint.facts.prose.written import written
from reportlint.kept import patterns
from reportlint.language.tables import Row, load_table
from reportlint.language.word_boundaries import stands
from reportlint.report import Report

_COLUMNS = {
    "wrong": "word",
    "right": "word",
    "why": "word",
    "then": "words?",
    "unless": "words?",
    "hit": "word",
    "miss": "word?",
}
_DIGIT = "数字"
"""In the column ``then``: any digit."""


def find_terms(report: Report, module: str, name: str) -> Iterator[tuple[Row, Span]]:
    """Where the wrong words of a table stand as words, with their rows; what is quoted is not the report's own wording.

    module: the ``__file__`` of the module that NAME.yaml lies beside.

    Columns of the table: wrong, right, why; then: the words of which one must follow; unless: the wider wordings in
    which the word is right.
    """
    rows, pattern = _compiled(module, name)
    for line in written(report):
        for match in pattern.finditer(unquoted(report), *line):
            row, span = rows[match.group()], Span(*match.span())
            if (
                stands(report.text, *span)
                and _follows(report.text, span, row)
                and not _excepted(report.text, span, row)
            ):
                yield row, span


@lru_cache(maxsize=8)
def _compiled(module: str, name: str) -> tuple[dict[str, Row], re.Pattern[str]]:
    table = load_table(module, name, **_COLUMNS)
    rows = {row["wrong"]: row for row in table}
    return rows, patterns.compile("|".join(map(re.escape, sorted(rows, key=len, reverse=True))))


def _follows(text: str, span: Span, row: Row) -> bool:
    words = row.get("then", [])
    digit = _DIGIT in words and text[span.end : span.end + 1].isdigit()
    return not words or digit or text.startswith(tuple(words), span.end)


def _excepted(text: str, span: Span, row: Row) -> bool:
    return any(
        text.startswith(wider, max(0, span.start - wider.index(row["wrong"])))
        for wider in row.get("unless", [])
        if row["wrong"] in wider
    )
