"""Of which office each report is: by the roster, else by the name in its title, and which are of one office on one year."""

from __future__ import annotations

import os
from collections.abc import Hashable, Mapping

from reportlint.lines.issuers import places_in
from reportlint.survey.matching import Matched, Whose
from reportlint.survey.roster import TOWNSHIPS, bare_name
from reportlint.survey.store import Store


def whose_are(store: Store) -> dict[int, Whose]:
    """What the reports of this year say whose they are, by number of row."""
    rows = enumerate(store.rows)
    return {number: Whose(row.issuer, row.path, row.kind, row.year) for number, row in rows if not row.error}


def offices_of(reports: Mapping[int, Whose], matched: Matched) -> dict[int, Hashable]:
    """What tells the office of each report from others; reports are not there of which that is not known."""
    known = {number: matched.of.get(number, _by_title(told)) for number, told in reports.items()}
    return {number: office for number, office in known.items() if office is not None and number not in matched.several}


def doubled(reports: Mapping[int, Whose], offices: Mapping[int, Hashable]) -> list[list[int]]:
    """Reports of one office on one year, two or more."""
    groups: dict[Hashable, list[int]] = {}
    for number, office in offices.items():
        groups.setdefault((office, reports[number].kind, reports[number].year), []).append(number)
    return [numbers for numbers in groups.values() if len(numbers) > 1]


def told_apart(reports: Mapping[int, Whose], offices: Mapping[int, Hashable], matched: Matched) -> dict[int, str]:
    """What reports are called whose name is that of two offices, and which no roster names: with the folder, or the file."""
    alike: dict[str, list[int]] = {}
    for number, told in reports.items():
        if told.issuer and number not in matched.of:
            alike.setdefault(bare_name(told.issuer), []).append(number)
    found: dict[int, str] = {}
    for numbers in alike.values():
        if (count := len({offices.get(number, number) for number in numbers})) < 2:
            continue
        folders = {number: os.path.dirname(reports[number].path) for number in numbers}
        apart = folders if len({*folders.values()}) == count else {number: reports[number].path for number in numbers}
        found |= {number: f"{reports[number].issuer}（{os.path.basename(apart[number])}）" for number in numbers}
    return found


def _by_title(told: Whose) -> Hashable:
    """The name, and of one that may be in any county (松坪镇人民政府) the folder; None where there is no name."""
    anywhere = all(place.endswith(TOWNSHIPS) for place in places_in(told.issuer))
    return (bare_name(told.issuer), os.path.dirname(told.path) if anywhere else "") if told.issuer else None
