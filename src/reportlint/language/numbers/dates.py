"""Whole days as pages write them: 2024-01-28, 2024年1月28日, 二〇二四年一月二十八日."""

from __future__ import annotations

import datetime
import re

from reportlint.language.numbers.list_markers import COUNT
from reportlint.language.numbers.ordinals import chinese_number
from reportlint.language.numbers.years import YEAR, year_value

IN_DIGITS = r"(?P<year>(?:19|20)\d\d)\s*[-/.年]\s*(?P<month>\d{1,2})\s*[-/.月]\s*(?P<day>\d{1,2})"
"""Without the 日 behind it, which may be missing."""
IN_CHARACTERS = rf"(?P<cn_year>{YEAR})年(?P<cn_month>{COUNT}{{1,2}})月(?P<cn_day>{COUNT}{{1,3}})日"


def day_of(match: re.Match[str]) -> datetime.date | None:
    """The day that a match of either names; None where there is no such day."""
    if match["year"]:
        year, month, day = map(int, match.group("year", "month", "day"))
    else:
        year, month, day = year_value(match["cn_year"]), *map(chinese_number, match.group("cn_month", "cn_day"))
    try:
        return datetime.date(year, month, day)
    except ValueError:
        return None
