"""One report as a row: all that a survey knows of it, small enough to be sent between processes by the thousand."""

from __future__ import annotations

import datetime
from collections import Counter
from typing import NamedTuple

from reportlint.facts.figures.data import data_count
from reportlint.facts.figures.publication import publication
from reportlint.facts.prose.sentences import sentences_of
from reportlint.facts.prose.written import length, size
from reportlint.facts.statements.answers import answers
from reportlint.facts.statements.claims import claims_in
from reportlint.facts.statements.coverage import coverage
from reportlint.facts.statements.heads import checkable_act, head_acts
from reportlint.facts.statements.support import supports
from reportlint.finding import Finding, Severity
from reportlint.linting.check import load_checks
from reportlint.report import Report
from reportlint.repository.file_result import FileResult
from reportlint.survey.figures import Figure, figures_of
from reportlint.survey.paragraphs import Paragraph, paragraphs_of

_QUOTED = 60
"""Characters of the words that a finding is on."""
FIRST = 3


class Note(NamedTuple):
    """A finding as a survey lists it. line: of the file, from 1; of the other place that belongs to it, 0 for none."""

    check: str
    title: str
    family: str
    severity: int
    line: int
    words: str
    message: str
    suggestion: str
    basis: str


class PartTold(NamedTuple):
    """One part. status: own-section, merged, embedded or absent. characters: of its prose."""

    label: str
    status: str
    characters: int


class Row(NamedTuple):
    """One file. error: why it could not be linted, or was passed over; then nothing else is known of it.

    issuer: as the title names it; "" where it does not. late: days, None where no day of publication is known. matters: how
    many are told with a figure, told at all, known. answered: shortcomings that the plan answers, of how many.
    """

    path: str
    error: str = ""
    passed_over: bool = False
    kind: str = ""
    issuer: str = ""
    issuer_kind: str = ""
    title: str = ""
    year: int | None = None
    published: datetime.date | None = None
    late: int | None = None
    parts: dict[str, PartTold] = {}  # noqa: RUF012
    length: int = 0
    data: int = 0
    claims: int = 0
    unsupported: int = 0
    acts: int = 0
    answered: tuple[int, int] = (0, 0)
    matters: tuple[int, int, int] = (0, 0, 0)
    notes: tuple[Note, ...] = ()
    paragraphs: tuple[Paragraph, ...] = ()
    figures: tuple[Figure, ...] = ()

    @property
    def called(self) -> str:
        """What it is called: the issuer, else the file."""
        return self.issuer or self.path

    @property
    def density(self) -> float:
        """Data per 1,000 characters."""
        return self.data / self.length * 1000 if self.length else 0.0

    def count(self, severity: Severity) -> int:
        """How many findings of that severity."""
        return sum(note.severity == severity for note in self.notes)

    @property
    def first(self) -> list[str]:
        """What to mend first: titles of the gravest findings, and of those as grave the most frequent."""
        kinds = Counter((note.severity, note.title) for note in self.notes)
        return [title for _, title in sorted(kinds, key=lambda kind: (-kind[0], -kinds[kind], kind[1]))[:FIRST]]


def row_of(result: FileResult) -> Row:
    """The row of a file that was linted, or could not be."""
    report = result.report
    if report is None:
        return Row(result.path, result.error or result.passed_over, bool(result.passed_over))
    if not report.outline.is_report:
        return Row(result.path, "不像年度报告", True)
    outline, found = report.outline, publication(report)
    told, replies = coverage(report), answers(report)
    claims = [
        supports(report, sentence, claim)
        for name in (report.kind.deeds,)
        for sentence in sentences_of(report, name)
        for claim in claims_in(report, sentence)
    ]
    return Row(
        result.path,
        kind=report.kind.name,
        issuer=(outline.title.issuer or "") if outline.title else "",
        issuer_kind=report.issuer_kind,
        title=outline.title.text if outline.title else "",
        year=outline.year,
        published=found.day if found else None,
        late=found.late if found and found.due else None,
        parts={
            name: PartTold(part.label, part.status, size(report, (each.span for each in part.passages)))
            for name, part in outline.parts.items()
        },
        length=length(report),
        data=data_count(report),
        claims=len(claims),
        unsupported=sum(not supported for supported in claims),
        acts=sum(checkable_act(report.text, sentence.span) is not None for sentence in head_acts(report)),
        answered=(sum(reply.answered for reply in replies), len(replies)),
        matters=(sum(m.data for m in told), sum(m.clause is not None for m in told), len(told)),
        notes=tuple(_note(report, finding) for finding in result.findings),
        paragraphs=paragraphs_of(report),
        figures=figures_of(report),
    )


def _note(report: Report, finding: Finding) -> Note:
    known = load_checks().get(finding.check)
    return Note(
        finding.check,
        finding.title or finding.check,
        known.family_title if known else "",
        int(finding.severity or Severity.INFO),
        report.source.position(finding.span.start).line,
        report.words(finding.span)[:_QUOTED],
        finding.message,
        finding.suggestion,
        finding.basis or "",
    )
