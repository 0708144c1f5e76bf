"""Paragraphs whose lines were broken: by hand, by a page number, by copying from a PDF. They go on in the next line."""

from __future__ import annotations

from itertools import pairwise

from reportlint.document.source import Span
from reportlint.kept import patterns
from reportlint.language.numbers.list_markers import LIST_START
from reportlint.language.phrases import load_phrases
from reportlint.language.words.word_boundaries import stands
from reportlint.lines.furniture import is_page_number
from reportlint.report import Report, fact

_WANTS_MORE = load_phrases(__file__, "broken_lines")["wants-more"].pattern
_CLOSED = patterns.compile("[。！？]$")
_FIGURE = patterns.compile(r"\d[\d.]*[余多]?[万亿]?[\u4e00-\u9fff]{1,2}$")
_REACH = 8
"""Characters on each side of a line's end in which a word is looked for."""
_ALIKE = 2
"""Characters by which the lines of a broken paragraph differ in length: some marks may not begin a line."""
_SHORTEST = 15
"""Characters of such a line."""


@fact
def broken(report: Report) -> frozenset[int]:
    """Where passages end that go on in the next line."""
    spans = [passage.span for passage in report.outline.passages]
    lengths = [span.end - report.source.line_at(span.start).start for span in spans]
    ends = set()
    for number, (one, other) in enumerate(pairwise(spans)):
        told = _FIGURE.search(
            report.text, max(one.start, one.end - _REACH), one.end
        )  # a sentence may end there, and lines are as long by chance
        beside = [
            at for at in (number - 1, number + 1) if at >= 0 and not (told and _CLOSED.search(report.text, *spans[at]))
        ]
        alike = lengths[number] >= _SHORTEST and any(abs(lengths[number] - lengths[at]) <= _ALIKE for at in beside)
        if _goes_on(report, one, other, alike):
            ends.add(one.end)
    return frozenset(ends)


def _goes_on(report: Report, one: Span, other: Span, alike: bool) -> bool:
    """Does a line go on in the other? alike: is it as long as one beside it?"""
    text = report.text
    first, *between = text[one.end : other.start].replace("\r\n", "\n").replace("\r", "\n").split("\n")
    if first.strip() or not between or LIST_START.match(text, other.start):
        return False
    *between, indent = between
    lines = [line for line in between if line.strip()]
    if indent or not all(is_page_number(line) for line in lines):
        return False
    if lines:
        return True
    ending = text[max(one.start, one.end - _REACH) : one.end]
    beginning = text[other.start : other.start + _REACH]
    if not stands(ending + beginning, 0, len(ending)) or wants_more(text, one):
        return True
    return alike and not between


def wants_more(text: str, line: Span) -> bool:
    """Does a line end in a word that its sentence must go on behind?"""
    return bool(_WANTS_MORE.search(text, *line))
