"""Totals and their parts: 共36件，其中维持20件、撤销16件; 讲座12场、培训8场，共计20场; 由专职12人、兼职6人组成.

Which figures a total covers the words tell. Where they leave several readings, all are tried, and nothing is held against a total that
one of them gives.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import islice, pairwise, takewhile

from reportlint.facts.figures.mentions import Mention
from reportlint.facts.relations.relation import Relation
from reportlint.facts.relations.stages.steps import is_ended, stage_of
from reportlint.facts.relations.totals.addends import (
    MARKS,
    NEAR,
    WORDS,
    adding_up,
    are_listed,
    are_lots,
    are_named_in,
    are_quarters,
    are_things,
    begins_anew,
    counts_bodies,
    counts_parts,
    is_among,
    is_average,
    is_compared,
    is_outcome,
    is_pair,
    is_that,
    may_be_last,
    of_each_scale,
    open_ended,
    same,
    so_many,
    sum_of,
    told_respectively,
    verdict,
    were_added,
)
from reportlint.facts.relations.totals.figures_apart import by_measure, other_measures, without_labels
from reportlint.facts.relations.totals.overlaps import is_nested, may_be_of_several
from reportlint.facts.relations.totals.untold import untold
from reportlint.language.verbs import is_verb

_REACH = 20
"""Figures before a list in which the whole it belongs to stands."""


def find_sums(mentions: Sequence[Mention]) -> Iterator[Relation]:
    """The totals of a sentence with their parts, exact figures of one unit only."""
    told = [m for m in mentions if not (m.quantity.kind == "percent" and m.before.startswith("占"))]
    told = [
        m for m, behind in pairwise([*told, None]) if m and not (is_average(m) and not (behind and is_among(behind)))
    ]
    mentions = without_labels([m for m in told if not WORDS["counted-in"].pattern.search(m.after)])
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
        spent = WORDS["spent"].pattern.match(before) is not None
        if before.startswith("全年") and (parts := _of_the_year(mentions[:index])):
            yield from verdict(mention, parts, certain=False, exhaustive=True, near=NEAR)
        elif spent or is_among(mention) or is_that(mention) or mention.mark in ("：", ":"):
            yield from _among(mentions, index, taken)
        elif mention.exact and (
            index > 1 and may_be_last(mentions[index - 1])
            if before == "共"
            else not before.startswith("占") and WORDS["total"].pattern.search(before)  # 占总数90名的50%
        ):
            yield from _total(mentions, index)
        else:
            yield from untold(mentions, index, taken)


def _among(mentions: Sequence[Mention], first: int, taken: set[int]) -> Iterator[Relation]:
    """N, 其中 a, b, c; N：a, b, c. The whole is the last count of their unit before them."""
    part = mentions[first]
    earlier = (
        m for m in reversed(mentions[:first]) if same(m, part) and m.depth <= part.depth and not _counts_parts(m)
    )
    parts = _kinds(mentions[first:])
    wholes, added = [m for m in islice(earlier, _REACH) if _may_be_whole(m, parts)], sum_of(parts)
    whole = next((m for m in wholes if m.quantity.value == added), wholes[0] if wholes else None)
    beyond = (behind := mentions[first + len(parts) :])[:1]
    if whole is None or not whole.exact or whole.explained or len(parts) < 2:
        return
    more = [*takewhile(lambda m: same(m, part) and m.mark in MARKS and not is_among(m), behind)]
    beside = [m for m in mentions[: mentions.index(whole)][-1:] if whole.mark == "、" and same(m, whole)]
    if (beside and added == sum_of([*beside, whole])) or adding_up([*parts, *more], whole, len(parts) + 1):
        return  # 规章3件、文件157件，其中保留129件、修改12件、废止19件; 58件，其中维持31件、撤销23件，尚未审结4件
    if any(WORDS["twice"].pattern.search(mention.before) for mention in beyond) or _leaves(whole, [*parts, *more]):
        return
    that = is_that(part) and whole is mentions[first - 1]
    both, lots = that or is_pair(parts) or are_named_in(parts, whole), are_lots(parts)
    below = [part for part in parts if not WORDS["top"].pattern.match(part.before)]
    if lots and sum_of(below) == whole.quantity.value:  # 优秀48卷、合格130卷、不合格20卷: the best are among the good
        return
    if not (both or lots) and may_be_of_several(parts):
        return
    if part.mark in ("：", ":") and (whole is not mentions[first - 1] or (beyond and beyond[0].mark != "。")):
        return
    if (each := told_respectively(parts, whole)) is False:
        return
    if not each:  # 案件36件，其中一审24件、二审12件，败诉3件: the first two
        parts = parts[: adding_up(parts, whole, 2) or len(parts)]
    again = is_nested(parts) or begins_anew(parts)
    if not both and ((again and sum_of(parts) != whole.value) or sum_of(parts) * NEAR > whole.value):
        return  # 其中新收286件，民商事类148件: of several divisions
    if len(parts) == 2 and not _alike(parts) and sum_of(parts) != whole.value:
        return
    taken.update(range(first, first + len(parts)))
    listed = all(p.mark in MARKS for p in parts[1:])
    certain = listed and (each is True or both or part.mark in ("：", ":") or _is_all_told(whole))
    near = (
        NEAR
        if lots
        or "分别" in part.before
        or of_each_scale(parts)
        or (listed and WORDS["spent"].pattern.match(part.before))
        else None
    )
    some = open_ended(parts, beyond) or (not (both or lots) and _came_to_one(parts, whole))
    yield from verdict(whole, parts, certain, exhaustive=not some, near=near)


def _leaves(whole: Mention, figures: Sequence[Mention]) -> bool:
    """办结246件，其中上年结转18件，本年受理235件，尚有7件在办: is the whole what came in, some of it before, without what is left?"""
    old = any(WORDS["carried"].pattern.search(m.before) and not _is_left(m) for m in figures)
    came = [m.value for m in figures if not _is_left(m)]
    left = [m.value for m in figures if _is_left(m)]
    return old and len(came) > 1 and bool(left) and sum(came) - whole.value in (left[0], sum(left))


def _is_left(mention: Mention) -> bool:
    return WORDS["is-left"].pattern.search(mention.before + ("" if mention.shared else mention.after)) is not None


def _came_to_one(parts: Sequence[Mention], whole: Mention) -> bool:
    """材料720份，其中一次通过的640份、补正后通过的55份: are all told by one verb that the whole is not, so that others may have failed?"""
    ends = {part.before.removesuffix("的")[-2:] for part in parts}
    end = ends.pop()
    done = is_verb(end) or WORDS["fate"].pattern.match(end) is not None
    return not ends and done and end not in whole.before + whole.after


def _is_all_told(whole: Mention) -> bool:
    """共受理120件; 260万元全部下达."""
    return WORDS["whole"].pattern.search(whole.before) is not None or whole.after.startswith("全部")


def _counts_parts(mention: Mention) -> bool:
    """Is it how many there are of those told behind it: 三批分别抽样320批、310批、280批?"""
    return mention.shared and mention.quantity.digits == "chinese"


def _of_the_year(mentions: Sequence[Mention]) -> Sequence[Mention]:
    """The counts of the four quarters or of the two halves of the year that end here: 一季度34份、…、四季度45份."""
    parts = mentions[-4:] if are_quarters(mentions[-4:]) else mentions[-2:]
    halves = len(parts) == 2 and all(
        half in part.before for half, part in zip(("上半年", "下半年"), parts, strict=True)
    )
    told = (halves or len(parts) == 4) and all(part.exact and same(part, parts[0]) for part in parts)
    return parts if told else ()


def _may_be_whole(mention: Mention, parts: Sequence[Mention]) -> bool:
    """Not by how much a figure changed, unless the parts tell that too: 同比减少7人，其中城区减少3人."""
    change = mention.before[-2:]
    if is_average(mention):
        return False  # 户均从业2.61人；其中务农42441万人
    return not is_compared(mention) or (len(parts) > 1 and all(part.before.endswith(change) for part in parts))


def _alike(parts: Sequence[Mention]) -> bool:
    """Are two parts told as kinds are: 县城61件，乡镇28件? Not 本年新增102人，落实就业的389人."""
    words = [(part.before.removeprefix("其中") + ("" if part.shared else part.after)).strip("，：") for part in parts]
    one, other = words
    told = [is_ended(words) or stage_of(part) is not None for words, part in zip((one, other), parts, strict=True)]
    named = one[-1:] == other[-1:] or (len(one) == len(other) and told[0] == told[1])  # not 其中实名41件，查实23件
    return parts[1].mark == "、" or is_pair(parts) or named


def _total(mentions: Sequence[Mention], index: int) -> Iterator[Relation]:
    """a, b, 共计N: the parts are the counts of the same unit and thing right before it; the last of them, where these add up."""
    total = mentions[index]
    parts: list[Mention] = []
    many, others = so_many(total.before), other_measures(total)
    for part in reversed(mentions[:index]):
        if part is mentions[index - 1] and counts_parts(part, total):
            many = int(part.quantity.value)
            continue  # 两项合计58件; 分布在三个片区，合计87个
        if is_compared(part) or WORDS["origin"].pattern.search(part.before):
            continue
        alike = same(part, total) or part.unit in others or are_things(part, total)
        if not alike or not part.exact or part.depth > total.depth:
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
    if not others <= {part.unit for part in parts} and any(part.aside != total.aside for part in parts):
        return  # 448台（枪）: what else it holds was not found
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


def _kinds(mentions: Sequence[Mention]) -> list[Mention]:
    """The parts that follow 其中: exact, of one unit, up to a full stop of the list or to words of another matter."""
    first = mentions[0]
    parts = [first]
    for part in mentions[1:]:
        if part.depth > first.depth:
            continue
        another = part.mark != "、" and is_outcome(part.before) and not is_outcome(first.before)
        beyond = part.mark in ("；", ";") and part.quantity.value > sum_of(parts)
        told = len(parts) > 1 and part.mark in ("，", ",", "；", ";") and all(p.mark == "、" for p in parts[1:])
        if not same(part, first) or not part.exact or another or beyond or told or "其中" in part.before:
            break
        if any(WORDS[name].pattern.search(part.before) for name in ("total", "revised", "besides")):
            break
        parts.append(part)
    return parts if first.exact else []
