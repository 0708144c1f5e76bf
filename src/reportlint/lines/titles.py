"""The title's parts: who reports, on which year, and whether it calls itself a report."""

from __future__ import annotations

from typing import NamedTuple

from reportlint.document.source import Span
from reportlint.kept import patterns
from reportlint.language.phrases import load_phrases

_RULES = load_phrases(__file__, "titles")
_YEAR, _SUBJECT = _RULES["year"].pattern, _RULES["subject"].pattern
_GOVERNMENT, _TOWNSHIP = _RULES["government"].pattern, _RULES["township"].pattern
_DIGITS = {"〇": "0", "○": "0", "零": "0", **{c: str(i) for i, c in enumerate("一二三四五六七八九", 1)}}
_PAGE_DATE = patterns.compile(r"20\d\d[-./]\d{1,2}[-./]\d{1,2}$")
_BOOK = patterns.compile(r"《[^》]*》")


class Title(NamedTuple):
    """The title as read: ``spans`` one per line of it, ``text`` the lines joined, without blanks at their ends."""

    spans: tuple[Span, ...]
    text: str
    issuer: str | None
    year: int | None

    @property
    def span(self) -> Span:
        """From the first line of the title to the last."""
        return Span(self.spans[0].start, self.spans[-1].end)


def year_value(text: str) -> int:
    """2023 or 二〇二三 as a number."""
    return int("".join(_DIGITS.get(c, c) for c in text))


def years_in(text: str) -> list[int]:
    """The years a title or heading names, in order."""
    return [year_value(match["year"]) for match in _YEAR.finditer(text)]


def find_years(text: str, span: Span) -> list[tuple[Span, int]]:
    """The years named in a stretch of the text, with their places."""
    return [
        (Span(*match.span()), year_value(match["year"])) for match in _RULES["named-year"].pattern.finditer(text, *span)
    ]


def issuer_in(text: str) -> str | None:
    """The body that reports: what stands before the year, 关于 or the subject. None where that names no body."""
    head = _RULES["lead-in"].pattern.sub("", _RULES["leading-year"].pattern.sub("", text.strip()))
    if place := _RULES["rule-of-law-in"].pattern.match(head):
        return place[1]
    cut = min((m.start() for m in (_YEAR.search(head), _SUBJECT.search(head)) if m), default=len(head))
    issuer = head[:cut].strip(" 　《“")
    return issuer if len(issuer) >= 2 else None


def issuer_kind(issuer: str | None) -> str:
    """government, department or township, by the issuer's name; what cannot be told counts as a government."""
    name = issuer or ""
    if _GOVERNMENT.search(name) and not _TOWNSHIP.search(name):
        return "government"
    if _TOWNSHIP.search(name):
        return "township"
    return "department" if _RULES["department"].pattern.search(name) else "government"


def is_other_document(line: str) -> bool:
    """Does the line read as the title of some document (通知, 讲话, 方案 …)?"""
    return len(line) <= 80 and "。" not in line and bool(_RULES["other-document"].pattern.search(line))


def read_title(text: str, spans: tuple[Span, ...], below: str = "") -> Title:
    """Issuer and year from the lines of a title; ``below``: the line after it, which may name the issuer instead."""
    joined = _PAGE_DATE.sub("", "".join(text[span.start : span.end].strip() for span in spans)).strip()
    plain = _RULES["wrapping"].pattern.sub("", joined)
    years = years_in(_BOOK.sub("", plain)) or years_in(plain)
    return Title(spans, joined, issuer_in(plain) or below.strip("（）() \u3000") or None, years[0] if years else None)
