"""A survey as an Excel file: a sheet a view, heads frozen, filters, colours that a colour-blind reader can tell apart.

Words of reports are written as text and never as formulas or links, whatever they begin with.
"""

from __future__ import annotations

import io
import os
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Any

from reportlint.errors import UserError
from reportlint.finding import Severity
from reportlint.linting.check import load_checks
from reportlint.reporters.plain_text import clean
from reportlint.survey.survey import Survey
from reportlint.survey.table import SEVERITIES, cells, columns

_MOST = 1_000_000
"""Rows that a sheet holds."""
_LONGEST = 32_000
"""Characters that a cell holds."""
# of the palette of Okabe and Ito, made for the colour-blind: vermilion, orange, bluish green
_COLOURS = {"✗": "#F4C7B5", "△": "#FBE3B3", "✓": "#CDEBE2"}


def written(survey: Survey, folder: str) -> bytes:
    """The file. folder: where it is to lie, for the links in it. Raises UserError where the extra is missing."""
    try:
        import xlsxwriter
    except ImportError as error:
        raise UserError('写 Excel 文件要另装：pip install "reportlint[survey]"。') from error
    packed = io.BytesIO()
    with xlsxwriter.Workbook(packed, {"in_memory": True}) as book:
        _Sheets(book).write(survey, folder)
    return packed.getvalue()


