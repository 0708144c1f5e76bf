"""Whose each report is, by a roster, and who has sent none, or not all that it owes.

A name in a title is an office's name where it is the same, is one of the short names given, or is short by the field's own rule:
its characters stand in the full name in that order, from its last word on (市住建局, 市住房和城乡建设局), in the same place. Of two
offices of one name the folder may tell, where it is called by the place of one (青岚县/城关镇.docx). What fits two, or nearly one, or what
the file's name alone tells, is asked about and not guessed.
"""

from __future__ import annotations

import os
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from typing import NamedTuple

from reportlint.kept import patterns
from reportlint.language.words.differences import in_order
from reportlint.lines.issuers import places_in
from reportlint.outline.report_kind import load_kind
from reportlint.survey.roster import TOWNSHIPS, Office, bare_name

_PIECES = patterns.compile(r"[\W\d_]+|年度|关于|法治政府|政府信息公开")
"""What parts the names in the name of a file, or of several offices."""
_REMARK = patterns.compile(r"\([^()]*\)$")
"""What is said of an office behind its name: （含执法队）."""
_SEVERAL = patterns.compile(r"\W|[局厅委办院府][和与及暨]")
"""What stands between several names."""
_NEAR = 80
"""rapidfuzz' ratio from which a name is near enough to be asked about."""


class Matched(NamedTuple):
    """Which reports are whose. of: number of a report to the number of its office. asked: a report that is nobody's, to the names
    of offices that it might be. several: those of them whose name is that of several offices.
    """

    of: dict[int, int]
    asked: dict[int, list[str]]
    several: frozenset[int] = frozenset()


class Missing(NamedTuple):
    """An office that has not sent what it owes. reports: titles of what it still owes; () where it has sent nothing at all. remark:
    what else is known of that, in words: a report on another year, or one that might be its.
    """

    office: Office
    reports: tuple[str, ...] = ()
    remark: str = ""

    @property
    def told(self) -> str:
        """What is missing, in words."""
        return f"没有报送{'、'.join(self.reports)}{f'（{self.remark}）' if self.remark else ''}"


class Whose(NamedTuple):
    """What a report says whose it is: the name in its title, "" where there is none; the path of its file; the name of its kind."""

    issuer: str
    path: str = ""
    kind: str = ""
    year: int | None = None


def match(reports: Mapping[int, Whose], offices: Sequence[Office]) -> Matched:
    """Whose each report is, by its number."""
    whose, of, asked, several = _Whose(offices), dict[int, int](), dict[int, list[str]](), set[int]()
    for report, told in reports.items():
        fitting = whose.fitting(told.issuer)
        if len(fitting) > 1:
            fitting = whose.below(fitting, os.path.dirname(told.path)) or fitting
        if len(fitting) == 1:
            (of[report],) = fitting
            continue
        if fitting:
            several.add(report)
        named = fitting or whose.named(told.issuer or os.path.splitext(os.path.basename(told.path))[0])
        asked[report] = [offices[number].name for number in sorted(named)] or whose.near(told.issuer)
    return Matched(of, asked, frozenset(several))


