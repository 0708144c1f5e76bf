"""A draft that is linted again after a change: what is found is what a fresh lint finds, and little is looked at for it."""

from __future__ import annotations

import random
from pathlib import Path

import pytest
from test_invariants import DRAFTS

from reportlint.facts.prose.unchanged import again
from reportlint.linting.check import load_checks
from reportlint.linting.config import Config
from reportlint.linting.lint import Result, lint

PIECES = "36件|办理行政复议案件38件，|显著提升。|\n|一是|2024年|其中|2025年6月底前，|率为93.1%|一批|的的|法制政府|“|（|。。".split(
    "|"
)


def edited(text: str, rng: random.Random) -> str:
    """The text after one to three changes, as somebody may make them."""
    for _ in range(rng.choice((1, 1, 2, 3))):
        at, other = rng.randrange(len(text)), rng.randrange(len(text))
        lines = text.split("\n")
        match rng.randrange(6):
            case 0:
                text = text[:at] + text[at + rng.choice((1, 2, 5, 20, 60)) :]
            case 1:
                text = text[:at] + text[other : other + rng.choice((1, 3, 10, 40, 120))] + text[at:]
            case 2:
                text = text[:at] + rng.choice(PIECES) + text[at:]
            case 3:
                text = text[:at] + text[other : other + 3] + text[at + 3 :]
            case 4:
                lines.insert(rng.randrange(len(lines)), rng.choice(lines))
                text = "\n".join(lines)
            case 5:
                lines.pop(rng.randrange(len(lines)))
                text = "\n".join(lines)
        text = text if text.strip() else "空"
    return text


def found(text: str, earlier: Result | None = None) -> Result:
    return lint(text, path="draft.txt", config=Config(), earlier=earlier.report if earlier else None)


@pytest.mark.parametrize("path", DRAFTS, ids=lambda path: path.stem)
def test_after_any_change_what_a_fresh_lint_finds(path: Path) -> None:
    rng = random.Random(path.stem)
    text = path.read_text(encoding="utf-8")
    result, held = found(text), 0
    for _ in range(8):
        text = edited(text, rng)
        fresh, result = found(text), found(text, result)
        assert result.findings == fresh.findings and result.crashes == fresh.crashes == []
        known = again(result.report)
        held += len(known.runs) if known else 0
    assert held


def test_a_change_is_looked_at_with_its_neighbours_alone() -> None:
    path = max(DRAFTS, key=lambda path: path.stat().st_size)
    text = path.read_text(encoding="utf-8")
    before = found(text)
    passages = before.report.outline.passages
    assert len(passages) > 6
    at = passages[len(passages) // 2].span.start + 3
    known = again(found(f"{text[:at]}的{text[at:]}", before).report)
    assert known and len(known.view.outline.passages) <= 3


@pytest.mark.parametrize(
    "change",
    [("2023", "2022"), ("青岚县人民政府", "青岚县司法局")],
    ids=["the year", "who reports"],
)
def test_what_all_is_judged_by(change: tuple[str, str]) -> None:
    path = next(path for path in DRAFTS if path.stem == "faulty-missing-part")
    text = path.read_text(encoding="utf-8")
    before = found(text)
    title = text.index("\n")
    other = text[:title].replace(*change) + text[title:]
    assert other != text
    after = found(other, before)
    assert again(after.report) is None and after.findings == found(other).findings


def test_many_checks_judge_passages_by_themselves() -> None:
    assert sum(check.within_passages for check in load_checks().values()) > 20
