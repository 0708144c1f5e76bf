"""What holds for any input: it is refused in a sentence, or linted without a fault, and every place that is told is true."""

from __future__ import annotations

import json
from collections.abc import Sequence
from functools import lru_cache
from xml.etree import ElementTree

from reportlint.document.source import Source, Span, UnreadableError
from reportlint.finding import Finding
from reportlint.linting.config import Config
from reportlint.linting.pipeline import run_checks
from reportlint.report import Report, read
from reportlint.reporters import concise, docx, figures, github, gitlab, html, json_pages, junit, outline, sarif
from reportlint.reporters import json as as_json
from reportlint.reporters import text as as_text
from reportlint.repository.file_result import FileResult
from reportlint.repository.one_file import understood

Linted = tuple[Report, list[Finding]]
UNSEEN = frozenset("\x1b\x9b\u202e\u200b")
"""Signs that change what a terminal or a page shows; none may come through."""


def linted(data: bytes, path: str = "draft.txt") -> Linted | None:
    """The report and its findings; None where the bytes are refused. AssertionError where a check raised."""
    try:
        report = read(data, path)
    except UnreadableError as error:
        assert max(str(error)) >= "\u4e00", "a refusal is a Chinese sentence"
        return None
    findings, crashes = run_checks(report, Config())
    assert crashes == []
    return report, findings


def assert_sound(report: Report, findings: Sequence[Finding]) -> None:
    """Every span of every finding lies in the text and quotes it, in order; no two findings have one fingerprint."""
    for finding in findings:
        assert finding.span.start < finding.span.end
        assert finding.message
        for span in (finding.span, *(edit.span for edit in finding.fix)):
            _assert_in_place(report.source, span)
        for related in finding.related:
            _assert_in_place(related.source or report.source, related.span)
    assert [f.span for f in findings] == sorted(f.span for f in findings)
    assert len({f.fingerprint for f in findings}) == len(findings)


def _assert_in_place(source: Source, span: Span) -> None:
    assert 0 <= span.start <= span.end <= len(source.text)
    assert span.start < len(source.text)
    told = source.place(span)
    assert told.text == source.text[span.start : span.end]
    if source.form == "text" and told.line == told.end_line:
        written = _lines(source.raw)[told.line - 1][told.column - 1 : told.end_column - 1]
        assert written == source.raw[slice(*source.raw_span(span))]
        assert written == told.text or any(span.start <= fold.at < span.end for fold in source.folds)


@lru_cache(maxsize=2)
def _lines(text: str) -> list[str]:
    """The lines as an editor shows them."""
    return text.replace("\r\n", "\n").replace("\r", "\n").split("\n")


def shown(found: Linted | None) -> list[tuple[object, ...]] | None:
    """The findings as a user sees them: without what depends on the way lines end."""
    if found is None:
        return None
    report, findings = found
    place = report.source.position
    return [
        (
            *(f.check, place(f.span.start), place(f.span.end), "".join(report.words(f.span).splitlines())),
            *(f.message, f.replacement, f.fingerprint),
        )
        for f in findings
    ]


def assert_showable(report: Report, findings: list[Finding]) -> None:
    """Every format and every command can show it, and what they write is what such a format is."""
    known, form = understood(report), report.source.form
    results = [FileResult(report.source.path, report, findings, understood=known, form=form)]
    assert len(json.loads("".join(as_json.findings(results)))) == len(findings)
    (log,) = json.loads("".join(sarif.findings(results)))["runs"]
    assert len(log["results"]) == len(findings)
    assert len(json.loads("".join(gitlab.findings(results)))) == len(findings)
    assert len([line for line in github.findings(results) if line.startswith("::")]) >= len(findings)
    ElementTree.fromstring("\n".join(junit.findings(results)))
    for listing in (json_pages.outline(report), json_pages.figures(report), json_pages.quantities(report)):
        assert json.loads(as_json.dump(listing)) == listing
    read_by_people = [*as_text.findings(results), *concise.findings(results), *html.findings(results)]
    read_by_people += [outline.render(report), figures.ledger(report), figures.listing(report)]
    assert not UNSEEN & set("".join(read_by_people))


def assert_reviewable(data: bytes, report: Report, findings: list[Finding]) -> None:
    """A review copy can be made, and read again. data: the draft as it was read."""
    word = data if report.source.form == "docx" else docx.from_text(report)
    try:
        copy = docx.commented(word, report, findings)
    except UnreadableError as error:  # a Word file that takes no comments
        assert report.source.form == "docx" and str(error)
        return
    again = read(copy, "copy.docx")
    assert report.source.form != "docx" or again.text == report.text
