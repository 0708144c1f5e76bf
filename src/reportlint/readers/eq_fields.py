"""Words that Word sets by an EQ field: a number in a circle, a character with its reading above it."""

from __future__ import annotations

from reportlint.kept import patterns

_OVER = patterns.compile(
    r"\s*EQ\s+\\o(?:\\a[a-z])?\s*\((?P<first>[^,，;；()]{0,20})[,，;；](?P<second>[^()]{0,40})\)", 2
)
_CIRCLES = "○〇◯"
_NUMBERED = 20


def eq_text(code: str) -> str:
    """What the code of a field shows, where it sets two things over one another; "" for any other field."""
    match = _OVER.match(code)
    if match is None:
        return ""
    first, second = match["first"].strip(), match["second"].strip()
    if first in _CIRCLES and first:
        number = int(second) if second.isascii() and second.isdigit() else 0
        return chr(ord("①") + number - 1) if 0 < number <= _NUMBERED else second
    return first
