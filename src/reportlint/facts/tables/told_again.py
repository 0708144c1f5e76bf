"""Figures of tables that the text tells as well, by the very words of the table's heads."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

from reportlint.document.source import Span
from reportlint.facts.prose.sentences import Sentence, sentences
from reportlint.facts.tables.sheets import Cell
from reportlint.facts.tables.totals import Figures, figure_tables
from reportlint.kept import patterns
from reportlint.language.numbers.years import years_in
from reportlint.report import Report, fact

_UNIT = patterns.compile(r"[（(](?:单位[：:])?([^（）()]{1,4})[）)]\s*$")
_COUNTS = patterns.compile(r"^([件次人户家份场起宗个])(?:数|次)$|^数量$")
_BEFORE = patterns.compile(
    r"(?:\d{4}年|全年|本年度?|今年以?来?|年内|全[县区市镇乡]|我[县区市局镇]|本[局机关]|共计?|累计|总共|办理|开展|完成|作出|实施|组织|其中)*"
)
"""What may stand before the words in their clause: with anything else they may tell of a part."""
_ABOUT = r"(?:案件|事项|工作|共|共计|总计|合计|有|为|：)*"
_PARTLY = patterns.compile(r"[上下]半年|月|季度|同比|比上年|增[加长]|减少|近[一二三四五\d]年|以来|截至|平均|每")
_SHORTEST = 2


class ToldCell(NamedTuple):
    """A figure of the text, and the cell that tells of the same."""

    span: Span
    value: Decimal
    cell: Cell


@fact
def told_again(report: Report) -> tuple[ToldCell, ...]:
    """The figures of the text that stand in a table of the same section, too."""
    found: list[ToldCell] = []
    for figures in figure_tables(report):
        here = [each for each in sentences(report) if stands_beside(report, figures, each)]
        for pattern, cell in _patterns(figures):
            for sentence in here:
                found += _in_sentence(report, sentence, pattern, cell)
    return tuple(sorted(found, key=lambda each: each.span))


def stands_beside(report: Report, figures: Figures, sentence: Sentence) -> bool:
    """Does a table stand in the section of a sentence: below the same heading?"""
    above = [_last_heading(report, at) for at in (figures.table.span.start, sentence.span.start)]
    return above[0] == above[1]


def _last_heading(report: Report, at: int) -> int:
    return max((heading.span.start for heading in report.outline.headings if heading.span.start <= at), default=-1)


def _patterns(figures: Figures) -> Iterator[tuple[re.Pattern[str], Cell]]:
    """How each figure of a table may be told in words."""
    labels = [row[0].row for row in figures.rows]
    for row in figures.rows:
        for cell in row:
            head, unit = _parted(cell.column)
            label = _parted(cell.row)[0]
            if cell.value is None or labels.count(cell.row) > 1 or len(label) < _SHORTEST:
                continue
            if _COUNTS.search(head) and len(figures.heads) == 1:
                names, unit = re.escape(label), unit or head[0] * (head != "数量")
            elif len(head) >= _SHORTEST and not _COUNTS.search(head):
                names = "|".join(f"{re.escape(one)}{re.escape(other)}" for one, other in ((label, head), (head, label)))
            else:
                continue
            measure = re.escape(unit) if unit else "[件次人户家份场起宗个]"
            yield re.compile(rf"(?:{names}){_ABOUT}(?P<n>\d[\d,]*(?:\.\d+)?)(?={measure})"), cell


def _parted(head: str) -> tuple[str, str]:
    """A head without its unit, and that."""
    unit = _UNIT.search(head)
    return (head[: unit.start()].strip(), unit[1]) if unit else (head, "")


def _in_sentence(report: Report, sentence: Sentence, pattern: re.Pattern[str], cell: Cell) -> Iterator[ToldCell]:
    text = report.text
    for match in pattern.finditer(text, *sentence.span):
        start = max(text.rfind(mark, sentence.span.start, match.start()) for mark in "，。；：、（(") + 1
        before = text[max(start, sentence.span.start) : match.start()]
        other_year = any(year != report.outline.year for year in years_in(text[sentence.span.start : match.start()]))
        if (
            _BEFORE.fullmatch(before)
            and not other_year
            and not _PARTLY.search(text[sentence.span.start : match.start()])
        ):
            yield ToldCell(Span(*match.span("n")), Decimal(match["n"].replace(",", "")), cell)
