"""Which words name things."""

from __future__ import annotations

import pytest

from reportlint.language.words.nouns import is_noun


@pytest.mark.parametrize(
    ("word", "noun"),
    [("商户", True), ("口碑", True), ("监督", True), ("报送", False), ("清澈", False), ("户", False)],
)
def test_is_noun(word: str, noun: bool) -> None:
    assert is_noun(word) is noun
