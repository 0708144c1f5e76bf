"""Pictures of a survey, drawn as SVG: how the parts are there, what is found, data, days of publication, who shares with whom."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Sequence

from reportlint.reporters.html_elements import escaped, tag
from reportlint.survey.copies import between
from reportlint.survey.survey import Survey
from reportlint.survey.table import SIGNS

_WIDE, _ROW, _SIGN, _MOST = 560, 22, 12.5, 26
"""Of bars: their room, and that of a character of a label; and how many a label has at most."""
_FIGURES = 110
"""Room for the numbers behind a bar."""
_RADIUS, _SPOKE, _LONGEST = 230, 180, 14
"""The widest ring of the graph, room for a name outside it, and characters of a name in a picture."""
_STEP = 5
"""Data per 1,000 characters that a bar of the histogram stands for."""
_CHECKS = 20
_EDGES = 60
"""Pairs that the graph shows, those that share most."""


def pictures(survey: Survey) -> str:
    """All pictures, each with a caption."""
    drawn = (
        ("各部分写了没有（家）", _parts(survey)),
        ("什么问题最多（处）", _checks(survey)),
        ("每千字有多少数据（家）", _density(survey)),
        ("什么时候公布（家）", _days(survey)),
        (f"谁和谁雷同（线越粗，相同的字越多；画到 {_EDGES} 对为止）", _graph(survey)),
    )
    return "".join(tag("figure", tag("figcaption", escaped(title)) + svg) for title, svg in drawn if svg)


def _parts(survey: Survey) -> str:
    counts: dict[str, Counter[str]] = {}
    for number in survey.reports:
        for part in survey.rows[number].parts.values():
            counts.setdefault(part.label, Counter())[SIGNS[part.status]] += 1
    kinds = {"✓": "yes", "△": "partly", "✗": "no"}
    rows = [(label, [(count[sign], kind, sign) for sign, kind in kinds.items()]) for label, count in counts.items()]
    return _bars(rows)


def _checks(survey: Survey) -> str:
    return _bars([(told.title, [(told.places, "plain", "")]) for told in survey.store.check_counts()[:_CHECKS]])


def _density(survey: Survey) -> str:
    counts = Counter(int(survey.rows[number].density // _STEP) for number in survey.reports)
    steps = range(min(counts, default=0), max(counts, default=-1) + 1)
    return _bars([(f"{step * _STEP}—{step * _STEP + _STEP}", [(counts[step], "plain", "")]) for step in steps])


def _days(survey: Survey) -> str:
    """By half months; the days behind the one that is due in another colour."""
    counts: dict[tuple[int, int, int], Counter[bool]] = {}
    for number in survey.reports:
        row = survey.rows[number]
        if row.published:
            half = (row.published.year, row.published.month, int(row.published.day > 15))
            counts.setdefault(half, Counter())[bool(row.late)] += 1
    rows = [
        (f"{year}年{month}月{'下' if second else '上'}半月", [(count[False], "yes", "按期"), (count[True], "no", "晚")])
        for (year, month, second), count in sorted(counts.items())
    ]
    return _bars(rows)


def _bars(rows: Sequence[tuple[str, Sequence[tuple[int, str, str]]]]) -> str:
    """Horizontal bars of pieces: how many, of which kind, and what stands in front of the number."""
    most = max((sum(count for count, *_ in pieces) for _, pieces in rows), default=0)
    if not most:
        return ""
    begin = _SIGN * min(max(len(label) for label, _ in rows), _MOST) + 16
    drawn = []
    for number, (label, pieces) in enumerate(rows):
        top, left = number * _ROW, begin
        drawn.append(_text(begin - 8, top + 15, _short(label, _MOST), "end"))
        for count, kind, sign in pieces:
            width = count / most * (_WIDE - begin - _FIGURES)
            if count:
                drawn.append(_rect(left, top + 4, width, _ROW - 8, kind, f"{sign}{count}"))
            left += width
        shown = " ".join(f"{sign}{count}" for count, _, sign in pieces if count)
        drawn.append(_text(left + 6, top + 15, shown, "start"))
    return _svg(_WIDE, len(rows) * _ROW, drawn)


def _graph(survey: Survey) -> str:
    """Offices in a ring, a line between two that share paragraphs."""
    shared = sorted(between(survey.copies()).items(), key=lambda item: -item[1])[:_EDGES]
    offices = sorted({number for pair, _ in shared for number in pair})
    if not offices:
        return ""
    radius = min(_RADIUS, 12 * len(offices))
    angle = {number: 2 * math.pi * at / len(offices) for at, number in enumerate(offices)}
    middle = radius + _SPOKE
    high = _ROW + middle * max(abs(math.sin(a)) for a in angle.values())
    spot = {n: (middle + radius * math.cos(a), high + radius * math.sin(a)) for n, a in angle.items()}
    most = shared[0][1]
    drawn = [_line(spot[one], spot[other], 1 + 5 * size / most, f"{survey.called(one)}、{survey.called(other)}：约 {size} 字") for (one, other), size in shared]  # fmt: skip
    for number in offices:
        x, y = spot[number]
        drawn.append(tag("a", f'<circle cx="{x:.0f}" cy="{y:.0f}" r="4"/>', href=f"#o{number}"))
        drawn.append(_spoke(x, y, angle[number], survey.called(number)))
    return _svg(2 * middle, 2 * high, drawn)


def _spoke(x: float, y: float, angle: float, words: str) -> str:
    """Words that go outward from a point of the ring, so that many have room, and are never upside down."""
    left = math.cos(angle) < 0
    turned = math.degrees(angle) + (180 if left else 0)
    place = f"translate({x:.1f} {y:.1f}) rotate({turned:.1f})"
    shown = escaped(_short(words))
    return tag("text", shown, x="-8" if left else "8", y="4", text_anchor="end" if left else "start", transform=place)


def _short(words: str, most: int = _LONGEST) -> str:
    return words if len(words) <= most else f"{words[: most - 1]}…"


def _svg(width: float, height: float, drawn: Iterable[str]) -> str:
    return f'<svg class="picture" width="{width:.0f}" viewBox="0 0 {width:.0f} {height:.0f}" role="img">{"".join(drawn)}</svg>'


def _text(x: float, y: float, words: str, anchor: str) -> str:
    return tag("text", escaped(words), x=f"{x:.0f}", y=f"{y:.0f}", text_anchor=anchor)


def _rect(x: float, y: float, width: float, height: float, kind: str, said: str) -> str:
    place = {"x": f"{x:.1f}", "y": f"{y:.0f}", "width": f"{width:.1f}", "height": f"{height:.0f}"}
    return tag("rect", tag("title", escaped(said)), class_=kind, **place)


def _line(one: tuple[float, float], other: tuple[float, float], width: float, said: str) -> str:
    place = {"x1": f"{one[0]:.0f}", "y1": f"{one[1]:.0f}", "x2": f"{other[0]:.0f}", "y2": f"{other[1]:.0f}"}
    return tag("line", tag("title", escaped(said)), stroke_width=f"{width:.1f}", **place)
