"""What a relation is, and how a stated number is held against a computed one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from fractions import Fraction
from typing import NamedTuple

from reportlint.document.source import Span
from reportlint.facts.figures.mentions import Mention

REACH = 12
"""Figures of a sentence looked back at: those further off belong to something else."""
_NEARLY = frozenset({"近", "接近", "将近"})
_NOT_NEAR = Fraction(4, 5)
"""Less than this of a figure is not nearly it: 25% is no 近四成."""
_FAR = Fraction(10)
"""Nor is a rate that so many points lack: 69% is no 近八成."""
_REACHES = ("达到", "达", "占到")
_ABOUT = Fraction(1, 10)
"""约 and 左右 leave a tenth to each side; 近 as much below. More says something else than the number."""

_ROUNDED = Fraction(1, 2)
"""What 超过 and 以上 leave below a figure that may be rounded: not 35% for 四成以上."""

_HALF_A_TENTH = Fraction(5, 2)
"""Points to each side of a rate told to half a tenth: what is further off would be told by the tenth."""
_ABOUT_PERCENT = Fraction(2)
"""Points of a rate to each side that 约 and 左右 surely leave; as much again is open."""


class Relation(NamedTuple):
    """One relation that was verified.

    kind: ratio, sum, count, part, change or repeat. span: the figure that should follow from the others. stated: as written.
    computed: the sum that was done (121÷434=27.9%). holds: the verdict. operands: the figures it follows from.
    certain: False where the words only suggest that the figures belong together.
    """

    kind: str
    span: Span
    stated: str
    computed: str
    holds: bool
    operands: tuple[Span, ...]
    certain: bool = True
    note: str = ""


def fits(whole: Mention, part: Mention) -> bool:
    """Are they of one unit, and the whole not deeper in brackets?"""
    return whole.unit == part.unit and whole.depth <= part.depth


def together(one: Mention, other: Mention) -> Mention:
    """The two as one count, told where the first is, and as rough as the rougher of them."""
    value, step = one.quantity.value + other.quantity.value, max(one.quantity.step, other.quantity.step)
    return one._replace(quantity=one.quantity._replace(value=value, step=step))


def with_those_beside(mentions: Sequence[Mention]) -> Iterator[Mention]:
    """The last as one count with those told beside it before: with one, with two …: 国家级2个、省级29个、市级86个."""
    both = mentions[-1]
    for before, after in zip(mentions[-2::-1], mentions[:0:-1], strict=False):
        if after.mark != "、" or not fits(before, both):
            return
        both = together(before, both)
        yield both


def agrees(stated: Mention, value: Fraction) -> bool | None:
    """Is the stated number right for the computed value, as exactly as it is stated? None where that is open.

    412/450 is 91.6 % or 92 %; 91.5 %, cut off and not rounded, is left open. 近, 超过, 约 mean what they say.
    """
    quantity = stated.quantity
    said, step = Fraction(quantity.value), Fraction(quantity.step)
    match quantity.approximation:
        case "":
            if quantity.step >= _FAR and quantity.kind == "percent" and stated.before.endswith(_REACHES):
                step /= 2  # 75% does not reach 八成
            if abs(value - said) <= step / 2:
                return True
            return None if said <= value < said + step else False
        case "above":
            return value >= said - min(step / 2, _ROUNDED)
        case "below":
            least = max(said * _NOT_NEAR, said - _FAR) if quantity.kind == "percent" else said * _NOT_NEAR
            if value < least and _NEARLY.intersection(quantity.words):
                return False
            return said * (1 - _ABOUT) <= value <= said or (None if value < said else False)
        case "about" if quantity.kind == "percent" and quantity.digits == "chinese" and quantity.step == 1:
            return abs(value - said) <= _HALF_A_TENTH  # 约占四成五
        case "about" if quantity.kind == "percent":
            return (
                True
                if abs(value - said) <= _ABOUT_PERCENT
                else None
                if abs(value - said) <= 2 * _ABOUT_PERCENT
                else False
            )
        case "about":
            return abs(value - said) <= said * _ABOUT
    return None


def half_step(mention: Mention) -> Fraction:
    """By how much a figure may differ from what it was rounded from: 1.2万件 by 500, 36件 not at all."""
    quantity = mention.quantity
    return Fraction(quantity.step) / 2 if quantity.decimals or quantity.step > 1 else Fraction(0)


def may_be_share(stated: Mention, one: Mention, other: Mention, times: int = 100, since: int = 0) -> bool:
    """May what two figures were rounded from give the stated percentage of one by the other: 93.4% for 1.2万件 of 1.3万件?

    A round percentage is taken to be that of the figures as told, but for one point. times: 1 where there is so much to each.
    since: 100 where it is the percentage of a change from the other to the one.
    """
    off, base_off = half_step(one), half_step(other)
    part, base = one.value, other.value
    if not (off or base_off) or base_off >= base or one.quantity.kind == "percent":
        return False
    told, least, most = (
        end * times - since for end in (part / base, (part - off) / (base + base_off), (part + off) / (base - base_off))
    )
    said = stated.value if told >= 0 else -stated.value
    return least <= said <= most and (stated.quantity.decimals > 0 or abs(said - told) <= 1)


def in_percent(mention: Mention) -> Mention:
    """A fraction as the percentage it is, to be taken for two points to each side; everything else as it is."""
    quantity = mention.quantity
    if quantity.kind != "fraction":
        return mention
    value = (quantity.value * 100).quantize(Decimal("0.1"))
    return mention._replace(quantity=quantity._replace(value=value, kind="percent", step=Decimal(4), decimals=1))


def format_number(value: Decimal | Fraction, decimals: int = 0) -> str:
    """A number for a reader: at least so many decimals, more only to show that it differs; long ones cut short."""
    if isinstance(value, Decimal):
        shown = f"{value.normalize():f}" if value == value.to_integral_value() else f"{value:f}"
    else:
        scaled = round(value * 10**decimals)
        sign, digits = ("-" if scaled < 0 else ""), str(abs(scaled)).rjust(decimals + 1, "0")
        shown = f"{sign}{digits[:-decimals]}.{digits[-decimals:]}" if decimals else f"{sign}{digits}"
    return shown if len(shown) <= 24 else f"{shown[:12]}……（共 {len(shown)} 位）"


def plain(mention: Mention) -> str:
    """The number of a mention as a sum shows it."""
    return format_number(mention.quantity.value)
