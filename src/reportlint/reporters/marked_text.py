"""The text of a report on a page: line by line, findings and the places that go with them marked where they stand."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from reportlint.document.source import Source, Span
from reportlint.facts.relations import Relation, relations
from reportlint.finding import Finding, Severity
from reportlint.outline.layout import trim
from reportlint.report import Report
from reportlint.reporters.html_elements import escaped, tag
from reportlint.repository.file_result import FileResult


class Shown(NamedTuple):
    """A report on the page. name: what the ids of its section begin with."""

    name: str
    result: FileResult
    report: Report

    @property
    def findings(self) -> Sequence[tuple[str, Finding]]:
        """Each finding with the id of its card."""
        return [(f"{self.name}-{number}", finding) for number, finding in enumerate(self.result.findings, 1)]

    @property
    def relations(self) -> Sequence[Relation]:
        """The ledger; empty where the text is no report."""
        return relations(self.report) if self.report.outline.is_report and not self.result.settings else ()

    def link(self, span: Span, words: str = "", place: str = "") -> str:
        """A link to the line of a span. place: the name of the spots that it lights up."""
        source = self.report.source
        words = words or f"第 {source.line_of(span.start)} 行"
        return tag("a", words, href=f"#{self.anchor(source.line_at(span.start))}", data_see=place)

    def anchor(self, line: Span) -> str:
        """The id of a line of the text; by its place, as several of them may have come from one line of the file."""
        return f"{self.name}at{line.start}"


class _Spot(NamedTuple):
    """Something to be seen at a span of the text.

    kind: ``of``, the words of a finding; ``see``, a place that links lead to; ``class``, a heading that shares its line.
    name: the id of the finding's card, the name of the place, the class. severity: of a finding.
    """

    span: Span
    kind: str
    name: str
    severity: Severity | None = None


def marked_lines(shown: Shown) -> Iterator[str]:
    """Each line of the text, with what is to be seen in it."""
    source, roles = shown.report.source, _roles(shown.report)
    whole = [trim(source.text, line) for line in source.lines]
    spots = [*_spots(shown), *(_Spot(span, "class", roles[span]) for span in roles.keys() - set(whole))]
    for line, words, pieces in zip(source.lines, whole, _marked(source, spots), strict=True):
        role = roles.get(words, "")
        heading = {"role": "heading", "aria_level": _LEVELS[role]} if role in _LEVELS else {}
        own = {"class_": f"line {role}".rstrip(), "id": shown.anchor(line), "data_n": source.line_of(line.start)}
        yield tag("p", "".join(pieces), **own, **heading)


def _marked(source: Source, spots: Sequence[_Spot]) -> Iterator[list[str]]:
    """The pieces of each line. Spots may lie across each other: it is cut wherever one of them begins or ends."""
    waiting = sorted(spots, key=lambda spot: spot.span, reverse=True)
    cuts = sorted({place for spot in spots for place in spot.span})
    ending: dict[int, list[_Spot]] = {}
    for spot in spots:
        if spot.kind == "of":
            ending.setdefault(spot.span.end, []).append(spot)
    over: list[_Spot] = []
    for line in source.lines:
        pieces = []
        within = cuts[bisect_right(cuts, line.start) : bisect_left(cuts, line.end)]
        for start, end in pairwise((line.start, *within, line.end)):
            while waiting and waiting[-1].span.start <= start:
                over.append(waiting.pop())
            over = [spot for spot in over if spot.span.end > start]
            pieces.append(_piece(source.written(Span(start, end)), over))
            pieces += map(_note, ending.pop(end, ()))
        yield pieces


_LEVELS = {"title": 3, **{f"h{level}": level + 3 for level in range(1, 8)}}
"""The classes of a report's title and headings, with their level on the page."""


def _roles(report: Report) -> dict[Span, str]:
    """Title, headings and furniture, with the class that shows them as such; all else is prose."""
    outline = report.outline
    return {
        **dict.fromkeys(outline.furniture, "furniture"),
        **dict.fromkeys(outline.title.spans if outline.title else (), "title"),
        **{heading.span: f"h{heading.level}" for heading in outline.headings},
    }


def _spots(shown: Shown) -> Iterator[_Spot]:
    """The words of each finding, the places in the same text that go with it, and the figures of the ledger."""
    for card, finding in shown.findings:
        yield _Spot(_within_lines(shown.report.source, finding.span), "of", card, finding.severity)
        for place, related in enumerate(finding.related):
            if related.source is None:
                yield _Spot(related.span, "see", f"{card}.{place}")
        for edit in finding.edits:
            yield _Spot(edit.span, "see", f"{card}.edits")
    for number, relation in enumerate(shown.relations):
        for span in (relation.span, *relation.operands):
            yield _Spot(span, "see", f"{shown.name}.{number}")


def _within_lines(source: Source, span: Span) -> Span:
    """The span without newlines at its end: its note stands behind a word, or at the end of a line."""
    start = min(span.start, source.line_at(span.start).end)
    return Span(start, start + len(source.text[start : span.end].rstrip("\r\n")))


def _piece(words: str, over: Sequence[_Spot]) -> str:
    """Words that lie under the same spots from end to end."""
    if not over or not words:
        return escaped(words)
    role, of, see = (" ".join(spot.name for spot in over if spot.kind == kind) for kind in ("class", "of", "see"))
    severity = max((spot.severity for spot in over if spot.severity), default=None)
    return tag("mark" if of else "span", escaped(words), class_=role, data_of=of, data_see=see, data_severity=severity)


def _note(spot: _Spot) -> str:
    """The number of a finding behind its words. The style draws it: it is no part of the text."""
    number = number_of(spot.name)
    own = {"class_": "note", "id": f"{spot.name}w", "href": f"#{spot.name}", "data_n": number}
    return tag("a", "", **own, data_severity=spot.severity, aria_label=f"意见 {number}")


def number_of(card: str) -> str:
    """The number of a finding in its text, from 1."""
    return card.rpartition("-")[2]
