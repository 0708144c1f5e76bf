"""The value of a numeral: 1,234  6.25万  一百二十  三万五  十几  三分之二.

``NUMERAL`` is the pattern that cuts a candidate out of a text; ``parse_numeral`` says what it is worth, or None where
the characters make no number (一百万十千, 2.0.1). Arithmetic is exact; only true fractions (三分之二) are rounded, to
28 digits. Both take time linear in the length.
"""

from __future__ import annotations

from decimal import MAX_EMAX, MAX_PREC, MIN_EMIN, Context, Decimal
from functools import lru_cache
from typing import NamedTuple

from reportlint.kept import patterns

EXACT = Context(prec=MAX_PREC, Emax=MAX_EMAX, Emin=MIN_EMIN)  # for sums and powers of ten: they never round in it
_ROUNDED = Context(prec=28)  # for quotients

_FIGURES = "零一二三四五六七八九"
_POWERS = {"十": 1, "百": 2, "千": 3, "万": 4, "亿": 8, "兆": 12}
_MYRIAD = 4  # 万 and larger units multiply all that stands before them, smaller ones only their own figure
_MOST_TERMS = 20  # 九千九百九十九兆…… has 16

_ARABIC = "0-9０-９"
_CHINESE = "零〇○一壹二两贰兩貳三叁叄參四肆五伍六陆陸七柒八捌九玖"
_UNITS = "十拾廿卅百佰千仟万萬亿億兆"

NUMERAL_FIRST = f"{_ARABIC}{_CHINESE}{_UNITS}几数半"
NUMERAL_REST = (
    rf"(?:(?!百分[点比]|[千兆][克米瓦]|(?<=[{_ARABIC}])[一二两三四五六七八九])[{_ARABIC}{_CHINESE}{_UNITS}几半]|[余多](?=[万萬亿億])"
    rf"|(?<=[{_ARABIC}])[ \u3000]{{1,2}}(?=[百佰万萬亿億]|[千仟](?![克米瓦]))"  # 20 万: a blank too many
    rf"|[.．点](?=[{_ARABIC}{_CHINESE}])|(?:[,，]|(?<=[{_ARABIC}]) )(?=[{_ARABIC}]{{3}}(?![{_ARABIC}])))*"
)
NUMERAL = f"[{NUMERAL_FIRST}]{NUMERAL_REST}"
"""A run of numeral characters with the separators inside it. Once begun it cannot fail, so it never backtracks."""

_CANONICAL = str.maketrans(
    "０１２３４５６７８９．，／﹣－−負幾數點〇○壹两贰兩貳叁叄參肆伍陆陸柒捌玖拾佰仟萬億",
    "0123456789.,/---负几数点零零一二二二二三三三四五六六七八九十百千万亿",
    " \t\u3000",
) | str.maketrans({"廿": "二十", "卅": "三十"})
_TO_ARABIC = str.maketrans(_FIGURES + "点", "0123456789.")

_GROUPING = patterns.compile(r"(?<=[0-9]) (?=[0-9]{3}(?![0-9]))")  # 3 000, the standard's way of grouping
_SIGN = patterns.compile("[-+负]")
_VAGUE = patterns.compile("[几数余多来]")
_DIGIT_STRING = patterns.compile(rf"[{_FIGURES}]{{2,}}(?:点[{_FIGURES}]+)?")
_PAIR = patterns.compile(rf"(?<![{_FIGURES}点])([{_FIGURES[1:]}])([{_FIGURES[1:]}])(?![{_FIGURES}点])")
_TERM = patterns.compile(
    rf"(?P<gap>零*)(?P<number>[0-9]{{1,3}}(?:,[0-9]{{3}})+|[0-9]+|[{_FIGURES[1:]}]|半)?"
    rf"(?P<fraction>[.点](?:[0-9]+|[{_FIGURES}]+))?(?P<unit>[十百千万亿兆])?"
)
_HAS_ARABIC = patterns.compile(f"[{_ARABIC}]")
_HAS_CHINESE = patterns.compile(rf"[{_CHINESE}{_UNITS}几数半]")


class Numeral(NamedTuple):
    """What a numeral says."""

    value: Decimal
    """Of 十几 and 数十 the part that is said: 10. Of 三五, three to five, the lower: 3."""
    high: Decimal | None
    """The upper one of 三五 or 七八十, else None."""
    decimals: int
    """Digits after the decimal point as written: 2 in 6.25万."""
    step: Decimal
    """One unit in the last stated place: 100 for 6.25万, 10000 for 五万, 1 for 412 and for 一百二十."""
    digits: str
    """How it is written: ``arabic``, ``chinese``, or ``mixed`` (6.25万)."""


class _Worth(NamedTuple):
    value: Decimal
    high: Decimal | None
    decimals: int
    step: Decimal


