"""What a letter says to an office, point by point: what is missing, wrong or to be considered in its report, and what only
the reports of all show: figures that another office tells differently, paragraphs that others have, a second report.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from reportlint.finding import Severity
from reportlint.language.numbers.ordinals import numeral
from reportlint.reporters.plain_text import clean, cut
from reportlint.survey.contradictions import Contradiction
from reportlint.survey.copies import Copy, Place
from reportlint.survey.places import INNER, by_places
from reportlint.survey.row import Note, Row
from reportlint.survey.survey import Survey
from reportlint.survey.table import files_of_several

LISTS = ("缺什么", "要改的", "要核对的", "斟酌的")
"""Fields of a template that are lists of points."""
_MISSING = ("missing-section", "missing-responsibility", "missing-causes", "uncovered-matter", "rule-mismatch")
"""Checks that say what is not there."""
_GAP = "heading-sequence"
"""The check that finds the gap in the numbers, where a section is missing."""
_QUOTED = 60
"""Columns of a copied paragraph that are quoted."""
_KNOWN = 12
"""Characters of a heading by which it is known."""
_COPIES, _PLACES = 5, 5
"""Copied paragraphs that a letter names, and places of each; the survey has all."""


class Point(NamedTuple):
    """One point of a letter. lead: what it is about. said: of each place. common: what holds for all of them."""

    lead: str
    said: list[str]
    common: str = ""


class Others(NamedTuple):
    """What only the reports of all show, by numbers of rows: second reports, figures told differently, copies, the weightiest
    first, and how many there are of these. files: of offices with several reports.
    """

    doubled: dict[int, list[int]]
    contradictions: dict[int, list[Contradiction]]
    copies: dict[int, list[Copy]]
    copied: dict[int, int]
    files: dict[int, str]


def others_in(survey: Survey) -> Others:
    """What all reports show, looked up once for all letters."""
    contradictions: dict[int, list[Contradiction]] = defaultdict(list)
    for each in survey.contradictions:
        for number in {each.one[0], each.other[0]}:
            contradictions[number].append(each)
    copies: dict[int, list[Copy]] = defaultdict(list)
    copied: dict[int, int] = defaultdict(int)
    for copy in survey.copies():
        for number in {place.row for place in copy.places if not place.last_year}:
            copied[number] += 1
            if copied[number] <= _COPIES:
                copies[number].append(copy)
    return Others(
        {n: group for group in survey.doubled for n in group}, contradictions, copies, copied, files_of_several(survey)
    )


def points_of(survey: Survey, number: int, others: Others) -> dict[str, list[Point]]:
    """The points for the office of a row, by the fields of the template."""
    row = survey.rows[number]
    notes = sorted(survey.store.notes(number), key=lambda note: (-note.severity, note.line))
    parts = _by_part(row, notes)
    told = {id(note) for group in parts for note in group}
    left = [note for note in notes if id(note) not in told]
    missing = [note for note in left if note.check in _MISSING]
    wrong = [note for note in left if note.check not in _MISSING and note.severity >= Severity.WARNING]
    rest = [note for note in left if note.check not in _MISSING and note.severity < Severity.WARNING]
    of_all = (_second, _told_otherwise, _copied)
    listed = (
        [*_owed(survey, number), *(_of_part(row, group) for group in parts), *_by_title(row, missing)],
        _by_title(row, wrong),
        [point for tell in of_all for point in tell(survey, number, others)],
        _by_title(row, rest),
    )
    return dict(zip(LISTS, listed, strict=True))


def listed(points: Iterable[Point]) -> str:
    """Points in lines, counted as official papers count below 一、: （一）, and within one 1."""
    lines = []
    for count, (lead, said, common) in enumerate(points, 1):
        if len(said) == 1:
            lines.append(f"（{numeral(count)}）{lead}。{said[0]}{common}")
        else:
            lines.append(f"（{numeral(count)}）{lead}（{len(said)}处）。{common}")
            lines += [f"{at}.{each}" for at, each in enumerate(said, 1)]
    return "\n".join(" ".join(line.split()) for line in lines)


def _by_part(row: Row, notes: list[Note]) -> list[list[Note]]:
    """The notes that say of one part that it is not there, together: that it has no section, what was to be in it, and the gap that
    it leaves in the numbers of the headings.
    """
    groups: dict[str, list[Note]] = {}
    for note in notes:
        told = note.message + note.suggestion
        label = next((part.label for part in row.parts.values() if f"“{part.label}”" in told), "")
        if label and note.check in _MISSING:
            groups.setdefault(label, []).append(note)
    for group in groups.values():
        gaps = {note.line for note in group if note.check == _MISSING[0]}
        group += [note for note in notes if note.check == _GAP and note.line in gaps]
    return list(groups.values())


def _of_part(row: Row, notes: list[Note]) -> Point:
    """What is said of one part, once."""
    first, *more = sorted(notes, key=lambda note: note.check != _MISSING[0])
    said = "".join(by_places(note.message, row.places) for note in (first, *more))
    asked = list(dict.fromkeys(note.suggestion for note in notes if note.check in _MISSING))
    asked = [one for one in asked if not any(one != other and one.rstrip("。") in other for other in asked)]
    rules = dict.fromkeys(rule for note in (first, *more) for rule in note.basis.split("；") if note.check in _MISSING)
    return Point(first.title, [said], "".join(asked) + _basis("；".join(filter(None, rules))))


def _by_title(row: Row, notes: Iterable[Note]) -> list[Point]:
    """A point for what one check found, in order of the notes."""
    groups: dict[str, list[Note]] = {}
    for note in notes:
        groups.setdefault(note.title, []).append(note)
    return [_point(row, title, group) for title, group in groups.items()]


def _point(row: Row, title: str, notes: list[Note]) -> Point:
    one_rule = len({note.basis for note in notes}) == 1
    one_way = one_rule and len({note.suggestion for note in notes}) == 1
    said = [
        _where(row, note)
        + by_places(note.message, row.places)
        + ("" if one_way else by_places(note.suggestion, row.places))
        + ("" if one_rule else _basis(note.basis))
        for note in notes
    ]
    common = by_places(notes[0].suggestion, row.places) if one_way else ""
    return Point(title, said, common + (_basis(notes[0].basis) if one_rule else ""))


def _where(row: Row, note: Note) -> str:
    """Where it stands, and what, unless the place or the message says that; of what is not there, nothing."""
    if note.check in _MISSING:
        return ""
    place, words = row.place(note.line), _quoted(note.words)
    told = note.message.startswith(f"“{note.words.rstrip('。；，')}”") or words[1:_KNOWN] in place
    return f"{place}{'' if told else words}，"


def _quoted(words: str) -> str:
    """Words of a report, where there are some; what they quote in single marks."""
    return f"“{clean(words).translate(INNER)}”" if words else ""


def _basis(rule: str) -> str:
    return f"（依据：{rule}）" if rule else ""


def _owed(survey: Survey, number: int) -> Iterator[Point]:
    row, office = survey.rows[number], survey.office(number)
    if row.year and survey.year and row.year != survey.year:
        yield Point("年度不对", [f"这是{row.year}年度的报告，请报送{survey.year}年度的。"])
    if office and (left := survey.still_owed(office)):
        yield Point("还有报告没有报送", [f"请报送{'、'.join(left)}。"])


def _second(survey: Survey, number: int, others: Others) -> Iterator[Point]:
    if group := others.doubled.get(number):
        names = {each: others.files.get(each) or survey.rows[each].path for each in group}
        said = f"{'、'.join(f'“{name}”' for name in names.values())}都是你单位同一年度的报告，请告知以哪一份为准。"
        yield Point(f"报送了{len(group)}份报告", [f"{said}这里的意见是对“{names[number]}”提的。"])


def _told_otherwise(survey: Survey, number: int, others: Others) -> Iterator[Point]:
    said = []
    for each in others.contradictions.get(number, ()):
        (_, own), (who, other) = sorted(each, key=lambda told: told[0] != number)
        said.append(
            f"{own.place}{own.matter}：你单位写{_quoted(own.words)}（{survey.rows[number].place(own.line)}），"
            f"{survey.called(who)}写{_quoted(other.words)}（{survey.rows[who].place(other.line)}）。"
        )
    if said:
        yield Point("与其他单位写的数不一样", said, "请与对方核对，哪一方有误由哪一方改正；范围或时间不同的，请写明。")


def _copied(survey: Survey, number: int, others: Others) -> Iterator[Point]:
    said = [_copy(survey, number, copy) for copy in others.copies.get(number, ())]
    if said:
        more = others.copied[number] - len(said)
        known = f"另有{more}段从略。" if more else ""
        yield Point(
            "有段落与别的报告几乎相同", said, f"请改写为本单位本年度的做法和数字；确属同一件事的，请说明。{known}"
        )


def _copy(survey: Survey, number: int, copy: Copy) -> str:
    own = next(place for place in copy.places if place.row == number and not place.last_year)
    row, line, words = survey.at(own)
    called = survey.called(number)
    others = [place for place in copy.places if place.last_year or survey.called(place.row) != called]
    where = [_elsewhere(survey, number, place) for place in others]
    more = f"等{len(where)}处" if len(where) > _PLACES else ""
    return f"{row.place(line)}{_quoted(cut(words, _QUOTED))}，约{copy.size}字，同样见于{'、'.join(where[:_PLACES])}{more}。"


def _elsewhere(survey: Survey, number: int, place: Place) -> str:
    row, line, _ = survey.at(place)
    if not place.last_year:
        return f"{survey.called(place.row)}的报告（{row.place(line)}）"
    own = row.issuer and row.issuer == survey.rows[number].issuer
    return f"{'你单位' if own else row.called}上一年度的报告（{row.place(line)}）"
