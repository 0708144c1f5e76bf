"""What a quantity is of, by the words before it: what a report and last year's say in the same words."""

from __future__ import annotations

from reportlint.facts.figures.mentions import Mention
from reportlint.language.phrases import load_phrases

_WORDS = load_phrases(__file__, "labels")
_SHORTEST = 6
"""Characters that tell one quantity from others: 办结案件 may be said of many things, 办结行政复议案件 of one."""


def label_of(mention: Mention) -> tuple[str, str] | None:
    """What a quantity is of, by the words before it, and its unit; None where they do not tell it from others."""
    quantity = mention.quantity
    if (
        not mention.exact
        or mention.depth
        or mention.mark == "、"
        or quantity.kind == "point"
        or len(mention.before) < 2
    ):
        return None
    label = _WORDS["behind"].pattern.sub("", _WORDS["when-and-where"].pattern.sub("", mention.before))
    if 2 <= len(label) < _SHORTEST and quantity.kind == "count" and _WORDS["noun"].pattern.fullmatch(mention.after):
        label += mention.after  # 审查12件行政规范性文件 is as good as 审查行政规范性文件12件
    if len(label) < _SHORTEST or _WORDS["compared"].pattern.match(label) or _WORDS["refers"].pattern.search(label):
        return None
    return label, quantity.unit or mention.after[:2]
