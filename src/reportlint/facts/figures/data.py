"""Which quantities are data: figures that can support a claim, not names, ranks or fixed expressions."""

from __future__ import annotations

from reportlint.facts.figures.places import within
from reportlint.facts.figures.quantities import Quantity, quantities
from reportlint.report import Report, fact

_EVENTS = frozenset(
    """
    件 次 起 场 人 名 家 户 份 人次 场次 件次 批次 户次 家次 例 宗 处 所 套 辆 台 期 卷
    天 工作日 个工作日 小时 个小时 分钟 元 公里 亩 吨
    """.split()
)
"""Units of which even a small number written in Chinese is a datum (三次会议); 三项制度, 五大举措, 三年行动 are not."""


def is_datum(quantity: Quantity) -> bool:
    """Does the quantity measure something of this report?"""
    if quantity.kind == "ordinal":
        return False
    if quantity.digits != "chinese" or quantity.kind != "count" or quantity.value >= 10:
        return True
    return quantity.value > 1 and quantity.unit in _EVENTS


@fact
def data(report: Report) -> tuple[Quantity, ...]:
    """The quantities that measure something of this report."""
    return tuple(quantity for quantity in quantities(report) if is_datum(quantity))


data_in = within(data)
"""The data of a stretch of the report's text."""


@fact
def data_count(report: Report) -> int:
    """How many data there are."""
    return len(data(report))
