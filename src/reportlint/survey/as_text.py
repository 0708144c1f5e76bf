"""A survey for a person at a terminal."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import partial

from reportlint.finding import Severity
from reportlint.reporters.labels import SEVERITIES
from reportlint.reporters.plain_text import clean, cut, fit, width
from reportlint.survey.copies import FEWEST, Copy
from reportlint.survey.survey import Survey
from reportlint.survey.table import SIGNS, files_of_several

_NAME, _FIRST = 30, 44
"""Columns of an office's name, and of what it should mend first."""
_NAMED = 20
"""Offices, files and copies that are named; of more, the number."""


def render(survey: Survey) -> Iterator[str]:
    """Lines: the table; then who is missing, what could not be read, what was copied, what contradicts."""
    if survey.reports:
        yield from _table(survey)
        yield ""
    yield from _lists(survey)
    yield _totals(survey)


def _table(survey: Survey) -> Iterator[str]:
    widths = [max(widths) for widths in zip(*([width(cell) for cell in line] for line in _cells(survey)), strict=True)]
    for line in _cells(survey):
        yield "  ".join(cell + " " * (most - width(cell)) for cell, most in zip(line, widths, strict=True)).rstrip()


def _cells(survey: Survey) -> Iterator[tuple[str, ...]]:
    files = files_of_several(survey)
    head = ("单位", "公布", "晚", "部分", "字数", "千字数据", "错误", "警告", "请先改")
    yield (*head, "文件") if files else head
    for number in survey.reports:
        row = survey.rows[number]
        yield (
            cut(clean(survey.called(number)), _NAME),
            row.published.isoformat() if row.published else "—",
            "—" if row.late is None else f"{row.late}天" if row.late else "",
            "".join(SIGNS[part.status] for part in row.parts.values()),
            f"{row.length:,}",
            f"{row.density:.1f}",
            str(row.count(Severity.ERROR) or ""),
            str(row.count(Severity.WARNING) or ""),
            cut("、".join(row.first), _FIRST),
            *((_end(clean(files.get(number, ""))),) if files else ()),
        )


def _end(name: str) -> str:
    """A name of no more than so many columns: of a longer one the end, which tells it from others."""
    return name if width(name) <= _NAME else f"……{fit(name[::-1], _NAME)[::-1]}"


def _lists(survey: Survey) -> Iterator[str]:
    rows = survey.rows
    yield from _listed(
        f"还缺报告的单位（{survey.owing}）",
        [f"{each.office.name}{f'：{each.told}' if each.reports or each.remark else ''}" for each in survey.missing],
    )
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
    if survey.year:
        yield from _listed(
            f"--previous 里不是 {survey.year - 1} 年度、没有拿来比的报告",
            [f"{row.path}（{row.year} 年度）" for row in survey.not_last_year],
        )
    yield from _listed("没有检查的文件", [f"{rows[number].path}：{rows[number].error}" for number in survey.unread])
    yield from _listed("上一年度没有检查的文件", [f"{row.path}：{row.error}" for row in survey.unread_last_year])
    yield from _listed("雷同的段落", map(partial(_copied, survey), survey.copies()))
    if templates := survey.templates:
        yield f"有 {len(templates)} 段三分之一以上的单位（至少 {FEWEST} 个）都写了，算作模板，没有列为雷同：“{clean(cut(templates[0][0], 60))}”{'等' if len(templates) > 1 else ''}。"
        yield ""
    yield from _listed(
        "两个单位说的数不一样",
        [
            f"{one.place}{one.matter}：{survey.called(a)}写“{clean(one.words)}”，{survey.called(b)}写“{clean(other.words)}”"
            for (a, one), (b, other) in survey.contradictions
        ],
    )
    yield from _listed(
        "豁免不再起作用", [f"{each.path}:{each.line}：{each.message}{each.suggestion}" for each in survey.idle]
    )
    yield from _listed(
        "没有全部检查的报告", [f"{rows[n].path}：{rows[n].crashes}" for n in survey.reports if rows[n].crashes]
    )


def _copied(survey: Survey, copy: Copy) -> str:
    where = []
    for place in copy.places[:_NAMED]:
        row, line, _ = survey.at(place)
        where.append(
            f"{row.called}（上一年度）" if place.last_year else f"{survey.called(place.row)}（{row.place(line)}）"
        )
    more = f"等 {len(copy.places)} 处" if len(copy.places) > _NAMED else ""
    words = survey.at(copy.places[0])[2]
    return f"{'、'.join(where)}{more}：“{clean(cut(words, 60))}”，约 {copy.size} 字"


def _listed(title: str, items: Iterable[str]) -> Iterator[str]:
    count = 0
    for count, item in enumerate(items, 1):
        if count == 1:
            yield f"{title}："
        if count <= _NAMED:
            yield f"  {clean(item)}"
    if count > _NAMED:
        yield f"  …… 共 {count} 处，全部见 -o 写出的文件。"
    if count:
        yield ""


def _totals(survey: Survey) -> str:
    counts = {level: survey.count(level) for level in SEVERITIES}
    said = "，".join(f"{count} 处{SEVERITIES[level]}" for level, count in counts.items() if count)
    late = sum(bool(survey.rows[number].late) for number in survey.reports)
    pieces = [
        f"{len(survey.reports)} 份报告：{said or '没有发现问题'}" if survey.reports else "没有能看的报告（0 份报告）"
    ]
    if survey.offices:
        pieces.append(survey.by_roster)
    if late:
        pieces.append(f"{late} 份晚于期限公布")
    return "；".join(pieces) + "。"
