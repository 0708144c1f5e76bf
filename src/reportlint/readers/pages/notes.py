"""Notes at the foot of a page, which are no part of the main text: small lines below it, the first of which begins with a mark."""

from __future__ import annotations

from collections.abc import Sequence

from reportlint.kept import patterns
from reportlint.lines.furniture import is_page_number
from reportlint.readers.pages.lines import Line, usual_size

_SMALLER = 0.88
"""Of the size of most lines: those of notes are as small."""
_MARK = patterns.compile(r"[\[［(（〔]?(?:[⁰¹²³⁴-⁹]{1,3}|[①-⑳]|\d{1,2}(?![\d.．、年月日])|[*＊※†‡])[\]］)）〕]?\s*\S")


def without_notes(pages: Sequence[Sequence[Line]]) -> list[list[Line]]:
    """The lines of pages but for their notes; what is below these, as the page's number, stays."""
    usual = usual_size(pages)
    return [_without(page, _SMALLER * usual) for page in pages]


def _without(page: Sequence[Line], small: float) -> list[Line]:
    end = len(page)
    while end and is_page_number(page[end - 1].text):
        end -= 1
    start = end
    while start and page[start - 1].size < small:
        start -= 1
    first = next((at for at in range(start, end) if _MARK.match(page[at].text)), end)
    return [*page[:first], *page[end:]] if first else list(page)
