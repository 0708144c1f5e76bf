"""Grammars become plain data, the same each time, without Lark where the cache has them."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from reportlint.outline import grammar
from reportlint.outline.grammar import END, GrammarError, available, compile_grammar, load_grammar

REPORT = """\
start: TITLE LEAD? parts CLOSE?
parts: PART | headings | parts PART
headings: HEADING | headings HEADING
told: TOLD_A | TOLD_B
%declare TITLE LEAD HEADING
CLOSE: /结束|完/
PART.2: /部分/
TOLD_A.7: /甲/i
TOLD_B.2: "a.b"
UNUSED: /没有/
"""


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of grammars with one grammar in it, and an empty cache."""
    folder = tmp_path / "grammars"
    folder.mkdir()
    (folder / "report.lark").write_text(REPORT, encoding="utf-8")
    monkeypatch.setattr(grammar, "_folder", lambda: str(folder))
    monkeypatch.setenv("REPORTLINT_CACHE", str(tmp_path / "cache"))
    return folder


def test_patterns_by_priority_then_definition() -> None:
    report = load_grammar("report")
    assert list(report.patterns.items()) == [
        ("TOLD_A", "(?i:甲)"),
        ("PART", "部分"),
        ("TOLD_B", r"a\.b"),
        ("CLOSE", "结束|完"),
    ]
    assert report.priorities == {"TOLD_A": 7, "PART": 2, "TOLD_B": 2, "CLOSE": 0}
    assert report.name == "report"


@pytest.mark.parametrize(
    ("outline", "start", "accepted"),
    [
        ("TITLE PART", "start", True),
        ("TITLE LEAD HEADING HEADING HEADING PART CLOSE", "start", True),
        ("TITLE HEADING CLOSE CLOSE", "start", False),
        ("TITLE PART HEADING", "start", False),
        ("TITLE", "start", False),
        ("", "start", False),
        ("TOLD_B", "told", True),
        ("TOLD_B", "start", False),
        ("TITLE PART", "told", False),
    ],
)
def test_the_tables_parse(outline: str, start: str, accepted: bool) -> None:
    report = load_grammar("report")
    stack = [report.starts[start]]
    for kind in [*outline.split(), END]:
        while (action := report.actions[stack[-1]].get(kind, 0)) < 0:
            origin, length = report.rules[~action]
            del stack[len(stack) - length :]
            stack.append(report.gotos[stack[-1]][origin])
            if kind == END and stack[-1] == report.ends[start]:
                assert accepted
                return
        if kind not in report.actions[stack[-1]]:
            break
        stack.append(action)
    assert not accepted


def test_without_told_there_is_one_start(folder: Path) -> None:
    (folder / "report.lark").write_text(REPORT.replace("told:", "untold:"), encoding="utf-8")
    assert list(load_grammar("report").starts) == ["start"]


@pytest.fixture
def kept(monkeypatch: pytest.MonkeyPatch) -> None:
    """Tables are kept, here and in other processes, also where all tests run without."""
    monkeypatch.setenv("REPORTLINT_PLAIN", "")
    monkeypatch.setattr("reportlint.kept.cache.PLAIN", False)


@pytest.mark.usefixtures("kept")
def test_a_second_run_gives_the_same_without_lark() -> None:
    first = load_grammar("report")
    program = (
        "import sys; from reportlint.outline import grammar; grammar._folder = lambda: sys.argv[1]\n"
        "print(grammar.load_grammar('report')); assert 'lark' not in sys.modules"
    )
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    command = [sys.executable, "-c", program, grammar._folder()]
    second = subprocess.run(command, env=environment, capture_output=True, text=True, check=True).stdout
    assert second.strip() == repr(first)


def test_tables_are_the_same_under_any_hash_seed() -> None:
    program = (
        "import sys; from reportlint.outline.grammar import compile_grammar; print(compile_grammar(sys.argv[1], ''))"
    )
    for seed in "0", "1", "2":
        environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path), "PYTHONHASHSEED": seed}
        command = [sys.executable, "-c", program, REPORT]
        output = subprocess.run(command, env=environment, capture_output=True, text=True, check=True).stdout
        assert output.strip() == repr(compile_grammar(REPORT, ""))


