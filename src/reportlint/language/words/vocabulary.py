"""The words of jieba's whole dictionary: is a sequence of characters one of them?

word_boundaries.py has the common ones, with which texts are cut; here are all but the rarest, to tell a word from none.
"""

from __future__ import annotations

import sys
from bisect import bisect_left
from collections import defaultdict
from functools import lru_cache
from itertools import accumulate

from reportlint.kept.cache import cached_with_numbers
from reportlint.language.words import dictionary
from reportlint.language.words.word_boundaries import identity

RARE = 3
"""jieba's frequency up to which a word may well be an error that came into its dictionary."""
RARE_IDIOM = 6
"""The same of four characters: 走头无路 has 4, 直接了当 6."""


def is_word(word: str) -> bool:
    """Is it a word of the dictionary, of two to four characters?"""
    return _has(word[:1], f" {word} ")


def begins_word(characters: str) -> bool:
    """Does a word of the dictionary begin with these characters, or are they one?"""
    return _has(characters[:1], f" {characters}")


def _has(first: str, words: str) -> bool:
    """Do the words stand among those that begin with a character?"""
    known, firsts, places = _vocabulary()
    at = bisect_left(firsts, first)
    return firsts[at : at + 1] == first != "" and known.find(words, places[at], places[at + 1]) >= 0


@lru_cache(maxsize=1)
def _vocabulary() -> tuple[str, str, memoryview]:
    """Some 300,000 words of two to four characters, a space around each; the characters they begin with; where the words of
    each of these begin, and where the last ends.

    One string, because that is read from the cache ten times as fast as a set of words is built; and among the numbers, two
    units of UTF-16 in each, because JSON takes thrice as long to read.
    """
    key = f"6:{sys.byteorder}:{identity(dictionary.path())}:{RARE}:{RARE_IDIOM}"
    firsts, numbers = cached_with_numbers("vocabulary", key, _all_words)
    places = numbers[: len(firsts) + 1]
    return str(numbers[len(places) :], _CODEC), firsts, places


_CODEC = f"utf-16-{'le' if sys.byteorder == 'little' else 'be'}"


def _all_words() -> tuple[str, list[int]]:
    by_first: dict[str, list[str]] = defaultdict(list)
    for word, frequency, _ in dictionary.entries():
        if 2 <= len(word) <= 4 and frequency > (RARE_IDIOM if len(word) == 4 else RARE):
            by_first[word[0]].append(word)
    firsts = sorted(by_first)
    pieces = [f" {' '.join(by_first[first])} " for first in firsts]
    words = "".join(pieces)
    units = memoryview((words + " " * (len(words) % 2)).encode(_CODEC)).cast("I")
    return "".join(firsts), [*accumulate(map(len, pieces), initial=0), *units]
