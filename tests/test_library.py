"""reportlint as a library: one function, what it gives and what it raises; and importing it costs next to nothing."""

from __future__ import annotations

import datetime
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from conftest import write

import reportlint
from reportlint import ConfigError, Finding, Report, Result, Severity, UnreadableError, UserError, lint, load_config

PROJECT = Path(__file__).parents[1]
DRAFT = "云川市2024年法治政府建设年度报告\n一、主要举措和成效\n（一）健全制度。出台一批办法，办理案件36件。\n"


def names(result: Result) -> set[str]:
    return {finding.check for finding in result.findings}


@pytest.fixture(autouse=True)
def _elsewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def test_a_text_bytes_and_a_file_are_one_draft() -> None:
    write("draft.txt", DRAFT)
    of_text, of_bytes, of_file = lint(DRAFT), lint(DRAFT.encode("gb18030")), lint(Path("draft.txt"))
    assert of_text.findings == of_bytes.findings == of_file.findings
    (found,) = (finding for finding in of_text.findings if finding.check == "vague-quantity")
    assert isinstance(found, Finding) and found.severity is Severity.INFO and found.title == "数量含糊"
    assert of_text.report.words(found.span) == "一批"
    assert of_text.report.source.position(found.span.start) == (3, 11)
    assert isinstance(of_text.report, Report) and of_text.crashes == []


def test_a_path_tells_the_form_and_leads_to_settings() -> None:
    page = "# 云川市2024年法治政府建设年度报告\n\n# 一、主要举措和成效\n\n出台**一批**办法。\n"
    result = lint(page, path="draft.md")
    assert [result.report.words(f.span) for f in result.findings if f.check == "vague-quantity"] == ["一批"]
    write(".reportlint.yaml", "checks: {vague-quantity: off}")
    assert "vague-quantity" not in names(lint(DRAFT, path="draft.txt"))
    assert "vague-quantity" in names(lint(DRAFT))  # a text without a path lies nowhere


def test_changed_settings_hold_at_once() -> None:
    settings = write("settings.yaml", "checks: {vague-quantity: off}")
    assert "vague-quantity" not in names(lint(DRAFT, config=settings))
    write(settings, "checks: {}")
    assert "vague-quantity" in names(lint(DRAFT, config=settings))
    assert "vague-quantity" in names(lint(DRAFT, config=load_config(settings)))


def test_waivers_hold_until_their_day() -> None:
    write(".reportlint.yaml", "waivers: [{check: vague-quantity, reason: 已公开, until: 2025-03-31}]")
    in_time, late = (lint(DRAFT, path="draft.txt", today=datetime.date(2025, month, 1)) for month in (3, 4))
    assert [finding.check for finding in in_time.waived] == ["vague-quantity"]
    assert "vague-quantity" not in names(in_time) and "vague-quantity" in names(late) and late.waived == []


def test_last_years_report() -> None:
    copied = "加强行政执法监督，对重点领域执法案卷开展评查，发现问题逐件反馈并督促有关部门限期整改到位。"
    old, new = (f"云川市{year}年法治政府建设年度报告\n一、主要举措和成效\n{copied}\n" for year in (2023, 2024))
    assert "copied-paragraph" in names(lint(new, previous=[lint(old).report]))


@pytest.mark.parametrize(
    ("draft", "more", "error"),
    [
        (Path("no-such.txt"), {}, UnreadableError),
        (b"\x89PNG\r\n\x1a\n", {}, UnreadableError),
        (DRAFT, {"config": "no-such.yaml"}, ConfigError),
        (DRAFT, {"kind": "budget"}, UserError),
    ],
)
def test_what_cannot_be_done_is_a_sentence(
    draft: str | bytes | Path, more: dict[str, str], error: type[UserError]
) -> None:
    with pytest.raises(error) as raised:
        lint(draft, **more)  # type: ignore[arg-type]
    assert isinstance(raised.value, UserError) and "。" in str(raised.value)


@pytest.mark.parametrize("name", ["README.md", "README.zh-CN.md"])
def test_the_example_in_the_readme(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    code = re.search(r"```python\n(.*?)```", (PROJECT / name).read_text(encoding="utf-8"), re.S)
    assert code
    write("draft.txt", DRAFT)
    exec(code[1], {})
    assert re.search(r"^3:11 数量含糊：“一批”", capsys.readouterr().out, re.M)


def test_importing_it_loads_nothing_yet() -> None:
    asked = (
        "import sys; import reportlint; print(sorted(name for name in sys.modules if name.startswith('reportlint')))"
    )
    done = subprocess.run([sys.executable, "-c", asked], capture_output=True, text=True, check=True, env=os.environ)
    assert done.stdout == "['reportlint']\n"


def test_all_that_is_named_is_there() -> None:
    assert all(getattr(reportlint, name) is not None for name in reportlint.__all__)
    assert set(reportlint.__all__) <= set(dir(reportlint))
    with pytest.raises(AttributeError, match="no attribute 'lnt'"):
        reportlint.lnt  # type: ignore[attr-defined]  # noqa: B018
