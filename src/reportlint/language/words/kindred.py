"""Words near in meaning (能力, 水平), of which one is put for the other by who writes a set phrase from memory.

kindred_words.txt has groups of such words of official writing; one may be in several.
"""

from __future__ import annotations

from collections import defaultdict
from functools import lru_cache

from reportlint.language.word_files import path_of


def mean_alike(one: str, other: str) -> bool:
    """Are two different words near in meaning?"""
    return one != other and other in _kindred().get(one, ())


@lru_cache(maxsize=1)
def _kindred() -> dict[str, set[str]]:
    """Word to those near it in meaning."""
    found: dict[str, set[str]] = defaultdict(set)
    with open(path_of("kindred_words"), encoding="utf-8") as file:
        for line in file:
            group = line.split()
            for word in group:
                found[word].update(group)
    return dict(found)
