"""The dates that stand around a report, each with what it is the date of: of publication, of the document, of something else."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from reportlint.document.source import Span
from reportlint.kept import patterns
from reportlint.language.phrases import load_phrases

_RULES = load_phrases(__file__, "page_dates")
_PUBLISHED, _OTHER, _LABEL = (_RULES[name].pattern for name in ("published", "other", "label"))
_DATE = patterns.compile(
    r"(?P<year>(?:19|20)\d\d)\s*[-/.年]\s*(?P<month>\d{1,2})\s*[-/.月]\s*(?P<day>\d{1,2})(?!\d)日?"
)
_BARE = patterns.compile(r"(?:^|[^\u4e00-\u9fff（(])\s*$")
_BARE_END = patterns.compile(
    r"\s*(?:\d{1,2}[:：时]\d\d(?:[:：分]\d\d)?[分秒]?)?\s*(?:$|[^\u4e00-\u9fff）)]|\s[\u4e00-\u9fff])"
)


class PageDate(NamedTuple):
    """A date of the page. rank: 0 where it is said to be that of publication, 1 labelled as a date, 2 alone, 3 of something else."""

    span: Span
    day: datetime.date
    rank: int


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
            if day := _day(match["year"], match["month"], match["day"]):
                span = Span(line.start + match.start(), line.start + match.end())
                yield PageDate(span, day, _rank(label, words[match.end() :]))
            at = match.end()
        above = words if not at else ""


def published(dates: Iterable[PageDate]) -> PageDate | None:
    """The date of publication: said to be it, else the first that is not said to be another one."""
    return min((date for date in dates if date.rank < 3), key=lambda date: date.rank, default=None)


def _rank(label: str, after: str) -> int:
    said = list(_LABEL.finditer(label))
    if said:
        kind = said[-1][0]
        return 0 if _PUBLISHED.search(kind) else 3 if _OTHER.search(kind) else 1
    return 2 if _BARE.search(label) and _BARE_END.match(after) else 3


def _day(year: str, month: str, day: str) -> datetime.date | None:
    try:
        return datetime.date(int(year), int(month), int(day))
    except ValueError:
        return None
