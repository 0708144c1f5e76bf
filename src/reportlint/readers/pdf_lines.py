"""The lines of a PDF, as a program of its own: a PDF on standard input, JSON on standard output.

Its parser is written in C++ and takes what memory and time a file asks for. So it works in a process with limits, and a
file that breaks them, or the parser, ends that process and nothing else. `reportlint.readers` says what of this project
it takes with it.

Out comes {"pages": [[[text, left, right, top, size, pieces, square, edge], …], …], "pictures": [page, …]}, in points
from the lower left corner and pages from 1, or {"error": why}.
"""

from __future__ import annotations

import json
import math
import os
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import suppress
from itertools import islice
from types import ModuleType

import pypdfium2

if __name__ == "__main__":  # a program finds its neighbours only when told; what they are part of is not begun for them
    for package in ("reportlint", "reportlint.readers"):
        sys.modules[package] = ModuleType(package)
    sys.modules["reportlint.readers"].__path__ = [os.path.dirname(os.path.abspath(__file__))]

from reportlint.readers.pages.cells import lines_and_cells
from reportlint.readers.pages.lines import ASKEW, MAX_CHARACTERS, Line, turned
from reportlint.readers.pages.pictures import FEW_CHARACTERS, MOST, is_picture
from reportlint.readers.pages.rows import Char
from reportlint.readers.pdf_strokes import boxes_of

_MEMORY = 200 << 20
"""Bytes beside the file's own; a thousand pages take half."""
_SECONDS = 4
"""Of the processor; a thousand pages take one."""
_MAX_PAGES, _MANY_PAGES = 1_000, 100


def main() -> None:
    """Read, and write what was found."""
    data = sys.stdin.buffer.read()
    with suppress(ImportError, ValueError, OSError):  # not on Windows, or a lower limit is set already
        import resource

        memory = _MEMORY + len(data)
        resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
        resource.setrlimit(resource.RLIMIT_CPU, (_SECONDS, _SECONDS))
    json.dump(_read(data), sys.stdout)


def _read(data: bytes) -> dict[str, object]:
    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        return {"error": "password" if "password" in str(error).lower() else "broken"}
    if len(document) > _MAX_PAGES:
        return {"error": "long"}
    try:
        if len(document) > _MANY_PAGES and _is_long(document):
            return {"error": "long"}
        return _read_pages(document)
    except pypdfium2.PdfiumError:
        return {"error": "broken"}


def _is_long(document: pypdfium2.PdfDocument) -> bool:
    """Has it more characters than are read? To count them takes a third of the time."""
    length = 0
    for page in document:
        length += page.get_textpage().count_chars()
        page.close()
        if length > MAX_CHARACTERS:
            return True
    return False


def _read_pages(document: pypdfium2.PdfDocument) -> dict[str, object]:
    pages: list[list[Line]] = []
    pictures: list[int] = []
    gutters: list[float] = []
    length = 0
    for number, page in enumerate(document, 1):
        words = page.get_textpage()
        length += words.count_chars()
        if length > MAX_CHARACTERS:
            return {"error": "long"}
        box = page.get_mediabox()
        size = (box[2] - box[0], box[3] - box[1])
        angles = [pypdfium2.raw.FPDFText_GetCharAngle(words, index) % math.tau for index in range(words.count_chars())]
        quarters = Counter(round(angle / (math.tau / 4)) % 4 for angle in angles)
        turn = quarters.most_common(1)[0][0] if quarters else 0
        boxes = (turned(flat, turn, size) for flat in boxes_of(page))
        pages.append(lines_and_cells(_upright(words, angles, turn, size), boxes, size[0], gutters))
        if words.count_chars() < FEW_CHARACTERS and _is_picture(page, size):
            pictures.append(number)
        page.close()
    return {"pages": pages, "pictures": pictures}


def _is_picture(page: pypdfium2.PdfPage, size: tuple[float, float]) -> bool:
    """Do pictures fill most of the page, or curves that may be letters?"""
    raw = pypdfium2.raw
    kinds = [raw.FPDF_PAGEOBJ_IMAGE, raw.FPDF_PAGEOBJ_PATH]
    drawn = list(islice(page.get_objects(filter=kinds, max_depth=3), MOST))
    pictures = [one for one in drawn if one.type == raw.FPDF_PAGEOBJ_IMAGE]
    boxes = (one.get_bounds() if hasattr(one, "get_bounds") else one.get_pos() for one in pictures)
    areas = ((right - left) * (top - bottom) for left, bottom, right, top in boxes)
    return is_picture(areas, len(drawn) - len(pictures), size)


def _upright(
    words: pypdfium2.PdfTextPage, angles: Sequence[float], turn: int, size: tuple[float, float]
) -> Iterator[Char]:
    """The characters that run as most of the page's do, where they stand when the page is turned so that these run level."""
    for index in range(len(angles)):
        unknown = pypdfium2.raw.FPDFText_HasUnicodeMapError(words, index) == 1
        sign = "\ufffd" if unknown else chr(pypdfium2.raw.FPDFText_GetUnicode(words, index))
        if sign.isspace() and sign != "\u3000":
            continue
        askew = (angles[index] - turn * math.tau / 4) % math.tau
        if ASKEW < askew < math.tau - ASKEW:
            continue
        with suppress(pypdfium2.PdfiumError, IndexError):
            yield Char(sign, *turned(words.get_charbox(index, loose=not turn), turn, size))


if __name__ == "__main__":
    main()
