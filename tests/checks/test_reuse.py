"""Last year's report beside this year's: what was taken over is found, and nothing else."""

from __future__ import annotations

import time
from collections import Counter
from pathlib import Path

import pytest

from reportlint.facts.statements.copies import copies
from reportlint.linting.config import Config
from reportlint.linting.pipeline import run_checks
from reportlint.linting.previous_year import with_previous
from reportlint.report import read
from reportlint.repository.previous import PreviousError, load_previous

EXAMPLES = Path(__file__).parents[2] / "examples" / "reuse"


def test_pair() -> None:
    this_year = EXAMPLES / "this-year.txt"
    report = with_previous(read(this_year.read_bytes(), str(this_year)), load_previous(str(EXAMPLES / "last-year.txt")))
    findings, crashes = run_checks(report, Config())
    assert crashes == []
    assert Counter(f.check for f in findings) == {
        "copied-paragraph": 3,
        "unchanged-figure": 2,
        "responsibility-duty-gap": 1,
        "wrong-year": 1,
        "uncovered-matter": 1,
    }
    sources = [r.source for f in findings if f.check != "wrong-year" for r in f.related]
    assert sources
    assert all(source is not None and source.path.endswith("last-year.txt") for source in sources)


def test_folder_gives_the_same_issuer(tmp_path: Path) -> None:
    template = (EXAMPLES / "last-year.txt").read_text(encoding="utf-8")
    for name, issuer, year in (
        ("a", "青岚县", 2022),
        ("b", "青岚县", 2023),
        ("c", "霁川区", 2023),
        ("d", "青岚县", 2024),
    ):
        text = template.replace("青岚县", issuer).replace("2023", str(year))
        (tmp_path / f"{name}.txt").write_text(text, encoding="utf-8")
    this_year = EXAMPLES / "this-year.txt"
    report = with_previous(read(this_year.read_bytes(), "this.txt"), load_previous(str(tmp_path)))
    assert report.previous is not None
    assert report.previous.source.path.endswith("b.txt")


@pytest.mark.parametrize("name", ["nothing.txt", "empty"])
def test_unusable(tmp_path: Path, name: str) -> None:
    (tmp_path / "empty").mkdir()
    with pytest.raises(PreviousError, match="--previous"):
        load_previous(str(tmp_path / name))


def test_long_reports_take_little_time() -> None:
    base = (EXAMPLES / "last-year.txt").read_text(encoding="utf-8")
    paragraphs = "\n".join(f"（{n}）{base[200:500].replace(chr(10), '')}{n * 37}件。" for n in range(60))
    text = base.replace("二、存在的不足", f"{paragraphs}\n二、存在的不足")
    old, new = read(text.encode(), "old.txt"), read(text.replace("2023", "2024").encode(), "new.txt")
    start = time.perf_counter()
    assert copies(with_previous(new, [old]), 90.0)
    assert time.perf_counter() - start < 2
