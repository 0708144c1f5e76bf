"""Years as titles, headings and sentences write them; traditional characters read as simplified ones."""

from __future__ import annotations

import pytest

from reportlint.document.source import Span
from reportlint.language.numbers.years import find_years, years_in
from reportlint.language.traditional import simplified


@pytest.mark.parametrize(
    ("text", "years"),
    [
        ("青岚县2024年度法治政府建设情况报告", [2024]),
        ("二〇二四年报告", [2024]),
        ("二○二四年与二零二三年", [2024, 2023]),
        ("2024 年度", [2024]),
        ("1999年", []),
    ],
)
def test_years_of_a_title(text: str, years: list[int]) -> None:
    assert years_in(text) == years


def test_years_of_a_sentence_with_their_places() -> None:
    text = "对照2021—2025年规划，2024年办理36件，编号2023。"
    assert find_years(text, Span(0, len(text))) == [(Span(2, 6), 2021), (Span(7, 12), 2025), (Span(15, 20), 2024)]


def test_traditional_characters_keep_their_places() -> None:
    text = "二、推進法治政府建設存在的問題和原因"
    assert simplified(text) == "二、推进法治政府建设存在的问题和原因"
    assert simplified("工作情况") == "工作情况"
