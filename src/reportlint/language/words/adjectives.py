"""Which words say what a thing is like: 清澈, 整洁. Told by jieba's dictionary, which gives each word its part of speech."""

from __future__ import annotations

from functools import lru_cache

from reportlint.kept.cache import cached
from reportlint.language.words.dictionary import of_two_characters, path
from reportlint.language.words.verbs import is_verb
from reportlint.language.words.word_boundaries import identity

_KNOWN = 3
"""Frequency from which a word counts."""


def is_adjective(word: str) -> bool:
    """清澈 is one; 公开, which is done as well, is none. Words of two characters only."""
    return word in _adjectives() and not is_verb(word)


@lru_cache(maxsize=1)
def _adjectives() -> frozenset[str]:
    key = f"1:{identity(path())}"
    words: str = cached("adjectives", key, lambda: " ".join(sorted(of_two_characters("[az]", _KNOWN))))
    return frozenset(words.split())
