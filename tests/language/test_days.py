"""Whole days as pages write them."""

from __future__ import annotations

import datetime
import re

import pytest

from reportlint.language.numbers.dates import IN_CHARACTERS, IN_DIGITS, day_of


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("2024-01-28", datetime.date(2024, 1, 28)),
        ("1999/3/5", datetime.date(1999, 3, 5)),
        ("2024 年 1 月 28", datetime.date(2024, 1, 28)),
        ("二〇二四年一月二十八日", datetime.date(2024, 1, 28)),
        ("2024.2.30", None),
    ],
)
def test_what_day_it_is(words: str, day: datetime.date | None) -> None:
    match = re.fullmatch(f"{IN_DIGITS}|{IN_CHARACTERS}", words)
    assert match is not None
    assert day_of(match) == day
