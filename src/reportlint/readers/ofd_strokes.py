"""The path objects of an OFD page that may rule a table: their straight pieces, in millimetres from the lower left corner."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import islice
from typing import Any

from reportlint.readers.numbering import child, local
from reportlint.readers.ofd_text import UPRIGHT, numbers, placed

_MOST = 20_000
"""Pieces of a page that are looked at."""
_LONGEST_PATH = 100_000
"""Characters of a path; a longer one is a drawing."""
_POINTS = {"S": 1, "M": 1, "L": 1, "Q": 2, "B": 3, "C": 0}
"""How many points follow each letter of a path; an arc (A) has seven numbers."""

Box = tuple[float, float, float, float]


def boxes_of(content: Any, height: float) -> Iterator[Box]:
    """Left, bottom, right, top of each straight piece of a page's or a template's content, on a page of that height."""
    objects = (each for each in (content.iter() if content is not None else ()) if local(each) == "PathObject")
    yield from islice((box for each in objects if _is_seen(each) for box in _pieces(each, height)), _MOST)


def _is_seen(path: Any) -> bool:
    drawn = path.get("Stroke") != "false" or path.get("Fill") == "true"
    return bool(drawn and path.get("Visible") != "false" and path.get("Alpha") != "0")


def _pieces(path: Any, height: float) -> Iterator[Box]:
    box, matrix = numbers(path.get("Boundary")), numbers(path.get("CTM")) or UPRIGHT
    data = child(path, "AbbreviatedData")
    text = (data.text or "") if data is not None else ""
    if len(box) != 4 or len(matrix) != 6 or len(text) > _LONGEST_PATH:
        return
    begun = before = (0.0, 0.0)
    for letter, points in _steps(text.split()):
        point = begun if letter == "C" else points[-1] if points else before
        if letter in "LC":
            (left, right), (low, high) = (sorted(ends) for ends in zip(*_shown(matrix, before, point), strict=True))
            yield box[0] + left, height - box[1] - high, box[0] + right, height - box[1] - low
        elif letter in "SM":
            begun = point
        before = point


def _shown(matrix: Sequence[float], *points: tuple[float, float]) -> Iterator[tuple[float, float]]:
    yield from (placed(matrix, *point) for point in points)


def _steps(words: Sequence[str]) -> Iterator[tuple[str, list[tuple[float, float]]]]:
    """The letters of a path, each with the points behind it; up to what cannot be understood."""
    at = 0
    while at < len(words) and (letter := words[at]) in {*_POINTS, "A"}:
        count = 7 if letter == "A" else 2 * _POINTS[letter]
        told = numbers(" ".join(words[at + 1 : at + 1 + count]))
        if len(told) != count:
            return
        yield letter, [(told[-2], told[-1])] if count == 7 else list(zip(told[::2], told[1::2], strict=True))
        at += 1 + count
