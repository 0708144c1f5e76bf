"""A made-up city: the survey finds what was planted in its reports and nothing else, and all its outputs say the same."""

from __future__ import annotations

import importlib.util
import json
import re
import sys
from pathlib import Path
from typing import Any

import pytest

pytest.importorskip("rensa", reason="the extra survey is not installed")

from chromium import started
from conftest import Run, write
from docx import Document
from openpyxl import load_workbook

CITY = Path(__file__).parents[2] / "examples" / "city" / "make.py"


def made() -> Any:
    spec = importlib.util.spec_from_file_location("make_city", CITY)
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


MAKE = made()
PLANTED = MAKE.PLANTED


@pytest.fixture(scope="module")
def city(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder: Path = tmp_path_factory.mktemp("city")
    MAKE.write(folder)
    return folder


_KNOWN: dict[Path, str] = {}
"""What the survey of a city says, where nothing more is asked for."""


def surveyed(run: Run, city: Path, *more: str) -> Any:
    if not more and city in _KNOWN:
        return json.loads(_KNOWN[city])
    arguments = (str(city / "2024"), "--roster", str(city / "roster.yaml"), "--previous", str(city / "2023"))
    outcome = run("survey", *arguments, "-o", "out.json", *more)
    assert outcome.code == 2, outcome.err  # for the broken file
    said = Path("out.json").read_text("utf-8")
    if not more:
        _KNOWN[city] = said
    return json.loads(said)


def offices(survey: Any, paths: list[str]) -> list[str]:
    called = {report["path"]: report["office"] for report in survey["reports"]}
    return [called.get(path, path) for path in paths]


def test_what_was_planted_is_found_and_nothing_else(run: Run, city: Path) -> None:
    survey = surveyed(run, city)
    assert survey["year"] == 2024
    assert sorted(survey["missing"]) == sorted(
        [*PLANTED["missing"], *PLANTED["other_year"]]
    )  # last year's is not this year's
    assert {report["office"] for report in survey["reports"] if report["late"]} == set(PLANTED["late"])
    assert [each["issuer"] for each in survey["unknown"]] == [PLANTED["unknown"]]
    assert [offices(survey, paths) for paths in survey["doubled"]] == [[PLANTED["doubled"]] * 2]
    assert offices(survey, survey["other_year"]) == PLANTED["other_year"]
    assert [Path(each["path"]).name for each in survey["unread"]] == [PLANTED["unread"]]
    (told,) = survey["contradictions"]
    assert set(offices(survey, [each["path"] for each in told["told"]])) == set(PLANTED["contradicting"])
    assert {each["value"] for each in told["told"]} == {"186", "168"}
    without = [report["office"] for report in survey["reports"] if report["part.responsibility"] == "✗"]
    assert without == [PLANTED["without_head"]]


def test_copies_are_those_planted(run: Run, city: Path) -> None:
    survey = surveyed(run, city)
    groups = [
        {name for place in copy["places"] if not place["last_year"] for name in offices(survey, [place["path"]])}
        for copy in survey["copies"]
    ]
    assert sorted(map(sorted, groups)) == [PLANTED["copied_last_year"], *[sorted(PLANTED["copied"][0])] * 2]


def test_a_short_name_in_a_title_is_the_office(run: Run, city: Path) -> None:
    survey = surveyed(run, city)
    (report,) = [each for each in survey["reports"] if each["path"].endswith("住房和城乡建设局.txt")]
    assert report["office"] == "云川市住房和城乡建设局" and report["district"] == "市本级"


def test_all_outputs_say_the_same(run: Run, city: Path) -> None:
    survey = surveyed(run, city)
    arguments = (str(city / "2024"), "--roster", str(city / "roster.yaml"), "--previous", str(city / "2023"))
    outcome = run("survey", *arguments, "-o", "out.xlsx", "-o", "out.html")
    (both,) = survey["doubled"]
    assert all(any(line.endswith(Path(path).name) for line in outcome.out.splitlines()) for path in both)
    book = load_workbook("out.xlsx")
    assert book.sheetnames == ["总表", "问题清单", "未报送", "雷同", "数字不一", "各项检查"]
    heads, *rows = [[cell.value for cell in row] for row in book["总表"].iter_rows()]
    table = [dict(zip(heads, row, strict=True)) for row in rows if row[heads.index("年度")]]
    assert [row["单位"] for row in table] == [report["office"] for report in survey["reports"]]
    assert [row["错误"] for row in table] == [report["error"] for report in survey["reports"]]
    assert [row["请先改"] or "" for row in table] == [report["first"] for report in survey["reports"]]
    notes = sum(len(report["notes"]) for report in survey["reports"])
    assert book["问题清单"].max_row == notes + 1
    assert book["雷同"].max_row == sum(len(copy["places"]) for copy in survey["copies"]) + 1
    page = Path("out.html").read_text("utf-8")
    for report in survey["reports"]:
        assert report["office"] in page and report["office"] in outcome.out
    assert outcome.out.count(f"{len(survey['missing'])} 个没有报送") == 2  # above the list, and in the last line
    for name in survey["missing"]:
        assert name in page and name in outcome.out
    assert book["总表"].freeze_panes == "B2" and book["总表"].auto_filter.ref


def test_several_processes_give_the_same(run: Run, city: Path) -> None:
    one = surveyed(run, city, "--jobs", "1")
    assert surveyed(run, city, "--jobs", "2") == one


def test_parquet_has_the_same_table(run: Run, city: Path) -> None:
    parquet = pytest.importorskip("pyarrow.parquet", reason="the extra cluster is not installed")
    survey = surveyed(run, city)
    run("survey", str(city / "2024"), "--roster", str(city / "roster.yaml"), "-o", "out.parquet")
    table = parquet.read_table("out.parquet").to_pylist()
    assert [row["office"] for row in table if row["year"]] == [report["office"] for report in survey["reports"]]


def told_in(office: str) -> str:
    return "\n".join(paragraph.text for paragraph in Document(f"letters/{office}.反馈.docx").paragraphs)


def test_letters_tell_each_office_what_is_its(run: Run, city: Path) -> None:
    survey = surveyed(run, city, "--feedback", "letters", "--signed", "云川市司法局")
    letters = sorted(path.name for path in Path("letters").iterdir())
    assert len(letters) == 2 * len(survey["reports"])
    name = PLANTED["without_head"]
    said = [paragraph.text for paragraph in Document(f"letters/{name}.反馈.docx").paragraphs]
    assert said[0] == f"关于{name}2024年度报告的反馈意见"
    assert said[-2:-1] == ["云川市司法局"]
    # one missing part is one point: no section, nothing told, and the gap in the numbers
    assert [line[:9] for line in said if line[0:1] == "（"] == ["（一）部分没有单列", "（二）有事项没有写"]
    assert any("第一责任人" in line and "序号不连续" in line for line in said)
    review = Document(f"letters/{name}.批注.docx")
    (report,) = [each for each in survey["reports"] if each["office"] == name]
    assert len(list(review.comments)) == len(report["notes"])
    one, other = PLANTED["contradicting"]
    assert {"168", "186", one} <= {*re.findall(rf"168|186|{one}", told_in(other))}
    one, other = PLANTED["copied"][0]
    assert f"同样见于{other}的报告（第" in told_in(one) and f"同样见于{one}的报告（第" in told_in(other)
    assert "你单位上一年度的报告（第" in told_in(PLANTED["copied_last_year"][0])
    assert "报送了2份报告" in told_in(PLANTED["doubled"]) and "（修改）.txt" in told_in(PLANTED["doubled"])
    write("letter.txt", "给{单位}的信\n\n{要改的}\n")
    one = str(city / "2024" / f"{name}.txt")
    assert run("survey", one, "--feedback", "own", "--letter", "letter.txt").code == 0
    assert Document(f"own/{name}.反馈.docx").paragraphs[0].text == f"给{name}的信"
    write("letter.txt", "{单位}{谁}\n")
    assert run("survey", one, "--feedback", "own", "--letter", "letter.txt").code == 2


def test_words_of_a_report_are_no_formula(run: Run) -> None:
    write("in/a.txt", "=HYPERLINK局2024年度法治政府建设情况报告\n一、主要举措和成效\n办理案件36件。\n")
    run("survey", "in", "-o", "out.xlsx")
    cells = [cell for sheet in load_workbook("out.xlsx") for row in sheet.iter_rows() for cell in row]
    assert all(cell.data_type != "f" for cell in cells)


def test_nothing_of_anothers_is_written_over(run: Run, city: Path) -> None:
    write("in/a.html", "<html><body><p>云川市司法局2024年度法治政府建设情况报告</p></body></html>")
    before = Path("in/a.html").read_bytes()
    assert run("survey", "in", "-o", "in/a.html").code == 2 and Path("in/a.html").read_bytes() == before
    name = f"letters/{PLANTED['without_head']}.反馈.docx"
    write(name, "somebody's own")
    outcome = run("survey", str(city / "2024" / f"{PLANTED['without_head']}.txt"), "--feedback", "letters")
    assert outcome.code == 2 and "没有覆盖" in outcome.err and Path(name).read_text() == "somebody's own"
    write("roster.csv", "名称\n云川市司法局\n")
    assert run("survey", "in", "--roster", "roster.csv", "-o", "roster.csv").code == 2


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("-o", "nowhere/out.json"), "没有文件夹 nowhere"),
        (("-o", "in"), ".xlsx"),
        (("-o", "in/a.txt.json"), "是草稿或这次要读的文件"),
        (("-o", "last/a.html", "--previous", "last"), "是草稿或这次要读的文件"),
        (("-o", "out.parquet"), "reportlint[cluster]"),
        (("-o", "out.xlsx"), "reportlint[survey]"),
        (("-o", "out.json", "-o", "./out.json"), "-o 两次写了"),
        (("-o", f"{'长' * 100}.json"), "文件名太长"),
        (("--feedback", "in/a.txt"), "写不了 in/a.txt（这是文件，不是文件夹）"),
        (("--feedback", "in"), "in 里已有文件（a.txt 等），没有覆盖"),
        (("--feedback", "letters", "--letter", "long.txt"), "超过 100,000 字"),
        (("--previous", "in"), "也在 --previous 里"),
        (("--roster", ""), "--roster 后面是空的"),
        (("--year", "99999"), "--year 应为"),
        (("--report", "nothing"), "没有这种报告的文法"),
        (("--feedback", "letters", "--letter", "nowhere.txt"), "读不了反馈的模板"),
        pytest.param(
            ("-o", "/proc/out.json"), "写不了 /proc/out.json", marks=pytest.mark.skipif(sys.platform != "linux", reason="/proc")
        ),
    ],
)  # fmt: skip
def test_what_cannot_be_written_is_told_before_the_work(run: Run, monkeypatch: pytest.MonkeyPatch, arguments: tuple[str, ...], said: str) -> None:  # fmt: skip
    write("in/a.txt", "云川市司法局2024年度法治政府建设情况报告\n")
    write("long.txt", "长" * 100_001)
    Path("in/a.txt.json").symlink_to("a.txt")
    write("last/a.html", "<p>云川市司法局2023年度法治政府建设情况报告</p>")
    monkeypatch.setattr("reportlint.command.survey.gather", None)
    for package in ("xlsxwriter", "pyarrow"):
        monkeypatch.setitem(sys.modules, package, None)
    outcome = run("survey", "in", *arguments)
    assert outcome.code == 2 and said in outcome.err and not Path("out.json").exists()


