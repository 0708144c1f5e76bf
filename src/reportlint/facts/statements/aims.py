"""Aims and rules: clauses that tell what will be done, or must be, where what was done is asked for.

下一步…, 区政府将推进…, 2026年将压缩…, 计划明年建成…, 每年学法不少于4次, 局长应当…, 要把…摆在… are told by how a clause begins. What was said at a
meeting (强调，各单位要…) or stands in a rule that was made (办法规定每年不少于…) is told of others; 将36件文件列入目录 is a deed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from reportlint.document.source import Span
from reportlint.facts.figures.quantities import quantities_in
from reportlint.facts.prose.masks import bare
from reportlint.facts.prose.sentences import Sentence, clauses, sentences
from reportlint.facts.prose.unchanged import fact_of_passages
from reportlint.language.numbers.measure_words import PERSONS
from reportlint.language.phrases import Phrase, Sieve, load_phrases
from reportlint.language.sentences import clause_around
from reportlint.language.words.verbs import ends_in_verb, is_verb
from reportlint.report import Report, fact

_RULES = load_phrases(__file__, "aims")
_AIMS = Sieve(rule for rule in _RULES.values() if rule.kind)
_OTHERS = {
    "future": ["said", "reported", "of-the-rest"],
    "aim": ["said", "reported", "of-the-rest", "in-a-paper"],
    "rule": ["said", "reported", "in-a-paper", "in-a-rule"],
}
"""By the kind of aim, what before it says that others are to keep it, or that it is but the rest of what was done."""

_MUSTS = ("must", "must-do")
_PLANNED = {"年度", "项目", "工作", "任务", "事项", "随机", "预算", "立法", "普法"}
"""What plans are of, beside acts: 年度计划."""


class Aim(NamedTuple):
    """A clause that tells an aim or a rule. kind: future, aim or rule. modal: where the word begins that makes it one."""

    span: Span
    kind: str
    modal: int

    def moved(self, by: int) -> Aim:
        """The same so many characters further on."""
        return Aim(Span(self.span.start + by, self.span.end + by), self.kind, self.modal + by)


def _has_what_it_asks(report: Report, rule: Phrase, found: re.Match[str], words: str) -> bool:
    """Is what the rule's pattern asks for there: a verb, a year after the report's, and not a later time's preparation?"""
    told = found.groupdict()
    if told.get("verb") and not is_verb(told["verb"]):
        return False
    if rule.name == "will-do" and ends_in_verb(words):  # 将检查结果公开 tells what was done with a thing
        return False
    if told.get("year") and int(told["year"]) <= (report.outline.year or 0):
        return False
    return rule.name != "later" or not _RULES["prepares"].pattern.search(found.group())


def aims_of(report: Report, part: str) -> Iterator[Aim]:
    """The aims and rules told in a part, of those that tell what was done, at most one a sentence."""
    return (aim for sentence, aim in aims(report) if part in sentence.parts)


@fact
def aims(report: Report) -> tuple[tuple[Sentence, Aim], ...]:
    """The aims and rules told in the parts on deeds and on the head, with their sentences, at most one a sentence."""
    told = _aims_by_span(report)
    return tuple((sentence, told[sentence.span]) for sentence in sentences(report) if sentence.span in told)


@fact_of_passages
def _aims_by_span(report: Report) -> dict[Span, Aim]:
    """The aims told among the deeds and of the head, by the sentences' spans."""
    return {sentence.span: aim for sentence, aim in _aims(report, {report.kind.deeds, report.kind.head})}


def _aims(report: Report, parts: set[str]) -> Iterator[tuple[Sentence, Aim]]:
    before = None
    for sentence in sentences(report):
        if not parts.isdisjoint(sentence.parts):
            same = before if before and before.passage == sentence.passage else None
            rules = _AIMS.that_may(bare(report)[sentence.span.start : sentence.span.end])
            found = (
                _aim(report, rule, clause, sentence, same)
                for clause in clauses(report)[sentence.span]
                for rule in rules
            )
            yield from ((sentence, aim) for aim in [next(filter(None, found), None)] if aim)
        before = sentence


