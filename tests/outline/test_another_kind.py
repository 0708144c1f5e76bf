"""Another kind of report is a grammar and a label file in a package of its own: nothing else is needed."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

NAME = "information-disclosure"
GRAMMAR = """\
start: TITLE LEAD? OVERVIEW DISCLOSED REQUESTS PROBLEMS OTHER?
told: SUBJECT | TITLE_LINE
%declare TITLE LEAD HEADING
PROBLEMS.5: /存在的主要问题|(问题|不足).{0,4}改进/
REQUESTS.4: /收到和处理政府信息公开申请情况|公开申请/
DISCLOSED.3: /主动公开政府信息情况|主动公开/
OTHER.2: /其他(需要报告的)?事项/
OVERVIEW.1: /总体情况/
SUBJECT: /政府信息公开/
TITLE_LINE: /政府信息公开(工作)?年度报告$/
"""
LABELS = """\
label: 政府信息公开工作年度报告
rule: 《中华人民共和国政府信息公开条例》第四十九条
published-by: {month: 1, day: 31, since: 2019}
parts:
  overview: {label: 总体情况, tells: deeds}
  disclosed: {label: 主动公开政府信息情况}
  requests: {label: 收到和处理政府信息公开申请情况}
  problems: {label: 存在的主要问题及改进情况, tells: faults}
"""
REPORT = """\
青岚县司法局2024年政府信息公开工作年度报告
2024年，青岚县司法局认真做好政府信息公开工作，现将有关情况报告如下：
一、总体情况
2024年公开信息120条，其中门户网站80条、公众号50条。
二、主动公开政府信息情况
公开规范性文件3件，行政许可36件。
四、存在的主要问题及改进情况
公开不够及时。下一步，将明确时限。
五、其他事项
没有收取信息处理费。
"""
OTHER = Path(__file__).parents[2] / "checks" / "law_based_government"
TITLE = REPORT.split("\n", 1)[0]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A package on the path that offers the kind, and a report of it."""
    package, stated = tmp_path / "disclosure_report", tmp_path / "disclosure_report-1.dist-info"
    package.mkdir()
    stated.mkdir()
    (package / "__init__.py").touch()
    (package / f"{NAME}.lark").write_text(GRAMMAR, encoding="utf-8")
    (package / f"{NAME}.yaml").write_text(LABELS, encoding="utf-8")
    (stated / "entry_points.txt").write_text("[reportlint.kinds]\ndisclosure = disclosure_report\n")
    (tmp_path / "draft.txt").write_text(REPORT, encoding="utf-8")
    return tmp_path


def reportlint(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "PYTHONPATH": str(folder), "REPORTLINT_CACHE": str(folder / "cache")}
    command = [sys.executable, "-m", "reportlint", *arguments]
    return subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, encoding="utf-8")


def test_its_outline_is_read(folder: Path) -> None:
    said = json.loads(reportlint(folder, "outline", "--format", "json", "draft.txt").stdout)
    assert (said["title"], said["year"]) == (TITLE, 2024)
    parts = [heading["parts"] for heading in said["headings"]]
    assert parts == [["overview"], ["disclosed"], ["problems"], ["other"]]


def test_its_figures_are_found(folder: Path) -> None:
    assert "120条" in reportlint(folder, "figures", "draft.txt").stdout


def test_the_checks_of_every_kind_speak_and_no_others(folder: Path) -> None:
    run = reportlint(folder, "--format", "json", "draft.txt")
    found = {item["check"]: item for item in json.loads(run.stdout)}
    assert run.returncode == 1
    assert {"sum-mismatch", "heading-sequence", "missing-section"} <= set(found)
    assert "收到和处理政府信息公开申请情况" in found["missing-section"]["message"]
    assert found["missing-section"]["basis"] == "《中华人民共和国政府信息公开条例》第四十九条"
    of_the_other = {path.stem.replace("_", "-") for path in OTHER.rglob("[a-z]*.py")}
    assert len(of_the_other) > 5 and not of_the_other & set(found)


def test_local_rules_are_for_one_kind(folder: Path) -> None:
    rules = f"rules:\n- {{longest: 10}}\n- {{longest: 20, report: {NAME}}}\n- {{title: 法治政府建设年度报告}}\n"
    (folder / ".reportlint.yaml").write_text(rules, encoding="utf-8")
    (found,) = json.loads(reportlint(folder, "--select", "rule-mismatch", "--format", "json", "draft.txt").stdout)
    assert found["basis"] == "本地规定，见 .reportlint.yaml 第 3 行 longest"
    (folder / ".reportlint.yaml").write_text(f"report: {NAME}\nrules: [{{published-by: 02-10}}]", encoding="utf-8")
    refused = reportlint(folder, "draft.txt")
    assert refused.returncode == 2 and "晚于国家规定的公布期限1月31日" in refused.stderr


MATTERS = "- {name: 公开指南, kind: 主动公开, pattern: 指南, hits: [公开指南]}\n- {name: 公开专栏, kind: 主动公开, pattern: 专栏, hits: [公开专栏]}\n"
ASKED = """\
matters:
  rule: 《中华人民共和国政府信息公开条例》第二十条
  since: 2019
  government: [主动公开]
  department: [公开指南, 公开专栏]
  township: []
"""


