"""No file of src and checks above 300 lines, no function there above 50: what is longer does more than one thing."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

PROJECT = Path(__file__).parents[2]
FILES = sorted(path for room in ("src", "checks") for path in (PROJECT / room).rglob("*.py"))
LINES, OF_A_FUNCTION = 300, 50


def too_long(path: Path) -> Iterator[str]:
    """What is too long in a file; examples and docstrings, which are a check's page, do not count in a function."""
    source = path.read_text(encoding="utf-8")
    if len(source.splitlines()) > LINES:
        yield f"{path.name} has {len(source.splitlines())} lines"
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef) and node.end_lineno:
            body = node.end_lineno - node.body[0].lineno + 1  # its options, which may be lists of words, are no code
            if body > OF_A_FUNCTION:
                yield f"{path.name}: {node.name} has {body} lines"


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(PROJECT)))
def test_nothing_is_too_long(path: Path) -> None:
    assert list(too_long(path)) == []


def test_what_is_too_long_is_seen(tmp_path: Path) -> None:
    path = tmp_path / "long.py"
    path.write_text("def long() -> None:\n" + "    print()\n" * 301)
    assert list(too_long(path)) == ["long.py has 302 lines", "long.py: long has 301 lines"]