def _aim(report: Report, rule: Phrase, clause: Span, sentence: Sentence, before: Sentence | None) -> Aim | None:
    """What a clause tells by the words of this rule; None where it names things by them, or it was told of others."""
    text = bare(report)
    words = text[clause.start : clause.end]
    start = clause.start + len(words) - len(words.lstrip())
    every = rule.name == "every"
    found = (
        rule.pattern.search(text, start, clause.end) if every else rule.pattern.match(text, start, sentence.span.end)
    )
    if found is None or _RULES["which"].pattern.search(text, found.start(), clause.end):
        return None
    if every and _RULES["open-hours"].pattern.search(text, start, clause.end):
        return None
    if not _has_what_it_asks(report, rule, found, words) or (
        rule.name == "will" and _RULES["disposed"].pattern.search(text, found.end(), clause.end)
    ):
        return None
    if rule.kind == "rule" and _RULES["gone-by"].pattern.search(text, clause.end, sentence.span.end):
        return None
    if rule.kind != "rule" and _is_remainder(report, Span(start, found.end()), sentence):
        return None
    if rule.kind == "aim" and _RULES["sorted"].pattern.match(text, sentence.span.start, clause.end):
        return None
    named = _RULES["plan-named"].pattern.match(text, start, clause.end) if rule.kind == "aim" else None
    if named and (is_verb(named["of"]) or named["of"] in _PLANNED):
        return None
    if rule.kind == "aim" and _RULES["came-true"].pattern.search(text, found.end(), sentence.span.end):
        return None
    modal = found.start("modal") if "modal" in found.groupdict() else found.start()
    if _RULES["kept" if every else "owed"].pattern.match(text, modal, sentence.span.end):
        return None
    duty = rule.kind == "rule" or "须" in found[0]
    if duty and _is_kept(report, Span(start, found.end()), clause, sentence):
        return None
    if any(
        _RULES[name].pattern.search(text, begin, found.end())
        for name, begin in _told_of_others(text, rule, found, clause, sentence, before)
    ):
        return None
    end = clause.end if modal < clause.end else clause_around(text, Span(modal, modal)).end  # 今后，要带头…
    return Aim(Span(found.start(), end), rule.kind, modal)


def _told_of_others(
    text: str, rule: Phrase, found: re.Match[str], clause: Span, sentence: Sentence, before: Sentence | None
) -> Iterator[tuple[str, int]]:
    """What would tell that others are to keep it, or that it is the content of a rule: the names of its patterns, from where each counts."""
    every = rule.name == "every"
    begins = _RULES["bare-demand"].pattern.match(text, *sentence.span)  # 要求县长每年…: nobody demands it here
    begins = begins or _RULES["of-which"].pattern.fullmatch(text, sentence.span.start, clause.start)
    if every:
        begins = begins or _RULES["by-rule"].pattern.fullmatch(text, sentence.span.start, clause.start)
    begin = begins.end() if begins else sentence.span.start
    for name in _OTHERS[rule.kind]:  # 健全制度，常务会议每年学法不少于4次: it is told as what is done
        yield name, clause.start if every and name == "in-a-rule" else begin
    musts = _MUSTS if before and rule.name in _MUSTS else ()  # 会议强调，…。要…，要…
    if before and any(_RULES[name].pattern.match(text, *sentence.span) for name in musts):
        yield "speaks", before.span.start
    if (
        rule.kind == "rule" and text[found.start("modal") if found.groupdict().get("modal") else found.start()] != "要"
    ) or "须" in found[0]:
        yield "in-force", (before or sentence).span.start


def _is_kept(report: Report, told: Span, clause: Span, sentence: Sentence) -> bool:
    """Is it how each of those counted before works, 设站点12个，每站每周开放2天; or what those outside the office have to do, and
    how they did: 代理机构送审前须自查，全年退回8次?
    """
    text = bare(report)
    before, behind = Span(sentence.span.start, clause.start), Span(clause.end, sentence.span.end)
    if _RULES["each"].pattern.match(text, told.start, clause.end):
        return bool(quantities_in(report, before))
    outside = _RULES["outside"].pattern.match(text, *told)
    return outside is not None and bool(quantities_in(report, behind))


def _is_remainder(report: Report, subject: Span, sentence: Sentence) -> bool:
    """Is it of some of those counted before: 持证682名，1名新警定于2024年参加考试? Their state is told, and nothing planned."""
    if _RULES["subjectless"].pattern.match(report.text, subject.start):  # 36处建成，2处正在装修，拟于1月启用
        subject = clause_around(report.text, Span(subject.start - 1, subject.start - 1))
    if _RULES["done-to"].pattern.match(report.text, subject.start):
        return False
    few = next((each for each in quantities_in(report, subject) if each.kind == "count"), None)
    before = quantities_in(report, Span(sentence.span.start, max(sentence.span.start, subject.start)))
    return few is not None and any(_kin(each.unit, few.unit) and each.value > few.value for each in before)


def _kin(one: str, other: str) -> bool:
    """Are two units of the same things?"""
    return one == other or {one, other} <= PERSONS
