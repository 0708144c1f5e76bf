"""Totals and their parts: 共36件，其中维持20件、撤销16件; 讲座12场、培训8场，共计20场; 由专职12人、兼职6人组成.

Which figures a total covers the words tell. Where they leave several readings, all are tried, and nothing is held against a total that
one of them gives. Here a total is told behind its parts; `among` finds those of which 其中 tells, `untold` those of which nothing does.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from reportlint.facts.figures.mentions import Mention
from reportlint.facts.relations.relation import Relation
from reportlint.facts.relations.totals.addends import (
    NEAR,
    WORDS,
    are_listed,
    are_quarters,
    are_things,
    counts_bodies,
    counts_parts,
    is_among,
    is_average,
    is_compared,
    is_outcome,
    is_pair,
    may_be_last,
    same,
    so_many,
    sum_of,
    told_respectively,
    verdict,
    were_added,
)
from reportlint.facts.relations.totals.among import find_among, opens_kinds
from reportlint.facts.relations.totals.figures_apart import by_measure, without_labels
from reportlint.facts.relations.totals.untold import untold
from reportlint.language.phrases import load_phrases

_WORDS = load_phrases(__file__, "sums")


def find_sums(mentions: Sequence[Mention]) -> Iterator[Relation]:
    """The totals of a sentence with their parts, exact figures of one unit only."""
    told = [m for m in mentions if not (m.quantity.kind == "percent" and m.before.startswith("占"))]
    told = [
        m for m, behind in pairwise([*told, None]) if m and not (is_average(m) and not (behind and is_among(behind)))
    ]
    mentions = without_labels([m for m in told if not _WORDS["counted-in"].pattern.search(m.after)])
    found = [*_find(mentions)]
    known = {total.span for total in found}
    yield from found
    for measured in by_measure(mentions):
        yield from (total for total in _find(measured) if total.span not in known)


def _find(mentions: Sequence[Mention]) -> Iterator[Relation]:
    taken: set[int] = set()
    for index, mention in enumerate(mentions[1:], 1):  # nothing stands before the first
        before = mention.before
        if index in taken:
            continue
        if before.startswith("全年") and (parts := _of_the_year(mentions[:index])):
            yield from verdict(mention, parts, certain=False, exhaustive=True, near=NEAR)
        elif opens_kinds(mention):
            yield from find_among(mentions, index, taken)
        elif mention.exact and (
            index > 1 and may_be_last(mentions[index - 1])
            if before == "共"
            else not before.startswith("占") and WORDS["total"].pattern.search(before)  # 占总数90名的50%
        ):
            yield from _total(mentions, index)
        else:
            yield from untold(mentions, index, taken)


def _of_the_year(mentions: Sequence[Mention]) -> Sequence[Mention]:
    """The counts of the four quarters or of the two halves of the year that end here: 一季度34份、…、四季度45份."""
    parts = mentions[-4:] if are_quarters(mentions[-4:]) else mentions[-2:]
    halves = len(parts) == 2 and all(
        half in part.before for half, part in zip(("上半年", "下半年"), parts, strict=True)
    )
    told = (halves or len(parts) == 4) and all(part.exact and same(part, parts[0]) for part in parts)
    return parts if told else ()


def _total(mentions: Sequence[Mention], index: int) -> Iterator[Relation]:
    """a, b, 共计N: the parts are the counts of the same unit and thing right before it; the last of them, where these add up."""
    total = mentions[index]
    parts: list[Mention] = []
    many = so_many(total.before)
    for part in reversed(mentions[:index]):
        if part is mentions[index - 1] and counts_parts(part, total):
            many = int(part.quantity.value)
            continue  # 两项合计58件; 分布在三个片区，合计87个
        if is_compared(part) or WORDS["origin"].pattern.search(part.before):
            continue
        if not (same(part, total) or are_things(part, total)) or not part.exact or part.depth > total.depth:
            break
        if WORDS["total"].pattern.search(part.before):
            break
        parts.insert(0, part)
        if WORDS["among"].pattern.search(part.before):
            break
    told, bodies = are_listed(parts), counts_bodies(total) and len(parts) > 1 and may_be_last(parts[-1])
    if not (told or bodies) and any(part.unit != total.unit for part in parts):
        return
    plainly = many == len(parts) or WORDS["total-of-those"].pattern.search(total.before) is not None
    two = len(parts) == 2 and (
        any(WORDS["carried"].pattern.search(part.before) for part in parts)
        or is_pair(parts)
        or "分别" in parts[0].before
    )
    in_all = two and WORDS["in-all"].pattern.search(total.before) and not is_outcome(total.before)
    so_far = total.before.removeprefix("累计")  # 抽查生产企业48家、流通企业102家、餐饮单位210家，累计抽查380家
    again = so_far not in ("", total.before) and bool(parts) and so_far in parts[0].before
    listed = told and (again or WORDS["in-all"].pattern.search(total.before))  # 维持42件、撤销9件、终止26件，共审结77件
    each = told and told_respectively(parts, total)  # 每期分别为86人、92人、78人，累计256人
    if not (plainly or in_all or listed or each or _of_the_same(parts, total)):
        return
    fitting = next((parts[n:] for n in range(len(parts) - 1) if sum_of(parts[n:]) == total.quantity.value), None)
    if fitting:
        yield from verdict(total, fitting, certain=True, exhaustive=True)
        return
    things = {"" if part.shared else part.after for part in parts}
    added = sum_of(parts)
    held = [m for m in mentions[index + 1 : index + 2] if same(m, total) and WORDS["carried"].pattern.search(m.before)]
    if held and sum_of([total, *held]) == added:
        return  # 收件58件，加上上年结转4件，共答复60件，结转下年2件
    near = NEAR * added <= total.quantity.value <= added / NEAR or were_added(parts)
    if len(parts) >= 2 and near and (len(things) == 1 or bodies or not any(_elsewhere(part) for part in parts)):
        certain = total.before != "共" and len(things) == 1 and (plainly or each is True)
        exhaustive = not any("等" in p.after[:4] for p in parts)
        yield from verdict(total, parts, certain, exhaustive, near=NEAR)


def _of_the_same(parts: Sequence[Mention], total: Mention) -> bool:
    """受理建议63件、提案94件，共承办建议提案157件: does the total name what each of the parts counts?"""
    things = [part.before[-2:] or part.after[:2] for part in parts]
    return len(parts) > 1 and all(len(thing) > 1 and thing in total.before + total.after for thing in things)


def _elsewhere(part: Mention) -> bool:
    """Does the count name those for whom something was counted (12个村建站24个), rather than what a total adds up?"""
    return WORDS["group"].pattern.match(part.after) is not None
