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
from reportlint.document.source import Place
from reportlint.finding import Edit, Finding, Severity
from reportlint.linting.check import Check, load_checks
from reportlint.reporters import check_pages as pages
from reportlint.reporters.json import dump
from reportlint.reporters.labels import crashed, encodable, printable, relative, remark
from reportlint.reporters.reference import published
from reportlint.reporters.spool import Spool
from reportlint.repository.file_result import FileResult

_SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
_LANGUAGE = "zh-CN"
_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}


def findings(results: Iterable[FileResult]) -> Iterator[str]:
    """The log: its rules come first, and are those of the findings, which are set aside till then."""
    rules: dict[str, int] = {}  # name to index
    notices: list[dict[str, Any]] = []
    with Spool() as spool:
        found = []
        for result in results:
            notices += _notices(result)
            said = [
                {
                    "ruleIndex": rules.setdefault(finding.check, len(rules)),
                    **_result(result.path, result.form, finding),
                }
                for finding in result.findings
            ]
            if said:
                found.append(spool.put(",\n".join(f"{_WITHIN}{dump(each, _WITHIN)}" for each in said)))
        log = dump(_log(rules, notices))
        if not found:
            yield log
            return
        before, _, behind = log.rpartition("[]")
        yield f"{before}["
        for number, piece in enumerate(found, 1):
            yield spool.get(piece) + ("," if number < len(found) else "")
        yield f"{_WITHIN[2:]}]{behind}"


_WITHIN = " " * 8
"""What a result is indented by."""


def _log(rules: Iterable[str], notices: list[dict[str, Any]]) -> dict[str, Any]:
    """The log, its results left out: the empty list at its end."""
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
        "results": [],
    }
    return {"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}


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


def _result(path: str, form: str, finding: Finding) -> dict[str, Any]:
    assert finding.severity is not None
    related = [
        {**_location(other.path or path, other.place), "message": {"text": printable(other.message)}}
        for other in finding.related
    ]
    fix = finding.fix if form == "text" else ()
    return {
        "ruleId": finding.check,
        "level": _LEVELS[finding.severity],
        "message": {"text": remark(finding)},
        "locations": [_location(path, finding.place)],
        **({"relatedLocations": related} if related else {}),
        "partialFingerprints": {"reportlint/v1": finding.fingerprint},
        **({"fixes": [_fix(path, fix)]} if fix else {}),
    }


def _location(path: str, place: Place | None) -> dict[str, Any]:
    assert place is not None
    region = {**_region(place), "snippet": {"text": encodable(place.text)}}
    return {"physicalLocation": {"artifactLocation": {"uri": _uri(path)}, "region": region}}


def _region(place: Place | None) -> dict[str, int]:
    assert place is not None
    return {
        "startLine": place.line,
        "startColumn": place.column,
        "endLine": place.end_line,
        "endColumn": place.end_column,
    }


def _fix(path: str, edits: Iterable[Edit]) -> dict[str, Any]:
    replacements = [
        {"deletedRegion": _region(edit.place), "insertedContent": {"text": encodable(edit.text)}} for edit in edits
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
