"""Rates of two counts: 受理450件，办结412件，办结率91.6%; 其中调解120件，占24%."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction

from reportlint.facts.figures.mentions import Mention
from reportlint.facts.relations.relation import Relation, agrees, format_number, plain
from reportlint.language.phrases import load_phrases

_WORDS = load_phrases(__file__, "ratio")
_SAME = {name: phrase.pattern for name, phrase in _WORDS.items() if phrase.kind == "same"}
"""Ends of rates' names, and the other words by which a count may be told for them."""
_DENIALS = tuple("不 未 非 不予 未予 无法".split())
_REACH = 12
"""Figures looked back at: those further off belong to something else."""


def find_ratios(mentions: Sequence[Mention]) -> Iterator[Relation]:
    """The rates of a paragraph's sentence, each with the two counts that its words name.

    The numerator is the count whose words the rate's name repeats (办结率: 办结412件), the denominator the one before it of
    the same unit, or, where the text names several stages (申请556件，受理500件), one of those. No pair is tried for fit alone.
    """
    for index, rate in enumerate(mentions):
        if rate.quantity.kind != "percent" or rate.quantity.high is not None:
            continue
        earlier = [
            m for m in mentions[max(0, index - _REACH) : index] if m.quantity.kind == "count" and m.quantity.unit
        ]
        if match := _WORDS["rate"].pattern.search(rate.before):
            yield from _rate(rate, match["stem"], earlier)
            yield from _explained_behind(rate, match["stem"], mentions[index + 1 : index + 3], earlier)
        elif _WORDS["share"].pattern.search(rate.before) or (  # 占交办总数541件的76.5%
            rate.before == "的" and earlier and earlier[-1].before.startswith("占")
        ):
            yield from _share(rate, earlier)


def _rate(rate: Mention, stem: str, earlier: Sequence[Mention]) -> Iterator[Relation]:
    if "、" in rate.before or "和" in stem or stem.startswith(("最终", "累计", "综合")):
        return  # 响应率、满意率均超过95%: which is which is not told
    numerator = _named(stem, earlier)
    if numerator is None or numerator.explained:
        return
    whole = [
        m
        for m in earlier[: earlier.index(numerator)]
        if _fits(m, numerator)
        and (
            _WORDS["due"].pattern.search(m.before) or _WORDS["received"].pattern.search(m.before) or not _names(stem, m)
        )
    ]
    if not _names(stem, numerator) and (same := _other_words(stem)):  # 审结120件，办结36件，结案率: two of a kind
        whole = [m for m in whole if not same.search(m.before)]
    yield from _against(rate, numerator, whole, earlier[: earlier.index(numerator)])


def _against(
    rate: Mention, numerator: Mention, whole: Sequence[Mention], before: Sequence[Mention]
) -> Iterator[Relation]:
    """The numerator against the wholes that the words allow.

    In 其中驳回30件，维持40件，调解30件 none is the other's whole, though in 其中文件12件，备案12件 one is: there, and where the kinds
    make up all (其中立改100件，限期整改20件), a rate that fits is believed, and one that does not is not blamed on them.
    """
    kinds = next((i for i in range(len(before) - 1, 0, -1) if "其中" in before[i].before), None)
    told = [m for m in whole if _WORDS["base"].pattern.search(m.before) or "中" in m.after]
    if kinds is None or "其中" in numerator.before:
        yield from _verdict(rate, numerator, [m for m in whole if m in told or m is whole[-1]])
        return
    parent = before[kinds - 1]
    parts = sum(m.quantity.value for m in before[kinds:]) + numerator.quantity.value
    outer = [m for m in whole if m in told or m is parent]
    fitting = [r for m in whole if m in outer or m is whole[-1] for r in _verdict(rate, numerator, [m]) if r.holds]
    if fitting:
        yield fitting[-1]
    elif parts != parent.quantity.value:
        yield from _verdict(rate, numerator, outer)


