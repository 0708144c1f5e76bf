"""Where a name begins."""

from __future__ import annotations

from reportlint.language.phrases import load_phrases

_BEGINS = load_phrases(__file__, "beginnings")["begins"].pattern
_REACH = 4
"""Characters before a name that are looked at."""


def may_begin(text: str, start: int) -> bool:
    """Can the name of a body or a place begin there, by what stands before: a level, a mark, a word that leads to one?"""
    return _BEGINS.search(text, max(0, start - _REACH), start) is not None
