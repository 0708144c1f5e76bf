"""One table of options: the verbs keep to it, both readers are made of it, and what is wrong is told in Chinese."""

from __future__ import annotations

import inspect
import os
import subprocess
import sys
from importlib import import_module

import pytest
from conftest import Run, write
from test_cli import FAULTY

from reportlint.command.main import read_arguments
from reportlint.command.options import FORMATS, VERBS, Call

DRAFT = "云川市2024年法治政府建设年度报告\n一、主要举措和成效\n办理案件36件。\n"


@pytest.mark.parametrize("verb", VERBS)
def test_a_verb_takes_what_the_table_says(verb: str) -> None:
    function = getattr(import_module(f"reportlint.command.{verb}"), verb)
    parameters = inspect.signature(function).parameters
    assert list(parameters) == [option.name for option in VERBS[verb].options]
    for option in VERBS[verb].options:
        default = parameters[option.name].default
        assert option.required or option.name == "files" or default == option.default, option.name


@pytest.mark.parametrize("form", FORMATS)
def test_every_format_has_a_reporter(form: str) -> None:
    assert callable(import_module(f"reportlint.reporters.{form}").findings)


@pytest.mark.parametrize(
    "arguments",
    [
        ["a.txt", "--format", "json", "--verbose"],
        ["a.txt", "--select", "term", "--ignore=thin-section", "--jobs", "2", "b.txt"],
        ["check", "a.txt", "--fix", "--previous", "last.txt", "--config", "c.yaml"],
        ["-", "--output", "out.html", "--format=html", "--changed-since", "main"],
    ],
    ids=" ".join,
)
def test_both_readers_read_alike(monkeypatch: pytest.MonkeyPatch, arguments: list[str]) -> None:
    quick = read_arguments(arguments)
    monkeypatch.setattr("reportlint.command.main.read_plain", lambda arguments, options: None)
    slow = read_arguments(arguments)
    assert isinstance(quick, Call) and isinstance(slow, Call) and quick.verb == slow.verb == "check"
    defaults = {option.name: option.default for option in VERBS["check"].options}
    assert defaults | quick.options == slow.options


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("--formt", "json", "a.txt"), "没有选项 --formt，可能是 --for"),
        (("--öäü", "a.txt"), "没有选项 --öäü。"),
        (("a.txt", "--format"), "选项 --format 后面要有值。"),
        (("a.txt", "--fix=1"), "选项 --fix 后面不能有值。"),
        (("a.txt", "--format", "xml"), "--format 不能是 xml，可以是 text、concise、"),
        (("a.txt", "--jobs", "-1"), "--jobs 不能是 -1，要从 1 起。"),
        (("a.txt", "--jobs", "二"), "--jobs 要写整数，不能是 二。"),
        (("review", "a.txt"), "缺少选项 --output。"),
        (("outline",), "缺少 FILE。"),
        (("waive",), "缺少 FILE...。"),
        (("explain",), "缺少 CHECK。"),
        (("figures", "a.txt", "b.txt", "c.txt"), "多了 b.txt c.txt。"),
        (("outlin", "a.txt"), "没有命令 outlin，可能是 outline"),
    ],
    ids=str,
)
def test_what_is_wrong_is_told_in_chinese(run: Run, arguments: tuple[str, ...], said: str) -> None:
    done = run(*arguments)
    assert done.code == 2 and done.out == ""
    assert done.err.startswith(f"reportlint: {said}") and done.err.endswith("用法见 reportlint --help。\n")


@pytest.mark.parametrize("arguments", [("-h",), ("--help",), ("check", "-h"), ("review", "--help")], ids=str)
def test_help(run: Run, arguments: tuple[str, ...]) -> None:
    done = run(*arguments)
    assert done.code == 0 and done.err == ""
    verbs = [VERBS[arguments[0]]] if arguments[0] in VERBS else []
    assert all(flag in done.out for verb in verbs for option in verb.options for flag in option.flags)
    assert verbs or all(verb in done.out for verb in VERBS)


@pytest.mark.parametrize("flag", ["-V", "--version"])
def test_version(run: Run, flag: str) -> None:
    done = run(flag)
    assert (done.code, done.err) == (0, "") and done.out.startswith("reportlint 0.")


def test_completion() -> None:
    asked = {
        "_REPORTLINT_COMPLETE": "complete_bash",
        "COMP_WORDS": "reportlint check a.txt --format s",
        "COMP_CWORD": "4",
    }
    command = [sys.executable, "-m", "reportlint"]
    done = subprocess.run(command, env={**os.environ, **asked}, capture_output=True, text=True)
    assert (done.returncode, done.stdout.split(), done.stderr) == (0, ["sarif"], "")


@pytest.mark.parametrize(
    "arguments",
    [
        ("a.txt",),
        ("a.txt", "--config", "c.yaml"),
        ("check", "--fix", "a.txt"),
        ("review", "a.txt", "-o", "b.docx"),
        ("waive", "a.txt"),
    ],
    ids=str,
)
def test_an_interrupt_is_told_and_ends_with_130(
    run: Run, monkeypatch: pytest.MonkeyPatch, arguments: tuple[str, ...]
) -> None:
    def interrupted(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    write("a.txt", DRAFT)
    write("c.yaml", "checks: {}")
    monkeypatch.setattr("reportlint.repository.one_file.lint", interrupted)
    done = run(*arguments)
    assert (done.code, done.err) == (130, "reportlint: 已中断。\n")


def test_what_is_shown_and_what_counts(run: Run) -> None:
    """--show leaves out what weighs less, in every format; the exit code is that of all."""
    write("draft.txt", FAULTY)
    whole = run("draft.txt", "--format", "json", "--fail-on", "warning")
    errors = run("draft.txt", "--format", "json", "--show", "error", "--fail-on", "warning")
    assert {item["severity"] for item in whole.found} > {"error"} == {item["severity"] for item in errors.found}
    assert whole.code == errors.code == 1
    assert "警告  " not in run("draft.txt", "--show", "error").out
    assert run("draft.txt", "--show", "loud").code == 2


def test_a_summary_is_a_table_and_the_totals(run: Run) -> None:
    write("a.txt", FAULTY)
    write("b.txt", FAULTY)
    whole, short = run("a.txt", "b.txt"), run("a.txt", "b.txt", "--summary")
    assert short.code == whole.code and len(short.out.splitlines()) <= 6 < len(whole.out.splitlines())
    assert whole.out.splitlines()[-1].partition("同类的")[0] == short.out.splitlines()[-1]
    assert run("a.txt", "--summary").out.startswith("报告")
    for more in (("--format", "json"), ("--verbose",)):
        assert run("a.txt", "--summary", *more).code == 2
    assert run("a.txt", "--summary", "--format", "json", "--output", "a.json").code == short.code
