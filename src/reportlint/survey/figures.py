"""Figures that an office tells of a whole place: 全区受理行政复议案件36件. Another office of that place may tell the same."""

from __future__ import annotations

from decimal import Decimal
from typing import NamedTuple

from reportlint.facts.figures.quantities import quantities
from reportlint.facts.prose.sentences import clauses, sentences
from reportlint.language.numbers.years import YEAR_IN_DIGITS
from reportlint.language.phrases import load_phrases
from reportlint.lines.issuers import places_in
from reportlint.report import Report

_RULES = load_phrases(__file__, "figures")
_WHOLE, _SAYS_NOTHING, _NARROWS = (_RULES[name].pattern for name in ("whole-place", "says-nothing", "narrows"))
_LEVELS = {"省": ("省", "自治区"), "市": ("市",), "州": ("州",), "县": ("县",), "区": ("区",), "旗": ("旗",), "镇": ("镇",), "乡": ("乡",)}  # fmt: skip
_SHORTEST, _LONGEST = 4, 24
"""Characters of what is counted: fewer say too little to be the same, more are too much a writer's own."""


class Figure(NamedTuple):
    """A figure of a whole place. place: with those it lies in, as the issuer's name has them. matter: what is counted, without what
    says nothing (共, 全年). line: from 1. words: of the clause.
    """

    place: str
    matter: str
    unit: str
    value: Decimal
    line: int
    words: str


def figures_of(report: Report) -> tuple[Figure, ...]:
    """The figures of whole places in what the report says was done, exact ones alone."""
    places = places_in(report.outline.title.issuer or "") if report.outline.title else []
    if not places:
        return ()
    by_clause = [
        (sentence.span.start, clause)
        for sentence in sentences(report)
        if report.kind.deeds in sentence.parts or report.kind.head in sentence.parts
        for clause in clauses(report)[sentence.span]
    ]
    found, counted = [], iter(quantities(report))
    quantity = next(counted, None)
    for start, clause in by_clause:
        first = True
        while quantity is not None and quantity.span.start < clause.end:
            if quantity.span.start >= clause.start and first and not quantity.approximate and quantity.kind == "count":
                before = report.text[clause.start : quantity.span.start]
                exact = not {*"万亿"} & {*report.words(quantity.span)} and not _narrowed(
                    report, start, quantity.span.start
                )
                if exact and (place := _place(before, places)) and (matter := _matter(before)):
                    line = report.source.position(clause.start).line
                    found.append(Figure(place, matter, quantity.unit, quantity.value, line, report.words(clause)))
                first = False
            quantity = next(counted, None)
    return tuple(found)


def _narrowed(report: Report, start: int, end: int) -> bool:
    """Do the words before a figure, from the beginning of its sentence, make it one of another time, a field, a part or a plan?"""
    years = {int(year) for year in YEAR_IN_DIGITS.findall(report.text, start, end)}
    return bool(years - {report.outline.year}) or _NARROWS.search(report.text, start, end) is not None


def _place(before: str, places: list[str]) -> str:
    """The whole place that the words speak of; "" where they speak of none for certain."""
    whole = list(_WHOLE.finditer(before))
    if len(whole) != 1:
        return ""
    ends = _LEVELS.get(whole[0]["level"], ())
    at = [number for number, place in enumerate(places) if place.endswith(ends)]
    return "".join(places[: at[0] + 1]) if len(at) == 1 else ""  # of a city in a city, 全市 may be either


def _matter(before: str) -> str:
    words = _SAYS_NOTHING.sub("", before[next(_WHOLE.finditer(before)).end() :])
    return words if _SHORTEST <= len(words) <= _LONGEST else ""
