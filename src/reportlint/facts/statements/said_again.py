"""Clauses that a paragraph, or the lead, says a second time in the same words: …，确保部署落到实处。……，确保部署落到实处。

What is said alike on purpose is none: figures with their parts (其中办结36件), names, who is in charge of each, what came of each of
several things that are counted or dated (检查36次，当场责令整改；抽查12次，当场责令整改).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from reportlint.document.source import Span
from reportlint.facts.prose.sentences import clauses, sentences
from reportlint.kept import patterns
from reportlint.language.phrases import load_phrases
from reportlint.language.words.verbs import is_verb
from reportlint.language.words.word_boundaries import cut
from reportlint.report import Report, fact

_RULES = load_phrases(__file__, "said_again")
_ON_PURPOSE, _COUNTED = _RULES["on-purpose"].pattern, _RULES["counted"].pattern
_SHORTEST = 8
"""Characters from which a clause is said again by mistake, and is no refrain."""
_DONE = patterns.compile("[一-鿿]{2}了")
"""What was done: 营造了良好环境."""
_LEADS = "在为以把将使让"
"""What leads in what was done."""
_ENDS = "。；;！？!?"
"""Behind what a sentence or a part of it says: what stands before ， may be what it speaks of (对存在问题的单位，)."""


class Again(NamedTuple):
    """What is said again: its words, where they stood before, and whether it goes on with more (营造良好环境，营造良好环境和氛围)."""

    span: Span
    first: Span
    more: bool


class _Clause(NamedTuple):
    """A clause, the words of it, and where its part of the sentence begins, in characters of the text."""

    span: Span
    words: str
    begins: int


@fact
def said_again(report: Report) -> tuple[Again, ...]:
    """The clauses that are said again, in order."""
    return tuple(again for told in _paragraphs(report) for again in _of_paragraph(report.text, told))


def _paragraphs(report: Report) -> Iterator[list[_Clause]]:
    """The clauses of each paragraph; those of the lead all together."""
    lead = {*report.outline.root.paragraphs} if report.outline.sections else set()
    told: list[_Clause] = []
    last: Span | None = None
    for sentence in sentences(report):
        passage = sentence.passage.span
        if last not in (None, passage) and not (last in lead and passage in lead):
            yield told
            told = []
        last, begins = passage, sentence.span.start
        for clause in clauses(report)[sentence.span]:
            told.append(_Clause(clause, report.words(clause).strip(), begins))
            begins = clause.end if report.text[clause.end : clause.end + 1] in _ENDS else begins
    yield told


def _of_paragraph(text: str, told: Sequence[_Clause]) -> Iterator[Again]:
    seen: dict[str, _Clause] = {}
    last: _Clause | None = None
    for clause in told:
        if len(clause.words) >= _SHORTEST:
            first = seen.get(clause.words)
            if first and _by_mistake(text, first, clause):
                yield Again(clause.span, first.span, more=False)
            elif last and last.span.end + 1 == clause.span.start and _goes_on(last, clause):
                yield Again(clause.span, last.span, more=True)
            seen.setdefault(clause.words, clause)
        last = clause


def _goes_on(last: _Clause, clause: _Clause) -> bool:
    """Does a clause begin with the whole of the one before it, or with the end of it that tells what was done (…营造了良好环境)?"""
    done = _DONE.search(last.words)
    for same in (last.words, last.words[done.start() :] if done else ""):
        if len(same) >= _SHORTEST and clause.words.startswith(same) and clause.words != last.words:
            return not _ON_PURPOSE.search(same) and (is_verb(same[:2]) or same[0] in _LEADS)
    return False


def _by_mistake(text: str, first: _Clause, clause: _Clause) -> bool:
    """Is it what a sentence ends with, not what it goes on to speak of, and not what is said of each of several things?"""
    if text[clause.span.end : clause.span.end + 1] not in _ENDS:
        return False
    counted = all(_COUNTED.search(text, each.begins, each.span.start) for each in (first, clause))
    return not counted and not _ON_PURPOSE.search(clause.words) and any(map(is_verb, cut(clause.words)))
