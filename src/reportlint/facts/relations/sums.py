"""Totals and their parts: 共36件，其中维持20件、撤销16件; 讲座12场、培训8场，共计20场."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction

from reportlint.document.source import Span
from reportlint.facts.figures.mentions import Mention
from reportlint.facts.relations.relation import Relation, format_number, plain
from reportlint.kept import patterns
from reportlint.language.phrases import load_phrases

_WORDS = load_phrases(__file__, "sums")
# Kinds that between them are all there is: they are parts without 其中.
_PAIRS = tuple(
    (first, second)
    for first, second in (pair.split("/") for pair in (
        ["书面/口头", "线上/线下", "一般程序/简易程序", "普通程序/简易程序", "区级/镇级", "区级/街镇", "市级/区级", "城镇/农村", "男/女", "准予/不予", "个人/单位", "主动公开/依申请公开", "本级/下级", "一审/二审", "民事/刑事", "受理/不予受理", "镇级/村级", "建议/提案", "上半年/下半年"]
    ))
)  # fmt: skip
_QUARTERS = tuple(patterns.compile(rf"^第?{number}季度") for number in "一二三四")
_LONGEST = 40
"""Figures of one list."""
_NEAR = Fraction(4, 5)
_NEARER = Fraction(19, 20)
"""A list of kinds that reaches less than this of the whole is taken to leave some out; nearer, where it is but two kinds."""


def find_sums(mentions: Sequence[Mention]) -> Iterator[Relation]:
    """The totals of a sentence with their parts, exact figures of one unit only."""
    taken: set[int] = set()
    for index, mention in enumerate(mentions[1:], 1):  # nothing stands before the first
        before = mention.before
        if _WORDS["among"].pattern.search(before):
            yield from _among(mentions, index, taken)
        elif mention.exact and (
            (index > 1 and mentions[index - 1].mark == "、")
            if before == "共"
            else _WORDS["total"].pattern.search(before)
        ):
            yield from _total(mentions, index, taken)
        elif (whole := _pair(mentions, index)) is not None:
            yield from _verdict(whole, mentions[index : index + 2], certain=False, exhaustive=False)
        elif "一季度" in before and _are_quarters(quarters := mentions[index : index + 4]):
            yield from _listed(mentions[index - 1], quarters, exhaustive=True)
        elif mention.mark in ("，", ",") and mentions[index - 1].after.endswith("中"):
            yield from _listed(mentions[index - 1], _enumerated(mentions[index : index + _LONGEST]), exhaustive=False)


def _among(mentions: Sequence[Mention], first: int, taken: set[int]) -> Iterator[Relation]:
    """N, 其中 a, b, c: the whole is the last count of their unit before them."""
    part = mentions[first]
    whole = next((m for m in reversed(mentions[:first]) if _same(m, part) and m.depth <= part.depth), None)
    parts = _parallel(mentions[first:])
    if whole is None or not whole.exact or whole.explained or len(parts) < 2:
        return
    if any(_WORDS["overlapping"].pattern.search(part.before) for part in parts):
        return
    parts = _filling(whole, parts)
    taken.update(range(first, first + len(parts)))
    listed = all(p.mark in ("、", "，", ",", "；", ";") for p in parts[1:])
    open_ended = any(
        _WORDS["open-ended"].pattern.search(p.after[:6]) or _WORDS["open-ended"].pattern.search(p.before) for p in parts
    )
    yield from _verdict(
        whole, parts, certain=bool(_WORDS["whole"].pattern.search(whole.before)) and listed, exhaustive=not open_ended
    )


def _filling(whole: Mention, parts: list[Mention]) -> list[Mention]:
    """The first of the parts where they add up: 案件36件，其中一审24件、二审12件，败诉3件; else all."""
    total, added = Fraction(whole.quantity.value), Fraction(parts[0].quantity.value)
    for count, part in enumerate(parts[1:], 2):
        added += Fraction(part.quantity.value)
        if added == total:
            return parts[:count]
    return parts


def _total(mentions: Sequence[Mention], index: int, taken: set[int]) -> Iterator[Relation]:
    """a, b, 共计N: the parts are the counts of the same unit right before it."""
    total = mentions[index]
    parts: list[Mention] = []
    for number in range(index - 1, -1, -1):
        part = mentions[number]
        if (
            number in taken
            or not _same(part, total)
            or not part.exact
            or _WORDS["total"].pattern.search(part.before)
            or part.depth > total.depth
        ):
            break
        parts.insert(0, part)
    if len(parts) >= 2 and _WORDS["total-of-those"].pattern.search(total.before):
        yield from _verdict(
            total, parts, certain=total.before != "共", exhaustive=not any("等" in p.after[:4] for p in parts)
        )


def _are_quarters(parts: Sequence[Mention]) -> bool:
    """一季度7处，二季度147处，三季度68处，四季度129处."""
    return len(parts) == 4 and all(q.search(p.before) for q, p in zip(_QUARTERS, parts, strict=True))


def _enumerated(mentions: Sequence[Mention]) -> list[Mention]:
    """358件案件中，维持10件、驳回27件、终止328件: the counts that a 、 joins; kinds, not stages, so at least three."""
    parts = list(mentions[:1])
    for mention in mentions[1:]:
        if mention.mark != "、":
            break
        parts.append(mention)
    return parts if len(parts) > 2 else []


def _listed(whole: Mention, parts: Sequence[Mention], exhaustive: bool) -> Iterator[Relation]:
    """A whole with its parts, all exact and of one unit, told without 其中."""
    alike = all(_same(whole, part) and part.exact and part.depth == whole.depth for part in parts)
    if parts and alike and whole.exact and not whole.explained:
        yield from _verdict(whole, parts, certain=exhaustive, exhaustive=exhaustive)


def _pair(mentions: Sequence[Mention], index: int) -> Mention | None:
    """The whole of two kinds that between them are all there is, told without 其中; None where there is no such pair."""
    if index + 1 >= len(mentions) or not _same(mentions[index - 1], mentions[index]):
        return None
    whole, first, second = mentions[index - 1 : index + 2]
    if not (_same(first, second) and whole.exact and first.exact and second.exact):
        return None
    for kinds in _PAIRS:
        if kinds[0] in first.before and kinds[1] in second.before and not whole.explained:
            return whole
    return None


def _parallel(mentions: Sequence[Mention]) -> list[Mention]:
    """The parts that follow 其中: exact, of one unit, up to a full stop of the list or to words of another matter."""
    first = mentions[0]
    parts = [first]
    for part in mentions[1:]:
        if part.depth > first.depth:
            continue
        another = (
            part.mark != "、"
            and _WORDS["outcome"].pattern.search(part.before)
            and not _WORDS["outcome"].pattern.search(first.before)
        )
        if (
            not _same(part, first)
            or not part.exact
            or another
            or "其中" in part.before
            or _WORDS["total"].pattern.search(part.before)
        ):
            break
        parts.append(part)
    return parts if first.exact else []


def _same(one: Mention, other: Mention) -> bool:
    return one.quantity.kind == other.quantity.kind == "count" and one.quantity.unit == other.quantity.unit != ""


def _verdict(whole: Mention, parts: Sequence[Mention], certain: bool, exhaustive: bool) -> Iterator[Relation]:
    total = Fraction(whole.quantity.value)
    added = sum((Fraction(part.quantity.value) for part in parts), Fraction(0))
    near = _NEAR if certain or len(parts) > 2 else _NEARER
    if added < total and (not exhaustive or added < total * near):
        return  # some kinds are left out
    if added != total and len({part.before for part in parts}) < len(parts) and len(parts) > 2 and not certain:
        return
    yield Relation(
        kind="sum",
        span=whole.span,
        stated=plain(whole),
        computed=f"{'+'.join(plain(part) for part in parts[:12])}{'+…' if len(parts) > 12 else ''}={format_number(added)}",
        holds=added == total,
        operands=tuple(Span(*part.span) for part in parts),
        certain=certain,
    )
