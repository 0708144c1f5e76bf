"""PDF with a text layer: lines put together to paragraphs by where they begin and end on the page."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import unicodedata
from collections import Counter
from collections.abc import Iterator, Sequence, Set
from itertools import pairwise
from statistics import median_low
from typing import NamedTuple

from reportlint.document.source import Source, Span, UnreadableError
from reportlint.kept import patterns
from reportlint.lines.furniture import is_page_number
from reportlint.lines.headings import read_heading

_SECONDS = 30
_FULL = 0.75
"""Of the width between the margins: a shorter line ends its paragraph. Lines are ragged where a word did not fit."""
_INDENT = 0.5
"""Characters to the right of the margin: a line that begins there begins a paragraph."""
_GAP = 1.6
"""Usual line distances: more is a gap between paragraphs."""
_REPEATS = 3
"""Pages on which a first or last line must stand to be a running head."""
_EDGE = 3
"""Lines at the head and the foot of a page that may be no text."""
_CODES = 0.05
"""Of the characters: with as many that stand for nothing, the text layer is none."""
_COUNTED = patterns.compile("[0-9０-９一二三四五六七八九十百]+")
_ERRORS = {
    "password": "PDF 加了密，读不出内容。请去掉打开密码后再检查。",
    "broken": "PDF 文件已损坏，读不出内容。请重新导出，或用 Word 文件检查。",
    "long": "PDF 太长，不像一份年度报告。请确认没有选错文件。",
    "codes": "PDF 的文字层读不出文字：字体里没有字符的对应关系（ToUnicode）。请重新导出 PDF，或用 Word 文件检查。",
    "limits": "PDF 太复杂或已损坏，读它用的内存或时间超过了限度。请重新导出，或用 Word 文件检查。",
}


class _Line(NamedTuple):
    """A line of a page, in points from the lower left corner; ``size``: the height of its characters. cells: see pdf_lines.py."""

    text: str
    left: float
    right: float
    top: float
    size: float
    cells: int


def read(data: bytes, path: str) -> Source:
    """The text of a PDF; places are counted in paragraphs. Raises UnreadableError."""
    program = os.path.join(os.path.dirname(os.path.abspath(__file__)), "pdf_lines.py")
    command = [sys.executable, "-I", program]  # a program of its own, which tells why
    try:
        done = subprocess.run(command, input=data, capture_output=True, timeout=_SECONDS)
        found = json.loads(done.stdout) if done.returncode == 0 else {"error": "limits"}
    except (subprocess.TimeoutExpired, ValueError):
        found = {"error": "limits"}
    if "error" in found:
        raise UnreadableError(_ERRORS[found["error"]])
    pages = [[_Line(*line) for line in page] for page in found["pages"]]
    if not any(pages):
        raise UnreadableError("PDF 里没有文字层（多半是扫描件）。请用 Word 文件检查，或先做文字识别。")
    if _is_no_text("".join(line.text for page in pages for line in page)):
        raise UnreadableError(_ERRORS["codes"])
    tables = {line for page in pages for line in _table_lines(page)}
    texts = list(_paragraphs(pages, tables))
    cells = {line.text for line in tables}
    apart = frozenset(number for number, text in enumerate(texts, 1) if text in cells)
    return Source(path, "".join(f"{text}\n" for text in texts), form="pdf", apart=apart)


def _is_no_text(text: str) -> bool:
    """Are many of the characters codes that a font alone knows the meaning of?"""
    codes = sum(unicodedata.category(char) in ("Cc", "Co", "Cn") or char == "\ufffd" for char in text)
    return codes > _CODES * len(text)


def _table_lines(page: Sequence[_Line]) -> Iterator[_Line]:
    """The rows of tables: lines of several cells, one below the other."""
    for above, line in pairwise(page):
        if above.cells > 1 and line.cells > 1:
            yield above
            yield line


def _paragraphs(pages: list[list[_Line]], tables: Set[_Line]) -> Iterator[str]:
    """The lines joined where one goes on in the next; page numbers and running heads left out."""
    long = [line for page in pages for line in page if len(line.text) > 10]
    left, right = min((line.left for line in long), default=0.0), median_low([line.right for line in long] or [0.0])
    gaps = [above.top - below.top for page in pages for above, below in pairwise(page) if above.top > below.top]
    usual = median_low(gaps) if gaps else 0.0
    apart = _apart(pages)
    joined = ""
    before: _Line | None = None
    for page in pages:
        for line in page:
            if line in apart:
                continue
            full = before is not None and before.right > left + _FULL * (right - left)
            near = before is not None and before.top - line.top < _GAP * usual  # always, from one page to the next
            begins = read_heading(line.text, Span(0, len(line.text)))  # even where headings are not indented
            if (
                before
                and full
                and near
                and not begins
                and before not in tables
                and line not in tables
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


def _apart(pages: Sequence[Sequence[_Line]]) -> set[_Line]:
    """First and last lines that are no text: page numbers, running heads, stamps of a printer; what they count may differ."""
    ends = [{*page[:_EDGE], *page[-_EDGE:]} for page in pages]
    edges = [line for lines in ends for line in lines]
    times = Counter(text for lines in ends for text in {_COUNTED.sub("#", line.text) for line in lines})
    plain = [
        (number, line) for number, page in enumerate(pages) for line in {*page[:1], *page[-1:]} if _is_number(line)
    ]
    ahead = Counter(int(line.text) - number for number, line in plain)  # page 3 says 4: bare numbers count the pages
    counting = {offset for offset, count in ahead.items() if 2 * count > len(pages)}
    heads = {line for line in edges if is_page_number(line.text) or times[_COUNTED.sub("#", line.text)] >= _REPEATS}
    found = heads - {line for line in edges if _is_number(line)}
    found |= {line for number, line in plain if int(line.text) - number in counting}
    return {line for page in pages for ends in (page, page[::-1]) for line in _outermost(ends, found)}


def _outermost(lines: Sequence[_Line], found: set[_Line]) -> Iterator[_Line]:
    """Those of the lines found that stand before all others."""
    for line in lines[:_EDGE]:
        if line not in found:
            return
        yield line


def _is_number(line: _Line) -> bool:
    return line.text.isascii() and line.text.isdigit() and len(line.text) < 4


def _same_text(one: _Line, other: _Line) -> bool:
    """Are two lines set in one size, as a title and the text below it are not?"""
    return abs(one.size - other.size) < 0.25 * one.size
