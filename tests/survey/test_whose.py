"""What is of one office and what of two, by the roster and without one: copies, contradictions, doubles; and reports on other years."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

import pytest

pytest.importorskip("rensa", reason="the extra survey is not installed")

from reportlint.survey.as_text import render
from reportlint.survey.figures import Figure
from reportlint.survey.paragraphs import PLACES, Paragraph
from reportlint.survey.roster import Office
from reportlint.survey.row import Reading, Row
from reportlint.survey.store import Store
from reportlint.survey.survey import Survey, survey_of

TOWNS = [Office("云川市青岚县城关镇人民政府"), Office("云川市禾川县城关镇人民政府")]
SAME = (Paragraph(3, 80, "我镇推行说事制度", b"x" * PLACES),)


def report(
    issuer: str, path: str = "a.txt", year: int = 2024, cases: Sequence[int] = (), place: str = "云川市"
) -> Reading:
    figures = [Figure(place, "受理行政复议案件", "件", Decimal(count), 3, f"受理{count}件") for count in cases]
    row = Row(path, kind="law-based-government", issuer=issuer, year=year)
    return Reading(row, paragraphs=SAME, figures=tuple(figures))


def surveyed(*readings: Reading, offices: Sequence[Office] = (), last: Sequence[Reading] = ()) -> Survey:
    store = Store()
    for reading in readings:
        store.add(reading)
    for reading in last:
        store.add(reading, last_year=True)
    return survey_of(store, offices)


def test_one_office_under_two_names_copies_nothing_from_itself() -> None:
    both = report("云川市住建局"), report("云川市住房和城乡建设局", "b.txt")
    survey = surveyed(*both, offices=[Office("云川市住房和城乡建设局")])
    assert survey.copied == 0 and survey.doubled == [[0, 1]]
    assert surveyed(*both).copied == 1  # who knows, without a roster


def test_two_offices_of_one_name_are_two() -> None:
    survey = surveyed(report("青岚县城关镇人民政府"), report("禾川县城关镇人民政府"), offices=TOWNS)
    assert survey.copied == 1 and survey.doubled == []
    for offices in ((), TOWNS):
        apart = surveyed(
            report("城关镇人民政府", "青岚县/a.txt"), report("城关镇人民政府", "禾川县/a.txt"), offices=offices
        )
        assert apart.copied == 1 and apart.doubled == []
    apart = surveyed(
        report("城关镇人民政府", "青岚县/a.txt"), report("城关镇人民政府", "禾川县/a.txt"), report("云川市司法局")
    )
    names = "城关镇人民政府（青岚县） 城关镇人民政府（禾川县） 云川市司法局"
    assert " ".join(map(apart.called, range(3))) == names
    both = report("城关镇人民政府"), report("城关镇 政府", "b.txt")
    together = surveyed(*both)
    assert together.copied == 0 and together.doubled == [[0, 1]]
    survey = surveyed(*both, offices=TOWNS)
    assert survey.doubled == []  # there are two of that name
    assert [each.told for each in survey.missing] == ["没有报送（有一份可能是它的，请核对）"] * 2


def told(*readings: Reading) -> list[set[int]]:
    return [{int(figure.value) for _, figure in found} for found in surveyed(*readings).contradictions]


def test_who_tells_two_values_silences_nobody() -> None:
    own = report("云川市统计局", cases=(168, 186))
    assert told(report("云川市人民政府", cases=(186,)), own, report("云川市司法局", cases=(168,))) == [{186, 168}]
    assert told(report("云川市人民政府", cases=(186,)), own) == []  # it tells the same, too
    assert told(own, report("云川市司法局", cases=(170,))) == [{170, 168}, {170, 186}]
    assert told(own) == []


def test_a_place_may_be_named_with_the_city_or_without() -> None:
    one = report("云川市青岚县人民政府", cases=(36,), place="云川市青岚县")
    other = report("青岚县司法局", cases=(63,), place="青岚县")
    assert told(one, other) == [{36, 63}]
    assert told(one, other, report("禾川市青岚县司法局", cases=(12,), place="禾川市青岚县")) == []


def test_last_years_reports_of_another_year_are_told_and_not_compared() -> None:
    survey = surveyed(
        report("云川市司法局"), last=[report("云川市水利局", "b.txt", 2022), report("云川市商务局", "c.txt", 2024)]
    )
    assert survey.copied == 0 and [(row.path, row.year) for row in survey.not_last_year] == [
        ("b.txt", 2022),
        ("c.txt", 2024),
    ]
    assert surveyed(report("云川市司法局"), last=[report("云川市水利局", "b.txt", 2023)]).copied == 1


def test_who_has_sent_nothing_and_who_not_all_are_counted_apart() -> None:
    both = ("law-based-government", "government-information-disclosure")
    survey = surveyed(report("云川市司法局"), offices=[Office("云川市司法局", reports=both), Office("云川市水利局")])
    assert survey.owing == "1 个没有报送，1 个没有报齐" and survey.owing in survey.by_roster
    assert f"还缺报告的单位（{survey.owing}）：" in list(render(survey))
