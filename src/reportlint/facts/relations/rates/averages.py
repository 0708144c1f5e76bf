"""What there is to each: 60名执法人员办理案件660件，人均办案11件; 处罚决定1500件，被申请复议45件，每百件中有3件."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import takewhile

from reportlint.facts.figures.measures import YEARS_AND_DAYS
from reportlint.facts.figures.mentions import Mention
from reportlint.facts.relations.rates.two_counts import counts
from reportlint.facts.relations.relation import Relation, agrees, format_number, may_be_share, plain
from reportlint.facts.relations.totals.addends import is_compared
from reportlint.facts.relations.totals.products import multiplied
from reportlint.language.phrases import load_phrases

_WORDS = load_phrases(__file__, "averages")
_JOINED = ("", "、")
"""Marks before what there is to each as well: 人均监督14个部门和11个乡镇."""
_AND = ("、", "和", "及", "与")
"""The end of what stands between two counts of one list."""
_WORD = 2
"""Characters of a word."""
_SCALES = {"": 1, "十": 10, "百": 100, "千": 1000, "万": 10000}


def find_averages(mentions: Sequence[Mention]) -> Iterator[Relation]:
    """The averages of a sentence that tells but one count of their own unit and one of the unit they are told for."""
    each: re.Match[str] | None = None
    in_all = multiplied(mentions)
    for average in mentions:
        told = _WORDS["each"].pattern.search(average.before)
        each = told or (each if average.mark == "、" and "每" not in average.before else None)  # 每村6名、示范户2户
        if not each or _is_open(average, each):
            continue
        told_of = in_all if average.unit in YEARS_AND_DAYS else counts(in_all)  # 值班720天，平均每家48天
        others = [m for m in told_of if m.span != average.span and not _WORDS["each"].pattern.search(m.before)]
        others = [m for m in others if not (is_compared(m) or _WORDS["aside"].pattern.search(m.before))]
        unit = each["of"] or each["unit"] or each["one"]
        unit = "人" if unit in "名位" else unit
        alike = [m for m in others if m.unit == average.unit]
        if unit == average.unit:
            bases, parts = _in_turn(average, alike)
        else:
            named = [m for m in others if m.quantity.unit == "个" and unit in m.after]  # 14个村, 11个街道执法队
            named = [m for m in named if m.after.startswith(unit)] or named
            units = {unit, "家"} if each["of"] == "户" else {unit}  # 318家企业，户均7.3万元
            bases, parts = [m for m in others if units & {m.unit, m.quantity.unit}] or named, alike
        joined = takewhile(lambda m: m.mark in _JOINED, (m for m in mentions if m.span.start > average.span.start))
        with_it = {m.span for m in joined}
        parts = [m for m in parts if m.span not in with_it]
        usable = len({m.quantity.value for m in bases}) == len(parts) == 1
        if usable and all(m.exact and not m.explained for m in (*bases, *parts)):
            base = bases[0]
            found = _held_against(average, parts[0], base, _SCALES[each["scale"] or ""])
            plainly = told is not None and (
                unit in (base.unit, base.quantity.unit) or base.after.startswith((unit, "企业"))
            )
            plainly = plainly and not (_is_one_of_several(parts[0], others) or _is_shared(average, parts[0], base))
            yield from (relation for relation in found if relation.holds or plainly)


def _in_turn(average: Mention, alike: Sequence[Mention]) -> tuple[Sequence[Mention], Sequence[Mention]]:
    """Of counts of one unit those for which it is told, which it names (泊位1240个，41个小区平均每个小区30个), else the first; and the others."""
    named = [m for m in alike if m.after[:_WORD] and average.before.endswith(m.after[:_WORD])]
    bases = named or alike[:1]
    return bases, [m for m in alike if m not in bases]


def _is_one_of_several(part: Mention, others: Sequence[Mention]) -> bool:
    """70所学校和63家机构，人均27家: is it told beside another count, so that both may be what each has its share of?"""
    before = [m for m in others if m.span.start < part.span.start][-1:]
    behind = [m for m in others if m.span.start > part.span.start][:1]
    pairs = [*((m, part) for m in before), *((part, m) for m in behind)]
    return any(other.mark == "、" or (one.shared and one.after.endswith(_AND)) for one, other in pairs)


def _is_shared(average: Mention, part: Mention, base: Mention) -> bool:
    """对象248名，工作人员8名，人均31名: are both counted in one unit, and does it hold the other way round?"""
    return part.unit == base.unit and agrees(average, base.value / part.value) is True


def _is_open(average: Mention, each: re.Match[str]) -> bool:
    """Is it told of a population, or as what ought to be, or not as one number?"""
    quantity = average.quantity
    of_people = each.string == average.before and _WORDS["of-people"].pattern.match(average.before, each.end())
    return bool(of_people) or quantity.high is not None or quantity.approximation not in ("", "about")


def _held_against(average: Mention, part: Mention, base: Mention, scale: int) -> Iterator[Relation]:
    if base.quantity.value < scale:
        return
    value = part.value / base.value * scale
    holds = agrees(average, value)
    if holds or (holds is False and not may_be_share(average, part, base, times=scale)):
        times = f"×{scale}" if scale > 1 else ""
        shown = format_number(value, max(average.quantity.decimals, 1))
        computed = f"{plain(part)}÷{plain(base)}{times}={shown}"
        yield Relation("ratio", average.span, plain(average), computed, holds, (part.span, base.span), certain=False)
