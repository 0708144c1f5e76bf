"""Whose each report is, by a roster, and who has sent none, or not all that it owes.

A name in a title is an office's name where it is the same, is one of the short names given, or is short by the field's own rule:
its characters stand in the full name in that order, from its last word on (市住建局, 市住房和城乡建设局), in the same place. What fits
two offices, or nearly one, is asked about and not guessed.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from reportlint.lines.issuers import places_in
from reportlint.outline.report_kind import load_kind
from reportlint.survey.roster import Office

_NEAR = 80
"""rapidfuzz' ratio from which a name is near enough to be asked about."""


class Matched(NamedTuple):
    """Which reports are whose. of: number of a report to the number of its office. asked: a report that is nobody's, to the names
    of offices that it might be.
    """

    of: dict[int, int]
    asked: dict[int, list[str]]


class Missing(NamedTuple):
    """An office that has not sent what it owes. reports: titles of what it still owes; () where it has sent nothing at all."""

    office: Office
    reports: tuple[str, ...] = ()

    @property
    def told(self) -> str:
        """What is missing, in words."""
        return f"没有报送{'、'.join(self.reports)}"


def match(issuers: Mapping[int, str], offices: Sequence[Office]) -> Matched:
    """Whose each report is. issuers: number of a report to the name in its title; "" where there is none."""
    exact: dict[str, set[int]] = defaultdict(set)
    by_end: dict[str, list[int]] = defaultdict(list)
    for number, office in enumerate(offices):
        by_end[_last(office.name)].append(number)
        for name in (office.name, *office.short):
            exact[_bare(name)].add(number)
    of, asked = {}, {}
    for report, issuer in issuers.items():
        fitting = exact.get(_bare(issuer)) or {
            number for number in by_end.get(_last(issuer), ()) if is_short_for(issuer, offices[number].name)
        }
        if len(fitting) == 1:
            of[report] = next(iter(fitting))
        else:
            asked[report] = [offices[number].name for number in sorted(fitting)] or _near(issuer, offices)
    return Matched(of, asked)


def missing(offices: Sequence[Office], of: Mapping[int, int], kinds: Mapping[int, str]) -> Iterator[Missing]:
    """Who has not sent all that it owes. of: number of a report to the number of its office; kinds: to the name of its kind."""
    sent: dict[int, set[str]] = defaultdict(set)
    for report, number in of.items():
        sent[number].add(kinds[report])
    for number, office in enumerate(offices):
        if number not in sent:
            yield Missing(office)
        elif left := [name for name in office.reports if name not in sent[number]]:
            yield Missing(office, tuple(load_kind(name).label for name in left))


def is_short_for(short: str, full: str) -> bool:
    """Is a name short for another by the field's rule?"""
    of_short, of_full = places_in(short), places_in(full)
    if not of_short and of_full and short[:1] == of_full[-1][-1:]:  # 市住建局 of 云川市
        short = short[1:]
    if of_full[len(of_full) - len(of_short) :] != of_short:
        return False
    rest, whole = short[len("".join(of_short)) :], full[len("".join(of_full)) :]
    return bool(rest) and _last(rest) == _last(whole) and _within(rest, whole)


def _last(name: str) -> str:
    """The last character, by which a body is told; of 委员会 and 委 the same, as of 办公室 and 办."""
    for long, short in (("委员会", "委"), ("办公室", "办"), ("办事处", "办")):
        if name.endswith(long):
            return short
    return name[-1:]


def _within(short: str, full: str) -> bool:
    characters = iter(full)
    return all(character in characters for character in short)


def _bare(name: str) -> str:
    return "".join(name.split()).removeprefix("中共").replace("人民政府", "政府")


def _near(issuer: str, offices: Sequence[Office]) -> list[str]:
    from rapidfuzz import fuzz, process

    found = process.extract(issuer, [office.name for office in offices], scorer=fuzz.ratio, score_cutoff=_NEAR, limit=3)
    return [name for name, *_ in found]
