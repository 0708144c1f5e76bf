"""Faults in tables of figures, pasted into the measures of a report: one wrong cell, or a figure of the text that is another one."""

from __future__ import annotations

import random
from collections.abc import Callable

from clean import Draft
from forms import CLOSE, OPEN

Planter = Callable[[Draft, random.Random], str]
_Rows = list[list[str]]

_OFFICES = "公安局 城管执法局 市场监管局 交通运输局 水利局 农业农村局 生态环境局 应急管理局 文旅局 卫生健康局".split()
_CASES = "行政复议 行政调解 行政裁决 人民调解 劳动仲裁 法律援助".split()
_COLUMNS = (
    ("一般程序", "简易程序"),
    ("警告", "罚款", "其他处罚"),
    ("一季度", "二季度", "三季度", "四季度"),
    ("受理（件）", "办结（件）"),
    ("网上", "窗口"),
)
_TOTALS = ("合计", "总计")


def _table(rng: random.Random, columns: tuple[str, ...]) -> tuple[_Rows, str]:
    """A table with totals, and whether they are of rows (a row of totals), of columns, or of both; at the end, or at the beginning."""
    labels = rng.sample(rng.choice((_OFFICES, _CASES)), rng.randint(3, 5))
    numbers = [[rng.randint(0, 400) for _ in columns] for _ in labels]
    word, how = rng.choice(_TOTALS), rng.choice(("rows", "columns", "both", "both"))
    if how != "rows" and "受理（件）" not in columns:
        first = rng.random() < 0.3
        heads = [word, *columns] if first else [*columns, word]
        body = [[sum(row), *row] if first else [*row, sum(row)] for row in numbers]
    else:
        heads, body, how = [*columns], numbers, "rows"
    rows = [[label, *map(str, row)] for label, row in zip(labels, body, strict=True)]
    if how != "columns":
        total = [word, *(str(sum(column)) for column in zip(*body, strict=True))]
        rows = [total, *rows] if rng.random() < 0.3 else [*rows, total]
    return [[rng.choice(("单位", "类别", "项目")), *heads], *rows], how


def _written(rows: _Rows, rng: random.Random) -> str:
    """A table as it comes out of a paste."""
    form = rng.choice(("tabs", "strokes", "blanks", "lines"))
    if form == "lines" and (len(rows[0]) < 4 or len(rows) < 3):
        form = "tabs"
    if form == "strokes":
        return "\n".join(f"| {' | '.join(row)} |" for row in rows)
    return "\n".join({"tabs": "\t", "blanks": "  ", "lines": "\n"}[form].join(row) for row in rows)


def _put(draft: Draft, rng: random.Random, words: str, rows: _Rows) -> str:
    """The report with words and a table at the end of one of its items."""
    spoilt = draft.copy()
    item = rng.choice(spoilt.part("measures").items)
    item.paragraphs[-1] += f"{words}\0"
    return spoilt.text().replace("\0", f"\n{_written(rows, rng)}")


def _wrong_cell(draft: Draft, rng: random.Random) -> str:
    """Of totals both ways, the fault is told by its cell; of one, by the total that it spoils."""
    rows, how = _table(rng, rng.choice(_COLUMNS))
    row, column = rng.randrange(1, len(rows)), rng.randrange(1, len(rows[0]))
    right = rows[row][column]
    rows[row][column] = f"«{int(right) + rng.choice((1, 2, 9, 10, 90))}¦{right}»"
    if how == "rows":
        row = next(at for at, (label, *_) in enumerate(rows) if label in _TOTALS)
    elif how == "columns":
        column = next(at for at, head in enumerate(rows[0]) if head in _TOTALS)
    rows[row][column] = f"{OPEN}{rows[row][column]}{CLOSE}"
    return _put(draft, rng, "具体情况见下表。", rows)


def _wrong_words(draft: Draft, rng: random.Random) -> str:
    rows, _ = _table(rng, rng.choice([names for names in _COLUMNS if "一季度" not in names]))
    rows[0] = [rows[0][0], *(f"{head.removesuffix('（件）')}（件）" for head in rows[0][1:])]
    named = [row for row in rows[1:] if row[0] not in _TOTALS]
    row = rng.choice(named)
    column = rng.choice([at for at in range(1, len(row)) if rows[0][at][:2] not in _TOTALS])
    head, right = rows[0][column].removesuffix("（件）"), row[column]
    told = rng.choice((f"{row[0]}{head}", f"{head}{row[0]}"))
    said = f"{OPEN}{told}«{int(right) + rng.choice((1, 9, 10))}¦{right}»件，具体情况见下表。{CLOSE}"
    return _put(draft, rng, said, rows)


def _rates(draft: Draft, rng: random.Random) -> str:
    """A table of which nothing adds up, and nothing should."""
    heads = ["单位", "受理（件）", "办结（件）", "办结率（%）", "平均用时（天）"]
    rows = []
    for name in rng.sample(_OFFICES, 4):
        total = rng.randint(20, 400)
        done = rng.randint(10, total)
        rows.append([name, str(total), str(done), f"{100 * done / total:.1f}", str(rng.randint(3, 40))])
    return _put(draft, rng, "具体情况见下表。", [heads, *rows])


def _of_which(draft: Draft, rng: random.Random) -> str:
    """A total beside one of its parts."""
    rows = []
    for name in rng.sample(_OFFICES, 4):
        total = rng.randint(20, 400)
        rows.append([name, str(total), str(rng.randint(1, total)), str(rng.randint(1, 90))])
    return _put(draft, rng, "具体情况见下表。", [["单位", "案件总数", "其中重大案件", "移送案件"], *rows])


PLANTERS: dict[str, list[Planter]] = {"table-total": [_wrong_cell], "table-conflict": [_wrong_words]}
TRAPS: dict[str, list[Planter]] = {"table-total": [_rates, _of_which], "table-conflict": [_rates]}
