"""From A to B, a growth: 由92%提高到98%，提高6个百分点; 从36件增至45件，增长25%."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction

from reportlint.facts.figures.mentions import Mention
from reportlint.facts.relations.relation import Relation, agrees, format_number, plain
from reportlint.language.phrases import load_phrases

_WORDS = load_phrases(__file__, "changes")


def find_changes(mentions: Sequence[Mention]) -> Iterator[Relation]:
    """The changes of a sentence that name both ends: direction first, then the amount where one is stated."""
    for index in range(len(mentions) - 1):
        old, new = mentions[index : index + 2]
        if not _alike(old, new):
            continue
        if (more := _WORDS["more"].pattern.fullmatch(new.before)) and index + 2 < len(mentions):
            yield from _more(old, new, mentions[index + 2], _rises(more["verb"]))
            continue
        if _WORDS["than"].pattern.search(new.before) and index + 2 < len(mentions):  # 98%，比上年的92%提高6个百分点
            by = _WORDS["by"].pattern.match(mentions[index + 2].before)
            if by:
                up = _rises(by["verb"])
                rises = old.quantity.value > new.quantity.value
                yield from _amount(new, old, mentions[index + 2], up, rises)
            continue
        if not (_WORDS["from"].pattern.search(old.before) and (to := _WORDS["to"].pattern.search(new.before))):
            continue
        before, after = Fraction(old.quantity.value), Fraction(new.quantity.value)
        rises = _rises(to["verb"])
        if before == after or rises != (after > before):
            computed = (
                f"{plain(old)}→{plain(new)}，是{'上升' if after > before else '下降' if after < before else '没有变化'}"
            )
            yield Relation("change", new.span, to["verb"], computed, False, (old.span,))
            continue
        if index + 2 < len(mentions) and (by := _WORDS["by"].pattern.match(mentions[index + 2].before)):
            yield from _amount(old, new, mentions[index + 2], _rises(by["verb"]), rises)
        else:
            yield Relation("change", new.span, to["verb"], f"{plain(old)}→{plain(new)}", True, (old.span,))


def _more(now: Mention, difference: Mention, by: Mention, up: bool) -> Iterator[Relation]:
    """450件，比上年增加92件，增长25.7%: the base is what there was before."""
    stated = _WORDS["by"].pattern.match(by.before)
    base = Fraction(now.quantity.value) + Fraction(difference.quantity.value) * (-1 if up else 1)
    if not stated or base <= 0 or now.quantity.kind != "count" or by.quantity.kind != "percent":
        return
    value = Fraction(difference.quantity.value) / base * 100
    if _rises(stated["verb"]) != up or (verdict := agrees(by, value)) is None:
        return
    sign = "−" if up else "+"
    decimals = by.quantity.decimals + (value != Fraction(by.quantity.value))
    computed = f"{plain(difference)}÷（{plain(now)}{sign}{plain(difference)}）={format_number(value, decimals)}%"
    yield Relation("change", by.span, f"{plain(by)}%", computed, verdict, (now.span, difference.span))


def _rises(verb: str) -> bool:
    return _WORDS["rise"].pattern.fullmatch(verb) is not None


def _alike(old: Mention, new: Mention) -> bool:
    same = (old.quantity.kind, old.quantity.unit) == (new.quantity.kind, new.quantity.unit)
    return same and old.exact and new.exact and old.quantity.kind in ("count", "percent") and old.depth == new.depth


def _amount(old: Mention, new: Mention, by: Mention, up: bool, rises: bool) -> Iterator[Relation]:
    before, after = Fraction(old.quantity.value), Fraction(new.quantity.value)
    difference = abs(after - before)
    operands = (old.span, new.span)
    minus = f"{plain(new)}−{plain(old)}" if rises else f"{plain(old)}−{plain(new)}"
    kind = by.quantity.kind
    if up != rises:
        yield Relation(
            "change", by.span, plain(by), f"{plain(old)}→{plain(new)}，是{'上升' if rises else '下降'}", False, operands
        )
    elif kind == "percent" and before:
        value = difference / before * 100
        verdict = agrees(by, value)
        said = Fraction(by.quantity.value)
        # 84% to 86%, 提高2%: by rounding also 2.38 %, but the difference is what was meant
        points = (
            old.quantity.kind == "percent" and agrees(by, difference) and (not verdict or difference == said != value)
        )
        decimals = by.quantity.decimals + (value != Fraction(by.quantity.value))
        computed = f"（{minus}）÷{plain(old)}={format_number(value, decimals)}%"
        if points:
            yield Relation(
                "change",
                by.span,
                f"{plain(by)}%",
                f"{minus}={format_number(difference, old.quantity.decimals)}个百分点",
                False,
                operands,
                note="point",
            )
        elif verdict is not None:
            yield Relation("change", by.span, f"{plain(by)}%", computed, verdict, operands)
    elif (kind == "point" and old.quantity.kind == "percent") or (
        kind == "count" and by.quantity.unit == old.quantity.unit
    ):
        verdict = agrees(by, difference)
        if verdict is not None:
            decimals = max(old.quantity.decimals, new.quantity.decimals)
            yield Relation(
                "change", by.span, plain(by), f"{minus}={format_number(difference, decimals)}", verdict, operands
            )
