"""Which of the matters that a kind of report knows are told, with a figure or without.

A clause of the parts on deeds and on the head tells a matter that it names (行政复议, 规范性文件); headings tell nothing. Told is what
was done, or that there was nothing to do (全年没有发生行政复议案件), not what was left undone (尚未建立行政裁决制度), is lacking (行政复议力量
不足) or is to be done (将加强行政复议). A law that was but studied or made known tells nothing of its matter: 宣传《行政复议法》36场.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from typing import NamedTuple

from reportlint.document.source import Span
from reportlint.facts.figures.data import data_in
from reportlint.facts.prose.sentences import Sentence, clauses, sentences
from reportlint.facts.prose.unchanged import fact_of_passages
from reportlint.facts.statements.aims import aims
from reportlint.facts.statements.support import told_under
from reportlint.kept import patterns
from reportlint.language.phrases import Phrase, load_phrases
from reportlint.language.quotes import FILL
from reportlint.report import Report, fact

_RULES = load_phrases(__file__, "coverage")
_STUDIED = _RULES["studied"].pattern
OWN_FIELD = "本地事项"
"""The field of matters that the state does not know."""
_AHEAD = 100
"""Characters behind the last clause that are gone through too: patterns may look ahead."""
_WORDS_OF_TITLE = patterns.compile("[^《》]")


class Matter(NamedTuple):
    """A matter of the kind's table, and the field it belongs to. clause: the first that tells it, one with a figure before others;
    None where none does. data: a figure stands in what is said of it.
    """

    name: str
    field: str
    clause: Span | None = None
    data: bool = False


class _Telling(NamedTuple):
    """A clause that tells matters, which are given by their names."""

    clause: Span
    sentence: Sentence
    matters: frozenset[str]


@fact
def coverage(report: Report) -> tuple[Matter, ...]:
    """All matters of the kind, in the order of its table, then those of local rules; none where there are none."""
    known, found = _known(report), dict[str, Matter]()
    tellings = _tellings(report)
    for number, telling in enumerate(tellings):
        # what is said from an earlier clause of the sentence on holds what is said from this one on
        told_before = number and tellings[number - 1].sentence == telling.sentence
        for name in telling.matters - (tellings[number - 1].matters if told_before else frozenset()):
            before = found.get(name)
            if before is None or not before.data:
                data = bool(data_in(report, _said(report, tellings, number, name)))
                if data or before is None:
                    found[name] = Matter(name, "", telling.clause, data)
    return tuple(found.get(name, Matter(name, ""))._replace(field=phrase.kind) for name, phrase in known.items())


def _known(report: Report) -> dict[str, Phrase]:
    """The matters of the kind, and those that local rules ask for in words of their own; both, where the name is the same."""
    known = dict(report.kind.matters)
    for wanted in (rule.value for rule in report.rules if rule.name == "matter"):
        if wanted.words and not wanted.drop:
            other = known.get(wanted.name)
            words = [*([other.pattern.pattern] if other else []), *map(re.escape, wanted.words)]
            said = "|".join(words)
            known[wanted.name] = Phrase(wanted.name, other.kind if other else OWN_FIELD, said, keep=False)
    return known


def _tellings(report: Report) -> list[_Telling]:
    """The clauses that tell matters, in order of the text."""
    to_come = {sentence.span: aim.span.start for sentence, aim in aims(report)}
    starts = [sentence.span.start for sentence in sentences(report)]
    tellings = []
    for clause, matters in _named(report).items():
        sentence = sentences(report)[bisect_right(starts, clause.start) - 1]
        if clause.end <= to_come.get(sentence.span, clause.end):
            tellings.append(_Telling(clause, sentence, matters))
    return tellings


@fact_of_passages
def _named(report: Report) -> dict[Span, frozenset[str]]:
    """The matters that clauses of the parts on deeds and on the head name as told, by the clauses' spans, in order."""
    told = [
        clause
        for sentence in sentences(report)
        if {report.kind.deeds, report.kind.head} & set(sentence.parts)
        for clause in clauses(report)[sentence.span]
    ]
    if not told:
        return {}
    first, last = told[0].start, told[-1].end + _AHEAD
    text = report.text[:first] + _STUDIED.sub(_masked, report.text[first:last])
    starts = [clause.start for clause in told]
    named: dict[Span, set[str]] = defaultdict(set)
    for name, phrase in _known(report).items():
        at = first
        while match := phrase.pattern.search(text, at):
            clause = told[bisect_right(starts, match.start()) - 1]
            if match.end() <= clause.end:
                named[clause].add(name)
            at = max(clause.end, match.start() + 1)  # words that run over a clause's end hide none in the next
    return {
        clause: frozenset(named[clause]) for clause in told if clause in named and not _is_lacking(report.words(clause))
    }


def _masked(studied: re.Match[str]) -> str:
    """The words on a law that was studied, those of its title masked, its marks not."""
    return (studied["before"] or "") + _WORDS_OF_TITLE.sub(FILL, studied["titles"] or studied["title"])


def _is_lacking(words: str) -> bool:
    """Does a clause say that something was not done, is lacking, or but the reason of another thing? To mend what lacks is a deed."""
    if any(_RULES[name].pattern.search(words) for name in ("undone", "reason")):
        return True
    return _RULES["lacking"].pattern.search(words) is not None and not _RULES["mended"].pattern.search(words)


def _said(report: Report, tellings: list[_Telling], number: int, name: str) -> Span:
    """What is said of a matter from one of the clauses that tell it on: its sentence, or all that the sentence is the topic of, up to the
    clause that tells another matter. The words before it in the sentence belong to it where they tell no other.
    """
    telling = tellings[number]
    first = number == 0 or tellings[number - 1].sentence.span != telling.sentence.span
    end = told_under(report, telling.sentence).end
    for later in range(number + 1, len(tellings)):
        if tellings[later].clause.start >= end or name not in tellings[later].matters:
            end = min(end, tellings[later].clause.start)
            break
    return Span(telling.sentence.span.start if first else telling.clause.start, end)
