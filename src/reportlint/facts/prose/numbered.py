"""Lists numbered within a line: （1）排查；（2）更换；（3）约谈, ①…②…, 1.…；2.…"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

from reportlint.document.source import Span
from reportlint.facts.prose.lists import Enumeration, Item
from reportlint.facts.prose.written import written
from reportlint.kept import patterns
from reportlint.report import Report, fact

_MARKER = patterns.compile(
    r"(?:^|(?<=[。；：，;:])|(?<=其中))\s*(?P<marker>(?P<open>[（(]?)(?P<number>[①-⑳]|\d{1,2}(?=(?:(?<=[（(]\d)|(?<=[（(]\d\d))[）)]|[.．、](?!\d)))(?P<close>[）).．、]?))"
)
"""At the head of a clause: not 按照附件（1）, nor 3.5公里."""


@fact
def numbered_lists(report: Report) -> tuple[Enumeration, ...]:
    """The lists of two items and more that stand in one line, in order; where one begins with another number than 1, it goes on
    from a line before, and is told from there."""
    return tuple(found for line in written(report) for found in find_numbered(report.text, line))


def find_numbered(text: str, line: Span) -> Iterator[Enumeration]:
    """The lists of a line, those of one form apart; 1 begins a new one."""
    lists: list[list[Item]] = []
    for match in _MARKER.finditer(text[line.start : line.end]):  # a slice: ^ is where the line begins
        sign = match["number"]
        number = int(unicodedata.numeric(sign)) if len(sign) == 1 else int(sign)
        form = match["open"] + ("N" if sign.isdecimal() else "①") + match["close"]
        start, end = match.span("marker")
        item = Item(Span(line.start + start, line.start + end), number, form)
        same = next((found for found in reversed(lists) if found[-1].form == form), None)
        if same is None or number == 1:
            lists.append([item])
        else:
            same.append(item)
    return (Enumeration(tuple(found)) for found in lists if len(found) > 1)
