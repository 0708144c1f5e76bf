"""The command's contract: exit codes, encodings, bad input, pipes and terminals; and never a traceback."""

from __future__ import annotations

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
from reportlint.linting.check import load_checks
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
