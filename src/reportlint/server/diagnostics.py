"""Findings as the protocol's diagnostics, and a digest by which a client knows those it has."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from hashlib import sha256

from lsprotocol.converters import get_converter
from lsprotocol.types import (
    CodeDescription,
    Diagnostic,
    DiagnosticRelatedInformation,
    DiagnosticSeverity,
    Location,
    Position,
    Range,
)
from pygls.uris import from_fs_path

from reportlint.finding import Finding, Related, Severity
from reportlint.linting.pipeline import GATE
from reportlint.reporters.labels import crashed, printable
from reportlint.reporters.reference import page_of
from reportlint.server.draft import Linted
from reportlint.server.places import Places

SOURCE = "reportlint"
_SEVERITIES = {
    Severity.ERROR: DiagnosticSeverity.Error,
    Severity.WARNING: DiagnosticSeverity.Warning,
    Severity.INFO: DiagnosticSeverity.Information,
}
_TOP = Range(Position(0, 0), Position(0, 0))


def diagnostics(linted: Linted) -> list[Diagnostic]:
    """All that is to be said of a draft: what could not be done, at its top; then the findings, in order of place."""
    said = [linted.result.error] if linted.result.error else []
    said += map(crashed, linted.result.crashes)
    failures = (Diagnostic(_TOP, sentence, DiagnosticSeverity.Error, source=SOURCE) for sentence in said)
    return [*failures, *(diagnostic(finding, linted) for finding in linted.result.findings)]


def diagnostic(finding: Finding, linted: Linted) -> Diagnostic:
    """One finding. That a text is no report is but hinted at: an editor opens texts of any kind."""
    severity = DiagnosticSeverity.Hint if finding.check == GATE else _SEVERITIES[finding.severity or Severity.INFO]
    page = page_of(finding.check)
    return Diagnostic(
        range=linted.range(finding.span),
        message=f"{finding.title}：{printable(finding.full_message)}",
        severity=severity,
        code=finding.check,
        code_description=CodeDescription(page) if page else None,
        source=SOURCE,
        related_information=list(_related(finding.related, linted)) or None,
        data=finding.fingerprint,
    )


def digest(found: Sequence[Diagnostic]) -> str:
    """A short text that two lists have in common when they say the same."""
    return sha256(json.dumps(_CONVERTER.unstructure(found)).encode()).hexdigest()[:16]


_CONVERTER = get_converter()


def _related(places: Sequence[Related], linted: Linted) -> Iterator[DiagnosticRelatedInformation]:
    for place in places:
        if place.source is None:
            where = Location(linted.draft.uri, linted.range(place.span))
        else:  # another file: last year's report
            uri = from_fs_path(place.source.path) or ""
            where = Location(uri, Places(place.source.raw).range(place.source.raw_span(place.span)))
        yield DiagnosticRelatedInformation(where, place.message)
