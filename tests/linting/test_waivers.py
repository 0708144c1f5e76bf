"""Waivers leave out what they speak of and nothing else; those that do nothing are findings; `waive` starts clean."""

from __future__ import annotations

import datetime
import os
from pathlib import Path

import pytest
import yaml
from conftest import Outcome, Run, draw, write
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from reportlint.document.source import Span
from reportlint.finding import Finding
from reportlint.linting.check import Check, load_checks
from reportlint.linting.config_file import parse_config
from reportlint.linting.waivers import Waiver, waive
from reportlint.repository.asked import Asked
from reportlint.repository.file_result import FileResult
from reportlint.repository.files import find_files
from reportlint.repository.run import run as run_files
from reportlint.repository.waiver_lines import added

TODAY = datetime.date(2025, 6, 30)
DRAFT = """\
云川市2024年法治政府建设年度报告
一、主要举措和成效
（一）健全制度。出台一批政府规章。
二、存在的不足和原因
基层执法力量不足，主要原因是编制调整滞后。
"""
ONLY = ("--select", "vague-quantity,stale-waiver,expired-waiver")
WAIVER = "- {check: vague-quantity, words: 一批, path: draft.txt, reason: 原文如此"
CHECKS = [check for check in load_checks().values() if check.family == "waivers"]


def results(*paths: str, today: datetime.date = TODAY) -> list[FileResult]:
    return list(run_files(find_files(list(paths), None), Asked(today=today)))


def on_settings(found: list[FileResult]) -> list[tuple[str, Span]]:
    return [(finding.check, finding.span) for result in found if result.settings for finding in result.findings]


def last_line(outcome: Outcome) -> str:
    return outcome.out.splitlines()[-1]


# The pages of the two checks


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    for path in ("报告.txt", "2022/报告.txt"):
        write(path, DRAFT)
    return tmp_path


@pytest.mark.parametrize(
    ("check", "example"), [pytest.param(c, e, id=f"{c.name}-{n}") for c in CHECKS for n, e in enumerate(c.bad)]
)
def test_bad(folder: Path, check: Check, example: str) -> None:
    text, spans = draw(example)
    write(".reportlint.yaml", text)
    found = results(".")
    assert [item for item in on_settings(found) if item[0] == check.name] == [(check.name, span) for span in spans]
    assert found[-1].path == ".reportlint.yaml"


@pytest.mark.parametrize(
    ("check", "example"), [pytest.param(c, e, id=f"{c.name}-{n}") for c in CHECKS for n, e in enumerate(c.good)]
)
def test_good(folder: Path, check: Check, example: str) -> None:
    write(".reportlint.yaml", example)
    assert check.name not in [name for name, _ in on_settings(results("."))]


# What is waived


def test_waived_findings_are_counted_in_the_last_line(run: Run) -> None:
    write("draft.txt", DRAFT)
    assert "一批" in run("draft.txt", *ONLY).out
    write(".reportlint.yaml", f"waivers:\n{WAIVER}}}\n")
    assert last_line(run("draft.txt", *ONLY)) == "检查了 1 份报告：没有发现问题；豁免了 1 处。"
    assert run("draft.txt", *ONLY, "--format", "json").found == []


@pytest.mark.parametrize(
    "waiver",
    [
        "{check: vague-quantity, words: 一大批, reason: 别的词}",
        "{check: thin-section, words: 一批, reason: 别的检查}",
        "{check: vague-quantity, path: other.txt, reason: 别的文件}",
        "{check: vague-quantity, path: '2022/*', reason: 别的文件夹}",
        "{check: vague-quantity, path: 'draf[sx].txt', reason: 别的文件}",
    ],
)
def test_what_a_waiver_does_not_speak_of_stays(run: Run, waiver: str) -> None:
    write("draft.txt", DRAFT)
    write(".reportlint.yaml", f"waivers: [{waiver}]")
    outcome = run("draft.txt", *ONLY, "--format", "json")
    assert "vague-quantity" in outcome.checks


@pytest.mark.parametrize(("day", "waived"), [("06-29", 0), ("06-30", 1), ("07-01", 1)])
def test_the_last_day_counts(folder: Path, day: str, waived: int) -> None:
    write(".reportlint.yaml", f"waivers: [{{check: vague-quantity, reason: 已公开, until: 2025-{day}}}]")
    result = results("报告.txt")[0]
    assert result.waived == waived
    assert [f.check for f in result.findings].count("vague-quantity") == 1 - waived


def test_a_waived_error_does_not_fail_the_run(run: Run) -> None:
    write("draft.txt", DRAFT)
    select = ("--select", "missing-section")
    assert run("draft.txt", *select).code == 1
    write(".reportlint.yaml", "waivers: [{check: missing-section, reason: 部门报告}]")
    assert run("draft.txt", *select).code == 0


