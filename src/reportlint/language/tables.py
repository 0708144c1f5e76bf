"""Word tables: the .yaml beside a check, for people who do not program.

A table is a list of rows; a check says which columns its rows have, and a row that has others, or an empty word, is an
error that names the file and the row.
"""

from __future__ import annotations

import datetime
import os
from collections.abc import Mapping
from functools import lru_cache
from typing import Any, ClassVar

from reportlint.errors import UserError, place_in_yaml
from reportlint.kept import patterns
from reportlint.kept.cache import cached, digest

Row = dict[str, Any]

_DATE = patterns.compile(r"(\d{4})(?:-(\d\d))?(?:-(\d\d))?")
_KINDS = {
    "word": "一个词（文字，不能空）",
    "words": "词的列表，如 [甲, 乙]",
    "words|word": "一个词，或者词的列表",
    "date": "日期，如 2024、2024-03 或 2024-03-15",
    "flag": " true 或 false",
}


class TableError(UserError):
    """A table that cannot be used; ``str(error)`` names the file, the row and the remedy."""


@lru_cache(maxsize=64)
def load_table(module: str, name: str, /, **columns: str) -> list[Row]:
    """The rows of NAME.yaml beside a module, which is given by its ``__file__``.

    ``columns`` says what a row may hold: word, words (a list), date or flag, with a question mark where it may be left out.
    Without columns the rows are not looked at. Raises TableError.
    """
    folder = os.path.dirname(module)
    return read_table(os.path.join(folder, f"{name}.yaml"), f"{os.path.basename(folder)}-{name}", columns)


def read_table(path: str, name: str, columns: Mapping[str, str]) -> list[Row]:
    """The rows of a file, kept as ``name`` in the cache once they were found right. Raises TableError."""
    with open(path, "rb") as file:
        data = file.read()
    key = digest(data + repr(sorted(columns.items())).encode())
    rows: list[Row] = cached(f"table-{name}", key, lambda: parse_table(data, path, columns))
    return rows


def parse_table(data: bytes, path: str, columns: Mapping[str, str]) -> list[Row]:
    """The rows that a file's bytes hold. Raises TableError."""
    import yaml

    class Loader(getattr(yaml, "CSafeLoader", yaml.SafeLoader)):  # type: ignore[misc]
        """Leaves dates as they are written: one that does not exist would be an error without a row."""

        yaml_implicit_resolvers: ClassVar = {
            first: [(tag, pattern) for tag, pattern in resolvers if tag != "tag:yaml.org,2002:timestamp"]
            for first, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
        }

    try:
        rows = yaml.load(data.decode("utf-8-sig"), Loader)
    except UnicodeDecodeError as error:
        raise TableError(f"{path}：词表不是 UTF-8 编码，请另存为 UTF-8。") from error
    except (yaml.YAMLError, RecursionError, ValueError) as error:
        raise TableError(f"{path}：{place_in_yaml(error)}不是正确的 YAML。请检查缩进、冒号后的空格和引号。") from error
    if not isinstance(rows, list):
        raise TableError(f"{path}：词表应为列表，每条以“- ”开头。")
    for number, row in enumerate(rows, 1):
        if columns and (fault := _fault(row, columns)):
            raise TableError(f"{path}：第 {number} 条{fault}")
    return [_dated(row, columns) for row in rows]


def _fault(row: Any, columns: Mapping[str, str]) -> str:
    """What is wrong with a row; "" where nothing is."""
    if not isinstance(row, dict):
        return "应为键值对，如 wrong: 甲。"
    if unknown := next((key for key in row if key not in columns), None):
        return f"有不认识的项“{unknown}”，可用的有：{'、'.join(columns)}。"
    for column, kind in columns.items():
        if column not in row:
            if not kind.endswith("?"):
                return f"缺少“{column}”。"
        elif not _fits(row[column], kind.rstrip("?")):
            return f"的“{column}”应为{_KINDS[kind.rstrip('?')]}，现为 {row[column]!r}。"
    return ""


def _fits(value: Any, kind: str) -> bool:
    if kind == "words|word":
        return _fits(value, "words") or _fits(value, "word")
    if kind == "words":
        return isinstance(value, list) and bool(value) and all(_fits(item, "word") for item in value)
    if kind == "word":
        return isinstance(value, str) and bool(value.strip())
    if kind == "flag":
        return isinstance(value, bool)
    match = _DATE.fullmatch(str(value))
    try:
        return bool(match and datetime.date(int(match[1]), int(match[2] or 1), int(match[3] or 1)))
    except ValueError:
        return False


def _dated(row: Any, columns: Mapping[str, str]) -> Any:
    """A row whose dates are text, also where one is but a year, which YAML takes for a number."""
    dates = [column for column, kind in columns.items() if kind.rstrip("?") == "date" and column in row]
    return {**row, **{column: str(row[column]) for column in dates}} if dates else row
