"""Facts that stand in order of the text, by place."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable
from typing import Protocol, TypeVar

from reportlint.document.source import Span
from reportlint.report import Report, fact


class _Placed(Protocol):
    @property
    def span(self) -> Span: ...


Placed = TypeVar("Placed", bound=_Placed)


def within(find: Callable[[Report], tuple[Placed, ...]]) -> Callable[[Report, Span], tuple[Placed, ...]]:
    """A fact whose members stand in order, to a function of report and span: those that begin in that stretch."""

    def starts(report: Report) -> list[int]:
        return [member.span.start for member in find(report)]

    starts.__module__, starts.__qualname__ = find.__module__, f"{find.__qualname__}.starts"
    known = fact(starts)

    def found(report: Report, span: Span) -> tuple[Placed, ...]:
        first = bisect_left(known(report), span.start)
        return find(report)[first : bisect_left(known(report), span.end, first)]

    return found
