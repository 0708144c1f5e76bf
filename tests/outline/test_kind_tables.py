"""The tables of a kind, as NAME-tables.yaml states them."""

from __future__ import annotations

from pathlib import Path

import pytest

from reportlint.outline import kind_tables
from reportlint.outline.grammar import GrammarError
from reportlint.outline.report_kind import load_kind

STATED = """\
since: 2021
tables:
- {name: a, label: 甲表, part: p, columns: [一, 二, 三], rows: {许可: ^许可, 其余: ''}, across: [一 + 二 = 三]}
"""


@pytest.fixture
def stated(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(kind_tables, "folder_of", lambda name: str(tmp_path))
    return tmp_path / "k-tables.yaml"


def test_what_is_stated(stated: Path) -> None:
    stated.write_text(STATED, encoding="utf-8")
    forms = kind_tables.load_forms("k")
    (form,) = forms.tables
    assert (forms.since, form.columns, list(form.rows)) == (2021, ("一", "二", "三"), ["许可", "其余"])
    assert form.rows["其余"] is None
    assert [str(balance) for balance in form.across] == ["一 + 二 = 三"]


def test_a_kind_without_tables(stated: Path) -> None:
    assert kind_tables.load_forms("k").tables == ()
    assert load_kind("law-based-government").forms.tables == ()


@pytest.mark.parametrize(
    ("before", "after", "said"),
    [
        ("一 + 二 = 三", "一 + 四 = 三", "四"),
        ("一 + 二 = 三", "一 + 二", "k-tables.yaml"),
        ("part: p, ", "", "part"),
        ("^许可", "'['", "k-tables.yaml"),
        ("since: 2021\n", "", "since"),
    ],
)
def test_what_is_wrong_is_named(stated: Path, before: str, after: str, said: str) -> None:
    stated.write_text(STATED.replace(before, after), encoding="utf-8")
    with pytest.raises(GrammarError, match=said):
        kind_tables.load_forms("k")
