"""Numbers of things named beside them: 以下三个方面 and what follows, 甲、乙、丙三项制度."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from reportlint.document.source import Span
from reportlint.facts.figures.mentions import Mention
from reportlint.facts.prose.lists import Enumeration
from reportlint.facts.relations.relation import Relation, plain
from reportlint.kept import patterns
from reportlint.language.phrases import load_phrases

_WORDS = load_phrases(__file__, "counts")
_SET_UNITS = frozenset(["大", "项", "类", "种", "个", "个方面", "方面", "条", "级", "重", "支"])
"""Units in which things that are named beside them are counted: 三项制度."""
_LONGEST_ITEM = 28
_REACH = 200
"""Characters, of an item and of a whole list."""


def find_announced(
    text: str, mentions: Sequence[Mention], line_end: int, lists: Sequence[Enumeration], subheadings: int
) -> Iterator[Relation]:
    """以下三个方面 against the list that follows in its section (一是…, else subheadings), where something follows."""
    for quantity in (mention.quantity for mention in mentions):
        if quantity.unit not in _SET_UNITS or quantity.kind != "count" or quantity.words:
            continue
        before = text[max(0, quantity.span.start - 12) : quantity.span.start]
        behind = text[quantity.span.end : min(line_end, quantity.span.end + 40)]
        if not (
            _WORDS["announced"].pattern.search(before)
            and _WORDS["of-what"].pattern.match(text[quantity.span.end : line_end])
        ) and not (_WORDS["as-follows"].pattern.search(before) and _WORDS["colon"].pattern.match(behind)):
            continue
        after = bisect_left(lists, quantity.span.end, key=_begin)
        if after < len(lists):
            items = lists[after].items
            number, operands = items[-1].number, tuple(item.span for item in items)  # a first item may lack its 一是
        elif subheadings:
            number, operands = subheadings, ()
        else:
            continue
        said = int(quantity.value)
        yield Relation("count", quantity.span, str(said), f"下文列出 {number} 项", said == number, operands)


def _begin(found: Enumeration) -> int:
    return found.items[0].span.start


def find_named(bare: str, sentence: Span, mentions: Sequence[Mention]) -> Iterator[Relation]:
    """甲、乙、丙三项制度, 甲、乙等三项制度: as many as are named. ``bare``: the text, quotations and brackets masked.

    A list with 等 may name but a few; one name less than the number is what a deletion leaves behind, and is uncertain.
    """
    for mention in mentions:
        quantity = mention.quantity
        if quantity.unit not in _SET_UNITS or not mention.exact or not 2 <= quantity.value <= 20:
            continue
        start = max(sentence.start, quantity.span.start - _REACH)
        clause = patterns.compile(r"[，,；;。：:]").split(bare[start : quantity.span.start])[-1].rstrip()
        open_ended = clause.endswith("等")
        clause = clause.removesuffix("等")
        items = clause.split("、")
        if len(items) < 2 or not items[-1] or (not open_ended and _WORDS["not-named"].pattern.search(items[-1])):
            continue
        if any(len(item) > _LONGEST_ITEM for item in items[1:]):
            continue
        joined = len(_WORDS["and"].pattern.findall(items[-1]))
        names, most = len(items), len(items) + min(joined, 1)
        said = int(quantity.value)
        if open_ended and said > most and not (said == most + 1 and quantity.digits == "chinese" and not joined):
            continue
        if not open_ended and (
            quantity.digits != "chinese" or max(map(len, _WORDS["and"].pattern.split(items[-1]))) > 16
        ):
            continue
        holds = names <= said <= most
        span = Span(quantity.span.start - len(clause) - open_ended, quantity.span.start)
        yield Relation(
            "count",
            quantity.span,
            plain(mention),
            f"前面列出 {min(max(said, names), most)} 项",
            holds,
            (span,),
            not open_ended,
        )
