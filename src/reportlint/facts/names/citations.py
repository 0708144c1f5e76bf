"""Laws and documents that the text names, with or without 《》, and what is known of them.

Known are those of documents.yaml and those of the office's house rules.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property, lru_cache
from typing import Any, NamedTuple

from reportlint.document.source import Span
from reportlint.facts.prose.masks import unquoted
from reportlint.facts.prose.written import stretches
from reportlint.kept import patterns
from reportlint.language.phrases import load_phrases
from reportlint.language.quotes import FILL
from reportlint.language.tables import load_table
from reportlint.language.word_boundaries import stands
from reportlint.report import Report, fact

_TITLE = patterns.compile(r"《[^《》\n]{0,200}(?:《[^《》\n]{0,200}》[^《》\n]{0,200}){0,5}》")
_INNER_MARKS = patterns.compile(r"[《》〈〉<>＜＞\s\u3000]")
_DASHES = patterns.compile(r"[-－‐–—―~～]{1,2}|(?<=\d)[至到](?=\d)")
_STATE = "中华人民共和国"
_BRACKET = patterns.compile(r"（[^（）]*）$")
_PERIOD = patterns.compile(r"(?P<first>20\d\d)年?—(?P<last>20\d\d)年?")
_UNMARKED_PERIOD = r"[（(]20\d\d年?[-－–—~～至]{1,2}20\d\d年?[）)]"
_DRAFT = load_phrases(__file__, "citations")["draft"].pattern
# 行政复议法律制度, 行政许可法定程序: the character belongs to the next word
_LONGER_WORD = frozenset("律定治规院庭官学人制务")
# 霁川省优化营商环境条例 is another document than 优化营商环境条例
_PLACE = frozenset("省市区县州盟旗")
_SHORTEST = 5
"""Characters from which a name without 《》 is looked for: 宪法, 民法典, 公务员法 are part of too many other words."""


class _Document(NamedTuple):
    name: str
    also: tuple[str, ...] = ()
    published: str = ""
    revised: str = ""
    to: str = ""
    replaced_by: str = ""


class Document(_Document):
    """A known one, by its row. Moments are 2023, 2023-09 or 2023-09-01; "" where the table is silent."""

    @cached_property
    def base(self) -> str:
        """The name without its period."""
        return base_of(self.name)

    @cached_property
    def period(self) -> tuple[int, int] | None:
        """The years that the name states: 2021—2025."""
        return period_of(self.name)


class _Citation(NamedTuple):
    span: Span
    name: str
    parts: tuple[str, ...]
    marked: bool = True
    document: Document | None = None


class Citation(_Citation):
    """A law or document that the text names.

    span: marks included. name: without marks and blanks, full-width brackets, one kind of dash, without 中华人民共和国.
    parts: those its sentence or heading belongs to. marked: it stands in 《》. document: the known one.
    """

    @cached_property
    def base(self) -> str:
        """The name without the bracket at its end: （2021—2025年）, （试行）."""
        return base_of(self.name)

    @cached_property
    def period(self) -> tuple[int, int] | None:
        """The years that the name states: 2021—2025."""
        return period_of(self.name)

    @property
    def draft(self) -> bool:
        """Is it a draft of the thing that is named?"""
        return bool(_DRAFT.search(self.name))


def base_of(name: str) -> str:
    """A name without the bracket at its end."""
    return _BRACKET.sub("", name)


def period_of(name: str) -> tuple[int, int] | None:
    """The years that a name states: 2021—2025."""
    match = _PERIOD.search(name)
    return (int(match["first"]), int(match["last"])) if match else None


def normal(words: str) -> str:
    """A title as titles are compared."""
    words = _INNER_MARKS.sub("", words).replace("(", "（").replace(")", "）")
    words = _PERIOD.sub(r"\g<first>—\g<last>年", _DASHES.sub("—", words))
    return words.removeprefix(_STATE) or words


class _Library(NamedTuple):
    documents: tuple[Document, ...]


class Library(_Library):
    """The documents that are known, ready to be looked up."""

    @cached_property
    def by_name(self) -> dict[str, Document]:
        """Every writing of a name to its document. A name without its period is one only where no other shares it."""
        shared = Counter(document.base for document in self.documents)
        found = {document.base: document for document in self.documents if shared[document.base] == 1}
        for document in self.documents:
            found.update(dict.fromkeys((normal(document.name), *document.also), document))
        return found

    @cached_property
    def by_length(self) -> dict[int, list[tuple[int, Document]]]:
        """The documents, numbered in their order, by the length of their names without the period."""
        found: dict[int, list[tuple[int, Document]]] = {}
        for number, document in enumerate(self.documents):
            found.setdefault(len(document.base), []).append((number, document))
        return found

    def about_as_long(self, base: str) -> list[Document]:
        """The documents whose names, without the period, are at most two characters longer or shorter; in their order."""
        near = (self.by_length.get(len(base) + more, ()) for more in range(-2, 3))
        return [document for _, document in sorted((d for found in near for d in found), key=lambda found: found[0])]

    @cached_property
    def unmarked(self) -> re.Pattern[str]:
        """Any name that is long enough to be found without 《》, or has 中华人民共和国 before it."""
        names = sorted(
            {name for d in self.documents for name in (d.base, *d.also)}, key=lambda name: (-len(name), name)
        )
        every = "|".join(map(re.escape, names))
        long = "|".join(re.escape(name) for name in names if len(name) >= _SHORTEST)
        pattern = rf"(?:{_STATE}(?:{every})|{long})(?:{_UNMARKED_PERIOD})?"
        return patterns.compile(pattern, keep=self is _built_in())

    def find(self, name: str) -> Document | None:
        """The document of a name, its （试行） or （2021年修订） left aside; None for an unknown one and for a draft."""
        if _DRAFT.search(name):
            return None
        return self.by_name.get(name if period_of(name) else base_of(name)) or self.by_name.get(name)


@lru_cache(maxsize=1)
def _built_in() -> Library:
    rows = load_table(
        __file__, "documents",
        name="word", also="words?", published="date?", revised="date?", to="date?", replaced_by="word?", why="word",
    )  # fmt: skip
    return Library(tuple(_document(row) for row in rows))


def _document(row: Mapping[str, Any]) -> Document:
    return Document(
        name=row["name"],
        also=tuple(row.get("also", ())),
        published=str(row.get("published", row.get("from", ""))),
        revised=str(row.get("revised", "")),
        to=str(row.get("to", "")),
        replaced_by=row.get("replaced_by", ""),
    )


def load_library(own: Sequence[Mapping[str, Any]]) -> Library:
    """The documents of the table, and an office's own; of two rows with one name its own counts."""
    if not own:
        return _built_in()
    names = {normal(row["name"]) for row in own}
    others = tuple(document for document in _built_in().documents if normal(document.name) not in names)
    return Library(tuple(map(_document, own)) + others)


