"""Which figures of a report are of a whole place and its whole year, so that another office may be held to them."""

from __future__ import annotations

import pytest

from reportlint.report import read
from reportlint.survey.figures import figures_of


def told(sentence: str, issuer: str = "云川市司法局") -> list[tuple[str, int]]:
    """What is counted of all the city, and how many."""
    text = f"{issuer}2024年法治政府建设年度报告\n一、主要举措和成效\n{sentence}\n"
    return [(figure.matter, int(figure.value)) for figure in figures_of(read(text.encode(), "draft.txt"))]


@pytest.mark.parametrize(
    "sentence", ["全市受理行政复议案件186件。", "2024年，全市共受理行政复议案件186件，审结168件。"]
)
def test_of_the_whole_place_in_its_whole_year(sentence: str) -> None:
    assert told(sentence) == [("受理行政复议案件", 186)]


@pytest.mark.parametrize(
    "before",
    [
        "2023年，",
        "2021年以来，",
        "近三年，",
        "上半年，",
        "截至6月底，",
        "“护苗”行动中，",
        "食品药品监管领域，",
        "其中，",
        "力争",
        "累计",
    ],
)
def test_of_less_or_more_than_that_nobody_is_held_to_it(before: str) -> None:
    assert told(f"{before}全市受理行政复议案件186件。") == []


def test_rounded_figures_differ_by_nothing() -> None:
    assert told("全市受理行政复议申请1.2万人次。") == []


def test_of_a_city_in_a_city_either_may_be_meant() -> None:
    assert told("全市受理行政复议案件186件。", "云川市霁川市司法局") == []
    assert told("全市受理行政复议案件186件。", "云川市霁川区司法局") == [("受理行政复议案件", 186)]
