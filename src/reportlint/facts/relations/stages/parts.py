"""Stages of one matter: what was handled cannot exceed what came in (收到556件，受理500件，办结480件)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import takewhile

from reportlint.document.source import Span
from reportlint.facts.figures.measures import YEARS_AND_DAYS
from reportlint.facts.figures.mentions import Mention
from reportlint.facts.relations.relation import Relation, plain
from reportlint.facts.relations.stages.acts import are_acts
from reportlint.facts.relations.stages.bare_outcomes import OCCASIONS, is_another, is_bare_outcome
from reportlint.facts.relations.stages.beside import beside
from reportlint.facts.relations.stages.members import (
    are_members,
    are_of_things,
    are_reached,
    begins_list,
    is_addressed,
    is_another_paper,
    lie_in,
    says_some,
)
from reportlint.facts.relations.steps import DONE, ENDING, is_ended, stage_of
from reportlint.facts.relations.totals.addends import adding_up, is_change, is_compared, sum_of
from reportlint.kept import patterns
from reportlint.language.numbers.measure_words import how_counted
from reportlint.language.numbers.years import YEAR_IN_DIGITS
from reportlint.language.phrases import load_phrases
from reportlint.language.words.verbs import begins_with_verb

_WORDS = load_phrases(__file__, "parts")
_PAIRS = tuple(phrase.pattern for phrase in _WORDS.values() if phrase.kind == "pair")
_THINGS = frozenset("件 份 条 项 起 宗 则 篇 卷 册 本".split())
"""Units that may take each other's place for one thing: 信息600条，其中文书90份."""
_ONE_BY_ONE = frozenset("项 条 件 个 类".split())
"""Units of tasks and aims themselves."""
_TO_WHOM = frozenset("对将为给把向")
_TITLE = patterns.compile("《[^《》]*》")
_BEHIND = 20
"""Characters of the next sentence that may say that a part holds what was begun before."""
_REACH, _FAR = 4, 8
"""Figures looked back at, and those for a whole that the ones between make up."""
_FEW = 10
"""Of less, a part that is many times as many is mostly another matter."""
_SLIPS = 20
"""A sum that misses its total by no more than one in so many is a slip, and no other matter."""
_BARE = 4
"""Characters of an outcome that names nothing of its own: 检测合格, but 治安调解结案."""


def find_parts(mentions: Sequence[Mention], previous: Sequence[Mention]) -> Iterator[Relation]:
    """Counts of one sentence and unit that are a whole and a part of it by their words.

    What was held over from another year, told before them, in the sentence or in the one before, belongs to the whole:
    上年结转23件，新收156件，审结168件. ``previous``: the figures of the sentence before.
    """
    for index, part in enumerate(mentions):
        listed = _of_list(mentions, index)
        whole = listed or _before(mentions, index)
        if whole is None or part.depth != whole.depth or part.mark in ("；", ";") or part.unit in YEARS_AND_DAYS:
            continue
        if not (whole.exact and part.exact) or whole.explained or part.explained or _of_another_year(whole, part):
            continue
        if part.before.startswith("占"):  # 19件，占审结162件的12%
            continue
        if part.quantity.unit == "人" and _WORDS["size"].pattern.match(part.after):
            continue  # 3名教师申诉，成立5人复核组
        if _WORDS["others"].pattern.fullmatch(part.before) and "已" in whole.after:
            continue  # 1000件已送到，尚有4000件在途
        if _WORDS["beside"].pattern.search(part.before) or (index > 1 and _is_size(*mentions[index - 2 : index])):
            continue
        if _WORDS["sum"].pattern.search(part.before) or _WORDS["net"].pattern.search(whole.before):
            continue
        if not listed and _are_kinds(mentions, index, whole):
            continue
        if listed or (not _are_siblings(mentions, whole, index) and _is_part(mentions, index, whole)):
            more = beside(mentions, index, whole, previous)
            holds = part.quantity.value <= sum((m.quantity.value for m in more), whole.quantity.value)
            if not holds and (_WORDS["others"].pattern.fullmatch(whole.before) or begins_list(mentions, index)):
                continue  # 受理221件，化解214件，另有7件起诉。其中，土地类86件
            computed = f"{plain(part)}{'≤' if holds else '>'}{'+'.join(map(plain, (*more, whole)))}"
            yield Relation("part", part.span, plain(part), computed, holds, (whole.span,))


def _before(mentions: Sequence[Mention], index: int) -> Mention | None:
    """The last figure that may be the whole: of one unit, or the one before if both are steps of one matter."""
    part = mentions[index]
    wholes = reversed(mentions[max(0, index - _FAR) : index])
    earlier = (m for m in wholes if not (is_compared(m) or _is_of_each(m) or (is_change(m) and "其中" in part.before)))
    alike = [m for m in earlier if _same(m, part)]
    within = [m for m in alike if m in mentions[max(0, index - _REACH) : index]]
    near = min(within, key=lambda m: m.unit != part.unit, default=None)
    if near and any(are_of_things(part, near, m) for m in within if m is not near):
        return None
    whole = _divided(alike) or near
    last = mentions[index - 1] if index and not _is_of_each(mentions[index - 1]) else None
    return last if whole is None and last and _pair(last, part) else whole


