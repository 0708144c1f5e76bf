""".reportlint.yaml and the command: it is found upward, what it sets holds, what is wrong in it is named."""

from __future__ import annotations

import os

import pytest
from conftest import Run, write
from test_cli import FAULTY, GOOD, ONLY, VAGUE


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
