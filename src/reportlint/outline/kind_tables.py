"""The tables that a kind of report must hold: grammars/NAME-tables.yaml.

since: 2021                            # the first year reported on
tables:
- name: documents                      # what rules call it; several may stand in one table of the report, as its blocks
  label: 主动公开政府信息情况表            # what messages call it
  part: disclosed                      # the part it stands in
  columns: [本年制发件数, 现行有效件数]     # what stands at their heads, from the left
  rows: {规章: '^规章$', 规范性文件: 规范性文件}   # name, and a pattern of the row's head without its number; none for the one row
                                                 # without a head
  across: [甲 + 乙 = 总计]               # what must add up in every row, by the names of columns; optional
  down: [甲 + 乙 = 丙 + 丁]              # the same in every column, by the names of rows; optional
"""

from __future__ import annotations

import os
import re
from collections.abc import Mapping
from typing import Any, NamedTuple

from reportlint.kept import patterns
from reportlint.outline.grammar import GrammarError, folder_of

_KEYS = {"name", "label", "part", "columns", "rows"}
_RULES = ("across", "down")


class Balance(NamedTuple):
    """Two sides that must be equal: the sums of what is named on each."""

    left: tuple[str, ...]
    right: tuple[str, ...]

    def __str__(self) -> str:
        return f"{' + '.join(self.left)} = {' + '.join(self.right)}"


class Form(NamedTuple):
    """One table as it is prescribed. rows: name to the pattern of its head; none for the one row without a head."""

    name: str
    label: str
    part: str
    columns: tuple[str, ...]
    rows: Mapping[str, re.Pattern[str] | None]
    across: tuple[Balance, ...]
    down: tuple[Balance, ...]


class Forms(NamedTuple):
    """All of a kind. since: the first year reported on for which they are prescribed."""

    since: int = 0
    tables: tuple[Form, ...] = ()


def load_forms(name: str) -> Forms:
    """The tables of the kind of that name, whose grammar is known. Raises GrammarError naming the file and what is wrong."""
    file = f"{name}-tables.yaml"
    path = os.path.join(folder_of(name), file)
    if not os.path.exists(path):
        return Forms()
    import yaml

    try:
        with open(path, encoding="utf-8-sig") as stream:
            said = yaml.safe_load(stream)
        return Forms(int(said["since"]), tuple(_form(row) for row in said["tables"]))
    except (UnicodeDecodeError, yaml.YAMLError, re.error, KeyError, TypeError, ValueError, AttributeError) as error:
        raise GrammarError(file, 0, f"写法不对（{error}）。请参照其他报告种类的表格文件。") from error


def _form(row: dict[str, Any]) -> Form:
    """One row of the file. Raises ValueError where a rule names what is not there."""
    if not _KEYS <= set(row) <= {*_KEYS, *_RULES}:
        raise ValueError(f"{row.get('name', '表格')} 应有 {'、'.join(sorted(_KEYS))}，可有 {'、'.join(_RULES)}")
    columns, rows = tuple(row["columns"]), row["rows"]
    across, down = (tuple(_balance(said) for said in row.get(key, ())) for key in _RULES)
    for balances, names in ((across, columns), (down, tuple(rows))):
        for balance in balances:
            if unknown := {*balance.left, *balance.right} - {*names}:
                raise ValueError(f"{row['name']} 没有 {'、'.join(sorted(unknown))}")
    heads = {head: patterns.compile(pattern) if pattern else None for head, pattern in rows.items()}
    return Form(row["name"], row["label"], row["part"], columns, heads, across, down)


def _balance(said: str) -> Balance:
    left, right = (tuple(name.strip() for name in side.split(" + ")) for side in said.split(" = "))
    return Balance(left, right)
