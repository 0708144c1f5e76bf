"""A file's result as a JSON value, and back; without the report, which is read again where it is wanted."""

from __future__ import annotations

import datetime
from typing import Any

from reportlint.document.source import Around, Place, Span
from reportlint.finding import Edit, Finding, Related, Severity
from reportlint.repository.file_result import FileResult, Understood, UnderstoodPart
from reportlint.repository.files import File


def to_value(result: FileResult, file: File) -> dict[str, Any]:
    """The value of a result; waivers as their numbers in the file's settings."""
    waivers = {waiver: number for number, waiver in enumerate(file.config.waivers.items)}
    known = result.understood
    return {
        "findings": [_without_sources(finding) for finding in result.findings],
        "passed_over": result.passed_over,
        "waived": result.waived,
        "used": [waivers[waiver] for waiver in result.used],
        "idle": [waivers[waiver] for waiver in result.idle],
        "unmatched": result.unmatched,
        "understood": known and known._replace(published=known.published and known.published.isoformat()),  # type: ignore[arg-type]
        "form": result.form,
    }


def _without_sources(finding: Finding) -> Finding:
    return finding._replace(related=tuple(related._replace(source=None) for related in finding.related))


def from_value(value: dict[str, Any], file: File) -> FileResult:
    """The result that a value was made of."""
    waivers, known = file.config.waivers.items, value["understood"]
    return FileResult(
        file.path,
        findings=[_finding(*said) for said in value["findings"]],
        passed_over=value["passed_over"],
        fail_on=file.config.fail_on if known else "error",
        waived=value["waived"],
        used=frozenset(waivers[number] for number in value["used"]),
        idle=frozenset(waivers[number] for number in value["idle"]),
        unmatched=value["unmatched"],
        understood=known and _understood(*known),
        form=value["form"],
    )


def _understood(title: str | None, year: int | None, published: str | None, parts: list[Any], *rest: int) -> Understood:
    day = datetime.date.fromisoformat(published) if published else None
    return Understood(title, year, day, tuple(UnderstoodPart(*part) for part in parts), *rest)


def _finding(
    span: Any,
    message: str,
    suggestion: str,
    related: Any,
    replacement: str | None,
    edits: Any,
    severity: int,
    *rest: Any,
) -> Finding:
    check, basis, fingerprint, title, rule, place, around = rest
    return Finding(
        Span(*span),
        message,
        suggestion,
        tuple(Related(Span(*at), words, None, Place(*there), path) for at, words, _, there, path in related),
        replacement,
        tuple(Edit(Span(*at), text, Place(*there)) for at, text, there in edits),
        Severity(severity),
        check,
        basis,
        fingerprint,
        title,
        rule,
        Place(*place),
        Around(*around),
    )
