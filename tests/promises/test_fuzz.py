"""The targets of fuzz/ on few inputs, the same each time: that none has begun to fail, and that each can."""

from __future__ import annotations

import random
from collections.abc import Callable

import pytest
import sound
import targets
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from targets import TARGETS

from reportlint.document.source import Span, UnreadableError
from reportlint.finding import Finding
from reportlint.linting.check import load_checks
from reportlint.linting.config import Config
from reportlint.linting.pipeline import Crash, run_checks
from reportlint.report import Report, read

SEEDS = {"review": 3, "pdf_file": 2}
"""How many of a target's seeds are tried: of the slow ones fewer."""


@pytest.mark.parametrize("name", TARGETS)
def test_seeds(name: str) -> None:
    chosen = random.Random(1).sample(list(targets.seeds(name)), SEEDS.get(name, 12 if name == "text" else 2))
    for seed in chosen:
        TARGETS[name](seed[:4000])
        TARGETS[name](seed[: len(seed) // 3])
        TARGETS[name](seed[len(seed) // 3 :])


@pytest.mark.parametrize("name", [name for name in TARGETS if name not in SEEDS])
def test_any_bytes(name: str) -> None:
    @settings(max_examples=60, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck), database=None)
    @given(st.binary(max_size=160))
    def hold(data: bytes) -> None:
        TARGETS[name](data)

    hold()


FED = {
    "text": 0.9,
    "draft": 1.0,
    "shown": 1.0,
    "review": 1.0,
    "markdown": 0.9,
    "html": 0.9,
    "docx": 0.9,
    "package": 1.0,
}
"""Of a target's seeds, the share that are read and not refused."""


@pytest.mark.parametrize("name", FED)
def test_seeds_are_read(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    fed = []

    def linted(data: bytes, path: str = "draft.txt") -> None:
        try:
            fed.append(bool(read(data, path).text))
        except UnreadableError:
            fed.append(False)

    monkeypatch.setattr(sound, "linted", linted)
    for seed in list(targets.seeds(name))[:40]:
        TARGETS[name](seed)
    assert sum(fed) >= FED[name] * len(fed) > 0


def shifted(report: Report, config: Config) -> tuple[list[Finding], list[Crash]]:
    findings, _ = run_checks(report, config)
    return [finding._replace(span=Span(len(report.text), len(report.text) + 2)) for finding in findings], []


def turned(report: Report, config: Config) -> tuple[list[Finding], list[Crash]]:
    findings, _ = run_checks(report, config)
    return findings[::-1], []


def crashed(report: Report, config: Config) -> tuple[list[Finding], list[Crash]]:
    return [], [Crash("thin-section", "ZeroDivisionError")]


def encoded(report: Report, config: Config) -> tuple[list[Finding], list[Crash]]:
    return (
        []
        if report.source.bom or "\r" in report.text or report.source.encoding != "utf-8"
        else run_checks(report, config)[0]
    ), []


@pytest.mark.parametrize("fault", [shifted, turned, crashed, encoded])
def test_a_fault_is_seen(fault: Callable[[Report, Config], object], monkeypatch: pytest.MonkeyPatch) -> None:
    seed = next(targets.seeds("draft"))
    TARGETS["draft"](seed)
    monkeypatch.setattr(sound, "run_checks", fault)
    with pytest.raises(AssertionError):
        TARGETS["draft"](seed)


def test_a_seed_is_the_example_it_was_made_from() -> None:
    (first, *_) = load_checks().values()
    drawn = first.bad[0].replace("⟦", "").replace("⟧", "")
    assert targets.composed(next(targets.seeds("draft")), targets.clauses()) == drawn
