"""Outlines, rules, figures and quantities of one report as JSON values: the contract that integrations build on."""

from __future__ import annotations

from typing import Any

from reportlint.document.source import Span
from reportlint.facts.figures import quantities as figures_of
from reportlint.facts.figures.counted import counted
from reportlint.facts.relations import relations
from reportlint.facts.statements.answers import Answer
from reportlint.report import Report
from reportlint.reporters import coverage
from reportlint.reporters.at_a_glance import at_a_glance
from reportlint.reporters.rules import rules_in_force
from reportlint.settings.local_rules import Day, Rule, Wanted


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
                "parts": list(heading.parts or known.kind.beside(heading.terminals)) if heading.level == 1 else [],
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
            **report.source.place(relation.span)._asdict(),
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
            **report.source.place(quantity.span)._asdict(),
            "value": f"{quantity.value:f}",
            "unit": quantity.unit,
            "kind": quantity.kind,
            "approximate": quantity.approximate,
            "counted": counted(report.text, quantity),
        }
        for quantity in figures_of.quantities(report)
    ]
