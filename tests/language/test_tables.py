"""Word tables: a wrong row is named, and no table contradicts itself or another."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from reportlint.document.source import Span
from reportlint.facts.names.bodies import institutions
from reportlint.facts.names.documents import laws
from reportlint.facts.statements import phrase_faults
from reportlint.facts.statements.wrong_words import wrong_words
from reportlint.language.pairs import Pairs
from reportlint.language.slips.exchanged_words import ExchangedWords
from reportlint.language.slips.near_names import Names
from reportlint.language.slips.near_phrases import Phrases
from reportlint.language.slips.replaced_members import SetPhrase
from reportlint.language.slips.set_phrases import SetPhrases
from reportlint.language.tables import Row, TableError, load_table, read_table
from reportlint.language.word_files import words_in
from reportlint.linting.check import load_checks
from reportlint.report import Report, read

UNITS = str(load_checks()["nonstandard-unit"].module.__file__)
STATEMENTS = str(phrase_faults.__file__)
COLUMNS = {"wrong": "word", "then": "words?", "since": "date?", "equal": "flag?"}
PHRASES = [row for row in load_table(STATEMENTS, "fixed_phrase") if "close" not in row]
TABLES = ("set_phrases", "party_phrases", "policy_phrases", "field_phrases")
GROUPS = [group for name in TABLES for group in load_table(STATEMENTS, name)]
BY_SOURCE = [phrase for group in GROUPS for phrase in group["phrases"]]
ORDERED = [phrase for group in GROUPS if not group.get("free") for phrase in group["phrases"] if "、" in phrase]


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


def said(name: str, words: str) -> list[str]:
    """What a check of wording says of these words in a report."""
    report = read(f"一、主要举措和成效\n{words}，检查36次。".encode(), "draft.txt")
    return [finding.message for finding in load_checks()[name.replace("_", "-")].run(report)]


def rows_of(name: str) -> list[Row]:
    """The rows of a check's table, and of those by subject."""
    beside = {"nonstandard_unit": UNITS, "fixed_phrase": STATEMENTS}
    return load_table(beside[name], name) if name in beside else wrong_words(name)


def listed(words: str | list[str]) -> list[str]:
    """A column that holds one example or several."""
    return [words] if isinstance(words, str) else words


@pytest.mark.parametrize("name", ["misused_word", "confused_term", "nonstandard_unit", "fixed_phrase"])
def test_every_row_has_examples(name: str) -> None:
    """The words of ``hit`` are found by their row; those of ``miss`` and the wider wordings by no row; reasons are sentences."""
    wrong = []
    for row in rows_of(name):
        assert row["why"].endswith("。")
        wrong += [hit for hit in listed(row["hit"]) if not any(row["why"] in message for message in said(name, hit))]
        wrong += [words for words in (*listed(row.get("miss", [])), *row.get("unless", ())) if said(name, words)]
    assert wrong == []


@pytest.mark.parametrize("name", ["misused_word", "confused_term", "nonstandard_unit"])
def test_what_is_advised_is_right(name: str) -> None:
    for row in rows_of(name):
        for hit in listed(row["hit"]):
            assert said(name, hit.replace(row["wrong"], row["right"])) == []


def test_phrases_by_source() -> None:
    """No phrase stands twice, a reason is a sentence, and two members changed about are found, whatever the phrase."""
    whole = [phrase.replace(" ", "") for phrase in BY_SOURCE]
    elsewhere = {row["phrase"].replace(" ", "") for row in PHRASES}
    assert len(whole) == len(set(whole) - elsewhere)
    assert all(group["why"].endswith("。") for group in GROUPS)
    missed = []
    for phrase in ORDERED:
        first, second, *others = phrase.replace(" ", "").split("、")
        missed += [] if said("fixed_phrase", "、".join([second, first, *others])) else [phrase]
    assert missed == []


def rights() -> Iterator[str]:
    """What the tables of the house call right: phrases, names, formulas, and what is advised in place of a wrong word."""
    yield from (phrase.replace(" ", "") for phrase in BY_SOURCE)
    for row in PHRASES:
        yield from (row["phrase"].replace(" ", ""), *row.get("also", ()))
    yield from (row["name"] for row in load_table(str(laws.__file__), "laws"))
    for row in load_table(str(institutions.__file__), "institutions"):
        yield from (words.replace(" ", "").replace("X", "县") for words in (row["name"], *row.get("right", ())))
    formulas = load_table(str(load_checks()["stale-formulation"].module.__file__), "formulas")
    yield from (row["new"] for row in formulas if "new" in row)
    for name in ("misused_word", "confused_term"):
        for row in wrong_words(name):
            yield from (hit.replace(row["wrong"], row["right"]) for hit in listed(row["hit"]))


