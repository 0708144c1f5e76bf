"""Which words name things: 商户, 口碑. Told by jieba's dictionary, which gives each word its part of speech."""

from __future__ import annotations

from functools import lru_cache

from reportlint.kept.cache import cached
from reportlint.language.words.dictionary import of_two_characters, path
from reportlint.language.words.word_boundaries import identity

_KNOWN = 3
"""Frequency from which a word counts."""


def is_noun(word: str) -> bool:
    """商户 is one, and so is 监督, which is done as well; 压实 is none. Words of two characters only."""
    return word in _nouns()


@lru_cache(maxsize=1)
def _nouns() -> frozenset[str]:
    key = f"1:{identity(path())}"
    words: str = cached("nouns", key, lambda: " ".join(sorted(of_two_characters("n|nz|nt|ns|s|vn|an|j|l", _KNOWN))))
    return frozenset(words.split())
