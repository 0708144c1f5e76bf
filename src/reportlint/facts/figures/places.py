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

    def filed(report: Report) -> tuple[list[int], tuple[Placed, ...]]:
        members = find(report)
        return [member.span.start for member in members], members

    filed.__module__, filed.__qualname__ = find.__module__, f"{find.__qualname__}.filed"
    known = fact(filed)

    def found(report: Report, span: Span) -> tuple[Placed, ...]:
        starts, members = known(report)
        first = bisect_left(starts, span.start)
        return members[first : bisect_left(starts, span.end, first)]

    return found
