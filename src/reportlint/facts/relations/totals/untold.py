"""A whole and, without 其中, all of its kinds: 由专职12人、兼职6人组成; 抽查26家，优良8家、合格16家、不合格2家; 28处（县级3处、…）."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import takewhile

from reportlint.facts.figures.mentions import Mention
from reportlint.facts.relations.relation import Relation
from reportlint.facts.relations.totals.addends import (
    LONGEST,
    MARKS,
    NEAR,
    NEARER,
    SHORTEST_LIST,
    WORDS,
    adding_up,
    are_listed,
    are_quarters,
    is_compared,
    is_outcome,
    is_pair,
    nearness,
    open_ended,
    same,
    so_many,
    sum_of,
    takes_up,
    verdict,
)
from reportlint.facts.relations.totals.kinds import (
    announces_kinds,
    are_complete,
    are_deeds,
    are_of_one_head,
    are_parallel,
    enumerated,
    places_of,
    with_others,
)
from reportlint.language.phrases import load_phrases
from reportlint.language.words.verbs import begins_with_verb

_WORDS = load_phrases(__file__, "untold")
_REACH = 20  # figures before a list in which those it belongs to stand
_LONGEST_FATE = 4  # characters of what became of a thing
_THING = 3  # characters of a thing that two of what was done to it begin with: 土石方开挖


def untold(mentions: Sequence[Mention], index: int, taken: set[int]) -> Iterator[Relation]:
    """A whole and, without 其中, all of its kinds behind it: 由a、b、c组成; a，b，c of one build; two that are all there is."""
    whole, first = mentions[index - 1 : index + 1]
    if index > 1 and _is_part_itself(mentions[index - 2], mentions[index - 1 : index + LONGEST]):
        return
    if _is_fate(whole) and _is_fate(first):  # 审结案件中，维持92件，撤销17件: no whole, but the first of them
        return
    among = announces_kinds(whole)
    joined = _joined(mentions[index : index + LONGEST])
    parts = enumerated(joined) if first.mark in ("，", ",") or among else []
    made_up = first.before.startswith("由") and len(parts) > 1
    if "一季度" in first.before and are_quarters(quarters := mentions[index : index + 4]):
        yield from _listed(whole, quarters, certain=True)
    elif (
        (among and (parts := parts or places_of(whole, joined)))
        or made_up
        or are_parallel(parts)
        or are_complete(parts)
    ):
        # 咨询96件、举报118件，转办12件: the first two
        parts = parts[: len(parts) if are_listed(parts) else adding_up(parts, whole, 2) or len(parts)]
        found = list(_listed(whole, parts, certain=made_up))
        yield from found
        taken.update(range(index, index + len(parts)) if found else ())
    elif others := with_others(joined):
        yield from _listed(whole, others, certain=False)
        taken.update(range(index, index + len(others)))
    elif first.depth > whole.depth and (whole.aside or (whole.shared and first.lead)):
        yield from _in_brackets(whole, mentions[index : index + LONGEST], taken, index)
    elif fates := _fates(whole, joined):
        found = list(_listed(whole, fates, certain=False))
        yield from found
        taken.update(range(index, index + len(fates)) if found else ())
    elif (
        first.mark not in ("、", "；", ";")
        and (kinds := _run(joined))
        and _may_be_all(whole, kinds, so_many(whole.before) or _told_before(mentions[: index - 1]))
        and not _fills(whole, kinds)
    ):
        found = list(_listed(whole, kinds, certain=False))
        yield from found
        taken.update(range(index, index + len(kinds)) if found else ())
    elif _is_all(mentions, index):
        yield from _listed(whole, mentions[index : index + 2], certain=False)
    elif index > 1 and _carried_and_new(mentions[index - 2 : index], first):
        yield from verdict(first, mentions[index - 2 : index], certain=False, exhaustive=True)


def _is_part_itself(before: Mention, behind: Sequence[Mention]) -> bool:
    """申请382件，受理370件，不予受理12件: do those behind it make up what was told before it, with it or without?"""
    return same(before, behind[0]) and any(
        adding_up(_joined(parts), before, 2) for parts in (behind, behind[1:]) if parts
    )


def _is_fate(mention: Mention) -> bool:
    """Is it told by nothing but what became of it: 维持92件?"""
    return len(mention.before) <= _LONGEST_FATE and WORDS["fate"].pattern.match(mention.before) is not None


def _goes_on(mention: Mention, first: Mention) -> bool:
    """Is it one more of a list: no total, nor, behind 其中 or 对 (对6卷的承办人员), of what was told before?"""
    ends = mention.before in ("对", "就", "向", "给", "为", "将") or takes_up(mention) or is_compared(mention)
    ends = ends or any(WORDS[name].pattern.search(mention.before) for name in ("total", "among", "revised"))
    return mention.mark in MARKS and same(mention, first) and not ends


def _listed(whole: Mention, parts: Sequence[Mention], certain: bool) -> Iterator[Relation]:
    """A whole with its parts, all exact and of one unit, told without 其中."""
    alike = all(same(whole, part) and part.exact and part.depth == whole.depth for part in parts)
    if parts and _is_one_of(whole, parts[0]):
        return
    stock = any(WORDS[word].pattern.search(whole.before) for word in ("carried", "origin"))
    more = any("其余" in part.after for part in parts[-1:])  # 其余限期登记: untold, how many
    no_kinds = (WORDS["carried"], _WORDS["again"], _WORDS["unplanned"])
    flows = any(rule.pattern.search(part.before) for rule in no_kinds for part in parts)
    flows = flows or _came_and_went(whole, parts)
    usable = len(parts) > 1 and not (more or stock or flows) and alike and whole.exact and not whole.explained
    if usable and sum_of(parts) * NEAR <= whole.value:
        told = _WORDS["denied"].pattern.match(" / ".join(part.before for part in parts)) is not None
        listed, pair = are_listed(parts), is_pair(parts)
        near = NEAR if told or listed or (pair and parts[1].mark == "、") else NEARER if pair else None
        yield from verdict(whole, parts, certain, not open_ended(parts, ()), near=near)


def _is_one_of(whole: Mention, part: Mention) -> bool:
    """土石方开挖3625方，土石方填筑1594方; 青岚等22个县…；云渚等11个县…: are both named by one thing, or by one of those counted?"""
    both = whole.before.endswith("等") and part.before.endswith("等")
    thing = whole.before[-len("土石方开挖") :][:_THING]
    return both or (len(thing) == _THING and part.before.startswith(thing) and whole.before[-2:] != part.before[-2:])


def _came_and_went(whole: Mention, parts: Sequence[Mention]) -> bool:
    """在册268人，新接收141人，解除127人: what was done in the year with all there are, of which some are new."""
    if is_outcome(whole.before) and parts[0].before.startswith("新"):  # 审结74件，新收72件，未结4件
        return True
    return (
        whole.before.startswith("新")
        and not is_pair(parts)
        and not any(p.mark == "、" or p.before.startswith("新") for p in parts)
    )


def _fills(whole: Mention, parts: Sequence[Mention]) -> bool:
    """Do the first of them already make up the whole: 36件，一审24件、二审12件，败诉1件?"""
    return adding_up(parts[:-1], whole, 2) > 0


def _is_all(mentions: Sequence[Mention], index: int) -> bool:
    """Are this figure and the next two kinds that between them are all there is? Not where some were carried over or a third fills it."""
    if index + 1 >= len(mentions) or not same(mentions[index - 1], mentions[index]):
        return False
    first, second = mentions[index : index + 2]
    beside = first.mark in ("；", ";", "、")  # 依申请公开17件、代表建议8件、委员提案11件
    apart = beside or first.before.startswith("由")
    more = any(  # 准予8197件，不予许可12件，55件正在办理
        (beyond.mark == "、" or (not beyond.before and beyond.mark in MARKS)) and same(beyond, second)
        for beyond in mentions[index + 2 : index + 3]
    )
    carried = any(WORDS["carried"].pattern.search(each.before) for each in mentions[max(0, index - _REACH) : index])
    # 县直机关12名、乡镇23名参加轮训
    some = is_compared(second) or (not second.shared and begins_with_verb(second.after))
    if not same(first, second) or apart or more or some or carried or not is_pair([first, second]):
        return False
    return not adding_up(_joined(mentions[index : index + LONGEST]), mentions[index - 1], 3)


def _run(parts: list[Mention]) -> list[Mention]:
    """The counts of one unit that begin here, told one by one: neither stages of a matter nor totals."""
    if len(parts) < 2:
        return []
    listed = are_listed(parts)
    words = [part.before.removeprefix("涉及" if listed else "") for part in parts]
    told = are_deeds(parts) or any(is_outcome(each) or each == "" for each in words)
    return [] if told else parts


def _joined(mentions: Sequence[Mention]) -> list[Mention]:
    """The counts of one unit that begin here, joined by marks, up to a total of theirs; a ； behind a ， ends them."""
    parts = list(mentions[:1])
    for mention in mentions[1:]:
        apart = mention.mark in ("；", ";") and parts[0].mark in (
            "，",
            ",",
        )  # 调解162件，调成131件；司法确认22件，履行20件
        if apart or not _goes_on(mention, parts[0]):
            break
        parts.append(mention)
    return parts


def _is_beyond(part: Mention) -> bool:
    """Did it come to the whole, or stay beside it: 年内新增2项, 另有3项?"""
    return any(WORDS[word].pattern.search(part.before) for word in ("new", "besides"))


def _fates(whole: Mention, joined: Sequence[Mention]) -> list[Mention]:
    """61座，保留22座、整改31座、退出9座: what became of each, told of nearly all; of what was kept and given up, each met one fate only."""
    parts = list(takewhile(lambda part: not _is_beyond(part), joined))
    if len(parts) < SHORTEST_LIST or not same(whole, parts[0]):
        return []
    met = [WORDS["fate"].pattern.match(part.before) is not None for part in parts]
    total, added = whole.value, sum_of(parts)
    # 登记290家
    stages = any(not fate and 3 * part.quantity.value > 2 * total for fate, part in zip(met, parts, strict=True))
    if sum(met) < 2 or stages or _fills(whole, parts):
        return []
    return parts if NEARER * total <= added <= total / NEARER else []


def _told_before(mentions: Sequence[Mention]) -> int:
    """How many kinds the figure says that runs into the whole: 2 in 分两批公布事项1820项; 0 where none does."""
    last = mentions[-1] if mentions else None
    return int(last.quantity.value) if last and last.shared and last.quantity.digits == "chinese" else 0


def _may_be_all(whole: Mention, parts: Sequence[Mention], many: int) -> bool:
    """Are they all kinds of the whole, for it says how many these are, or they are nearly as many together and the last one says so?"""
    if not same(whole, parts[0]):
        return False
    if many == len(parts):
        return True
    total, added = whole.value, sum_of(parts)
    if WORDS["whole"].pattern.search(whole.before) and all(part.mark == "、" for part in parts[1:]):
        return len(parts) >= SHORTEST_LIST and NEAR * total <= added <= total / NEAR
    near = nearness(parts) * total <= added <= total / nearness(parts)
    rest = _WORDS["rest"].pattern.match(parts[-1].before) is not None
    return near and (len(parts) >= SHORTEST_LIST or rest or are_of_one_head(parts))


def _in_brackets(whole: Mention, behind: Sequence[Mention], taken: set[int], index: int) -> Iterator[Relation]:
    """28处（县级3处、镇级9处、村级16处）: nothing but kinds of the whole stands in the bracket behind it."""
    inside = [mention for mention in behind if mention.depth > whole.depth]
    parts = inside[: next((n for n, mention in enumerate(behind) if mention.depth <= whole.depth), len(behind))]
    alike = all(same(part, whole) and part.exact and part.before for part in parts)
    two = len(parts) == 2 and (is_pair(parts) or (parts[1].mark == "、" and are_of_one_head(parts)))
    both = two or len(parts) >= SHORTEST_LIST or (len(parts) > 1 and all(p.before in whole.before for p in parts))
    paired = len(parts) == 2 and len(parts[0].before) == len(parts[1].before) and are_of_one_head(parts, least=2)
    if (both or paired) and alike and whole.exact and not whole.explained:
        taken.update(range(index, index + len(parts)))
        yield from verdict(whole, parts, False, not open_ended(parts, ()), NEAR if both else nearness(parts))


def _carried_and_new(parts: Sequence[Mention], total: Mention) -> bool:
    """年初结存18件，当年新收265件，全年审理案件283件: is the third what the two come to?"""
    if not (same(parts[0], parts[1]) and same(parts[0], total) and all(m.exact for m in (*parts, total))):
        return False
    old = [WORDS["carried"].pattern.search(part.before) is not None for part in parts]
    new = WORDS["new"].pattern.search(parts[old.index(False)].before) if sum(old) == 1 else None
    return new is not None and _WORDS["due"].pattern.search(total.before) is not None
