"""The lines of a PDF, as a program of its own: a PDF on standard input, JSON on standard output.

Its parser is written in C++ and takes what memory and time a file asks for. So it works in a process with limits, and a
file that breaks them, or the parser, ends that process and nothing else. Nothing of this project is imported here.

Out comes {"pages": [[[text, left, right, top, size], …], …]}, in points from the lower left corner, or {"error": why}.
"""

from __future__ import annotations

import json
import sys
from contextlib import suppress
from itertools import pairwise
from typing import NamedTuple

import pypdfium2

_MEMORY = 1 << 30
"""Bytes; a report of many pages takes a tenth."""
_SECONDS = 15
_MAX_PAGES = 1_000
_MAX_CHARACTERS = 1_000_000
_LATIN_GAP = 0.2
"""Heights of a character: more between two Latin ones is a blank."""


class Char(NamedTuple):
    """A character and where it stands."""

    sign: str
    left: float
    right: float
    bottom: float
    top: float


class Line(NamedTuple):
    """A line of a page; ``size``: the height of its characters."""

    text: str
    left: float
    right: float
    top: float
    size: float


def main() -> None:
    """Read, and write what was found."""
    with suppress(ImportError, ValueError, OSError):  # not on Windows, or a lower limit is set already
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (_MEMORY, _MEMORY))
        resource.setrlimit(resource.RLIMIT_CPU, (_SECONDS, _SECONDS))
    json.dump(_read(sys.stdin.buffer.read()), sys.stdout)


def _read(data: bytes) -> dict[str, object]:
    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        return {"error": "password" if "password" in str(error).lower() else "broken"}
    if len(document) > _MAX_PAGES:
        return {"error": "long"}
    pages: list[list[Line]] = []
    length = 0
    for number in range(len(document)):
        try:
            page = document[number]
            words = page.get_textpage()
        except pypdfium2.PdfiumError:
            return {"error": "broken"}
        length += words.count_chars()
        if length > _MAX_CHARACTERS:
            return {"error": "long"}
        pages.append(_lines(words))
        page.close()
    return {"pages": pages}


def _lines(words: pypdfium2.PdfTextPage) -> list[Line]:
    """The lines of a page. Characters are put in order of place: a file may draw quotation marks after the words."""
    lines: list[list[Char]] = [[]]
    for index in range(words.count_chars()):
        sign = chr(pypdfium2.raw.FPDFText_GetUnicode(words, index))
        if sign.isspace() and sign != "\u3000":
            continue
        with suppress(pypdfium2.PdfiumError, IndexError):
            left, bottom, right, top = words.get_charbox(index, loose=True)
            char = Char(sign, left, right, bottom, top)
            if lines[-1] and not _beside(lines[-1][0], char):
                lines.append([])
            lines[-1].append(char)
    return [_line(line) for line in lines if line]


def _beside(one: Char, other: Char) -> bool:
    """Do two characters stand in one line: does half the height of the lower one overlap?"""
    overlap = min(one.top, other.top) - max(one.bottom, other.bottom)
    return overlap > 0.5 * min(one.top - one.bottom, other.top - other.bottom)


def _line(chars: list[Char]) -> Line:
    chars.sort(key=lambda char: char.left)
    size = max(max(char.top - char.bottom for char in chars), 1.0)
    text = chars[0].sign
    for before, char in pairwise(chars):
        latin = before.sign.isascii() and char.sign.isascii()
        text += f" {char.sign}" if latin and char.left - before.right > _LATIN_GAP * size else char.sign
    text = text.strip().replace("\ufffe", "-").replace("\0", "")  # the former: a hyphen at the end of a line
    text = text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    seen = [char for char in chars if not char.sign.isspace()] or chars  # a full-width blank is drawn, too
    return Line(text, seen[0].left, max(char.right for char in seen), max(char.top for char in seen), size)


if __name__ == "__main__":
    main()
