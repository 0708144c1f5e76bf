"""Sums and papers that are counted by what they never are: 罚款48.3万件, 清理规范性文件86人次."""

from __future__ import annotations

from collections.abc import Sequence

from reportlint.facts.figures.mentions import Mention
from reportlint.facts.figures.objects import deed_before
from reportlint.language.measure_words import Counted
from reportlint.language.phrases import load_phrases

_WORDS = load_phrases(__file__, "sums_and_papers")
_NO_MONEY = frozenset("件辆台份栋座条处棵")
"""Measure words of what is no sum, if there are 48.3万件 of it."""
_NEVER_PAID = frozenset("辆台栋座棵")
"""Those by which nobody tells how many paid or got a sum."""


def money_in(mention: Mention, before: Sequence[Mention]) -> str | None:
    """The sum that is told in another unit than 元: 罚款48.3万件. None where it is a kind of what is counted so: 其中罚款1.2万件、警告0.3万件."""
    unit, told = mention.quantity.unit, _WORDS["money"].pattern.search(mention.before)
    kind = mention.mark == "、" or "其中" in mention.before or any(other.unit == unit for other in before)
    if told is None or kind or mention.after or mention.depth or unit not in _NO_MONEY:
        return None
    rounded = mention.quantity.step > 1 and mention.quantity.decimals > 0
    return told[0] if rounded or unit in _NEVER_PAID else None


def is_worked_on(mention: Mention, measured: Counted) -> bool:
    """清理规范性文件86人次: is a paper or a rule worked on, of which nobody counts who came?"""
    paper = mention.quantity.unit == "人次" and "份" in measured.right and not mention.after
    return paper and _WORDS["worked-on"].pattern.match(deed_before(mention.before)) is not None
