"""findings/: each script can be run as it is, names a pinned version, prints what it sees, checks it, and repeats no other."""

from __future__ import annotations

import os
import re
import subprocess
from difflib import SequenceMatcher
from itertools import combinations
from pathlib import Path

import pytest

FOLDER = Path(__file__).parents[2] / "findings"
SCRIPTS = sorted(FOLDER.iterdir())
MOST_ALIKE = 0.6
"""Of the lines that are no frame: two scripts that share more tell one thing."""


def told(path: Path) -> str:
    """The comment at the head: what surprised, and what was seen."""
    lines = path.read_text(encoding="utf-8").splitlines()[1:]
    head = lines[: next(at for at, line in enumerate(lines) if not line.startswith("#"))]
    return "\n".join(line.removeprefix("#").strip() for line in head)


def likeness(one: str, other: str) -> float:
    """Of two texts, by their words."""
    return SequenceMatcher(None, one.split(), other.split(), autojunk=False).ratio()


def test_there_are_some() -> None:
    assert len(SCRIPTS) >= 3


@pytest.mark.parametrize("path", SCRIPTS, ids=lambda path: path.name)
def test_a_finding(path: Path) -> None:
    script = path.read_text(encoding="utf-8")
    assert path.suffix == ".sh" and script.startswith("#!/usr/bin/env bash\n")
    assert os.access(path, os.X_OK)
    assert subprocess.run(["bash", "-n", path], capture_output=True).returncode == 0
    pins = re.findall(r"\b([\w.-]+)(?:==|@)(\d[\w.]*)", script)
    assert pins, "no version is pinned"
    assert f"{pins[0][0]} {pins[0][1]}".lower() in told(path).splitlines()[0].lower()
    assert "Seen: " in told(path)
    assert "mktemp -d" in script and "set -euo pipefail" in script
    in_python = "print(" in script and re.search(r"^\s*assert ", script, re.M)
    in_shell = re.search(r"^\s*cat ", script, re.M) and re.search(r'^\s*\[ "\$.* \]$', script, re.M)
    assert in_python or in_shell, "nothing is seen, or it may change unseen"
    assert "reportlint" not in script


@pytest.mark.parametrize(("one", "other"), [*combinations(SCRIPTS, 2)], ids=lambda path: path.stem)
def test_no_finding_repeats_another(one: Path, other: Path) -> None:
    assert likeness(told(one), told(other)) < MOST_ALIKE
    assert (
        likeness(*(re.split("<<'[A-Z]+'\n", path.read_text(encoding="utf-8"))[-1] for path in (one, other)))
        < MOST_ALIKE
    )


def test_a_repeat_would_be_seen() -> None:
    words = told(SCRIPTS[0])
    assert likeness(words, words.replace("link", "reference").replace("blank", "space")) > MOST_ALIKE