@pytest.mark.usefixtures("kept")
def test_a_changed_grammar_or_lark_is_compiled_again(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    compiled = []

    def counting(text: str, file: str) -> dict[str, Any]:
        compiled.append(file)
        return compile_grammar(text, file)

    monkeypatch.setattr(grammar, "compile_grammar", counting)
    load_grammar("report")
    load_grammar("report")
    assert len(compiled) == 1
    monkeypatch.setattr(grammar, "_lark_version", lambda: b"another")
    load_grammar("report")
    (folder / "report.lark").write_text(REPORT.replace("结束", "收尾"), encoding="utf-8")
    assert load_grammar("report").patterns["CLOSE"] == "收尾|完"
    assert len(compiled) == 3


def test_larks_version_is_found_without_importing_it() -> None:
    import lark

    assert lark.__version__.encode() in grammar._lark_version()


def test_available(folder: Path) -> None:
    (folder / "another.lark").write_text(REPORT, encoding="utf-8")
    (folder / "__init__.py").write_text("")
    assert available() == ["another", "report"]


@pytest.mark.parametrize("name", ["nothing", "", "../grammars/report", "report.lark"])
def test_an_unknown_kind(name: str) -> None:
    with pytest.raises(GrammarError, match="请改用其中之一：report。"):
        load_grammar(name)


def test_a_grammar_in_another_encoding(folder: Path) -> None:
    (folder / "report.lark").write_bytes(REPORT.encode("gb18030"))
    with pytest.raises(GrammarError, match=r"^report.lark 第 6 行：不是 UTF-8 编码。请另存为 UTF-8。$"):
        load_grammar("report")


@pytest.mark.parametrize(
    ("old", "new", "line", "remedy"),
    [
        ("start:", "begin:", 0, "没有规则 start"),
        ("PART.2:", "PIECE.2:", 2, "请补上定义"),
        ("LEAD?", "lead?", 1, "请补上定义"),
        ("UNUSED:", "PART:", 10, "请删去其中一处"),
        ("/部分/", "/部分(/", 7, "请检查括号是否成对"),
        ("/结束|完/", "/结束/ | /*完/", 6, "请检查括号是否成对"),
        ("/部分/", "/部分|/", 7, "请使它至少匹配一个字"),
        ("/结束|完/", '""', 6, "请使它至少匹配一个字"),
        ("/部分/", "/部分", 8, "请检查此行和上一行"),  # seen only there
        ("%declare", "%declar", 5, "请检查此行和上一行"),
        ("PART.2", "PART.x", 7, "请检查此行和上一行"),
        ("LEAD?", "LEAD??", 1, "请检查此行和上一行"),
        ("UNUSED: /没有/", "%import .other.X", 10, "请把用到的定义写在本文件里"),
        ("headings HEADING", "headings headings", 3, "请改写规则"),
        ("| parts PART", "| HEADING", 3, "请改写规则"),
        ("headings HEADING", "HEADING headings", 3, "请写成左递归，如 headings: ITEM | headings ITEM。"),
        ("| headings HEADING", "| TITLE parts CLOSE", 3, "请写成左递归"),
    ],
)
def test_an_error_names_line_and_remedy(old: str, new: str, line: int, remedy: str) -> None:
    assert old in REPORT
    with pytest.raises(GrammarError) as caught:
        compile_grammar(REPORT.replace(old, new), "report.lark")
    assert caught.value.line == line
    assert remedy in caught.value.reason
    assert str(caught.value).startswith(f"report.lark 第 {line} 行：" if line else "report.lark：")


def test_the_grammars_of_the_package_load(monkeypatch: pytest.MonkeyPatch) -> None:
    package = pytest.importorskip("reportlint.grammars")
    monkeypatch.setattr(grammar, "_folder", lambda: package.__path__[0])
    for name in available():
        assert load_grammar(name).name == name
