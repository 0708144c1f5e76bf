"""Are figures told one after another the kinds of one thing, by their own words: 维持10件、驳回27件、终止328件; 优秀48卷、合格66卷?"""

from __future__ import annotations

from collections.abc import Sequence

from reportlint.facts.figures.mentions import Mention
from reportlint.facts.relations.steps import stage_of
from reportlint.facts.relations.totals.addends import SHORTEST_LIST, WORDS, are_listed, sum_of
from reportlint.language.phrases import load_phrases
from reportlint.language.words.verbs import begins_with_verb, is_verb

_WORDS = load_phrases(__file__, "kinds")
_LONGEST_KIND = 8  # characters of the name of a kind
_TO = frozenset("进送赴")  # verbs of where each was done, and so not elsewhere: 进校园20场、进企业13场
_LOTS = ("fate", "grade", "other-end", "refused")  # words of what a thing met once, and nothing else
_WORD = 2  # characters of one
_LOWEST = frozenset(("县", "区", "乡", "镇", "村", "社区"))
"""Levels of the administration with which a list of all of them ends."""


def announces_kinds(whole: Mention) -> bool:
    """358件案件中, 126个问题中制度类34个: do the words behind a figure say that those among it are told?"""
    said = whole.shared and _WORDS["of-them"].pattern.match(whole.after) is not None
    return whole.after.endswith(("中", "里")) or said


def enumerated(parts: list[Mention]) -> list[Mention]:
    """358件案件中，维持10件、驳回27件、终止328件: the counts of one unit that marks join; kinds, not stages, so at least three."""
    joined = all(part.mark == "、" for part in parts[1:])
    made_up = len(parts) > 1 and parts[0].before.startswith("由") and _WORDS["made-up"].pattern.match(parts[-1].after)
    several = len(parts) >= SHORTEST_LIST and (joined or are_parallel(parts) or are_complete(parts))
    return parts if several or made_up else []


def places_of(whole: Mention, parts: list[Mention]) -> list[Mention]:
    """36名执法人员中，县直部门24人、乡镇12人: two that tell where those counted are, and nothing of what they did."""
    beyond = {part.before[:1] for part in parts} <= _TO and sum_of(parts) > whole.value
    listed = len(parts) == 2 and parts[1].mark == "、" and not parts[1].after
    return parts if listed and (beyond or all(WORDS["group"].pattern.search(p.before) for p in parts)) else []


def are_complete(parts: Sequence[Mention]) -> bool:
    """优秀48卷、合格66卷、不合格6卷: what is so and what is not are all there is, and so are the grades of one scale."""
    kinds = [of["kind"] if (of := _WORDS["of-them"].pattern.match(part.before)) else part.before for part in parts]
    if len(parts) >= SHORTEST_LIST and all(map(WORDS["grade"].pattern.fullmatch, kinds)):
        return True
    if len(parts) >= SHORTEST_LIST and _WORDS["done"].pattern.search(parts[0].before):
        # 已整改33个，正在整改8个，长期坚持3个
        return all(_WORDS["undone"].pattern.match(part.before) for part in parts[1:])
    levels = [_WORDS["level"].pattern.fullmatch(part.before) for part in parts]
    if len(parts) >= SHORTEST_LIST and all(levels):
        return levels[-1] is not None and levels[-1]["level"] in _LOWEST
    told = {kind.removeprefix("已") for kind in kinds}
    return any(no + kind in told for kind in told for no in "不未")


def are_parallel(parts: Sequence[Mention]) -> bool:
    """Are they told as kinds are: 保留120件，修改12件，废止36件, or 价格听证3场，许可听证8场? Stages of one matter are no kinds."""
    if len(parts) < SHORTEST_LIST or are_deeds(parts):
        return False
    ends = {part.before[-2:] for part in parts}
    if len(ends) == 1 and len(ends.pop()) > 1 and not any(begins_with_verb(part.before) for part in parts):
        return True
    lengths = {len(part.before) for part in parts}
    plain = not any(WORDS["outcome"].pattern.match(part.before) for part in parts)  # 限期整改 is a kind
    several = len({part.before[-2:] for part in parts}) < len(parts)  # 调解结案51件，裁决结案16件，撤回申请7件
    return len(lengths) == 1 and 1 < lengths.pop() <= 4 and (plain or several)


def with_others(parts: list[Mention]) -> list[Mention]:
    """涉及邻里620件、土地260件、其他200件: a list that ends with all others, up to these, whichever mark is before them."""
    many = next((n for n, part in enumerate(parts, 1) if part.before.startswith(("其他", "其它"))), 0)
    listed = many >= SHORTEST_LIST and all(part.mark == "、" for part in parts[1 : many - 1])
    return parts[:many] if listed else []


def are_of_one_head(parts: Sequence[Mention], least: int = len("个体访")) -> bool:
    """集体访46批次，个体访804批次: are two kinds named alike, by words of so many characters or more that end in one noun?"""
    one, other = (part.before.removesuffix("的") for part in parts)
    named = one != other and one[-1:] == other[-1:] and least <= min(len(one), len(other)) <= _LONGEST_KIND
    told = (begins_with_verb, WORDS["overlapping"].pattern.search)
    return named and not any(tells(each) for tells in told for each in (one, other))


def are_deeds(parts: Sequence[Mention]) -> bool:
    """图斑160个，核查93个，认定31个，清理31个: is each told by what was done, one after another, so that a thing may have met them all?"""
    if are_listed(parts) or any(WORDS[name].pattern.match(part.before) for name in _LOTS for part in parts):
        return False
    done = [is_verb(part.before[:_WORD]) or stage_of(part) is not None for part in parts]
    return len(parts) > 1 and sum(done) >= max(2, len(parts) - 1)  # 回访93件，督办31件，通报31件: one may be unknown
