"""Totals and their parts: 共36件，其中维持20件、撤销16件; 讲座12场、培训8场，共计20场; 由专职12人、兼职6人组成.

Which figures a total covers the words tell. Where they leave several readings, all are tried, and nothing is held against a total that
one of them gives.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction

from reportlint.facts.figures.mentions import Mention
from reportlint.facts.relations.relation import Relation, format_number, plain
from reportlint.kept import patterns
from reportlint.language.phrases import load_phrases

_WORDS = load_phrases(__file__, "sums")
_QUARTERS = tuple(patterns.compile(rf"^第?{number}季度") for number in "一二三四")
_LONGEST = 40
"""Figures of one list."""
_REACH = 20
"""Figures before a list in which those it belongs to stand."""
_SHORTEST_LIST = 3
_NEAR = Fraction(4, 5)
_NEARER = Fraction(19, 20)
"""A list of kinds that reaches less than this of the whole is taken to leave some out; nearer, where nothing says it is complete."""
_MARKS = frozenset("、，,；;")


def find_sums(mentions: Sequence[Mention]) -> Iterator[Relation]:
    """The totals of a sentence with their parts, exact figures of one unit only."""
    taken: set[int] = set()
    for index, mention in enumerate(mentions[1:], 1):  # nothing stands before the first
        before = mention.before
        if index in taken:
            continue
        if _WORDS["among"].pattern.search(before) or mention.mark in ("：", ":"):
            yield from _among(mentions, index, taken)
        elif mention.exact and (
            (index > 1 and mentions[index - 1].mark == "、")
            if before == "共"
            else _WORDS["total"].pattern.search(before)
        ):
            yield from _total(mentions, index)
        else:
            yield from _untold(mentions, index, taken)


def _untold(mentions: Sequence[Mention], index: int, taken: set[int]) -> Iterator[Relation]:
    """A whole and, without 其中, all of its kinds behind it: 由a、b、c组成; a，b，c of one build; two that are all there is."""
    whole, first = mentions[index - 1 : index + 1]
    parts = _enumerated(mentions[index : index + _LONGEST]) if first.mark in ("，", ",") else []
    made_up = first.before.startswith("由") and len(parts) > 1
    if "一季度" in first.before and _are_quarters(quarters := mentions[index : index + 4]):
        yield from _listed(whole, quarters, certain=True)
    elif whole.after.endswith("中") or made_up or _parallel(parts) or _complete(parts):
        found = list(_listed(whole, parts, certain=made_up))
        yield from found
        taken.update(range(index, index + len(parts)) if found else ())
    elif _is_all(mentions, index):
        yield from _listed(whole, mentions[index : index + 2], certain=False)


def _among(mentions: Sequence[Mention], first: int, taken: set[int]) -> Iterator[Relation]:
    """N, 其中 a, b, c; N：a, b, c. The whole is the last count of their unit before them."""
    part = mentions[first]
    whole = next((m for m in reversed(mentions[:first]) if _same(m, part) and m.depth <= part.depth), None)
    parts = _kinds(mentions[first:])
    beyond = mentions[first + len(parts) :][:1]
    if whole is None or not whole.exact or whole.explained or len(parts) < 2:
        return
    if any(_WORDS["overlapping"].pattern.search(part.before) for part in parts) and not _is_pair(parts):
        return
    if part.mark in ("：", ":") and (whole is not mentions[first - 1] or (beyond and beyond[0].mark != "。")):
        return
    parts = _filling(whole, parts)
    taken.update(range(first, first + len(parts)))
    listed = all(p.mark in _MARKS for p in parts[1:])
    certain = listed and (
        _is_pair(parts) or part.mark in ("：", ":") or _WORDS["whole"].pattern.search(whole.before) is not None
    )
    yield from _verdict(whole, parts, certain, exhaustive=not _open_ended(parts, beyond))


def _open_ended(parts: Sequence[Mention], beyond: Sequence[Mention]) -> bool:
    """Do the words say that there are more kinds: 等, 主要; or a further member that has another unit?"""
    goes_on = any(m.depth == parts[-1].depth and m.depth > 0 for m in beyond)
    said = _WORDS["open-ended"].pattern
    return goes_on or any(said.search(p.after[:6]) or said.search(p.before) for p in parts)


def _filling(whole: Mention, parts: list[Mention]) -> list[Mention]:
    """The first of the parts where they add up: 案件36件，其中一审24件、二审12件，败诉3件; else all."""
    total, added = Fraction(whole.quantity.value), Fraction(parts[0].quantity.value)
    for count, part in enumerate(parts[1:], 2):
        added += Fraction(part.quantity.value)
        if added == total:
            return parts[:count]
    return parts


def _total(mentions: Sequence[Mention], index: int) -> Iterator[Relation]:
    """a, b, 共计N: the parts are the counts of the same unit and thing right before it; the last of them, where these add up."""
    total = mentions[index]
    parts: list[Mention] = []
    for part in reversed(mentions[:index]):
        if (
            part is mentions[index - 1]
            and not part.before
            and part.quantity.digits == "chinese"
            and not _same(part, total)
        ):
            continue  # 两项合计58件
        if not _same(part, total) or not part.exact or part.depth > total.depth:
            break
        if _WORDS["total"].pattern.search(part.before) or _WORDS["among"].pattern.search(part.before):
            break
        parts.insert(0, part)
    plainly = _WORDS["total-of-those"].pattern.search(total.before) is not None
    if not plainly and not (
        _WORDS["in-all"].pattern.search(total.before)
        and len(parts) == 2
        and (_WORDS["carried"].pattern.search(parts[0].before) or _is_pair(parts))
    ):
        return
    fitting = next((parts[n:] for n in range(len(parts) - 1) if _sum(parts[n:]) == total.quantity.value), None)
    if fitting:
        yield from _verdict(total, fitting, certain=True, exhaustive=True)
        return
    things = {"" if part.shared else part.after for part in parts}
    added = _sum(parts)
    near = _NEAR * added <= total.quantity.value <= added / _NEAR
    if len(parts) >= 2 and near and (len(things) == 1 or not any(_elsewhere(part) for part in parts)):
        certain = total.before != "共" and len(things) == 1
        yield from _verdict(total, parts, certain, exhaustive=not any("等" in p.after[:4] for p in parts))


def _elsewhere(part: Mention) -> bool:
    """Does the count name those for whom something was counted (12个村建站24个), rather than what a total adds up?"""
    return _WORDS["group"].pattern.match(part.after) is not None


def _are_quarters(parts: Sequence[Mention]) -> bool:
    """一季度7处，二季度147处，三季度68处，四季度129处."""
    return len(parts) == 4 and all(q.search(p.before) for q, p in zip(_QUARTERS, parts, strict=True))


def _enumerated(mentions: Sequence[Mention]) -> list[Mention]:
    """358件案件中，维持10件、驳回27件、终止328件: the counts of one unit that marks join; kinds, not stages, so at least three."""
    parts = list(mentions[:1])
    for mention in mentions[1:]:
        if mention.mark not in _MARKS or not _same(mention, parts[0]) or _WORDS["total"].pattern.search(mention.before):
            break
        parts.append(mention)
    joined = all(part.mark == "、" for part in parts[1:])
    return parts if len(parts) >= _SHORTEST_LIST and (joined or _parallel(parts) or _complete(parts)) else []


def _complete(parts: Sequence[Mention]) -> bool:
    """优秀48卷、合格66卷、不合格6卷: what is so and what is not are all there is."""
    kinds = {part.before for part in parts}
    return any(no + kind in kinds for kind in kinds for no in ("不", "未"))


def _parallel(parts: Sequence[Mention]) -> bool:
    """Are they told in words of one length, as kinds are: 保留120件，修改12件，废止36件? Stages of one matter are no kinds."""
    lengths = {len(part.before) for part in parts}
    return (
        len(parts) >= _SHORTEST_LIST
        and len(lengths) == 1
        and 1 < lengths.pop() <= 4
        and not any(_WORDS["outcome"].pattern.search(part.before) for part in parts)
    )


def _listed(whole: Mention, parts: Sequence[Mention], certain: bool) -> Iterator[Relation]:
    """A whole with its parts, all exact and of one unit, told without 其中."""
    alike = all(_same(whole, part) and part.exact and part.depth == whole.depth for part in parts)
    usable = len(parts) > 1 and alike and whole.exact and not whole.explained
    if usable and _sum(parts) * _NEAR <= Fraction(whole.quantity.value):
        yield from _verdict(whole, parts, certain, exhaustive=not _open_ended(parts, ()))


def _is_all(mentions: Sequence[Mention], index: int) -> bool:
    """Are this figure and the next two kinds that between them are all there is? Not where some were carried over."""
    if index + 1 >= len(mentions) or not _same(mentions[index - 1], mentions[index]):
        return False
    first, second = mentions[index : index + 2]
    apart = first.mark in ("；", ";") or first.before.startswith("由")
    more = any(beyond.mark == "、" and _same(beyond, second) for beyond in mentions[index + 2 : index + 3])
    carried = any(_WORDS["carried"].pattern.search(each.before) for each in mentions[max(0, index - _REACH) : index])
    return _same(first, second) and not apart and not more and not carried and _is_pair([first, second])


def _is_pair(parts: Sequence[Mention]) -> bool:
    """Are they two kinds that between them are all there is?"""
    words = " / ".join(part.before + ("" if part.shared else part.after) for part in parts)
    return len(parts) == 2 and _WORDS["pair"].pattern.search(words) is not None


def _kinds(mentions: Sequence[Mention]) -> list[Mention]:
    """The parts that follow 其中: exact, of one unit, up to a full stop of the list or to words of another matter."""
    first = mentions[0]
    parts = [first]
    outcome = _WORDS["outcome"].pattern
    for part in mentions[1:]:
        if part.depth > first.depth:
            continue
        another = part.mark != "、" and outcome.search(part.before) and not outcome.search(first.before)
        if not _same(part, first) or not part.exact or another or "其中" in part.before:
            break
        if _WORDS["total"].pattern.search(part.before):
            break
        parts.append(part)
    return parts if first.exact else []


def _same(one: Mention, other: Mention) -> bool:
    return one.quantity.kind == other.quantity.kind == "count" and one.unit == other.unit != ""


def _sum(parts: Sequence[Mention]) -> Fraction:
    return sum((Fraction(part.quantity.value) for part in parts), Fraction(0))


def _verdict(whole: Mention, parts: Sequence[Mention], certain: bool, exhaustive: bool) -> Iterator[Relation]:
    total, added = Fraction(whole.quantity.value), _sum(parts)
    near = _NEAR if certain else _NEARER
    if added < total and (not exhaustive or added < total * near):
        return  # some kinds are left out
    if added != total and len({part.before for part in parts}) < len(parts) and len(parts) > 2 and not certain:
        return
    terms = "+".join(plain(part) for part in parts[:12]) + ("+…" if len(parts) > 12 else "")
    yield Relation(
        kind="sum",
        span=whole.span,
        stated=plain(whole),
        computed=f"{terms}={format_number(added)}",
        holds=added == total,
        operands=tuple(part.span for part in parts),
        certain=certain,
    )
