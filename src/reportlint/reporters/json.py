"""Findings as JSON: the contract that integrations build on."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from json.encoder import encode_basestring
from operator import itemgetter
from re import Match
from typing import Any

from reportlint.document.source import Place
from reportlint.finding import Finding
from reportlint.reporters.plain_text import UNPRINTABLE
from reportlint.reporters.spool import Spool
from reportlint.repository.file_result import FileResult


def findings(results: Iterable[FileResult]) -> Iterator[str]:
    """One array of all findings, sorted by path and place."""
    with Spool() as spool:
        files = [(result.path, spool.put(_items(result))) for result in results if result.findings]
        files.sort(key=itemgetter(0))
        yield "[" if files else "[]"
        for number, (_, piece) in enumerate(files, 1):
            yield spool.get(piece) + ("," if number < len(files) else "\n]")


def _items(result: FileResult) -> str:
    """The findings on a file, as they stand in the array."""
    items = sorted(
        (row(result.path, finding) for finding in result.findings), key=itemgetter("line", "column", "check")
    )
    return ",\n".join(f"  {dump(item, '  ')}" for item in items)


def row(path: str, finding: Finding) -> dict[str, Any]:
    """A located finding as a value."""
    return {
        "check": finding.check,
        "severity": str(finding.severity),
        "message": finding.full_message,
        "path": path,
        **_values(finding.place),
        "basis": finding.basis,
        "replacement": finding.replacement,
        "related": [
            {"path": related.path or path, **_values(related.place), "message": related.message}
            for related in finding.related
        ],
        "fingerprint": finding.fingerprint,
    }


def _values(place: Place | None) -> dict[str, Any]:
    assert place is not None
    return place._asdict()


def dump(value: Any, indent: str = "") -> str:
    """JSON with Chinese as Chinese; escaped is what would steer a terminal or not be seen, and what UTF-8 cannot hold.

    indent: what its lines but the first begin with. (The library's own writer of indented lines is ten times as slow.)
    """
    newline, within = f"\n{indent}", f"{indent}  "
    if isinstance(value, str):
        return UNPRINTABLE.sub(_escaped, encode_basestring(value))
    if type(value) is int:
        return str(value)
    if isinstance(value, dict) and value:
        pairs = [f"{newline}  {encode_basestring(key)}: {dump(item, within)}" for key, item in value.items()]
        return f"{{{','.join(pairs)}{newline}}}"
    if isinstance(value, list | tuple) and value:
        return f"[{','.join([f'{newline}  {dump(item, within)}' for item in value])}{newline}]"
    return json.dumps(value)


def _escaped(sign: Match[str]) -> str:
    return f"\\u{ord(sign[0]):04x}"
