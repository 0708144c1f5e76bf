"""What the parts of a total are told by, and how they are added up."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import accumulate, islice, product
from operator import mul

from reportlint.facts.figures.mentions import Mention
from reportlint.facts.relations.relation import Relation, format_number, half_step, plain
from reportlint.kept import patterns
from reportlint.language.phrases import load_phrases

WORDS = load_phrases(__file__, "addends")
"""The rules that several modules read, in this room and beside it."""
LONGEST = 40
"""Figures of one list."""
SHORTEST_LIST = 3
NEAR = Fraction(4, 5)
NEARER, NEAREST = Fraction(23, 25), Fraction(19, 20)
"""A list of kinds that reaches less than this of the whole is taken to leave some out; nearer, where nothing says it is complete;
nearest, of two."""
THINGS = frozenset("件 份 项 起 宗 篇 部".split())
"""Measure words of papers and cases, which one total may hold."""
_BODIES = frozenset("个家所处")
"""Measure words of bodies and places."""
_QUARTERS = tuple(patterns.compile(rf"^第?{number}季度") for number in "一二三四")
MARKS = frozenset("、，,；;")
_CHANGES, _SMALL = 4, 50
"""Figures by which a total changes in one sentence; up to this they add up to anything by chance."""


def same(one: Mention, other: Mention) -> bool:
    """Do both count, in one unit?"""
    return one.quantity.kind == other.quantity.kind == "count" and one.unit == other.unit != ""


def may_be_last(part: Mention) -> bool:
    """Is it joined to the part before it: 公证员12名、律师36名; 9个街道和34个部门; 46件，连同上年结转的7件?"""
    return (
        part.mark == "、"
        or (part.joints == 1 and not part.mark)
        or WORDS["added"].pattern.match(part.before) is not None
    )


def counts_parts(figure: Mention, total: Mention) -> bool:
    """Does a figure before a total tell how many parts there are, or over how many places they are spread: 两项合计58件?"""
    if figure.shared and figure.quantity.digits == "chinese" and not same(figure, total):
        return True
    return figure.after != "" and WORDS["spread"].pattern.fullmatch(figure.before) is not None


def are_things(part: Mention, total: Mention) -> bool:
    """Do both count papers or cases, if in measure words of their own: 合同86份、决策9件，共计审查95件?"""
    units = {part.unit, total.unit}
    return part.quantity.kind == total.quantity.kind == "count" and (
        units <= THINGS or (units <= _BODIES and counts_bodies(total))
    )


def takes_up(mention: Mention) -> bool:
    """Does a clause before it name others than those told last: 审结92件，在办6件；审结案件中，维持51件?"""
    return bool(mention.clause) and any(
        WORDS[name].pattern.search(mention.clause) for name in ("among-those", "by-way")
    )


def counts_bodies(total: Mention) -> bool:
    """9个街道和34个部门，共43家单位: does it count bodies of any kind?"""
    return WORDS["bodies"].pattern.match(total.after) is not None and total.unit in _BODIES


def sum_of(parts: Sequence[Mention]) -> Fraction:
    """What they come to."""
    return sum((part.value for part in parts), Fraction(0))


def so_many(words: str) -> int:
    """How many kinds the words say there are: 2 in 县乡两级共, 4 in 一至四季度; 0 where they do not say."""
    said = WORDS["range"].pattern.match(words) or WORDS["so-many"].pattern.search(words)
    return "两三四五六七八九".index(said["number"]) + 2 if said else 0


def adding_up(parts: Sequence[Mention], whole: Mention, least: int) -> int:
    """How many of the first of them, at least so many, make up the whole; 0 where they never do."""
    sums = enumerate(accumulate(part.quantity.value for part in parts), 1)
    return next((count for count, added in islice(sums, least - 1, None) if added == whole.quantity.value), 0)


def are_listed(parts: Sequence[Mention]) -> bool:
    """Are they three or more, with 、 between one and the next: 维持20件、撤销16件、调解8件?"""
    return len(parts) >= SHORTEST_LIST and all(part.mark == "、" for part in parts[1:])


def are_quarters(parts: Sequence[Mention]) -> bool:
    """一季度7处，二季度147处，三季度68处，四季度129处."""
    return len(parts) == 4 and all(q.search(p.before) for q, p in zip(_QUARTERS, parts, strict=True))


def is_compared(mention: Mention) -> bool:
    """Is it by how much a count changed: 比上年减少12件?"""
    return WORDS["compared"].pattern.search(mention.before) is not None


def is_change(mention: Mention) -> bool:
    """比上年的236次减少88次: is it by how much another figure changed?"""
    return WORDS["changed"].pattern.fullmatch(mention.before) is not None


def is_average(mention: Mention) -> bool:
    """批示36件，平均每月3件，反馈34件: is it no count of those told beside it, but how many there are to each?"""
    return WORDS["for-each"].pattern.search(mention.before) is not None


def is_among(mention: Mention) -> bool:
    """Do the words before it make it a part of what was told: 其中?"""
    return WORDS["among"].pattern.search(mention.before) is not None


def is_that(mention: Mention) -> bool:
    """队伍17支，即专职队8支和义务队9支: do the words say that these are all of them?"""
    return WORDS["that-is"].pattern.match(mention.before) is not None


def were_added(parts: Sequence[Mention]) -> bool:
    """三项制度之外，又补充值守一项，共计三项: do the words say that the second came to the first?"""
    return len(parts) == 2 and WORDS["came-to"].pattern.search(f"{parts[0].after}，{parts[1].before}") is not None


def is_pair(parts: Sequence[Mention]) -> bool:
    """Are they two kinds that between them are all there is?"""
    words = [part.before + ("" if part.shared else part.after) for part in parts]
    pair = WORDS["pair"].pattern
    return len(parts) == 2 and any(pair.search(f"{one} / {other}") for one, other in (words, words[::-1]))


def are_named_in(parts: Sequence[Mention], whole: Mention) -> bool:
    """罚没款412万元，其中罚款326万元、没收86万元: is the whole called by what its two parts begin with, one behind the other?"""
    one, other = (part.before.removeprefix("其中") for part in (parts[0], parts[-1]))
    joined = [one[:n] + other[:n] for n in (1, 2)]
    return (
        len(parts) == 2
        and whole.unit not in THINGS
        and any(len(name) % 2 == 0 and name in whole.before and not one.startswith(name) for name in joined)
    )


def are_lots(parts: Sequence[Mention]) -> bool:
    """合格121家、基本合格12家、不合格7家: does each tell a grade or a lot, down to the bottom, so that a thing that met it met no other?"""
    words = [part.before.removeprefix("其中") for part in parts]
    grades = [WORDS["grade"].pattern.fullmatch(each) is not None for each in words]
    fates = [
        not grade and WORDS["fate"].pattern.match(each) is not None for grade, each in zip(grades, words, strict=True)
    ]
    denied = any(each.startswith("不") for each in words)  # 不合格12家、停业3家: some of those
    lots = len(parts) >= SHORTEST_LIST and all(map(max, grades, fates)) and not (denied and any(fates))
    return lots and (any(fates) or is_bottom_grade(words[-1]))


def is_top_grade(words: str) -> bool:
    """评为优秀, 良好: do they begin with one of the best grades?"""
    return WORDS["top"].pattern.match(words) is not None


def is_bottom_grade(words: str) -> bool:
    """不合格, 责令整改: do they begin with one of the worst?"""
    return WORDS["bottom"].pattern.match(words) is not None


def are_ways(parts: Sequence[Mention]) -> bool:
    """协商解决21件、调解解决19件、撤回9件: are they one outcome, reached in ways of which each matter took but one, or withdrawn?"""
    met = parts[: -1 if WORDS["other-end"].pattern.fullmatch(parts[-1].before) else None]
    ways = {part.before.removeprefix("其中")[:-2] for part in met}
    alike = len({part.before[-2:] for part in met}) == 1 and len(ways) == len(met) > 1 and "" not in ways
    return are_listed(parts) and alike and not any(WORDS["when"].pattern.match(part.before) for part in parts)


def of_each_scale(parts: Sequence[Mention]) -> bool:
    """Are they three, those of the town, of townships and of villages?"""
    scales = ("town", "township", "village")
    return len(parts) == len(scales) and all(
        any(WORDS[scale].pattern.match(part.before + part.after) for part in parts) for scale in scales
    )


def nearness(parts: Sequence[Mention]) -> Fraction:
    """What share of a whole its kinds must reach to be taken for all, where nothing says so."""
    return NEARER if len(parts) >= SHORTEST_LIST else NEAREST


def told_respectively(parts: Sequence[Mention], whole: Mention) -> bool | None:
    """Are they told one by one: 三批分别为120人、130人, or as many as the names before them: 城区、乡镇分别设置12个、8个?

    False where another thing is told of each (查处120家，分别罚款21家、18家), None where nothing is told so.
    """
    said = WORDS["respectively"].pattern.match(parts[0].before)
    if said is None or len(parts) < 2 or not all(part.before == "" and part.mark == "、" for part in parts[1:]):
        return None
    what, names = said["what"].rstrip("了为是有达占"), said["names"].removeprefix("其中")
    if (anew := WORDS["counted-anew"].pattern.fullmatch(names)) and _is_of_another(anew["done"], whole):
        return False
    told = (
        names == ""
        or names.startswith(("每", "各"))
        or (what == "" and len(parts) >= SHORTEST_LIST)  # 参加人数分别为28人、35人、17人
        or parts[0].joints + 1 == len(parts)
        or so_many(names) == len(parts)
    )
    return told and what in whole.before + whole.after


def _is_of_another(done: str, whole: Mention) -> bool:
    """报名412人、655人，合计1067人，通过人数分别为398人、571人: is it how many passed, or is the whole the total of others?"""
    words = whole.before + whole.after
    outcome = is_outcome(done) or any(WORDS[name].pattern.match(done) for name in ("passed", "fate"))
    return done not in words and (outcome or WORDS["total-of-those"].pattern.search(whole.before) is not None)


def is_outcome(words: str) -> bool:
    """Do the words tell what came of a matter (办结), rather than a kind of it (不予处理)?"""
    return WORDS["outcome"].pattern.search(words) is not None and not WORDS["refused"].pattern.match(words)


def open_ended(parts: Sequence[Mention], beyond: Sequence[Mention]) -> bool:
    """Do the words say that there are more kinds: 等, 主要; or a further member that has another unit?"""
    goes_on = any(m.depth == parts[-1].depth and m.depth > 0 for m in beyond)
    said = WORDS["open-ended"].pattern
    return goes_on or any(said.search(p.after[:6]) or said.search(p.before) for p in parts)


def verdict(
    whole: Mention, parts: Sequence[Mention], certain: bool, exhaustive: bool, near: Fraction | None = None
) -> Iterator[Relation]:
    """The total against its parts; nothing where some may be left out, or rounding may explain it.

    exhaustive: nothing says that there are more. near: the least share of the total that is taken for all of it.
    """
    total, added = whole.value, sum_of(parts)
    near = near or (NEAR if certain else nearness(parts))
    if 0 < abs(added - total) < sum(map(half_step, (whole, *parts))):
        return
    if added < total and (not exhaustive or added < total * near):
        return  # some kinds are left out
    if added != total and len({part.before for part in parts}) < len(parts) and len(parts) > 2 and not certain:
        return
    if added != total and not are_listed(parts) and _is_balance(total, [part.value for part in parts]):
        return  # 在册352人，多列6人、漏列9人，应为355人
    nested = any(adding_up(parts[at + 1 :], part, 2) for at, part in enumerate(parts))
    if added != total and nested and not are_listed(parts):
        return  # 议题120个，重大事项40个，通过36个、退回4个: one of them has the next for its kinds
    terms = "+".join(plain(part) for part in parts[:12]) + ("+…" if len(parts) > 12 else "")
    yield Relation(
        kind="sum",
        span=whole.span,
        stated=plain(whole),
        computed=f"{terms}={format_number(added)}",
        holds=added == total,
        operands=tuple(part.span for part in parts),
        certain=certain,
    )


def _is_balance(total: Fraction, figures: Sequence[Fraction]) -> bool:
    """Is the last figure what the total comes to, when those before it, but for a few, are added to it or taken from it?"""
    *changes, last = figures
    if not 1 < len(changes) <= _CHANGES:
        return False
    some = (0,) if total > _SMALL else ()  # 公示214人，异议3人、核实2人，取消2人，备案212人
    signs = product((1, -1, *some), repeat=len(changes))
    return any(set(each) != {-1} and total + sum(map(mul, each, changes)) == last for each in signs)


def begins_anew(parts: Sequence[Mention]) -> bool:
    """其中不见面开标271宗；受理异议5宗，成立1宗: is another matter told behind a ；, with figures of its own?"""
    ends = next((at for at, part in enumerate(parts) if at and part.mark in ("；", ";")), len(parts))
    return any(part.mark not in ("；", ";") for part in parts[ends + 1 :])
