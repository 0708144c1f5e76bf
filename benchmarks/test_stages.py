"""Each stage by itself: reading, outline, facts, each check. Nothing is asserted of time: what is printed is compared.

Run by `pytest benchmarks`; `--benchmark-compare` sets a run against one kept with `--benchmark-autosave`.
"""

from __future__ import annotations

from functools import cached_property
from typing import Any

import pytest
from corpus import generate

from reportlint.linting.check import Check, load_checks
from reportlint.linting.config import Config
from reportlint.linting.pipeline import run_checks
from reportlint.outline.outline import read_outline
from reportlint.outline.report_kind import DEFAULT, load_kind
from reportlint.readers import read_source
from reportlint.report import Report, read

pytest.importorskip("pytest_benchmark", reason="pytest-benchmark is not installed")

TEXT = generate(1, 10_000, 1)[0]
"""One report of 10,000 characters."""
FACTS = [name for name, value in vars(Report).items() if isinstance(value, cached_property) and name[0] != "_"]
ROUNDS = 10


@pytest.fixture(scope="module")
def linted() -> Report:
    """The report with all facts found, so that a check is timed alone."""
    report = read(TEXT.encode(), "draft.txt")
    run_checks(report, Config())
    return report


def test_read(benchmark: Any) -> None:
    """Bytes to text and lines."""
    assert benchmark(read_source, TEXT.encode(), "draft.txt").text == TEXT


def test_outline(benchmark: Any) -> None:
    """Text to headings, parts and prose."""
    assert benchmark(read_outline, read_source(TEXT.encode(), "draft.txt"), load_kind(DEFAULT)).is_report


def test_facts(benchmark: Any) -> None:
    """All facts of a report on which nothing was asked before."""
    benchmark.pedantic(
        lambda report: [getattr(report, name) for name in FACTS],
        setup=lambda: ((read(TEXT.encode(), "draft.txt"),), {}),
        rounds=ROUNDS,
        warmup_rounds=1,
    )


def test_lint(benchmark: Any) -> None:
    """All of it, from bytes to findings."""
    benchmark.pedantic(lambda: run_checks(read(TEXT.encode(), "draft.txt"), Config()), rounds=ROUNDS, warmup_rounds=1)


@pytest.mark.parametrize("check", load_checks().values(), ids=load_checks())
def test_check(benchmark: Any, linted: Report, check: Check) -> None:
    """One check; what it asks of the report is known."""
    options = Config().options(check)
    benchmark.pedantic(lambda: list(check.run(linted, **options)), rounds=ROUNDS, warmup_rounds=1)
