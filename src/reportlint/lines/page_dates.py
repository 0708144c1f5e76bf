"""The dates that stand around a report, each with what it is the date of: of publication, of the document, of something else."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from reportlint.document.source import Span
from reportlint.kept import patterns
from reportlint.language.numbers.dates import IN_CHARACTERS, IN_DIGITS, day_of
from reportlint.language.phrases import load_phrases
from reportlint.lines.furniture import is_issuer

_RULES = load_phrases(__file__, "page_dates")
_PUBLISHED, _OTHER, _LABEL = (_RULES[name].pattern for name in ("published", "other", "label"))
_CHANGED = _RULES["changed"].pattern
_DATE = patterns.compile(rf"{IN_DIGITS}(?!\d)日?|{IN_CHARACTERS}")
_BARE = patterns.compile(r"(?:^|[^\u4e00-\u9fff（(])\s*$")
_BARE_END = patterns.compile(
    r"\s*(?:\d{1,2}[:：时]\d\d(?:[:：分]\d\d)?[分秒]?)?\s*(?:$|[^\u4e00-\u9fff）)]|\s[\u4e00-\u9fff])"
)
_CLOSED = patterns.compile(r"\s*(?P<published>发布|公布|公开)?\s*[）)]\s*")

_CHANGE, _ELSE = 3, 4
"""The ranks of the date of the last change, and of one of something else."""


class PageDate(NamedTuple):
    """A date of the page. rank: 0 where it is said to be that of publication, 1 labelled as a date, 2 alone, 3 of the last change, 4 of something else."""

    span: Span
    day: datetime.date
    rank: int

    @property
    def of_change(self) -> bool:
        """Is it the day of the page's last change? It was put up then, or before."""
        return self.rank == _CHANGE


def find_page_dates(text: str, lines: Iterable[Span]) -> Iterator[PageDate]:
    """The dates in the lines around a report, in order; a label may stand on the line before. Impossible dates are passed over."""
    above = ""
    for line in lines:
        words = text[line.start : line.end]
        if _RULES["today"].pattern.search(words):
            continue
        at = 0
        for match in _DATE.finditer(words):
            before = words[at : match.start()]
            label = above if not at and not before.strip(" \t\u3000-•·|") and _LABEL.search(above) else before
            if day := day_of(match):
                span = Span(line.start + match.start(), line.start + match.end())
                yield PageDate(span, day, _rank(label, words[match.end() :]))
            at = match.end()
        above = words if not at else ""


def published(dates: Iterable[PageDate]) -> PageDate | None:
    """The date of publication: said to be it, else the first that is not said to be another one; a page that names none but its last change was put up then."""
    return min((date for date in dates if date.rank < _ELSE), key=lambda date: date.rank, default=None)


def _rank(label: str, after: str) -> int:
    said = list(_LABEL.finditer(label))
    if said:
        kind = said[-1][0]
        return (
            0 if _PUBLISHED.search(kind) else _CHANGE if _CHANGED.search(kind) else _ELSE if _OTHER.search(kind) else 1
        )
    if label.strip() in ("（", "(") and (closed := _CLOSED.fullmatch(after)):
        return 0 if closed["published"] else 2  # alone below the title: when it was made
    bare = (_BARE.search(label) or is_issuer(label)) and _BARE_END.match(after)
    return 2 if bare else _ELSE
