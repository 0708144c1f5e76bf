"""How offices fill the tables of 政府信息公开工作年度报告 otherwise than they are printed, every figure staying what it is."""

from __future__ import annotations

from collections.abc import Callable

from disclosure_pages import Square

Lines = list[str | list[list[Square]]]
"""A report: lines of text, and tables as rows of cells."""
_REQUESTS, _DISPUTES = 6, 8
"""Where the tables stand among the lines."""


def _with_words(change: Callable[[str], str]) -> Callable[[Lines], Lines]:
    def changed(lines: Lines) -> Lines:
        return [
            line
            if isinstance(line, str)
            else [[square._replace(words=change(square.words)) for square in row] for row in line]
            for line in lines
        ]

    return changed


def _beside_requests(words: str, at_end: bool) -> Callable[[Lines], Lines]:
    """A row over all columns of the table of requests, as its first or its last."""

    def changed(lines: Lines) -> Lines:
        table = lines[_REQUESTS]
        assert not isinstance(table, str)
        row = [Square(words, sum(square.across for square in table[0]))]
        return [*lines[:_REQUESTS], [*table, row] if at_end else [row, *table], *lines[_REQUESTS + 1 :]]

    return changed


def _in_two_tables(lines: Lines) -> Lines:
    """Reviews and suits, each in a table."""
    table = lines[_DISPUTES]
    assert not isinstance(table, str)
    first, _, last, figures = table
    heads = [Square(square.words) for square in last[5:]]
    reviews = [[first[0]], heads[:5], figures[:5]]
    suits = [[first[1]], [Square("未经复议直接起诉", 5), Square("复议后起诉", 5)], heads, figures[5:]]
    return [*lines[:_DISPUTES], reviews, suits, *lines[_DISPUTES + 1 :]]


def _lower(lines: Lines) -> Lines:
    """More text in the first part, so that pages end elsewhere."""
    return [*lines[:3], *(f"依法公开第{number}批信息。" for number in range(1, 15)), *lines[3:]]


HABITS: dict[str, Callable[[Lines], Lines]] = {
    "units in cells": _with_words(lambda words: f"{words}件" if words.isdigit() else words),
    "thousands parted": _with_words(lambda words: f"{int(words):,}" if words.isdigit() else words),
    "Chinese noughts": _with_words(lambda words: "〇" if words == "0" else words),
    "a note below": _beside_requests("注：本表数据由办公室汇总，不含派出机构。", True),
    "a title above": _beside_requests("收到和处理政府信息公开申请情况统计表", False),
    "two tables for one": _in_two_tables,
    "pages that end elsewhere": _lower,
}
"""What each is called, and what it makes of a report's lines."""
