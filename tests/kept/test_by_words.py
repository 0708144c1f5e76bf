"""What was found in words is not looked for again, unless they are so many that they would fill the memory."""

from __future__ import annotations

from reportlint.kept.by_words import by_words


def test_short_words_are_remembered_and_long_ones_are_not() -> None:
    asked: list[tuple[str, bool]] = []

    @by_words
    def ends(words: str, twice: bool = False) -> str:
        asked.append((words[:2], twice))
        return words[-1] * (1 + twice)

    assert [ends("依法行政"), ends("依法行政"), ends("依法行政", twice=True)] == ["政", "政", "政政"]
    assert asked == [("依法", False), ("依法", True)]
    assert [ends("法" * 5000), ends("法" * 5000)] == ["法", "法"]
    assert len(asked) == 4
