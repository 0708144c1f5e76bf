"""What is drawn on a page of a PDF and may rule a table: the straight pieces of its paths."""

from __future__ import annotations

from collections.abc import Iterator
from ctypes import byref, c_float, c_int, c_uint
from itertools import islice

import pypdfium2
from pypdfium2 import raw

_MOST = 20_000
"""Pieces of a page that are looked at."""
_DEPTH = 4
"""Forms within one another that are looked into."""
_WHITE = 250
"""Of 255: a box filled with no less of any colour is not seen."""


def boxes_of(page: pypdfium2.PdfPage) -> Iterator[tuple[float, float, float, float]]:
    """Left, bottom, right, top of each straight piece, as the page's characters are placed."""
    paths = page.get_objects(filter=[raw.FPDF_PAGEOBJ_PATH], max_depth=_DEPTH)
    yield from islice((box for path in paths if _is_seen(path) for box in _pieces(path)), _MOST)


def _is_seen(path: pypdfium2.PdfObject) -> bool:
    """Is a path drawn, or filled with a colour?"""
    fill, stroke = c_int(), c_int()
    raw.FPDFPath_GetDrawMode(path, byref(fill), byref(stroke))
    if stroke.value or not fill.value:
        return bool(stroke.value)
    colour = [c_uint() for _ in range(4)]
    raw.FPDFPageObj_GetFillColor(path, *map(byref, colour))
    return any(part.value < _WHITE for part in colour[:3])


def _pieces(path: pypdfium2.PdfObject) -> Iterator[tuple[float, float, float, float]]:
    matrix = path.get_matrix()
    holder = getattr(path, "container", None)  # which versions before 5 do not tell
    while holder is not None:  # a form, which has a place of its own
        matrix = matrix.multiply(holder.get_matrix())
        holder = holder.container
    x, y = c_float(), c_float()
    begun = before = (0.0, 0.0)
    for index in range(raw.FPDFPath_CountSegments(path)):
        piece = raw.FPDFPath_GetPathSegment(path, index)
        raw.FPDFPathSegment_GetPoint(piece, byref(x), byref(y))
        point = matrix.on_point(x.value, y.value)
        kind = raw.FPDFPathSegment_GetType(piece)
        if kind == raw.FPDF_SEGMENT_MOVETO:
            begun = point
        elif kind == raw.FPDF_SEGMENT_LINETO:
            yield _box(before, point)
        if raw.FPDFPathSegment_GetClose(piece):
            yield _box(point, begun)
        before = point


def _box(one: tuple[float, float], other: tuple[float, float]) -> tuple[float, float, float, float]:
    (left, right), (bottom, top) = (sorted(ends) for ends in zip(one, other, strict=True))
    return left, bottom, right, top
