"""The title's parts: who reports, on which year, and whether it calls itself a report."""

from __future__ import annotations

from typing import NamedTuple

from reportlint.document.source import Span
from reportlint.kept import patterns
from reportlint.language.numbers.years import YEAR, years_in
from reportlint.language.phrases import load_phrases
from reportlint.language.quotes import without_titles

_RULES = load_phrases(__file__, "titles")
_SUBJECT = _RULES["subject"].pattern
_YEAR = patterns.compile(YEAR)
_LEADING_YEAR = patterns.compile(rf"^(?:关于)?(?:{YEAR})\s*年?度?\s*")
_PAGE_DATE = patterns.compile(r"20\d\d[-./]\d{1,2}[-./]\d{1,2}$")


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

    def signed(self, name: str | None) -> Title:
        """The title, which says who reports where that is said elsewhere: below it, or by the signature."""
        return self._replace(issuer=self.issuer or (name or "").strip("（）() \u3000") or None)

    def as_written(self, text: str) -> Title:
        """The title in the words of the text, where it was read from one that stands for it."""
        written = "".join(text[span.start : span.end].strip() for span in self.spans)[: len(self.text)]
        at = self.text.find(self.issuer) if self.issuer else -1
        issuer = written[at : at + len(self.issuer)] if self.issuer and at >= 0 else self.issuer
        return self._replace(text=written, issuer=issuer)


def issuer_in(text: str) -> str | None:
    """The body that reports: what stands before the year, 关于 or the subject. None where that names no body."""
    head = _RULES["lead-in"].pattern.sub("", _LEADING_YEAR.sub("", text.strip()))
    if place := _RULES["rule-of-law-in"].pattern.match(head):
        return place[1]
    cut = min((m.start() for m in (_YEAR.search(head), _SUBJECT.search(head)) if m), default=len(head))
    issuer = head[:cut].strip(" 　《“")
    return issuer if len(issuer) >= 2 else None


def is_other_document(line: str) -> bool:
    """Does the line read as the title of some document (通知, 讲话, 方案 …)?"""
    return len(line) <= 80 and "。" not in line and bool(_RULES["other-document"].pattern.search(line))


def read_title(text: str, spans: tuple[Span, ...]) -> Title:
    """Issuer and year from the lines of a title."""
    if label := _RULES["label"].pattern.match(text, *spans[0]):
        spans = (Span(label.end(), spans[0].end), *spans[1:])
    joined = _PAGE_DATE.sub("", "".join(text[span.start : span.end].strip() for span in spans)).strip()
    plain = _RULES["wrapping"].pattern.sub("", joined)
    bare = "".join(plain.split())
    years = years_in(without_titles(bare)) or years_in(bare)
    return Title(spans, joined, issuer_in(plain), years[0] if years else None)
