"""A survey for a person at a terminal."""

from __future__ import annotations

from collections.abc import Iterator

from reportlint.finding import Severity
from reportlint.reporters.plain_text import clean, cut, width
from reportlint.survey.survey import Survey
from reportlint.survey.table import SEVERITIES, SIGNS

_NAME, _FIRST = 30, 44
"""Columns of an office's name, and of what it should mend first."""
_NAMED = 20
"""Offices, files and copies that are named; of more, the number."""


def render(survey: Survey) -> str:
    """The table; then who is missing, what could not be read, what was copied, what contradicts."""
    lines = [*_table(survey), "", *_lists(survey), _totals(survey)]
    return "\n".join(lines)


def _table(survey: Survey) -> Iterator[str]:
    heads = ("单位", "公布", "晚", "部分", "字数", "千字数据", "错误", "警告", "请先改")
    rows = [heads]
    for number in survey.reports:
        row = survey.rows[number]
        rows.append(
            (
                cut(clean(survey.called(number)), _NAME),
                row.published.isoformat() if row.published else "—",
                "—" if row.late is None else f"{row.late}天" if row.late else "",
                "".join(SIGNS[part.status] for part in row.parts.values()),
                f"{row.length:,}",
                f"{row.density:.1f}",
                str(row.count(Severity.ERROR) or ""),
                str(row.count(Severity.WARNING) or ""),
                cut("、".join(row.first), _FIRST),
            )
        )
    widths = [max(width(row[at]) for row in rows) for at in range(len(heads))]
    for row_ in rows:
        yield "  ".join(cell + " " * (most - width(cell)) for cell, most in zip(row_, widths, strict=True)).rstrip()


def _lists(survey: Survey) -> Iterator[str]:
    rows = survey.rows
    if survey.missing:
        yield from _listed(f"没有报送（{len(survey.missing)} 个单位）", [office.name for office in survey.missing])
    asked = [
        f"{rows[number].issuer or '（没有写明单位）'}（{rows[number].path}{'，可能是 ' + '、'.join(names) if names else ''}）"
        for number, names in survey.matched.asked.items()
    ]
    yield from _listed("名单上没有的单位，请核对", asked)
    yield from _listed(
        "同一单位的几份报告", ["、".join(rows[number].path for number in numbers) for numbers in survey.doubled]
    )
    yield from _listed(
        f"不是 {survey.year} 年度的报告",
        [f"{survey.called(n)}（{rows[n].year} 年度，{rows[n].path}）" for n in survey.other_year],
    )
    yield from _listed("没有检查的文件", [f"{rows[number].path}：{rows[number].error}" for number in survey.unread])
    yield from _listed("雷同的段落", [_copied(survey, number) for number in range(len(survey.copies))])
    yield from _listed(
        "两个单位说的数不一样",
        [
            f"{one.place}{one.matter}：{survey.called(a)}写“{clean(one.words)}”，{survey.called(b)}写“{clean(other.words)}”"
            for (a, one), (b, other) in survey.contradictions
        ],
    )


def _copied(survey: Survey, number: int) -> str:
    copy = survey.copies[number]
    where = "、".join(
        f"{survey.last_year[place.row].called}（上一年度）"
        if place.last_year
        else f"{survey.called(place.row)}（第 {place.paragraph.line} 行）"
        for place in copy.places
    )
    return f"{where}：“{clean(cut(copy.places[0].paragraph.words, 60))}”，约 {copy.size} 字"


def _listed(title: str, items: list[str]) -> Iterator[str]:
    if not items:
        return
    yield f"{title}："
    yield from (f"  {clean(item)}" for item in items[:_NAMED])
    if len(items) > _NAMED:
        yield f"  …… 共 {len(items)} 处，全部见 -o 写出的文件。"
    yield ""


def _totals(survey: Survey) -> str:
    counts = {level: sum(survey.rows[n].count(level) for n in survey.reports) for level in SEVERITIES}
    said = "，".join(f"{count} 处{SEVERITIES[level]}" for level, count in counts.items() if count)
    late = sum(bool(survey.rows[number].late) for number in survey.reports)
    pieces = [f"{len(survey.reports)} 份报告：{said or '没有发现问题'}"]
    if survey.offices:
        pieces.append(f"名单上 {len(survey.offices)} 个单位，{len(survey.missing)} 个没有报送")
    if late:
        pieces.append(f"{late} 份晚于期限公布")
    return "；".join(pieces) + "。"
