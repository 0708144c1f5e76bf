"""Who must report: names, short names, kinds, districts, which reports."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterable, Mapping
from typing import NamedTuple

from reportlint.kept import patterns
from reportlint.language.traditional import simplified
from reportlint.lines.issuers import places_in
from reportlint.outline.grammar import available
from reportlint.outline.report_kind import load_kind
from reportlint.survey.roster_files import COLUMNS, Entry, RosterError, entries_of

_KINDS = {"政府": "government", "部门": "department", "乡镇": "township", "街道": "township", "乡镇街道": "township"}
_COMMAS = str.maketrans("，,；;\n", "、、、、、")
TOWNSHIPS = ("乡", "镇", "街道")
"""How places end of which many have the same name."""
_NO_NAME = patterns.compile(
    r"(?![^\u3400-\u9fff]*[\u3400-\u9fff])|#(?:REF|N/A|VALUE|NAME|DIV|NULL|NUM)|[合总小共]\s*计|共\s*\d|(?:备?注|说明)[:：]"
    r"|[（(]?[一二三四五六七八九十]+[）)]?、|[（(][一二三四五六七八九十]+[）)]"
)
"""What is no name: without a Chinese character, an error of Excel's, a total, a note below a table, a heading in it."""
_SEVERAL = patterns.compile(r"[^（(]*[、，,;；/／|]")
_AROUND = patterns.compile(r"^(?:[（(]?\d+[)）.．、]|[^\w（(“])+|[^\w）)”]+$")
"""What a clerk sets before a name or behind it, and is none of it: a number, a star."""
_ZONES = {
    "经济技术开发区": "经开区",
    "高新技术产业开发区": "高新区",
    "综合保税区": "综保区",
    "区管理委员会": "区管委会",
    "园管理委员会": "园管委会",
}
"""The short forms of what a zone is called, and of who governs it; 国有资产监督管理委员会 is none of these."""


class Office(NamedTuple):
    """One that must report, its name with its place. reports: names of the kinds of report that it owes; () where any will do. where:
    its place in the file, in words.
    """

    name: str
    short: tuple[str, ...] = ()
    kind: str = ""
    district: str = ""
    reports: tuple[str, ...] = ()
    where: str = ""


def load_roster(path: str, tell: Callable[[str], None] = lambda said: None) -> list[Office]:
    """The offices of a file, in its order. tell: takes a sentence on what of it was not read. Raises RosterError."""
    offices = [_office(path, entry) for entry in entries_of(path, tell)]
    if not offices:
        raise RosterError(f"{path}：名单里没有单位。")
    _refuse_doubled(path, offices)
    if nowhere := [office.name for office in offices if not places_in(bare_name(office.name))]:
        tell(f"{path}：{len(nowhere)} 个名称没有地名（如“{nowhere[0]}”），认不准是哪里的。请写全称，或加“区域”一列。")
    return offices


def bare_name(name: str) -> str:
    """What a name comes to without that by which it may be written otherwise: blanks, wide and traditional characters, 中共 and
    人民, the long name of a zone; of a place alone (松坪镇) the name of its government.
    """
    written = simplified(unicodedata.normalize("NFKC", name))
    said = "".join(sign for sign in written if sign.isprintable() and not sign.isspace())
    said = said.removeprefix("中共").replace("人民政府", "政府")
    for long, short in _ZONES.items():
        said = said.replace(long, short)
    if not said or "".join(places_in(said)) != said:
        return said
    return said + ("办事处" if said.endswith("街道") else "政府")


def _office(path: str, entry: Entry) -> Office:
    where, row = f"{path}：{entry.where}", entry.said
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
    name, district = _unbroken(row["name"]), _unbroken(str(row.get("district") or ""))
    for said in (name, *short, *filter(None, [district])):
        if _NO_NAME.match(said):
            raise RosterError(f"{where}的“{said[:30]}”不是单位或地方的名称。请改正，或删去这一{entry.where[-1]}。")
    name = _AROUND.sub("", name)
    if _SEVERAL.match(name):
        raise RosterError(
            f"{where}的“{name[:30]}”是几个名称。请一个单位写一{entry.where[-1]}；同一单位的另外的叫法写在简称里。"
        )
    return Office(_with_place(name, district), short, kind, district, tuple(dict.fromkeys(reports)), entry.where)


def _unbroken(cell: str) -> str:
    """A name that is broken into lines, as the width of a cell may ask for, in one."""
    return "".join(line.strip() for line in cell.splitlines())


def _with_place(name: str, district: str) -> str:
    """A name with its place, where only the column of districts has that: 水利局 or 区水利局 of 霁川区."""
    if not places_in(district) or any(not place.endswith(TOWNSHIPS) for place in places_in(name)):
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


def _refuse_doubled(path: str, offices: Iterable[Office]) -> None:
    """Raises RosterError for a name that two offices have, be it written otherwise."""
    first: dict[str, tuple[Office, str]] = {}
    for office in offices:
        for name in (office.name, *office.short):
            other, its = first.setdefault(bare_name(name), (office, name))
            if other is not office:
                before = f"{other.where}已有" if its == name else f"和{other.where}的“{its}”是一个名称"
                raise RosterError(
                    f"{path}：{office.where}的“{name}”重复了，{before}。请改正；一个单位要报几种报告的，都写在它的“报告”里，用顿号隔开。"
                )