def test_a_text_that_is_no_report_can_be_waived(run: Run) -> None:
    write("draft.txt", "关于召开会议的通知\n请准时参加。\n")
    assert run("draft.txt").code == 1
    write(".reportlint.yaml", "waivers: [{check: not-a-report, path: draft.txt, reason: 通知}]")
    assert run("draft.txt").code == 0


@settings(deadline=None)
@given(
    st.lists(st.sampled_from(["一批", "若干", "一 批", ""]), max_size=8),
    st.lists(st.sampled_from(["一批", "", "多次"])),
)
def test_every_finding_is_kept_or_waived(marked: list[str], waived: list[str]) -> None:
    text, findings = "", []
    for number, words in enumerate(marked):
        findings.append(Finding(Span(len(text), len(text) + len(words)), "", check=("a", "b")[number % 2]))
        text += words
    waivers = [Waiver(Span(n, n), "a", "理由", words=words) for n, words in enumerate(waived)]
    kept, gone = waive(findings, text, waivers)
    assert sorted([*kept, *gone]) == sorted(findings)
    assert all(f.check == "a" for f in gone)
    assert {text[f.span.start : f.span.end].replace(" ", "") for f in gone} <= set(waived) or "" in waived
    assert not any(waiver.waives(f.check, text[f.span.start : f.span.end]) for f in kept for waiver in waivers)


# Waivers that do nothing


def test_a_stale_waiver_is_a_finding_at_its_line(run: Run) -> None:
    write("draft.txt", DRAFT.replace("一批", "12件"))
    write(".reportlint.yaml", f"# 设置\nwaivers:\n{WAIVER}}}\n")
    item = run("draft.txt", *ONLY, "--format", "json").found[0]
    assert (item["check"], item["severity"], item["path"]) == ("stale-waiver", "warning", ".reportlint.yaml")
    assert (item["line"], item["column"], item["text"]) == (3, 3, WAIVER[2:] + "}")
    assert item["fingerprint"]
    text = run("draft.txt", *ONLY).out
    assert "3:3  警告  豁免没有用处  stale-waiver" in text
    assert text.count("标题  ") == 1  # the configuration is shown without title and parts
    assert text.endswith("检查了 1 份报告：1 处警告。\n")
    concise = run("draft.txt", *ONLY, "--format", "concise").out
    assert concise.startswith(".reportlint.yaml:3:3: warning stale-waiver ")
    assert run("draft.txt", *ONLY, "--fail-on", "warning").code == 1
    assert run("draft.txt", "--select", "vague-quantity", "--fail-on", "info").code == 0


def test_an_expired_waiver_is_a_finding_and_waives_nothing(run: Run) -> None:
    write("draft.txt", DRAFT)
    write(".reportlint.yaml", f"waivers:\n{WAIVER}, until: 2020-12-31}}\n")
    outcome = run("draft.txt", *ONLY, "--format", "json")
    assert outcome.checks == ["expired-waiver", "vague-quantity"]
    assert "2020-12-31" in outcome.found[0]["message"]


def test_nothing_is_said_of_files_that_were_not_linted(folder: Path) -> None:
    mended = DRAFT.replace("一批", "12件")
    write("报告.txt", mended)
    write(".reportlint.yaml", "waivers:\n- {check: vague-quantity, reason: 已公开}\n")
    assert on_settings(results("报告.txt")) == []  # the other one may need it
    assert on_settings(results("2022", "报告.txt")) == []  # and does
    write("2022/报告.txt", mended)
    assert [name for name, _ in on_settings(results("2022", "报告.txt"))] == ["stale-waiver"]
    write("2022/报告.txt", "")
    assert on_settings(results("2022", "报告.txt")) == []  # that could not be read


def test_nothing_is_said_of_checks_that_did_not_run(run: Run) -> None:
    write("draft.txt", DRAFT)
    write(".reportlint.yaml", "waivers: [{check: impossible-rate, path: draft.txt, reason: 旧稿}]")
    assert "stale-waiver" in run("draft.txt", "--format", "json").checks
    assert "stale-waiver" not in run("draft.txt", *ONLY, "--format", "json").checks
    write("draft.txt", "关于召开会议的通知\n请准时参加。\n")
    assert run("draft.txt", "--format", "json").checks == ["not-a-report"]


def test_each_configuration_speaks_for_itself(folder: Path) -> None:
    for path in (".reportlint.yaml", "2022/.reportlint.yaml"):
        write(path, "waivers: [{check: impossible-rate, path: 报告.txt, reason: 旧稿}]")
    found = results(".")
    assert [result.path for result in found if result.settings] == ["2022/.reportlint.yaml", ".reportlint.yaml"]


