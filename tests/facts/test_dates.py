"""Dates, periods and relative years."""

from __future__ import annotations

from functools import partial

import pytest
from growth import outgrows
from hypothesis import given
from hypothesis import strategies as st

from reportlint.facts.figures.dates import Date, find_dates

N = None
Numbers = tuple[int | None, ...]


def numbers(date: Date) -> Numbers:
    return (date.year, date.month, date.day, date.end_year, date.end_month, date.end_day, date.offset)


@pytest.mark.parametrize(
    ("text", "stated"),
    [
        ("2023年", (2023, N, N, N, N, N, N)),
        ("2023年度", (2023, N, N, N, N, N, N)),
        ("2023年底", (2023, N, N, N, N, N, N)),
        ("２０２３年", (2023, N, N, N, N, N, N)),
        ("二〇二三年", (2023, N, N, N, N, N, N)),
        ("二零二三年十二月", (2023, 12, N, N, N, N, N)),
        ("2023年3月15日", (2023, 3, 15, N, N, N, N)),
        ("2023 年 3 月 15 日", (2023, 3, 15, N, N, N, N)),
        ("二〇二三年三月十五日", (2023, 3, 15, N, N, N, N)),
        ("3月15日", (N, 3, 15, N, N, N, N)),
        ("9月底", (N, 9, N, N, N, N, N)),
        ("3月中旬", (N, 3, N, N, N, N, N)),
        ("十月", (N, 10, N, N, N, N, N)),
        ("2月30日", (N, 2, 30, N, N, N, N)),
        ("13月45日", (N, 13, 45, N, N, N, N)),
        ("2024-03-25", (2024, 3, 25, N, N, N, N)),
        ("2024.3.25", (2024, 3, 25, N, N, N, N)),
        ("2024/3/25", (2024, 3, 25, N, N, N, N)),
        ("2021—2025年", (2021, N, N, 2025, N, N, N)),
        ("2022-2023年", (2022, N, N, 2023, N, N, N)),
        ("2021年至2025年", (2021, N, N, 2025, N, N, N)),
        ("二〇二一至二〇二五年", (2021, N, N, 2025, N, N, N)),
        ("2023年1月至6月", (2023, 1, N, 2023, 6, N, N)),
        ("2023年1—6月", (2023, 1, N, 2023, 6, N, N)),
        ("1—11月", (N, 1, N, N, 11, N, N)),
        ("2022年12月至2023年3月", (2022, 12, N, 2023, 3, N, N)),
        ("3月1日至15日", (N, 3, 1, N, 3, 15, N)),
        ("3月1日至4月5日", (N, 3, 1, N, 4, 5, N)),
        ("2023年3月15日至4月1日", (2023, 3, 15, 2023, 4, 1, N)),
        ("上半年", (N, 1, N, N, 6, N, N)),
        ("2023年下半年", (2023, 7, N, 2023, 12, N, N)),
        ("前三季度", (N, 1, N, N, 9, N, N)),
        ("第三季度", (N, 7, N, N, 9, N, N)),
        ("2023年一季度", (2023, 1, N, 2023, 3, N, N)),
        ("一至三季度", (N, 1, N, N, 9, N, N)),
        ("今年", (N, N, N, N, N, N, 0)),
        ("去年3月", (N, 3, N, N, N, N, -1)),
        ("明年上半年", (N, 1, N, N, 6, N, 1)),
        ("上一年度", (N, N, N, N, N, N, -1)),
    ],
)
def test_one_date(text: str, stated: Numbers) -> None:
    sentence = f"截至{text}，"
    (date,) = find_dates(sentence)
    assert sentence[slice(*date.span)] == text
    assert numbers(date) == stated


@pytest.mark.parametrize(
    "text",
    [
        "三年",
        "5年",
        "3个月",
        "15日内",
        "15个工作日",
        "年底",
        "证明年份",
        "12345年",
        "2020年代",
        "第15日",
        "共30日",
        "四个季度",
        "2023",
    ],
)
def test_no_date(text: str) -> None:
    assert find_dates(text) == []


def test_kinds() -> None:
    dates = find_dates("2023年、1—6月、去年、上半年、3月15日")
    assert [date.kind for date in dates] == ["date", "period", "relative", "period", "date"]


def test_lists_and_headings() -> None:
    assert [d.year for d in find_dates("2020、2021和2022年")] == [2020, 2021, 2022]
    assert [d.month for d in find_dates("6、11月")] == [6, 11]
    assert [d.year for d in find_dates("1.2022年工作")] == [2022]
    assert [d.offset for d in find_dates("去年至今年")] == [-1, 0]


def test_only_the_given_stretch_is_read() -> None:
    assert [d.year for d in find_dates("2021年\n2022年\n2023年", 6, 11)] == [2022]


PIECES = "2023 12 3 二〇二三 三 十 年 月 日 至 — - 、 和 季度 第 前 上半年 去年 ， . / 度 底"
FRAGMENTS = st.lists(st.sampled_from([*PIECES.split(), " "]), max_size=30).map("".join)


@given(st.one_of(st.text(max_size=60), FRAGMENTS))
def test_invariants(text: str) -> None:
    end = 0
    for date in find_dates(text):
        assert end <= date.span.start < date.span.end <= len(text)
        end = date.span.end
        assert any(number is not None for number in numbers(date))
        assert date.kind in ("date", "period", "relative")


@pytest.mark.parametrize("run", ["1", "一", "1月", "2023年至", "1-", "2023、", "第1", "1、", "十", "前"])
def test_linear(run: str) -> None:
    assert not outgrows(lambda length: partial(find_dates, (run * length)[:length]), 20_000, 80_000, 8)
