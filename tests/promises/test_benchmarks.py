"""The generated corpus, and that the comparison runs; what is fast is not asked here."""

from __future__ import annotations

import importlib
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from reportlint.facts.relations import relations
from reportlint.finding import Severity
from reportlint.linting.config import Config
from reportlint.linting.pipeline import run_checks
from reportlint.report import Report, read

BENCHMARKS = Path(__file__).parents[2] / "benchmarks"


@pytest.fixture
def corpus(monkeypatch: pytest.MonkeyPatch) -> Any:
    monkeypatch.syspath_prepend(str(BENCHMARKS))
    return importlib.import_module("corpus")


def _read(text: str) -> Report:
    return read(text.encode(), "draft.txt")


def test_deterministic(corpus: Any) -> None:
    texts = corpus.generate(4, 2000, 7)
    assert texts == corpus.generate(4, 2000, 7)
    assert texts[:2] == corpus.generate(2, 2000, 7)
    assert len({*texts, *corpus.generate(4, 2000, 8)}) == 8


@pytest.mark.parametrize("characters", [1_000, 2_500, 7_500, 30_000])
def test_reports_of_the_length_asked_for(corpus: Any, characters: int) -> None:
    for text in corpus.generate(5, characters, 1):
        assert 0.8 * characters < len(text) < 1.15 * characters
        assert _read(text).outline.is_report


def test_varied(corpus: Any) -> None:
    texts = corpus.generate(10, 7500, 1)
    clauses = {re.sub(r"\d", "", clause) for text in texts for clause in re.split(r"[，。、\n]", text)}
    assert len(clauses) > 1000
    assert len({_read(text).outline.title for text in texts}) > 5


def test_figures_mostly_agree_and_some_reports_are_at_fault(corpus: Any) -> None:
    reports = [_read(text) for text in corpus.generate(10, 7500, 1)]
    found = [relation for report in reports for relation in relations(report)]
    assert len(found) > 500
    assert 0.8 < sum(relation.holds for relation in found) / len(found) < 1
    told = [
        [finding for finding in run_checks(report, Config())[0] if finding.severity is not Severity.INFO]
        for report in reports
    ]
    assert min(map(len, told)) == 0 and max(map(len, told)) > 12


@pytest.mark.slow
@pytest.mark.skipif(sys.platform == "win32", reason="os.wait4 is of POSIX")
def test_comparison_runs_alone(tmp_path: Path) -> None:
    command = [sys.executable, str(BENCHMARKS / "compare.py"), "--quick", "--only", "one", "warm", "word"]
    done = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=False, cwd=tmp_path)
    assert (done.returncode, done.stderr) == (0, "")
    assert "| reportlint --jobs=1 |" in done.stdout and "| jieba.lcut |" in done.stdout
    assert "Left out: " in done.stdout and "zhlint: not set up" in done.stdout
    assert ".docx |" in done.stdout
    assert not any(tmp_path.iterdir())
