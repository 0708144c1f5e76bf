"""Findings for a person at a terminal, in Chinese: what was understood, then each finding with its words underlined."""

from __future__ import annotations

import os
import sys
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator

from reportlint.document.source import Span
from reportlint.facts.figures.data import data_count
from reportlint.facts.prose.written import length
from reportlint.finding import Finding, Severity
from reportlint.kept import patterns
from reportlint.report import Report
from reportlint.repository.run import Result

SEVERITIES = {Severity.ERROR: "错误", Severity.WARNING: "警告", Severity.INFO: "提示"}
_COLOURS = {Severity.ERROR: "31", Severity.WARNING: "33", Severity.INFO: "36"}
_WIDTH = 76
"""Columns a quoted line may take; a paragraph is cut around the words."""
UNPRINTABLE = patterns.compile(
    r"[\x00-\x08\x0a-\x1f\x7f-\x9f\xad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufffe\uffff\ud800-\udfff]"
)
_STATUS = {
    "own-section": "✓ {label}（{lines}）",
    "merged": "✓ {label}（{lines}，与另一部分合并）",
    "embedded": "△ {label}（未单设，见{lines}）",
    "absent": "✗ {label}",
}


def colourful(stream: object = None) -> bool:
    """Is there a terminal that wants colours?"""
    stream = stream or sys.stdout
    return bool(getattr(stream, "isatty", lambda: False)()) and not os.environ.get("NO_COLOR")


def findings(results: Iterable[Result], colour: bool = False) -> Iterator[str]:
    """What is told of each file in turn, and of all."""
    return (piece for _, pieces in told(results, colour) for piece in pieces)


def told(results: Iterable[Result], colour: bool = False) -> Iterator[tuple[Result | None, list[str]]]:
    """Each result with what is told of it; last, with None: of several, a table of those with findings, then the totals."""
    totals: Counter[Severity] = Counter()
    counts: Counter[str] = Counter()
    rows: list[tuple[str, ...]] = []
    for result in results:
        counts["linted"] += result.report is not None and not result.settings
        counts["unread"] += result.report is None and result.failed
        counts["unfinished"] += result.report is not None and result.failed
        counts["passed over"] += result.passed_over
        counts["excluded"] += result.excluded
        counts["waived"] += result.waived
        counts["fixed"] += result.fixed
        own = Counter(finding.severity for finding in result.findings if finding.severity)
        if own or result.failed:
            numbers = ["—" if result.report is None else str(own[severity] or "") for severity in SEVERITIES]
            rows.append((cut(clean(result.path), _WIDTH), *numbers))
        pieces = []
        if result.report is not None:
            pieces.append(_file(result, result.report, colour))
            totals.update(own)
        yield result, pieces
    several = counts["linted"] + counts["unread"] > 1 and rows
    yield None, [*([_table(rows)] if several else []), _totals(totals, counts)]


def clean(text: str) -> str:
    """Text without control characters: a draft must not steer the terminal, nor hide what it says."""
    return UNPRINTABLE.sub("\N{REPLACEMENT CHARACTER}", text)


def clean_lines(text: str) -> str:
    """The same of a text of several lines."""
    return "\n".join(map(clean, text.split("\n")))


def width(text: str) -> int:
    """Columns a text takes: full-width characters count two, combining ones none."""
    return sum(
        0 if unicodedata.combining(char) else 2 if unicodedata.east_asian_width(char) in "WF" else 1 for char in text
    )


