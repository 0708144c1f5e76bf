"""What the words of a clause say of the prescribed tables: requests received, suits, documents in force (_words.yaml)."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import lru_cache
from typing import NamedTuple

from reportlint.kept import patterns
from reportlint.language.numbers.years import years_in
from reportlint.language.tables import load_table
from reportlint.lines.issuers import places_in
from reportlint.report import Report

_YEAR = r"20\d\d年度?"
_YEARS = {0: "whole", -1: "last", 1: "next"}
"""Years by how far they are from the year reported on."""
_REALMS = {"government": "省市州盟县区旗", "township": "镇乡"}
_OFFICES = "局 委 办 厅 处 院 校 中心 部门 单位 机关 公司 集团 街道".split()
DISPUTES = ("reviews", "suits", "one-suit")
OTHERS = ("outcome", "documents", "standing", "decisions", "fees")


class Phrase(NamedTuple):
    """What a stretch of words says. said: matter to the sums it may mean (_words.yaml), in order. unknown: the words not known."""

    said: dict[str, tuple[str, ...]]
    unknown: str

    def says(self, *matters: str) -> bool:
        """Does it say one of these?"""
        return any(matter in self.said for matter in matters)

    def ways(self, matter: str) -> tuple[str, ...]:
        """The sums that a matter may mean."""
        return self.said.get(matter, ())

    @property
    def is_just_asked(self) -> bool:
        """Does it name requests, but not for what (收到申请12件)?"""
        named = self.is_of_requests or self.says("disclosure", "result", "applicant", *DISPUTES, *OTHERS)
        return self.says("asked") and not named

    @property
    def is_of_requests(self) -> bool:
        """Does it name requests for disclosure, and not just some request? 新收 is the table's own word for them."""
        named = self.says("disclosure") or self.ways("received") == ("本年新收",)
        return self.says("request") or (self.says("asked") and named)

    @property
    def is_particular(self) -> bool:
        """Does it say which ones of those told before: 其中自然人申请8件, and not 其中书面申请3件?"""
        return self.says("result", "applicant", "carried", *DISPUTES, *OTHERS) or self.ways("received") == ("本年新收",)

    @property
    def is_of_disputes(self) -> bool:
        """Does it name reviews or suits about disclosure?"""
        return self.says(*DISPUTES) and self.says("disclosure", "request")


Reader = Callable[[str], Phrase]


def reader(report: Report) -> Reader:
    """What reads stretches of this report's text; the issuer's own names, the year reported on and its realm say nothing new."""
    rows, scan = _rows(), _scan()
    own = re.compile("|".join(sorted(_own_names(report), key=len, reverse=True)))
    is_government = report.issuer_kind == "government"

    def read(text: str) -> Phrase:
        said: dict[str, tuple[str, ...]] = {}
        unknown: list[str] = []
        at = 0
        for match in scan.finditer(own.sub(lambda match: " " * len(match[0]), text)):
            unknown.append(text[at : match.start()])
            at = match.end()
            if match.lastgroup == "year":
                said[_YEARS.get(years_in(match[0])[0] - (report.outline.year or 0), "other-year")] = ()
            elif match.lastgroup is None:
                matter, ways = rows[match[0]]
                if matter == "scope" and not is_government:
                    unknown.append(match[0])
                said[matter] = (*said.get(matter, ()), *ways)
        unknown.append(text[at:])
        return Phrase(said, "".join(unknown))

    return read


@lru_cache(maxsize=1)
def _rows() -> dict[str, tuple[str, tuple[str, ...]]]:
    """Word to matter and ways."""
    rows = load_table(__file__, "_words", says="word", words="words", ways="words?")
    return {word: (row["says"], tuple(row.get("ways", ()))) for row in rows for word in row["words"]}


@lru_cache(maxsize=1)
def _scan() -> re.Pattern[str]:
    """The words, the longest first, years and blanks."""
    words = "|".join(map(re.escape, sorted(_rows(), key=len, reverse=True)))
    return patterns.compile(rf"(?P<year>{_YEAR})|{words}|(?P<blank>\s+)")


def _own_names(report: Report) -> Iterator[str]:
    """Patterns of what the issuer calls itself; of a government only its realm, for 县政府 may be one of several whose figures it tells."""
    yield from (f"{pronoun}{office}" for pronoun in "我本全" for office in _OFFICES)
    yield from (f"{pronoun}{place}" for pronoun in "我本全" for place in _REALMS.get(report.issuer_kind, ""))
    title = report.outline.title
    issuer = (title and title.issuer) or ""
    places = places_in(issuer)
    if report.issuer_kind == "government":
        yield from (f"{re.escape(place)}(?!人民政府|政府)" for place in places[-1:])
        return
    rest = issuer[len("".join(places)) :]
    yield from (re.escape(issuer[at:]) for at in range(len(issuer) - 1))
    if places and rest:
        yield from (re.escape(f"{places[-1][-1]}{short}") for short in (rest[-1], rest[-2:]))
