"""How far the lines of a page may reach: the margins of its text, told by the lines that break and by the paper."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise
from statistics import median_low
from typing import NamedTuple

from reportlint.document.source import Span
from reportlint.lines.headings import read_heading
from reportlint.readers.pages.lines import Line

_LONG = 10
"""Characters: a line of more tells where lines begin and end."""
_LARGER = 1.2
"""Of the size of most lines: a title stands where it likes."""
_OUTLIERS = 2
"""Lines that may reach farther than the text does."""
_NEAR, _RAGGED = 2.0, 1.5
"""Characters from the margin: the paper tells it no better, and lines that break end as near to it."""
_MANY = 0.5
"""Of the lines that may break: with as many that end at one place, that is where they do."""
_NARROWEST = 0.8
"""Of the room between equal margins: no text is narrower, but for a column of which there is no other. There, lines that break
are first ones of paragraphs, indented, and the next ones are not."""
_TURNS = 0.1
"""Of the lines that end at the margin of such a column: with more of them followed by one further left, they break there."""
_FULL, _FLUSH = 0.75, 0.6
"""Of the width between the margins, and of the full lines."""
_STOPS = tuple("。！？：；”）")
_MARKS = "，、。！？：；”’）》〉】"
"""A line that breaks may hang over the margin with one; and those that end their paragraphs end with one."""


class Margins(NamedTuple):
    """left, right: where lines begin and end. full: a line that ends before it ends its paragraph.

    flush: do lines break at the margin, so that one that ends before it ended where its writer wished? size: that of most lines.
    """

    left: float = 0.0
    right: float = 0.0
    full: float = 0.0
    flush: bool = False
    size: float = 0.0


def margins_of(lines: Iterable[Line]) -> Mapping[float, Margins]:
    """By their edge (see `Line`), the margins of lines that stand on paper, or in columns, of one width."""
    of_edge: defaultdict[float, list[Line]] = defaultdict(list)
    for line in lines:
        of_edge[line.edge].append(line)
    found: dict[float, Margins] = {}
    for edge in sorted(of_edge):
        found[edge] = _margins(edge, of_edge[edge], found.values())
    return found


def may_end(line: Line) -> bool:
    """Does a line end as a sentence does, or as what announces a list?"""
    return line.text.endswith(_STOPS)


def _margins(edge: float, lines: Sequence[Line], narrower: Iterable[Margins]) -> Margins:
    """The right margin is where lines end in numbers, and not with a mark. Where they do so nowhere, no paragraph reaches a second
    line, and the text may go as near to the right edge of the paper as to its left one.

    narrower: the margins of columns. A page with one of them alone, as the last one may be, looks like one of the paper's width.
    """
    size = median_low([line.size for line in lines])
    long = [line for line in lines if len(line.text) > _LONG and not line.square and line.size < _LARGER * size]
    if not long:
        return Margins(size=size)
    # headings may stand left of all else
    left = min(
        (line.left for line in long if not read_heading(line.text, Span(0, len(line.text)))), default=long[0].left
    )
    ends = [line.right for line in long if line.text[-1] not in _MARKS]
    reached = _reached(line.right for line in long)
    if column := next((one for one in narrower if abs(one.right - reached) < _RAGGED * size), None):
        return column
    breaking = [end for end in ends if end > reached - _RAGGED * size]
    ruled = max((line.right for line in lines if line.square), default=left)  # a table is as wide as the text
    right, equal = max(_reached(breaking), ruled), edge - left
    turns = sum(
        line.right in breaking and below.left < line.left - size and not _is_heading(below)
        for line, below in pairwise(lines)
    )
    wide = right > left + _NARROWEST * (equal - left) or turns > max(_OUTLIERS, _TURNS * len(breaking))
    told = wide and len(breaking) >= _MANY * len(ends) > 0
    if right < equal - _NEAR * size and not told:
        return Margins(left, equal, equal - _NEAR * size, True, size)
    full = left + _FULL * (right - left)
    return Margins(left, right, full, len(breaking) >= _FLUSH * sum(end > full for end in ends), size)


def _is_heading(line: Line) -> bool:
    return read_heading(line.text, Span(0, len(line.text))) is not None


def _reached(ends: Iterable[float]) -> float:
    """How far lines reach, but for outliers."""
    return min(sorted(ends, reverse=True)[: _OUTLIERS + 1], default=0.0)
