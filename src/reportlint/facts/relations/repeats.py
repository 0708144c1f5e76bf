"""One quantity stated in two places: 办理行政复议案件36件 here, 办理行政复议案件38件 there."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from reportlint.facts.figures.mentions import Mention
from reportlint.facts.relations.relation import Relation, plain
from reportlint.kept import patterns

_TIME = patterns.compile(
    r"^(?:全年|年内|今年|本年度?|20\d\d年度?|一年来|共|累计|合计|总共|已|先后|全[区市县镇省局]|我[区市县镇局]|今年以来|年内|区级?|[，、])+"
)
_TRAIL = patterns.compile(r"(?:共计?|累计|合计|达到?|了|为|约)+$")
_NOUN = patterns.compile(r"(?!.*[的了共有均中])[\u4e00-\u9fff“”]{4,12}")
_COMPARED = patterns.compile(r"比|较|由|从|同比|环比")
_REFERS = patterns.compile(r"^(?:其余|其它|其他|其中|另|剩余|余下|上述|以上|前述|该|这|此)|[对将把就向在给按从]$")
"""其余在期限内办理: of what was told before. 监管局对36件…: of what is told behind."""
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
    label = _TRAIL.sub("", _TIME.sub("", mention.before))
    if 2 <= len(label) < _SHORTEST and quantity.kind == "count" and _NOUN.fullmatch(mention.after):
        label += mention.after  # 审查12件行政规范性文件 is as good as 审查行政规范性文件12件
    if len(label) < _SHORTEST or _COMPARED.match(label) or _REFERS.search(label):
        return None
    return label, quantity.unit or mention.after[:2]
