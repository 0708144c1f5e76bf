"""The tricks of kept/ change nothing: with the switch on the command says the same, and nobody else is disturbed."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

FOLDER = Path(__file__).parents[2]
FAULTY = sorted((FOLDER / "examples" / "law-based-government").glob("faulty*.txt"))

PRIVATE = re.compile(
    r"""^\s*(?:from|import)\ (?!__future__)_\w+ | ^\s*from\ re\ import\ _ | ^\s*import\ sre_ | import_module\("_""",
    re.X | re.M,
)


def test_private_modules_of_python_are_used_in_this_room_alone() -> None:
    files = [path for room in ("src", "checks", "tests") for path in sorted((FOLDER / room).rglob("*.py"))]
    using = {path.parent.name for path in files if PRIVATE.search(path.read_text(encoding="utf-8"))}
    assert using == {"kept"}


def _command(*arguments: str, **environment: str) -> bytes:
    command = [sys.executable, "-m", "reportlint", *arguments]
    done = subprocess.run(command, env={**os.environ, **environment}, capture_output=True)
    assert done.returncode in (0, 1) and done.stderr == b""
    return done.stdout


def test_with_and_without_it_is_the_same(tmp_path: Path) -> None:
    arguments = ("--format", "json", "--fail-on", "never", *map(str, FAULTY))
    quick = _command(*arguments, REPORTLINT_CACHE=str(tmp_path / "quick"), REPORTLINT_PLAIN="")
    plain = _command(*arguments, REPORTLINT_CACHE=str(tmp_path / "plain"), REPORTLINT_PLAIN="1")
    assert quick == plain and len(quick) > 10_000
    assert (tmp_path / "quick").exists() and not (tmp_path / "plain").exists()
