"""Which words say what a thing is like."""

from __future__ import annotations

import pytest

from reportlint.language.words.adjectives import is_adjective


@pytest.mark.parametrize(
    ("word", "adjective"),
    [("清澈", True), ("整洁", True), ("公开", False), ("水体", False), ("清", False)],
)
def test_is_adjective(word: str, adjective: bool) -> None:
    assert is_adjective(word) is adjective
