"""What is said of a kind of report beside its grammar: grammars/NAME.yaml.

label: 法治政府建设年度报告               # its official name
rule: 《…规定》第四章                    # the rule it rests on, as findings cite it
published-by: {month: 4, day: 1, since: 2019}   # the last day, in the next year, for reports on this year and later; optional.
    # A list, where it differs by kind of issuer (for: department) or rests on a rule of its own (rule: 《…》第九条)
matters:                               # optional: the matters of NAME-matters.yaml, or fields of them, that are asked of each kind of issuer
  {rule: 《…纲要》, since: 2021, government: [行政复议], department: [政务公开], township: []}
parts:                                 # each part that the grammar requires: its official name, and what it tells
  plan: {label: 下一年度主要安排, tells: future}

A part of which a word is enough has ``brief: true``. What a part tells is deeds, faults, head, future, or nothing of these, and then left out; each is told by one part at most.
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from typing import Any, NamedTuple

from reportlint.kept.cache import cached, digest
from reportlint.outline.grammar import GrammarError, folder_of

TOLD = ("deeds", "faults", "head", "future")
ISSUERS = ("government", "department", "township")
_KEYS = {"label": str, "rule": str, "parts": dict}
_KNOWN = (*_KEYS, "published-by", "matters")


class Due(NamedTuple):
    """The last day of publication, in the year after the one reported on.

    since: the first year it holds for. rule: what it rests on. issuer: the kind of issuer it is for; "" for all.
    """

    month: int
    day: int
    since: int
    rule: str
    issuer: str = ""


class Asked(NamedTuple):
    """The matters, or fields, that a rule asks of each kind of issuer. since: the first year it holds for."""

    rule: str = ""
    since: int = 0
    of: Mapping[str, tuple[str, ...]] = {}


class KindDescription(NamedTuple):
    """What NAME.yaml says. labels: part to official name. tells: deeds, faults, head, future, each to its part. brief: the parts of
    which a word is enough.
    """

    label: str
    rule: str
    labels: Mapping[str, str]
    tells: Mapping[str, str]
    dues: tuple[Due, ...]
    asked: Asked = Asked()
    brief: frozenset[str] = frozenset()

    @property
    def due(self) -> Due | None:
        """The last of its days; None where there is none."""
        return max(self.dues, default=None)


def load_kind_description(name: str) -> KindDescription:
    """The facts of the kind of that name, whose grammar is known. Raises GrammarError naming the file and what is wrong."""
    file = f"{name}.yaml"
    try:
        with open(os.path.join(folder_of(name), file), "rb") as stream:
            data = stream.read()
    except FileNotFoundError as error:
        raise GrammarError(
            file, 0, f"缺少这个文件，它说明 {name}.lark 各部分的名称和依据。请参照其他报告种类补上。"
        ) from error
    said: dict[str, Any] = cached(f"kind-{name}", digest(data), lambda: _parsed(data, file))
    dues, matters = _listed(said.get("published-by")), said.get("matters")
    return KindDescription(
        said["label"],
        said["rule"],
        {part: row["label"] for part, row in said["parts"].items()},
        {row["tells"]: part for part, row in said["parts"].items() if "tells" in row},
        tuple(
            Due(due["month"], due["day"], due["since"], due.get("rule", said["rule"]), due.get("for", ""))
            for due in dues
        ),
        Asked(matters["rule"], matters["since"], {issuer: tuple(matters[issuer]) for issuer in ISSUERS})
        if matters
        else Asked(),
        frozenset(part for part, row in said["parts"].items() if row.get("brief")),
    )


def _parsed(data: bytes, file: str) -> dict[str, Any]:
    import yaml

    try:
        said = yaml.safe_load(data.decode("utf-8-sig"))
    except (UnicodeDecodeError, yaml.YAMLError, ValueError) as error:
        raise GrammarError(file, 0, "不是正确的 YAML（UTF-8）。请检查缩进、冒号后的空格和引号。") from error
    if not isinstance(said, dict):
        raise GrammarError(file, 0, "应为键值对，如 label: …。")
    if unknown := next((key for key in said if key not in _KNOWN), None):
        raise GrammarError(file, 0, f"没有“{unknown}”这一项。可以写：{'、'.join(_KNOWN)}。")
    for key, kind in _KEYS.items():
        if not isinstance(said.get(key), kind) or not said[key]:
            raise GrammarError(file, 0, f"缺少“{key}”，或者写法不对。请参照其他报告种类补上。")
    for part, row in said["parts"].items():
        if not _is_part(row):
            form = f"{{label: 名称, tells: {' 或 '.join(TOLD)}, brief: true}}，后两项可以不写"
            raise GrammarError(file, 0, f"parts 的“{part}”应写作 {form}。")
    tells = [row["tells"] for row in said["parts"].values() if "tells" in row]
    if twice := next((told for told in TOLD if tells.count(told) > 1), None):
        raise GrammarError(file, 0, f"parts 里有两个部分写了 tells: {twice}。请只留最主要的一个。")
    if not all(_is_due(due) for due in _listed(said.get("published-by"))):
        raise GrammarError(file, 0, "published-by 应写作 {month: 4, day: 1, since: 2019}。")
    matters = said.get("matters")
    if matters is not None and not _are_asked(matters):
        raise GrammarError(
            file, 0, "matters 应写作 {rule: 《…》, since: 2021, government: [事项], department: [], township: []}。"
        )
    return said


def _listed(dues: Any) -> list[Any]:
    return dues if isinstance(dues, list) else [] if dues is None else [dues]


def _is_part(row: Any) -> bool:
    return (
        isinstance(row, dict)
        and {"label"} <= set(row) <= {"label", "tells", "brief"}
        and isinstance(row["label"], str)
        and row.get("tells", "deeds") in TOLD
        and isinstance(row.get("brief", False), bool)
    )


def _is_due(due: Any) -> bool:
    return (
        isinstance(due, dict)
        and {"month", "day", "since"} <= set(due) <= {"month", "day", "since", "rule", "for"}
        and all(isinstance(due[key], int) for key in ("month", "day", "since"))
        and isinstance(due.get("rule", ""), str)
        and due.get("for", ISSUERS[0]) in ISSUERS
    )


def _are_asked(matters: Any) -> bool:
    return (
        isinstance(matters, dict)
        and set(matters) == {"rule", "since", *ISSUERS}
        and isinstance(matters["rule"], str)
        and isinstance(matters["since"], int)
        and all(isinstance(matters[issuer], list) for issuer in ISSUERS)
    )
