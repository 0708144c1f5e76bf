"""Which of two figures that are compared was the earlier: 45件，比上年的36件; 2022年36件，2023年45件; 75%，2023年使用率50%."""

from __future__ import annotations

from reportlint.facts.figures.mentions import Mention
from reportlint.language.numbers.years import YEAR_IN_DIGITS
from reportlint.language.phrases import load_phrases

_WORDS = load_phrases(__file__, "changes")


def alike(old: Mention, new: Mention, brackets: bool = False) -> bool:
    """Are both exact counts of one unit, or both rates, at one level? brackets: the later may stand in a bracket behind the other."""
    same = (old.quantity.kind, old.unit) == (new.quantity.kind, new.unit)
    level = old.depth == new.depth or (brackets and new.depth == old.depth + 1)
    return same and old.exact and new.exact and old.quantity.kind in ("count", "percent") and level


def changed_into(old: Mention, new: Mention) -> bool:
    """Do the words say that the one has become the other: 由71份增至84份?"""
    from_to = _WORDS["from"].pattern.search(old.before) and _WORDS["to"].pattern.search(new.before)
    return from_to is not None and alike(old, new)


def is_difference(mention: Mention) -> bool:
    """比2023年多46件: is it by how much another figure changed?"""
    return _WORDS["more"].pattern.fullmatch(mention.before) is not None


def are_of_two_years(difference: Mention, base: Mention, own: bool) -> bool:
    """比2023年增加12件，较2022年的60件增长40%: is the base told of another year? own: a change of its own is told of it, which says
    so where the difference names no year: 同比增加9件，比2022年的30件多15件.
    """
    years = [YEAR_IN_DIGITS.findall(mention.before) for mention in (difference, base)]
    return years[0] != years[1] and bool(years[1]) and (own or bool(years[0]))


def compared(first: Mention, second: Mention, up: bool) -> tuple[Mention, Mention] | None:
    """The earlier and the later of two figures that are compared: 45件，比上年的36件; 2022年36件，2023年45件; 45件，同比（36件）.

    up: that the one has risen is told.
    """
    if not alike(first, second, brackets=True):
        return None
    if second.depth > first.depth:
        told = _WORDS["than-lead"].pattern.search(second.lead) or _WORDS["than"].pattern.search(second.before)
        return (second, first) if told else None
    years = [YEAR_IN_DIGITS.search(m.before) for m in (first, second)]
    if years[0] and years[1]:
        return (first, second) if years[0][1] < years[1][1] else (second, first) if years[0][1] > years[1][1] else None
    if _WORDS["last-year"].pattern.search(first.before) and _WORDS["this-year"].pattern.match(second.before):
        return first, second
    if _WORDS["than"].pattern.search(second.before):
        return second, first
    return _rate_told_again(first, second, up)


def _rate_told_again(now: Mention, then: Mention, up: bool) -> tuple[Mention, Mention] | None:
    """使用率75%，2023年使用率50%，提高25个百分点: the earlier and the later, where one rate is told again, of a year; which is the
    earlier, the direction tells.
    """
    told = YEAR_IN_DIGITS.match(then.before)
    name = _WORDS["is"].pattern.sub("", then.before[told.end() :]) if told else ""
    named = len(name) > 1 and _WORDS["is"].pattern.sub("", now.before).endswith(name)
    if not (named and alike(now, then)) or now.quantity.kind != "percent" or YEAR_IN_DIGITS.search(now.before):
        return None
    low, high = sorted((now, then), key=lambda mention: mention.quantity.value)
    return (low, high) if up else (high, low)