@pytest.fixture(scope="module")
def all_rights() -> Report:
    """A report that holds all that is right, a paragraph each."""
    paragraphs = "\n".join(f"学习{words}，检查36次。" for words in dict.fromkeys(rights()))
    return read(f"一、主要举措和成效\n{paragraphs}".encode(), "draft.txt")


@pytest.mark.parametrize(
    "name", [n for n, c in load_checks().items() if c.family == "wording" and n != "inconsistent-term"]
)
def test_no_table_contradicts_another(name: str, all_rights: Report) -> None:
    """What one table calls right, no check of wording calls wrong; but that many names are not one thing's."""
    assert [(all_rights.words(f.span), f.message) for f in load_checks()[name].run(all_rights)] == []


@pytest.mark.parametrize("name", ["misused-word", "confused-term", "fixed-phrase", "idiom-typo"])
def test_no_known_word_is_taken_for_a_slip(name: str) -> None:
    """What the lists of words, terms and idioms have, no check calls a slip for another."""
    words = [word for name in ("terms", "idioms", "coined_words", "official_words") for word in words_in(name)]
    report = read(("一、主要举措和成效\n" + "\n".join(f"涉及{word}的36件。" for word in words)).encode(), "draft.txt")
    assert [(report.words(f.span), f.message) for f in load_checks()[name].run(report)] == []


def test_members() -> None:
    """Words out of order, one left out, heads and tails crossed, members out of order; what a phrase is for is whole otherwise."""
    phrases = SetPhrases(
        [
            SetPhrase((("甲甲", "乙乙", "丙丙", "丁丁"),)),
            SetPhrase((("子子", "一一"), ("丑丑", "二二"), ("寅寅", "三三"))),
            SetPhrase((("金金", "木木"), ("水水", "火火")), free=True, alone=True),
            SetPhrase((("东东",), ("西西",)), then=("相对",)),
        ]
    )
    for text, wrong in (
        ("说甲甲丙丙乙乙丁丁了", ["甲甲丙丙乙乙丁丁"]),
        ("说甲甲丙丙丁丁了", ["甲甲丙丙丁丁"]),
        ("说乙乙丙丙丁丁了，甲甲、乙乙", []),
        ("说子子二二、丑丑一一了", ["子子二二、丑丑一一"]),
        ("说“子子”“二二”、寅寅三三、丑丑一一了", ["子子”“二二”、寅寅三三、丑丑一一"]),
        ("说丑丑二二、子子一一、寅寅三三", ["丑丑二二、子子一一、寅寅三三"]),
        ("说丑丑二二、子子一一，子子二二、寅寅三三", []),
        ("说水水火火、金金木木", []),
        ("说水水木木", ["水水木木"]),
        ("说西西、东东相对", ["西西、东东"]),
        ("说西西、东东不同", []),
    ):
        found = phrases.faults(text, [Span(0, len(text))], Pairs(text))
        assert [text[span.start : span.end] for span, _, _ in found] == wrong, text


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


def test_exchanged_words() -> None:
    """A word near in meaning, another one where much is right, or none; but no word that the phrase may well be told with."""
    phrases = ExchangedWords(["国家治理体系和治理能力现代化", "事前事中事后", "法治政府建设科技保障体系"])
    for text, wrong in (
        ("推进国家治理体系和治理水平现代化", "国家治理体系和治理水平现代化"),
        ("推进国家治理体系和治理责任现代化", "国家治理体系和治理责任现代化"),
        ("推进国家治理体系和现代化", ""),
        ("推进国家治理能力现代化", ""),
        ("加强事先事中事后监管", "事先事中事后"),
        ("加强事前事中监管", ""),
        ("完善法治政府建设组织保障体系", ""),
    ):
        found = [*phrases.faults(text, [Span(0, len(text))], Pairs(text))]
        assert [text[span.start : span.end] for span, _ in found] == [wrong] * bool(wrong), text


def test_near_names() -> None:
    """A name in quotation marks with a character too many, too few or wrong, or in another order; of some, only another number."""
    names = Names(["三重一大", "双随机、一公开"], ["四个自信"])
    for quoted, right in (
        ("三重大一重", "三重一大"),
        ("三重一", "三重一大"),
        ("三重一要", "三重一大"),
        ("双公示、一随机", "双随机、一公开"),
        ("双随机一公开", ""),
        ("三重一大", ""),
        ("三重两大事项", ""),
        ("五个自信", "四个自信"),
        ("四个自我", ""),
    ):
        text = f"落实“{quoted}”制度，三重一要"
        assert [name for _, name in names.misses(text, [Span(0, len(text))])] == [right] * bool(right), quoted
