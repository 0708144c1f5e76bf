"""The cluster example finds what the command finds."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from conftest import write
from documents import lines
from test_cli import FAULTY, GOOD, NOTICE, VAGUE

pytest.importorskip("distributed", reason="Dask is not installed")

SCRIPT = Path(__file__).parents[2] / "examples" / "cluster" / "lint_folder.py"
COMMAND = [sys.executable, "-c", "from reportlint.command.main import main; main()"]
CONFIG = """\
exclude: [drafts/5.txt]
waivers:
  - {check: vague-quantity, path: drafts/2.txt, reason: 已经核对}
  - {check: missing-section, path: drafts/0.txt, reason: 没有用处}
"""


def _drafts(folder: Path) -> None:
    for number, text in enumerate([GOOD, FAULTY, VAGUE, NOTICE, GOOD, FAULTY]):
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
    assert cluster.stdout == command.stdout
    assert cluster.returncode == command.returncode == (2 if broken else 1)
    assert "stale-waiver" in command.stdout and "missing-section" in command.stdout
    assert "Traceback" not in cluster.stderr
    assert ("broken.docx" in cluster.stderr) is broken
