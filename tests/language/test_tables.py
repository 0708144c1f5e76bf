"""Word tables: a wrong row is named, and no table contradicts itself or another."""

from __future__ import annotations

from pathlib import Path

import pytest

from reportlint.document.source import Span
from reportlint.language.near_phrases import Phrases
from reportlint.language.pairs import Pairs
from reportlint.language.tables import TableError, load_table, read_table
from reportlint.linting.check import load_checks
from reportlint.report import read

WORDING = str(load_checks()["fixed-phrase"].module.__file__)
COLUMNS = {"wrong": "word", "then": "words?", "since": "date?", "equal": "flag?"}
PHRASES = [row for row in load_table(WORDING, "fixed_phrase") if "close" not in row]


@pytest.mark.parametrize(
    ("row", "said"),
    [
        ("- {wrong: ''}", "第 1 条的“wrong”应为一个词"),
        ("- {wrong: ' '}", "第 1 条的“wrong”应为一个词"),
        ("- {wrong: 12}", "第 1 条的“wrong”应为一个词"),
        ("- {wrong: 甲}\n- {then: [乙]}", "第 2 条缺少“wrong”"),
        ("- {wrong: 甲, rigth: 乙}", "第 1 条有不认识的项“rigth”，可用的有：wrong、then"),
        ("- {wrong: 甲, then: 乙}", "第 1 条的“then”应为词的列表"),
        ("- {wrong: 甲, then: []}", "第 1 条的“then”应为词的列表"),
        ("- {wrong: 甲, since: 2024-13}", "第 1 条的“since”应为日期"),
        ("- {wrong: 甲, since: 2023-02-29}", "第 1 条的“since”应为日期"),
        ("- {wrong: 甲, equal: 是}", "第 1 条的“equal”应为 true 或 false"),
        ("- 甲", "第 1 条应为键值对"),
        ("wrong: 甲", "词表应为列表"),
        ("", "词表应为列表"),
        ("- {wrong: 甲", "不是正确的 YAML"),
    ],
)
def test_a_wrong_row_is_named(tmp_path: Path, row: str, said: str) -> None:
    path = tmp_path / "words.yaml"
    path.write_text(row, encoding="utf-8")
    with pytest.raises(TableError) as error:
        read_table(str(path), "test", COLUMNS)
    assert said in str(error.value)
    assert str(path) in str(error.value)


def test_dates_are_text(tmp_path: Path) -> None:
    path = tmp_path / "words.yaml"
    path.write_text("- {wrong: 甲, since: 2024}\n- {wrong: 乙, since: 2024-02-29}", encoding="utf-8")
    assert [row["since"] for row in read_table(str(path), "test", COLUMNS)] == ["2024", "2024-02-29"]


def test_not_utf8(tmp_path: Path) -> None:
    path = tmp_path / "words.yaml"
    path.write_bytes("- {wrong: 甲}".encode("gb18030"))
    with pytest.raises(TableError, match="UTF-8"):
        read_table(str(path), "test", COLUMNS)


@pytest.mark.parametrize("name", ["misused_word", "confused_term", "nonstandard_unit"])
def test_every_row_works(name: str) -> None:
    """The wrong word is found, once; the right one and the exceptions are not; the reason is a sentence."""
    rows = load_table(WORDING, name)
    check = load_checks()[name.replace("_", "-")]
    assert len({row["wrong"] for row in rows}) == len(rows)
    for row in rows:
        assert row["why"].endswith("。")
        for words, found in ((row["wrong"], 1), (row["right"], 0), *((words, 0) for words in row.get("unless", ()))):
            follows = row.get("then", [""])[-1]
            report = read(f"一、主要举措和成效\n共12{words}{follows}，检查36次。".encode(), "draft.txt")
            assert len(list(check.run(report))) == found, words


@pytest.mark.parametrize("name", ["misused_word", "confused_term", "nonstandard_unit", "fixed_phrase"])
def test_every_row_has_an_example(name: str) -> None:
    """The words of ``hit`` are found by the row they stand in, those of ``miss`` by none."""
    check, wrong = load_checks()[name.replace("_", "-")], []
    for row in load_table(WORDING, name):
        for words, expected in ((row["hit"], True), (row.get("miss", "核对"), False)):
            report = read(f"一、主要举措和成效\n{words}，检查36次。".encode(), "draft.txt")
            said = [finding.message for finding in check.run(report) if row["why"] in finding.message]
            wrong += [words] if bool(said) is not expected else []
    assert wrong == []


@pytest.mark.parametrize("row", PHRASES, ids=lambda row: row["phrase"].replace(" ", ""))
def test_a_phrase_is_no_near_miss_of_another(row: dict[str, str | list[str]]) -> None:
    check = load_checks()["fixed-phrase"]
    for words in (str(row["phrase"]).replace(" ", ""), *row.get("also", ())):
        report = read(f"一、主要举措和成效\n落实{words}，检查36次。".encode(), "draft.txt")
        assert [report.words(f.span) for f in check.run(report)] == []


def test_near_misses() -> None:
    """Any inner character changed, dropped or doubled is found, and nothing else is."""
    phrase = "重大执法决定法制审核"
    phrases = Phrases([phrase])
    for at in range(1, len(phrase) - 1):
        for change in ("甲", "", phrase[at] + "甲"):
            written = phrase[:at] + change + phrase[at + 1 :]
            text = f"落实{written}制度"
            assert (Span(2, 2 + len(written)), phrase) in set(
                phrases.misses(text, [Span(0, len(text))], Pairs(text))
            ), written
    for right in (phrase, "重大执法决定的法制审核", "重大执法决定", "重大行政决策法制审核", "执法决定法制审核"):
        assert list(phrases.misses(right, [Span(0, len(right))], Pairs(right))) == []
