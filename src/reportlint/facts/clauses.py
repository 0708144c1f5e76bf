"""The clause that a place stands in."""

from __future__ import annotations

from reportlint import patterns
from reportlint.source import Span

_REACH = 60
"""Characters looked at on each side: a text without marks is no reason to read it all for each word."""
_MARK = patterns.compile(r"[，,；;。！？!?\r\n]")


def clause_around(text: str, span: Span) -> Span:
    """From the mark before a place to the mark behind it, marks left out; at most 60 characters on each side."""
    first = max(0, span.start - _REACH)
    marks = [match.end() for match in _MARK.finditer(text, first, span.start)]
    following = _MARK.search(text, span.end, span.end + _REACH)
    end = following.start() if following else min(len(text), span.end + _REACH)
    return Span(marks[-1] if marks else first, end)
