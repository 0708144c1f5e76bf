"""The table of expressions, and the properties of ``parse_numeral``."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import partial
from pathlib import Path

import pytest
from growth import outgrows
from hypothesis import given
from hypothesis import strategies as st

from reportlint.facts.figures.quantities import find_quantities
from reportlint.language.numbers.numerals import NUMERAL, parse_numeral

TABLE = [
    (line.split("\t") + [""] * 4)[:5]
    for line in (Path(__file__).parent / "numerals.tsv").read_text(encoding="utf-8").splitlines()
    if line and not line.startswith("#")
]
FIGURES, UNITS = "零一二三四五六七八九", ("", "十", "百", "千")


def in_chinese(number: int) -> str:
    """The usual reading of a number below 10 ** 16, written independently of the parser."""
    for size, name in ((10**12, "兆"), (10**8, "亿"), (10**4, "万")):
        if number >= size:
            head, rest = divmod(number, size)
            gap = "零" if rest and rest < size // 10 else ""
            return in_chinese(head) + name + (gap + in_chinese(rest) if rest else "")
    digits = str(number)
    text = "".join(FIGURES[int(d)] + (UNITS[len(digits) - i - 1] if d != "0" else "") for i, d in enumerate(digits))
    return re.sub("零+", "零", text).rstrip("零") or "零"


def test_the_table_is_large() -> None:
    assert len(TABLE) >= 300
    assert len({(row[0], row[3]) for row in TABLE}) == len(TABLE)


@pytest.mark.parametrize("row", [row for row in TABLE if row[3] == "numeral"], ids=lambda row: row[0])
def test_numeral(row: list[str]) -> None:
    numeral = parse_numeral(row[0])
    if row[1] == "-":
        assert numeral is None
    else:
        assert numeral is not None
        assert str(numeral.value) + (f"..{numeral.high}" if numeral.high is not None else "") == row[1]


@pytest.mark.parametrize("row", [row for row in TABLE if row[3] != "numeral"], ids=lambda row: row[0])
@pytest.mark.parametrize(
    "around", [("", ""), ("本镇", "。"), ("，", "，")], ids=["alone", "in a sentence", "in a clause"]
)
def test_quantity(row: list[str], around: tuple[str, str]) -> None:
    expression, values, units, kind, approximation = row
    if around != ("", "") and re.match(r"\d[.．、]|[(（\[〔]", expression):
        pytest.skip("a marker only where a line begins")
    found = find_quantities(around[0] + expression + around[1])
    stated = [f"{q.value}..{q.high}" if q.high is not None else str(q.value) for q in found]
    assert stated == ([] if values == "-" else values.split())
    assert {q.kind for q in found} <= {kind}
    if found:
        expected = units.split() or [""]
        assert [q.unit for q in found] == (expected if len(expected) == len(found) else expected * len(found))
        assert found[0].approximation == approximation


@pytest.mark.parametrize(
    ("text", "step", "decimals", "digits"),
    [
        ("412", "1", 0, "arabic"),
        ("93.1", "0.1", 1, "arabic"),
        ("91.460", "0.001", 3, "arabic"),
        ("6.25万", "100", 2, "mixed"),
        ("5万", "10000", 0, "mixed"),
        ("2.6千万", "1000000", 1, "mixed"),
        ("3千", "1000", 0, "mixed"),
        ("五万", "10000", 0, "chinese"),
        ("三万五", "1000", 0, "chinese"),
        ("一百五", "10", 0, "chinese"),
        ("一百二十", "1", 0, "chinese"),
        ("一亿二千万", "10000", 0, "chinese"),
        ("二十三点五万", "1000", 1, "chinese"),
        ("二〇二三", "1", 0, "chinese"),
        ("三点一四", "0.01", 2, "chinese"),
    ],
)
def test_last_stated_place(text: str, step: str, decimals: int, digits: str) -> None:
    numeral = parse_numeral(text)
    assert numeral is not None
    assert (str(numeral.step), numeral.decimals, numeral.digits) == (step, decimals, digits)


@given(st.integers(0, 10**16 - 1))
def test_chinese_readings(number: int) -> None:
    numeral = parse_numeral(in_chinese(number))
    assert numeral is not None
    assert numeral.value == number


@given(st.decimals(allow_nan=False, allow_infinity=False, places=3, min_value=-(10**9), max_value=10**9))
def test_arabic_is_exact(number: Decimal) -> None:
    numeral = parse_numeral(str(number))
    assert numeral is not None
    assert numeral.value == number
    assert numeral.decimals == 3


@pytest.mark.parametrize("digits", [400, 5000])
def test_long_numbers_are_exact(digits: int) -> None:
    number = "123456789" * (digits // 9)
    for text, value in ((number, number), (number + "万", number + "0000"), (number[:-9] + "." + number[-9:], None)):
        numeral = parse_numeral(text)
        assert numeral is not None
        assert str(numeral.value) == (value or text)
    (quantity,) = find_quantities(f"共{number}件")
    assert str(quantity.value) == number


@given(st.text(alphabet="0123456789,.，．１２零一二三五十百千万亿点半几数余多两〇廿壹拾分之又/负- 件"))
def test_never_fails(text: str) -> None:
    numeral = parse_numeral(text)
    if numeral is not None:
        assert numeral.value.is_finite()
        assert numeral.step > 0
    run = re.match(NUMERAL, text)
    assert run is None or run.end() > 0


@pytest.mark.parametrize("run", ["1", "一", "万", "1,234", "三五", "零", "半", "1.", "一百"])
def test_linear(run: str) -> None:
    assert not outgrows(lambda length: partial(parse_numeral, (run * length)[:length]), 100_000, 400_000, 8)
