"""上一年结转下年度的，不是今年的上年结转；现行有效的文件，与上一年加减不符。

要用 --previous 给出上一年度的报告。上一年的“结转下年度继续办理”应当就是今年的“上年结转”，各类申请人都应一致。现行有效件数等于上一年的
加本年制发，减本年废止；有失效、清理等情形没有计入废止的，也会对不上，所以这一项是警告。
"""

from collections.abc import Iterator

from reportlint.facts.tables.sheets import Cell, Sheet, sheet
from reportlint.finding import Finding, Related, Severity
from reportlint.report import Report

from .._sample import draft

TITLE = "与上年报告接不上"
SEVERITY = Severity.ERROR
BASIS = "{rule}"
_NOW = {"青岚县司法局2024年": "青岚县司法局2025年"}
_OLD = f"{draft()}===\n"
_CARRIED = "二、上年结转政府信息公开申请数量\t1\t0\t0\t0\t0\t0\t1"
_RIGHT = {**_NOW, "行政规范性文件\t2\t1\t11": "行政规范性文件\t2\t1\t12"}
BAD = [
    _OLD + draft({**_RIGHT, _CARRIED: _CARRIED[:-1] + "⟦2⟧"}),
    _OLD + draft({**_RIGHT, _CARRIED: "二、上年结转政府信息公开申请数量\t⟦0⟧\t⟦1⟧\t0\t0\t0\t0\t1"}),
    _OLD + draft({**_RIGHT, _CARRIED: "二、上年结转政府信息公开申请数量\t0\t0\t0\t0\t0\t0\t⟦0⟧"}),
    _OLD + draft({**_NOW, "行政规范性文件\t2\t1\t11": "行政规范性文件\t2\t1\t⟦11⟧"}),
    _OLD + draft({**_NOW, "行政规范性文件\t2\t1\t11": "行政规范性文件\t0\t0\t⟦12⟧"}),
    _OLD + draft({**_RIGHT, "规章\t0\t0\t0": "规章\t1\t0\t⟦0⟧"}),
]
GOOD = [
    draft(),
    _OLD + draft(_RIGHT),
    _OLD + draft({**_RIGHT, _CARRIED: "二、上年结转政府信息公开申请数量\t1\t\t0\t0\t0\t0\t1"}),
    _OLD + draft({**_NOW, "行政规范性文件\t2\t1\t11": "行政规范性文件\t0\t0\t11"}),
    draft({"青岚县司法局2024年": "青岚县司法局2020年"}) + "===\n" + draft(),
    _OLD + draft({"青岚县司法局2024年": "青岚县司法局2026年"}),
]
_LEFT, _TAKEN_OVER, _TOTAL = "结转下年度", "上年结转", "总计"
_MADE, _ABOLISHED, _VALID = "本年制发件数", "本年废止件数", "现行有效件数"


def check(report: Report) -> Iterator[Finding]:
    before, year = report.previous, report.outline.year
    if before is None or before.outline.year is None or year != before.outline.year + 1:
        return
    yield from _requests(sheet(report, "requests"), sheet(before, "requests"), before)
    yield from _documents(sheet(report, "documents"), sheet(before, "documents"), before)


def _requests(ours: Sheet | None, theirs: Sheet | None, before: Report) -> Iterator[Finding]:
    """What was left to this year must be what this year took over, by every column; where the totals differ, that is all."""
    if ours is None or theirs is None:
        return
    pairs = [(ours.cells.get((_TAKEN_OVER, name)), theirs.cells.get((_LEFT, name))) for name in ours.form.columns]
    differing = [(cell, old) for cell, old in pairs if cell and old and _differ(cell, old)]
    totals = [(cell, old) for cell, old in differing if cell.column == _TOTAL]
    for cell, old in totals or differing:
        yield Finding(
            cell.span,
            f"{cell.name}是{cell.value}，上一年度报告的“结转下年度继续办理”是{old.value}，两者应当一致。",
            "请核对两年的报告，改正错的一处；上一年度确有错漏的，请作说明。",
            (Related(old.span, "上一年度的数", before.source),),
        )


def _documents(ours: Sheet | None, theirs: Sheet | None, before: Report) -> Iterator[Finding]:
    """What is in force is last year's number, and what was made this year, without what was abolished."""
    if ours is None or theirs is None:
        return
    for row in ours.form.rows:
        made, abolished, valid = (ours.cells.get((row, name)) for name in (_MADE, _ABOLISHED, _VALID))
        old = theirs.cells.get((row, _VALID))
        if not (made and abolished and valid and old):
            continue
        if made.value is None or abolished.value is None or valid.value is None or old.value is None:
            continue
        if valid.value != (right := old.value + made.value - abolished.value):
            yield Finding(
                valid.span,
                f"“{row}”现行有效{valid.value}件；上一年度{old.value}件，加本年制发{made.value}件，"
                f"减本年废止{abolished.value}件，应为{right}件。",
                "请核对；有失效、清理等情形的，请计入废止件数，或者加以说明。",
                (Related(old.span, "上一年度的数", before.source),),
                severity=Severity.WARNING,
            )


def _differ(cell: Cell, old: Cell) -> bool:
    return cell.value is not None and old.value is not None and cell.value != old.value