def test_nothing_is_dropped_in_silence(run: Run, city: Path) -> None:
    text = (city / "2024" / "云川市水利局.txt").read_text("utf-8")
    write("in/a.txt", text)
    write("in/drafts/b.txt", text)
    write("in/c.txt", text)  # the same office twice, word for word: doubled, and no copy
    for name in (".d.txt", "~$a.docx", "README.txt", "notes.txt", "rules.yaml", ".old/e.txt"):
        write(f"in/{name}", "买菜。")
    config = "exclude: [in/drafts/*]\nwaivers: [{check: vague-quantity, path: in/a.txt, reason: 已经核对}]\n"
    write(".reportlint.yaml", config)
    outcome = run("survey", "in", "--previous", "nowhere", "-o", "out.json")
    survey = json.loads(Path("out.json").read_text("utf-8"))
    assert outcome.code == 2 and "nowhere：没有这个文件" in outcome.out
    unread = {each["path"].removeprefix("in/"): each["error"] for each in survey["unread"]}
    assert [*unread] == [".d.txt", ".old", "README.txt", "drafts/b.txt", "notes.txt", "rules.yaml", "~$a.docx"]
    assert "隐藏文件" in unread[".d.txt"] and "临时文件" in unread["~$a.docx"] and "说明" in unread["README.txt"]
    assert "exclude" in unread["drafts/b.txt"] and all(
        f"in/{path}：{why}" in outcome.out for path, why in unread.items()
    )
    assert survey["doubled"] == [["in/a.txt", "in/c.txt"]] and survey["copies"] == []
    (idle,) = survey["idle_waivers"]
    assert idle["check"] == "stale-waiver" and idle["line"] == 2 and idle["message"] in outcome.out