def _divided(alike: Sequence[Mention]) -> Mention | None:
    """What the last figures make up between them, which is told of again: 意见76条，其中网上41条、座谈35条，采纳52条."""
    added = alike[0].quantity.value if alike else 0
    for n, all_of_it in enumerate(alike[1:], 1):
        total = all_of_it.quantity.value
        if n > 1 and "其中" in alike[n - 1].before and _SLIPS * abs(added - total) <= total:
            return all_of_it
        added += all_of_it.quantity.value
    return None


def _of_list(mentions: Sequence[Mention], index: int) -> Mention | None:
    """The whole of a list behind 其中, for a later one of its members: 对象204人，其中未成年人3人、帮教219人."""
    first = index
    while first and mentions[first].mark == "、":
        first -= 1
    whole = mentions[first - 1] if 0 < first < index and "其中" in mentions[first].before else None
    if whole is None or not _same(whole, mentions[index]) or _is_of_each(whole) or is_change(whole):
        return None
    earlier = mentions[max(0, first - _REACH) : first - 1]
    return None if any(are_of_things(mentions[first], whole, things) for things in earlier) else whole


def _is_of_each(mention: Mention) -> bool:
    """Is it no whole, but how much there is of each, or the most: 人均1.3万元, 最高8000元, 两院各移送线索3条?"""
    each = begins_with_verb(mention.before.rpartition("各")[2]) and "各" in mention.before
    return each or _WORDS["of-each-one"].pattern.search(mention.before) is not None


def _is_size(number: Mention, size: Mention) -> bool:
    """两台33万千瓦机组: is it how great each of so many is?"""
    told = number.shared and number.after == "" and size.before == "" and size.after != ""
    return told and size.unit not in {"人", "人次", *_THINGS}


def _are_kinds(mentions: Sequence[Mention], index: int, whole: Mention) -> bool:
    """立法项目5个，提请审议2个，调研储备3个: do both make up, perhaps with more beside them, what was told before or is behind them?"""
    at = mentions.index(whole, max(0, index - _FAR))
    run = [*takewhile(lambda mention: _same(mention, whole), mentions[at : at + _FAR])]
    if any(sum_of(run[:n]) == run[n].quantity.value for n in range(index - at + 1, len(run))):
        return True  # 许可事项8项、处罚事项14项、检查事项1项，总计23项
    earlier = [*takewhile(lambda mention: _same(mention, whole), reversed(mentions[max(0, at - _REACH) : at]))]
    return any(
        adding_up([*reversed(earlier[:n]), *run], told, index - at + n + 1) > 0 for n, told in enumerate(earlier)
    )


def _are_siblings(mentions: Sequence[Mention], whole: Mention, index: int) -> bool:
    """Do both stand behind one 其中: 其中女性640名，兼任的1120名; 成功784件，其中申请确认306件，当场履行478件, which make up 784? Or is it
    told of each what was done to some of those told before: 回访96家，对37家给予指导，58家解除监管?
    """
    at, part = mentions.index(whole, max(0, index - _FAR)), mentions[index]
    earlier = mentions[max(0, at - _REACH) : at + 1]
    if whole.before in _TO_WHOM and any(_same(m, part) and m.value >= part.value for m in earlier[:-1]):
        return True
    if "其中" in part.before or not any("其中" in mention.before for mention in earlier):
        return False
    added = whole.quantity.value + part.quantity.value
    made_up = any(mention.unit == part.unit and mention.quantity.value == added for mention in earlier)
    return made_up or says_some(part.before)


def is_explained(text: str, sentence: Span, relation: Relation) -> bool:
    """Do the words behind the part say that it holds what was begun before: 受理65件，办结70件，其中5件为上年立案?"""
    return (
        relation.kind == "part"
        and _WORDS["begun-before"].pattern.match(text, relation.span.end, sentence.end + _BEHIND) is not None
    )


def _of_another_year(whole: Mention, part: Mention) -> bool:
    """上年立案36件，今年结案42件."""
    carried = _WORDS["carried"].pattern
    if carried.search(part.clause):  # 收到投诉166件，含上年转入案件在内，全年办结175件
        return True
    years = [YEAR_IN_DIGITS.findall(mention.before) for mention in (whole, part)]
    if all(years) and years[0] != years[1]:
        return True
    if "其中" in part.before:
        return carried.search(whole.before) is not None and carried.search(part.before) is None
    return (carried.search(whole.before) is None) != (carried.search(part.before) is None)


