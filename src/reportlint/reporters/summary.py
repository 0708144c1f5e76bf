"""What was understood of a report, in a few lines."""

from __future__ import annotations

from reportlint.repository.file_result import Understood, UnderstoodPart

_STATUS = {
    "own-section": "✓ {label}（{lines}）",
    "merged": "✓ {label}（{lines}，与另一部分合并）",
    "embedded": "△ {label}（未单设，见{lines}）",
    "absent": "✗ {label}",
}


def summary(known: Understood) -> list[str]:
    """What was understood: title, year, the required parts, length, data."""
    dates = [f"{known.year} 年度" if known.year else "年度不明"]
    if known.published:
        dates.append(f"{known.published.isoformat()} 发布")
    return [
        f"标题  {known.title if known.title is not None else '（没有标题）'}",
        f"年度  {'，'.join(dates)}",
        *(f"{'部分' if not number else '    '}  {_line(part)}" for number, part in enumerate(known.parts)),
        f"篇幅  {known.length:,} 字，{known.data:,} 个数据",
    ]


def _line(part: UnderstoodPart) -> str:
    first, last = part.first, part.last
    lines = "" if not first else f"第 {first} 行" if first == last else f"第 {first}—{last} 行"
    return _STATUS[part.status].format(label=part.label, lines=lines)
