"""Which lines of a web copy are not the report: navigation before it, buttons and credits after it, page numbers."""

from __future__ import annotations

import datetime

from reportlint.document.source import Source, Span
from reportlint.kept import patterns
from reportlint.language.phrases import load_phrases

_RULES = load_phrases(__file__, "furniture")
_PAGE_WORD = _RULES["page-word"].pattern
_ISSUER_ALONE = _RULES["issuer-alone"].pattern
_DATE_ALONE = _RULES["date-alone"].pattern
_ANNOUNCES = _RULES["announces"].pattern
_TODAY = _RULES["today"].pattern
_TRAIL = patterns.compile(r"\S\s*[>＞›»]\s*\S|^\W*[大中小](?:\W+[大中小])+\W*$|^[\s|｜/·•\-—\[\]【】]+$")
_PAGE_NUMBER = patterns.compile(
    r"^\s*(?:[-—–－]\s*\d{1,3}\s*[-—–－]|第\s*\d{1,3}\s*页(?:\s*[/，,]?\s*共\s*\d{1,3}\s*页)?|\d{1,3}\s*/\s*\d{1,3})\s*$"
)
_SENTENCE_MARK = patterns.compile(r"[。，；！？,;]")
_LONG = 20
"""Characters from which a line with a comma, but no full stop, is prose."""
_LONGEST_DATE = 80
"""Characters of a line that may be nothing but a date or a page number; the patterns go back and forth over blanks."""


def looks_like_furniture(line: str) -> bool:
    """Does the line name a thing of the web page around a report?"""
    return "。" not in line and bool(_PAGE_WORD.search(line) or _TRAIL.search(line) or _is_date(line))


def begins_as_furniture(line: str) -> bool:
    """Does the line, be it a sentence, begin as credits and buttons of a page do: 主办：… 版权所有……不得转载。"""
    return bool(_PAGE_WORD.match(line))


def is_page_number(line: str) -> bool:
    """Is the line nothing but a page number?"""
    return len(line) <= _LONGEST_DATE and bool(_PAGE_NUMBER.match(line))


def is_prose(line: str) -> bool:
    """Is the line a sentence or a piece of one, not a label?"""
    if "。" in line or _ANNOUNCES.search(line):
        return True
    return len(line) >= _LONG and bool(_SENTENCE_MARK.search(line)) and not looks_like_furniture(line)


def is_signature(line: str) -> bool:
    """Is the line an issuer's name or a date, as they close a document?"""
    return bool(_ISSUER_ALONE.match(line)) or _is_date(line)


def _is_date(line: str) -> bool:
    return len(line) <= _LONGEST_DATE and bool(_DATE_ALONE.match(line))


def published(source: Source, furniture: list[Span]) -> datetime.date | None:
    """The date the page names as that of publication: a labelled one first, else the first one. Impossible dates: None."""
    texts = [source.text[span.start : span.end] for span in furniture]
    texts = [text for text in texts if not _TODAY.search(text)]
    for rule in ("labelled-date", "date"):
        for text in texts:
            if match := _RULES[rule].pattern.search(text):
                try:
                    return datetime.date(int(match["year"]), int(match["month"]), int(match["day"]))
                except ValueError:
                    continue
    return None