def test_its_matters_are_asked(folder: Path) -> None:
    package = folder / "disclosure_report"
    (package / f"{NAME}-matters.yaml").write_text(MATTERS, encoding="utf-8")
    (package / f"{NAME}.yaml").write_text(ASKED + LABELS, encoding="utf-8")
    (folder / "draft.txt").write_text(REPORT.replace("公开信息120条", "公开指南1份，信息120条"), encoding="utf-8")
    (found,) = json.loads(reportlint(folder, "--select", "uncovered-matter", "--format", "json", "draft.txt").stdout)
    assert "公开专栏" in found["message"] and "公开指南" not in found["message"]
    assert (found["severity"], found["basis"]) == ("info", "《中华人民共和国政府信息公开条例》第二十条")
    said = json.loads(reportlint(folder, "outline", "--format", "json", "draft.txt").stdout)
    assert [(row["matter"], row["told"], row["data"], row["line"]) for row in said["coverage"]] == [
        ("公开指南", True, True, 4),
        ("公开专栏", False, False, None),
    ]


@pytest.mark.parametrize(
    ("asked", "what"),
    [
        (ASKED.replace("主动公开", "主动公示"), "主动公示"),
        (ASKED.replace("  since: 2019\n", ""), "since"),
        (ASKED.replace("township: []", "township: 公开指南"), "township"),
    ],
)
def test_wrong_matters_are_named(folder: Path, asked: str, what: str) -> None:
    package = folder / "disclosure_report"
    (package / f"{NAME}-matters.yaml").write_text(MATTERS, encoding="utf-8")
    (package / f"{NAME}.yaml").write_text(asked + LABELS, encoding="utf-8")
    run = reportlint(folder, "draft.txt")
    assert run.returncode == 2
    assert what in run.stderr and f"{NAME}.yaml" in run.stderr


def test_what_the_grammar_lacks_is_said(folder: Path) -> None:
    grammar = folder / "disclosure_report" / f"{NAME}.lark"
    grammar.write_text(GRAMMAR.replace("SUBJECT | ", "").replace("SUBJECT: /政府信息公开/\n", ""), encoding="utf-8")
    run = reportlint(folder, "draft.txt")
    assert run.returncode == 2
    assert f"{NAME}.lark：缺少终结符 SUBJECT" in run.stderr


def test_a_part_without_a_label_is_named(folder: Path) -> None:
    labels = folder / "disclosure_report" / f"{NAME}.yaml"
    labels.write_text(LABELS.replace("  requests: {label: 收到和处理政府信息公开申请情况}\n", ""), encoding="utf-8")
    run = reportlint(folder, "draft.txt")
    assert run.returncode == 2
    assert "requests" in run.stderr and f"{NAME}.yaml" in run.stderr


@pytest.mark.parametrize(
    ("wrong", "what"),
    [
        (
            LABELS.replace(
                "disclosed: {label: 主动公开政府信息情况", "disclosed: {label: 主动公开政府信息情况, tells: deeds"
            ),
            "tells: deeds",
        ),
        (LABELS.replace("tells: faults", "tell: faults"), "parts 的“problems”"),
        (LABELS.replace("published-by", "published-until"), "没有“published-until”这一项"),
    ],
)
def test_what_would_be_passed_over_among_the_labels_is_named(folder: Path, wrong: str, what: str) -> None:
    (folder / "disclosure_report" / f"{NAME}.yaml").write_text(wrong, encoding="utf-8")
    run = reportlint(folder, "draft.txt")
    assert run.returncode == 2
    assert what in run.stderr and f"{NAME}.yaml" in run.stderr


def test_a_package_without_a_grammar_is_named(folder: Path) -> None:
    (folder / "disclosure_report" / f"{NAME}.lark").unlink()
    run = reportlint(folder, "draft.txt")
    assert run.returncode == 2 and "disclosure（disclosure_report）：软件包里没有 .lark 文件" in run.stderr


def test_a_package_that_is_not_there_is_named(folder: Path) -> None:
    stated = folder / "disclosure_report-1.dist-info" / "entry_points.txt"
    stated.write_text("[reportlint.kinds]\ndisclosure = disclosure_reprt\n")
    run = reportlint(folder, "draft.txt")
    assert run.returncode == 2 and "disclosure（disclosure_reprt）：载入不了这种报告" in run.stderr


def test_one_name_is_one_kind(folder: Path) -> None:
    (folder / "disclosure_report" / "law-based-government.lark").write_text(GRAMMAR, encoding="utf-8")
    run = reportlint(folder, "draft.txt")
    assert run.returncode == 2 and "law-based-government.lark：报告种类重名" in run.stderr


CHECK = '''"""没有收费。

说明。
"""
from reportlint.finding import Severity
KIND = "KIND OF REPORT"
SEVERITY = Severity.INFO
def check(report):
    return iter(())
'''


@pytest.mark.parametrize(("kind", "code"), [(NAME, 1), (NAME.replace("-", "_"), 2)])
def test_a_check_is_for_a_kind_there_is(folder: Path, kind: str, code: int) -> None:
    (folder / "disclosure_report" / "no_fee.py").write_text(CHECK.replace("KIND OF REPORT", kind), encoding="utf-8")
    with (folder / "disclosure_report-1.dist-info" / "entry_points.txt").open("a") as stated:
        stated.write("[reportlint.checks]\nno-fee = disclosure_report.no_fee\n")
    run = reportlint(folder, "draft.txt")
    assert run.returncode == code
    assert ("没有报告种类 information_disclosure" in run.stderr) is (code == 2)


def test_its_rules_are_told_by_their_file(folder: Path) -> None:
    assert f"写在  disclosure_report/{NAME}.lark" in reportlint(folder, "rules", "draft.txt").stdout
