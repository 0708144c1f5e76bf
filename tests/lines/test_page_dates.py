"""Which of the dates around a report is the day of its publication."""

from __future__ import annotations

import datetime

import pytest

from reportlint.document.source import Source
from reportlint.lines.page_dates import find_page_dates, published


@pytest.mark.parametrize(
    ("page", "day"),
    [
        ("发布日期：2025-03-05", "2025-03-05"),
        ("日期：2025-03-05", "2025-03-05"),
        ("2025年3月5日 09时07分", "2025-03-05"),
        ("来源：司法局\n2025-03-05 09:07:00", "2025-03-05"),
        ("[ 成文日期 ] 2025-03-02 [ 发布日期 ] 2025-03-05", "2025-03-05"),
        ("发布日期：2025-03-05\n成文日期：2025-03-02", "2025-03-05"),
        ("日期：2025-03-06\n发布时间：2025-03-05", "2025-03-05"),  # the label says it better
        ("发布日期：\n- 2025-03-05", "2025-03-05"),
        ("成文日期：\n- 2025-03-02", None),
        ("成文日期: | 2025-03-02 |", None),
        ("更新时间：2025-03-05", "2025-03-05"),  # it was put up then, or later
        ("更新时间：2025-04-05\n2025-03-05 来源：司法局", "2025-03-05"),
        ("（2025年3月5日在县人大常委会会议上）", None),
        ("今天是2026年1月2日 星期五", None),
        ("发布日期：2025-02-30", None),
        ("没有日期", None),
    ],
)
def test_the_day_of_publication(page: str, day: str | None) -> None:
    found = published(find_page_dates(page, Source("page.txt", page).lines))
    assert (found and found.day) == (day and datetime.date.fromisoformat(day))


def test_a_date_has_its_place() -> None:
    page = "来源：司法局 发布日期：2025年3月5日"
    found = published(find_page_dates(page, Source("page.txt", page).lines))
    assert found and page[found.span.start : found.span.end] == "2025年3月5日"
