"""The table of a survey: its columns in Chinese, and the cells of a row; the same in every format."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Callable
from typing import Any, NamedTuple

from reportlint.finding import Severity
from reportlint.outline.report_kind import load_kind
from reportlint.reporters.labels import SEVERITIES
from reportlint.survey.row import Row
from reportlint.survey.survey import Survey

SIGNS = {"own-section": "✓", "merged": "△", "embedded": "△", "absent": "✗"}
"""How a part is there: in a section of its own, merged with another or told elsewhere, not at all."""
KINDS = {"government": "政府", "department": "部门", "township": "乡镇街道"}


class Column(NamedTuple):
    """A column. name: as in JSON and Parquet. title: as a person reads it. cell: of a row by its number, None for
    nothing. type: of what is in the cells.
    """

    name: str
    title: str
    cell: Callable[[Survey, int, Row], Any]
    width: int = 8
    type: type[str | int | float] = str


def columns(survey: Survey) -> list[Column]:
    """The columns, with those of the parts and families that these reports have."""
    labels: dict[str, str] = {}
    families: dict[str, None] = {}
    for row in survey.rows:
        labels |= {name: part.label for name, part in row.parts.items()}
        families |= dict.fromkeys(row.families)
    return [
        Column("office", "单位", lambda survey, number, row: survey.called(number), 26),
        Column("district", "区域", _district, 9),
        Column("kind", "类别", lambda survey, number, row: KINDS.get(row.issuer_kind, ""), 9),
        *([Column("report", "报告", _report, 24)] if len(survey.kinds) > 1 else ()),
        Column("year", "年度", lambda survey, number, row: row.year, 6, int),
        Column(
            "published", "公布", lambda survey, number, row: row.published.isoformat() if row.published else None, 11
        ),
        Column("late", "晚几天", lambda survey, number, row: row.late, 6, int),
        *(Column(f"part.{name}", label, _sign(name), 10) for name, label in labels.items()),
        Column("length", "字数", lambda survey, number, row: row.length, 7, int),
        Column("density", "千字数据", lambda survey, number, row: round(row.density, 1), 7, float),
        Column("supported", "成效有数据", lambda survey, number, row: row.claims - row.unsupported, 8, int),
        Column("unsupported", "成效无数据", lambda survey, number, row: row.unsupported, 8, int),
        Column("acts", "第一责任人办的事", lambda survey, number, row: row.acts, 10, int),
        Column("answered", "不足有回应", lambda survey, number, row: _of(row.answered[0], row.answered[1]), 8),
        Column("matters", "事项写到", lambda survey, number, row: _of(row.matters[1], row.matters[2]), 8),
        *(Column(str(level), title, _count(level), 6, int) for level, title in SEVERITIES.items()),
        *(Column(f"family.{name}", f"问题：{name}", _family(name), 8, int) for name in sorted(families)),
        Column("first", "请先改", lambda survey, number, row: "、".join(row.first), 30),
        Column("reason", "说明", lambda survey, number, row: row.error or row.crashes or None, 26),
        *(
            [Column("review", "批注本", lambda survey, number, row: survey.reviews.get(number), 46)]
            if survey.reviews
            else ()
        ),
        Column("path", "文件", lambda survey, number, row: row.path, 46),
    ]


def cells(survey: Survey, number: int, shown: list[Column]) -> list[Any]:
    """The cells of a row; of a file that was not linted the name, the path and the reason alone."""
    row = survey.rows[number]
    if row.error:
        return [
            column.cell(survey, number, row) if column.name in ("office", "path", "reason") else None
            for column in shown
        ]
    return [column.cell(survey, number, row) for column in shown]


def files_of_several(survey: Survey) -> dict[int, str]:
    """The files of offices that have several rows, which nothing else tells apart: names, where these do, else paths."""
    called = {number: survey.called(number) for number in survey.reports}
    times = Counter(called.values())
    paths = {number: survey.rows[number].path for number, name in called.items() if times[name] > 1}
    names = Counter((called[number], os.path.basename(path)) for number, path in paths.items())
    return {n: os.path.basename(p) if names[called[n], os.path.basename(p)] == 1 else p for n, p in paths.items()}


def _district(survey: Survey, number: int, row: Row) -> str | None:
    office = survey.office(number)
    return office.district or None if office else None


def _report(survey: Survey, number: int, row: Row) -> str:
    return load_kind(row.kind).label


def _of(some: int, all_of: int) -> str | None:
    return f"{some}／{all_of}" if all_of else None


def _sign(name: str) -> Callable[[Survey, int, Row], Any]:
    return lambda survey, number, row: SIGNS[row.parts[name].status] if name in row.parts else None


def _count(level: Severity) -> Callable[[Survey, int, Row], Any]:
    return lambda survey, number, row: row.count(level)


def _family(name: str) -> Callable[[Survey, int, Row], Any]:
    return lambda survey, number, row: row.families.get(name)
