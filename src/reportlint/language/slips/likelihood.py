"""How likely a stretch of text is as a sequence of words: the product of the words' shares in texts.

Unlike word_boundaries.py it knows the rare words and those of official writing too, and tells how likely the words are.
"""

from __future__ import annotations

import math
from functools import lru_cache
from itertools import accumulate

from reportlint.document.source import Span
from reportlint.language.slips.near_word_tables import near_word_tables
from reportlint.language.words.official_words import is_official
from reportlint.language.words.vocabulary import begins_word, is_word
from reportlint.language.words.word_boundaries import begins_common, frequency

_LONGEST = 5
_REACH = 6
"""Characters on each side that are cut with a word that is weighed."""
_UNLISTED, _OFFICIAL = 100, 1000
"""Frequencies of the words of the large vocabulary, and the least of those of official writing."""
_TOTAL = math.log(60_000_000)
"""Of the frequencies in jieba's dictionary."""


def likeliest_words(text: str) -> tuple[float, tuple[str, ...]]:
    """The logarithm of how likely the likeliest words of a stretch of text are, and those words; of two that are as likely, the
    shorter last one.
    """
    size = len(text)
    best = [0.0] + [-math.inf] * size  # of the text up to each place: that logarithm
    begins = [0] * (size + 1)  # and where the last word begins
    for start in range(size):
        reach = start + (_LONGEST if _begins_word(text[start : start + 2]) else 1)
        for end in range(start + 1, min(reach, size) + 1):
            likelihood = _likelihood(text[start:end])
            if likelihood and best[start] + likelihood >= best[end]:
                best[end], begins[end] = best[start] + likelihood, start
    words, end = [], size
    while end:
        words.append(text[begins[end] : end])
        end = begins[end]
    return best[-1], tuple(reversed(words))


def is_likelier(text: str, span: Span, other: str, by: float) -> bool:
    """Does a text become so much likelier (natural logarithm) with another word in place of what stands there, which is a word of
    the text then?
    """
    start, end = span
    while start > 0 and span.start - start < _REACH and _is_chinese(text[start - 1]):
        start -= 1
    while end < len(text) and end - span.end < _REACH and _is_chinese(text[end]):
        end += 1
    written, _ = likeliest_words(text[start:end])
    likelihood, words = likeliest_words(text[start : span.start] + other + text[span.end : end])
    begins = (start, *(start + length for length in accumulate(map(len, words))))
    return likelihood - written >= by and other in words and span.start in begins


def _is_chinese(character: str) -> bool:
    return "\u4e00" <= character <= "\u9fff"


@lru_cache(maxsize=16384)
def _begins_word(pair: str) -> bool:
    """Does a word begin with these two characters, or are they one?"""
    return begins_common(pair) or pair in near_word_tables().begun or is_official(pair) or begins_word(pair)


@lru_cache(maxsize=16384)
def _likelihood(word: str) -> float:
    """The logarithm of a word's share in texts; 0 where it is none. A single character is always one."""
    if len(word) == 1:
        return math.log(near_word_tables().single.get(word, 1)) - _TOTAL
    often = frequency(word) or (_UNLISTED if word in near_word_tables().coined or is_word(word) else 0)
    if len(word) == 2 and is_official(word):
        often = max(often, _OFFICIAL)
    return math.log(often) - _TOTAL if often else 0.0
