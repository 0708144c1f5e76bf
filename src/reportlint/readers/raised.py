"""Raised words: a note's mark, which is no text, or an exponent, which is."""

from __future__ import annotations

from reportlint.kept import patterns

_MARK = patterns.compile(r"[\[［(（〔]?(?:\d{1,3}|注\d{0,3}|[①-⑳]|[*＊※†‡])[\]］)）〕]?")
_UNIT = patterns.compile(r"(?:[mM]|米|㎡|公里|千米)$")
_POWERS = {"2": "²", "3": "³", "２": "²", "３": "³"}


def raised_text(before: str, raised: str) -> str | None:
    """What stands for raised words behind others: "" for a note's mark, ² behind m; None where they are words like others."""
    words = raised.strip()
    if words in _POWERS and _UNIT.search(before.rstrip()):
        return _POWERS[words]
    return "" if _MARK.fullmatch(words) else None
