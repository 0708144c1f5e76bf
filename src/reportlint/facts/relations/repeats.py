"""One quantity stated in two places: 办理行政复议案件36件 here, 办理行政复议案件38件 there."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from reportlint.facts.figures.mentions import Mention
from reportlint.facts.relations.relation import Relation, plain
from reportlint.language.phrases import load_phrases

_WORDS = load_phrases(__file__, "repeats")
_SHORTEST = 6
"""Characters two labels must share: 办结案件 may be said of many things, 办结行政复议案件 of one."""


def find_repeats(mentions: Iterable[tuple[Mention, int]]) -> Iterator[Relation]:
    """Counts with the very same words before them, each with the number of its section; the last is held against the first.

    Within one section the same words may go through several bodies or periods; only places of different sections count.
    """
    first: dict[tuple[str, str], tuple[Mention, int]] = {}
    for mention, section in mentions:
        key = label_of(mention)
        if key is None:
            continue
        if key not in first:
            first[key] = (mention, section)
            continue
        other, elsewhere = first[key]
        if elsewhere == section:
            continue
        holds = other.quantity.value == mention.quantity.value
        computed = f"{plain(other)}{'=' if holds else '≠'}{plain(mention)}"
        yield Relation("repeat", mention.span, plain(mention), computed, holds, (other.span,), note=key[0])


def label_of(mention: Mention) -> tuple[str, str] | None:
    """What a quantity is of, by the words before it, and its unit; None where they do not tell it from others."""
    quantity = mention.quantity
    if (
        quantity.kind == "point"
        or not mention.exact
        or mention.depth
        or mention.mark == "、"
        or len(mention.before) < 2
    ):
        return None
    label = _WORDS["behind"].pattern.sub("", _WORDS["when-and-where"].pattern.sub("", mention.before))
    if 2 <= len(label) < _SHORTEST and quantity.kind == "count" and _WORDS["noun"].pattern.fullmatch(mention.after):
        label += mention.after  # 审查12件行政规范性文件 is as good as 审查行政规范性文件12件
    if len(label) < _SHORTEST or _WORDS["compared"].pattern.match(label) or _WORDS["refers"].pattern.search(label):
        return None
    return label, quantity.unit or mention.after[:2]
