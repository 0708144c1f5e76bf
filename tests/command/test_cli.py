"""The command's contract: exit codes, formats, encodings, bad input, configuration, plug-ins; and never a traceback."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import sysconfig
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml
from conftest import Run, write

from reportlint.command.options import FORMATS
from reportlint.document.decoding import MAX_CHARACTERS
from reportlint.document.draft_file import MAX_BYTES
from reportlint.document.source import Source
from reportlint.linting.check import load_checks
from reportlint.outline.outline import Outline, read_outline
from reportlint.outline.report_kind import Kind
from reportlint.reporters.check_pages import shortened
from reportlint.reporters.plain_text import clean

GOOD = """\
云川市2024年法治政府建设年度报告

2024年，云川市推进法治政府建设，现将有关情况报告如下。

一、主要举措和成效
（一）健全制度。出台政府规章2部，修改规范性文件14件，清理规范性文件126件。
（二）规范执法。开展行政检查1260次，办理行政处罚案件318件。
二、存在的不足和原因
基层执法力量不足，38个乡镇中有6个没有专职执法人员，主要原因是编制调整滞后。
三、党政主要负责人履行推进法治建设第一责任人职责情况
市长主持召开政府常务会议12次，其中研究法治议题26项；亲自部署执法监督工作，亲自过问重大行政决策3件，亲自协调跨部门执法争议4件，亲自督办行政复议案件2件。
四、下一年度主要安排
2025年6月底前为6个乡镇配齐专职执法人员，2025年底前完成行政复议规范化建设。
"""
VAGUE = GOOD.replace("出台政府规章2部", "出台一批政府规章")
"""One info: vague-quantity at 6:11."""
FAULTY = VAGUE[: VAGUE.index("四、")]
"""One error more: the last part is missing."""
NOTICE = "关于召开防汛工作会议的通知\n\n各镇街：\n定于6月3日上午召开防汛工作会议，请准时参加。\n"
ONLY = ("--select", "missing-section,vague-quantity")
"""The checks that the tests of the contract count on, whatever else is there to find."""


def command(*arguments: str, **options: Any) -> subprocess.CompletedProcess[bytes]:
    """The installed command in a process of its own."""
    script = Path(sysconfig.get_path("scripts")) / "reportlint"
    done = subprocess.run([str(script), *arguments], **{"capture_output": True, "timeout": 60, **options})
    assert b"Traceback" not in (done.stderr or b"")
    return done


# Exit codes mean one thing in every format


@pytest.mark.parametrize("form", FORMATS)
@pytest.mark.parametrize(
    ("drafts", "code"),
    [((GOOD,), 0), ((VAGUE,), 0), ((FAULTY,), 1), ((GOOD, FAULTY), 1), ((GOOD, ""), 2), ((FAULTY, ""), 2)],
)
def test_exit_code(run: Run, form: str, drafts: tuple[str, ...], code: int) -> None:
    names = [write(f"{number}.txt", draft) for number, draft in enumerate(drafts)]
    outcome = run(*names, *ONLY, "--format", form)
    assert outcome.code == code
    assert bool(outcome.err) == (code == 2)
    assert run("check", *names, *ONLY, "--format", form) == outcome


@pytest.mark.parametrize(
    ("draft", "level", "code"),
    [
        (VAGUE, "error", 0),
        (VAGUE, "warning", 0),
        (VAGUE, "info", 1),
        (VAGUE, "never", 0),
        (FAULTY, "error", 1),
        (FAULTY, "never", 0),
    ],
)
@pytest.mark.parametrize("form", FORMATS)
def test_fail_on(run: Run, draft: str, level: str, code: int, form: str) -> None:
    write("draft.txt", draft)
    assert run("draft.txt", *ONLY, "--fail-on", level, "--format", form).code == code


def test_texts_are_what_these_tests_take_them_for(run: Run) -> None:
    assert run("-", *ONLY, "--format", "json", stdin=GOOD.encode()).found == []
    assert run("-", *ONLY, "--format", "json", stdin=VAGUE.encode()).checks == ["vague-quantity"]
    assert run("-", *ONLY, "--format", "json", stdin=FAULTY.encode()).checks == ["vague-quantity", "missing-section"]


# Formats


def test_json_keys(run: Run) -> None:
    write("draft.txt", FAULTY)
    finding = run("draft.txt", *ONLY, "--format", "json").found[0]
    fingerprint = finding.pop("fingerprint")
    assert list(finding.items()) == [
        ("check", "vague-quantity"),
        ("severity", "info"),
        ("message", finding["message"]),
        ("path", "draft.txt"),
        ("line", 6),
        ("column", 11),
        ("end_line", 6),
        ("end_column", 13),
        ("text", "一批"),
        ("basis", None),
        ("replacement", None),
        ("related", []),
    ]
    assert isinstance(fingerprint, str) and fingerprint
    assert finding["message"]


def test_json_is_sorted_by_path_and_place(run: Run) -> None:
    found = run(write("b.txt", FAULTY), write("a.txt", FAULTY), "--format", "json").found
    places = [(item["path"], item["line"], item["column"]) for item in found]
    assert places == sorted(places)
    assert {path for path, _, _ in places} == {"a.txt", "b.txt"}


def test_fingerprint_survives_moved_lines_and_tells_repeats_apart(run: Run) -> None:
    twice = VAGUE.replace("126件", "126件；出台一批政府规章")
    before = run("-", *ONLY, "--format", "json", stdin=twice.encode()).found
    after = run("-", *ONLY, "--format", "json", stdin=f"\n\n{twice}".encode()).found
    assert [item["line"] + 2 for item in before] == [item["line"] for item in after]
    assert [item["fingerprint"] for item in before] == [item["fingerprint"] for item in after]
    assert len({item["fingerprint"] for item in before}) == 2


def test_concise(run: Run) -> None:
    write("draft.txt", VAGUE)
    outcome = run("draft.txt", *ONLY, "--format", "concise")
    assert outcome.out.startswith("draft.txt:6:11: info vague-quantity “一批”")
    assert outcome.out.count("\n") == 1


def test_text(run: Run) -> None:
    write("draft.txt", FAULTY)
    lines = run("draft.txt", *ONLY).out.splitlines()
    assert lines[0] == "draft.txt"
    understood = "\n".join(lines[: lines.index("")])
    assert "云川市2024年法治政府建设年度报告" in understood and "2024 年度" in understood
    assert (understood.count("✓"), understood.count("✗")) == (3, 1)
    at = next(number for number, line in enumerate(lines) if line.startswith("6:11"))
    words, carets = lines[at + 1], lines[at + 2]
    assert carets.strip() == "^^^^"  # two full-width characters
    cells = "".join(char * (2 if ord(char) > 0x2E7F else 1) for char in words)
    assert cells[carets.index("^") : carets.rindex("^") + 1] == "一一批批"
    assert lines[-1] == "检查了 1 份报告：1 处错误，1 处提示。"


def test_text_tells_the_first_place_and_the_lines_of_the_others(run: Run) -> None:
    write("draft.txt", FAULTY.replace("修改规范性文件14件", "修改若干规范性文件").replace("检查1260次", "大量检查"))
    lines = run("draft.txt", *ONLY).out.splitlines()
    assert sum("  提示  数量含糊  vague-quantity" in line for line in lines) == 1
    assert "  另有 2 处：第 6、7 行" in lines and lines[-1].endswith("同类的只写第一处，加 --verbose 全部写出。")
    whole = run("draft.txt", *ONLY, "--verbose").out
    assert whole.count("  提示  数量含糊  vague-quantity") == 3 and "另有" not in whole and "--verbose" not in whole


def test_text_tells_two_at_one_place_apart(run: Run) -> None:
    write("draft.txt", GOOD[: GOOD.index("三、")])
    out = run("draft.txt", "--select", "missing-section").out
    assert out.count("  错误  部分没有单列  missing-section") == 2 and "另有" not in out


def test_text_tells_what_to_mend_first(run: Run) -> None:
    write("draft.txt", FAULTY.replace("1260次", "一大批") + "今年实现全覆盖，，能力显著提升。\n")
    last = run("draft.txt").out.splitlines()[-1]
    assert last.startswith("检查了 1 份报告：") and "。请先改：标点重复（1 处）、部分没有单列（1 处）、" in last
    assert last.count("处）") == 3


def test_outline_json(run: Run) -> None:
    write("draft.txt", "时间：2025-01-20 来源：云川市司法局\n" + GOOD)
    known = json.loads(run("outline", "draft.txt", "--format", "json").out)
    assert list(known) == [
        "path", "kind", "title", "issuer", "year", "published", "headings", "parts", "coverage", "furniture"
    ]  # fmt: skip
    assert (known["path"], known["kind"], known["issuer"]) == ("draft.txt", "law-based-government", "云川市")
    assert (known["title"], known["year"]) == ("云川市2024年法治政府建设年度报告", 2024)
    assert (known["published"], known["furniture"]) == ("2025-01-20", [1])
    assert all(list(h) == ["line", "level", "marker", "text", "parts", "run_in"] for h in known["headings"])
    assert [(h["line"], h["level"], h["marker"], h["parts"]) for h in known["headings"]] == [
        (6, 1, "一、", ["measures"]),
        (7, 2, "（一）", []),
        (8, 2, "（二）", []),
        (9, 1, "二、", ["shortcomings"]),
        (11, 1, "三、", ["responsibility"]),
        (13, 1, "四、", ["plan"]),
    ]
    assert [h["run_in"] for h in known["headings"]] == [False, True, True, False, False, False]
    assert list(known["parts"]) == ["measures", "shortcomings", "responsibility", "plan"]
    assert known["parts"]["plan"].items() >= {"status": "own-section", "from": 13, "to": 14}.items()


def test_outline_of_a_missing_part(run: Run) -> None:
    parts = json.loads(run("outline", write("draft.txt", FAULTY), "--format", "json").out)["parts"]
    assert parts["plan"].items() >= {"status": "absent", "from": None, "to": None}.items()


def test_figures_json(run: Run) -> None:
    write("draft.txt", GOOD.replace("办理行政处罚案件318件", "办理行政处罚案件318件，其中罚款159件，占50%"))
    figures = json.loads(run("figures", "draft.txt", "--format", "json").out)
    place = ["line", "column", "end_line", "end_column", "text"]
    assert figures
    assert all(list(item) == ["kind", *place, "stated", "computed", "holds", "operands"] for item in figures)
    assert all(list(operand) == ["line", "column", "text"] for item in figures for operand in item["operands"])
    quantities = json.loads(run("figures", "draft.txt", "--quantities", "--format", "json").out)
    assert quantities
    assert all(list(item) == [*place, "value", "unit", "kind", "approximate", "counted"] for item in quantities)


# Reading


@pytest.mark.parametrize(
    "encode",
    [
        pytest.param(lambda text: text.encode("utf-8-sig"), id="utf-8-bom"),
        pytest.param(lambda text: text.encode("gb18030"), id="gb18030"),
        pytest.param(lambda text: b"\xff\xfe" + text.encode("utf-16-le"), id="utf-16-le"),
        pytest.param(lambda text: b"\xfe\xff" + text.encode("utf-16-be"), id="utf-16-be"),
        pytest.param(lambda text: text.replace("\n", "\r\n").encode(), id="crlf"),
        pytest.param(lambda text: text.replace("\n", "\r").encode(), id="cr"),
        pytest.param(lambda text: text.replace("\n", "\r\n").encode("gb18030"), id="gb18030-crlf"),
    ],
)
def test_one_text_in_many_encodings(run: Run, encode: Callable[[str], bytes]) -> None:
    keys = ["check", "message", "line", "column", "end_line", "end_column", "text"]
    expected = [[item[key] for key in keys] for item in run("-", "--format", "json", stdin=FAULTY.encode()).found]
    assert expected
    write("draft.txt", encode(FAULTY))
    for outcome in (run("-", "--format", "json", stdin=encode(FAULTY)), run("draft.txt", "--format", "json")):
        assert [[item[key] for key in keys] for item in outcome.found] == expected


def test_standard_input(run: Run) -> None:
    outcome = run("-", *ONLY, "--format", "json", stdin=FAULTY.encode())
    assert {item["path"] for item in outcome.found} == {"-"}
    assert run("outline", "-", stdin=GOOD.encode()).code == 0
    empty = run("-", stdin=b"")
    assert (empty.code, "标准输入" in empty.err) == (2, True)


def test_folder(run: Run) -> None:
    write("drafts/b.txt", FAULTY)
    write("drafts/a/deep.TXT", FAULTY)
    write("drafts/notice.txt", NOTICE)
    for hidden in (".git/x.txt", ".hidden.txt", "~$draft.docx", "notes.csv"):
        write(f"drafts/{hidden}", FAULTY)
    outcome = run("drafts", *ONLY, "--format", "json")
    assert outcome.code == 1
    assert {Path(item["path"]).as_posix() for item in outcome.found} == {"drafts/a/deep.TXT", "drafts/b.txt"}
    assert run("drafts", *ONLY).out.splitlines()[-1] == (
        "检查了 2 份报告：2 处错误，2 处提示；略过 1 个不是年度报告的文件；略过 1 个没有读的文件。"
    )


@pytest.mark.parametrize(
    ("config", "line"),
    [
        ("fail-on: error\nchecks: {}\nfail-on: info\n", 3),
        ("checks:\n  thin-section: off\n  vague-quantity: off\n  thin-section: info\n", 4),
        ("terms:\n  - {wrong: 甲, right: 乙, wrong: 丙}\n", 2),
    ],
)
def test_a_key_written_twice(run: Run, config: str, line: int) -> None:
    write("draft.txt", GOOD)
    write(".reportlint.yaml", config)
    outcome = run("draft.txt")
    assert outcome.code == 2 and f"第 {line} 行的" in outcome.err and "合并" in outcome.err


def test_a_mistyped_command(run: Run) -> None:
    outcome = run("outlin", "draft.txt")
    assert outcome.code == 2 and "没有命令 outlin，可能是 outline" in outcome.err
    write("outlin", VAGUE)
    assert run("outlin", *ONLY, "--format", "json").checks == ["vague-quantity"]
    assert "没有这个文件" in run("draft").err


def test_not_a_report(run: Run) -> None:
    outcome = run(write("notice.txt", NOTICE), "--format", "json")
    assert (outcome.code, outcome.checks) == (1, ["not-a-report"])


def test_a_file_named_twice_is_linted_once(run: Run) -> None:
    write("drafts/a.txt", FAULTY)
    assert len(run("drafts", "drafts/a.txt", "./drafts/../drafts/a.txt", *ONLY, "--format", "json").found) == 2


# Bad input: a sentence naming the file and what to do; the other files are linted all the same


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        pytest.param(None, "没有这个文件", id="missing"),
        pytest.param(b"", "空的", id="empty"),
        pytest.param(b" \r\n\t\n", "空", id="blank"),
        pytest.param("\u3000\n".encode(), "空白", id="full-width-blank"),
        pytest.param(b"\x89PNG\r\n\x1a\n", "图片", id="picture"),
        pytest.param(GOOD.replace("，", "\0").encode(), "U+0000", id="nul-bytes"),
        pytest.param(GOOD.encode("utf-16-le"), "UTF-16", id="utf-16-without-mark"),
        pytest.param(b"\xff\xfe\xff", "编码", id="half-a-character"),
        pytest.param(b"\x80\x81\xff\xff" * 9, "编码", id="no-encoding"),
        pytest.param((GOOD * (10_000_000 // len(GOOD.encode()) + 1)).encode(), "上限", id="10-megabytes"),
        pytest.param(("成效显著，" * 200_001).encode(), "上限", id="a-line-of-3-megabytes"),
        pytest.param(b"a" * (MAX_BYTES + 1), "上限", id="50-megabytes"),
    ],
)
def test_bad_input(run: Run, data: bytes | None, reason: str) -> None:
    if data is not None:
        write("bad.txt", data)
    write("draft.txt", FAULTY)
    started = time.monotonic()
    outcome = run("bad.txt", "draft.txt", *ONLY, "--format", "json")
    assert time.monotonic() - started < 20
    assert outcome.code == 2
    assert outcome.checks == ["vague-quantity", "missing-section"]
    assert outcome.err.startswith("reportlint: bad.txt：") and outcome.err.count("\n") == 1
    assert reason in outcome.err and "请" in outcome.err
    alone = run("outline", "bad.txt")
    assert (alone.code, alone.out, alone.err) == (2, "", outcome.err)
    assert run("bad.txt", "draft.txt", *ONLY).out.splitlines()[-1].endswith("；1 份没能检查。")


@pytest.mark.slow
def test_the_longest_allowed_text_takes_bounded_time(run: Run) -> None:
    draft = FAULTY + "建成一批示范点，成效显著。" * ((MAX_CHARACTERS - len(FAULTY)) // 13)
    started = time.monotonic()
    assert run("-", "--format", "concise", stdin=draft.encode()).code == 1
    assert time.monotonic() - started < 120


def test_no_permission(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    write("secret.txt", GOOD)
    write("draft.txt", FAULTY)
    real = open

    def guarded(path: Any, *arguments: Any, **options: Any) -> Any:
        if path == "secret.txt":  # chmod would not do: for root every file is readable
            raise PermissionError(13, "Permission denied")
        return real(path, *arguments, **options)

    monkeypatch.setattr("builtins.open", guarded)
    outcome = run("secret.txt", "draft.txt", *ONLY, "--format", "json")
    assert (outcome.code, len(outcome.found)) == (2, 2)
    assert outcome.err == "reportlint: secret.txt：没有读这个文件的权限。\n"


def test_folder_without_drafts(run: Run) -> None:
    write("notes/readme.csv", GOOD)
    write("draft.txt", FAULTY)
    outcome = run("notes", "draft.txt", *ONLY, "--format", "json")
    assert (outcome.code, len(outcome.found)) == (2, 2)
    assert outcome.err.startswith("reportlint: notes：文件夹里没有草稿")
    assert run("outline", "notes").code == 2


@pytest.mark.parametrize(
    "data", [bytes(range(256)), b"\x1b[31m" * 50, "一、" * 50_000, "（" * 50_000, "\r" * 50_000 + "x"]
)
def test_odd_texts_never_end_in_a_traceback(run: Run, data: str | bytes) -> None:
    write("odd.txt", data)
    for form in FORMATS:
        assert run("odd.txt", "--format", form).code in (1, 2)


# The command line


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("--formt", "json", "draft.txt"), "--format"),
        (("--format", "xml", "draft.txt"), "json"),
        (("--fail-on", "fatal", "draft.txt"), "warning"),
        (("--format",), "--format"),
        (("check",), "FILE"),
        (("explain",), "CHECK"),
        (("explain", "vague-quantty"), "是不是想写 vague-quantity？"),
        (("--select", "vague-quantty", "draft.txt"), "是不是想写 vague-quantity？"),
        (("--ignore", "thin-section,mising-causes", "draft.txt"), "是不是想写 missing-causes？"),
        (("--config", "no.yaml", "draft.txt"), "no.yaml：读不了配置文件"),
        (("--report", "budget", "draft.txt"), "law-based-government"),
        (("review", "other.txt"), "缺少选项 --output"),
        (("draft.txt", "--jobs", "0"), "--jobs 不能是 0，要从 1 起"),
        (("draft.txt", "--jobs", "two"), "--jobs 要写整数，不能是 two"),
        (("figures", "a.txt", "b.txt"), "多了 b.txt"),
        (("outlin", "draft.txt"), "没有命令 outlin，可能是 outline"),
        (("checks", "extra"), "extra"),
        ((), "reportlint"),
    ],
)
def test_wrong_usage(run: Run, arguments: tuple[str, ...], said: str) -> None:
    write("draft.txt", FAULTY)
    outcome = run(
        *arguments, *(("--format", "json") if "draft.txt" in arguments and "--format" not in arguments else ())
    )
    assert outcome.code == 2
    assert said in outcome.err
    assert outcome.out == "" or outcome.found is not None


def test_help_and_version(run: Run) -> None:
    shown = run("--help")
    assert shown.code == 0
    assert all(name in shown.out for name in ("check", "outline", "figures", "explain", "checks", "init"))
    assert run("--version").out.startswith("reportlint ")


def test_select_and_ignore(run: Run) -> None:
    write("draft.txt", FAULTY)
    assert run("draft.txt", "--select", "vague-quantity", "--format", "json").checks == ["vague-quantity"]
    ignored = run("draft.txt", *ONLY, "--ignore", "vague-quantity", "--format", "json")
    assert ignored.checks == ["missing-section"]
    assert "vague-quantity" not in run("draft.txt", "--ignore", "vague-quantity", "--format", "json").checks


def test_checks_lists_each_once(run: Run) -> None:
    lines = run("checks").out.splitlines()
    for name, check in load_checks().items():
        assert [line for line in lines if line.split()[:1] == [name] and line.endswith(check.summary)], name
    assert sum(line.startswith("  ") for line in lines) == len(load_checks())


@pytest.mark.parametrize("name", load_checks())
def test_explain(run: Run, name: str) -> None:
    check, page = load_checks()[name], run("explain", name)
    assert page.code == 0
    assert page.out.startswith(f"{check.title}（{name}）") and check.explanation in page.out
    assert all(option in page.out for option in check.options)
    for examples in (check.bad, check.good):  # of long ones the lines that tell them apart
        told = [line for line in shortened(check, examples)[0].splitlines() if line != "……"]
        assert clean(told[0]) in page.out


def test_a_draft_whose_name_begins_as_an_option_does(run: Run) -> None:
    """Hooks hand names over as they are: one must not switch the gate off, or have a file written."""
    names = [write(name, FAULTY) for name in ("--x.txt", "--fail-on=never", "--output=out.txt")]
    run("init")
    (own,) = yaml.safe_load(Path(".pre-commit-config.yaml").read_text(encoding="utf-8"))["repos"][0]["hooks"]
    published = Path(__file__).parents[2] / ".pre-commit-hooks.yaml"
    for hook in (own, *yaml.safe_load(published.read_text(encoding="utf-8"))):
        words = [*str(hook["entry"]).split(), *hook.get("args", [])]
        outcome = run(*words[1:], *names)
        assert (words[0], outcome.code) == ("reportlint", 1) and "检查了 3 份报告" in outcome.out
    assert not Path("out.txt").exists()


def test_init(run: Run) -> None:
    assert run("init").code == 0
    hooks = yaml.safe_load(Path(".pre-commit-config.yaml").read_text(encoding="utf-8"))
    assert hooks["repos"][0]["hooks"][0]["id"] == "reportlint"
    write("draft.txt", FAULTY)
    assert run("draft.txt", *ONLY).code == 1  # the configuration written is one that is read
    write(".reportlint.yaml", "fail-on: never\n")
    again = run("init")
    assert again.code == 0 and "已有" in again.out
    assert Path(".reportlint.yaml").read_text() == "fail-on: never\n"
    assert run("init", "no/such/folder").code == 2


# .reportlint.yaml


def test_config_is_found_upward_and_the_nearest_counts(run: Run) -> None:
    write("a/b/draft.txt", FAULTY)
    write(".reportlint.yaml", "checks: {vague-quantity: warning}")
    assert run("a", *ONLY, "--format", "json").found[0]["severity"] == "warning"
    write("a/.reportlint.yaml", "checks: {vague-quantity: error}")
    assert run("a/b/draft.txt", *ONLY, "--format", "json").found[0]["severity"] == "error"
    write("other.yaml", "checks: {vague-quantity: off}")
    assert run("a", *ONLY, "--config", "other.yaml", "--ignore", "missing-section").code == 0
    os.chdir("a/b")
    assert run("-", *ONLY, "--format", "json", stdin=FAULTY.encode()).found[0]["severity"] == "error"


@pytest.mark.parametrize("off", ["off", "'off'", "{severity: off}"])
def test_config_turns_a_check_off(run: Run, off: str) -> None:
    write(".reportlint.yaml", f"checks:\n  vague-quantity: {off}\n")
    write("draft.txt", FAULTY)
    assert "vague-quantity" not in run("draft.txt", "--format", "json").checks
    assert run("draft.txt", "--select", "vague-quantity", "--format", "json").checks == ["vague-quantity"]


def test_config_sets_severity_and_options(run: Run) -> None:
    write("draft.txt", VAGUE)
    write(".reportlint.yaml", "checks: {vague-quantity: {severity: error, words: [政府规章]}}")
    outcome = run("draft.txt", *ONLY, "--format", "json")
    assert [(item["text"], item["severity"]) for item in outcome.found] == [("政府规章", "error")]
    assert outcome.code == 1


def test_config_fail_on_and_the_command_line_over_it(run: Run) -> None:
    write("draft.txt", VAGUE)
    write(".reportlint.yaml", "fail-on: info")
    assert run("draft.txt", *ONLY).code == 1
    assert run("draft.txt", *ONLY, "--fail-on", "error").code == 0


def test_config_excludes_by_path(run: Run) -> None:
    write("drafts/2023/old.txt", FAULTY)
    write("drafts/2024/new.txt", FAULTY)
    write(".reportlint.yaml", "exclude: [drafts/2023]")
    assert {item["path"] for item in run("drafts", *ONLY, "--format", "json").found} == {"drafts/2024/new.txt"}
    write(".reportlint.yaml", "checks: {vague-quantity: {exclude: [drafts/2023/*]}}")
    found = run("drafts", *ONLY, "--format", "json").found
    assert [item["path"] for item in found if item["check"] == "vague-quantity"] == ["drafts/2024/new.txt"]
    assert [item["check"] for item in found].count("missing-section") == 2


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ("chekcs: {}", "是不是想写 checks？"),
        ("checks: {vague-quantty: off}", "是不是想写 vague-quantity？"),
        ("checks: {vague-quantity: {wrods: [x]}}", "是不是想写 words？"),
        ("checks: {vague-quantity: {severity: fatal}}", "checks.vague-quantity.severity 应为"),
        ("checks: {vague-quantity: loud}", "checks.vague-quantity 应为"),
        ("checks: {vague-quantity: {words: 3}}", "checks.vague-quantity.words 应为"),
        ("checks: {thin-section: {share: a lot}}", "checks.thin-section.share 应为数"),
        ("checks: {thin-section: {share: .nan}}", "checks.thin-section.share 要写不小于 0 的数"),
        ("checks: {thin-section: {share: .inf}}", "checks.thin-section.share 要写不小于 0 的数"),
        ("checks: {thin-section: {share: -0.1}}", "checks.thin-section.share 要写不小于 0 的数"),
        ("checks: {thin-section: {characters: -5}}", "checks.thin-section.characters 要写不小于 0 的数"),
        ("checks: [vague-quantity]", "checks 应为"),
        ("fail-on: fatal", "fail-on 应为"),
        ("exclude: 3", "exclude 应为"),
        (
            "report: budget",
            "没有名为 budget 的报告种类（report）。可用的有：government-information-disclosure、law-based-government。",
        ),
        ("- checks", "最外层 应为"),
        ("checks: {vague-quantity: off", "第 1 行第"),
        ("checks:\n\tvague-quantity: off", "第 2 行第 1 列"),
        ("!!python/object/apply:os.system [exit]", "不是正确的 YAML"),
        (b"fail-on: \xb4\xed", "不是 UTF-8"),
        ("a: &a [*a]", "第 1 行的引用（*）指向它自己"),
        ("x: 2024-13-45", "第 1 行第 4 列的 2024-13-45：没有这样的日期"),
        ("x:\n  - !!timestamp today", "第 2 行第 5 列的 today：没有这样的日期"),
        ("x: !!bool perhaps", "第 1 行第 4 列的 perhaps：没有这样的日期，或者这样的数"),
        ("x: 0b_", "第 1 行第 4 列的 0b_：没有这样的日期，或者这样的数"),
        ("waivers: [{check: term, reason: 旧稿, until: '2025-02-30'}]", "waivers 第 1 条 until 应为日期"),
        ("documents: [{name: 办法, to: 2024-13}]", "documents 第 1 条 to 应为日期"),
    ],
)
def test_wrong_config(run: Run, content: str | bytes, said: str) -> None:
    write("drafts/.reportlint.yaml", content)
    write("drafts/draft.txt", GOOD)
    write("draft.txt", FAULTY)
    outcome = run("drafts/draft.txt", "draft.txt", *ONLY, "--format", "json")
    assert outcome.code == 2
    assert said in outcome.err and outcome.err.count("\n") == 1
    assert outcome.checks == ["vague-quantity", "missing-section"]  # of the other file
    assert "drafts/.reportlint.yaml" in outcome.err
    assert run("--config", "drafts/.reportlint.yaml", "draft.txt").code == 2


LONG = "很长的值" * 5_000


@pytest.mark.parametrize(
    "content",
    [
        *("fail-on: %", "report: %", "%: 3", "checks: {%: off}", "checks: {term: %}", "checks: {thin-section: {share: %}}"),
        *("exclude: {%: a}", "waivers: [{check: %, reason: a}]", "waivers: [{check: term, reason: a, until: %}]"),
        *("terms: [{wrong: %, right: %}]", "terms: [%, %]", "phrases: {%: [a]}", "documents: [{name: a, to: %}]", "%: a\n%: b"),
        *("x: !!int %", "x: !<%> a", "*%", "[%"),
    ],
)  # fmt: skip
def test_a_wrong_value_is_quoted_by_its_beginning(run: Run, content: str) -> None:
    write("draft.txt", GOOD)
    write(".reportlint.yaml", content.replace("%", LONG))
    outcome = run("draft.txt")
    assert outcome.code == 2 and LONG[:61] not in outcome.err and len(outcome.err) < 500


@pytest.mark.parametrize(
    "option", ["--select", "--report", "--fail-on", "--format", "--jobs", "--issuer-kind", f"--{LONG}"]
)
def test_a_wrong_option_is_quoted_by_its_beginning(run: Run, option: str) -> None:
    outcome = run(write("draft.txt", GOOD), option, LONG)
    assert outcome.code == 2 and LONG[:61] not in outcome.err and len(outcome.err) < 500


# Checks of other packages, found as an installed package is: by the metadata beside its modules

CHECK = '''"""不用感叹号。