@lru_cache(maxsize=4096)  # the same few numerals stand in all reports
def parse_numeral(text: str) -> Numeral | None:
    """The number that ``text`` as a whole says, or None.

    Other spaces are ignored; 几 数 余 多 来 add nothing to the value.
    """
    if text.isascii() and text.isdigit():  # most of them
        return Numeral(Decimal(text), None, 0, Decimal(1), "arabic")
    plain = _GROUPING.sub(",", text).translate(_CANONICAL)
    sign, plain = (plain[0], plain[1:]) if _SIGN.match(plain) else ("", plain)
    worth = _quotient(plain) if "分之" in plain or "/" in plain else _number(_VAGUE.sub("", plain))
    if worth is None:
        return None
    if sign in ("-", "负"):
        worth = worth._replace(value=worth.value.copy_negate(), high=worth.high and worth.high.copy_negate())
    arabic, chinese = _HAS_ARABIC.search(text), _HAS_CHINESE.search(text)
    return Numeral(*worth, digits="mixed" if arabic and chinese else "arabic" if arabic else "chinese")


def _quotient(plain: str) -> _Worth | None:
    """三分之二, 一又三分之二, 2/3; not more digits than ``_ROUNDED`` keeps."""
    whole, _, rest = plain.rpartition("又")
    below, _, above = rest.partition("分之") if "分之" in rest else rest.partition("/")[::-1]
    integer, numerator, denominator = _number(whole or "零"), _number(above), _number(below)
    if integer is None or numerator is None or denominator is None or not denominator.value:
        return None
    value = _ROUNDED.add(integer.value, _ROUNDED.divide(numerator.value, denominator.value))
    return _Worth(value, None, 0, _ROUNDED.divide(Decimal(1), denominator.value))


def _number(plain: str) -> _Worth | None:
    """A sum of terms, a string of figures (二〇二三), or two neighbouring ones for a range (三五, 七八十, 十七八)."""
    plain = plain.replace("一半", "半")
    if pair := _PAIR.search(plain, 0, _MOST_TERMS):
        first, second = (_FIGURES.index(figure) for figure in pair.groups())
        if second != first + 1 and (first, second) != (3, 5):
            return None
        low = _sum(plain[: pair.start(2)] + plain[pair.end() :])
        high = _sum(plain[: pair.start()] + plain[pair.start(2) :])
        return low and high and low._replace(high=high.value)
    if _DIGIT_STRING.fullmatch(plain):
        decimals = len(plain.partition("点")[2])
        return _Worth(Decimal(plain.translate(_TO_ARABIC)), None, decimals, _power(-decimals))
    return _sum(plain)


def _sum(plain: str) -> _Worth | None:
    """Add up terms of a number and its unit: 一亿|二千|万, 5万|4千|6百, 4.78万|亿, 三万|五."""
    if not plain:
        return None
    total = section = Decimal(0)  # section: what stands before the next 万 or 亿
    small, large, last = _MYRIAD, 0, 0  # powers: of the last unit below 万, of the last from 万 on, of the last of all
    at = place = decimals = 0  # place: the power of ten of the last figure
    for _ in range(_MOST_TERMS):
        term = _TERM.match(plain, at)
        assert term is not None  # every part of a term may be absent
        at = term.end()
        number, fraction = term["number"] or "", (term["fraction"] or "").replace("点", ".")
        power = _POWERS.get(term["unit"], 0)
        if number or fraction:
            place = -len(fraction[1:])
            decimals = max(decimals, -place)
        if not power and last and len(number) == 1 and number != "半" and not term["gap"]:
            number, place = number + "0" * (last - 1), place or last - 1  # 一百五 is 150, 三万五 is 35000
        amount = _amount(number, fraction)
        if not power:
            section = EXACT.add(section, amount)
            break
        if power < _MYRIAD:
            if power >= small:
                return None
            section = EXACT.add(section, (amount if number or fraction else Decimal(1)).scaleb(power, EXACT))
            place = place + power if fraction or (number and number.isascii()) else 0
            small = power
        else:
            section = EXACT.add(section, amount) or Decimal(0 if total else 1)
            if power == large and section:  # 一亿二亿; but 四万万
                return None
            if power < large:
                total = EXACT.add(total, section.scaleb(power, EXACT))
            else:
                total = EXACT.add(total, section).scaleb(power, EXACT)
            section, small, large, place = Decimal(0), _MYRIAD, power, place + power
        last = power
    if at < len(plain):
        return None
    return _Worth(EXACT.add(total, section), None, decimals, _power(place))


def _amount(number: str, fraction: str) -> Decimal:
    if number == "半":
        return Decimal("0.5")
    return Decimal(((number.replace(",", "") or "0") + fraction).translate(_TO_ARABIC))


def _power(exponent: int) -> Decimal:
    """Ten to that power, written out: 100, not 1E+2."""
    return Decimal("1" + "0" * exponent) if exponent >= 0 else Decimal(1).scaleb(exponent, EXACT)
