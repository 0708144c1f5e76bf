"""The table of laws: what makes it, what it holds, and how a law stands on a day."""

from __future__ import annotations

import calendar
import importlib.util
import os
import re
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportlint.facts.names.documents.laws import Law, Version, last_article, law_of, load_laws, standing, version_of
from reportlint.facts.names.documents.titles import normal
from reportlint.language.tables import read_table

ROOT = Path(__file__).parents[2]
SOURCE = Path(os.environ.get("REPORTLINT_LAWS", "no-such-file"))
"""The table of sources that tools/laws.py reads, which is not part of the project."""
ROWS = load_laws()
LAWS = {row["name"]: law_of(row) for row in ROWS}
_spec = importlib.util.spec_from_file_location("laws_tool", ROOT / "tools" / "laws.py")
assert _spec and _spec.loader
tool: Any = importlib.util.module_from_spec(_spec)
_spec.loader.exec_module(tool)

HEAD = "name\tlevel\tadopted\trevised\tversion\teffective\tstatus\tarticles\tsource\n"
TABLE = (
    HEAD
    + "甲法\t法律\t2001-03-01\t2010-05-01修正 2020-06-01修订\t2020-06-01\t2020-09-01\t现行有效\t80\t一 1.0 + 二 2.0\n"
    + "乙法\t法律\t1999-01-01\t\t1999-01-01\t1999-07-01\t已废止\t40\t一 1.0 + 二 2.0\n"
    + "丙条例\t行政法规\t2005-01-05\t2005-01-10通过 2005-05-01通过\t2005-01-10\t2005-05-01\t\t51\t二 2.0\n"
    + "丁办法\t部门规章\t2005-01-05\t\t2005-01-05\t\t\t9\t二 2.0\n"
)
RIGHT = "- {name: 丙条例, versions: [2012-02-01/2012-03-01/55], sources: [国务院令, 公报]}\n"


def make(folder: Path, table: str = TABLE, right: str = RIGHT) -> tuple[int, list[dict[str, str]]]:
    """The exit code of the tool over a table, and the rows it wrote."""
    source, verified, output = folder / "laws.tsv", folder / "right.yaml", folder / "out.yaml"
    source.write_text(table, encoding="utf-8")
    verified.write_text(right, encoding="utf-8")
    code = tool.main([str(source), "--verified", str(verified), "--output", str(output)])
    return code, read_table(str(output), "laws-out", {}) if output.exists() else []


