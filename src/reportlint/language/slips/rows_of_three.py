"""Slogans in a row, of three characters each: 抓路面、严执法; 走在前、作表率. A member of one is a wording made for its beat."""

from __future__ import annotations

import re
from typing import NamedTuple

from reportlint.document.source import Span
from reportlint.kept import patterns

_THREE = "(?<![\u4e00-\u9fff])[\u4e00-\u9fff]{3}"
_REACH = 8
"""Characters looked at before a member: another, the marks between, and what stands before that."""


class Row(NamedTuple):
    """How another member stands before one, up to its place, and behind it."""

    before: re.Pattern[str]
    behind: re.Pattern[str]


def row_joined_by(marks: str) -> Row:
    """A row whose members are joined by marks, given as a pattern."""
    return Row(
        patterns.compile(f"{_THREE}{marks}$"), patterns.compile(f"{marks}[\u4e00-\u9fff]{{3}}(?![\u4e00-\u9fff])")
    )


def is_in_row(text: str, span: Span, row: Row) -> bool:
    """Does another wording of three characters stand right before or behind it?"""
    before = text[max(0, span.start - _REACH) : span.start]
    return row.behind.match(text, span.end) is not None or row.before.search(before) is not None
