"""Any law of the table, cited for an act of any day: the verdict of the checks is that of a plain reading of the table."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reportlint.facts.names.documents.laws import Law, law_of, load_laws
from reportlint.linting.check import load_checks
from reportlint.report import read

LAWS = {law.name: law for law in map(law_of, load_laws()) if law.kind in ("法律", "行政法规") and "（" not in law.name}
CHECKED = ("superseded-document", "anachronism")
DRAFT = (
    "青岚县司法局{year}年度法治政府建设情况报告\n\n一、主要举措和成效\n{month}月{day}日依据《{name}》查处案件36件。\n"
)


def first_day(moment: str) -> date:
    year, month, day = (int(number or 1) for number in [*moment.split("-"), "", ""][:3])
    return date(year, month, day)


def plain(law: Law, day: date) -> str:
    """What is wrong with an act of this day that rests on the law; "" for nothing. Told in whole days, from the table alone."""
    if law.repealed and day >= date.fromisoformat(law.repealed):
        return "superseded-document"
    if law.to and day > date(int(law.to[:4]), 12, 31):
        return "superseded-document"
    if law.verified and law.versions:
        if day < first_day(law.published):
            return "anachronism"
        if law.versions[0].force and day < date.fromisoformat(law.versions[0].force):
            return "anachronism"
    return ""


def verdict(name: str, day: date) -> str:
    text = DRAFT.format(year=day.year, month=day.month, day=day.day, name=name)
    report = read(text.encode(), "draft.txt")
    assert report.outline.year == day.year
    found = [
        check for check in CHECKED for finding in load_checks()[check].run(report) if name in report.words(finding.span)
    ]
    assert len(found) < 2
    return found[0] if found else ""


@settings(deadline=None)
@given(st.sampled_from(sorted(LAWS)), st.dates(date(2016, 1, 1), date(2029, 12, 31)))
def test_any_law_on_any_day(name: str, day: date) -> None:
    assert verdict(name, day) == plain(LAWS[name], day)


REPEALED = sorted(name for name, law in LAWS.items() if law.repealed > "2016-02")


@pytest.mark.parametrize("name", REPEALED)
@pytest.mark.parametrize("off", [-40, -1, 0, 1, 40])
def test_around_the_day_of_a_repeal(name: str, off: int) -> None:
    day = date.fromordinal(date.fromisoformat(LAWS[name].repealed).toordinal() + off)
    assert verdict(name, day) == plain(LAWS[name], day)


NEW = sorted(name for name, law in LAWS.items() if law.verified and law.published > "2016-02" and law.versions[0].force)


@settings(deadline=None)
@given(st.sampled_from(NEW), st.integers(-60, 60), st.booleans())
def test_around_its_first_days(name: str, off: int, published: bool) -> None:
    law = LAWS[name]
    moment = law.published if published else law.versions[0].force
    day = date.fromordinal(first_day(moment).toordinal() + off)
    if len(law.published) == 10 or day.year != int(law.published[:4]):  # of a vaguer moment nothing is known within it
        assert verdict(name, day) == plain(law, day)


def test_the_successor_and_the_day_are_named() -> None:
    for name in REPEALED:
        law = LAWS[name]
        year = int(law.repealed[:4]) + 1
        report = read(DRAFT.format(year=year, month=6, day=30, name=name).encode(), "draft.txt")
        (finding,) = load_checks()["superseded-document"].run(report)
        year_of, month, day = map(int, law.repealed.split("-"))
        assert f"自{year_of}年{month}月{day}日起废止" in finding.message, name
        assert law.by == "无" or (f"由{law.by}取代" in finding.message and law.by in finding.suggestion), name