def underlined(report: Report, span: Span) -> tuple[str, str]:
    """The line of a span, cut to the width of a terminal around it, and the carets below it."""
    line = report.source.line_at(span.start)
    end = min(max(span.end, span.start + 1), line.end)
    words = clean(report.text[span.start : end]).replace("\t", " ")
    if width(words) > _WIDTH - 8:
        words, end = _fit(words, _WIDTH - 8) + "…", line.end
    room = _WIDTH - width(words)
    after_all = clean(report.text[end : min(line.end, end + _WIDTH)]).replace("\t", " ")
    before_all = clean(report.text[max(line.start, span.start - _WIDTH) : span.start]).replace("\t", " ").lstrip()
    after = _fit(after_all, max(room // 2, room - width(before_all)))
    before = _fit(before_all[::-1], room - width(after))[::-1]
    head = "…" if len(before) < len(before_all) or (before_all and span.start - _WIDTH > line.start) else ""
    tail = "…" if len(after) < len(after_all) else ""
    return f"{head}{before}{words}{after}{tail}", " " * width(head + before) + "^" * max(1, width(words))


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


def _file(result: Result, report: Report, colour: bool) -> str:
    lines = [_paint(clean(result.path), "1", colour)]
    lines += [f"  {clean(line)}" for line in summary(report) if not result.settings]
    lines.append("")
    for finding in result.findings:
        lines += _finding(report, finding, colour)
        lines.append("")
    return "\n".join(lines)


def _table(rows: list[tuple[str, ...]]) -> str:
    """Report by severity, in columns; an empty line below."""
    lines = [("报告", *SEVERITIES.values()), *rows]
    columns = [max(width(line[at]) for line in lines) for at in range(len(lines[0]))]
    shown = []
    for name, *numbers in lines:
        right = (
            "  " + " " * (column - width(number)) + number for number, column in zip(numbers, columns[1:], strict=True)
        )
        shown.append(name + " " * (columns[0] - width(name)) + "".join(right))
    return "\n".join([*shown, ""])


def _finding(report: Report, finding: Finding, colour: bool) -> list[str]:
    assert finding.severity is not None
    line, column = report.source.position(finding.span.start)
    quoted, carets = underlined(report, finding.span)
    paint = _COLOURS[finding.severity]
    lines = [
        f"{line}:{column}  {_paint(SEVERITIES[finding.severity], paint, colour)}  {finding.check}",
        f"    {quoted}",
        f"    {_paint(carets, paint, colour)}",
        f"  说明  {clean(finding.message)}",
    ]
    if finding.suggestion:
        lines.append(f"  改法  {clean(finding.suggestion)}")
    if finding.replacement is not None:
        lines.append(f"  改为  {clean(finding.replacement) or '（删去）'}")
    for related in finding.related:
        source = related.source or report.source
        spot = source.position(related.span.start)
        file = f"{clean(source.path)}:" if related.source else ""
        words = clean(cut(source.text[related.span.start : related.span.end], 40))
        lines.append(f"  另见  {file}{spot.line}:{spot.column}  {words}  {related.message}")
    if finding.basis:
        lines.append(f"  依据  {finding.basis}")
    return lines


def _totals(totals: Counter[Severity], counts: Counter[str]) -> str:
    said = "，".join(f"{totals[severity]} 处{name}" for severity, name in SEVERITIES.items() if totals[severity])
    notes = [
        f"检查了 {counts['linted']} 份报告：{said or '没有发现问题'}"
        if counts["linted"] or said
        else "没有检查任何报告"
    ]
    for what, note in (
        ("fixed", "改好了 {} 处"),
        ("waived", "豁免了 {} 处"),
        ("unread", "{} 份没能检查"),
        ("unfinished", "{} 份没能做完"),
        ("passed over", "略过 {} 个不是年度报告的文件"),
        ("excluded", "按设置略过 {} 个文件"),
    ):
        if counts[what]:
            notes.append(note.format(counts[what]))
    return "；".join(notes) + "。"


def _fit(text: str, columns: int) -> str:
    """The longest beginning of a text that takes no more than so many columns."""
    taken = 0
    for index, char in enumerate(text):
        taken += width(char)
        if taken > columns:
            return text[:index]
    return text


def cut(text: str, columns: int) -> str:
    """A text of no more than so many columns, the rest of a longer one shown as ……"""
    short = _fit(text, columns)
    return text if short == text else f"{short}……"


def _paint(text: str, code: str, colour: bool) -> str:
    return f"\x1b[{code}m{text}\x1b[0m" if colour else text