def _explained_behind(
    rate: Mention, stem: str, behind: Sequence[Mention], earlier: Sequence[Mention]
) -> Iterator[Relation]:
    """办结率93.1%，其中受理450件、办结412件; 办结率93.1%（受理450件，办结412件）: the counts are told after the rate."""
    if len(behind) < 2 or "、" in rate.before or _named(stem, earlier):
        return
    whole, part = behind
    told = whole.before.startswith("其中") or (whole.depth > rate.depth and part.depth > rate.depth)
    counts = whole.quantity.kind == part.quantity.kind == "count" and whole.quantity.unit == part.quantity.unit
    stages = _names(stem, part) and not _names(stem, whole) and _WORDS["base"].pattern.search(whole.before)
    if told and counts and stages and not part.explained:
        yield from _verdict(rate, part, [whole])


def _share(rate: Mention, earlier: Sequence[Mention]) -> Iterator[Relation]:
    if not earlier:
        return
    numerator = earlier[-1]
    if rate.before == "的":  # 化解389件，占交办总数541件的76.5%
        if len(earlier) > 1 and _fits(earlier[-1], earlier[-2]) and not earlier[-2].explained:
            yield from _verdict(rate, earlier[-2], earlier[-1:])
        return
    first = next((i for i, m in enumerate(earlier) if "其中" in m.before or m.before.startswith("中")), None)
    whole = [m for m in earlier[: first if first is not None else -1] if _fits(m, numerator)]
    if numerator.explained:
        return
    if first is not None or any(_WORDS["all-told"].pattern.search(m.before) for m in whole):
        yield from _verdict(rate, numerator, whole[-2:])
    else:  # 共 or 其中 would tell; without them only what fits is believed
        yield from (relation for relation in _verdict(rate, numerator, whole[-1:]) if relation.holds)


def _named(stem: str, earlier: Sequence[Mention]) -> Mention | None:
    """The count whose words repeat the most of the rate's name; the nearest of equals; at least two characters of it.

    Where none does, one whose words say the same by another verb (审结 of 结案率); 中 before it tells the share of all.
    """
    best, length = None, 1
    for mention in earlier:
        shared = _names(stem, mention)
        if shared and shared >= length:
            best, length = mention, shared
    if best is None and (same := _other_words(stem)):
        best = next((m for m in reversed(earlier) if same.search(f"{m.before} {m.after}")), None)
    if best is None and stem == "覆盖" and len(earlier) > 1 and earlier[-2].after.endswith("中") and earlier[-1].after:
        best = earlier[-1]  # 139个村中，85个建立了法律顾问制度，覆盖率61.2%
    return best


def _other_words(stem: str) -> re.Pattern[str] | None:
    return next((words for end, words in _SAME.items() if stem.endswith(end)), None)


def _names(stem: str, mention: Mention) -> int:
    """How many of the stem's last characters the words of a count hold; 0 for fewer than two."""
    words = f"{mention.before} {mention.after.partition('、')[0]}"
    return next((len(stem) - start for start in range(len(stem) - 1) if _said(words, stem[start:])), 0)


def _said(words: str, what: str) -> bool:
    """Do the words say it, and not deny it?"""
    at = words.find(what)
    while at >= 0 and words[:at].endswith(_DENIALS):
        at = words.find(what, at + 1)
    return at >= 0


def _fits(whole: Mention, part: Mention) -> bool:
    return whole.quantity.unit == part.quantity.unit and whole.depth <= part.depth


def _verdict(rate: Mention, numerator: Mention, bases: Sequence[Mention]) -> Iterator[Relation]:
    """Held against each base the words allow: right if one gives the rate; else what the nearest one gives."""
    usable = [
        base
        for base in bases
        if base.exact and numerator.exact and not base.explained and base.quantity.value >= numerator.quantity.value > 0
    ]
    if not usable or len(usable) < len(bases):
        return
    verdicts = [
        (agrees(rate, Fraction(numerator.quantity.value) / Fraction(b.quantity.value) * 100), b) for b in usable
    ]
    right = [base for verdict, base in verdicts if verdict]
    if not right and any(verdict is None for verdict, _ in verdicts):
        return
    base = right[-1] if right else usable[-1]
    value = Fraction(numerator.quantity.value) / Fraction(base.quantity.value) * 100
    decimals = rate.quantity.decimals + (value != Fraction(rate.quantity.value))
    yield Relation(
        kind="ratio",
        span=rate.span,
        stated=f"{plain(rate)}%",
        computed=f"{plain(numerator)}÷{plain(base)}={format_number(value, max(decimals, 1) if decimals else 0)}%",
        holds=bool(right),
        operands=(numerator.span, base.span),
    )