class _Sheets:
    """The sheets of a workbook, with the formats they share."""

    def __init__(self, book: Any) -> None:
        self.book = book
        self.head = book.add_format(
            {"bold": True, "bottom": 1, "text_wrap": True, "valign": "top", "bg_color": "#EEEEEE"}
        )
        self.wrapped = book.add_format({"text_wrap": True, "valign": "top"})
        self.plain = book.add_format({"valign": "top"})
        self.link = book.add_format({"font_color": "#1F4E9E", "underline": 1, "valign": "top"})

    def write(self, survey: Survey, folder: str) -> None:
        """All sheets."""
        self._reports(survey, folder)
        self._findings(survey)
        self._missing(survey)
        self._copies(survey)
        self._contradictions(survey)
        self._checks(survey)

    def _sheet(
        self, name: str, heads: Sequence[tuple[str, int]], rows: Iterable[Sequence[Any]], frozen: int = 1
    ) -> Any:
        """A sheet with a table. heads: the title and the width of each column."""
        sheet = self.book.add_worksheet(name)
        for at, (title, width) in enumerate(heads):
            sheet.set_column(at, at, width)
            sheet.write_string(0, at, title, self.head)
        count = 0
        for count, row in enumerate(rows, 1):
            if count > _MOST:
                break
            for at, value in enumerate(row):
                self._cell(sheet, count, at, value)
        sheet.freeze_panes(1, frozen)
        sheet.autofilter(0, 0, max(count, 1), len(heads) - 1)
        sheet.set_landscape()
        sheet.set_paper(9)  # A4
        sheet.fit_to_pages(1, 0)
        sheet.repeat_rows(0)
        return sheet

    def _cell(self, sheet: Any, row: int, column: int, value: Any) -> None:
        if value is None:
            return
        if isinstance(value, int | float):
            sheet.write_number(row, column, value, self.plain)
        else:
            sheet.write_string(row, column, clean(str(value))[:_LONGEST], self.wrapped)

    def _reports(self, survey: Survey, folder: str) -> None:
        shown = columns(survey)
        numbers = range(len(survey.rows))
        heads = [(column.title, column.width) for column in shown]
        sheet = self._sheet("总表", heads, (cells(survey, number, shown) for number in numbers))
        path_at = next(at for at, column in enumerate(shown) if column.name == "path")
        for number in list(numbers)[:60_000]:  # Excel bears 65,530 links
            path = survey.rows[number].path
            target = os.path.relpath(path, folder or ".").replace(os.sep, "/")
            if len(target) < 200 and not any(sign in target for sign in "\r\n"):
                sheet.write_url(number + 1, path_at, f"external:{target}", self.link, clean(path)[:250])
        for at, column in enumerate(shown):
            if column.name.startswith("part."):
                for sign, colour in _COLOURS.items():
                    look = self.book.add_format({"bg_color": colour})
                    rule = {"type": "cell", "criteria": "==", "value": f'"{sign}"', "format": look}
                    sheet.conditional_format(1, at, max(1, len(survey.rows)), at, rule)

    def _findings(self, survey: Survey) -> None:
        heads = (("单位", 28), ("级别", 6), ("检查", 18), ("行", 6), ("原文", 40), ("说明", 60), ("改法", 40), ("依据", 40), ("文件", 30))  # fmt: skip
        rows = (
            (
                survey.called(number),
                SEVERITIES[Severity(note.severity)],
                note.title,
                note.line,
                note.words,
                note.message,
                note.suggestion,
                note.basis,
                survey.rows[number].path,
            )
            for number in survey.reports
            for note in sorted(survey.rows[number].notes, key=lambda note: (-note.severity, note.line))
        )
        self._sheet("问题清单", heads, rows)

    def _missing(self, survey: Survey) -> None:
        rows: list[Sequence[Any]] = [(office.name, "没有报送", office.district, "") for office in survey.missing]
        for number, names in survey.matched.asked.items():
            row = survey.rows[number]
            guess = f"可能是 {'、'.join(names)}" if names else ""
            rows.append((row.issuer or "（没有写明单位）", f"名单上没有，请核对。{guess}", "", row.path))
        rows += [(survey.called(n), f"不是 {survey.year} 年度：{survey.rows[n].year} 年度", "", survey.rows[n].path) for n in survey.other_year]  # fmt: skip
        rows += [(survey.called(n), "同一单位不止一份", "", survey.rows[n].path) for group in survey.doubled for n in group]  # fmt: skip
        rows += [("", survey.rows[n].error, "", survey.rows[n].path) for n in survey.unread]
        self._sheet("未报送", (("单位", 30), ("情况", 50), ("区域", 12), ("文件", 40)), rows)

    def _copies(self, survey: Survey) -> None:
        heads = (("组", 5), ("单位", 28), ("年度", 10), ("行", 6), ("字数", 7), ("原文", 90), ("文件", 30))
        rows = []
        for number, copy in enumerate(survey.copies, 1):
            for place in copy.places:
                row = (survey.last_year if place.last_year else survey.rows)[place.row]
                called = row.called if place.last_year else survey.called(place.row)
                said = (number, called, "上一年度" if place.last_year else "本年度", place.paragraph.line)
                rows.append((*said, copy.size, place.paragraph.words, row.path))
        self._sheet("雷同", heads, rows, 2)

    def _contradictions(self, survey: Survey) -> None:
        heads = (("地方", 20), ("数量", 30), ("单位甲", 28), ("甲的数", 9), ("甲的原文", 40), ("单位乙", 28), ("乙的数", 9), ("乙的原文", 40))  # fmt: skip
        rows = [
            (
                one.place,
                one.matter,
                survey.called(a),
                f"{one.value:f}{one.unit}",
                f"第 {one.line} 行：{one.words}",
                survey.called(b),
                f"{other.value:f}{other.unit}",
                f"第 {other.line} 行：{other.words}",
            )
            for (a, one), (b, other) in survey.contradictions
        ]
        self._sheet("数字不一", heads, rows)

    def _checks(self, survey: Survey) -> None:
        found = Counter(note.check for number in survey.reports for note in survey.rows[number].notes)
        offices = Counter(
            check for number in survey.reports for check in {note.check for note in survey.rows[number].notes}
        )
        known = load_checks()
        heads = (("检查", 22), ("英文名", 24), ("类别", 12), ("处数", 7), ("单位数", 8), ("看什么", 70))
        rows = [
            (check.title, name, check.family_title, found[name], offices[name], check.summary)
            for name, check in sorted(known.items(), key=lambda item: -found[item[0]])
        ]
        self._sheet("各项检查", heads, rows)
