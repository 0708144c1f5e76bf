"""By how much one rate is above another, told in % and not in points: 得分率94.6%，高出全市平均水平（92.1%）2.5%.

That the difference is meant the figures themselves say, for they come to it exactly; that the two rates belong together, the words.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from reportlint.document.source import Span
from reportlint.facts.figures.mentions import Mention
from reportlint.facts.relations.relation import Relation, plain
from reportlint.kept import patterns
from reportlint.language.phrases import load_phrases

_WORDS = load_phrases(__file__, "differences")
_FORMS = ("short-of", "between", "than", "beyond", "from", "bare")
_BEFORE, _BEHIND = 3, 2
"""Rates looked at to each side."""
_LEAST = 3
"""Two rates, and what is between them."""
_NAME = 3
"""Last characters of a rate's name that tell of which kind it is: 优秀率."""
_ASIDE = patterns.compile(r"[（(][^（()）]*[)）]")
_EDGE = patterns.compile("[，,；;。：:\n（(]")
_FIGURE = patterns.compile(r"[\d.]+[%％]")


def find_differences(text: str, sentence: Span, mentions: Sequence[Mention]) -> Iterator[Relation]:
    """The figures of a sentence, in %, that are the mere difference of two rates of it."""
    rates = [m for m in mentions if m.quantity.kind == "percent" and m.exact and m.quantity.digits == "arabic"]
    if len(rates) < _LEAST:
        return
    for at, by in enumerate(rates):
        around = [m for m in (*rates[max(0, at - _BEFORE) : at], *rates[at + 1 : at + 1 + _BEHIND]) if _is_level(m)]
        pairs = [pair for pair in pairwise(around) if _is_difference(by, *pair)]
        told = _form_of_difference(_clause(text, sentence, by)) if pairs else None
        for one, other in pairs:
            if told and _are_compared(told, by, one, other):
                high, low = sorted((one, other), key=lambda m: -m.value)
                computed = f"{plain(high)}−{plain(low)}={plain(by)}个百分点"
                yield Relation(
                    "change", by.span, f"{plain(by)}%", computed, False, (one.span, other.span), note="point"
                )
                break


def _is_level(mention: Mention) -> bool:
    return _WORDS["changed"].pattern.search(mention.before) is None


def _is_difference(by: Mention, one: Mention, other: Mention) -> bool:
    """Is it what one is more than the other, and not as well in per cent of either, or of what the one was before?"""
    difference = abs(one.value - other.value)
    bases = (one,) if _WORDS["become"].pattern.fullmatch(other.before) else (one, other)
    shares = [difference / m.value * 100 for m in bases if m.value]
    return difference == by.value > 0 and not any(share == difference for share in shares)


def _clause(text: str, sentence: Span, by: Mention) -> str:
    """The words of its clause before the figure, without brackets; # for the rates in them."""
    left = _ASIDE.sub("", text[sentence.start : by.span.start])
    return _FIGURE.sub("#", _EDGE.split(left)[-1]).strip(" ")


def _form_of_difference(clause: str) -> tuple[str, re.Match[str]] | None:
    """In which form the clause tells a difference."""
    for form in _FORMS:
        if match := _WORDS[form].pattern.fullmatch(clause):
            return form, match
    return None


def _are_compared(told: tuple[str, re.Match[str]], by: Mention, one: Mention, other: Mention) -> bool:
    """Are both rates of one name, and is it these two of which the clause tells the difference?"""
    form, match = told
    names = [_name(m) for m in (one, other)]
    if all(names) and names[0][-_NAME:] != names[1][-_NAME:]:
        return False
    if form == "between":
        return one.span.start < other.span.start < by.span.start
    subject, spoken = match["subject"], one.before + other.before + one.lead + other.lead
    if not (subject in spoken or _WORDS["rate"].pattern.search(subject)):
        return False
    if form == "bare" and _has_become(one, other, match["verb"]):
        return True
    if form in ("from", "bare"):
        times = [
            _WORDS["time"].pattern.match(m.before) or _WORDS["average"].pattern.match(m.before) for m in (one, other)
        ]
        return form == "from" or any(times)
    return "#" in match["than"] or any(_is_than(match["than"], m) for m in (one, other))


def _has_become(old: Mention, new: Mention, verb: str) -> bool:
    """参保率72%增至91%，增加19%: has the one become the other, and the way that is told?"""
    rises = _WORDS["rise"].pattern.fullmatch(verb) is not None
    return _WORDS["become"].pattern.fullmatch(new.before) is not None and rises == (new.value > old.value)


def _is_than(than: str, rate: Mention) -> bool:
    """Is it the rate that the clause compares with: in a bracket behind 全市平均水平, or told before of 一季度?"""
    return than in rate.lead or than.removesuffix("的") in rate.before


def _name(rate: Mention) -> str:
    named = _WORDS["rate"].pattern.search(rate.before)
    return named["name"] if named else ""
