"""What was read from many files, in a database of its own on the disk, gone at the end: memory does not grow with the offices."""

from __future__ import annotations

import pickle
import sqlite3
from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from functools import lru_cache
from itertools import count
from types import TracebackType
from typing import NamedTuple, overload

from reportlint.errors import UserError
from reportlint.lines.issuers import places_in
from reportlint.survey.figures import Figure
from reportlint.survey.row import Note, Reading, Row, Waived

_TABLES = """
PRAGMA journal_mode = OFF;
PRAGMA cache_size = -8000;
CREATE TABLE rows (number INTEGER PRIMARY KEY, last_year, kept, whose, packed, waived);
CREATE TABLE notes (office, "check", title, family, severity, line, words, message, suggestion, basis);
CREATE TABLE paragraphs (number INTEGER PRIMARY KEY, office, line, size, words);
CREATE TABLE signatures (number INTEGER PRIMARY KEY, signature);
CREATE TABLE runs (hash INTEGER, number INTEGER, office, step, words);
CREATE TABLE aside (number INTEGER PRIMARY KEY);
CREATE TABLE figures (office, kind, year, last, place, matter, unit, value, line, words);
"""
_ALIKE = "kind, year, last, matter, unit"
"""By which figures may be of the same thing; last: the last of the places in one another."""
_AT_HAND = 64
"""Rows that are kept unpacked: a row is asked for again and again while a line is written."""


class StoreError(UserError):
    """What was read finds no room; ``str(error)`` says what to do."""


class CheckCount(NamedTuple):
    """How often a check found something. places: how often; offices: in how many reports."""

    check: str
    title: str
    places: int
    offices: int


