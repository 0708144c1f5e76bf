"""PDF with a text layer: lines put together to paragraphs by where they begin and end on the page."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from statistics import median_low
from typing import NamedTuple

import pypdfium2

from reportlint.furniture import is_page_number
from reportlint.headings import read_heading
from reportlint.source import MAX_CHARACTERS, Source, Span, UnreadableError

_MAX_PAGES = 1_000
_LATIN_GAP = 0.2
"""Heights of a character: more between two Latin ones is a blank."""
_FULL = 0.75
"""Of the width between the margins: a shorter line ends its paragraph. Lines are ragged where a word did not fit."""
_INDENT = 0.5
"""Characters to the right of the margin: a line that begins there begins a paragraph."""
_GAP = 1.6
"""Usual line distances: more is a gap between paragraphs."""
_REPEATS = 3
"""Pages on which a first or last line must stand to be a running head."""


class _Char(NamedTuple):
    """A character and where it stands, in points from the lower left corner."""

    sign: str
    left: float
    right: float
    bottom: float
    top: float


@dataclass(frozen=True)
class _Line:
    """A line of a page, in points; ``size``: the height of its characters."""

    text: str
    left: float
    right: float
    top: float
    size: float


def read(data: bytes, path: str) -> Source:
    """The text of a PDF; places are counted in paragraphs. Raises UnreadableError."""
    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        if "password" in str(error).lower():
            raise UnreadableError("PDF 加了密，读不出内容。请去掉打开密码后再检查。") from error
        raise UnreadableError("PDF 文件已损坏，读不出内容。请重新导出，或用 Word 文件检查。") from error
    try:
        if len(document) > _MAX_PAGES:
            raise UnreadableError(f"PDF 超过 {_MAX_PAGES:,} 页，不像一份年度报告。请确认没有选错文件。")
        pages, length = [], 0
        for number in range(len(document)):
            pages.append(_page(document, number))
            length += sum(len(line.text) for line in pages[-1])
            if length > MAX_CHARACTERS:
                raise UnreadableError(f"PDF 超过 {MAX_CHARACTERS:,} 字，不像一份年度报告。请确认没有选错文件。")
    finally:
        document.close()
    if not any(pages):
        raise UnreadableError("PDF 里没有文字层（多半是扫描件）。请用 Word 文件检查，或先做文字识别。")
    return Source(path, "".join(f"{text}\n" for text in _paragraphs(pages)), form="pdf")


def _page(document: pypdfium2.PdfDocument, number: int) -> list[_Line]:
    """The lines of a page. Characters are put in order of place: a file may draw quotation marks after the words."""
    try:
        page = document[number]
        words = page.get_textpage()
    except pypdfium2.PdfiumError as error:
        raise UnreadableError(f"PDF 第 {number + 1} 页已损坏，读不出内容。请重新导出后再检查。") from error
    lines: list[list[_Char]] = [[]]
    for index in range(words.count_chars()):
        sign = chr(pypdfium2.raw.FPDFText_GetUnicode(words, index))
        if sign.isspace() and sign != "\u3000":
            continue
        try:
            left, bottom, right, top = words.get_charbox(index, loose=True)
        except (pypdfium2.PdfiumError, IndexError):
            continue
        char = _Char(sign, left, right, bottom, top)
        if lines[-1] and not _beside(lines[-1][0], char):
            lines.append([])
        lines[-1].append(char)
    page.close()
    return [_line(line) for line in lines if line]


def _beside(one: _Char, other: _Char) -> bool:
    """Do two characters stand in one line: does half the height of the lower one overlap?"""
    overlap = min(one.top, other.top) - max(one.bottom, other.bottom)
    return overlap > 0.5 * min(one.top - one.bottom, other.top - other.bottom)


def _line(chars: list[_Char]) -> _Line:
    chars.sort(key=lambda char: char.left)
    size = max(max(char.top - char.bottom for char in chars), 1.0)
    text = chars[0].sign
    for before, char in pairwise(chars):
        latin = before.sign.isascii() and char.sign.isascii()
        text += f" {char.sign}" if latin and char.left - before.right > _LATIN_GAP * size else char.sign
    text = text.strip().replace("\ufffe", "-").replace("\0", "")  # the former: a hyphen at the end of a line
    text = text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    return _Line(text, chars[0].left, max(char.right for char in chars), max(char.top for char in chars), size)


def _paragraphs(pages: list[list[_Line]]) -> Iterator[str]:
    """The lines joined where one goes on in the next; page numbers and running heads left out."""
    long = [line for page in pages for line in page if len(line.text) > 10]
    left, right = min((line.left for line in long), default=0.0), max((line.right for line in long), default=0.0)
    gaps = [above.top - below.top for page in pages for above, below in pairwise(page) if above.top > below.top]
    usual = median_low(gaps) if gaps else 0.0
    edges = Counter(line.text for page in pages for line in {page[0], page[-1]} if page)
    joined = ""
    before: _Line | None = None
    for page in pages:
        for index, line in enumerate(page):
            edge = index in (0, len(page) - 1)
            if edge and (is_page_number(line.text) or edges[line.text] >= _REPEATS):
                continue
            full = before is not None and before.right > left + _FULL * (right - left)
            near = before is not None and before.top - line.top < _GAP * usual  # always, from one page to the next
            begins = read_heading(line.text, Span(0, len(line.text)))  # even where headings are not indented
            if (
                before
                and full
                and near
                and not begins
                and _same_text(before, line)
                and line.left < left + _INDENT * line.size
            ):
                gap = " " if joined[-1:].isascii() and line.text[:1].isascii() and line.text[0].isalpha() else ""
                joined += gap + line.text
            else:
                if joined:
                    yield joined
                joined = line.text
            before = line
    if joined:
        yield joined


def _same_text(one: _Line, other: _Line) -> bool:
    """Are two lines set in one size, as a title and the text below it are not?"""
    return abs(one.size - other.size) < 0.25 * one.size
