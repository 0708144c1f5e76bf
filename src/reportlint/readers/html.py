"""A government page: its article and what stands above it, paragraph by paragraph, as a browser would show them.

Left out are what is hidden, navigation, lists of links, and what follows the article. What then stands around the report
is told from it as in any web copy (see `reportlint.lines.furniture`).
"""

from __future__ import annotations

import codecs
import datetime
from dataclasses import replace

from selectolax.lexbor import LexborHTMLParser

from reportlint.document.decoding import decode
from reportlint.document.source import Source, Span, UnreadableError
from reportlint.kept import patterns
from reportlint.lines.furniture import begins_as_furniture, is_prose
from reportlint.lines.headings import read_heading
from reportlint.readers.html_captions import captions
from reportlint.readers.html_lines import Line, Walk, visible_lines
from reportlint.readers.markup_limits import refuse_what_takes_too_much
from reportlint.readers.tables import Cell, is_data_table, with_places
from reportlint.readers.title_beside import title_beside

_CREDITS = patterns.compile(r"(?:主办|承办)(?:单位)?\s*[：:]|版权所有|网站标识码|ICP\s*备|公网安备|网站地图", 2)
_ENCODINGS = frozenset(("big5", "big5hkscs"))
"""Believed where a page declares them. Others are found out, and Python knows some that take hours."""
_CHARSET = patterns.compile(r"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w-]+)", 2)
_DATE = patterns.compile(r"(20\d\d)\D{1,2}(\d{1,2})\D{1,2}(\d{1,2})")
_MAX_LENGTH = 30_000_000
"""Characters of markup: pictures may be written out in it."""
_ARTICLE_SHARE = 0.97
"""Of the characters in sentences: an element that holds as many holds the article, and the rest stands beside it."""
_SUMMARY_SHARE = 0.1
"""Of the same: what stands above the title and is no longer is a summary of the page, no part of the report."""
_COPY = 4
"""Sentences that stand again in the same order: the article a second time, for print or for a phone."""
_SOON = 50
"""Lines, among which those sentences stand, or the search would go on through every list of like lines."""
_LINK_SHARE = 0.6
"""Of the characters of a line: with as many in links it is navigation."""


def read(data: bytes, path: str) -> Source:
    """The text of a page; places are counted in paragraphs. Raises UnreadableError."""
    plain = _decode(data, path)
    refuse_what_takes_too_much(plain.text)
    page = LexborHTMLParser(plain.text)
    walk = visible_lines(page)
    lines = _article(walk)
    if not lines and page.css_first("frame, iframe"):
        raise UnreadableError("这个网页只有框架，正文在框架里的另一个网页上。请单独打开那个网页，另存后再检查。")
    if lines and (title := title_beside(captions(page), (line.text for line in lines))):
        lines.insert(0, Line(title, linked=0, block=0, table=0))
    tables: dict[int, list[str]] = {}
    for line in lines:
        tables.setdefault(line.table, []).append(line.text)
    places: dict[Cell, Span] = {}
    start = 0
    for line in lines:
        if line.cell:
            places[line.cell] = Span(places.get(line.cell, Span(start, start)).start, start + len(line.text))
        start += len(line.text) + 1
    for cell in walk.cells:
        if cell not in places and cell.table in tables:
            tables[cell.table].append("")
    of_data = {number for number, cells in tables.items() if number and is_data_table(cells)}
    return Source(
        path,
        "".join(f"{line.text}\n" for line in lines),
        plain.encoding,
        plain.bom,
        "html",
        apart=frozenset(number for number, line in enumerate(lines, 1) if line.table in of_data),
        published=_published(page),
        tables=with_places(walk.cells, {cell: place for cell, place in places.items() if cell.table in of_data}),
    )


def _decode(data: bytes, path: str) -> Source:
    """The page's markup. The encoding it declares is believed where it fits; many pages declare a wrong one."""
    declared = _CHARSET.search(data[:4096].decode("latin-1"))
    if declared and not data.startswith((codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        name = declared[1].lower()
        try:
            if codecs.lookup(name).name in _ENCODINGS:
                return Source(path, data.decode(name), name)
        except (LookupError, ValueError):
            pass
    return decode(data, path, _MAX_LENGTH, page=True)


def _published(page: LexborHTMLParser) -> datetime.date | None:
    """The date in <meta name="PubDate">, which the pages of governments must carry."""
    for node in page.css("meta[name]"):
        said = node.attributes
        if (said.get("name") or "").lower() == "pubdate" and (found := _DATE.search(said.get("content") or "")):
            try:
                return datetime.date(*map(int, found.groups()))
            except ValueError:
                return None
    return None


def _shown(lines: list[Line]) -> list[Line]:
    """The lines that a reader sees. Where hardly a sentence is seen, a script shows the rest; where nearly all stand at the
    foot of the page, by the names of the elements, those names mean something else.
    """
    told = [line for line in lines if is_prose(line.text)]
    seen, all_of_it = (sum(len(line.text) for line in some) for some in ([x for x in told if not x.hidden], told))
    shown = [line for line in lines if not line.hidden] if seen > all_of_it / 4 else lines
    below, whole = (sum(len(line.text) for line in some) for some in ([x for x in told if x.below], told))
    return [replace(line, below=False) for line in shown] if below > whole / 2 else shown


def _once(lines: list[Line]) -> list[Line]:
    """The lines without a second copy of those that stand above it."""
    first: dict[str, int] = {}
    for at, line in enumerate(lines):
        first.setdefault(line.text, at)
    prose = [is_prose(line.text) for line in lines]
    kept, at = [], 0
    while at < len(lines):
        end, before, told = at, first[lines[at].text], 0
        while end < len(lines) and before + end - at < at and lines[end].text == lines[before + end - at].text:
            told += prose[end]
            end += 1
            if end - at == _SOON and told < _COPY:
                break
        if told < _COPY:
            end = at + 1
            kept.append(lines[at])
        at = end
    return kept


def _article(walk: Walk) -> list[Line]:
    """The lines of the article and those above it; lists of links left out, and sentences outside the article."""
    lines, parents = _once(_shown(walk.lines)), walk.parents
    prose = [is_prose(line.text) and line.linked < len(line.text) / 2 for line in lines]
    size = [len(line.text) if is_sentence else 0 for line, is_sentence in zip(lines, prose, strict=True)]
    headings = [at for at, line in enumerate(lines) if read_heading(line.text, Span(0, len(line.text)))]
    first = next((at for at, line in enumerate(lines) if line.title and at not in {*headings}), 0)
    if sum(size[:first]) > _SUMMARY_SHARE * sum(size):  # that was no title of the page
        first = 0
    credits = (at for at, line in enumerate(lines) if not prose[at] and _CREDITS.search(line.text))
    foot = next((at for at in credits if at > max(headings, default=0)), len(lines))
    weight = [0] * len(parents)
    for at, line in enumerate(lines):
        counts = first <= at < foot and not line.below and not begins_as_furniture(line.text)
        weight[line.block] += size[at] if counts else 0
    for number in range(len(parents) - 1, 0, -1):
        weight[parents[number]] += weight[number]
    article = max(number for number, held in enumerate(weight) if held >= _ARTICLE_SHARE * weight[0])
    inside = [not article] * len(parents)
    for number in range(1, len(parents)):
        inside[number] = number == article or inside[parents[number]]
    last = max((at for at, line in enumerate(lines[:foot]) if inside[line.block] and not line.below), default=-1)
    return [
        line
        for at, line in enumerate(lines[: last + 1])
        if (inside[line.block] and at >= first if prose[at] else line.linked < _LINK_SHARE * len(line.text))
    ]
