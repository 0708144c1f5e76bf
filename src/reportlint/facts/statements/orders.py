"""What the deeds assert to be done first (合同先审后签), and the shortcomings admit to have been made up for afterwards (事后补送4份)."""

from __future__ import annotations

from collections.abc import Iterator

from reportlint.document.source import Span
from reportlint.facts.prose.sentences import clauses, sentences_of
from reportlint.facts.statements.absolutes import pieces
from reportlint.facts.statements.admissions import admissions
from reportlint.language.phrases import load_phrases
from reportlint.language.words.shared import shares
from reportlint.report import Report

_RULES = load_phrases(__file__, "orders")
_FIRST, _AIMED, _AFTER = (_RULES[name].pattern for name in ("first", "aimed", "after"))
_SENT = {"审": "送", "查": "送", "核": "送"}
"""What is made up for, where what should have been done first follows it: 审查, 补送."""
_ANY = "手续"
"""What is made up for, whatever the act."""
_SIGNED = "签"
"""What is done too early where it is dated back: 倒签."""
_MOST = 20
"""Admissions that assertions are held against."""
_FAR = 120
"""Characters before an admission, in its line, that may tell of what it speaks."""


def broken_orders(report: Report) -> Iterator[tuple[Span, Span]]:
    """Each assertion that one thing is done before another, and where it is admitted not to have been so."""
    admitted = [*_admitted(report)][:_MOST]
    told = sentences_of(report, report.kind.deeds) if admitted else ()
    for clause in (clause for sentence in told for clause in clauses(report)[sentence.span]):
        words = report.words(clause)
        found = _FIRST.search(words)
        if found is None or _AIMED.search(words):
            continue
        things = pieces(words[: found.start()]) or (words[: found.start()],)  # 案件先审核后决定
        acts = {*found["first"], *(_SENT[each] for each in found["first"] if each in _SENT)}
        acts |= set(found["then"]) & {_SIGNED}
        for place, done, before in admitted:
            if (_ANY in done or not acts.isdisjoint(done)) and any(shares(thing, before) for thing in things):
                yield clause, place
                break


def _admitted(report: Report) -> Iterator[tuple[Span, str, str]]:
    """Where something is admitted to have been made up for, what, and the words of its line up to the clause's end."""
    for admission in admissions(report):
        if found := _AFTER.search(admission.words):
            start, end = admission.span
            yield (
                admission.span,
                found["done"],
                report.words(Span(max(report.source.line_at(start).start, start - _FAR), end)),
            )