def _same(whole: Mention, part: Mention) -> bool:
    units = {whole.unit, part.unit}
    alike = len(units) == 1 or (units <= _THINGS and part.before[:2] == "其中" != part.before + part.after)
    return whole.quantity.kind == part.quantity.kind == "count" and part.unit != "" and alike


def _is_part(mentions: Sequence[Mention], index: int, whole: Mention) -> bool:
    part, neighbour = mentions[index], mentions[index - 1]
    if "其中" in part.before and whole.quantity.digits == "chinese" != part.quantity.digits:
        return False  # 围绕三个方面，其中重点检查5个行业
    if "其中" in part.before and whole.unit != part.unit and _tells_of_one(whole, part):
        return False
    of_whole = _WORDS["of-whole"].pattern.search(whole.after) and not lie_in(whole, part)
    if "其中" in part.before or (of_whole and part.mark in ("，", ",", "")):
        return whole is neighbour
    if whole is neighbour and (are_reached(whole, part) or is_another_paper(whole, part)):
        return False
    if part.before == "的" and neighbour.shared and "其中" in neighbour.before:  # 其中罚款5万元以上的31起
        return index > 1 and whole is mentions[index - 2]
    if whole.quantity.value < _FEW and is_another(whole, part):
        return False
    if is_ended(whole.before) or are_acts(whole, part) or _is_target(whole, part):
        return False
    really = "计划" in whole.before and part.before.startswith("实际")
    planned = really or _WORDS["planned"].pattern.match(whole.before) is not None
    if whole is neighbour and not really and (_pair(whole, part) or are_members(whole, part)):
        return True
    if whole is neighbour and not planned and is_bare_outcome(whole, part):
        return True
    earlier, later = stage_of(whole), stage_of(part)
    if earlier is None and later is not None and later[0] == DONE and whole is neighbour and part.mark in ("，", ","):
        alone = not any({mention.unit, part.unit} <= {part.unit, *_THINGS} for mention in mentions[: index - 1])
        alone = alone and len(part.before) <= _BARE and _WORDS["of-a-body"].pattern.search(part.before) is None
        earlier = (0, "") if alone and _is_named(whole) else None  # 检验设备36台，合格42台
    if planned or earlier is None or later is None or earlier[0] >= later[0]:
        return False
    # A part names nothing new: 办结412件 after 受理案件450件, but not 办结信访件412件.
    noun = _WORDS["of-each"].pattern.sub("", later[1]).removeprefix("有效")
    told = whole.before + whole.after
    if not (noun or part.shared) and how_counted(part.after[-2:]) and part.after[-2:] not in told:
        return False  # 立案18件，移送22件历史线索
    return (
        not noun
        or _WORDS["done-with"].pattern.fullmatch(noun) is not None
        or noun in told
        or noun[:2] == whole.after[:2]
    )


def _tells_of_one(whole: Mention, part: Mention) -> bool:
    """列入事项7项，其中《规划》收到意见264条: is it told what one of a few has of its own?"""
    told = part.before.partition("其中")[2]
    return _TITLE.match(told) is not None or (whole.quantity.value < _FEW and is_another(whole, part))


def _is_target(whole: Mention, part: Mention) -> bool:
    """Is it how much was to be reached, which may be outdone: 下达造林任务320亩? Tasks that are counted one by one are none."""
    return _WORDS["target"].pattern.search(whole.before) is not None and (
        whole.unit not in _ONE_BY_ONE or (whole.before.endswith("计划") and part.before.startswith("实际"))
    )  # 抽查计划87项，实际完成91项


def _is_named(whole: Mention) -> bool:
    """Does it count things of one name, none sent out to be answered and no occasions?"""
    told = whole.before + whole.after
    return len(told) > 2 and whole.unit not in OCCASIONS and _WORDS["sent-out"].pattern.search(told) is None


def _pair(whole: Mention, part: Mention) -> bool:
    """Are they two steps of one matter (制定文件12件，报备12件), and does the second name nothing new?"""
    if is_addressed(whole, part):
        return True
    units = {whole.unit, part.unit}
    counts = whole.quantity.kind == part.quantity.kind == "count" and (len(units) == 1 or units <= _THINGS)
    if part.mark == "、" or part.shared or not counts:
        return False
    told = _TITLE.sub("", whole.before + whole.after)
    before = ENDING.sub("", part.before.removeprefix("其中") or part.after)  # 43名调解员报名，46名取得资格证
    found = (pair.search(f"{whole.unit} {told} → {before}") for pair in _PAIRS)
    nouns = (_WORDS["this"].pattern.sub("", match["noun"].strip("的了")) for match in found if match)
    return any((len(noun) != 1 and noun in told) or _WORDS["done-with"].pattern.fullmatch(noun) for noun in nouns)
