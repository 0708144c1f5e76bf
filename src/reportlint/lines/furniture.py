"""Which lines of a web copy are not the report: navigation before it, buttons and credits after it, page numbers."""

from __future__ import annotations

from reportlint.kept import patterns
from reportlint.language.numbers.dates import IN_CHARACTERS, IN_DIGITS
from reportlint.language.numbers.list_markers import COUNT
from reportlint.language.phrases import load_phrases

_RULES = load_phrases(__file__, "furniture")
_PAGE_WORD = _RULES["page-word"].pattern
_ISSUER_ALONE = _RULES["issuer-alone"].pattern
_SUMMARY = _RULES["summary"].pattern
_ANNOUNCES = _RULES["announces"].pattern
_TRAIL = patterns.compile(r"\S\s*[>＞›»]\s*\S|^\W*[大中小](?:\W+[大中小])+\W*$|^[\s|｜/·•\-—\[\]【】]+$")
_DATE_ALONE = patterns.compile(
    rf"^\W*(?:{IN_DIGITS}\s*日?|{IN_CHARACTERS})(?:\s*\d{{1,2}}[:：]\d\d(?:[:：]\d\d)?)?\W*$"
)
_PAGE_NUMBER = patterns.compile(
    r"^\s*(?:[-—–－]\s*\d{1,3}\s*[-—–－]|\d{1,3}\s*/\s*\d{1,3}"
    rf"|第\s*(?:\d|{COUNT}){{1,3}}\s*页(?:\s*[/，,]?\s*共\s*(?:\d|{COUNT}){{1,3}}\s*页)?"
    rf"|共\s*(?:\d|{COUNT}){{1,3}}\s*页\s*[/，,]?\s*第\s*(?:\d|{COUNT}){{1,3}}\s*页)\s*$"
)
_APART = patterns.compile(r"[ \u3000]{2,}")
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


def is_summary(line: str, above: str) -> bool:
    """Does the line tell what the page holds, as its index has it: 内容概述 before it, or above it?"""
    label = _SUMMARY.match(line)
    return bool(label and label.end() < len(line)) or bool(_SUMMARY.fullmatch(above))


def is_issuer(line: str) -> bool:
    """Is the line nothing but the name of a government, a committee or a department?"""
    return bool(_ISSUER_ALONE.match(line))


def is_signature(line: str) -> bool:
    """Is the line an issuer's name or a date, or both apart, as they close a document?"""
    return is_issuer(line) or _is_date(line) or all(is_issuer(part) or _is_date(part) for part in _APART.split(line))


def _is_date(line: str) -> bool:
    return len(line) <= _LONGEST_DATE and bool(_DATE_ALONE.match(line))
