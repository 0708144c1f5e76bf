"""Who must report: names, short names, kinds, districts, which reports, out of YAML, CSV or Excel."""

from __future__ import annotations

import csv
import io
import os
from collections import Counter
from collections.abc import Iterable, Mapping
from itertools import zip_longest
from typing import Any, NamedTuple

from reportlint.document.draft_file import irregular
from reportlint.errors import UserError
from reportlint.lines.issuers import places_in
from reportlint.outline.grammar import available
from reportlint.outline.report_kind import load_kind

COLUMNS = {
    "name": ("name", "名称", "单位", "单位名称"),
    "short": ("short", "简称"),
    "kind": ("kind", "类别"),
    "district": ("district", "区域", "地区"),
    "report": ("report", "报告", "应报报告", "报告种类"),
}
_KINDS = {"政府": "government", "部门": "department", "乡镇": "township", "街道": "township", "乡镇街道": "township"}
_COMMAS = str.maketrans("，,；;", "、、、、")


class RosterError(UserError):
    """A roster that cannot be used; ``str(error)`` names file and row, and says what to do."""


_TOWNSHIPS = ("乡", "镇", "街道")


class Office(NamedTuple):
    """One that must report, its name with its place. reports: names of the kinds of report that it owes; () where any will do. row: where it stands in
    the file, from 1.
    """

    name: str
    short: tuple[str, ...] = ()
    kind: str = ""
    district: str = ""
    reports: tuple[str, ...] = ()
    row: int = 0


def load_roster(path: str) -> list[Office]:
    """The offices of a file, in its order. Raises RosterError."""
    ending = os.path.splitext(path)[1].lower()
    try:
        if kind := irregular(os.stat(path)):
            raise RosterError(f"{path}：这是{kind}，不是文件。请写出名单文件。")
        if ending in (".yaml", ".yml"):
            rows = _of_yaml(path)
        elif ending == ".csv":
            rows = _of_csv(path)
        elif ending == ".xlsx":
            rows = _of_xlsx(path)
        else:
            raise RosterError(f"{path}：名单要是 .yaml、.csv 或 .xlsx 文件。")
    except OSError as error:
        from reportlint.errors import reason

        raise RosterError(f"{path}：读不了名单（{reason(error)}）。请检查路径和权限。") from error
    unit = "项" if ending in (".yaml", ".yml") else "行"
    offices = [_office(f"{path}：第 {number} {unit}", number, row) for number, row in rows]
    if not offices:
        raise RosterError(f"{path}：名单里没有单位。")
    _refuse_doubled(path, unit, offices)
    return offices


def _of_yaml(path: str) -> list[tuple[int, Mapping[str, Any]]]:
    import yaml

    try:
        with open(path, encoding="utf-8-sig") as file:
            data = yaml.safe_load(file)
    except (yaml.YAMLError, ValueError, RecursionError) as error:
        mark = getattr(error, "problem_mark", None)
        place = f"第 {mark.line + 1} 行" if mark else "文件"
        raise RosterError(f"{path}：{place}不是正确的 YAML（UTF-8）。请写成 - name: 单位名称 的列表。") from error
    items = data.get("offices") if isinstance(data, dict) else data
    if not isinstance(items, list):
        raise RosterError(f"{path}：应为列表，每项写 name，也可以写 short、kind、district、report。")
    return [(number, {"name": item} if isinstance(item, str) else item) for number, item in enumerate(items, 1)]


def _of_csv(path: str) -> list[tuple[int, Mapping[str, Any]]]:
    from reportlint.document.decoding import decode
    from reportlint.document.source import UnreadableError

    try:
        with open(path, "rb") as file:
            text = decode(file.read(), path).text
        rows = list(csv.reader(io.StringIO(text, newline=""), strict=True))
    except UnreadableError as error:
        raise RosterError(f"{path}：读不了名单。{error}") from error
    except csv.Error as error:
        raise RosterError(f"{path}：不是正确的 CSV（多半是引号没有成对）。请用 Excel 或 WPS 另存再试。") from error
    return _of_table(path, rows)


def _of_xlsx(path: str) -> list[tuple[int, Mapping[str, Any]]]:
    try:
        import openpyxl
    except ImportError as error:
        raise RosterError('读 .xlsx 名单要另装：pip install "reportlint[survey]"；也可以另存为 .csv。') from error
    try:
        sheet, formulas = (openpyxl.load_workbook(path, data_only=told).worksheets[0] for told in (True, False))
    except OSError:
        raise
    except Exception as error:  # another library's, on a file that is no workbook
        raise RosterError(f"{path}：不是能读的 Excel 文件。请用 Excel 或 WPS 另存为 .xlsx 再试。") from error
    for row in formulas.iter_rows():
        for cell in row:
            if cell.data_type == "f" and sheet[cell.coordinate].value is None:
                raise RosterError(
                    f"{path}：{cell.coordinate} 是公式，文件里没有算好的结果。请用 Excel 或 WPS 打开，另存一份再试。"
                )
    rows = [["" if cell is None else str(cell) for cell in row] for row in sheet.iter_rows(values_only=True)]
    for merged in sheet.merged_cells.ranges:
        if merged.min_col == merged.max_col:  # of a district, say; one that goes across is a title
            for at in range(merged.min_row, merged.max_row):
                rows[at][merged.min_col - 1] = rows[merged.min_row - 1][merged.min_col - 1]
    return _of_table(path, rows)


