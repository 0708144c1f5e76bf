"""Moments as the word tables write them, 2023, 2023-09 or 2023-09-01: text that sorts by time, the vaguer one first.

So a moment known only to its year or month counts as the first day of it when compared, and nothing is asserted that the
table does not say.
"""

from __future__ import annotations

import datetime


def in_words(moment: str) -> str:
    """2023-09-01 as 2023年9月1日."""
    return "".join(f"{int(number)}{unit}" for number, unit in zip(moment.split("-"), "年月日", strict=False))


def known_by(year: int, published: datetime.date | None, ahead: bool) -> str:
    """The last day whose events a sentence may name, in a report on ``year``; ahead: one of the plan.

    A plan looks ahead one year. All else is written by the day of publication, at the latest by 1 April, when it is due.
    """
    if ahead:
        return f"{year + 1}-12-31"
    return max(str(published or ""), f"{year + 1}-04-01")