class _Whose:
    """Offices by what is looked up: names, and of short names the place and the last character; so that a report is not set
    against all offices, and a name is looked up once.
    """

    def __init__(self, offices: Sequence[Office]) -> None:
        self.names = [office.name for office in offices]
        self.bare = [_REMARK.sub("", bare_name(name)) for name in self.names]
        self.exact: dict[str, set[int]] = defaultdict(set)
        self.ending: dict[tuple[str, str], list[int]] = defaultdict(list)
        for number, (office, bare) in enumerate(zip(offices, self.bare, strict=True)):
            for name in (bare, *map(bare_name, (office.name, *office.short))):
                self.exact[name].add(number)
            for place in ("", *places_in(bare)[-1:]):
                self.ending[place, _trimmed(bare)[-1:]].append(number)
        self.nowhere = [number for number, bare in enumerate(self.bare) if not places_in(bare)]
        self.fitting, self.near = cache(self._fitting), cache(self._near)

    def _fitting(self, issuer: str) -> set[int]:
        """The offices that a name in a title may mean, by their numbers."""
        name = bare_name(issuer)
        if same := self.exact.get(name) or self.exact.get(name := _REMARK.sub("", name)):
            return same
        places = places_in(name)
        if _SEVERAL.search(name) or any(place in name[len("".join(places)) :] for place in places):
            return set()  # of two that report together each has its letters in it
        place = "".join(places[-1:])
        alike = self.ending.get((place, _trimmed(name)[-1:]), ())
        return {at for at in alike if is_short_for(name, self.bare[at]) or is_short_for(self.bare[at], name)}

    def below(self, fitting: set[int], folder: str) -> set[int]:
        """Those of the offices whose own place a folder, or one above it, is called by, where that is one of them alone."""
        folders = folder.split(os.sep)
        found = {at for at in fitting if _seat(self.names[at]) in folders}
        return found if len(found) == 1 else set()

    def named(self, words: str) -> set[int]:
        """The offices that words name, of a file (云川市水利局2024年报告) or of several that report together."""
        return {at for piece in _PIECES.split(words) for at in self.fitting(piece) if piece}

    def _near(self, issuer: str) -> list[str]:
        """The names that are nearly that one, or would be it if they had a place."""
        from rapidfuzz import fuzz, process

        name = bare_name(issuer)
        if placed := [self.names[at] for at in self.nowhere if is_short_for(self.bare[at], name)]:
            return placed
        found = process.extract(issuer, self.names, scorer=fuzz.ratio, score_cutoff=_NEAR, limit=3)
        return [name for name, *_ in found]


def missing(
    offices: Sequence[Office], reports: Mapping[int, Whose], matched: Matched, year: int | None
) -> Iterator[Missing]:
    """Who has not sent all that it owes for a year; what is on another year is late, or early."""
    timely = {report for report, told in reports.items() if told.year in (None, year)}
    perhaps = {name for report, names in matched.asked.items() if report in timely for name in names}
    sent, others = defaultdict[int, set[str]](set), defaultdict[int, set[int | None]](set)
    for report, number in matched.of.items():
        if report in timely:
            sent[number].add(reports[report].kind)
        else:
            others[number].add(reports[report].year)
    for number, office in enumerate(offices):
        remark = "有一份可能是它的，请核对" if office.name in perhaps else ""
        if number not in sent:
            years = "、".join(map(str, sorted(filter(None, others[number]))))
            yield Missing(office, remark=remark or (f"报来的是 {years} 年度的" if years else ""))
        elif left := [name for name in office.reports if name not in sent[number]]:
            yield Missing(office, tuple(load_kind(name).label for name in left), remark)


def is_short_for(short: str, full: str) -> bool:
    """Is a name short for another by the field's rule? What a body has below it (公安局交通管理局) it is not short for."""
    of_short, of_full = places_in(short), places_in(full)
    if not of_short and of_full and short[:1] == of_full[-1][-1:]:  # 市住建局 of 云川市
        short = short[1:]
    if of_full[len(of_full) - len(of_short) :] != of_short:
        return False
    rest, whole = (_trimmed(name[len("".join(places)) :]) for name, places in ((short, of_short), (full, of_full)))
    below = whole.startswith(rest) and whole != rest
    return bool(rest) and rest[-1] == whole[-1:] and in_order(rest, whole) and not below


def _seat(name: str) -> str:
    """The county, or what else is wider than a township, that an office is of; "" where its name has none."""
    return next((place for place in reversed(places_in(name)) if not place.endswith(TOWNSHIPS)), "")


def _trimmed(name: str) -> str:
    """A name with its last word, by which a body is told, in short: 委 for 委员会."""
    for long, short in (("委员会", "委"), ("办公室", "办"), ("办事处", "办")):
        if name.endswith(long):
            return name.removesuffix(long) + short
    return name
