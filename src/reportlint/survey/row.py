"""One report as a row, and what is longer: all that a survey knows of it, small enough to be sent between processes by the thousand."""

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
from reportlint.reporters.labels import crashed
from reportlint.repository.file_result import FileResult
from reportlint.repository.files import File
from reportlint.repository.search import Unusable
from reportlint.survey.figures import Figure, figures_of
from reportlint.survey.paragraphs import Paragraph, paragraphs_of
from reportlint.survey.places import lines_in, places_of

_QUOTED = 60
"""Characters of the words that a finding is on."""
FIRST = 3
LEFT_OUT = "按设置（exclude）不检查"


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
    """One file. error: why it could not be linted, or was passed over; then nothing else is known of it. crashes: what is said of
    checks that failed on it.

    issuer: as the title names it; "" where it does not. late: days, None where no day of publication is known. matters: how
    many are told with a figure, told at all, known. answered: shortcomings that the plan answers, of how many. counts: of
    errors, warnings and hints; families: of findings by the Chinese name of the family. first: what to mend first. places:
    lines that are spoken of, where the file shows no numbers of lines, and where they are.
    """

    path: str
    error: str = ""
    passed_over: bool = False
    crashes: str = ""
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
    counts: tuple[int, int, int] = (0, 0, 0)
    families: dict[str, int] = {}  # noqa: RUF012
    first: tuple[str, ...] = ()
    places: dict[int, str] = {}  # noqa: RUF012

    @property
    def failed(self) -> bool:
        """Could the job not be done, in whole or in part?"""
        return bool(self.crashes or (self.error and not self.passed_over))

    @property
    def called(self) -> str:
        """What it is called: the issuer, else the file."""
        return self.issuer or self.path

    def place(self, line: int) -> str:
        """Where a line is, in words."""
        return self.places.get(line) or f"第{line}行"

    @property
    def density(self) -> float:
        """Data per 1,000 characters."""
        return self.data / self.length * 1000 if self.length else 0.0

    def count(self, severity: Severity) -> int:
        """How many findings of that severity."""
        return self.counts[Severity.ERROR - severity]


class Waived(NamedTuple):
    """What became of the waivers on a file, by their numbers in its settings. idle: they could have waived something. complete: all
    went well.
    """

    used: tuple[int, ...]
    idle: tuple[int, ...]
    complete: bool


class Reading(NamedTuple):
    """What is taken from one file. waived: None where there are no waivers."""

    row: Row
    notes: tuple[Note, ...] = ()
    paragraphs: tuple[Paragraph, ...] = ()
    figures: tuple[Figure, ...] = ()
    waived: Waived | None = None


def reading_of(file: File | Unusable, result: FileResult) -> Reading:
    """What is taken from a file that was linted, or could not be."""
    waived = _waived(file, result)
    report = result.report
    if report is None:
        error = result.error or result.passed_over or LEFT_OUT
        return Reading(Row(result.path, error, not result.error), waived=waived)
    if not report.outline.is_report:
        return Reading(Row(result.path, "不像年度报告", True), waived=waived)
    notes = tuple(_note(report, finding) for finding in result.findings)
    paragraphs, figures = paragraphs_of(report), figures_of(report)
    lines = {line for each in notes for line in (each.line, *lines_in(each.message))}
    lines |= {each.line for each in paragraphs} | {each.line for each in figures}
    row = _row(report, result, notes)._replace(places=places_of(report, lines))
    return Reading(row, notes, paragraphs, figures, waived)


def _row(report: Report, result: FileResult, notes: tuple[Note, ...]) -> Row:
    outline, found = report.outline, publication(report)
    told, replies = coverage(report), answers(report)
    claims = [
        supports(report, sentence, claim)
        for sentence in sentences_of(report, report.kind.deeds)
        for claim in claims_in(report, sentence)
    ]
    levels = Counter(note.severity for note in notes)
    return Row(
        result.path,
        crashes="".join(map(crashed, result.crashes)),
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
        counts=(levels[Severity.ERROR], levels[Severity.WARNING], levels[Severity.INFO]),
        families=dict(Counter(note.family for note in notes)),
        first=tuple(_first(notes)),
    )


def _first(notes: tuple[Note, ...]) -> list[str]:
    """Titles of the gravest findings, and of those as grave the most frequent."""
    kinds = Counter((note.severity, note.title) for note in notes)
    return [title for _, title in sorted(kinds, key=lambda kind: (-kind[0], -kinds[kind], kind[1]))[:FIRST]]


def _waived(file: File | Unusable, result: FileResult) -> Waived | None:
    if isinstance(file, Unusable) or file.excluded or not file.config.waivers.items:
        return None
    items = file.config.waivers.items
    used, idle = (tuple(n for n, waiver in enumerate(items) if waiver in own) for own in (result.used, result.idle))
    return Waived(used, idle, not result.failed)


def _note(report: Report, finding: Finding) -> Note:
    known = load_checks().get(finding.check)
    words = " ".join(report.words(finding.span).split())
    return Note(
        finding.check,
        finding.title or finding.check,
        known.family_title if known else "",
        int(finding.severity or Severity.INFO),
        report.source.position(finding.span.start).line,
        words if len(words) <= _QUOTED else f"{words[:_QUOTED]}……",
        finding.message,
        finding.suggestion,
        finding.basis or "",
    )
