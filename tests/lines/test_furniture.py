"""Lines that are no text of a report."""

from __future__ import annotations

import pytest

from reportlint.lines.furniture import is_page_number


@pytest.mark.parametrize("line", ["— 3 —", "3/9", "第 3 页 / 共 9 页", "第六页", "第十二页 共二十页"])
def test_page_numbers(line: str) -> None:
    assert is_page_number(line)


@pytest.mark.parametrize("line", ["第六页内容", "第六", "36", "一、"])
def test_what_is_no_page_number(line: str) -> None:
    assert not is_page_number(line)
