"""The lines of a PDF, as a program of its own: a PDF on standard input, JSON on standard output.

Its parser is written in C++ and takes what memory and time a file asks for. So it works in a process with limits, and a
file that breaks them, or the parser, ends that process and nothing else. Nothing of this project is imported here.

Out comes {"pages": [[[text, left, right, top, size, cells], …], …]}, in points from the lower left corner, or {"error": why}.
"""

from __future__ import annotations

import json
import math
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from itertools import pairwise
from statistics import median_low
from typing import NamedTuple

import pypdfium2

_MEMORY = 1 << 30
"""Bytes; a report of many pages takes a tenth."""
_SECONDS = 15
_MAX_PAGES = 1_000
_MAX_CHARACTERS = 1_000_000
_TURNED = 0.05
"""Radians: a character that stands more askew than the page does is a stamp or a watermark."""
_REMEMBERED = 300
"""Characters of one kind on a page that a further one is compared with."""
_TWICE = 0.35
"""Heights of a character: the same one so near by is drawn twice, to look bold."""
_CELL_GAP = 1.5
"""Heights of a character: more between two is the gap between the cells of a table."""
_STEPS, _FIRST_STEP = 100, 35
"""Places across a page at which the gap between two columns is looked for."""
_FEWEST_ROWS = 8
_OPEN = 0.85
"""Of the rows that have words on both sides of a place: with as many that are open there it is a gap between columns."""
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
    """A line of a page; ``size``: the height of its characters. cells: the pieces that wide gaps part it into."""

    text: str
    left: float
    right: float
    top: float
    size: float
    cells: int


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
        box = page.get_mediabox()
        size = (box[2] - box[0], box[3] - box[1])
        pages.append(_lines(words, size))
        page.close()
    return {"pages": pages}


def _lines(words: pypdfium2.PdfTextPage, size: tuple[float, float]) -> list[Line]:
    """The lines of a page. Characters are put in order of place: a file may draw quotation marks after the words, and the
    beginning of a line before the end of the line above.

    size: width and height of the page.
    """
    lines: list[list[Char]] = [[]]
    for char in _once(_upright(words, size)):
        if lines[-1] and not _beside(lines[-1][0], char):
            lines.append([])
        lines[-1].append(char)
    rows: list[list[Char]] = []
    for line in sorted(filter(None, lines), key=lambda line: -line[0].top):
        if rows and _beside(rows[-1][0], line[0]):
            rows[-1] += line
        else:
            rows.append(line)
    rows = [sorted(row, key=lambda char: char.left) for row in rows]
    return [_line(row) for row in _columns(rows, _gutter(rows, size[0]))]


def _gutter(rows: list[list[Char]], width: float) -> float | None:
    """Where the gap between two columns lies; None for a page that has one."""
    both: dict[float, int] = {}
    for step in range(_FIRST_STEP, _STEPS - _FIRST_STEP + 1):
        at = width * step / _STEPS
        sides = [row for row in rows if row[0].right < at < row[-1].left]
        open_rows = sum(not any(char.left < at < char.right for char in row) for row in sides)
        if len(sides) >= _FEWEST_ROWS and open_rows >= _OPEN * len(sides):
            both[at] = open_rows
    return max(both, key=lambda at: both[at]) if both else None


def _columns(rows: list[list[Char]], gutter: float | None) -> Iterator[list[Char]]:
    """The rows, or where there are two columns, the left pieces of them and then the right ones, set as if they stood below.

    A row that crosses the gap, such as a title, parts what is above it from what is below.
    """
    if gutter is None:
        yield from rows
        return
    pieces = [[[c for c in row if c.right <= gutter], [c for c in row if c.left >= gutter]] for row in rows]
    wide = median_low([right[0].left - left[-1].right for left, right in pieces if left and right])
    crossing = [_crosses(row, left, right, wide) for row, (left, right) in zip(rows, pieces, strict=True)]
    split = [sides for sides, crosses in zip(pieces, crossing, strict=True) if not crosses]
    margins = [median_low([side[0].left for side in sides if side] or [0.0]) for sides in zip(*split, strict=True)]
    waiting: list[list[Char]] = []
    for row, (left, right), crosses in zip(rows, pieces, crossing, strict=True):
        if crosses:
            yield from waiting
            waiting = []
            yield row
        elif left:
            yield left
        if right and not crosses:
            shift = margins[1] - margins[0]
            waiting.append([c._replace(left=c.left - shift, right=c.right - shift) for c in right])
    yield from waiting


