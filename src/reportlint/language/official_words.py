"""The words of official writing: what an office does and asks for, and what it calls things."""

from __future__ import annotations

import os
from functools import lru_cache

from reportlint.language.word_boundaries import field_words

FILE = os.path.join(os.path.dirname(__file__), "official_words.txt")
"""Where they are."""


def is_official(word: str) -> bool:
    """Is it one of them: 提交, 审批? Words of two characters only."""
    return word in official_words()


@lru_cache(maxsize=1)
def official_words() -> frozenset[str]:
    """Those of two characters."""
    with open(FILE, encoding="utf-8") as file:
        return frozenset(word for word in (*file.read().split(), *field_words()) if len(word) == 2)
