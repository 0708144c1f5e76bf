"""Characters that are words by themselves in official writing, or that make new words there: 县, 件, 送, 采.

free_characters.txt lists them. Others (斜, 盼) stand in longer words only.
"""

from __future__ import annotations

import os
from functools import lru_cache


def stands_alone(character: str) -> bool:
    """May it stand without the rest of a word of the dictionary?"""
    return character in _free()


@lru_cache(maxsize=1)
def _free() -> frozenset[str]:
    with open(os.path.join(os.path.dirname(__file__), "free_characters.txt"), encoding="utf-8") as file:
        return frozenset(file.read())
