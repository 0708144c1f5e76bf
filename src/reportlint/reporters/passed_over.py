"""The files that a search met and did not lint, by name and reason, so that none is left out in silence."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from reportlint.reporters.plain_text import clean
from reportlint.repository.file_result import FileResult

_NAMED = 10
"""Files named for one reason; of more, the number. A folder may hold thousands of pictures."""


def note(result: FileResult, noted: dict[str, list[str]]) -> None:
    """Add a result that was passed over to those noted: reason to the paths."""
    if result.passed_over:
        noted.setdefault(result.passed_over, []).append(result.path)


def lines(noted: Mapping[str, Sequence[str]], whole: bool = False) -> list[str]:
    """A line for each reason: "略过（不是年度报告）：a.txt、b.txt 等 12 个". whole: all names."""
    return [f"略过（{why}）：{_names(paths, len(paths) if whole else _NAMED)}" for why, paths in noted.items()]


def _names(paths: Sequence[str], most: int) -> str:
    named = "、".join(map(clean, paths[:most]))
    return f"{named} 等 {len(paths)} 个" if len(paths) > most else named
