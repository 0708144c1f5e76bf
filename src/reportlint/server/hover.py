"""What is shown over marked words: why they are marked, on what rule, what to write instead, and the check's page."""

from __future__ import annotations

from collections.abc import Iterator

from lsprotocol.types import Hover, MarkupContent, MarkupKind, Position, Range

from reportlint.finding import Finding
from reportlint.linting.check import load_checks
from reportlint.reporters.check_pages import examples
from reportlint.reporters.labels import SEVERITIES, printable
from reportlint.reporters.reference import page_of
from reportlint.server.draft import Linted


def hover(linted: Linted, position: Position) -> Hover | None:
    """All findings on the words at a place; None where there are none."""
    found = linted.meeting(Range(position, position))
    if not found:
        return None
    shown = "\n\n---\n\n".join("\n\n".join(_said(finding)) for finding in found)
    return Hover(MarkupContent(MarkupKind.Markdown, shown), linted.range(found[0].span))


def _said(finding: Finding) -> Iterator[str]:
    yield f"**{finding.title}**（{SEVERITIES[finding.severity]}）" if finding.severity else f"**{finding.title}**"
    yield printable(finding.message)
    if finding.suggestion:
        yield f"**改法** {printable(finding.suggestion)}"
    if finding.basis:
        yield f"**依据** {printable(finding.basis)}"
    if check := load_checks().get(finding.check):
        yield check.explanation
        yield examples(check)
    if page := page_of(finding.check):
        yield f"[{finding.check}]({page})"