def test_places_in_a_file_with_a_byte_order_mark_and_crlf(folder: Path) -> None:
    write(".reportlint.yaml", "\ufeff# 设置\r\nwaivers:\r\n- {check: impossible-rate, reason: 旧稿}\r\n")
    report = results(".")[-1].report
    assert report is not None
    ((_, span),) = on_settings(results("."))
    assert report.source.position(span.start) == (3, 3)
    assert report.words(span) == "{check: impossible-rate, reason: 旧稿}"


# What is refused


@pytest.mark.parametrize(
    ("waivers", "said"),
    [
        ("[{check: vague-quantity}]", "waivers 第 1 条 缺少 reason"),
        ("[{reason: 旧稿}]", "waivers 第 1 条 缺少 check"),
        ("[{check: vague-quantity, reason: 旧稿}, {check: vage-quantity, reason: 旧稿}]", "是不是想写 vague-quantity"),
        ("[{check: vague-quantity, reasn: 旧稿, reason: 旧稿}]", "是不是想写 reason"),
        ("[{check: vague-quantity, reason: ' '}]", "reason 是空的"),
        ("[{check: vague-quantity, reason: 旧稿, words: ''}]", "words 是空的"),
        ("[{check: vague-quantity, reason: 旧稿, words: 12}]", "words 应为文字"),
        ("[{check: vague-quantity, reason: 旧稿, until: 明年}]", "until 应为日期"),
        ("[{check: vague-quantity, reason: 旧稿, until: 2025-02-30}]", "第 1 行第 54 列的 2025-02-30：没有这样的日期"),
        ("[{check: vague-quantity, reason: 旧稿, until: 2025-01-01 12:00:00}]", "until 应为日期"),
        ("[vague-quantity]", "waivers 第 1 条 应为键值对"),
        ("vague-quantity", "waivers 应为列表"),
        ("{check: vague-quantity, reason: 旧稿}", "waivers 应为列表"),
        ("&a [*a]", "行的引用（*）指向它自己"),
    ],
)
def test_a_wrong_waiver_is_refused(run: Run, waivers: str, said: str) -> None:
    write("draft.txt", DRAFT)
    write(".reportlint.yaml", f"waivers: {waivers}")
    outcome = run("draft.txt")
    assert outcome.code == 2
    assert ".reportlint.yaml" in outcome.err
    assert said in outcome.err


# reportlint waive


def test_waive_starts_clean(run: Run) -> None:
    for path in ("draft.txt", "2022/报告[终稿].txt", "2023/报告.txt"):
        write(path, DRAFT.replace("规章。", "规章。推进“一站式”服务，办理案件 36 件，,化解\u2028纠纷"))
    assert run(".", "--fail-on", "info").code == 1
    first = run("waive", ".", "--until", "2099-12-31", "--reason", "已经公开：2022、2023年")
    assert (first.code, first.err) == (0, "")
    content = Path(".reportlint.yaml").read_bytes()
    clean = run(".", "--fail-on", "info")
    assert clean.code == 0, clean.out
    assert last_line(clean).startswith("检查了 3 份报告：没有发现问题；豁免了 ")
    second = run("waive", ".")
    assert (second.code, second.out) == (0, "没有要豁免的问题。\n")
    assert Path(".reportlint.yaml").read_bytes() == content
    entry = yaml.safe_load(content)["waivers"][0]
    assert (entry["reason"], entry["until"]) == ("已经公开：2022、2023年", datetime.date(2099, 12, 31))
    write("new.txt", DRAFT)
    assert run(".", "--fail-on", "info").code == 1  # what is new is seen


BEFORE = [
    "",
    "# 只有注释\n",
    "checks: {thin-section: off}  # 本市报告短",
    "checks:\n  thin-section: off\n\n# 完\n",
    "waivers:\n",
    "waivers: []  # 还没有\nfail-on: error\n",
    "fail-on: error\nwaivers: ~\nchecks: {}\n",
    "waivers:\n- {check: thin-section, reason: 旧稿}  # 甲\n\n# 以下是设置\nfail-on: error\n",
    "---\nwaivers:\n    -   check: thin-section\n        reason: >\n            旧\n            稿\n\n# 完\nfail-on: error",
    "waivers:\n  - check: thin-section\n    words: '甲\n\n      乙'\n    reason: [旧稿][0]\n".replace(
        "[旧稿][0]", "旧稿"
    ),
    "\ufeffwaivers:\r\n- check: thin-section\r\n  reason: 旧稿\r\nfail-on: error\r\n",
]


