"""Generated reports with a planted fault: the same seed makes the same texts, and each has its fault and its clean twin."""

from __future__ import annotations

import importlib
from pathlib import Path
from typing import Any

import pytest

BENCHMARKS = Path(__file__).parents[2] / "benchmarks"


@pytest.fixture
def planted(monkeypatch: pytest.MonkeyPatch) -> Any:
    monkeypatch.syspath_prepend(str(BENCHMARKS))
    return importlib.import_module("planted")


def test_the_same_seed_makes_the_same_texts(planted: Any) -> None:
    first, again, other = (list(planted.cases("sum-mismatch", 6, seed)) for seed in (1, 1, 2))
    assert first == again
    assert [case.plant for case in first] != [case.plant for case in other]


def test_every_form_plants_something(planted: Any) -> None:
    forms = importlib.import_module("forms")
    sources = {check: len(forms.lines(table["plants"])) for check, table in planted.tables().items()}
    for check in planted.checks():
        count = sources.get(check, 0) + len(planted.PLANTERS.get(check, []))
        cases = [case for case in planted.cases(check, count, 1) if not case.trap]
        assert len({case.source for case in cases}) == count, check
        for case in cases:
            assert case.plant.wrong != case.plant.right, case.source
            for text in (case.plant.wrong, case.plant.right):
                assert not set("«»¦¶{}[]＃\x02\x03") & set(text), case.source


def test_a_gap_draws_a_word_and_a_figure_agrees_with_its_own(planted: Any) -> None:
    clean = importlib.import_module("clean")
    draft = clean.draft("1", kind="township", year=2024)
    assert draft.fill("{Y} {T - D - R} {S - A - B - C} {12:cn} {2024:year}") == "2024 0 0 十二 二〇二四"
    town = draft.fill("{place} {place} {place2}").split()
    assert town[0] == town[1] != town[2]
    assert town[0].endswith("村")


def test_marks_are_resolved_and_their_lines_told(planted: Any) -> None:
    forms = importlib.import_module("forms")
    text = f"一\n{forms.OPEN}甲«乙¦丙»\n丁{forms.CLOSE}"
    assert forms.resolve(text, right=False) == ("一\n甲乙\n丁", [(2, 3)])
    assert forms.resolve(text, right=True)[0] == "一\n甲丙\n丁"


def test_only_what_the_twin_lacks_is_new(planted: Any) -> None:
    one, two = {"check": "a", "text": "x"}, {"check": "b", "text": "x"}
    assert planted.new([one, one, two], [one]) == [one, two]
