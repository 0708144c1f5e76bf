"""The words of jieba's whole dictionary: is a sequence of characters one of them?

word_boundaries.py has the common ones, with which texts are cut; here are all but the rarest, to tell a word from none.
"""

from __future__ import annotations

import os
from collections import defaultdict
from collections.abc import Iterator
from functools import lru_cache
from importlib.machinery import PathFinder

from reportlint.kept.cache import cached
from reportlint.language.word_boundaries import identity

RARE = 3
"""jieba's frequency up to which a word may well be an error that came into its dictionary."""
RARE_IDIOM = 6
"""The same of four characters: 走头无路 has 4, 直接了当 6."""


def is_word(word: str) -> bool:
    """Is it a word of the dictionary, of two to four characters?"""
    words, places = _vocabulary()
    begin, end = places.get(word[:1], (0, 0))
    return words.find(f" {word} ", begin, end) >= 0


@lru_cache(maxsize=1)
def _vocabulary() -> tuple[str, dict[str, tuple[int, int]]]:
    """Some 300,000 words of two to four characters, a space around each; first character to where its words stand.

    One string, because that is read from the cache ten times as fast as a set of words is built.
    """
    words, places = cached("vocabulary", f"3:{identity(dictionary())}:{RARE}:{RARE_IDIOM}", _all_words)
    return words, places


def _all_words() -> tuple[str, dict[str, tuple[int, int]]]:
    by_first: dict[str, list[str]] = defaultdict(list)
    for word, frequency, _ in dictionary_entries():
        if 2 <= len(word) <= 4 and frequency > (RARE_IDIOM if len(word) == 4 else RARE):
            by_first[word[0]].append(word)
    pieces, places, length = [], {}, 0
    for first, words in by_first.items():
        pieces.append(f" {' '.join(words)} ")
        places[first] = (length, length + len(pieces[-1]))
        length += len(pieces[-1])
    return "".join(pieces), places


def dictionary_entries() -> Iterator[tuple[str, int, str]]:
    """Word, frequency and tag of jieba's dictionary; of a word it has twice, the last."""
    with open(dictionary(), encoding="utf-8") as file:
        for line in file:
            word, frequency, tag = line.split()
            yield word, int(frequency), tag


def dictionary() -> str:
    """The path of the dictionary."""
    spec = PathFinder.find_spec("jieba")  # not imported: that takes longer than reading the dictionary's cache
    return os.path.join(os.path.dirname(spec.origin if spec and spec.origin else ""), "dict.txt")
