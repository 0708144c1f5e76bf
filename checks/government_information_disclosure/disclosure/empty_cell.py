"""表格里有空格，或者填了“/”“无”一类的记号。

格式要求没有发生的填0。空着，读者不知道是没有，还是漏填；汇总的单位也没法核对。一张表只报一处，写明有多少格、是哪几格。
"""

from collections.abc import Iterator
from itertools import groupby

from reportlint.facts.tables.sheets import sheets
from reportlint.finding import Finding, Severity
from reportlint.report import Report

from .._sample import draft

TITLE = "表格有空格"
SEVERITY = Severity.WARNING
BASIS = "{rule}"
BAD = [
    draft({"规章\t0\t0\t0": "⟦规章⟧\t0\t\t0"}),
    draft({"行政强制\t0": "⟦行政强制⟧\t"}),
    draft({"2.重复申请\t0\t0\t0\t0\t0\t0\t0": "⟦2.重复申请⟧\t0\t0\t0\t0\t\t0\t0"}),
    draft({"行政事业性收费\t0": "行政事业性收费\t⟦/⟧"}),
    draft({"行政许可\t36": "行政许可\t⟦无⟧"}),
    draft({"3.其他\t0\t0\t0\t0\t0\t0\t0": "3.其他\t⟦—⟧\t0\t0\t0\t\t0\t0"}),
]
GOOD = [
    draft(),
    draft({"行政事业性收费\t0": "行政事业性收费\t0.00"}),
    draft({"行政许可\t36": "行政许可\t36\t\t"}),
    draft({"规章\t0\t0\t0": "规章\t0件\t0件\t0件"}),
    draft({"青岚县司法局2024年": "青岚县司法局2020年", "行政强制\t0": "行政强制\t"}),
    draft({"行政强制\t0": "行政强制\t 0 "}),
]
_SHOWN = 3


def check(report: Report) -> Iterator[Finding]:
    for label, group in groupby(sheets(report), key=lambda sheet: sheet.form.label):
        empty = [
            (sheet.heads[cell.row], cell) for sheet in group for cell in sheet.cells.values() if cell.value is None
        ]
        if not empty:
            continue
        head, first = empty[0]
        place = first.span if first.span.start < first.span.end else head
        names = "、".join(cell.name for _, cell in empty[:_SHOWN])
        more = f"等{len(empty)}格" if len(empty) > _SHOWN else ""
        yield Finding(place, f"“{label}”里{names}{more}没有填数。", "没有发生的，请填0；有数的，请补上。")