@pytest.mark.parametrize("before", BEFORE)
def test_waive_leaves_the_rest_of_the_file_alone(run: Run, before: str) -> None:
    write("draft.txt", DRAFT)
    write(".reportlint.yaml", before)
    assert run("waive", "draft.txt").code == 0
    data = Path(".reportlint.yaml").read_bytes()
    after = data.decode()
    old, new = yaml.safe_load(before) or {}, yaml.safe_load(after)
    assert new.pop("waivers")[: len(old.get("waivers") or [])] == (old.pop("waivers", None) or [])
    assert new == old
    kept = before.replace("waivers: []", "waivers:").replace("waivers: ~", "waivers:").splitlines()
    assert [line for line in after.splitlines() if line in kept] == kept
    assert after.startswith("\ufeff") == before.startswith("\ufeff")
    assert ("\r\n" in before) == ("\r\n" in after) and ("\n" in after.replace("\r\n", "")) == ("\r\n" not in before)
    assert run("waive", "draft.txt").out == "没有要豁免的问题。\n"
    assert run("draft.txt", "--fail-on", "info", "--ignore", "stale-waiver").code == 0


@pytest.mark.parametrize(
    "before", ["{fail-on: error}", "waivers: [{check: thin-section, reason: 旧稿}]", "checks: {}\n...\n"]
)
def test_waive_refuses_where_it_would_have_to_rewrite(run: Run, before: str) -> None:
    write("draft.txt", DRAFT)
    write(".reportlint.yaml", before)
    outcome = run("waive", "draft.txt")
    assert outcome.code == 2
    assert "- check: " in outcome.err  # what to add by hand
    assert Path(".reportlint.yaml").read_text(encoding="utf-8") == before


def test_waive_writes_to_the_nearest_configuration(run: Run) -> None:
    write("draft.txt", DRAFT)
    write("2022/draft.txt", DRAFT)
    write("2022/.reportlint.yaml", "fail-on: info\n")
    outcome = run("waive", ".")
    assert outcome.out.count("加上了") == 2
    paths = [
        {item["path"] for item in yaml.safe_load(Path(p, ".reportlint.yaml").read_text())["waivers"]}
        for p in (".", "2022")
    ]
    assert paths == [{"draft.txt"}, {"draft.txt"}]
    assert run(".", "--fail-on", "info").code == 0


def test_waive_with_a_configuration_named(run: Run) -> None:
    write("drafts/draft.txt", DRAFT)
    write("settings/own.yaml", "fail-on: info\n")
    assert run("waive", "drafts", "--config", "settings/own.yaml").code == 0
    assert "path: ../drafts/draft.txt" in Path("settings/own.yaml").read_text(encoding="utf-8")
    assert run("drafts", "--config", "settings/own.yaml").code == 0


def test_waive_goes_on_after_a_broken_file(run: Run) -> None:
    write("broken.txt", "")
    write("draft.txt", DRAFT)
    outcome = run("waive", "broken.txt", "draft.txt")
    assert (outcome.code, "broken.txt" in outcome.err) == (2, True)
    assert run("draft.txt", "--fail-on", "info").code == 0


@pytest.mark.parametrize(
    "arguments", [("-",), ("draft.txt", "--until", "2020-01-01"), ("draft.txt", "--until", "明年")]
)
def test_what_waive_refuses(run: Run, arguments: tuple[str, ...]) -> None:
    write("draft.txt", DRAFT)
    assert run("waive", *arguments).code == 2
    assert not Path(".reportlint.yaml").exists()


def test_a_write_that_fails_leaves_the_old_configuration(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    write("draft.txt", DRAFT)
    write(".reportlint.yaml", "fail-on: info\n")

    def fail(*_: object) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr(os, "replace", fail)
        outcome = run("waive", "draft.txt")
    assert (outcome.code, "写不了" in outcome.err) == (2, True)
    assert Path(".reportlint.yaml").read_text() == "fail-on: info\n"
    assert sorted(os.listdir()) == [".reportlint.yaml", "draft.txt"]


@settings(deadline=None)
@given(st.sampled_from([text for text in BEFORE if "\r" not in text]), st.lists(st.text(min_size=1), min_size=1))
def test_any_words_can_be_written_down(before: str, marked: list[str]) -> None:
    new = [{"check": "vague-quantity", "words": " ".join(w.split()), "reason": "旧稿"} for w in marked if w.strip()]
    assume(new)
    waivers = parse_config(added(before.encode(), new, "x.yaml"), "x.yaml").waivers.items
    assert [w.words for w in waivers[len(waivers) - len(new) :]] == [item["words"] for item in new]
