"""Central meetings that the text names: 党的二十大, 二十届二中、三中全会, 十九届历次全会 and those of meetings.yaml.

A plenum may be named in full: 第二十届中央委员会第三次全体会议.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from reportlint.document.source import Span
from reportlint.facts.prose.masks import unquoted
from reportlint.facts.prose.unchanged import fact_of_passages
from reportlint.facts.prose.written import stretches
from reportlint.kept import patterns
from reportlint.language.phrases import load_phrases
from reportlint.language.tables import load_table
from reportlint.report import Report

_PHRASES = load_phrases(__file__, "meeting_names")
_PLENUMS, _IN_FULL, _CONGRESS, _TERM = (
    _PHRASES[name].pattern for name in ("plenums", "plenum-in-full", "congress", "term")
)
_PLENUM = patterns.compile("[一二三四五六七八九]中")


class Meeting(NamedTuple):
    """A row of meetings.yaml. date: 2023-02, of several meetings of one name the first. due: a later report that lists such
    meetings should name it."""

    name: str
    date: str
    due: bool = False

    @property
    def term(self) -> str:
        """The congress it belongs to: 二十届三中全会 and 二十大 are of 二十; "" for other meetings."""
        match = _TERM.match(self.name)
        return match["term"] if match else ""


class Naming(NamedTuple):
    """A meeting that the text names. meeting: None for 历次全会, all of a term."""

    span: Span
    term: str
    meeting: Meeting | None
    parts: tuple[str, ...]


@lru_cache(maxsize=1)
def meetings() -> dict[str, Meeting]:
    """Name to row."""
    rows = load_table(__file__, "meetings", name="word", date="date", due="word?", why="word")
    return {row["name"]: Meeting(row["name"], row["date"], "due" in row) for row in rows}


@lru_cache(maxsize=1)
def _others() -> re.Pattern[str]:
    return patterns.compile(
        "|".join(re.escape(meeting.name) for meeting in meetings().values() if not meeting.term) or "(?!)"
    )


def find_meetings(unquoted: str, span: Span, parts: tuple[str, ...]) -> Iterator[Naming]:
    """The meetings named in a stretch of the text; those the table does not know are left out."""
    for match in _CONGRESS.finditer(unquoted, span.start, span.end):
        if row := meetings().get(match.group()):
            yield Naming(Span(*match.span()), row.term, row, parts)
    for match in _PLENUMS.finditer(unquoted, span.start, span.end):
        if match["plenums"] == "历次全会":
            yield Naming(Span(*match.span()), match["term"], None, parts)
        else:
            yield from _plenums(match, parts)
    for match in _IN_FULL.finditer(unquoted, span.start, span.end):
        if row := meetings().get(f"{match['term']}届{match['number']}中全会"):
            yield Naming(Span(*match.span()), row.term, row, parts)
    for match in _others().finditer(unquoted, span.start, span.end):
        yield Naming(Span(*match.span()), "", meetings()[match.group()], parts)


def _plenums(match: re.Match[str], parts: tuple[str, ...]) -> Iterator[Naming]:
    """二十届二中、三中全会 is two meetings; the whole of a single one is marked, of several its own two characters."""
    pieces = list(_PLENUM.finditer(match.string, match.start("plenums"), match.end()))
    for piece in pieces:
        if row := meetings().get(f"{match['term']}届{piece.group()}全会"):
            yield Naming(Span(*(match if len(pieces) == 1 else piece).span()), match["term"], row, parts)


@fact_of_passages
def meetings_named(report: Report) -> tuple[Naming, ...]:
    """The central meetings that headings and prose name."""
    masked = unquoted(report)
    found = [naming for span, parts in stretches(report) for naming in find_meetings(masked, span, parts)]
    return tuple(sorted(found, key=lambda naming: naming.span))