def _crosses(row: list[Char], left: list[Char], right: list[Char], wide: float) -> bool:
    """Does a row lie across the gap between columns: by a character there, or, as a page's number, by narrower gaps?"""
    return len(left) + len(right) < len(row) or (bool(left and right) and right[0].left - left[-1].right < wide / 2)


def _upright(words: pypdfium2.PdfTextPage, size: tuple[float, float]) -> Iterator[Char]:
    """The characters that run as most of the page's do, where they stand when the page is turned so that these run level."""
    count = words.count_chars()
    angles = [pypdfium2.raw.FPDFText_GetCharAngle(words, index) % math.tau for index in range(count)]
    quarters = Counter(round(angle / (math.tau / 4)) % 4 for angle in angles)
    turn = quarters.most_common(1)[0][0] if quarters else 0
    for index in range(count):
        sign = chr(pypdfium2.raw.FPDFText_GetUnicode(words, index))
        if sign.isspace() and sign != "\u3000":
            continue
        askew = (angles[index] - turn * math.tau / 4) % math.tau
        if _TURNED < askew < math.tau - _TURNED:
            continue
        with suppress(pypdfium2.PdfiumError, IndexError):
            yield Char(sign, *_turned(words.get_charbox(index, loose=not turn), turn, size))


def _turned(box: Sequence[float], turn: int, size: tuple[float, float]) -> tuple[float, float, float, float]:
    """Left, right, bottom, top of a box on a page whose text runs turned clockwise by so many quarters, as it is read."""
    left, bottom, right, top = box
    width, height = size
    if turn == 1:
        return height - top, height - bottom, left, right
    if turn == 2:
        return width - right, width - left, height - top, height - bottom
    if turn == 3:
        return bottom, top, width - right, width - left
    return left, right, bottom, top


def _once(chars: Iterable[Char]) -> Iterator[Char]:
    """The characters without those that stand where the same one stands already."""
    seen: dict[str, list[Char]] = {}
    for char in chars:
        near = _TWICE * (char.top - char.bottom)
        known = seen.setdefault(char.sign, [])
        if not any(abs(char.left - o.left) < near and abs(char.bottom - o.bottom) < near for o in known[-_REMEMBERED:]):
            known.append(char)
            yield char


def _beside(one: Char, other: Char) -> bool:
    """Do two characters stand in one line: does half the height of the lower one overlap?"""
    overlap = min(one.top, other.top) - max(one.bottom, other.bottom)
    return overlap > 0.5 * min(one.top - one.bottom, other.top - other.bottom)


def _line(chars: list[Char]) -> Line:
    size = max(max(char.top - char.bottom for char in chars), 1.0)
    text, cells = chars[0].sign, 1
    for before, char in pairwise(chars):
        cells += char.left - before.right > _CELL_GAP * size
        latin = before.sign.isascii() and char.sign.isascii()
        text += f" {char.sign}" if latin and char.left - before.right > _LATIN_GAP * size else char.sign
    text = text.strip().replace("\ufffe", "-").replace("\0", "")  # the former: a hyphen at the end of a line
    text = text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    seen = [char for char in chars if not char.sign.isspace()] or chars  # a full-width blank is drawn, too
    return Line(text, seen[0].left, max(char.right for char in seen), max(char.top for char in seen), size, cells)


if __name__ == "__main__":
    main()
