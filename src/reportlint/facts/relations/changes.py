"""From A to B, a growth: 由92%提高到98%，提高6个百分点; 从36件增至45件，增长25%; 45件，比上年的36件增长25%."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from fractions import Fraction

from reportlint.document.source import Span
from reportlint.facts.figures.mentions import Mention
from reportlint.facts.relations.earlier import alike, are_of_two_years, compared, is_difference
from reportlint.facts.relations.relation import Relation, agrees, format_number, half_step, may_be_share, plain
from reportlint.language.phrases import load_phrases

_WORDS = load_phrases(__file__, "changes")
_REACH = 6
"""Figures looked back at."""
_FURTHER = 6
"""Figures behind the first end in which it may be told by how much that changed, if it is named again."""
_NEARLY = Fraction(1, 10)
"""What a multiple surely leaves to each side; as much again is open."""


def find_changes(mentions: Sequence[Mention]) -> Iterator[Relation]:
    """The changes of a sentence that name both ends: direction first, then the amount where one is stated.

    A change in 百分点 of what is no rate, and one of a rate in % that is its difference, have the note ``point``.
    """
    mentions = [each for each in mentions if not _WORDS["carried"].pattern.search(each.before)]
    for index in range(len(mentions) - 1):
        found = list(_changes_at(mentions, index))
        yield from found if all(told.holds for told in found) else _of_another(mentions, index) or found
    for told in _one_by_one(mentions):
        yield from _changes_at(told, 0)


def _one_by_one(mentions: Sequence[Mention]) -> Iterator[Sequence[Mention]]:
    """由15起、6人降至12起、3人，分别下降20%和50%: each of several with what it came to and by how much, as if told alone."""
    starts = [at for at, each in enumerate(mentions) if each.before or each.mark != "、"]
    runs = [mentions[at:end] for at, end in zip(starts, [*starts[1:], len(mentions)], strict=True)]
    for olds, news, *by in (runs[at : at + 3] for at in range(len(runs) - 1)):
        told = [olds, news, *(amounts for amounts in by if len(amounts) == len(olds))]
        if len(olds) == len(news) > 1 and _WORDS["from"].pattern.search(olds[0].before):
            yield from ([_as_first(run, at) for run in told] for at in range(len(olds)))


def _as_first(run: Sequence[Mention], at: int) -> Mention:
    """One of several with the words before the first of them, in the unit of the last: 分别提高4个、3个百分点."""
    unit = run[-1 if run[at].unit == "个" else at].quantity
    quantity = run[at].quantity._replace(kind=unit.kind, unit=unit.unit)
    return run[at]._replace(quantity=quantity, before=run[0].before.replace("分别", ""))


def _of_another(mentions: Sequence[Mention], index: int) -> list[Relation]:
    """The change, where it is right of a figure told before: 62件，其中一审36件、二审26件，同比减少5件; 36个，新增2个，较上年的35个增加1个."""
    for other in reversed(mentions[max(0, index - _REACH) : index]):
        if alike(other, mentions[index]):
            found = list(_changes_at([*mentions[:index], other, *mentions[index + 1 :]], index))
            if found and all(told.holds for told in found):
                return found
    return []


def _changes_at(mentions: Sequence[Mention], index: int) -> Iterator[Relation]:
    """The change that is told of the figure at ``index``."""
    first, second = mentions[index : index + 2]
    by = mentions[index + 2] if index + 2 < len(mentions) else None
    up = _direction(by, first) if by else None
    if by and (more := _WORDS["more"].pattern.fullmatch(second.before)):
        if alike(first, by, brackets=True) and second.quantity.kind == "percent" != first.quantity.kind:
            yield from _turned(first, second, by, _rises(more["verb"]))
        elif alike(first, second) or (alike(first, by) and second.quantity.kind == "point"):
            found = [*_more(first, second, by, _rises(more["verb"]))]
            own = any(_direction(told) is not None for told in mentions[index + 3 : index + 4])
            yield from (told for told in found if told.holds or not are_of_two_years(second, by, own))
    elif alike(first, second) and _WORDS["from"].pattern.search(first.before):
        if to := _WORDS["to"].pattern.search(second.before):
            told, where = _amount_of(mentions, index, to["verb"])
            yield from _from_to(first, second, to["verb"], told, where)
            again = mentions[index + 3] if told is by and index + 3 < len(mentions) else None
            if again and by and again.quantity.kind != by.quantity.kind and (way := _direction(again)) == where:
                yield from _from_to(first, second, to["verb"], again, bool(way))
        elif _WORDS["to-either"].pattern.search(second.before):
            told, where = _amount_of(mentions, index)
            yield from _amount(first, second, told, where, second.value > first.value) if told else ()
    elif by and _is_reached(first, second, by):
        yield from _reached(first, second, by)
    elif by and up is not None and not is_difference(first) and (ends := compared(first, second, up)):
        old, new = ends
        yield from _amount(old, new, by, up, new.quantity.value > old.quantity.value)


def _is_reached(old: Mention, by: Mention, now: Mention) -> bool:
    """较2023年1500人增加450人，达到1950人: are these what there was, by how much it changed, and what it came to?"""
    told = _WORDS["than-lead"].pattern.search(old.before) and _WORDS["reached"].pattern.fullmatch(now.before)
    return bool(told) and _direction(by) is not None and alike(old, by) and alike(old, now)


def _reached(old: Mention, by: Mention, now: Mention) -> Iterator[Relation]:
    up = _direction(by)
    value = old.value + by.value * (1 if up else -1)
    computed = f"{plain(old)}{'+' if up else '−'}{plain(by)}={format_number(value, old.quantity.decimals)}"
    operands, holds = (old.span, by.span), value == now.value
    if holds and by.quantity.kind == "percent":  # 较93%提升5%，达到98%: points are meant, and should be said
        said = f"{plain(by)}{by.unit}"
        yield Relation("change", by.span, said, computed, False, (old.span, now.span), note="point")
        return
    yield Relation("change", now.span, plain(now), computed, holds, operands)


def _amount_of(mentions: Sequence[Mention], index: int, verb: str = "") -> tuple[Mention | None, bool]:
    """The figure that says by how much, and whether it rises: behind the two ends, or before them: 比上年减少8件，由36件降到28件."""
    behind, then = (*mentions[index + 2 : index + 4], None, None)[:2]
    if behind and then and "新增" in behind.before and then.unit == behind.unit:
        return None, False  # 由44个增至61个，新增19个，撤并2个
    if behind and (up := _direction(behind)) is not None:
        return behind, up
    rate = behind and _WORDS["rate-of"].pattern.search(behind.before)
    if rate and rate["verb"] == verb:  # 由20天压缩至5天，承诺时限压缩率75%
        return behind, _rises(verb)
    seasons = any(_WORDS["season"].pattern.search(end.before) for end in mentions[index : index + 2])
    for later in mentions[index + 3 : index + _FURTHER] if verb and not seasons else ():
        up = _direction(later, mentions[index]) if _is_again(later, mentions[index]) else None
        if up is not None:
            return later, up
    before = mentions[index - 1] if index else None
    bare = _WORDS["bare-from"].pattern.match(mentions[index].before)  # 受案量增长一倍，从70件增加到140件
    stated = before and _WORDS["by-end" if bare else "by-before"].pattern.search(before.before)
    if stated and before and bare and before.mark == "、":
        return None, False  # 取消6项、增加3项，由原来的58项调整为55项: one of several
    if stated and not bare and index > 1:
        return None, False  # 办理工单4.6万件，同比上升8.3%，平均时长由5.1天缩短至3.4天: it is told of the figure before
    if stated and before and not bare and _are_apart(before, before.before[: stated.start()], mentions[index].before):
        return None, False
    return (before, _rises(stated["verb"])) if stated else (None, False)


def _are_apart(by: Mention, changed: str, told: str) -> bool:
    """Is each said of a matter of its own: 警情同比下降7.6%，破案率由52%提升到58%; 降水量1286毫米，较常年偏多两成，蓄水率由63%升至82%?"""
    named = _WORDS["from"].pattern.sub("", told)
    if changed == "":
        return named != "" and by.mark == "，"
    return not (changed in named or named in changed)


def _direction(by: Mention, of: Mention | None = None) -> bool | None:
    """Does a figure say by how much another rises (True) or falls? None where it says neither. 翻一番 and 是上年的3倍 rise.

    of: what it is told of, which may be named again: 事故42起，上年为35起，事故起数上升20%.
    """
    if _doubles(by) or _WORDS["times"].pattern.search(by.before):
        return by.quantity.kind == "multiple" or None
    again = of and _is_again(by, of)
    stated = _WORDS["by"].pattern.match(by.before[again.end() :] if again else by.before)
    return _rises(stated["verb"]) if stated else None


def _is_again(by: Mention, of: Mention) -> re.Match[str] | None:
    """The words by which a change names what changed again, by its number: 线索数量同比减少."""
    again = _WORDS["subject"].pattern.match(by.before)
    return again if again and _is_of(again["what"], again["number"], of) else None


def _is_of(what: str, number: str, mention: Mention) -> bool:
    """Is it the number of what was counted, by its thing (事故起数) or by its measure word alone (起数)?"""
    told = mention.before + mention.after
    if number == "率":
        return what != "" and f"{what}率" in told
    return what in told if what else number[0] in f"总数{mention.unit[:1]}"


def _doubles(by: Mention) -> bool:
    """Is it 翻一番, whose number does not come first?"""
    quantity = by.quantity
    return quantity.kind == "multiple" and not quantity.words and quantity.span.start < quantity.number.start


def _from_to(old: Mention, new: Mention, verb: str, by: Mention | None, up: bool) -> Iterator[Relation]:
    """由36件增加到45件, and by how much."""
    before, after = old.value, new.value
    rises = _rises(verb)
    if before == after or rises != (after > before):
        turned = "上升" if after > before else "下降" if after < before else "没有变化"
        computed = f"{plain(old)}→{plain(new)}，是{turned}"
        yield Relation("change", new.span, verb, computed, False, (old.span,), note="verb")
    elif found := [*_amount(old, new, by, up, rises)] if by else []:
        yield from found
    else:
        yield Relation("change", new.span, verb, f"{plain(old)}→{plain(new)}", True, (old.span,))


def _rises(verb: str) -> bool:
    return _WORDS["rise"].pattern.fullmatch(verb) is not None


def _turned(now: Mention, by: Mention, old: Mention, up: bool) -> Iterator[Relation]:
    """260起，同比下降12%，上年为280起: the old figure stands last."""
    earlier = _WORDS["than"].pattern.search(old.before)
    aside = _WORDS["last-year"].pattern.search(old.before) if old.depth > now.depth else None
    if earlier or (aside and _WORDS["is"].pattern.sub("", aside["what"]) in now.before):
        yield from _amount(old, now, by, up, now.quantity.value > old.quantity.value)


def _more(now: Mention, difference: Mention, by: Mention, up: bool) -> Iterator[Relation]:
    """450件，比上年增加92件，增长25.7%: the base is what there was before; it may be told itself: 2023年358件."""
    base = now.value + difference.value * (-1 if up else 1)
    sign = "−" if up else "+"
    if alike(now, by) and _WORDS["than"].pattern.search(by.before):
        computed = f"{plain(now)}{sign}{plain(difference)}={format_number(base)}"
        holds, rates = base == by.quantity.value, difference.quantity.kind == "percent"
        if not rates or now.quantity.kind == "percent":  # 97%，提高2%，上年为95%: points are meant, and should be said
            note = "point" if holds and rates else ""
            said = f"{plain(difference)}{difference.unit}" if note else plain(difference)
            yield Relation(
                "change", difference.span, said, computed, holds and not note, (now.span, by.span), note=note
            )
        return
    stated = _WORDS["by"].pattern.match(by.before)
    if not stated or base <= 0 or now.quantity.kind != "count" or by.quantity.kind != "percent":
        return
    value = difference.value / base * 100
    verdict = agrees(by, value)
    if _rises(stated["verb"]) != up or not (
        verdict or (verdict is False and not _by_rounding(by, difference, now, base))
    ):
        return
    decimals = by.quantity.decimals + (value != by.value)
    computed = f"{plain(difference)}÷（{plain(now)}{sign}{plain(difference)}）={format_number(value, decimals)}%"
    yield Relation("change", by.span, f"{plain(by)}%", computed, verdict, (now.span, difference.span))


def _by_rounding(by: Mention, difference: Mention, now: Mention, base: Fraction) -> bool:
    """12.4亿元，增加1.3亿元，增长11.4%: may the three be rounded?"""
    step = now.quantity.step + difference.quantity.step
    before = now._replace(quantity=now.quantity._replace(value=Decimal(base.numerator) / base.denominator, step=step))
    return may_be_share(by, difference, before)


def _amount(old: Mention, new: Mention, by: Mention, up: bool, rises: bool) -> Iterator[Relation]:
    """The stated amount of a change against the one that the two ends give."""
    difference = abs(new.value - old.value)
    minus = f"{plain(new)}−{plain(old)}" if rises else f"{plain(old)}−{plain(new)}"
    kind, rates = by.quantity.kind, old.quantity.kind == "percent"
    operands = (old.span, new.span)
    if kind == "multiple" and not up:
        return  # 下降2倍 can't be, whatever the two ends are, and is told elsewhere
    if up != rises:
        turned = f"{plain(old)}→{plain(new)}，是{'上升' if rises else '下降'}"
        yield Relation("change", by.span, plain(by), turned, False, operands)
    elif kind == "point" and not rates and old.quantity.value:
        share = format_number(difference / old.value * 100, 1)
        computed = f"（{minus}）÷{plain(old)}={share}%"
        yield Relation("change", by.span, f"{plain(by)}{by.unit}", computed, False, operands, note="point")
    elif kind == "percent" and old.quantity.value:
        yield from _percent(old, new, by, minus, operands)
    elif kind == "multiple" and not rates and old.quantity.value:
        yield from _times(old, new, by, operands)
    elif (kind == "point" and rates) or (kind == "count" and by.unit == old.unit):
        verdict = agrees(by, difference)
        finer = by.quantity.step < max(old.quantity.step, new.quantity.step)  # 3.6万件，比3.2万件增加4126件
        close = abs(difference - by.value) <= half_step(old) + half_step(new)
        if verdict or (verdict is False and not (finer and close)):
            decimals = max(old.quantity.decimals, new.quantity.decimals)
            computed = f"{minus}={format_number(difference, decimals)}"
            yield Relation("change", by.span, plain(by), computed, verdict, operands)


def _times(old: Mention, new: Mention, by: Mention, operands: tuple[Span, Span]) -> Iterator[Relation]:
    """A change in 倍, of what there was: from 12 to 36 is 增长2倍 and 是上年的3倍; 翻一番 is to twice as much."""
    value = new.value / old.value
    of_old = _doubles(by) or _WORDS["times"].pattern.search(by.before) is not None
    times = value if of_old else value - 1
    said = by.value
    off = abs(times - said) / said if said else 1
    verdict = agrees(by, times) if by.quantity.words else off <= _NEARLY or (None if off <= 2 * _NEARLY else False)
    if verdict is not None:
        decimals = by.quantity.decimals + (value.denominator > 1)
        computed = f"{plain(new)}÷{plain(old)}{'' if of_old else '−1'}={format_number(times, decimals)}"
        yield Relation("change", by.span, f"{plain(by)}倍", computed, verdict, operands)


def _percent(old: Mention, new: Mention, by: Mention, minus: str, operands: tuple[Span, Span]) -> Iterator[Relation]:
    """A change in %: of the old figure; of a rate the mere difference is meant for 百分点."""
    difference = abs(new.value - old.value)
    value, said = difference / old.value * 100, by.value
    verdict = agrees(by, value)
    # 84% to 86%, 提高2%: by rounding also 2.38 %, but the difference is what was meant
    points = old.quantity.kind == "percent" and agrees(by, difference) and (not verdict or difference == said != value)
    if points:
        computed = f"{minus}={format_number(difference, old.quantity.decimals)}个百分点"
        yield Relation("change", by.span, f"{plain(by)}%", computed, False, operands, note="point")
    elif verdict or (verdict is False and not may_be_share(by, new, old, since=100)):
        decimals = by.quantity.decimals + (value != said)
        computed = f"（{minus}）÷{plain(old)}={format_number(value, decimals)}%"
        yield Relation("change", by.span, f"{plain(by)}%", computed, verdict, operands)
