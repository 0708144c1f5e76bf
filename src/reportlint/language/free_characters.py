"""Characters that are words by themselves in official writing, or that make new words there: 县, 件, 送, 采.

free_characters.txt lists them. Others (斜, 盼) stand in longer words only.
"""

from __future__ import annotations

from functools import lru_cache

from reportlint.language.word_files import words_in


def stands_alone(character: str) -> bool:
    """May it stand without the rest of a word of the dictionary?"""
    return character in _free()


@lru_cache(maxsize=1)
def _free() -> frozenset[str]:
    return frozenset("".join(words_in("free_characters")))
