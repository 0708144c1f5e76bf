"""Shares of one division, which can't come to more than the whole: 民事类占62.5%、经济类占21.3%、涉外类占18.2%."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction

from reportlint.facts.figures.mentions import Mention
from reportlint.facts.relations.relation import Relation, format_number, plain
from reportlint.facts.relations.totals.addends import SHORTEST_LIST, WORDS, is_outcome, open_ended, sum_of

_WHOLE, _FAR = 100, 130
"""What shares come to at most, and what shares of several divisions come to: 女性占46%，本科占92%."""
_DIVIDED = ("其中", "按", "来源", "类型", "类别", "结构", "构成", "分布", "分类", "从")
"""What tells, before the first of them, that one thing is divided."""


def find_share_totals(mentions: Sequence[Mention], led_by: str) -> Iterator[Relation]:
    """The shares of a sentence, where it tells nothing else and they are of one division. ``led_by``: the words before the first."""
    shares = [m for m in mentions if m.quantity.kind == "percent" and m.exact]
    if len(shares) < SHORTEST_LIST or not all(_is_share(m) for m in shares):
        return
    overlapping = any(WORDS["overlapping"].pattern.search(m.before) or is_outcome(m.before) for m in shares)
    listed = all(m.mark == "、" for m in shares[1:])
    added = sum_of(shares)
    rounding = sum((Fraction(m.quantity.step) for m in shares), Fraction(0)) / 2
    if overlapping or open_ended(shares, ()) or not (listed or any(word in led_by for word in _DIVIDED)):
        return
    if _WHOLE + rounding < added < _FAR:
        terms = "+".join(f"{plain(m)}%" for m in shares)
        operands = tuple(m.span for m in shares[:-1])
        yield Relation(
            "sum",
            shares[-1].span,
            plain(shares[-1]),
            f"{terms}={format_number(added)}%",
            False,
            operands,
            False,
            "shares",
        )


def _is_share(mention: Mention) -> bool:
    """Is it told as a share of what is divided, and of nothing else: 民事类占62.5%, but not 占总数的12%?"""
    name, shares, behind = mention.before.partition("占")
    return name != "" and shares != "" and behind in ("", "比", "比为", "比达")