def test_a_table_is_made(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code, rows = make(tmp_path)
    assert code == 0
    assert rows == [
        {
            "name": "甲法", "kind": "法律", "versions": ["2001-03-01", "2010-05-01", "2020-06-01/2020-09-01/80"],
            "source": "一、二", "verified": True,
        },
        {
            "name": "丙条例", "kind": "行政法规", "versions": ["2005-01-10/2005-05-01/51", "2012-02-01/2012-03-01/55"],
            "source": "二、laws-verified", "verified": True,
        },
    ]  # fmt: skip
    said = capsys.readouterr().out
    assert "略去 乙法" in said
    assert "共 2 条，查实 2 条。" in said


def test_what_changed_is_named(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    make(tmp_path)
    assert "新增 甲法" in capsys.readouterr().out
    make(tmp_path)
    assert re.findall("新增|删去|改动", capsys.readouterr().out) == []
    make(tmp_path, TABLE.replace("\t80\t", "\t81\t"), "- {name: 丁法, kind: 法律, sources: [甲]}")
    said = capsys.readouterr().out
    assert "改动 甲法 的 versions" in said
    assert "改动 丙条例 的 source：二、laws-verified → 二" in said
    assert "新增 丁法" in said


@pytest.mark.parametrize(
    ("table", "right", "said"),
    [
        (TABLE.replace("2001-03-01", "2001-3-1"), RIGHT, "laws.tsv：第 2 行“甲法”的“2001-3-1”不是日期"),
        (TABLE.replace("2020-06-01修订", "2020-06-01新版"), RIGHT, "laws.tsv：第 2 行“甲法”的“2020-06-01新版”"),
        (TABLE.replace("\t80\t", "\t八十\t"), RIGHT, "laws.tsv：第 2 行没有名称，或者条数不是数字"),
        (TABLE + "戊法\t法律\n", RIGHT, "laws.tsv：第 6 行的列数与第一行不同"),
        (TABLE, "- {name: 丙条例, sources: 甲}", "right.yaml：第 1 条的“sources”应为词的列表"),
        (TABLE, "- {sources: [甲]}", "right.yaml：第 1 条应当有 name 或者 names"),
        (TABLE, "- {name: 戊法, sources: [甲]}", "“戊法”不在"),
        (TABLE, "- {name: 丙条例, kind: 规章, sources: [甲]}", "第 1 条的 kind 应为法律、"),
        (TABLE, "- {name: 丙条例, versions: [2012年], sources: [甲]}", "第 1 条的版本“2012年”"),
        (TABLE, "- {name: 乙法, repealed: 2021-01-01, sources: [甲, 乙]}", "应当写明由什么取代"),
        (TABLE, "- {name: 乙法, repealed: 2021-01-01, by: 《甲法》, sources: [甲]}", "应当有两个来源"),
        (TABLE, "- {name: 乙法, repealed: 1998-01-01, by: 无, sources: [甲, 乙]}", "“乙法”1998-01-01废止，早于"),
        (TABLE, "- {name: 丙条例, versions: [2005-01/2005-05-01], sources: [甲]}", "的版本2005-01写了两次"),
        (TABLE, "- {name: 丙条例, versions: [2012-02-01/2011-03-01], sources: [甲]}", "2011-03-01施行，早于2012-02-01"),
    ],
)
def test_a_wrong_row_is_named_and_nothing_is_written(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], table: str, right: str, said: str
) -> None:
    assert make(tmp_path, table, right) == (2, [])
    assert said in capsys.readouterr().err


# what the committed table holds


def test_names_are_unique_and_rows_consistent() -> None:
    assert len(LAWS) == len(ROWS)
    assert {name: fault for name, law in LAWS.items() if (fault := tool.fault_of(law))} == {}


def test_what_was_repealed_has_a_successor_that_was_in_force_then() -> None:
    for law in LAWS.values():
        for name in re.findall("《(.+?)》", law.by) if law.repealed else ():
            assert standing(LAWS[name], law.repealed) == "in force", law
            assert law.verified, law
    assert sum(bool(law.repealed) for law in LAWS.values()) > 30


def test_the_new_laws_own_article_is_source_enough_for_a_repeal() -> None:
    assert tool.is_sure({"repealed": "2021-01-01", "sources": ["文本：《乙法》第三条"]})
    assert not tool.is_sure({"repealed": "2021-01-01", "sources": ["乙局的通知，第三条是这样说的"]})
    assert not tool.is_sure({"sources": ["文本：《乙法》第三条"]})


def test_names_are_written_as_titles_are_compared() -> None:
    assert {name for name, law in LAWS.items() if normal(name) not in (name, *law.also)} == set()


def test_all_that_was_verified_is_in_it() -> None:
    for row in tool.read_verified(tool.VERIFIED):
        law = LAWS[row["name"]]
        for version in map(version_of, row.get("versions", ())):
            held = next(other for other in law.versions if other.day == version.day)
            assert all(not right or right == kept for right, kept in zip(version, held, strict=True)), row
        assert all(getattr(law, column) == row[column] for column in ("repealed", "by", "to") if column in row), row
        assert law.verified is tool.is_sure(row) or row["name"] == "民法总则", row


def test_a_source_for_every_row_and_two_for_a_verified_one() -> None:
    for row in ROWS:
        assert row["source"]
        assert not row.get("verified") or "laws-verified" in row["source"] or "、" in row["source"], row


def test_every_repeal_says_what_came_after_or_that_nothing_did() -> None:
    known = {writing for law in LAWS.values() for writing in (law.name, *law.also)}
    for law in LAWS.values():
        if law.repealed:
            after = re.findall("《(.+?)》", law.by)
            assert law.by == "无" or (after and set(after) <= known), law


@pytest.mark.skipif(not SOURCE.is_file(), reason="REPORTLINT_LAWS names no table of sources")
def test_the_table_is_what_its_sources_make(tmp_path: Path) -> None:
    """Built again, no row differs; those that do are named."""
    output = tmp_path / "laws.yaml"
    assert tool.main([str(SOURCE), "--output", str(output)]) == 0
    kept, made_again = (tool.table(path.read_text(encoding="utf-8")) for path in (tool.OUTPUT, output))
    assert list(tool.changes(kept, made_again)) == []


# how a law stands


ECO = LAWS["大气污染防治法"]


@pytest.mark.parametrize(
    ("law", "day", "expected"),
    [
        (ECO, "2025-12-31", "in force"),
        (ECO, "2026-08-14", "in force"),
        (ECO, "2026-08-15", "over"),
        (LAWS["生态环境法典"], "2026-03-11", "unpublished"),
        (LAWS["生态环境法典"], "2026-03-12", "pending"),
        (LAWS["生态环境法典"], "2026-08-15", "in force"),
        (LAWS["法治政府建设实施纲要（2021—2025年）"], "2021-08-01", "in force"),
        (LAWS["法治政府建设实施纲要（2021—2025年）"], "2025-12-31", "in force"),
        (LAWS["法治政府建设实施纲要（2021—2025年）"], "2026-01-01", "over"),
        (Law("甲", "法律"), "2026-01-01", "in force"),
    ],
)
def test_standing(law: Law, day: str, expected: str) -> None:
    assert standing(law, day) == expected


def meant(moment: str) -> tuple[date, date]:
    """The first and the last day that a moment can mean."""
    year, month, day = (int(number) for number in (moment + "-00-00")[:10].split("-"))
    last = calendar.monthrange(year, month or 12)[1]
    return date(year, month or 1, day or 1), date(year, month or 12, day or last)


def plain(law: Law, day: date) -> str:
    """The reference: how a law stands, said of every day that its moments can mean."""
    if law.versions and day < meant(law.versions[0].day)[0]:
        return "unpublished"
    if (law.repealed and day >= date.fromisoformat(law.repealed)) or (law.to and day > meant(law.to)[1]):
        return "over"
    if law.versions and law.versions[0].force and day < date.fromisoformat(law.versions[0].force):
        return "pending"
    return "in force"


@given(st.sampled_from(sorted(LAWS)), st.dates(date(1950, 1, 1), date(2035, 12, 31)))
def test_any_law_on_any_day_stands_as_the_plain_reading_says(name: str, day: date) -> None:
    assert standing(LAWS[name], str(day)) == plain(LAWS[name], day)


@given(st.sampled_from(sorted(LAWS)), st.integers(-40, 40), st.sampled_from(["published", "repealed", "to", "force"]))
def test_and_around_each_of_its_own_days(name: str, off: int, which: str) -> None:
    law = LAWS[name]
    moment = law.versions[0].force if which == "force" and law.versions else getattr(law, which, "")
    if moment:
        day = date.fromordinal(meant(moment)[0].toordinal() + off)
        assert standing(law, str(day)) == plain(law, day)


@pytest.mark.parametrize(
    ("name", "year", "expected"),
    [
        ("行政处罚法", 2026, 86),
        ("行政处罚法", 2022, 86),
        ("行政处罚法", 2020, 0),  # the text of 2017 was not counted
        ("治安管理处罚法", 2024, 119),
        ("治安管理处罚法", 2025, 144),  # passed in June: it can be cited before it is in force
        ("仲裁法", 2024, 80),
        ("仲裁法", 2026, 96),
        ("生态环境法典", 2026, 1242),
        ("民法总则", 2019, 0),
    ],
)
def test_last_article(name: str, year: int, expected: int) -> None:
    last, sure = last_article(LAWS[name], f"{year}-01-01", f"{year}-12-31")
    assert (last if sure else 0) == expected


def test_a_text_of_unknown_length_leaves_the_other_in_doubt() -> None:
    assert last_article(LAWS["行政处罚法"], "2021-01-01", "2021-12-31") == (86, False)
    assert last_article(LAWS["民法总则"], "2019-01-01", "2019-12-31")[0] == 0


def test_an_amendment_without_a_day_of_its_own_leaves_the_old_text_in_doubt() -> None:
    law = Law("甲法", "法律", (Version("2000-01-01", "2000-03-01", 60), Version("2020-06-01", "", 50)))
    assert [last_article(law, f"{year}-01-01", f"{year}-12-31")[0] for year in (2019, 2020, 2021, 2022)] == [
        60,
        60,
        60,
        50,
    ]


def test_a_version_is_read_as_it_is_written() -> None:
    assert version_of("2021-01-22/2021-07-15/86") == Version("2021-01-22", "2021-07-15", 86)
    assert version_of("2017-09-01//64") == Version("2017-09-01", "", 64)
    assert version_of("2009-08-27") == Version("2009-08-27")
    with pytest.raises(ValueError, match="invalid literal"):
        version_of("2009-08-27//八")
