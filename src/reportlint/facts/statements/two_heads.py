"""The two heads, of the Party committee and of the government, where a report's part on them tells of each by turns."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from reportlint.document.source import Span
from reportlint.facts.statements.heads import find_heads
from reportlint.kept import patterns
from reportlint.language.phrases import load_phrases
from reportlint.language.sentences import split_sentences
from reportlint.report import Report, fact

_RULES = load_phrases(__file__, "two_heads")
_OFFICES = {role: _RULES[role].pattern for role in ("party", "government")}
_MARK = patterns.compile("[；;，,]")
_BEGUN = patterns.compile("(?:[一-鿿]{1,4}[省市州盟县区旗镇乡])?")
"""What stands between a mark and the title of the head who is told of next: 青岚县县长."""
_LEADS = 30
"""Characters at the beginning of a sentence in which it names whom it is about."""


class HeadTold(NamedTuple):
    """What is told of one head. office: party or government. named: as the text first calls the head; place: the heading or
    sentence where that is. own: the headings and sentences about this head; shared: those about both, or about neither.
    """

    office: str
    named: Span
    place: Span
    own: tuple[Span, ...]
    shared: tuple[Span, ...]


@fact
def heads_by_turns(report: Report) -> tuple[HeadTold, ...]:
    """The two heads where each is told of by itself, in order of the text; none where one of them alone is."""
    first: dict[str, tuple[Span, Span]] = {}
    own: dict[str, list[Span]] = {office: [] for office in _OFFICES}
    shared: list[Span] = []
    current: str | None = None
    depth = 0
    for span, level, begins_item in _lines_on_head(report):
        named = _named_first(report, span)
        offices = [office for office, head in named.items() if head]
        if len(offices) == 1:
            depth = depth if current == offices[0] else level
            current = offices[0]
            first.setdefault(current, (named[current] or span, span))
        elif offices or (begins_item and level <= depth):
            current = None
        (own[current] if current else shared).append(span)
    if len(first) < len(_OFFICES):
        return ()
    told = [HeadTold(office, *first[office], tuple(own[office]), tuple(shared)) for office in first]
    return tuple(sorted(told, key=lambda head: head.place))


def _lines_on_head(report: Report) -> Iterator[tuple[Span, int, bool]]:
    """The subheadings and sentences of the part on the head, in order, with the level; is it a subheading?"""
    for top in report.part(report.kind.head).sections:
        for section in top.walk():
            if section is not top and section.heading:
                yield section.heading.span, section.level, True
            for paragraph in section.paragraphs:
                for sentence in split_sentences(report.text, paragraph):
                    for piece in _apart(report.text, sentence):
                        yield piece, section.level, False


def _apart(text: str, sentence: Span) -> Iterator[Span]:
    """A sentence in pieces, each of which may begin with another head: 书记主持会议，部署执法；县长听取汇报。"""
    start = sentence.start
    for mark in _MARK.finditer(text, *sentence):
        head = next(find_heads(text, Span(mark.end(), min(mark.end() + _LEADS, sentence.end))), None)
        if head and _BEGUN.fullmatch(text, mark.end(), head.start):
            yield Span(start, mark.end())
            start = mark.end()
    yield Span(start, sentence.end)


def _named_first(report: Report, span: Span) -> dict[str, Span | None]:
    """Which of the two a sentence or heading begins with; both for 党政主要负责人, 两人 and a head of neither office."""
    beginning = Span(span.start, min(span.end, span.start + _LEADS))
    heads = list(find_heads(report.text, beginning))
    words = report.text[beginning.start : heads[-1].end] if heads else ""
    known = {office: pattern.search(words) is not None for office, pattern in _OFFICES.items()}
    if _RULES["both"].pattern.search(report.text, *beginning) or (heads and not any(known.values())):
        return dict.fromkeys(known, beginning)
    return {office: heads[0] if told else None for office, told in known.items()}
