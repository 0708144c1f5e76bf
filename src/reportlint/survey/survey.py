"""Rows to a survey: whose each report is, who is missing, who copied from whom, what two offices tell differently."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from reportlint.finding import Severity
from reportlint.survey.contradictions import Contradiction, find_contradictions
from reportlint.survey.copies import Copy, Place, copies_in, find_copies, templates_in
from reportlint.survey.idle_waivers import IdleWaiver
from reportlint.survey.matching import Matched, Missing, match, missing
from reportlint.survey.roster import Office
from reportlint.survey.row import Row
from reportlint.survey.store import Store
from reportlint.survey.whose import doubled, offices_of, told_apart, whose_are

YEARS = range(1949, 2100)
"""The years that a report may be on."""


class Survey(NamedTuple):
    """All that is known of many reports. store: what was read, this year and last. year: that on which most report.

    offices: those of the roster; () without one. matched: whose the reports are, by number of row. names: of reports that the name
    in their title does not tell from others. missing: who has not sent all it owes. doubled: numbers of rows, each group of one
    office. other_year: numbers of the rows whose report is on another year. not_last_year: the rows given as last year's that are
    on another year; no copies are looked for in them. copied: how many groups of copied paragraphs there are. idle: waivers in the
    settings that do nothing any more. reviews: the review copies that were written, by number of row.
    """

    store: Store
    year: int | None
    offices: Sequence[Office]
    matched: Matched
    names: Mapping[int, str]
    missing: list[Missing]
    doubled: list[list[int]]
    other_year: list[int]
    not_last_year: list[Row]
    copied: int
    contradictions: list[Contradiction]
    idle: Sequence[IdleWaiver] = ()
    reviews: Mapping[int, str] = {}

    @property
    def rows(self) -> Sequence[Row]:
        """A row a file."""
        return self.store.rows

    @property
    def reports(self) -> list[int]:
        """Numbers of the rows that are reports."""
        return [number for number, row in enumerate(self.rows) if not row.error]

    @property
    def kinds(self) -> list[str]:
        """The names of the kinds of report that there are."""
        return sorted({self.rows[number].kind for number in self.reports})

    @property
    def by_roster(self) -> str:
        """How many have reported, in words; "" without a roster."""
        if not self.offices:
            return ""
        return f"名单上 {len(self.offices)} 个单位，{self.owing}"

    @property
    def owing(self) -> str:
        """How many have sent nothing, and how many not all, in words."""
        partly = sum(bool(each.reports) for each in self.missing)
        said = f"{len(self.missing) - partly} 个没有报送"
        return f"{said}，{partly} 个没有报齐" if partly else said

    @property
    def unread(self) -> list[int]:
        """Numbers of the rows of files that are no report, or could not be read."""
        return [number for number, row in enumerate(self.rows) if row.error]

    @property
    def unread_last_year(self) -> list[Row]:
        """The rows of the files of last year that are no report, or could not be read."""
        return [row for row in self.store.last_rows if row.error]

    def office(self, number: int) -> Office | None:
        """Whose the report of a row is, by the roster."""
        at = self.matched.of.get(number)
        return None if at is None else self.offices[at]

    def still_owed(self, office: Office) -> tuple[str, ...]:
        """The titles of the reports that an office, which has sent some, has not."""
        return next((each.reports for each in self.missing if each.office is office), ())

    def called(self, number: int) -> str:
        """What a row is called: as in the roster, else as its title has it, else by its file."""
        office = self.office(number)
        return office.name if office else self.names.get(number) or self.rows[number].called

    def count(self, level: Severity) -> int:
        """How many findings of a level the reports have together."""
        return sum(self.rows[number].count(level) for number in self.reports)

    def copies(self) -> Iterator[Copy]:
        """Who copied from whom, the weightiest first."""
        return copies_in(self.store)

    @property
    def templates(self) -> list[tuple[str, int]]:
        """What is no copy, since so many offices have it: how each paragraph begins, and how many."""
        return templates_in(self.store)

    def at(self, place: Place) -> tuple[Row, int, str]:
        """The row, the line and the words of a place that is copied."""
        line, words = self.store.paragraph(place.paragraph)
        return self.store.row(place.row), line, place.words or words


def survey_of(
    store: Store, offices: Sequence[Office] = (), year: int | None = None, idle: Sequence[IdleWaiver] = ()
) -> Survey:
    """The survey of what was read. year: that which is asked for; told from the reports when absent."""
    store.index()
    reports = whose_are(store)
    years = Counter(told.year for told in reports.values() if told.year)
    year = year or max(years, key=lambda each: (years[each], each), default=None)
    matched = match(reports, offices) if offices else Matched({}, {})
    known = offices_of(reports, matched)
    store.tell_whose(known)
    last = enumerate(store.last_rows, len(store.rows))
    aside = {number: row for number, row in last if row.year and year and row.year != year - 1}
    store.set_aside(aside)
    return Survey(
        store,
        year,
        offices,
        matched,
        told_apart(reports, known, matched),
        list(missing(offices, reports, matched, year)),
        doubled(reports, known),
        [number for number, told in reports.items() if told.year and told.year != year],
        [*aside.values()],
        find_copies(store),
        find_contradictions(store),
        idle,
    )
