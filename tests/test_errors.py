"""What the system says is told in Chinese, everywhere."""

from __future__ import annotations

import ast
import errno
import os
from collections.abc import Iterator
from pathlib import Path

from reportlint.errors import reason

SOURCES = sorted((Path(__file__).parents[1] / "src").rglob("*.py"))


def test_every_reason_is_chinese() -> None:
    for number, name in errno.errorcode.items():
        said = reason(OSError(number, os.strerror(number)))
        assert "\u4e00" <= said[0] <= "\u9fff" and " ".join(said.split()[1:]) in ("", name)


def test_reasons_without_a_number() -> None:
    assert reason(OSError("timed out")) == "系统报错 OSError"
    assert reason(FileExistsError(errno.EEXIST, "File exists")) == "已有同名的文件"
    assert reason(OSError(0, "不是普通文件")) == "不是普通文件"


def raw(source: Path) -> Iterator[str]:
    """Where a handler of OSError puts its error into words as it is."""
    handlers = (each for each in ast.walk(ast.parse(source.read_text("utf-8"))) if isinstance(each, ast.ExceptHandler))
    for handler in handlers:
        if handler.type and "OSError" in ast.unparse(handler.type):
            told = (handler.name, f"str({handler.name})", f"{handler.name}.strerror")
            values = (each.value for each in ast.walk(handler) if isinstance(each, ast.FormattedValue))
            yield from (f"{source.name}:{value.lineno}" for value in values if ast.unparse(value) in told)


def test_no_error_of_the_system_is_told_as_it_is() -> None:
    assert SOURCES and [place for source in SOURCES for place in raw(source)] == []
