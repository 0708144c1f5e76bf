"""The layers that pyproject.toml declares hold over the package as it is installed; and a fault in them is seen."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PARTS = {"src/reportlint": "", "checks": "checks", "grammars": "grammars"}

pytestmark = pytest.mark.slow


def staged(folder: Path) -> Path:
    """The package as it is installed: checks and grammars inside it."""
    for source, target in PARTS.items():
        ignored = shutil.ignore_patterns("__pycache__")
        shutil.copytree(ROOT / source, folder / "reportlint" / target, ignore=ignored, dirs_exist_ok=True)
    shutil.copy(ROOT / "pyproject.toml", folder)
    return folder / "reportlint"


def linted(package: Path) -> subprocess.CompletedProcess[str]:
    """What import-linter says of the package."""
    program = "import sys; sys.path.insert(0, '.'); from importlinter.cli import lint_imports_command as run; run()"
    command = [sys.executable, "-c", program, "--no-cache"]
    return subprocess.run(command, cwd=package.parent, capture_output=True, text=True)


def test_layers_hold(tmp_path: Path) -> None:
    said = linted(staged(tmp_path))
    assert said.returncode == 0, said.stdout + said.stderr


@pytest.mark.parametrize(
    ("module", "line"),
    [
        ("language/sentences.py", "from reportlint.facts.prose.masks import unquoted"),
        ("language/words/verbs.py", "from reportlint.language.slips import idioms"),
        ("errors.py", "def late() -> None:\n    from reportlint.reporters import text"),
        ("facts/prose/masks.py", "from reportlint.facts.relations import relations"),
        ("checks/common/calendar/wrong_year.py", "from reportlint.checks.common.calendar import anachronism"),
        ("document/source.py", "import reportlint.command.main"),
    ],
)
def test_an_import_upward_is_seen(tmp_path: Path, module: str, line: str) -> None:
    package = staged(tmp_path)
    with (package / module).open("a", encoding="utf-8") as file:
        file.write(f"\n{line}\n")
    said = linted(package)
    assert said.returncode == 1
    assert "is not allowed to import" in said.stdout


def test_a_room_outside_the_layers_is_seen(tmp_path: Path) -> None:
    room = staged(tmp_path) / "facts" / "strays"
    room.mkdir()
    (room / "__init__.py").touch()
    said = linted(room.parents[1])
    assert said.returncode == 1
    assert "facts.strays" in said.stdout
