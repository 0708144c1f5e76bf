"""Rates of two counts that their names tell: 受理450件，办结412件，办结率91.6%."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from reportlint.facts.figures.mentions import Mention
from reportlint.facts.relations.earlier import changed_into
from reportlint.facts.relations.rates.doubts import is_narrower, is_of_another, is_of_some, is_open
from reportlint.facts.relations.rates.stems import is_in_fact, named, names, other_words, shortens, stem_of
from reportlint.facts.relations.rates.two_counts import counts, held_against, in_the_bracket, is_all_told
from reportlint.facts.relations.relation import REACH, Relation, fits, may_be_share, together, with_those_beside
from reportlint.facts.relations.totals.addends import adding_up, is_compared
from reportlint.language.phrases import load_phrases
from reportlint.language.words.verbs import is_verb

_WORDS = load_phrases(__file__, "ratio")
_BARE = 2
"""Characters beside its verb that a count may have and still name nothing of its own: 当月更正."""
_ALL = 100


def find_ratios(mentions: Sequence[Mention], previous: Sequence[Mention]) -> Iterator[Relation]:
    """The rates of a sentence, each with the two counts that its words name. ``previous``: those of the sentence before it.

    The numerator is the count whose words the rate's name repeats (办结率: 办结412件), the denominator the one before it of
    the same unit, or, where the text names several stages (申请556件，受理500件), one of those. No pair is tried for fit alone.
    """
    for index, rate in enumerate(mentions):
        if (
            not (stem := stem_of(rate))
            or _WORDS["without"].pattern.search(rate.before)
            or _WORDS["year-before"].pattern.match(rate.before)
            or in_the_bracket(rate, mentions[index + 1 : index + 3]) is not None
        ):
            continue
        near = mentions[max(0, index - REACH) : index]
        old = [m for m, new in pairwise(near) if changed_into(m, new)]
        earlier = [m for m in counts(near) if m not in old and not is_compared(m)]
        numerator = named(stem, [m for m in earlier if _may_be_done(m, stem) and not _denied(stem, m)])
        changed = numerator and _WORDS["changed"].pattern.search(numerator.before)
        if changed and changed["verb"] in stem:
            continue
        if numerator is None:
            yield from _of_what_failed(rate, stem, earlier)
            yield from _explained_behind(rate, stem, earlier, mentions[index + 1 : index + 3])
            yield from _told_before(rate, stem, earlier, counts(previous)[-1:])
        elif not numerator.explained:
            before = [m for m in earlier if m.span.start < numerator.span.start]
            doubtful = is_open(stem, numerator, before) or any(
                told(stem, numerator, earlier) for told in (is_of_some, is_of_another)
            )
            narrower = is_narrower(stem, numerator, before)
            found = [*_rate(rate, stem, numerator, earlier, previous)]
            for relation in found or _with_rest(rate, stem, numerator, mentions[index + 1 : index + 2]):
                unsure = doubtful or (narrower and rate.quantity.value == _ALL)
                if relation.holds or not (unsure or _fits_otherwise(rate, stem, numerator, earlier, previous)):
                    yield relation._replace(certain=relation.certain and not narrower)


def _fits_otherwise(
    rate: Mention, stem: str, numerator: Mention, earlier: Sequence[Mention], previous: Sequence[Mention]
) -> bool:
    """May the rate be of another whole (800人参加，及格768人，优秀312人，优秀率39%), or of others of its name or better ones too?"""
    same = other_words(stem)  # 调解结案512件，当期审结874件，结案率100%
    parts = [m for m in earlier if m is numerator or names(stem, m) or (same and same.search(m.before))]
    # 代偿2笔、46万元，代偿率0.7%
    parts += [m for part, m in pairwise(earlier) if part in parts and m.before == "" and m.mark == "、"]
    pairs = [(part, m) for part in parts for m in (*previous, *earlier) if m is not part and fits(m, part)]
    # 开放820件，延期开放180件，开放率82%
    pairs += [(part, together(m, part)) for part, m in pairs if m in earlier and names(stem, m)]
    # 处罚案卷180卷、许可案卷120卷，优秀46卷，优秀率15.3%
    pairs += [(part, whole) for part in parts for whole in _listed(earlier[: earlier.index(part)]) if fits(whole, part)]
    others = (told for part, whole in pairs for told in held_against(rate, part, [whole]))
    return (
        any(told.holds for told in others)
        or any(may_be_share(rate, *pair) for pair in pairs)
        or _with_better(rate, stem, numerator, earlier)
        or _of_all(rate, numerator, earlier)
    )


def _listed(mentions: Sequence[Mention]) -> Iterator[Mention]:
    """What is told side by side, up to each, taken together: 180卷、120卷."""
    runs = ([*with_those_beside(mentions[:end])] for end in range(2, len(mentions) + 1))
    return (run[-1] for run in runs if run)


def _of_all(rate: Mention, numerator: Mention, earlier: Sequence[Mention]) -> bool:
    """C级、D级分别为1206栋和318栋，管控1524栋，管控率100%: is it of all the parts that were told one by one?"""
    kinds = [m for m in reversed(earlier[: earlier.index(numerator)]) if fits(m, numerator)]
    return rate.quantity.value == _ALL and adding_up(kinds, numerator, 2) > 0


def _with_better(rate: Mention, stem: str, numerator: Mention, earlier: Sequence[Mention]) -> bool:
    """优秀72宗、合格121宗，合格率96.5%: does the rate fit what was told in one breath before, taken together with it?"""
    first, both = earlier.index(numerator), numerator
    while (
        first
        and (earlier[first].mark == "、" or _is_better(earlier[first - 1], stem))
        and fits(earlier[first - 1], numerator)
    ):
        first -= 1
        both = together(both, earlier[first])
    return both != numerator and any(told.holds for told in held_against(rate, both, earlier[:first]))


def _is_better(mention: Mention, stem: str) -> bool:
    """Is it of a grade that passes too (其中优秀48卷，合格66卷), or told by the same name: 当场整改98处，限期整改44处?"""
    return names(stem, mention) > 0 or _WORDS["better"].pattern.search(mention.before) is not None


def _may_be_done(mention: Mention, stem: str) -> bool:
    """Neither what is left, where the rate is not of just that (逾期率), nor what ought to be done."""
    left = _WORDS["left"].pattern.match(mention.before or mention.after)
    return not ((left and left.group() not in stem) or _WORDS["ought"].pattern.search(mention.before))


def _rate(
    rate: Mention, stem: str, numerator: Mention, earlier: Sequence[Mention], previous: Sequence[Mention]
) -> Iterator[Relation]:
    place = earlier.index(numerator)
    before = _in_court(stem, earlier[:place])
    if len(before) < place == len(earlier) - 1 and not before:
        return  # 审结复议案件79件；负责人出庭58件，出庭率96%
    behind = [m for m in earlier[place + 1 :] if fits(m, numerator) and _WORDS["due"].pattern.search(m.before)]
    done = earlier[place : earlier.index(behind[0])] if behind else []
    if done and adding_up(done, behind[0], max(2, len(done))):
        return  # 办复建议118件、提案134件，共252件，办复率100%
    if not before and len(behind) == 1:  # 参加126人，全县应参加140人，参加率90%
        yield from held_against(rate, numerator, behind)
        return
    if len(earlier) == 2 and (rest := _rest(numerator, earlier)):  # 核查完毕48条，尚在核查的2条，核查率96%
        yield from held_against(rate, numerator, [rest])
        return
    heard = len(earlier) == 2 and _WORDS["heard"].pattern.match(earlier[1].before)
    if heard and numerator is earlier[0] and fits(earlier[1], numerator):
        yield from (found._replace(certain=False) for found in held_against(rate, numerator, earlier[1:]))
        return  # 胜诉48件，审结64件，胜诉率75%
    whole = _wholes(stem, numerator, before)
    # 应公开2150条，按期2064条，逾期86条
    whole = [m for m in whole if not any(m.value + numerator.value == both.value for both in whole)]
    if whole:
        yield from _against(rate, numerator, whole, before)
    elif (
        not before
        and len(numerator.before) + len(numerator.after) <= len(stem) + _BARE
        and (rate.quantity.value != _ALL or is_verb(numerator.before[-_BARE:]))  # 办理应诉案件97件，出庭应诉率100%
    ):
        # 发现差错50条。当月更正40条，更正率80%: the count names nothing new, so it is of what was told before
        yield from held_against(rate, numerator, _wholes(stem, numerator, counts(previous))[-1:])
    elif (
        len(before) == 1
        and fits(before[0], numerator)
        and names(stem, before[0]) == names(stem, numerator) > 0
        and before[0].before[-_BARE:] != numerator.before[-_BARE:]  # 向常委会报备17件，向省政府报备9件
    ):
        # 安置帮教对象360人，衔接安置342人，安置率95%
        yield from (found._replace(certain=False) for found in held_against(rate, numerator, before))
    elif len(before) == 1 and _WORDS["came"].pattern.search(f"{before[0].before} {before[0].after}"):
        # 36名当事人申请调解，办理33件，办结率91.7%
        yield from (found._replace(certain=False) for found in held_against(rate, numerator, before))


def _in_court(stem: str, before: Sequence[Mention]) -> Sequence[Mention]:
    """The counts that a rate of those who came to court may be of: none of what is reviewed without one (复议案件74件，审结79件)."""
    if not _WORDS["court"].pattern.search(stem):
        return before
    words = [m.before + m.after for m in before]
    heard = [_WORDS["court"].pattern.search(said) is not None for said in words]
    last = max((at for at, said in enumerate(words) if "复议" in said and not heard[at]), default=-1)
    return before[next((at for at in range(last + 1, len(before)) if last < 0 or heard[at]), len(before)) :]


def _rest(numerator: Mention, pair: Sequence[Mention]) -> Mention | None:
    """What was done and what is left, or was done otherwise (调撤27件、判决48件，调撤率36%), told behind it, as one count."""
    left = pair[1]
    told = _WORDS["left"].pattern.match(left.before) or (left.mark == "、" and left.before)
    if pair[0] is not numerator or not fits(left, numerator) or not told:
        return None
    return together(left, numerator)


def _with_rest(rate: Mention, stem: str, numerator: Mention, behind: Sequence[Mention]) -> Iterator[Relation]:
    """竣工136户，竣工率85%，未竣工的24户落实过渡安置: what was not done is told behind the rate, and by the same name."""
    for left in behind:
        if (
            fits(left, numerator)
            and left.exact
            and re.match(rf"(?:尚|还)?未{re.escape(stem)}的?(?:有|为)?$", left.before)
        ):
            yield from held_against(rate, numerator, [together(left, numerator)])


def _wholes(stem: str, numerator: Mention, before: Sequence[Mention]) -> list[Mention]:
    """The counts of the same unit that the numerator may be a part of."""
    own = names(stem, numerator)
    whole = [
        m
        for m in before
        if fits(m, numerator)
        and (
            _WORDS["due"].pattern.search(m.before)
            or _WORDS["received"].pattern.search(m.before)
            or (m is before[-1] and (numerator.before.startswith("其中") or is_in_fact(stem, numerator)))
            or not names(stem, m)
            or names(stem, m) < own == len(stem)
        )
    ]
    if not names(stem, numerator) and (same := other_words(stem)):  # 审结120件，办结36件，结案率: two of a kind
        whole = [m for m in whole if not same.search(m.before) or _WORDS["due"].pattern.search(m.before)]
    return whole


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
        yield from held_against(rate, numerator, [m for m in whole if m in told or m is whole[-1]])
        return
    parent = before[kinds - 1]
    parts = sum(m.quantity.value for m in before[kinds:]) + numerator.quantity.value
    outer = [m for m in whole if m in told or m is parent]
    near = [m for m in whole if m in outer or m is whole[-1]]
    fitting = [relation for m in near for relation in held_against(rate, numerator, [m]) if relation.holds]
    if fitting:
        yield fitting[-1]
    elif parts != parent.quantity.value:
        yield from held_against(rate, numerator, outer)


def _explained_behind(
    rate: Mention, stem: str, earlier: Sequence[Mention], behind: Sequence[Mention]
) -> Iterator[Relation]:
    """办结率93.1%，其中受理450件、办结412件; 办结率93.1%（受理450件，办结412件）: the counts are told after the rate, or the part alone."""
    part = behind[0] if behind else rate
    if len(earlier) == 1 and fits(earlier[0], part) and names(stem, part) and not part.explained:
        yield from held_against(rate, part, earlier)
        return
    if len(behind) < 2:
        return
    whole, part = behind
    told = whole.before.startswith("其中") or (whole.depth > rate.depth and part.depth > rate.depth)
    alike = whole.quantity.kind == part.quantity.kind == "count" and whole.unit == part.unit
    based = _WORDS["base"].pattern.search(whole.before) or part.before.startswith("其中")
    stages = names(stem, part) and not names(stem, whole) and based
    due = (
        (whole.depth > 0 or names(stem, part))
        and _WORDS["due"].pattern.search(whole.before)
        and _WORDS["in-fact"].pattern.search(part.before)
    )
    first = (not earlier or rate.mark in ("；", ";")) and whole.mark in (
        "，",
        ",",
    )  # 受理率88.1%，收到申请268件，受理236件
    if (told or first) and alike and (stages or due) and not part.explained:
        yield from held_against(rate, part, [whole])


def _of_what_failed(rate: Mention, stem: str, earlier: Sequence[Mention]) -> Iterator[Relation]:
    """抽检400批次，不合格6批次，合格率98.5%: those that did not are told alone. Of several (合格率分别为), what fits is believed."""
    found: list[Relation] = []
    for whole, left in pairwise(earlier):
        if _denied(stem, left) and fits(whole, left) and whole.exact and left.exact:
            done = left.quantity._replace(value=whole.quantity.value - left.quantity.value)
            found += held_against(rate, left._replace(quantity=done), [whole])
    yield from found if len(found) == 1 else [told for told in found if told.holds][:1]


def _denied(stem: str, mention: Mention) -> bool:
    """Does the count tell of those that did not? None does where the rate itself is of these: 不合格率."""
    if stem.startswith(("不", "未", "非", "无")):
        return False
    words = (mention.before or mention.after).removeprefix("其中").removeprefix("检出").removeprefix("有")
    failed = _WORDS["failed"].pattern.match(words) is not None and _WORDS["passed"].pattern.search(stem) is not None
    return failed or words.startswith((f"不{stem[-2:]}", f"未{stem[-2:]}"))


def _told_before(
    rate: Mention, stem: str, earlier: Sequence[Mention], previous: Sequence[Mention]
) -> Iterator[Relation]:
    """网上可办事项1420项。全县政务服务事项合计1500项，网办率94.7%: the part ends the sentence before."""
    if len(earlier) == 1 and is_all_told(earlier[0]) and not earlier[0].explained:
        parts = [
            m for m in previous if fits(earlier[0], m) and not m.explained and (names(stem, m) or shortens(stem, m))
        ]
        yield from (found for part in parts for found in held_against(rate, part, earlier))
