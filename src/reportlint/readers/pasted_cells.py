"""Tables pasted into a text one cell a line, as a page gives them whose cells are paragraphs."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from reportlint.document.source import Span
from reportlint.kept import patterns
from reportlint.language.numbers.cells import is_value, value_of
from reportlint.lines.headings import read_heading

_LONGEST = 60
"""Characters of a label, and more than any figure has."""
_SIGN = patterns.compile(r"[-—–－─/／]{1,2}")
_FIGURES = 3
"""Figures below one another of which a table is told; it reaches over all labels and figures around them."""


def tables_by_line(
    text: str, lines: Sequence[Span], taken: frozenset[int]
) -> Iterator[tuple[list[int], list[list[Span]]]]:
    """The lines (from 1) and the rows of each: the labels before figures, and these. taken: lines of other tables."""
    numbers = [number for number, line in enumerate(lines, 1) if text[line.start : line.end].strip()]
    words = [text[slice(*lines[number - 1])].strip() for number in numbers]
    values = [len(word) <= _LONGEST and is_value(word) for word in words]
    if not any(all(values[at : at + _FIGURES]) for at in range(len(words) - _FIGURES + 1)):
        return
    kinds = [("" if number in taken else _kind(words, at)) for at, number in enumerate(numbers)]
    for at in range(len(kinds) - 2, -1, -1):  # a heading that leads to no figure is one of the text
        if kinds[at] == "heading" and kinds[at + 1] in ("figure", "numbered"):
            kinds[at] = "numbered"
    known = zip(numbers, kinds, strict=True)
    for of_table, group in groupby(known, key=lambda each: each[1] in ("figure", "label", "numbered")):
        run = list(group)
        runs = [len(list(same)) for kind, same in groupby(kind for _, kind in run) if kind == "figure"]
        if of_table and max(runs, default=0) >= _FIGURES:
            end = max(at for at, (_, kind) in enumerate(run, 1) if kind == "figure")
            yield [number for number, _ in run[:end]], list(_rows(run[:end], lines))


def _kind(words: Sequence[str], at: int) -> str:
    """What a line may be in a table: figure, label, heading; "" for running text. A word that stands for none (无) does so beside a figure."""
    word = words[at]
    if value_of(word) is not None or (is_value(word) and (_SIGN.fullmatch(word) or _stands_by_one(words, at))):
        return "figure"
    if len(word) > _LONGEST or "。" in word:
        return ""
    return "heading" if read_heading(word, Span(0, len(word))) else "label"


def _stands_by_one(words: Sequence[str], at: int) -> bool:
    return any(map(is_value, (*words[max(0, at - 1) : at], *words[at + 1 : at + 2])))


def _rows(run: Sequence[tuple[int, str]], lines: Sequence[Span]) -> Iterator[list[Span]]:
    """Labels and the figures behind them; of those above the first figures all but the last are the heads of columns."""
    row: list[Span] = []
    first = True
    before = ""
    for number, kind in run:
        if kind != "figure" and before == "figure":
            yield row
            row = []
        if kind == "figure" and before != "figure" and first:
            first = False
            if row[:-1]:
                yield row[:-1]
            row = row[-1:]
        row.append(lines[number - 1])
        before = kind
    yield row