def _of_table(path: str, rows: list[list[str]]) -> list[tuple[int, Mapping[str, Any]]]:
    """The rows below that which names the columns; the number of each is that of the file. Above it may stand a title."""
    top = next((at for at, row in enumerate(rows) if sum(bool(cell.strip()) for cell in row) != 1 or _key(row[0])), 0)
    heads = [head.strip() for head in rows[top]] if rows else []
    keys = [_key(head) for head in heads]
    if "name" not in keys:
        raise RosterError(
            f"{path}：第 {top + 1} 行要有“名称”一列（或 name），现为：{'、'.join(filter(None, heads))[:60] or '空行'}。"
        )
    if unknown := [head for head, key in zip(heads, keys, strict=True) if head and not key]:
        raise RosterError(
            f"{path}：第 {top + 1} 行的“{unknown[0][:30]}”不认识，可以有：名称、简称、类别、区域、报告。别的列请删去。"
        )
    if twice := [head for head, key in zip(heads, keys, strict=True) if key and keys.count(key) > 1]:
        raise RosterError(f"{path}：第 {top + 1} 行的{'、'.join(twice)[:60]}说的是同一列，请只留一列。")
    found: list[tuple[int, Mapping[str, Any]]] = []
    for number, row in enumerate(rows[top + 1 :], top + 2):
        if lost := [cell for cell, key in zip_longest(row, keys) if cell and cell.strip() and not key]:
            raise RosterError(f"{path}：第 {number} 行的“{lost[0][:30]}”上面没有列名。请补上列名，或删去。")
        if any(cell.strip() for cell in row):
            found.append((number, {key: cell.strip() for key, cell in zip(keys, row, strict=False) if key}))
    return found


def _key(head: str) -> str:
    return next((key for key, names in COLUMNS.items() if head.strip() in names), "")


def _office(where: str, number: int, row: object) -> Office:
    if not isinstance(row, Mapping) or not isinstance(row.get("name"), str) or not row["name"].strip():
        raise RosterError(f"{where}没有写名称（name）。")
    if unknown := [key for key in row if key not in COLUMNS]:
        raise RosterError(f"{where}的 {str(unknown[0])[:30]} 不认识，可以写 name、short、kind、district、report。")
    if wrong := [key for key in ("kind", "district") if isinstance(row.get(key), dict | list)]:
        raise RosterError(f"{where}的 {wrong[0]} 要写成文字。")
    kind = str(row.get("kind") or "")
    kind = _KINDS.get(kind, kind)
    if kind not in ("", *_KINDS.values()):
        raise RosterError(f"{where}的类别（kind）应为政府、部门或乡镇，现为 {kind[:30]}。")
    reports = (_report(where, said) for said in _listed(where, "report", row.get("report")))
    short = tuple(_listed(where, "short", row.get("short")))
    name, district = row["name"].strip(), str(row.get("district") or "")
    return Office(_with_place(name, district), short, kind, district, tuple(dict.fromkeys(reports)), number)


def _with_place(name: str, district: str) -> str:
    """A name with its place, where only the column of districts has that: 水利局 or 区水利局 of 霁川区."""
    if not places_in(district) or any(not place.endswith(_TOWNSHIPS) for place in places_in(name)):
        return name
    return district + name.removeprefix(district[-1])


def _listed(where: str, key: str, said: object) -> list[str]:
    """Several names: a list, or one text with 、 between them."""
    names = said.translate(_COMMAS).split("、") if isinstance(said, str) else said or []
    if not isinstance(names, list | tuple) or not all(isinstance(name, str) for name in names):
        raise RosterError(f"{where}的 {key} 要写成文字，几个的用顿号隔开，或写成列表。")
    return [name.strip() for name in names if name.strip()]


def _report(where: str, said: str) -> str:
    """The name of the kind of report that is meant: by its name, or by words that stand in its title and in no other's."""
    labels = {name: load_kind(name).label for name in available()}
    meant = [name for name, label in labels.items() if said == name or said in label]
    if len(meant) != 1:
        raise RosterError(f"{where}的报告（report）应为 {'、'.join(labels.values())}，现为 {said[:30]}。")
    return meant[0]


def _refuse_doubled(path: str, unit: str, offices: Iterable[Office]) -> None:
    first: dict[str, Office] = {}
    for office in offices:
        for name, times in Counter((office.name, *office.short)).items():
            if times > 1 or name in first:
                before = f"，第 {first[name].row} {unit}已有" if name in first else ""
                raise RosterError(
                    f"{path}：第 {office.row} {unit}的“{name}”重复了{before}。请改正；一个单位要报几种报告的，都写在它的“报告”里，用顿号隔开。"
                )
            first[name] = office