class Store:
    """What was read, in order: of this year, then of last year, whose rows go on in number. rows, last_rows: one a file.

    base: the database; its tables are above. To be used in a ``with``, which raises StoreError where there is no room.
    """

    def __init__(self) -> None:
        self.base = sqlite3.connect("")  # of no name: in a temporary file, once it outgrows the cache
        self.base.executescript(_TABLES)
        self.rows, self.last_rows = Rows(self, False), Rows(self, True)
        self.row = lru_cache(_AT_HAND)(self._row)
        self._paragraphs = count()

    def __enter__(self) -> Store:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.base.close()
        if isinstance(error, sqlite3.Error):
            raise StoreError("中间结果放不下，或者写不了。请检查临时文件夹（TMPDIR）的磁盘空间。") from error

    def add(self, reading: Reading, last_year: bool = False) -> None:
        """Keep what was read from the next file; of last year's, all that copies are found by."""
        number, row = len(self.rows) + len(self.last_rows), reading.row
        waived = reading.waived and pickle.dumps(reading.waived)
        self._put("rows", [(number, last_year, not row.error, number, pickle.dumps(row), waived)])
        (self.last_rows if last_year else self.rows).length += 1
        paragraphs = [(next(self._paragraphs), each) for each in reading.paragraphs]
        self._put("paragraphs", [(at, number, each.line, each.size, each.words) for at, each in paragraphs])
        self._put("signatures", [(at, each.signature) for at, each in paragraphs if each.signature])
        self._put("runs", [(run.hash, at, number, run.step, run.words) for at, each in paragraphs for run in each.runs])
        if not last_year:
            self._put("notes", [(number, *note) for note in reading.notes])
            about = (number, row.kind, row.year or 0)
            self._put("figures", [(*about, [f.place, *places_in(f.place)][-1], *f._replace(value=_written(f.value))) for f in reading.figures])  # type: ignore[arg-type]  # fmt: skip

    def tell_whose(self, offices: Mapping[int, Hashable]) -> None:
        """Say which rows are of one office. offices: by number of row, what tells one from another; a row that is not there is its own."""
        first: dict[Hashable, int] = {}
        rows = [(first.setdefault(office, number), number) for number, office in offices.items()]
        self.base.executemany("UPDATE rows SET whose = ? WHERE number = ?", rows)

    def set_aside(self, rows: Iterable[int]) -> None:
        """Look for no copies of these rows' paragraphs."""
        self._put("aside", [(number,) for number in rows])
        for table in ("signatures", "runs"):
            its = "SELECT number FROM paragraphs WHERE office IN (SELECT number FROM aside)"
            self.base.execute(f"DELETE FROM {table} WHERE number IN ({its})")

    def _put(self, table: str, rows: list[tuple[object, ...]]) -> None:
        if rows:
            self.base.executemany(f"INSERT INTO {table} VALUES ({', '.join('?' * len(rows[0]))})", rows)

    def index(self) -> None:
        """To be called when all is there, before notes are asked for."""
        self.base.execute("CREATE INDEX IF NOT EXISTS by_office ON notes (office)")

    def _row(self, number: int) -> Row:
        """A row of this year or last."""
        ((packed,),) = self.base.execute("SELECT packed FROM rows WHERE number = ?", (number,))
        row: Row = pickle.loads(packed)  # of our own making
        return row

    def waived(self) -> Iterator[tuple[int, Waived]]:
        """What became of the waivers on the files of this year, where there are some, by number of row."""
        asked = "SELECT number, waived FROM rows WHERE waived IS NOT NULL AND NOT last_year ORDER BY number"
        for number, packed in self.base.execute(asked):
            yield number, pickle.loads(packed)

    def notes(self, number: int) -> list[Note]:
        """The findings in a report, the gravest first."""
        asked = "SELECT * FROM notes WHERE office = ? ORDER BY severity DESC, line, rowid"
        return [Note(*found[1:]) for found in self.base.execute(asked, (number,))]

    def check_counts(self) -> list[CheckCount]:
        """How often each check found something, the most frequent first."""
        asked = 'SELECT "check", min(title), count(*), count(DISTINCT office) FROM notes GROUP BY "check" ORDER BY 3 DESC, 1'
        return [CheckCount(*found) for found in self.base.execute(asked)]

    def paragraph(self, number: int) -> tuple[int, str]:
        """Line and beginning of a paragraph."""
        ((line, words),) = self.base.execute("SELECT line, words FROM paragraphs WHERE number = ?", (number,))
        return line, words

    def signature(self, number: int) -> bytes:
        """The signature of a paragraph."""
        ((signature,),) = self.base.execute("SELECT signature FROM signatures WHERE number = ?", (number,))
        return bytes(signature)

    def differing(self) -> Iterator[tuple[tuple[object, ...], int, int, Figure]]:
        """The figures that are told with two values or more of what may be the same thing: what that is, the office by the number of
        its first row, the row, the figure; in order.
        """
        asked = f"""SELECT {_ALIKE}, whose, office, place, matter, unit, value, line, words FROM figures JOIN (
            SELECT {_ALIKE} FROM figures GROUP BY {_ALIKE} HAVING count(DISTINCT value) > 1
        ) USING ({_ALIKE}) JOIN rows ON rows.number = office ORDER BY figures.rowid"""
        for *thing, whose, office, place, matter, unit, value, line, words in self.base.execute(asked):
            yield tuple(thing), whose, office, Figure(place, matter, unit, Decimal(value), line, words)


class Rows(Sequence[Row]):
    """The rows of this year, or of last year, unpacked as they are asked for."""

    def __init__(self, store: Store, last_year: bool) -> None:
        self.store, self.last_year, self.length = store, last_year, 0

    def __len__(self) -> int:
        return self.length

    @overload
    def __getitem__(self, at: int) -> Row: ...
    @overload
    def __getitem__(self, at: slice) -> Sequence[Row]: ...
    def __getitem__(self, at: int | slice) -> Row | Sequence[Row]:
        if isinstance(at, slice):
            return [self[number] for number in range(*at.indices(self.length))]
        if not 0 <= at < self.length:
            raise IndexError(at)
        return self.store.row(at + len(self.store.rows) if self.last_year else at)

    def __iter__(self) -> Iterator[Row]:
        asked = "SELECT packed FROM rows WHERE last_year = ? ORDER BY number"
        return (pickle.loads(packed) for (packed,) in self.store.base.execute(asked, (self.last_year,)))


def _written(value: Decimal) -> str:
    return f"{value.normalize():f}"