def test_a_folder_without_reports(run: Run) -> None:
    write("in/notes.txt", "买菜。")
    outcome = run("survey", "in", "-o", "out.xlsx")
    assert "0 份报告" in outcome.out and "notes.txt" in outcome.out and Path("out.xlsx").exists()


@pytest.mark.slow
def test_the_page_is_sorted_searched_and_followed(run: Run, city: Path, tmp_path: Path) -> None:
    surveyed(run, city)
    run("survey", str(city / "2024"), "--roster", str(city / "roster.yaml"), "-o", "out.html")
    browser = started(tmp_path / "profile")
    try:
        browser.get((tmp_path / "out.html").as_uri())

        def rows() -> list[str]:
            return [each.text for each in browser.find_elements("css selector", "#reports tbody th") if each.is_displayed()]  # fmt: skip

        before = rows()
        heads = browser.find_elements("css selector", "#reports thead button")
        next(head for head in heads if head.text.startswith("晚")).click()
        next(head for head in heads if head.text.startswith("晚")).click()
        assert set(rows()[:2]) == set(PLANTED["late"]) and sorted(rows()) == sorted(before)
        browser.find_element("id", "search").send_keys("水利")
        assert rows() == ["云川市水利局"]
        browser.find_element("css selector", "#reports tbody tr:not([hidden]) a").click()
        assert browser.execute_script("return document.querySelector(':target h3').textContent") == "云川市水利局"
        assert len(browser.find_elements("css selector", "figure svg")) == 5
        for wide in (1280, 1920):
            size = {"width": wide, "height": 900, "deviceScaleFactor": 1, "mobile": False}
            browser.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", size)
            over = (
                "const {scrollWidth, clientWidth} = document.querySelector('.table'); return scrollWidth - clientWidth"
            )
            assert browser.execute_script(over) == 0
            cut = "return [...document.querySelectorAll('#reports td')].filter((cell) => cell.scrollWidth > cell.clientWidth).length"
            assert browser.execute_script(cut) == 0
        assert [each["message"] for each in browser.get_log("browser")] == []
    finally:
        browser.quit()
