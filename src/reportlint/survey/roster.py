"""Who must report: names, short names, kinds, districts, out of YAML, CSV or Excel; and which report is whose.

A name in a title is an office's name where it is the same, is one of the short names given, or is short by the field's own rule:
its characters stand in the full name in that order, from its last word on (市住建局, 市住房和城乡建设局), in the same place. What fits
two offices, or nearly one, is asked about and not guessed.
"""

from __future__ import annotations

import csv
import io
import os
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from itertools import zip_longest
from typing import Any, NamedTuple

from reportlint.errors import UserError
from reportlint.lines.issuers import places_in

COLUMNS = {"name": ("name", "名称", "单位", "单位名称"), "short": ("short", "简称"), "kind": ("kind", "类别"), "district": ("district", "区域", "地区")}  # fmt: skip
_KINDS = {"政府": "government", "部门": "department", "乡镇": "township", "街道": "township", "乡镇街道": "township"}
_NEAR = 80
"""rapidfuzz' ratio from which a name is near enough to be asked about."""


class RosterError(UserError):
    """A roster that cannot be used; ``str(error)`` names file and row, and says what to do."""


class Office(NamedTuple):
    """One that must report. row: where it stands in the file, from 1."""

    name: str
    short: tuple[str, ...] = ()
    kind: str = ""
    district: str = ""
    row: int = 0


class Matched(NamedTuple):
    """Which reports are whose. of: number of a report to the number of its office. asked: a report that is nobody's, to the names
    of offices that it might be.
    """

    of: dict[int, int]
    asked: dict[int, list[str]]

    def missing(self, offices: Sequence[Office]) -> list[Office]:
        """The offices without a report."""
        known = set(self.of.values())
        return [office for number, office in enumerate(offices) if number not in known]

    def doubled(self) -> dict[int, list[int]]:
        """Offices with more than one report, to the numbers of those."""
        reports: dict[int, list[int]] = defaultdict(list)
        for report, office in self.of.items():
            reports[office].append(report)
        return {office: numbers for office, numbers in reports.items() if len(numbers) > 1}


def match(issuers: Mapping[int, str], offices: Sequence[Office]) -> Matched:
    """Whose each report is. issuers: number of a report to the name in its title; "" where there is none."""
    exact: dict[str, set[int]] = defaultdict(set)
    for number, office in enumerate(offices):
        for name in (office.name, *office.short):
            exact[_bare(name)].add(number)
    of, asked = {}, {}
    for report, issuer in issuers.items():
        fitting = exact.get(_bare(issuer)) or {
            number for number, office in enumerate(offices) if issuer and is_short_for(issuer, office.name)
        }
        if len(fitting) == 1:
            of[report] = next(iter(fitting))
        else:
            asked[report] = [offices[number].name for number in sorted(fitting)] or _near(issuer, offices)
    return Matched(of, asked)


def is_short_for(short: str, full: str) -> bool:
    """Is a name short for another by the field's rule?"""
    of_short, of_full = places_in(short), places_in(full)
    if not of_short and of_full and short[:1] == of_full[-1][-1:]:  # 市住建局 of 云川市
        short = short[1:]
    if of_full[len(of_full) - len(of_short) :] != of_short:
        return False
    rest, whole = short[len("".join(of_short)) :], full[len("".join(of_full)) :]
    return bool(rest) and _last(rest) == _last(whole) and _within(rest, whole)


def _last(name: str) -> str:
    """The last character, by which a body is told; of 委员会 and 委 the same, as of 办公室 and 办."""
    for long, short in (("委员会", "委"), ("办公室", "办"), ("办事处", "办")):
        if name.endswith(long):
            return short
    return name[-1:]


def _within(short: str, full: str) -> bool:
    characters = iter(full)
    return all(character in characters for character in short)


def _bare(name: str) -> str:
    return "".join(name.split()).removeprefix("中共").replace("人民政府", "政府")


def _near(issuer: str, offices: Sequence[Office]) -> list[str]:
    from rapidfuzz import fuzz, process

    found = process.extract(issuer, [office.name for office in offices], scorer=fuzz.ratio, score_cutoff=_NEAR, limit=3)
    return [name for name, *_ in found]


def load_roster(path: str) -> list[Office]:
    """The offices of a file, in its order. Raises RosterError."""
    ending = os.path.splitext(path)[1].lower()
    try:
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
    offices = [_office(path, number, row) for number, row in rows]
    if not offices:
        raise RosterError(f"{path}：名单里没有单位。")
    _refuse_doubled(path, offices)
    return offices


def _of_yaml(path: str) -> list[tuple[int, Mapping[str, Any]]]:
    import yaml

    try:
        with open(path, encoding="utf-8-sig") as file:
            data = yaml.safe_load(file)
    except (yaml.YAMLError, UnicodeDecodeError, RecursionError) as error:
        mark = getattr(error, "problem_mark", None)
        place = f"第 {mark.line + 1} 行" if mark else "文件"
        raise RosterError(f"{path}：{place}不是正确的 YAML（UTF-8）。请写成 - name: 单位名称 的列表。") from error
    items = data.get("offices") if isinstance(data, dict) else data
    if not isinstance(items, list):
        raise RosterError(f"{path}：应为列表，每项写 name，也可以写 short、kind、district。")
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
        raise RosterError(f"{path}：第 {top + 1} 行的“{unknown[0][:30]}”不认识，可以有：名称、简称、类别、区域。")
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


def _office(path: str, number: int, row: object) -> Office:
    where = f"{path}：第 {number} 项"
    if not isinstance(row, Mapping) or not isinstance(row.get("name"), str) or not row["name"].strip():
        raise RosterError(f"{where}没有写名称（name）。")
    if unknown := [key for key in row if key not in COLUMNS]:
        raise RosterError(f"{where}的 {str(unknown[0])[:30]} 不认识，可以写 name、short、kind、district。")
    if wrong := [key for key in ("kind", "district") if isinstance(row.get(key), dict | list)]:
        raise RosterError(f"{where}的 {wrong[0]} 要写成文字。")
    short = row.get("short") or ()
    names = short.replace("，", "、").replace(",", "、").split("、") if isinstance(short, str) else short
    if not isinstance(names, list | tuple) or not all(isinstance(name, str) for name in names):
        raise RosterError(f"{where}的 short 要写简称，几个的写成列表。")
    kind = str(row.get("kind") or "")
    kind = _KINDS.get(kind, kind)
    if kind not in ("", *_KINDS.values()):
        raise RosterError(f"{where}的 kind 应为 政府、部门或乡镇，现为 {kind[:30]}。")
    return Office(row["name"].strip(), tuple(name.strip() for name in names if name.strip()), kind, str(row.get("district") or ""), number)  # fmt: skip


def _refuse_doubled(path: str, offices: Iterable[Office]) -> None:
    first: dict[str, Office] = {}
    for office in offices:
        for name, times in Counter((office.name, *office.short)).items():
            if times > 1 or name in first:
                before = f"，第 {first[name].row} 项已有" if name in first else ""
                raise RosterError(f"{path}：第 {office.row} 项的“{name}”重复了{before}。请改正。")
            first[name] = office
