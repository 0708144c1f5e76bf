"""What cells of tables hold."""

from __future__ import annotations

from decimal import Decimal

import pytest

from reportlint.language.numbers.cells import is_value, value_of


@pytest.mark.parametrize(
    ("cell", "value"),
    [
        ("36", 36),
        (" 1,236 ", 1236),
        ("3.60万元", Decimal("3.6")),
        ("12件", 12),
        ("36①", 36),
        ("36*", 36),
        ("36（注1）", 36),
        ("〇", 0),
        ("1 236", 1236),
    ],
)
def test_a_figure(cell: str, value: Decimal) -> None:
    assert value_of(cell) == value and is_value(cell)


@pytest.mark.parametrize("cell", ["", " ", "/", "—", "无", "O"])
def test_what_stands_for_none(cell: str) -> None:
    assert value_of(cell) is None and is_value(cell)


@pytest.mark.parametrize("cell", ["总计", "2.重复申请", "第36条", "36件以上", "无法提供"])
def test_other_words(cell: str) -> None:
    assert value_of(cell) is None and not is_value(cell)
