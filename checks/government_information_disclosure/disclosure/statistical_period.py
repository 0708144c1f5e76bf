"""统计期限不是报告的这一年。

年度报告说的是上一年的1月1日至12月31日。写着“统计期限”而年份不是标题的年份，多半是沿用了上一年的文稿；起止不是全年的，数据就不全。
没有写统计期限的不提：格式没有要求写。
"""

import datetime
from collections.abc import Iterator
from contextlib import suppress

from reportlint.document.source import Span
from reportlint.finding import Finding, Severity
from reportlint.kept import patterns
from reportlint.report import Report

from .._sample import draft

TITLE = "统计期限不是这一年"
SEVERITY = Severity.ERROR
BASIS = "{rule}"


def _saying(words: str) -> str:
    return draft({"一、总体情况\n": f"{words}\n一、总体情况\n"})


BAD = [
    _saying("本报告所列数据的统计期限自⟦2023年1月1日起至2023年12月31日⟧止。"),
    _saying("数据统计期限为⟦2023年1月1日至12月31日⟧。"),
    _saying("统计时间从⟦2024年1月1日到2024年11月30日⟧。"),
    _saying("本年度报告中所列数据的统计期限是⟦2024年2月1日至2024年12月31日⟧。"),
    _saying("统计周期为⟦2024年1月1日—2025年12月31日⟧，电子版可以下载。"),
    _saying("统计期间：⟦2025年1月1日至2025年12月31日⟧。"),
    _saying("所列数据的统计期限自⟦2023年1月1日起，至2023年12月31日⟧止。"),
    _saying("统计时间段：⟦2023.1.1-2023.12.31⟧。"),
    _saying("数据统计截止日期为⟦2024年11月30日⟧。"),
    _saying("本报告涵盖⟦2023年1月1日至2023年12月31日⟧期间的工作情况。"),
    _saying("数据的统计时间为⟦2023年度⟧。"),
]
GOOD = [
    draft(),
    _saying("本报告所列数据的统计期限自2024年1月1日起至2024年12月31日止。"),
    _saying("统计期限为2024年1月1日至12月31日。"),
    _saying("统计时间：2024年1月1日—2024年12月31日。"),
    _saying("本报告所列数据期限自2024年1月1日起，至12月31日止，统计数据截至2024年12月31日。"),
    _saying("整改期限为2024年3月1日至2024年5月31日。"),
    _saying("统计期限为2024年度，电子版2025年1月20日可以下载。"),
]
_DAY = r"(?:(?P<{0}y>20\d\d)(?:\s?年\s?|[.\-/]))?(?P<{0}m>\d{{1,2}})(?:\s?月\s?|[.\-/])(?P<{0}d>\d{{1,2}})(?:\s?日)?"
_TIME = "(?:期限|期间|时间段?|时段|周期|区间|范围|时限)"
_PERIOD = patterns.compile(
    rf"(?:(?:统计|数据)[^\d。\n]{{0,8}}?{_TIME}|本(?:年度)?(?:报告|年报)(?:反映|涵盖))[^\d。\n]{{0,8}}"
    rf"(?P<all>{_DAY.format('a')}\s?起?\s?[，,]?\s?(?:至|到|[-—–~～]{{1,2}})\s?{_DAY.format('b')})"
)
_UNTIL = patterns.compile(rf"统计[^\d，。\n]{{0,4}}截[至止][^\d，。\n]{{0,6}}(?P<all>{_DAY.format('b')})")
_YEAR = patterns.compile(rf"统计{_TIME}[^\d，。\n]{{0,4}}(?P<all>(?P<ay>20\d\d)\s?年度?)(?!\s?\d)")


def check(report: Report) -> Iterator[Finding]:
    year = report.outline.year
    for pattern in (_PERIOD, _UNTIL, _YEAR) if year else ():
        for match in pattern.finditer(report.text):
            with suppress(ValueError):
                if year and _told(match.groupdict(), year) != (datetime.date(year, 1, 1), datetime.date(year, 12, 31)):
                    yield Finding(
                        Span(*match.span("all")),
                        f"这是{year}年度的报告，统计期限应为{year}年1月1日至12月31日。",
                        "请核对；沿用上一年文稿的，改为这一年；数据只到某月的，请补齐全年。",
                    )


def _told(said: dict[str, str | None], year: int) -> tuple[datetime.date, datetime.date]:
    """The first and the last day; what is not said is as it should be. Raises ValueError for a day that is none."""
    first = int(said.get("ay") or year)
    last = int(said.get("by") or first)
    begin = datetime.date(first, int(said.get("am") or 1), int(said.get("ad") or 1))
    return begin, datetime.date(last, int(said.get("bm") or 12), int(said.get("bd") or 31))
