"""A survey as an Excel file: a sheet a view, heads frozen, filters, colours that a colour-blind reader can tell apart.

Words of reports are written as text and never as formulas or links, whatever they begin with.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, islice
from typing import IO, Any, NamedTuple

from reportlint.finding import Severity
from reportlint.linting.check import load_checks
from reportlint.reporters.labels import SEVERITIES
from reportlint.reporters.plain_text import clean
from reportlint.survey.binary import in_pieces
from reportlint.survey.links import address
from reportlint.survey.places import by_places
from reportlint.survey.survey import Survey
from reportlint.survey.table import cells, columns

_MOST = 1_000_000
"""Rows that a sheet holds."""
_LINKED = 30_000
"""Rows with links: Excel bears 65,530, and a row may have two."""
_LINE, _LINES = 16, 12
"""Points of a line, and the most lines of a row: not every program finds by itself how high a row must be."""
_A4, _A3, _WIDE = 9, 8, 240
"""Numbers of papers, and the width of a table, in characters, which A4 would make too small to be read."""
_LONGEST = 32_000
"""Characters that a cell holds."""
# of the palette of Okabe and Ito, made for the colour-blind: vermilion, orange, bluish green
_COLOURS = {"✗": "#F4C7B5", "△": "#FBE3B3", "✓": "#CDEBE2"}


class _Link(NamedTuple):
    """A cell that leads to a file."""

    target: str
    words: str


def written(survey: Survey, folder: str) -> Iterator[bytes]:
    """The file in pieces. folder: where it is to lie, for the links in it."""
    import xlsxwriter

    def write(file: IO[bytes]) -> None:
        with xlsxwriter.Workbook(file, {"constant_memory": True}) as book:  # rows go to a file as they come
            _Sheets(book).write(survey, folder)

    yield from in_pieces(write)


class _Sheets:
    """The sheets of a workbook, with the formats they share."""

    def __init__(self, book: Any) -> None:
        self.book = book
        self.head = book.add_format(
            {"bold": True, "bottom": 1, "text_wrap": True, "valign": "top", "bg_color": "#EEEEEE"}
        )
        self.wrapped = book.add_format({"text_wrap": True, "valign": "top"})
        self.centred = book.add_format({"align": "center", "valign": "top"})
        self.number = book.add_format({"align": "right", "indent": 1, "valign": "top"})
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
    ) -> list[Any]:
        """A sheet with a table, and as many more as it takes. heads: the title and the width of each column."""
        left, number = iter(rows), 1
        sheets = [self._filled(name, heads, islice(left, _MOST), frozen)]
        while (first := next(left, None)) is not None:
            number += 1
            sheets.append(self._filled(f"{name}{number}", heads, chain([first], islice(left, _MOST - 1)), frozen))
        return sheets

    def _filled(self, name: str, heads: Sequence[tuple[str, int]], rows: Iterable[Sequence[Any]], frozen: int) -> Any:
        sheet = self.book.add_worksheet(name)
        sheet.set_row(0, _LINE * _lines([title for title, _ in heads], heads))
        for at, (title, width) in enumerate(heads):
            sheet.set_column(at, at, width)
            sheet.write_string(0, at, title, self.head)
        count = 0
        for count, row in enumerate(rows, 1):
            sheet.set_row(count, _LINE * _lines(row, heads))
            for at, value in enumerate(row):
                self._cell(sheet, count, at, value)
        sheet.freeze_panes(1, frozen)
        sheet.autofilter(0, 0, max(count, 1), len(heads) - 1)
        sheet.hide_gridlines(0)  # on paper they part the rows
        sheet.set_landscape()
        sheet.set_paper(_A3 if sum(width for _, width in heads) > _WIDE else _A4)
        sheet.fit_to_pages(1, 0)
        sheet.repeat_rows(0)
        return sheet

    def _cell(self, sheet: Any, row: int, column: int, value: Any) -> None:
        if value is None:
            return
        if isinstance(value, _Link):
            sheet.write_url(row, column, f"external:./{value.target}", self.link, clean(value.words)[:250])
        elif isinstance(value, int | float):
            sheet.write_number(row, column, value, self.number)
        else:
            look = self.centred if value in _COLOURS else self.wrapped
            sheet.write_string(row, column, clean(str(value))[:_LONGEST], look)

    def _reports(self, survey: Survey, folder: str) -> None:
        shown = columns(survey)
        heads = [(column.title, column.width) for column in shown]
        links = {at for at, column in enumerate(shown) if column.name in ("path", "review")}
        rows = (
            [_link(value, folder) if at in links and number < _LINKED else value for at, value in enumerate(row)]
            for number, row in enumerate(cells(survey, number, shown) for number in range(len(survey.rows)))
        )
        last = max(1, min(len(survey.rows), _MOST))
        looks = {sign: self.book.add_format({"bg_color": colour}) for sign, colour in _COLOURS.items()}
        for sheet in self._sheet("总表", heads, rows):
            sheet.print_area(0, 0, last, min(links) - 1)  # a link on paper leads nowhere
            for at, column in enumerate(shown):
                if column.name.startswith("part."):
                    for sign, look in looks.items():
                        rule = {"type": "cell", "criteria": "==", "value": f'"{sign}"', "format": look}
                        sheet.conditional_format(1, at, last, at, rule)
                elif column.name in ("late", "error"):
                    rule = {"type": "cell", "criteria": ">", "value": 0, "format": looks["✗"]}
                    sheet.conditional_format(1, at, last, at, rule)

    def _findings(self, survey: Survey) -> None:
        heads = (("单位", 26), ("级别", 6), ("检查", 16), ("位置", 18), ("原文", 34), ("说明", 50), ("改法", 36), ("依据", 34), ("文件", 24))  # fmt: skip
        rows = (
            (
                survey.called(number),
                SEVERITIES[Severity(note.severity)],
                note.title,
                row.place(note.line),
                note.words,
                by_places(note.message, row.places),
                by_places(note.suggestion, row.places),
                note.basis,
                row.path,
            )
            for number in survey.reports
            for row in (survey.rows[number],)
            for note in survey.store.notes(number)
        )
        self._sheet("问题清单", heads, rows)

    def _missing(self, survey: Survey) -> None:
        rows: list[Sequence[Any]] = [(each.office.name, each.told, each.office.district, "") for each in survey.missing]
        for number, names in survey.matched.asked.items():
            row = survey.rows[number]
            guess = f"可能是 {'、'.join(names)}" if names else ""
            rows.append((row.issuer or "（没有写明单位）", f"名单上没有，请核对。{guess}", "", row.path))
        rows += [(survey.called(n), f"不是 {survey.year} 年度：{survey.rows[n].year} 年度", "", survey.rows[n].path) for n in survey.other_year]  # fmt: skip
        rows += [(survey.called(n), "同一单位不止一份", "", survey.rows[n].path) for group in survey.doubled for n in group]  # fmt: skip
        rows += [("", survey.rows[n].error, "", survey.rows[n].path) for n in survey.unread]
        rows += [("", f"上一年度：{row.error}", "", row.path) for row in survey.unread_last_year]
        rows += [(row.called, f"放在 --previous 里，是 {row.year} 年度的，没有拿来比", "", row.path) for row in survey.not_last_year]  # fmt: skip
        rows += [
            ("", f"豁免不再起作用：{each.message}{each.suggestion}", "", f"{each.path}:{each.line}")
            for each in survey.idle
        ]
        self._sheet("未报送", (("单位", 30), ("情况", 50), ("区域", 12), ("文件", 40)), rows)

    def _copies(self, survey: Survey) -> None:
        heads = (("组", 5), ("单位", 28), ("年度", 10), ("位置", 18), ("字数", 7), ("原文", 90), ("文件", 30))
        self._sheet("雷同", heads, _copied(survey), 2)

    def _contradictions(self, survey: Survey) -> None:
        heads = (("地方", 20), ("数量", 30), ("单位甲", 28), ("甲的数", 9), ("甲的原文", 40), ("单位乙", 28), ("乙的数", 9), ("乙的原文", 40))  # fmt: skip
        rows = [
            (
                one.place,
                one.matter,
                survey.called(a),
                f"{one.value:f}{one.unit}",
                f"{survey.rows[a].place(one.line)}：{one.words}",
                survey.called(b),
                f"{other.value:f}{other.unit}",
                f"{survey.rows[b].place(other.line)}：{other.words}",
            )
            for (a, one), (b, other) in survey.contradictions
        ]
        self._sheet("数字不一", heads, rows)

    def _checks(self, survey: Survey) -> None:
        told = {each.check: each for each in survey.store.check_counts()}
        heads = (("检查", 22), ("英文名", 24), ("类别", 12), ("处数", 7), ("单位数", 8), ("看什么", 70))
        rows = [
            (
                check.title,
                name,
                check.family_title,
                *((told[name].places, told[name].offices) if name in told else (0, 0)),
                check.summary,
            )
            for name, check in load_checks().items()
        ]
        self._sheet("各项检查", heads, sorted(rows, key=lambda row: -row[3]))


def _lines(row: Sequence[Any], heads: Sequence[tuple[str, int]]) -> int:
    """How many lines the fullest cell of a row takes; in GB 18030 a Chinese character has two bytes, as it takes two columns."""
    taken = (
        -(-len(value.encode("gb18030", "replace")) // width)
        for value, (_, width) in zip(row, heads, strict=True)
        if isinstance(value, str) and not isinstance(value, _Link)
    )
    return min(max(taken, default=1), _LINES) or 1


def _link(path: str | None, folder: str) -> _Link | str | None:
    """A path as a link where Excel can follow it; else as it is."""
    target = address(path, folder) if path else None
    return _Link(target, path) if path and target else path


def _copied(survey: Survey) -> Iterator[Sequence[Any]]:
    for number, copy in enumerate(survey.copies(), 1):
        for place in copy.places:
            row, line, words = survey.at(place)
            called = row.called if place.last_year else survey.called(place.row)
            yield (
                number,
                called,
                "上一年度" if place.last_year else "本年度",
                row.place(line),
                copy.size,
                words,
                row.path,
            )
