"""Articles of laws that the text names: 《行政处罚法》第三十三条第一款, 第三、五条和第七条."""

from __future__ import annotations

from typing import NamedTuple

from reportlint.document.source import Span
from reportlint.facts.names.documents.citations import Citation, citations
from reportlint.kept import patterns
from reportlint.language.numbers.numerals import parse_numeral
from reportlint.report import Report, fact

_N = "(?:[0-9０-９]{1,4}|[〇○零一二三四五六七八九十百千]{1,9})"
_BLANK = "[ \u3000]?"
_AFTER = patterns.compile(r"(?:[（(][^（()）\n]{0,60}[）)])?(?:所?规定的?|[中里]?的|[中里之])?")
_ARTICLE = patterns.compile(
    rf"(?:第{_N}[编章节])*(?P<article>第{_BLANK}(?P<numbers>{_N}(?:[、和至]{_N})*){_BLANK}条)(?!例)"
    rf"(?:之{_N})?(?:第{_N}款)?(?:第?[（(]?{_N}[）)]?项)?"
)
_NEXT = patterns.compile(r"[、，,和及与至到或—–\-]{1,2}|以及|或者")


class Article(NamedTuple):
    """An article named behind a law. span: 第三十三条. number: 33; of several before one 条 the highest."""

    citation: Citation
    span: Span
    number: int


def _numbers(text: str) -> list[int]:
    """The numbers of 三、五和七."""
    numerals = (parse_numeral(piece) for piece in patterns.compile("[、和至]").split(text))
    return [int(numeral.value) for numeral in numerals if numeral]


@fact
def articles(report: Report) -> tuple[Article, ...]:
    """The articles that are named behind a law's name, in order of the text."""
    found, text = [], report.text
    for citation in citations(report):
        after = _AFTER.match(text, citation.span.end)
        match = _ARTICLE.match(text, after.end() if after else citation.span.end)
        while match:
            if numbers := _numbers(match["numbers"]):
                found.append(Article(citation, Span(*match.span("article")), max(numbers)))
            between = _NEXT.match(text, match.end())
            match = _ARTICLE.match(text, between.end()) if between else None
    return tuple(found)
