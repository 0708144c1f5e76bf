"""A roster's file to its entries: YAML, CSV, or all sheets of an Excel file that have the columns."""

from __future__ import annotations

import csv
import io
import os
from collections.abc import Callable, Iterator
from itertools import zip_longest
from typing import Any, NamedTuple

from reportlint.document.draft_file import irregular
from reportlint.errors import UserError, reason
from reportlint.settings.settings_file import refuse_repeated
from reportlint.settings.values import ConfigError

COLUMNS = {
    "name": ("name", "名称", "单位", "单位名称"),
    "short": ("short", "简称"),
    "kind": ("kind", "类别"),
    "district": ("district", "区域", "地区"),
    "report": ("report", "报告", "应报报告", "报告种类"),
}


class RosterError(UserError):
    """A roster that cannot be used; ``str(error)`` names file and row, and says what to do."""


class Entry(NamedTuple):
    """What is said of one office. where: its place in the file, in words: 第 3 行. said: by the columns, or whatever a list had."""

    where: str
    said: Any


class _Table(NamedTuple):
    """Rows of cells as written. name: of the sheet, as places in it begin; "" where there is but one."""

    name: str
    rows: list[list[str]]

    def top(self) -> int | None:
        """Which row names the columns, from 0; None where none has a name. Above it may stand titles."""
        heads = (at for at, row in enumerate(self.rows) if any(_key(cell) == "name" for cell in row))
        return next(heads, None)


def entries_of(path: str, tell: Callable[[str], None]) -> list[Entry]:
    """The entries of a roster, in its order. tell: takes a sentence on each sheet that was left out. Raises RosterError."""
    ending = os.path.splitext(path)[1].lower()
    try:
        if kind := irregular(os.stat(path)):
            raise RosterError(f"{path}：这是{kind}，不是文件。请写出名单文件。")
        if ending in (".yaml", ".yml"):
            return _of_yaml(path)
        if ending == ".csv":
            return list(_of_table(path, _of_csv(path)))
        if ending == ".xlsx":
            return [entry for table in _of_xlsx(path, tell) for entry in _of_table(path, table)]
    except OSError as error:
        raise RosterError(f"{path}：读不了名单（{reason(error)}）。请检查路径和权限。") from error
    raise RosterError(f"{path}：名单要是 .yaml、.csv 或 .xlsx 文件。")


def _of_yaml(path: str) -> list[Entry]:
    import yaml

    try:
        with open(path, encoding="utf-8-sig") as file:
            loader: Any = yaml.SafeLoader(file)
            node = loader.get_single_node()
            refuse_repeated(node, path)
            data = loader.construct_document(node) if node else None
    except ConfigError as error:
        raise RosterError(str(error)) from error
    except (yaml.YAMLError, ValueError, RecursionError) as error:
        mark = getattr(error, "problem_mark", None)
        place = f"第 {mark.line + 1} 行" if mark else "文件"
        raise RosterError(f"{path}：{place}不是正确的 YAML（UTF-8）。请写成 - name: 单位名称 的列表。") from error
    items = data.get("offices") if isinstance(data, dict) and len(data) == 1 else data
    if not isinstance(items, list):
        raise RosterError(f"{path}：应为列表，每项写 name，也可以写 short、kind、district、report。")
    return [
        Entry(f"第 {number} 项", {"name": item} if isinstance(item, str) else item)
        for number, item in enumerate(items, 1)
    ]


def _of_csv(path: str) -> _Table:
    from reportlint.document.decoding import decode
    from reportlint.document.source import UnreadableError

    try:
        with open(path, "rb") as file:
            text = decode(file.read(), path).text
        return _Table("", list(csv.reader(io.StringIO(text, newline=""), strict=True)))
    except UnreadableError as error:
        raise RosterError(f"{path}：读不了名单。{error}") from error
    except csv.Error as error:
        raise RosterError(f"{path}：不是正确的 CSV（多半是引号没有成对）。请用 Excel 或 WPS 另存再试。") from error


