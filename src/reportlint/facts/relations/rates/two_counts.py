"""Which figures are counts, and a rate held against two of them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from reportlint.facts.figures.measures import YEARS_AND_DAYS
from reportlint.facts.figures.mentions import Mention
from reportlint.facts.relations.relation import Relation, agrees, fits, format_number, may_be_share, plain
from reportlint.language.phrases import load_phrases

_WORDS = load_phrases(__file__, "two_counts")


def counts(mentions: Sequence[Mention]) -> list[Mention]:
    """Those that count something in a unit; times only where nothing else is counted: 8名具有十年以上经历."""
    found = [m for m in mentions if m.quantity.kind == "count" and m.unit]
    return [m for m in found if m.unit not in YEARS_AND_DAYS] or found


def is_all_told(mention: Mention) -> bool:
    """Do its words make it the whole of what is told beside it: 共受理, 案件总数?"""
    return _WORDS["all-told"].pattern.search(mention.before) is not None


def held_against(
    rate: Mention, numerator: Mention, bases: Sequence[Mention], *, beyond: bool = False
) -> Iterator[Relation]:
    """Held against each base the words allow: right if one gives the rate; else what the total, or the nearest one, gives.

    A base smaller than the numerator is none, but of a plan, which may be gone ``beyond``. Nothing is said against a rate of which a base or the numerator is rounded or explained.
    """
    usable = [base for base in bases if base.value >= numerator.value > 0 or (beyond and base.value > 0)]
    ratios = [(numerator.value / base.value * 100, base) for base in usable]
    verdicts = [(agrees(rate, value), base) for value, base in ratios]
    right = [base for verdict, base in verdicts if verdict and base.exact and numerator.exact]
    plainly = numerator.exact and all(base.exact and not base.explained for base in usable)
    plainly = plainly and not any(may_be_share(rate, numerator, base) for base in usable)
    if not usable or (not right and (not plainly or any(verdict is None for verdict, _ in verdicts))):
        return
    totals = [base for base in usable if is_all_told(base)]
    base = (right or totals or usable)[-1]
    value = numerator.value / base.value * 100
    decimals = rate.quantity.decimals + (value != rate.value)
    yield Relation(
        kind="ratio",
        span=rate.span,
        stated=f"{plain(rate)}%",
        computed=f"{plain(numerator)}÷{plain(base)}={format_number(value, max(decimals, 1) if decimals else 0)}%",
        holds=bool(right),
        operands=(numerator.span, base.span),
    )


def in_the_bracket(rate: Mention, behind: Sequence[Mention]) -> list[Relation] | None:
    """满意率93.6%（1271件中满意1190件）: what the bracket right behind a rate makes of it; None where that tells no such two counts.

    Where the words do not say that one is of the other, it is believed only where it fits.
    """
    if len(behind) < 2 or not rate.after.startswith(("（", "(")) or min(m.depth for m in behind) <= rate.depth:
        return None
    first, second = behind
    whole, part = (first, second) if first.value >= second.value else (second, first)
    if not fits(whole, part) or whole.quantity.kind != "count":
        return None
    told = [*held_against(rate, part, [whole])]
    if whole is first and whole.shared and _WORDS["of-them"].pattern.match(whole.after):
        return told
    return [relation for relation in told if relation.holds] or None
