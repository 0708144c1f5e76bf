"""A survey as JSON, for other programs."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from reportlint.reporters.plain_text import UNPRINTABLE
from reportlint.survey.copies import Copy, Place
from reportlint.survey.figures import Figure
from reportlint.survey.survey import Survey
from reportlint.survey.table import cells, columns


def render(survey: Survey) -> str:
    """One object: year, reports (a row each), unread, missing, unknown, doubled, other_year, copies, contradictions."""
    text = json.dumps(value(survey), ensure_ascii=False, indent=2)
    return UNPRINTABLE.sub(lambda sign: sign[0] if sign[0] == "\n" else f"\\u{ord(sign[0]):04x}", text)


def written(survey: Survey, folder: str) -> bytes:
    """The file. folder: where it is to lie."""
    return f"{render(survey)}\n".encode("utf-8", "backslashreplace")


def value(survey: Survey) -> dict[str, Any]:
    """The same as a value."""
    shown, rows = columns(survey), survey.rows
    return {
        "year": survey.year,
        "reports": [
            dict(zip((column.name for column in shown), cells(survey, number, shown), strict=True))
            | {"notes": [note._asdict() for note in rows[number].notes]}
            for number in survey.reports
        ],
        "unread": [{"path": rows[number].path, "error": rows[number].error} for number in survey.unread],
        "missing": [office.name for office in survey.missing],
        "unknown": [
            {"path": rows[number].path, "issuer": rows[number].issuer, "perhaps": names}
            for number, names in survey.matched.asked.items()
        ],
        "doubled": [[rows[number].path for number in numbers] for numbers in survey.doubled],
        "other_year": [rows[number].path for number in survey.other_year],
        "copies": [_copy(survey, copy) for copy in survey.copies],
        "contradictions": [
            {"place": one.place, "matter": one.matter, "told": [*_told(survey, (a, one), (b, other))]}
            for (a, one), (b, other) in survey.contradictions
        ],
    }


def _copy(survey: Survey, copy: Copy) -> dict[str, Any]:
    return {"size": copy.size, "places": [_place(survey, place) for place in copy.places]}


def _place(survey: Survey, place: Place) -> dict[str, Any]:
    row = (survey.last_year if place.last_year else survey.rows)[place.row]
    return {"path": row.path, "line": place.paragraph.line, "last_year": place.last_year, "text": place.paragraph.words}


def _told(survey: Survey, *told: tuple[int, Figure]) -> Iterator[dict[str, Any]]:
    for number, figure in told:
        value = {"value": f"{figure.value:f}", "unit": figure.unit, "line": figure.line, "text": figure.words}
        yield {"path": survey.rows[number].path} | value
