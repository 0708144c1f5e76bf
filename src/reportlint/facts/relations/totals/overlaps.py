"""Parts of a total of which one thing may be in two: 其中办结8512件，满意8230件; 党员9名、女性5名. They add up to nothing."""

from __future__ import annotations

from collections.abc import Sequence

from reportlint.facts.figures.mentions import Mention
from reportlint.facts.relations.totals.addends import WORDS, are_ways, is_outcome

_PLAIN_KIND = 4  # characters of a kind that is told by nothing but what became of it: 不支持的


def is_nested(parts: Sequence[Mention]) -> bool:
    """Is one of two a kind of the other: 免费车位3100个，夜间免费车位860个?"""
    one, other = (part.before.removeprefix("其中") for part in (parts[0], parts[-1]))
    return len(parts) == 2 and one != other and len(one) > 1 and other.endswith(one)


def may_be_of_several(parts: Sequence[Mention]) -> bool:
    """May one be counted under several of them: 其中办结8512件，满意8230件?"""
    outcomes = all(is_outcome(part.before) for part in parts[:2]) and not are_ways(parts)
    tops = [WORDS["top"].pattern.match(part.before) is not None for part in parts]
    passed = any(WORDS["passed"].pattern.match(part.before) for part in parts)  # 达标企业50家、优秀企业21家
    return outcomes or (passed and any(tops)) or _overlap(parts) or _may_overlap(parts)


def _overlap(parts: Sequence[Mention]) -> bool:
    """党员9名、女性5名: are they told by marks that one can have together? Not by one such each: 法学专业9名、工程专业7名."""
    ends = {part.before[-2:] for part in parts}
    one_each = len(ends) == 1 and all(WORDS["one-each"].pattern.search(part.before) for part in parts)
    return not one_each and any(WORDS["overlapping"].pattern.search(part.before) for part in parts)


def _may_overlap(parts: Sequence[Mention]) -> bool:
    """夜间查获的17起、群众举报的26起: is each told by a mark of its own, which another may have as well?"""
    marks = {part.before.removeprefix("其中") for part in parts}
    told = all(mark.endswith("的") and len(mark) > _PLAIN_KIND for mark in marks)
    return told and len({mark[:2] for mark in marks}) == len({mark[-3:] for mark in marks}) == len(parts)