def find_citations(
    text: str, unquoted: str, span: Span, parts: tuple[str, ...], library: Library
) -> Iterator[Citation]:
    """The 《titles》 in a stretch of the text, then the known names without 《》."""
    for match in _TITLE.finditer(text, span.start, span.end):
        name = normal(match.group())
        yield Citation(Span(*match.span()), name, parts, True, library.find(name))
    for match in library.unmarked.finditer(text, span.start, span.end):
        name = normal(match.group())
        if _is_name(text, unquoted, Span(*match.span())):
            yield Citation(Span(*match.span()), name, parts, False, library.find(name))


def _is_name(text: str, unquoted: str, span: Span) -> bool:
    """Does a known name stand here by itself: not in 《》 or “ ”, no piece of longer words, no place's own of that name?"""
    if unquoted[span.end - 1] == FILL or (unquoted[span.start] == FILL and text[span.start] != "“"):
        return False  # “七五”普法 has marks of its own, and is masked only where those stand
    if text[span.end : span.end + 1] in _LONGER_WORD or text[max(0, span.start - 1) : span.start] in _PLACE:
        return False
    return stands(text, *span)


@fact
def library(report: Report) -> Library:
    """The documents that are known: the table's and the office's own."""
    return load_library(report.office.documents)


@fact
def citations(report: Report) -> tuple[Citation, ...]:
    """The laws and documents that headings and prose name, in 《》 or, where the table knows them, without."""
    known, masked = library(report), unquoted(report)
    found = [c for span, parts in stretches(report) for c in find_citations(report.text, masked, span, parts, known)]
    return tuple(sorted(found, key=lambda citation: citation.span))
