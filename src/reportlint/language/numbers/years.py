"""Years as titles, headings and sentences write them: 2024年, 二〇二四年."""

from __future__ import annotations

from reportlint.document.source import Span
from reportlint.kept import patterns

_ZERO = "〇○零"
YEAR = rf"20\d\d|二[{_ZERO}一二三四五六七八九]{{3}}"
"""A year of this century, without the 年 behind it."""
YEAR_IN_DIGITS = patterns.compile(r"(20\d\d)年")
"""A year as sentences on figures write it: 2024年; its one group is the number."""
_YEAR = patterns.compile(rf"(?P<year>{YEAR})\s*年?度?")
_NAMED = patterns.compile(rf"(?P<year>{YEAR})(?:\s*年|(?=[—–\-－~～至]\d{{4}}年))")
_DIGITS = str.maketrans(_ZERO + "一二三四五六七八九", "000123456789")


def year_value(text: str) -> int:
    """2023 or 二〇二三 as a number."""
    return int(text.translate(_DIGITS))


def years_in(text: str) -> list[int]:
    """The years a title or heading names, in order."""
    return [year_value(match["year"]) for match in _YEAR.finditer(text)]


def find_years(text: str, span: Span) -> list[tuple[Span, int]]:
    """The years named in a stretch of the text, with their places."""
    return [(Span(*match.span()), year_value(match["year"])) for match in _NAMED.finditer(text, *span)]
