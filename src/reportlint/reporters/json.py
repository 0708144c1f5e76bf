"""Findings, outlines and figures as JSON: the contract that integrations build on."""

from __future__ import annotations

import json
import re
import textwrap
from collections.abc import Iterable, Iterator
from operator import itemgetter
from typing import Any

from reportlint.document.source import Source, Span
from reportlint.facts.figures import quantities as figures_of
from reportlint.facts.figures.counted import counted
from reportlint.facts.relations import relations
from reportlint.facts.statements.answers import Answer
from reportlint.finding import Finding, Related
from reportlint.report import Report
from reportlint.reporters import coverage
from reportlint.reporters.at_a_glance import at_a_glance
from reportlint.reporters.plain_text import UNPRINTABLE
from reportlint.reporters.rules import rules_in_force
from reportlint.repository.one_file import FileResult
from reportlint.settings.local_rules import Day, Rule, Wanted


def findings(results: Iterable[FileResult]) -> Iterator[str]:
    """One array of all findings, sorted by path and place; held as text, which takes less room than values."""
    items = [
        ((path, item["line"], item["column"], item["check"]), dump(item))
        for path, report, found in ((result.path, result.report, result.findings) for result in results)
        if report
        for item in (_finding(path, report, finding) for finding in found)
    ]
    if not items:
        yield "[]"
        return
    items.sort(key=itemgetter(0))
    yield "["
    for number, (_, text) in enumerate(items, 1):
        yield textwrap.indent(text, "  ") + ("," if number < len(items) else "")
    yield "]"


def dump(value: Any) -> str:
    """JSON with Chinese as Chinese; escaped is what would steer a terminal or not be seen, and what UTF-8 cannot hold."""
    return UNPRINTABLE.sub(_escaped, json.dumps(value, ensure_ascii=False, indent=2))


def _escaped(sign: re.Match[str]) -> str:
    return "\n" if sign[0] == "\n" else f"\\u{ord(sign[0]):04x}"


def place(source: Source, span: Span) -> dict[str, Any]:
    """line, column, end_line, end_column (from 1, end exclusive) and the text of a span."""
    start, end = source.position(span.start), source.end_position(span.end)
    return {
        "line": start.line,
        "column": start.column,
        "end_line": end.line,
        "end_column": end.column,
        "text": source.text[span.start : span.end],
    }


def _finding(path: str, report: Report, finding: Finding) -> dict[str, Any]:
    return {
        "check": finding.check,
        "severity": str(finding.severity),
        "message": finding.full_message,
        "path": path,
        **place(report.source, finding.span),
        "basis": finding.basis,
        "replacement": finding.replacement,
        "related": [_related(path, report, related) for related in finding.related],
        "fingerprint": finding.fingerprint,
    }


def _related(path: str, report: Report, related: Related) -> dict[str, Any]:
    source = related.source or report.source
    return {
        "path": related.source.path if related.source else path,
        **place(source, related.span),
        "message": related.message,
    }


def _answer(report: Report, answer: Answer) -> dict[str, Any]:
    """A shortcoming, and the item of the plan that answers it or comes nearest."""
    line_of = report.source.line_of
    return {
        "line": line_of(answer.shortcoming.label.start),
        "text": report.words(answer.shortcoming.label),
        "answered": answer.answered,
        "nearest": line_of(answer.nearest.label.start) if answer.nearest else None,
    }


def outline(report: Report) -> dict[str, Any]:
    """What was understood of a report's structure."""
    known = report.outline
    line_of = report.source.line_of
    shown = at_a_glance(report)
    parts: dict[str, dict[str, Any]] = {}
    for name, part in known.parts.items():
        span = part.span
        parts[name] = {
            "status": part.status,
            "from": line_of(span.start) if span else None,
            "to": line_of(span.end - 1) if span else None,
            **shown.parts[name]._asdict(),
            "share": round(shown.parts[name].share, 4),
        }
    if report.kind.head:
        parts[report.kind.head]["duties"] = shown.duties
    if report.kind.faults:
        parts[report.kind.faults]["answers"] = [_answer(report, answer) for answer in shown.answers]
    return {
        "path": report.source.path,
        "kind": known.kind.grammar.name,
        "title": known.title.text if known.title else None,
        "issuer": known.title.issuer if known.title else None,
        "year": known.year,
        "published": known.published.isoformat() if known.published else None,
        "headings": [
            {
                "line": line_of(heading.span.start),
                "level": heading.level,
                "marker": heading.marker,
                "text": heading.text,
                "parts": list(heading.parts) if heading.level == 1 else [],
                "run_in": heading.run_in,
            }
            for heading in known.headings
        ],
        "parts": parts,
        "coverage": coverage.items(report, shown.fields),
        "furniture": [line_of(span.start) for span in known.furniture],
    }


def rules(report: Report) -> dict[str, Any]:
    """The rules that hold for a report, each with what it rests on, where it stands, and which ones it stands for."""
    title = report.outline.title
    return {
        "path": report.source.path,
        "kind": report.kind.name,
        "issuer": title.issuer if title else None,
        "issuer_kinds": list(report.issuer_kinds),
        "year": report.outline.year,
        "rules": [
            {
                **_rule(held.rule),
                "for": list(held.rule.issuers),
                "since": held.rule.since or None,
                "replaces": [_rule(other) for other in held.replaced],
            }
            for held in rules_in_force(report)
        ],
    }


def _rule(rule: Rule) -> dict[str, Any]:
    asked = rule.value
    if isinstance(asked, Day):
        value: Any = f"{asked.month:02}-{asked.day:02}"
    else:
        value = (
            {"name": asked.name, "words": list(asked.words), "drop": asked.drop} if isinstance(asked, Wanted) else asked
        )
    return {
        "rule": rule.name,
        "value": value,
        "source": rule.source or None,
        "file": rule.path,
        "line": rule.line or None,
    }


def figures(report: Report) -> list[dict[str, Any]]:
    """Every relation that was verified, in order of place."""
    return [
        {
            "kind": relation.kind,
            **place(report.source, relation.span),
            "stated": relation.stated,
            "computed": relation.computed,
            "holds": relation.holds,
            "operands": [_operand(report, span) for span in relation.operands],
        }
        for relation in relations(report)
    ]


def _operand(report: Report, span: Span) -> dict[str, Any]:
    where = report.source.position(span.start)
    return {"line": where.line, "column": where.column, "text": report.words(span)}


def quantities(report: Report) -> list[dict[str, Any]]:
    """Every quantity of the prose, in order of place."""
    return [
        {
            **place(report.source, quantity.span),
            "value": f"{quantity.value:f}",
            "unit": quantity.unit,
            "kind": quantity.kind,
            "approximate": quantity.approximate,
            "counted": counted(report.text, quantity),
        }
        for quantity in figures_of.quantities(report)
    ]