def _of_xlsx(path: str, tell: Callable[[str], None]) -> list[_Table]:
    """The sheets that have names; the first one where none has."""
    try:
        import openpyxl
    except ImportError as error:
        raise RosterError('读 .xlsx 名单要另装：pip install "reportlint[survey]"；也可以另存为 .csv。') from error
    try:
        values, formulas = (openpyxl.load_workbook(path, data_only=told).worksheets for told in (True, False))
    except OSError:
        raise
    except Exception as error:  # another library's, on a file that is no workbook
        raise RosterError(f"{path}：不是能读的 Excel 文件。请用 Excel 或 WPS 另存为 .xlsx 再试。") from error
    tables, left = list[_Table](), list[tuple[str, str]]()
    for sheet, written in zip(values, formulas, strict=True):
        table = _Table(f"工作表“{sheet.title}”" if len(values) > 1 else "", _rows(sheet))
        if not any(cell.strip() for row in table.rows for cell in row):
            continue
        if sheet.sheet_state != "visible":
            left.append((sheet.title, "是隐藏的"))
        elif table.top() is None:
            left.append((sheet.title, "没有“名称”一列"))
        else:
            _refuse_unknown(path, table.name, sheet, written)
            tables.append(table)
    for title, why in left if tables else ():
        tell(f"{path}：工作表“{title}”{why}，没有读。")
    return tables or [_Table("", _rows(values[0]) if values else [])]


def _rows(sheet: Any) -> list[list[str]]:
    """The cells of a sheet as text; of one that was merged downwards, in each row."""
    rows = [["" if cell is None else str(cell) for cell in row] for row in sheet.iter_rows(values_only=True)]
    for merged in sheet.merged_cells.ranges:
        if merged.min_col == merged.max_col:  # of a district, say; one that goes across is a title
            for at in range(merged.min_row, merged.max_row):
                rows[at][merged.min_col - 1] = rows[merged.min_row - 1][merged.min_col - 1]
    return rows


def _refuse_unknown(path: str, name: str, values: Any, formulas: Any) -> None:
    """Raises RosterError for a formula whose result the file does not have."""
    for row in formulas.iter_rows():
        for cell in row:
            if cell.data_type == "f" and values[cell.coordinate].value is None:
                raise RosterError(
                    f"{path}：{name}{cell.coordinate} 是公式，文件里没有算好的结果。请用 Excel 或 WPS 打开，另存一份再试。"
                )


def _of_table(path: str, table: _Table) -> Iterator[Entry]:
    """The rows below that which names the columns; the number of each is that of the file."""
    top, rows = table.top(), table.rows
    if top is None:
        top = next((at for at, row in enumerate(rows) if sum(bool(cell.strip()) for cell in row) > 1), 0)
    heads = [head.strip() for head in rows[top]] if rows else []
    keys = [_key(head) for head in heads]
    where = f"{path}：{table.name}第 {top + 1} 行"
    if "name" not in keys:
        raise RosterError(f"{where}要有“名称”一列（或 name），现为：{'、'.join(filter(None, heads))[:60] or '空行'}。")
    if unknown := [head for head, key in zip(heads, keys, strict=True) if head and not key]:
        raise RosterError(f"{where}的“{unknown[0][:30]}”不认识，可以有：名称、简称、类别、区域、报告。别的列请删去。")
    if twice := [head for head, key in zip(heads, keys, strict=True) if key and keys.count(key) > 1]:
        raise RosterError(f"{where}的{'、'.join(twice)[:60]}说的是同一列，请只留一列。")
    for number, row in enumerate(rows[top + 1 :], top + 2):
        place = f"{table.name}第 {number} 行"
        if lost := [cell for cell, key in zip_longest(row, keys) if cell and cell.strip() and not key]:
            raise RosterError(f"{path}：{place}的“{lost[0][:30]}”上面没有列名。请补上列名，或删去。")
        if any(cell.strip() for cell in row):
            yield Entry(place, {key: cell.strip() for key, cell in zip(keys, row, strict=False) if key})


def _key(head: str) -> str:
    return next((key for key, names in COLUMNS.items() if head.strip() in names), "")
