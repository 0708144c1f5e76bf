"""The kinds of a whole behind 其中 or a colon: 共36件，其中维持20件、撤销16件; 办理：复议36件、诉讼12件; 420万元，用于路灯160万元、水闸260万元."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import islice, takewhile

from reportlint.facts.figures.mentions import Mention
from reportlint.facts.relations.relation import Relation
from reportlint.facts.relations.steps import is_ended, stage_of
from reportlint.facts.relations.totals.addends import (
    MARKS,
    NEAR,
    WORDS,
    adding_up,
    are_lots,
    are_named_in,
    are_ways,
    begins_anew,
    is_among,
    is_average,
    is_compared,
    is_outcome,
    is_pair,
    is_that,
    is_top_grade,
    of_each_scale,
    open_ended,
    same,
    sum_of,
    told_respectively,
    verdict,
)
from reportlint.language.phrases import load_phrases
from reportlint.language.words.verbs import is_verb

_WORDS = load_phrases(__file__, "among")
_REACH = 20
"""Figures before a list in which the whole it belongs to stands."""
_PLAIN_KIND = 4  # characters of a kind that is told by nothing but what became of it: 不支持的
_COLON = ("：", ":")


def opens_kinds(mention: Mention) -> bool:
    """Do the words before a figure, or a colon, say that it is the first of the kinds of what was told?"""
    spent = _WORDS["spent"].pattern.match(mention.before) is not None
    return spent or is_among(mention) or is_that(mention) or mention.mark in _COLON


def find_among(mentions: Sequence[Mention], first: int, taken: set[int]) -> Iterator[Relation]:
    """N, 其中 a, b, c; N：a, b, c. ``first``: where a stands. ``taken`` is told where all of them stand."""
    part, parts = mentions[first], _kinds(mentions[first:])
    whole = _whole_of(parts, mentions[:first])
    if whole is None or len(parts) < 2:
        return
    behind = mentions[first + len(parts) :]
    more = [*takewhile(lambda m: same(m, part) and m.mark in MARKS and not is_among(m), behind)]
    if _are_of_two(parts, whole, mentions) or adding_up([*parts, *more], whole, len(parts) + 1):
        return  # 58件，其中维持31件、撤销23件，尚未审结4件
    if _are_counted_twice(behind) or _leaves(whole, [*parts, *more]):
        return
    all_told = (is_that(part) and whole is mentions[first - 1]) or is_pair(parts) or are_named_in(parts, whole)
    lots = are_lots(parts)
    if (lots and _hold_the_best(parts, whole)) or (not (all_told or lots) and _may_be_of_several(parts)):
        return
    if part.mark in _COLON and (whole is not mentions[first - 1] or _goes_on(behind)):
        return
    if (each := told_respectively(parts, whole)) is False:
        return
    beyond = behind[:1]
    if not each:  # 案件36件，其中一审24件、二审12件，败诉3件: the first two
        parts = parts[: adding_up(parts, whole, 2) or len(parts)]
    if (not all_told and _are_of_several_divisions(parts, whole)) or _are_unlike(parts, whole):
        return
    taken.update(range(first, first + len(parts)))
    listed = all(p.mark in MARKS for p in parts[1:])
    certain = listed and (each is True or all_told or part.mark in _COLON or _is_all_told(whole))
    some = open_ended(parts, beyond) or (not (all_told or lots) and _came_to_one(parts, whole))
    near = NEAR if lots or _are_told_as_all(parts, listed) else None
    yield from verdict(whole, parts, certain, exhaustive=not some, near=near)


def _whole_of(parts: Sequence[Mention], before: Sequence[Mention]) -> Mention | None:
    """The last count of their unit before them that they add up to, else the last; None where that is not exact, or explained."""
    part = parts[0]
    earlier = (m for m in reversed(before) if same(m, part) and m.depth <= part.depth and not _counts_parts(m))
    wholes, added = [m for m in islice(earlier, _REACH) if _may_be_whole(m, parts)], sum_of(parts)
    whole = next((m for m in wholes if m.quantity.value == added), wholes[0] if wholes else None)
    return whole if whole and whole.exact and not whole.explained else None


def _are_of_two(parts: Sequence[Mention], whole: Mention, mentions: Sequence[Mention]) -> bool:
    """规章3件、文件157件，其中保留129件、修改12件、废止19件: do they add up to the whole and the figure beside it?"""
    beside = [m for m in mentions[: mentions.index(whole)][-1:] if whole.mark == "、" and same(m, whole)]
    return bool(beside) and sum_of(parts) == sum_of([*beside, whole])


def _are_counted_twice(behind: Sequence[Mention]) -> bool:
    """党纪处分39人、政务处分14人（双重处分6人）: does the figure behind them tell of some that are in two of them?"""
    return any(_WORDS["twice"].pattern.search(mention.before) for mention in behind[:1])


def _hold_the_best(parts: Sequence[Mention], whole: Mention) -> bool:
    """优秀48卷、合格130卷、不合格20卷: do they add up without the best, which are among the good?"""
    return sum_of([part for part in parts if not is_top_grade(part.before)]) == whole.quantity.value


def _goes_on(behind: Sequence[Mention]) -> bool:
    """Is more told in their sentence?"""
    return len(behind) > 0 and behind[0].mark != "。"


def _are_of_several_divisions(parts: Sequence[Mention], whole: Mention) -> bool:
    """其中新收286件，民商事类148件: is one a kind of the other, or a matter of its own, or are they far more than the whole?"""
    again = _nested(parts) or begins_anew(parts)
    return (again and sum_of(parts) != whole.value) or sum_of(parts) * NEAR > whole.value


def _are_unlike(parts: Sequence[Mention], whole: Mention) -> bool:
    """本年新增102人，落实就业的389人: are they two that are not told as kinds are, and do not add up?"""
    return len(parts) == 2 and not _alike(parts) and sum_of(parts) != whole.value


def _are_told_as_all(parts: Sequence[Mention], listed: bool) -> bool:
    """分别为36件、12件; 城区12间、集镇10间、村居9间; 用于路灯160万元、水闸260万元: are they told as all that there is are told?"""
    first = parts[0].before
    spent = listed and _WORDS["spent"].pattern.match(first) is not None
    return "分别" in first or of_each_scale(parts) or spent


def _leaves(whole: Mention, figures: Sequence[Mention]) -> bool:
    """办结246件，其中上年结转18件，本年受理235件，尚有7件在办: is the whole what came in, some of it before, without what is left?"""
    old = any(WORDS["carried"].pattern.search(m.before) and not _is_left(m) for m in figures)
    came = [m.value for m in figures if not _is_left(m)]
    left = [m.value for m in figures if _is_left(m)]
    return old and len(came) > 1 and bool(left) and sum(came) - whole.value in (left[0], sum(left))


def _is_left(mention: Mention) -> bool:
    return _WORDS["is-left"].pattern.search(mention.before + ("" if mention.shared else mention.after)) is not None


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


def _may_be_whole(mention: Mention, parts: Sequence[Mention]) -> bool:
    """Not by how much a figure changed, unless the parts tell that too: 同比减少7人，其中城区减少3人."""
    change = mention.before[-2:]
    if is_average(mention):
        return False  # 户均从业2.61人；其中务农42441万人
    return not is_compared(mention) or (len(parts) > 1 and all(part.before.endswith(change) for part in parts))


def _nested(parts: Sequence[Mention]) -> bool:
    """Is one of two a kind of the other: 免费车位3100个，夜间免费车位860个?"""
    one, other = (part.before.removeprefix("其中") for part in (parts[0], parts[-1]))
    return len(parts) == 2 and one != other and len(one) > 1 and other.endswith(one)


def _may_be_of_several(parts: Sequence[Mention]) -> bool:
    """May one be counted under several of them: 其中办结8512件，满意8230件?"""
    outcomes = all(is_outcome(part.before) for part in parts[:2]) and not are_ways(parts)
    tops = [is_top_grade(part.before) for part in parts]
    passed = any(WORDS["passed"].pattern.match(part.before) for part in parts)  # 达标企业50家、优秀企业21家
    return outcomes or (passed and any(tops)) or _overlap(parts) or _may_overlap(parts)


def _overlap(parts: Sequence[Mention]) -> bool:
    """党员9名、女性5名: are they told by marks that one can have together? Not by one such each: 法学专业9名、工程专业7名."""
    ends = {part.before[-2:] for part in parts}
    one_each = len(ends) == 1 and all(_WORDS["one-each"].pattern.search(part.before) for part in parts)
    return not one_each and any(WORDS["overlapping"].pattern.search(part.before) for part in parts)


def _may_overlap(parts: Sequence[Mention]) -> bool:
    """夜间查获的17起、群众举报的26起: is each told by a mark of its own, which another may have as well?"""
    marks = {part.before.removeprefix("其中") for part in parts}
    told = all(mark.endswith("的") and len(mark) > _PLAIN_KIND for mark in marks)
    return told and len({mark[:2] for mark in marks}) == len({mark[-3:] for mark in marks}) == len(parts)


def _alike(parts: Sequence[Mention]) -> bool:
    """Are two parts told as kinds are: 县城61件，乡镇28件? Not 本年新增102人，落实就业的389人."""
    words = [(part.before.removeprefix("其中") + ("" if part.shared else part.after)).strip("，：") for part in parts]
    one, other = words
    told = [is_ended(words) or stage_of(part) is not None for words, part in zip((one, other), parts, strict=True)]
    named = one[-1:] == other[-1:] or (len(one) == len(other) and told[0] == told[1])  # not 其中实名41件，查实23件
    return parts[1].mark == "、" or is_pair(parts) or named


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
