"""A survey as JSON, for other programs."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from typing import Any

from reportlint.reporters.plain_text import UNPRINTABLE
from reportlint.survey.copies import Copy, Place
from reportlint.survey.figures import Figure
from reportlint.survey.survey import Survey
from reportlint.survey.table import cells, columns


def written(survey: Survey, folder: str) -> Iterator[bytes]:
    """The file in pieces. folder: where it is to lie."""
    for piece in _pieces(survey):
        yield UNPRINTABLE.sub(_escaped, piece).encode("utf-8", "backslashreplace")


def _escaped(sign: re.Match[str]) -> str:
    return sign[0] if sign[0] == "\n" else f"\\u{ord(sign[0]):04x}"


def _pieces(survey: Survey) -> Iterator[str]:
    """One object: the year, and lists; an item of theirs a line."""
    yield f'{{"year": {json.dumps(survey.year)}'
    for name, items in _lists(survey).items():
        yield f',\n"{name}": ['
        for number, item in enumerate(items):
            yield f"{',' if number else ''}\n {json.dumps(item, ensure_ascii=False)}"
        yield "]"
    yield "}\n"


def _lists(survey: Survey) -> dict[str, Iterable[Any]]:
    rows = survey.rows
    return {
        "reports": _reports(survey),
        "unread": ({"path": rows[number].path, "error": rows[number].error} for number in survey.unread),
        "unread_last_year": ({"path": row.path, "error": row.error} for row in survey.unread_last_year),
        "not_last_year": ({"path": row.path, "year": row.year} for row in survey.not_last_year),
        "missing": (each.office.name for each in survey.missing if not each.reports),
        "missing_reports": (
            {"office": each.office.name, "reports": each.reports} for each in survey.missing if each.reports
        ),
        "unknown": (
            {"path": rows[number].path, "issuer": rows[number].issuer, "perhaps": names}
            for number, names in survey.matched.asked.items()
        ),
        "doubled": ([rows[number].path for number in numbers] for numbers in survey.doubled),
        "other_year": (rows[number].path for number in survey.other_year),
        "copies": (_copy(survey, copy) for copy in survey.copies()),
        "templates": ({"text": words, "offices": offices} for words, offices in survey.templates),
        "contradictions": (
            {"place": one.place, "matter": one.matter, "told": [*_figures_told(survey, (a, one), (b, other))]}
            for (a, one), (b, other) in survey.contradictions
        ),
        "idle_waivers": (waiver._asdict() for waiver in survey.idle),
    }


def _reports(survey: Survey) -> Iterator[dict[str, Any]]:
    shown = columns(survey)
    names = [column.name for column in shown]
    for number in survey.reports:
        notes = [note._asdict() for note in survey.store.notes(number)]
        yield dict(zip(names, cells(survey, number, shown), strict=True)) | {"notes": notes}


def _copy(survey: Survey, copy: Copy) -> dict[str, Any]:
    return {"size": copy.size, "places": [_place(survey, place) for place in copy.places]}


def _place(survey: Survey, place: Place) -> dict[str, Any]:
    row, line, words = survey.at(place)
    return {"path": row.path, "line": line, "last_year": place.last_year, "text": words}


def _figures_told(survey: Survey, *told: tuple[int, Figure]) -> Iterator[dict[str, Any]]:
    """Each figure with its report, line and words."""
    for number, figure in told:
        value = {"value": f"{figure.value:f}", "unit": figure.unit, "line": figure.line, "text": figure.words}
        yield {"path": survey.rows[number].path} | value
