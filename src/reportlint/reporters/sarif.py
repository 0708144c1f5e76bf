"""SARIF 2.1.0: a log of one run, for code scanning services and editors.

The rules are the checks that found something. A place is given as in JSON: lines and columns from 1, in code points, the
end exclusive. Files below the working directory are named from there, others by a file: address. Fixes are given for plain
text only: of any other file the text is not what stands in the file. What could not be done is told in the invocation.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from pathlib import PurePath
from typing import Any
from urllib.parse import quote

from reportlint import __version__
from reportlint.document.source import Source, Span
from reportlint.finding import Edit, Finding, Severity
from reportlint.linting.check import Check, load_checks
from reportlint.reporters import check_pages as pages
from reportlint.reporters.json import dump, place
from reportlint.reporters.labels import crashed, encodable, printable, relative, remark
from reportlint.reporters.reference import published
from reportlint.repository.one_file import FileResult

_SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
_LANGUAGE = "zh-CN"
_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}


def findings(results: Iterable[FileResult]) -> Iterator[str]:
    """One piece: the log."""
    rules: dict[str, int] = {}  # name to index
    found: list[dict[str, Any]] = []
    notices: list[dict[str, Any]] = []
    for result in results:
        notices += _notices(result)
        for finding in result.findings if result.report else ():
            assert result.report is not None
            index = rules.setdefault(finding.check, len(rules))
            found.append({"ruleIndex": index, **_result(result.path, result.report.source, finding)})
    driver = {
        "name": "reportlint",
        "version": __version__,
        "language": _LANGUAGE,
        "rules": [_rule(load_checks()[name]) for name in rules],
    }
    run = {
        "tool": {"driver": driver},
        "language": _LANGUAGE,
        "columnKind": "unicodeCodePoints",
        "newlineSequences": ["\r\n", "\r", "\n"],
        "invocations": [{"executionSuccessful": not notices, "toolExecutionNotifications": notices}],
        "results": found,
    }
    yield dump({"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]})


def _uri(path: str) -> str:
    """The path as a relative reference, or a file: address; a name's bytes are kept, even where they are no UTF-8."""
    name = relative(path)
    return PurePath(name).as_uri() if os.path.isabs(name) else quote(os.fsencode(name))


def _rule(check: Check) -> dict[str, Any]:
    basis = {"basis": rule} if (rule := check.basis()) else {}
    address = published(check.name)
    return {
        "id": check.name,
        "shortDescription": {"text": check.summary},
        "fullDescription": {"text": check.explanation},
        "help": {"text": pages.explain(check), "markdown": pages.markdown(check)},
        **({"helpUri": address} if address else {}),
        "defaultConfiguration": {"level": _LEVELS[check.severity]},
        "properties": {"tags": [check.family], **basis},
    }


def _result(path: str, source: Source, finding: Finding) -> dict[str, Any]:
    assert finding.severity is not None
    related = [
        {
            **_location(other.source.path if other.source else path, other.source or source, other.span),
            "message": {"text": printable(other.message)},
        }
        for other in finding.related
    ]
    fix = finding.fix if source.form == "text" else ()
    return {
        "ruleId": finding.check,
        "level": _LEVELS[finding.severity],
        "message": {"text": remark(finding)},
        "locations": [_location(path, source, finding.span)],
        **({"relatedLocations": related} if related else {}),
        "partialFingerprints": {"reportlint/v1": finding.fingerprint},
        **({"fixes": [_fix(path, source, fix)]} if fix else {}),
    }


def _location(path: str, source: Source, span: Span) -> dict[str, Any]:
    region = {**_region(source, span), "snippet": {"text": encodable(place(source, span)["text"])}}
    return {"physicalLocation": {"artifactLocation": {"uri": _uri(path)}, "region": region}}


def _region(source: Source, span: Span) -> dict[str, int]:
    where = place(source, span)
    return {
        "startLine": where["line"],
        "startColumn": where["column"],
        "endLine": where["end_line"],
        "endColumn": where["end_column"],
    }


def _fix(path: str, source: Source, edits: Iterable[Edit]) -> dict[str, Any]:
    replacements = [
        {"deletedRegion": _region(source, edit.span), "insertedContent": {"text": encodable(edit.text)}}
        for edit in edits
    ]
    return {"artifactChanges": [{"artifactLocation": {"uri": _uri(path)}, "replacements": replacements}]}


def _notices(result: FileResult) -> Iterator[dict[str, Any]]:
    """What could not be done with a file: not read, or a check that failed."""
    where = {"locations": [{"physicalLocation": {"artifactLocation": {"uri": _uri(result.path)}}}]}
    if result.error:
        yield {"level": "error", "message": {"text": printable(result.error)}, **where}
    for crash in result.crashes:
        rule = {"associatedRule": {"id": crash.check}}
        yield {"level": "error", "message": {"text": crashed(crash)}, **rule, **where}
