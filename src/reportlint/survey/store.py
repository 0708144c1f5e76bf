"""What was read from many files: the rows in memory, and what is longer in a database of its own on the disk, gone at the end.

So memory grows by some two kilobytes an office, for the row and for the signatures of its paragraphs, however much is found.
"""

from __future__ import annotations

import sqlite3
import sys
from array import array
from collections.abc import Iterator
from decimal import Decimal
from types import TracebackType
from typing import NamedTuple

from reportlint.errors import UserError
from reportlint.survey.figures import Figure
from reportlint.survey.paragraphs import PLACES
from reportlint.survey.row import Note, Reading, Row, Waived

_TABLES = """
PRAGMA journal_mode = OFF;
PRAGMA cache_size = -8000;
CREATE TABLE notes (office, "check", title, family, severity, line, words, message, suggestion, basis);
CREATE TABLE paragraphs (line, words);
CREATE TABLE figures (office, kind, year, place, matter, unit, value, line, words);
"""
_ALIKE = "kind, year, place, matter, unit"
"""By which figures are of the same thing."""


class StoreError(UserError):
    """What is longer finds no room; ``str(error)`` says what to do."""


class Told(NamedTuple):
    """How often a check found something. places: how often; offices: in how many reports."""

    check: str
    title: str
    places: int
    offices: int


class Store:
    """What was read, in order. rows: one a file. waived: what became of waivers, by the row.

    paragraph_of, sizes, signatures: of each paragraph the number of its row, how long it is, its signature.
    """

    def __init__(self) -> None:
        self.rows: list[Row] = []
        self.waived: dict[int, Waived] = {}
        self.paragraph_of, self.sizes = array("I"), array("I")
        self.signatures = bytearray()
        self._base = sqlite3.connect("")  # of no name: in a temporary file, once it outgrows the cache
        self._base.executescript(_TABLES)

    def __enter__(self) -> Store:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._base.close()

    def add(self, reading: Reading) -> None:
        """Keep what was read from the next file. Raises StoreError."""
        number, row = len(self.rows), reading.row
        self.rows.append(_sharing(row))
        if reading.waived:
            self.waived[number] = reading.waived
        for paragraph in reading.paragraphs:
            self.paragraph_of.append(number)
            self.sizes.append(paragraph.size)
            self.signatures += paragraph.signature
        try:
            self._put("notes", 10, [(number, *note) for note in reading.notes])
            self._put("paragraphs", 2, [(each.line, each.words) for each in reading.paragraphs])
            about = (number, row.kind, row.year or 0)
            self._put("figures", 9, [(*about, *f._replace(value=_written(f.value))) for f in reading.figures])  # type: ignore[arg-type]
        except sqlite3.Error as error:
            raise StoreError(f"中间结果放不下（{error}）。请检查临时文件夹（TMPDIR）的磁盘空间。") from error

    def _put(self, table: str, columns: int, rows: list[tuple[object, ...]]) -> None:
        self._base.executemany(f"INSERT INTO {table} VALUES ({', '.join('?' * columns)})", rows)

    def index(self) -> None:
        """To be called when all is there, before notes are asked for."""
        self._base.execute("CREATE INDEX IF NOT EXISTS by_office ON notes (office)")

    def notes(self, number: int) -> list[Note]:
        """The findings in a report, the gravest first."""
        asked = "SELECT * FROM notes WHERE office = ? ORDER BY severity DESC, line, rowid"
        return [Note(*found[1:]) for found in self._base.execute(asked, (number,))]

    def told(self) -> list[Told]:
        """How often each check found something, the most frequent first."""
        asked = 'SELECT "check", min(title), count(*), count(DISTINCT office) FROM notes GROUP BY "check" ORDER BY 3 DESC, 1'
        return [Told(*found) for found in self._base.execute(asked)]

    def paragraph(self, number: int) -> tuple[int, str]:
        """Line and beginning of a paragraph."""
        line, words = self._base.execute("SELECT line, words FROM paragraphs WHERE rowid = ?", (number + 1,)).fetchone()
        return line, words

    def signature(self, number: int) -> bytes:
        """The signature of a paragraph."""
        return bytes(self.signatures[number * PLACES : (number + 1) * PLACES])

    def differing(self) -> Iterator[tuple[int, Figure]]:
        """The figures that are told with two values or more of the same thing, each with the number of its row, in order."""
        asked = f"""SELECT office, place, matter, unit, value, line, words FROM figures JOIN (
            SELECT {_ALIKE} FROM figures GROUP BY {_ALIKE} HAVING count(DISTINCT value) > 1
        ) USING ({_ALIKE}) ORDER BY figures.rowid"""
        for office, place, matter, unit, value, line, words in self._base.execute(asked):
            yield office, Figure(place, matter, unit, Decimal(value), line, words)


def _written(value: Decimal) -> str:
    return f"{value.normalize():f}"


def _sharing(row: Row) -> Row:
    """The row, with words that are in many rows kept once."""
    shared = sys.intern
    parts = {shared(name): p._replace(label=shared(p.label), status=shared(p.status)) for name, p in row.parts.items()}
    return row._replace(
        kind=shared(row.kind),
        issuer_kind=shared(row.issuer_kind),
        parts=parts,
        families={shared(name): count for name, count in row.families.items()},
        first=tuple(map(shared, row.first)),
    )
