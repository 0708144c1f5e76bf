"""A count that takes up another one and the names added to it: 东岭、西溪两个村以及南浦村共四个村 are three."""

from __future__ import annotations

from collections.abc import Sequence

from reportlint.document.source import Span
from reportlint.facts.figures.mentions import Mention
from reportlint.facts.prose.masks import Masks
from reportlint.facts.relations.lists.listed import UNITS, how_many, items_of
from reportlint.facts.relations.relation import Relation, plain
from reportlint.kept import patterns
from reportlint.language.quotes import FILL
from reportlint.language.words.verbs import is_verb

_ADDED = patterns.compile(
    rf"(?P<noun>[\u4e00-\u9fff]{{1,8}}?)(?:以及|[和及与、]|，?(?:加上|连同|外加))(?P<names>[\u4e00-\u9fff、{FILL}]{{2,60}}?)，?(?:一共|合计|总共|共计?)"
)
_SEVERAL = patterns.compile("[各等某]|周边|相邻|附近|其[他它余]|有关|相关|部分|若干|一[批些]|多")
"""No names, but words for any number of things."""
_WORD = 2
"""Characters of a word."""


def find_added(masks: Masks, mention: Mention, earlier: Sequence[Mention]) -> list[Relation] | None:
    """What the two come to, where that is plain; None where the number takes up no other.

    ``earlier``: the figures before it in the sentence.
    """
    told = earlier[-1] if earlier else None
    if told is None or told.unit != mention.unit or mention.unit not in UNITS or not told.exact:
        return None
    added = _ADDED.fullmatch(masks.bare, told.span.end, mention.span.start)
    if added is None:
        return None
    names = added["names"]
    alike = mention.after == "" or added["noun"][:1] == mention.after[:1]
    if not alike or _SEVERAL.search(names) or any(is_verb(names[at : at + _WORD]) for at in range(len(names) - 1)):
        return []
    least, most = how_many(items_of(masks.text, names, added.start("names")))
    said, so_far = int(mention.quantity.value), int(told.quantity.value)
    near = min(max(said - so_far, least), most)
    computed = f"前面说 {plain(told)} 项，又列出 {near} 项"
    holds = said - so_far == near
    span = Span(*added.span("names"))
    return [Relation("count", mention.span, plain(mention), computed, holds, (told.span, span), certain=False)]
