"""The cluster example finds what the command finds."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from conftest import write
from documents import lines
from test_cli import FAULTY, GOOD, NOTICE, VAGUE

pytest.importorskip("distributed", reason="Dask is not installed")
pytest.importorskip("pyarrow", reason="what writes Parquet is not installed")

SCRIPT = Path(__file__).parents[2] / "examples" / "cluster" / "lint_folder.py"
COMMAND = [sys.executable, "-c", "from reportlint.command.main import main; main()"]
CONFIG = """\
exclude: [drafts/5.txt]
waivers:
  - {check: vague-quantity, path: drafts/2.txt, reason: 已经核对}
  - {check: missing-section, path: drafts/0.txt, reason: 没有用处}
"""


def _drafts(folder: Path) -> None:
    for number, text in enumerate([GOOD, FAULTY, VAGUE, NOTICE, GOOD, FAULTY, *[VAGUE] * 60]):  # two batches
        write(f"{folder}/drafts/{number}.txt", text)
    write(f"{folder}/drafts/word.docx", lines(FAULTY))
    write(f"{folder}/.reportlint.yaml", CONFIG)


def _run(command: list[str], folder: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        command, cwd=folder, capture_output=True, text=True, encoding="utf-8", check=False, timeout=120
    )


@pytest.mark.slow
@pytest.mark.parametrize("broken", [False, True], ids=["sound", "one broken"])
def test_as_the_command(tmp_path: Path, broken: bool) -> None:
    _drafts(tmp_path)
    if broken:
        write(f"{tmp_path}/drafts/broken.docx", b"PK\x03\x04")
    command = _run([*COMMAND, "drafts", "--format", "json"], tmp_path)
    cluster = _run([sys.executable, str(SCRIPT), "drafts", "--workers", "2"], tmp_path)
    assert _found(tmp_path) == json.loads(command.stdout)
    assert cluster.returncode == command.returncode == (2 if broken else 1)
    assert "stale-waiver" in command.stdout and "missing-section" in command.stdout
    assert "Traceback" not in cluster.stderr
    assert ("broken.docx" in cluster.stderr) is broken


@pytest.mark.slow
def test_a_run_that_was_broken_off_goes_on(tmp_path: Path) -> None:
    _drafts(tmp_path)
    linting = [sys.executable, str(SCRIPT), "drafts", "--workers", "1"]
    first = _run(linting, tmp_path)
    whole = _found(tmp_path)
    parts = sorted((tmp_path / "findings").glob("part-*"))
    times = [path.stat().st_mtime_ns for path in parts]
    assert len(parts) == 2 and whole
    parts[0].write_bytes(parts[0].read_bytes()[:-20])
    assert _run(linting, tmp_path).returncode == first.returncode == 1
    again = [path.stat().st_mtime_ns for path in parts]
    assert _found(tmp_path) == whole
    assert again[0] != times[0] and again[1] == times[1]
    write(f"{tmp_path}/drafts/9.txt", FAULTY)  # of the second part
    _run(linting, tmp_path)
    assert parts[0].stat().st_mtime_ns == again[0] and parts[1].stat().st_mtime_ns != again[1]
    assert _found(tmp_path) == json.loads(_run([*COMMAND, "drafts", "--format", "json"], tmp_path).stdout)


def _found(folder: Path) -> list[dict[str, Any]]:
    """The rows of the parts, in the order of the command's."""
    code = "import sys, json; from pathlib import Path; from lint_folder import findings; "
    code += "print(json.dumps([*findings(Path('findings'))]))"
    environment = {**os.environ, "PYTHONPATH": str(SCRIPT.parent)}
    shown = subprocess.run([sys.executable, "-c", code], cwd=folder, capture_output=True, env=environment, check=True)
    rows: list[dict[str, Any]] = json.loads(shown.stdout)
    return rows
