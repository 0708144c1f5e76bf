"""So many to each of so many, and their total: 12个乡镇各演练3场，共36场; 培育132名，11个社区各12名."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction
from typing import NamedTuple

from reportlint.facts.figures.mentions import Mention
from reportlint.facts.relations.relation import Relation, format_number, half_step, plain
from reportlint.facts.relations.totals.addends import NEAR, WORDS, same
from reportlint.language.phrases import load_phrases

_WORDS = load_phrases(__file__, "products")
_WORD = 2
"""Characters of a word."""
_NOUN = 3
"""Characters of what is counted: 行政村."""


class _Term(NamedTuple):
    """So many to each of ``times``; times is None where one figure stands for itself. end: the index behind it."""

    times: Mention | None
    each: Mention
    end: int

    @property
    def value(self) -> Fraction:
        return self.each.value * (self.times.value if self.times else 1)

    @property
    def slack(self) -> Fraction:
        """How much the rounding of what there is to each may leave: 412个村平均每村15.1名."""
        step = Fraction(1, 2) if "均" in self.each.before else Fraction(0)
        step = half_step(self.each) or step
        return step * self.times.value if self.times else step

    @property
    def shown(self) -> str:
        return f"{plain(self.times)}×{plain(self.each)}" if self.times else plain(self.each)


def find_products(mentions: Sequence[Mention]) -> Iterator[Relation]:
    """The totals of a sentence that follow from such products, right behind them or, where nothing else is told, before them."""
    at = 0
    while at < len(mentions) - 1:
        terms = _terms(mentions, at)
        if terms:
            yield from _held_against(mentions, at, terms)
        at = terms[-1].end if terms else at + 1


def multiplied(mentions: Sequence[Mention]) -> list[Mention]:
    """The same, with what there is to each told in all: 190 for 190个村每村1名. Inexact is what there is to each of an untold
    number, and what is joined to more of it.
    """
    found = [m._replace(exact=m.exact and not _WORDS["to-each"].pattern.search(m.before)) for m in mentions]
    at = 0
    while at < len(mentions):
        terms = _terms(mentions, at)
        lone = len(terms) == 1
        for term in terms:
            each = term.each
            quantity = each.quantity._replace(
                value=each.quantity.value * (term.times.quantity.value if term.times else 1)
            )
            found[term.end - 1] = each._replace(quantity=quantity, exact=each.exact and lone)
        at = terms[-1].end if terms else at + 1
    return found


def _terms(mentions: Sequence[Mention], at: int) -> list[_Term]:
    """The products that begin there, with what is joined to them: 6个街道各3名、9个乡镇各2名、县级4名."""
    terms: list[_Term] = []
    while at < len(mentions):
        goes_on = not terms or (
            mentions[at].mark in ("、", "，") and not WORDS["total"].pattern.search(mentions[at].before)
        )
        if goes_on and (term := _product(mentions, at)) and (not terms or same(term.each, terms[0].each)):
            terms.append(term)
        elif terms and mentions[at].mark == "、" and same(mentions[at], terms[0].each) and mentions[at].exact:
            terms.append(_Term(None, mentions[at], at + 1))
        else:
            break
        at = terms[-1].end
    return terms


def _product(mentions: Sequence[Mention], at: int) -> _Term | None:
    if at + 1 >= len(mentions):
        return None
    times, each = mentions[at : at + 2]
    told = _is_for_each(times, each) or (
        times.shared and each.mark in ("", "、") and _WORDS["each"].pattern.search(each.before)
    )
    exact = times.exact and each.exact and times.quantity.kind == each.quantity.kind == "count"
    usable = told and exact and times.depth == each.depth and "其中" not in times.before
    return _Term(times, each, at + 2) if usable else None


def _is_for_each(times: Mention, each: Mention) -> bool:
    """巡查河道36条，每条4次; 190个行政村，每村1名: is it told of each of those, by their measure word or by the end of their name?"""
    lead, _, what = each.before.partition(f"每{times.quantity.unit}")
    named = lead == "" and f"每{times.quantity.unit}" in each.before and times.quantity.unit != ""
    if times.quantity.unit == "个" and each.before[:1] == "每" and each.before[1:_WORD] in (*times.after[:_NOUN],):
        named, what = True, each.before[_WORD:]
    return named and each.mark == "，" and len(what) <= _WORD and not ({*what} & {*"每均"})


def _held_against(mentions: Sequence[Mention], at: int, terms: Sequence[_Term]) -> Iterator[Relation]:
    end, each = terms[-1].end, terms[0].each
    behind, before = mentions[end : end + 1], mentions[max(at - 1, 0) : at]
    for total in behind:
        in_all = _WORDS["in-all"].pattern.match(total.before)
        what = total.before[in_all.end() :] if in_all else ""
        alike = not what or what[-_WORD:] in each.before + each.after or what in mentions[at].before
        if in_all and alike and same(total, each) and total.exact:
            yield from _verdict(total, terms)
            return
    more = any(same(mention, each) for mention in behind)
    bare = all(_WORDS["bare"].pattern.search(term.each.before) and not term.each.after for term in terms)
    for total in before:
        apart = mentions[at].mark == "、" or not total.shared  # 培育95名、19个村每村5名
        if same(total, each) and total.exact and apart and bare and not more:
            yield from _verdict(total, terms)


def _verdict(total: Mention, terms: Sequence[_Term]) -> Iterator[Relation]:
    added = sum((term.value for term in terms), Fraction(0))
    if 0 < abs(added - total.value) <= sum(term.slack for term in terms):
        return
    if NEAR * added <= total.value <= added / NEAR:
        computed = f"{'+'.join(term.shown for term in terms)}={format_number(added)}"
        operands = tuple(m.span for term in terms for m in (term.times, term.each) if m)
        yield Relation("sum", total.span, plain(total), computed, added == total.value, operands, certain=False)
