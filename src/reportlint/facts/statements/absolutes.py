"""What the deeds assert without reserve: that an evil is gone (采砂绝迹), that nothing is amiss (滴水不漏), or that all was done.

Claims tell them, whatever the image (数据壁垒被彻底打破), and wholes; what says that it holds but mostly (基本消除) is none.
"""

from __future__ import annotations

from typing import NamedTuple

from reportlint.document.source import Span
from reportlint.facts.prose.masks import bare
from reportlint.facts.prose.sentences import clauses, sentences_of
from reportlint.facts.prose.unchanged import fact_of_passages
from reportlint.facts.statements.claims import claims
from reportlint.facts.statements.states import find_state
from reportlint.facts.statements.wholes import wholes
from reportlint.kept import patterns
from reportlint.language.phrases import load_phrases
from reportlint.language.words.key_terms import COMMON
from reportlint.report import Report

_RULES = load_phrases(__file__, "absolutes")
_RESERVED, _GONE, _EVIL, _PERFECT, _HABIT, _AT_ONCE, _AIMED, _BROAD = (
    _RULES[name].pattern for name in ("reserved", "gone", "evil", "perfect", "habit", "at-once", "aimed", "broad")
)
_EMPTY = patterns.compile("|".join(sorted(sorted(COMMON), key=len, reverse=True)))
_WHOLLY = frozenset("passive is-made so-that no-longer no-more surely is-fully-so rhythm doubled".split())
"""States that are told without degree; the others say what a thing is like, or has become."""
_CHINESE = patterns.compile("[一-鿿]{2,}")


class Absolute(NamedTuple):
    """An assertion. span: its clause; words: those of the clause, and of the one before where it does not say of what it speaks.

    things: what it speaks of, in pieces that name something. gone: it says that an evil is no more; perfect: that nothing is amiss;
    neither: that all was done. done: what was done of all that it should be done of, 审 of 应审尽审. at_once: it was done at once; habit: it always is.
    """

    span: Span
    words: str
    things: tuple[str, ...]
    gone: bool
    perfect: bool
    done: str = ""
    at_once: bool = False
    habit: bool = False


@fact_of_passages
def absolutes(report: Report) -> tuple[Absolute, ...]:
    """The assertions of the deeds, in order."""
    masked = bare(report)
    of_all = {whole.span for whole in wholes(report) if whole.all or whole.gone}
    told = claims(report)
    found = []
    for sentence in sentences_of(report, report.kind.deeds):
        claimed = {claim.clause.end for claim in told.get(sentence.span, ())}
        before = ""
        for clause in clauses(report)[sentence.span]:
            words, said = masked[clause.start : clause.end], report.words(clause)
            of_each = clause in of_all
            asserted = _asserted(clause, words, said, before, claimed=clause.end in claimed, of_all=of_each)
            if asserted and (any(asserted[3:]) or of_each):
                found.append(asserted)
            before = said
    return tuple(found)


def _asserted(span: Span, words: str, said: str, before: str, *, claimed: bool, of_all: bool) -> Absolute | None:
    """What a clause asserts; None where it has a reserve. words: its quotations masked; before: the clause before it.

    of_all: it says that all was done. claimed: it is a claim. One that tells what has become of an evil says that it is gone, and of another thing that nothing is amiss.
    """
    if _RESERVED.search(words):
        return None
    gone, perfect = (_GONE.search(words) if claimed else None), _PERFECT.search(words)
    at_once = None if _AIMED.search(words) else _AT_ONCE.search(words)
    habit = _HABIT.search(words) if claimed else None
    mark = gone or perfect or at_once or habit
    state = find_state(words.strip()) if claimed and not mark else None
    if of_all and state and state.rule not in _WHOLLY:
        state = None  # 装备悉数配齐
    at = len(words) - len(words.lstrip()) + state.at if state else len(said)
    if state and state.rule not in _WHOLLY:
        return None
    things = pieces(said[: mark.start()]) or pieces(said[mark.end() :]) if mark else pieces(said[:at])
    if not things:
        said = before + "，" + said
        things = pieces(before)
    evil = _EVIL.search(said) is not None
    done = (perfect["done"] or "") if perfect else ""
    gone_now, fine = bool(gone or (state and evil)), bool(perfect or (state and not evil))
    return Absolute(span, said, things, gone_now, fine, done, at_once is not None, habit is not None)


def pieces(words: str) -> tuple[str, ...]:
    """The runs of two characters or more that name something, without what any report speaks of: 采砂 of 夜间非法采砂现象."""
    return tuple(_CHINESE.findall(_EMPTY.sub("，", _BROAD.sub("，", words))))
