"""The words of official writing: what an office does and asks for, and what it calls things."""

from __future__ import annotations

from functools import lru_cache

from reportlint.language.word_files import words_in
from reportlint.language.words.word_boundaries import field_words


def is_official(word: str) -> bool:
    """Is it one of them: 提交, 审批? Words of two characters only."""
    return word in official_words()


@lru_cache(maxsize=1)
def official_words() -> frozenset[str]:
    """Those of two characters."""
    return frozenset(word for word in (*words_in("official_words"), *field_words()) if len(word) == 2)
