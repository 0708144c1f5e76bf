"""Offices that a body does not have: 检察院院长, 政协主任; and the one that is meant."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from reportlint.document.source import Span
from reportlint.facts.prose.unchanged import fact_of_passages
from reportlint.facts.prose.written import stretches
from reportlint.kept import patterns
from reportlint.language.tables import load_table
from reportlint.report import Report

_NOT_BEHIND = "科员|医师|护师|委员|团|助理|级"
"""What makes another word of an office: 主任科员, 主席团."""


class WrongOffice(NamedTuple):
    """An office with the body before it, in the text; the one that is meant, body and all; and why."""

    span: Span
    right: str
    why: str


@lru_cache(maxsize=1)
def _forms() -> tuple[re.Pattern[str], dict[tuple[str, str], tuple[str, str]]]:
    """A pattern of body, 副 and office; body and wrong office to the right one and why."""
    rows = load_table(__file__, "offices", bodies="words", wrong="words", right="word", why="word")
    meant = {
        (body, wrong): (row["right"], row["why"]) for row in rows for body in row["bodies"] for wrong in row["wrong"]
    }
    bodies, wrong = (
        "|".join(sorted(dict.fromkeys(words), key=len, reverse=True)) for words in zip(*meant, strict=True)
    )
    return patterns.compile(f"(?P<body>{bodies})(?P<vice>副?)(?P<office>{wrong})(?!{_NOT_BEHIND})"), meant


@fact_of_passages
def wrong_offices(report: Report) -> tuple[WrongOffice, ...]:
    """The offices in headings and prose that their bodies do not have, in order of the text."""
    pattern, meant = _forms()
    found: list[WrongOffice] = []
    for span, _ in stretches(report):
        for match in pattern.finditer(report.text, *span):
            right, why = meant.get((match["body"], match["office"]), ("", ""))
            if right:
                *front, office = right.split()
                found.append(
                    WrongOffice(Span(*match.span()), "".join((match["body"], *front, match["vice"], office)), why)
                )
    return tuple(found)
