"""Findings for a person at a terminal, in Chinese: what was understood, then each finding with its words underlined."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterable, Iterator

from reportlint.finding import Finding, Severity
from reportlint.reporters import passed_over
from reportlint.reporters.labels import SEVERITIES
from reportlint.reporters.plain_text import clean, cut, width
from reportlint.reporters.summary import summary
from reportlint.reporters.underlined import WIDTH, underlined
from reportlint.repository.file_result import NO_REPORT, FileResult

_COLOURS = {Severity.ERROR: "31", Severity.WARNING: "33", Severity.INFO: "36"}


def colourful(stream: object) -> bool:
    """Is it a terminal that wants colours?"""
    return bool(getattr(stream, "isatty", lambda: False)()) and not os.environ.get("NO_COLOR")


def findings(results: Iterable[FileResult], colour: bool = False, detail: str = "usual") -> Iterator[str]:
    """What is told of each file in turn, and of all.

    detail: ``usual``; ``verbose``, every place in full, also of what is found more than once; ``summary``, no place at all.
    """
    return (piece for _, pieces in told(results, colour, detail) for piece in pieces)


def told(
    results: Iterable[FileResult], colour: bool = False, detail: str = "usual"
) -> Iterator[tuple[FileResult | None, list[str]]]:
    """Each result with what is told of it; last, with None: of several, a table of those with findings,
    then what was passed over, and the totals.
    """
    verbose = detail == "verbose"
    kinds: Counter[_Kind] = Counter()
    counts: Counter[str] = Counter()
    rows: list[tuple[str, ...]] = []
    noted: dict[str, list[str]] = {}
    for result in results:
        counts += _counted(result)
        passed_over.note(result, noted)
        own = Counter(finding.severity for finding in result.findings if finding.severity)
        if own or result.failed:
            numbers = ["—" if not result.linted else str(own[severity] or "") for severity in SEVERITIES]
            rows.append((cut(clean(result.path), WIDTH), *numbers))
        pieces = []
        if result.linted:
            if detail != "summary":
                groups = _alike(result.findings, verbose)
                counts["folded"] += any(len(group) > 1 for group in groups)
                pieces.append(_file(result, groups, colour, verbose))
            kinds.update(map(_kind, result.findings))
        yield result, pieces
    several = rows and (detail == "summary" or counts["linted"] + counts["unread"] > 1)
    yield None, [*([_table(rows)] if several else []), *passed_over.lines(noted, verbose), _totals(kinds, counts)]


def _counted(result: FileResult) -> Counter[str]:
    """What a result adds to the counts of the last line."""
    return Counter(
        {
            "linted": int(result.understood is not None),
            "unread": int(not result.linted and result.failed),
            "unfinished": int(result.linted and result.failed),
            "no report": int(result.passed_over == NO_REPORT),
            "passed over": int(result.passed_over not in ("", NO_REPORT)),
            "excluded": int(result.excluded),
            "waived": result.waived,
            "fixed": result.fixed,
        }
    )


_Kind = tuple[Severity, str]
"""What findings have in common that are told as one: severity, and the title of the check."""


def _kind(finding: Finding) -> _Kind:
    assert finding.severity is not None
    return finding.severity, finding.title or finding.check


def _alike(findings: Iterable[Finding], verbose: bool) -> list[list[Finding]]:
    """The findings in order of place, those of one kind and ground together behind the first; verbose: each by itself."""
    alike: dict[object, list[Finding]] = {}
    at: Counter[object] = Counter()
    for number, finding in enumerate(findings):
        here = _kind(finding), finding.span  # what stands at one place twice, its line would not tell apart
        alike.setdefault(number if verbose else (_kind(finding), finding.basis, at[here]), []).append(finding)
        at[here] += 1
    return list(alike.values())


def _file(result: FileResult, groups: Iterable[list[Finding]], colour: bool, verbose: bool) -> str:
    lines = [_paint(clean(result.path), "1", colour)]
    lines += [f"  {clean(line)}" for line in summary(result.understood)] if result.understood else []
    lines.append("")
    for first, *others in groups:
        lines += _finding(first, colour, verbose)
        if others:
            numbers = dict.fromkeys(other.place.line for other in others if other.place)
            lines.append(f"  另有 {len(others)} 处：第 {'、'.join(map(str, numbers))} 行")
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


def _finding(finding: Finding, colour: bool, verbose: bool) -> list[str]:
    assert finding.severity is not None and finding.place is not None
    line, column, *_ = finding.place
    quoted, carets = underlined(finding)
    paint = _COLOURS[finding.severity]
    lines = [
        f"{line}:{column}  {_paint(SEVERITIES[finding.severity], paint, colour)}  {_named(finding)}",
        f"    {quoted}",
        f"    {_paint(carets, paint, colour)}",
        f"  说明  {clean(finding.message)}",
    ]
    if finding.suggestion:
        lines.append(f"  改法  {clean(finding.suggestion)}")
    if finding.replacement is not None:
        lines.append(f"  改为  {clean(finding.replacement) or '（删去）'}")
    for related in finding.related:
        assert related.place is not None
        file = f"{clean(related.path)}:" if related.path else ""
        words = clean(cut(related.place.text, 40))
        lines.append(f"  另见  {file}{related.place.line}:{related.place.column}  {words}  {related.message}")
    if finding.basis:
        lines.append(f"  依据  {finding.basis}")
    if finding.rule and verbose:
        lines.append(f"  规则  {finding.rule}")
    return lines


def _named(finding: Finding) -> str:
    return f"{finding.title}  {finding.check}" if finding.title else finding.check


def _totals(kinds: Counter[_Kind], counts: Counter[str]) -> str:
    totals: Counter[Severity] = Counter()
    for (severity, _), number in kinds.items():
        totals[severity] += number
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
        ("no report", "略过 {} 个不是年度报告的文件"),
        ("passed over", "略过 {} 个没有读的文件"),
        ("excluded", "按设置略过 {} 个文件"),
    ):
        if counts[what]:
            notes.append(note.format(counts[what]))
    hint = "同类的只写第一处，加 --verbose 全部写出。" if counts["folded"] else ""
    return "；".join(notes) + "。" + _first_to_mend(kinds) + hint


_FIRST = 3


def _first_to_mend(kinds: Counter[_Kind]) -> str:
    """The gravest, and of those as grave the most frequent; nothing where there is little to choose from."""
    if len(kinds) <= _FIRST:
        return ""
    first = sorted(kinds, key=lambda kind: (-kind[0], -kinds[kind]))[:_FIRST]
    return f"请先改：{'、'.join(f'{title}（{kinds[severity, title]} 处）' for severity, title in first)}。"


def _paint(text: str, code: str, colour: bool) -> str:
    return f"\x1b[{code}m{text}\x1b[0m" if colour else text
