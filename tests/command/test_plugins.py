"""Checks of other packages, found as an installed package is: by the metadata beside its modules. A fault in one, or in ours, costs little."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest
from conftest import Run, write
from test_cli import FAULTY, GOOD, ONLY, VAGUE, command

from reportlint.document.source import Source
from reportlint.outline.outline import Outline, read_outline
from reportlint.outline.report_kind import Kind

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
    assert "bad.txt：程序自身出错（KeyError，test_plugins.py 第 " in done.err
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
