"""What is left of a total, and what becomes of one: 督办15处，销号11处，其余4处; 由704项减去43项，保留661项."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import combinations, pairwise

from reportlint.facts.figures.mentions import Mention
from reportlint.facts.relations.relation import REACH, Relation, format_number, plain, together
from reportlint.facts.relations.steps import stage_of
from reportlint.facts.relations.totals.addends import WORDS, same, sum_of
from reportlint.language.phrases import load_phrases

_WORDS = load_phrases(__file__, "remainders")
_VERB = 2
"""Characters of a verb."""
_CAME_IN = 0
"""The first stage of a matter."""


def find_remainders(mentions: Sequence[Mention]) -> Iterator[Relation]:
    """The remainders and balances of a sentence, exact figures of one unit only."""
    for index, mention in enumerate(mentions):
        if mention.quantity.kind != "count" or not mention.quantity.unit or not mention.exact:
            continue
        earlier = [m for m in mentions[max(0, index - REACH) : index] if same(m, mention)]
        if len(earlier) < 2:
            continue
        earlier = [*_with_held_over(earlier)]
        if left := _WORDS["left"].pattern.match(mention.before):
            certain = left["rest"] is not None
            found = _remainder(mention, earlier, certain)
            counts = [m for m in mentions[max(0, index - REACH) : index] if m.quantity.kind == "count"]
            yield from (
                r
                for r in found
                if r.holds
                or (
                    (certain or _WORDS["pending"].pattern.search(mention.before + mention.after))
                    and not _is_apart(r, counts)
                    and not _fits_otherwise(mention, counts, mentions[index + 1 : index + REACH])
                    and not _is_of_some(r, mention, counts)
                )
            )
        elif _WORDS["result"].pattern.search(mention.before):
            yield from _balance(mention, earlier)


def _remainder(rest: Mention, earlier: Sequence[Mention], certain: bool) -> Iterator[Relation]:
    """T, a, b, 其余r. Every total with every run of parts behind it is tried; without one that fits, the nearest is shown."""
    said = rest.value
    for first, whole in enumerate(earlier[:-1]):
        for begin in range(first + 1, len(earlier)):
            for end in range(len(earlier), begin, -1):
                if whole.value - sum_of(earlier[begin:end]) == said:
                    yield _relation(rest, whole, earlier[begin:end], said)
                    return
    plainly = all(m.exact and not m.explained and m.depth == rest.depth for m in (*earlier, rest))
    # 6名乡镇、5名部门负责人现场述法，其余24名: neither is a part of the other
    apart = [n for n in range(len(earlier) - 1) if not earlier[n].after.endswith(("、", "和", "及", "与"))]
    readings = [n for n in apart if earlier[n].value > sum_of(earlier[n + 1 :])]
    besides = any(_WORDS["besides"].pattern.search(m.before) for m in earlier[1:])
    refused = any(_WORDS["refused"].pattern.match(m.before) for m in earlier[1:])  # 立案7条，退回2条: kinds, no stages
    if plainly and readings and (refused or not besides):
        nearest = min(readings, key=lambda n: abs(earlier[n].value - sum_of(earlier[n + 1 :]) - said))
        yield _relation(rest, earlier[nearest], earlier[nearest + 1 :], said)._replace(certain=certain)


def _fits_otherwise(rest: Mention, counts: Sequence[Mention], behind: Sequence[Mention]) -> bool:
    """Is it what another unit leaves (问题的12家，立案9件，其余3家), or one of two lots of it: 其余67项已完成，15项正在推进?"""
    pairs = any(one.value - other.value == rest.value for one, other in pairwise(counts) if one.unit == rest.unit)
    lots = [rest.value + m.value for m in behind if same(m, rest) and m.depth == rest.depth]
    return pairs or any(
        whole.value - part.value in lots for whole, part in pairwise(counts) if same(whole, rest) and same(part, rest)
    )


def _is_of_some(found: Relation, rest: Mention, counts: Sequence[Mention]) -> bool:
    """核查23家，查出断点6处，2家被警告，其余4家改正: may it be what is left of those of which something was found, or of several lots?

    How many these were is told by what was found, if at all; there are not more of them than of the whole.
    """
    whole, first = found.operands[0], found.operands[1]
    told = [m for m in counts if whole.start < m.span.start < first.start and m.unit != rest.unit]
    left = sum_of([m for m in counts if m.span == whole]) - sum_of([m for m in counts if m.span in found.operands[1:]])
    if told and rest.value < left:
        return True
    lots = [m for m in counts if same(m, rest)]
    cuts = combinations(range(len(lots) + 1), 3)  # 接访12批、18批，答复9批，其余21批
    if any(sum_of(lots[a:b]) - sum_of(lots[b:c]) == rest.value for a, b, c in cuts):
        return True
    others = ((m, counts[at + 1 :]) for at, m in enumerate(counts) if m.unit != rest.unit)
    return any(m.value - sum_of([n for n in behind if same(n, rest)]) == rest.value for m, behind in others)


def _is_apart(found: Relation, counts: Sequence[Mention]) -> bool:
    """登记事项2864件；化解积案37件，仍在化解5件: are those with which something was done no part of the whole, but a group of their own?

    So they are behind a semicolon, where they are told by the whole's verb (化解初访81件，化解积案12件), and where they came in and the whole was done.
    """
    whole = next((m for m in counts if m.span == found.operands[0]), None)
    first = next((m for m in counts if m.span == found.operands[1]), None)
    if whole is None or first is None:
        return False
    done, came = stage_of(whole), stage_of(first)
    again = len(whole.before) > _VERB and first.before.startswith(whole.before[:_VERB])
    anew = done is not None and came is not None and done[0] > came[0] == _CAME_IN
    return again or anew or any(m.mark in ("；", ";") for m in counts if m.span.start > whole.span.start)


def _with_held_over(mentions: Sequence[Mention]) -> Sequence[Mention]:
    """新收237件，加上结转18件; 上年结转18件，新收237件: the figures, of which the first two are one total where one was there before."""
    first, second, *others = mentions
    changed = any(_WORDS["changed"].pattern.search(each.before) for each in (first, second))
    old = [WORDS["carried"].pattern.search(each.before) is not None for each in (first, second)]
    held_over = old[1] or (old[0] and WORDS["new"].pattern.search(second.before) is not None)
    if "其中" in second.before or changed or not (held_over and others):
        return mentions
    return [together(first, second), *others]


def _relation(rest: Mention, whole: Mention, parts: Sequence[Mention], said: Fraction) -> Relation:
    value = whole.value - sum_of(parts)
    terms = "−".join(plain(m) for m in (whole, *parts))
    computed = f"{terms}={format_number(value)}"
    return Relation(
        "sum", rest.span, plain(rest), computed, value == said, (whole.span, *(m.span for m in parts)), note="rest"
    )


def _balance(result: Mention, earlier: Sequence[Mention]) -> Iterator[Relation]:
    """由a减去b、增加c，保留d: a chain in which each figure between says what it does to the first."""
    bases = ((at, _WORDS["from"].pattern.search(f"{m.before} {m.after}")) for at, m in enumerate(earlier))
    base, told = next(((at, match) for at, match in bases if match), (0, None))
    if told is None or (told["old"] and base):
        return
    value, terms = earlier[base].value, plain(earlier[base])
    for change in earlier[base + 1 :]:
        if _WORDS["less"].pattern.search(change.before):
            value, terms = value - change.value, f"{terms}−{plain(change)}"
        elif _WORDS["more"].pattern.search(change.before):
            value, terms = value + change.value, f"{terms}+{plain(change)}"
        else:
            return
    if value < 0 or len(earlier) - base < 2 or not all(m.exact and not m.explained for m in earlier[base:]):
        return
    said = result.value
    operands = tuple(m.span for m in earlier[base:])
    yield Relation(
        "sum", result.span, plain(result), f"{terms}={format_number(value)}", value == said, operands, note="rest"
    )
