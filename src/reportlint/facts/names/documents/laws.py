"""How a law stands on a day: not yet published, published but not in force, in force, repealed; and how many articles it has.

Moments are those of moments.py, 2023, 2023-09 or 2023-09-01. One known only to its month settles nothing within the month:
what is said here holds for every day it can mean.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from typing import Any, Literal, NamedTuple

from reportlint.facts.names.documents.titles import base_of, period_of
from reportlint.kept.cache import digest
from reportlint.language.tables import parse_table

Row = Mapping[str, Any]
Standing = Literal["unpublished", "pending", "in force", "over"]


class Version(NamedTuple):
    """A text of a law. day: it was passed. force: from when it holds; "" for unknown. articles: the last one's number, 0 for
    unknown."""

    day: str
    force: str = ""
    articles: int = 0


class Law(NamedTuple):
    """A row of laws.yaml.

    versions: in their order, the first as it was made. repealed: the first day without it, by: what did that, or 无; both ""
    for a law in force. to: the last moment of a plan whose years run out. verified: may an error rest on it?
    """

    name: str
    kind: str
    versions: tuple[Version, ...] = ()
    also: tuple[str, ...] = ()
    repealed: str = ""
    by: str = ""
    to: str = ""
    verified: bool = False

    @property
    def published(self) -> str:
        """When it was passed or issued; "" for unknown."""
        return self.versions[0].day if self.versions else ""

    @property
    def base(self) -> str:
        """The name without its period."""
        return base_of(self.name)

    @property
    def period(self) -> tuple[int, int] | None:
        """The years that the name states: 2021—2025."""
        return period_of(self.name)


_COLUMNS = {
    "name": "word", "kind": "word", "also": "words?", "versions": "words?", "repealed": "date?", "by": "word?",
    "to": "date?", "source": "word", "verified": "flag?",
}  # fmt: skip
_TABLE = os.path.join(os.path.dirname(__file__), "laws.yaml")


def edition() -> str:
    """What tells one edition of the table from another."""
    with open(_TABLE, "rb") as file:
        return digest(file.read())


def load_laws() -> Sequence[Row]:
    """The rows of the table. Raises TableError."""
    with open(_TABLE, "rb") as file:
        return parse_table(file.read(), _TABLE, _COLUMNS)


def law_of(row: Row) -> Law:
    """A row of the table as a law. Raises ValueError for a version that is none."""
    return Law(
        name=row["name"],
        kind=row["kind"],
        versions=tuple(map(version_of, row.get("versions", ()))),
        also=tuple(row.get("also", ())),
        repealed=row.get("repealed", ""),
        by=row.get("by", ""),
        to=row.get("to", ""),
        verified=row.get("verified", False),
    )


def version_of(text: str) -> Version:
    """A version as the table writes it: 2021-01-22/2021-07-15/86, 2017-09-01//64 or 2009-08-27. Raises ValueError."""
    day, force, articles = [*text.split("/"), "", ""][:3]
    return Version(day, force, int(articles or 0))


def standing(law: Law, day: str) -> Standing:
    """How a law stands on ``day``, 2026-08-15. What the table does not know is taken to be in force."""
    if _before(day, law.published):
        return "unpublished"
    if (law.repealed and not _before(day, law.repealed)) or _after(day, law.to):
        return "over"
    if law.versions and _before(day, law.versions[0].force):
        return "pending"
    return "in force"


def last_article(law: Law, first: str, last: str) -> tuple[int, bool]:
    """The highest number that an article can have had between two days, by any text published and not yet replaced; 0 for unknown.

    And whether that is sure: of no text that may have been meant the length is unknown.
    """
    counts = [version.articles for version, until in _spans(law) if not _before(last, version.day) and first < until]
    return max(counts, default=0), all(counts)


def _spans(law: Law) -> Iterator[tuple[Version, str]]:
    """Every version with the moment from which it holds no more.

    An amendment whose own day is all that is known comes into force within two years, so long the text before it may hold.
    """
    for version, later in pairwise(law.versions):
        yield version, later.force or str(int(later.day[:4]) + 2)
    if law.versions:
        yield law.versions[-1], "9999"


def _before(day: str, moment: str) -> bool:
    """Is a day before all that a moment can mean? Never, for an unknown one."""
    return day[: len(moment)] < moment


def _after(day: str, moment: str) -> bool:
    """Is a day after all that a moment can mean? Never, for an unknown one."""
    return bool(moment) and day[: len(moment)] > moment
