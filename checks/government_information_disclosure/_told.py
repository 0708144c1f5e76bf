"""The figures that sentences tell of the prescribed tables: 收到政府信息公开申请66件, 不予公开3件, 没有提起行政诉讼.

A figure is taken only where every word before it in its clause is known (_words.yaml) and means the whole year and the whole office: a
word that is not known may tell of a part (信函收到, 补正后的申请, 县自然资源局收到), and so may what is said behind it in the sentence.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

from reportlint.document.source import Span
from reportlint.facts.figures.quantities import Quantity, quantities_in
from reportlint.facts.prose.sentences import sentences
from reportlint.facts.tables.sheets import sheets, total_of
from reportlint.kept import patterns
from reportlint.report import Report

from ._meant import DONE, NAMED, Sums, meant
from ._words import DISPUTES, Phrase, Reader, reader

_CLAUSE = patterns.compile(r"[^，,；;。：:！!？?\n]+")
_ASIDE = patterns.compile(r"[（(]([^（）()]*\d[^（）()]*)[）)]")
"""Brackets with figures; others belong to the words around them: 各乡镇（街道）."""
_UNITS = frozenset("件 条 宗 份 例 起 件次 元".split())
_OF_A_PART = patterns.compile(
    r"(?:方面|领域|类|期间|阶段|中|月底?|月末|季度|半年|以来|年来)$|^(?:对|就|针对|除).*(?:申请|信息|事项|案件|外)$"
)
"""Clauses without a figure that, where not all their words are known, say that the next ones tell of a part."""
_AMONG = patterns.compile(r"其中|(?:申请|案件|事项|件|信息)中")
_NEXT = patterns.compile("[中、和及与加]|以及|另")
"""Behind a figure, what begins so is not what is counted: 新收28件、上年结转4件."""
_NONE = patterns.compile("[没未无零]")
_NOTHING = Phrase({}, "")


class ToldFigure(NamedTuple):
    """A figure of the text, or a clause that says there is none.

    words: the figure with its unit; 没有. step: one unit of its last digit. right: what it may be, each with the cells it is the
    sum of.
    """

    span: Span
    words: str
    value: Decimal
    step: Decimal
    right: Sums

    @property
    def is_right(self) -> bool:
        """Is it one of the tables' figures, as exactly as it is told?"""
        return any(abs(self.value - value) < self.step for value in self.right)

    @property
    def in_table(self) -> Sums:
        """The same as the cells have it: money in their unit."""
        return {total_of(cells): cells for cells in self.right.values()}


def told(report: Report) -> Iterator[ToldFigure]:
    """What the text tells of the tables' figures, in order."""
    if not any(each.cells for each in sheets(report)):
        return
    read, passage, telling = reader(report), None, None
    for sentence in sentences(report):
        if telling is None or sentence.passage is not passage or telling.lost:
            passage, heading = sentence.passage, sentence.section.heading
            telling = _Telling(report, read, read(heading.text) if heading else _NOTHING)
        yield from telling.of_sentence(sentence.span)


class _Telling:
    """One sentence after the other.

    subject: what the clauses so far are about. lost: do they tell of a part, or of other things? within: has 其中 been said in
    this sentence? fresh: has the subject been named in it?
    """

    def __init__(self, report: Report, read: Reader, heading: Phrase) -> None:
        self.report, self.read = report, read
        self.subject, self.lost, self.within = heading, False, False
        self.fresh = False

    def of_sentence(self, sentence: Span) -> Iterator[ToldFigure]:
        """What its clauses tell; each before what stands in its brackets."""
        self.within = self.fresh = False
        words = self.report.words(sentence)
        asides = [Span(*match.span(1)) for match in _ASIDE.finditer(words)]
        outside = _ASIDE.sub(lambda match: " " * len(match[0]), words)
        for clause in _CLAUSE.finditer(outside):
            yield from self._of_clause(clause[0], sentence.start + clause.start())
            for aside in asides:
                if clause.start() < aside.start < clause.end():
                    for inner in _CLAUSE.finditer(words, *aside):
                        yield from self._of_clause(inner[0], sentence.start + inner.start())

    def _of_clause(self, words: str, start: int) -> Iterator[ToldFigure]:
        """The figures of a clause, or that it says there are none. words: what brackets hold, blanked."""
        here = Span(start, start + len(words))
        figures = [
            each
            for each in quantities_in(self.report, here)
            if each.unit in _UNITS and each.kind == "count" and not words[each.number.start - start].isspace()
        ]
        if not figures:
            yield from self._of_words(words, here)
            return
        bounds = [0, *(at - start for each in figures for at in each.span), len(words)]
        for at, figure in enumerate(figures):
            before, behind = (words[slice(*bounds[2 * each : 2 * each + 2])] for each in (at, at + 1))
            yield from self._of_figure(figure, before, behind)

    def _of_figure(self, figure: Quantity, before: str, behind: str) -> Iterator[ToldFigure]:
        phrase = self.read(before)
        if not phrase.says(*NAMED, "carried", "amount") and not _NEXT.match(behind):
            phrase = self.read(before + behind)
        self.within = self.within or _AMONG.search(before) is not None
        if phrase.says("whole") and phrase.says(*NAMED) and not self.within:
            self.lost = False
        is_limit = bool({"以上", "以下", "以内"} & {*figure.words})
        right = {} if is_limit or phrase.says("other-year", "none") else meant(phrase, self.subject, self.report)
        found = ToldFigure(figure.number, self.report.words(figure.span), figure.value, figure.step, right)
        is_whole = self.fresh or phrase.says(*NAMED, *DONE, "carried", "amount")
        if self.within or not before.strip():
            is_whole = phrase.is_particular
        if not (right and is_whole and self._holds(phrase)) or (phrase.unknown and not found.is_right):
            self.lost = True
            return
        self._go_on(phrase)
        if not phrase.unknown and not figure.approximate and figure.high is None:
            yield found

    def _of_words(self, words: str, clause: Span) -> Iterator[ToldFigure]:
        phrase = self.read(words)
        other_year = phrase.says("last", "next", "other-year") and not phrase.says("carried")
        if phrase.unknown or other_year:
            if other_year or _OF_A_PART.search(words):
                self.lost = self.within = True
            if phrase.is_of_requests or phrase.is_of_disputes or phrase.says("fees"):
                self._go_on(phrase)
            return
        if phrase.says("none") and self._holds(phrase) and (right := meant(phrase, self.subject, self.report)):
            said = Span(clause.start + next(_NONE.finditer(words)).start(), clause.end)
            yield ToldFigure(said, "没有", Decimal(0), Decimal(1), right)
        self.within = self.within or _AMONG.search(words) is not None
        self._go_on(phrase)

    def _holds(self, phrase: Phrase) -> bool:
        """Does a phrase tell of the whole: nothing before it told of another thing, or it names all requests anew?"""
        return not self.lost or (not self.within and phrase.is_of_requests and phrase.says(*DONE, "whole"))

    def _go_on(self, phrase: Phrase) -> None:
        if phrase.says(*NAMED) and not phrase.is_just_asked:
            goes_on = phrase.says(*DISPUTES) and self.subject.is_of_disputes
            self.subject = phrase._replace(said={**phrase.said, "disclosure": ()}) if goes_on else phrase
            self.fresh = True
