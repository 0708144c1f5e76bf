"""What was understood of a report, in a few lines."""

from __future__ import annotations

from reportlint.facts.figures.data import data_count
from reportlint.facts.prose.written import length
from reportlint.report import Report

_STATUS = {
    "own-section": "✓ {label}（{lines}）",
    "merged": "✓ {label}（{lines}，与另一部分合并）",
    "embedded": "△ {label}（未单设，见{lines}）",
    "absent": "✗ {label}",
}


def summary(report: Report) -> list[str]:
    """What was understood: title, year, the required parts, length, data."""
    known = report.outline
    title = known.title.text if known.title else "（没有标题）"
    dates = [f"{known.year} 年度" if known.year else "年度不明"]
    if known.published:
        dates.append(f"{known.published.isoformat()} 发布")
    parts = []
    for part in known.parts.values():
        lines = ""
        if part.span:
            first, last = report.source.line_of(part.span.start), report.source.line_of(part.span.end - 1)
            lines = f"第 {first} 行" if first == last else f"第 {first}—{last} 行"
        parts.append(_STATUS[part.status].format(label=part.label, lines=lines))
    return [
        f"标题  {title}",
        f"年度  {'，'.join(dates)}",
        *(f"{'部分' if not number else '    '}  {line}" for number, line in enumerate(parts)),
        f"篇幅  {length(report):,} 字，{data_count(report):,} 个数据",
    ]