公文不用感叹号。
"""
from reportlint.finding import Finding, Related, Severity
from reportlint.document.source import Span

SEVERITY = Severity.WARNING
BASIS = "内部规定"
BAD = ["一、主要举措和成效\\n好⟦！⟧"]

def check(report, *, marks: tuple[str, ...] = ("！",)):
    for at, char in enumerate(report.text):
        if char in marks:
            yield Finding(Span(at, at + 1), "公文不用感叹号。", related=(Related(Span(0, 3), "开头"),))
'''


def installed(folder: Path, source: str, name: str = "no-exclamation") -> dict[str, str]:
    """The environment in which a package with this check is installed."""
    write(f"{folder}/house_style.py", source)
    write(f"{folder}/house_style-1.dist-info/METADATA", "Metadata-Version: 2.1\nName: house-style\nVersion: 1\n")
    write(f"{folder}/house_style-1.dist-info/entry_points.txt", f"[reportlint.checks]\n{name} = house_style\n")
    return {**os.environ, "PYTHONPATH": str(folder), "PYTHONDONTWRITEBYTECODE": "1"}


def test_plugin(tmp_path: Path) -> None:
    environment = installed(tmp_path, CHECK)
    draft = GOOD.replace("126件。", "126件！").encode()
    done = command("-", "--select", "no-exclamation", "--format", "json", input=draft, env=environment)
    (found,) = json.loads(done.stdout)
    assert (found["check"], found["text"], found["severity"]) == ("no-exclamation", "！", "warning")
    assert found["basis"] == "内部规定"
    assert [list(related.items()) for related in found["related"]] == [
        [
            ("path", "-"),
            ("line", 1),
            ("column", 1),
            ("end_line", 1),
            ("end_column", 4),
            ("text", "云川市"),
            ("message", "开头"),
        ]
    ]
    assert "不用感叹号。" in command("checks", env=environment).stdout.decode()
    assert "marks，默认 ！" in command("explain", "no-exclamation", env=environment).stdout.decode()
    write(f"{tmp_path}/.reportlint.yaml", "checks: {no-exclamation: {severity: error, marks: [；]}}")
    configured = command("-", "--select", "no-exclamation", input=draft, env=environment, cwd=tmp_path)
    assert (configured.returncode, configured.stderr) == (1, b"")


def test_a_crashing_check_is_named_and_the_others_go_on(tmp_path: Path) -> None:
    environment = installed(tmp_path, CHECK.replace("for at, char", "1 / 0\n    for at, char"))
    only = f"{ONLY[1]},no-exclamation"
    done = command("-", "--select", only, "--format", "json", input=FAULTY.encode(), env=environment)
    assert done.returncode == 2
    assert [item["check"] for item in json.loads(done.stdout)] == ["vague-quantity", "missing-section"]
    assert "检查 no-exclamation 出错" in done.stderr.decode() and "ZeroDivisionError" in done.stderr.decode()


def test_a_fault_of_ours_costs_one_file_only(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    from reportlint import report

    def broken(source: Source, kind: Kind) -> Outline:
        if "出台一批" not in source.text:
            raise KeyError(source.text)
        return read_outline(source, kind)

    monkeypatch.setattr(report, "read_outline", broken)
    write("bad.txt", GOOD)
    write("fine.txt", VAGUE)
    done = run("bad.txt", "fine.txt", "--format", "json", *ONLY)
    assert (done.code, done.checks) == (2, ["vague-quantity"])
    assert "bad.txt：程序自身出错（KeyError，test_cli.py 第 " in done.err
    assert "云川" not in done.err


def test_a_fault_while_showing_is_a_sentence_too(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("reportlint.reporters.text.summary", lambda report: 1 / 0)
    write("a.txt", GOOD)
    done = run("a.txt")
    assert done.code == 2 and "程序自身出错（ZeroDivisionError，" in done.err


@pytest.mark.parametrize(
    ("source", "name", "said"),
    [
        (CHECK.replace("SEVERITY =", "LEVEL ="), "no-exclamation", "检查 no-exclamation（house_style）缺少 SEVERITY"),
        ("import no_such_module", "no-exclamation", "载入不了检查 no-exclamation（house_style）"),
        (CHECK, "vague-quantity", "检查 vague-quantity 重名"),
    ],
)
def test_a_package_that_breaks_the_contract_is_named(tmp_path: Path, source: str, name: str, said: str) -> None:
    done = command("-", input=GOOD.encode(), env=installed(tmp_path, source, name))
    assert (done.returncode, done.stdout) == (2, b"")
    assert said in done.stderr.decode()


def test_python_beside_the_draft_is_not_imported(tmp_path: Path) -> None:
    for name in ("reportlint", "yaml", "house_style", "checks"):
        write(f"{tmp_path}/{name}.py", "raise SystemExit(77)")
    write(f"{tmp_path}/draft.txt", GOOD)
    assert command("draft.txt", *ONLY, cwd=tmp_path).returncode == 0


# Pipes and terminals


@pytest.mark.skipif(sys.platform == "win32", reason="a folder in use is not removed there")
def test_a_working_folder_that_is_gone(tmp_path: Path) -> None:
    (tmp_path / "gone").mkdir()
    script = f"cd {tmp_path}/gone && rmdir {tmp_path}/gone && exec {sys.executable} -m reportlint a.txt"
    done = subprocess.run(["sh", "-c", script], capture_output=True, encoding="utf-8", timeout=60)
    assert done.returncode == 2 and done.stderr.startswith("reportlint: 当前文件夹用不了（没有这个文件或文件夹）")


def test_without_docstrings(tmp_path: Path) -> None:
    (tmp_path / "draft.txt").write_text(FAULTY, encoding="utf-8")
    for arguments in (["draft.txt", *ONLY], ["explain", "vague-quantity"]):
        plain, stripped = (
            command(*arguments, cwd=tmp_path, env={**os.environ, "PYTHONOPTIMIZE": level}) for level in ("", "2")
        )
        assert (stripped.returncode, stripped.stdout) == (plain.returncode, plain.stdout) and plain.stdout


@pytest.mark.parametrize("number", [1, 20])  # written when all is said, or while there is more to say
def test_closed_pipe(tmp_path: Path, number: int) -> None:
    drafts = [write(f"{tmp_path}/{number}.txt", FAULTY) for number in range(number)]
    script = Path(sysconfig.get_path("scripts")) / "reportlint"
    with subprocess.Popen([str(script), *drafts], stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdout and process.stderr
        process.stdout.close()  # as head does when it has seen enough
        assert process.stderr.read() == b""


@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="there is no /dev/full")
def test_full_disk(tmp_path: Path) -> None:
    with open("/dev/full", "wb") as full:
        done = command("-", input=GOOD.encode(), stdout=full, stderr=subprocess.PIPE, capture_output=False)
    assert done.returncode == 2
    assert "写不出结果" in done.stderr.decode()


@pytest.mark.skipif(sys.platform == "win32", reason="closing descriptors is a matter of POSIX")
@pytest.mark.parametrize(("closed", "code"), [((0,), 2), ((1,), 1), ((2,), 1), ((1, 2), 1)])
def test_closed_streams(tmp_path: Path, closed: tuple[int, ...], code: int) -> None:
    draft = write(f"{tmp_path}/draft.txt", FAULTY)

    def close() -> None:
        for descriptor in closed:
            os.close(descriptor)

    assert command("-" if 0 in closed else draft, *ONLY, preexec_fn=close).returncode == code


@pytest.mark.parametrize(("variables", "coloured"), [({}, True), ({"NO_COLOR": "1"}, False)])
def test_colour_on_a_terminal_only(tmp_path: Path, variables: dict[str, str], coloured: bool) -> None:
    pty = pytest.importorskip("pty", reason="there are no pseudo-terminals")
    draft = write(f"{tmp_path}/draft.txt", VAGUE)
    environment = {name: value for name, value in os.environ.items() if name != "NO_COLOR"} | variables
    ours, theirs = pty.openpty()
    done = command(draft, *ONLY, env=environment, stdout=theirs, stderr=subprocess.PIPE, capture_output=False)
    os.close(theirs)
    shown = os.read(ours, 1 << 16)
    os.close(ours)
    assert (done.returncode, b"vague-quantity" in shown) == (0, True)
    assert (b"\x1b[" in shown) == coloured
    assert b"\x1b[" not in command(draft, *ONLY, env=environment).stdout


@pytest.mark.parametrize(
    "arguments",
    [
        [],
        ["draft.txt"],
        ["check", "draft.txt"],
        ["draft.txt", "--format", "concise", "other.txt"],
        ["--format", "json", "draft.txt"],
        ["check", "--fail-on", "never", "draft.txt"],
        ["draft.txt", "--format", "json", "--format", "concise"],
        ["draft.txt", "--fail-on", "warning", "--format", "github"],
        ["draft.txt", "--format=json", "--jobs=1"],
        ["draft.txt", "--format=yaml"],
        ["draft.txt", "--jobs", "2"],
        ["draft.txt", "--jobs", "0"],
        ["draft.txt", "--jobs=-1"],
        ["draft.txt", "--jobs", "二"],
        ["draft.txt", "--jobs"],
        ["draft.txt", "--format", "yaml"],
        ["draft.txt", "--format"],
        ["draft.txt", "--fail-on", "--format"],
        ["draft.txt", "--formt", "json"],
        ["draft.txt", "--", "other.txt"],
        ["-", "draft.txt"],
        ["drafts"],
        ["check"],
        ["check", "check"],
        ["check", "drafts"],
        ["checks"],
        ["chck"],
        ["outline", "draft.txt"],
        ["draft.txt", "outline"],
        ["", "draft.txt"],
        ["--version"],
        ["no-such.txt"],
    ],
    ids=" ".join,
)
def test_with_and_without_typer_it_is_one_command(
    run: Run, monkeypatch: pytest.MonkeyPatch, arguments: list[str]
) -> None:
    """Arguments that are files and a format are read without Typer, which takes long to start."""
    Path("drafts").mkdir()
    for name in ("draft.txt", "other.txt", "drafts/one.txt"):
        write(name, "霁川区人民政府2023年度法治政府建设情况报告\n一、主要举措和成效\n能力显著提升。\n")
    quick = run(*arguments)
    monkeypatch.setattr("reportlint.command.main.read_plain", lambda arguments, options: None)
    assert quick == run(*arguments)
