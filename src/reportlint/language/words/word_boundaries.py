"""Word boundaries: does a sequence of characters stand in the text as a word, or across two others?

领先 in 带领先进集体 is no word, 一批 in 统一批复 neither. Where no word of the dictionary crosses the boundary, nothing is to be
decided; else the likeliest sequence of words decides, as with jieba. The dictionary is the common part of jieba's own and
the field's words in words.txt.
"""

from __future__ import annotations

import os
from collections.abc import Iterable
from functools import lru_cache
from math import inf, log

from reportlint.kept import patterns
from reportlint.kept.cache import cached_with_numbers, digest
from reportlint.language.word_files import path_of
from reportlint.language.words import dictionary

FIELD = path_of("words")
"""The file of the field's words."""
_COMMON = 300
"""Frequency in jieba's dictionary from which a word is common: 14,000 of 349,000, loaded in 3 ms instead of 400."""
_MISLEADING = "和县"
"""A county's name, which in our texts is two words: 县委书记和县长."""
_FIELD = 3000
"""The frequency given to the field's words."""
_LONGEST = 5
_REACH = 8
"""Characters on each side that are cut with it."""
_RUN = patterns.compile(r"(?s)[\u4e00-\u9fd5]+|[a-zA-Z0-9]+|.")


def stands(text: str, start: int, end: int) -> bool:
    """Is text[start:end] a word or a group of words of the text, rather than pieces of its neighbours?"""
    if not (is_crossed(text, start) or is_crossed(text, end)):
        return True
    left, right = max(0, start - _REACH), min(len(text), end + _REACH)
    boundaries, offset = {left}, left
    for token in cut(text[left:right]):
        offset += len(token)
        boundaries.add(offset)
    return start in boundaries and end in boundaries


def is_common(word: str) -> bool:
    """Is it one of the words with which texts are cut?"""
    return bool(_dictionary().get(word))


def begins_common(characters: str) -> bool:
    """Does one of them begin with these characters, or are they one?"""
    return characters in _dictionary()


def frequency(word: str) -> int:
    """The frequency of a word with which texts are cut; 0 of others."""
    return _dictionary().get(word, 0)


def cut(text: str) -> list[str]:
    """The likeliest words of a text, as `jieba.cut` without guessing has them with this dictionary: a character is a word by
    itself where none of the dictionary begins. jieba's own takes three times as long.
    """
    words: list[str] = []
    for run in _RUN.findall(text):
        words += _likeliest(run) if run[0] >= "\u4e00" and len(run) > 1 else [run]
    return words


def _likeliest(run: str) -> list[str]:
    """The words of Chinese characters, found from the end: of two that are as likely, the longer first."""
    known, total, size = _dictionary(), _total(), len(run)
    best = [0.0] * (size + 1)  # the logarithm of how likely the run is from each place on
    ends = [0] * size  # where its first word ends
    for start in range(size - 1, -1, -1):
        most, ended = -inf, start + 1
        for end in range(start + 2, size + 1):
            often = known.get(run[start:end])
            if often is None:
                break
            if often and (likelihood := log(often) - total + best[end]) >= most:
                most, ended = likelihood, end
        best[start], ends[start] = (most if most > -inf else best[ended] - total), ended
    words, start = [], 0
    while start < size:
        words.append(run[start : ends[start]])
        start = ends[start]
    return words


def is_crossed(text: str, boundary: int) -> bool:
    """Does a word of the dictionary begin before the boundary and end behind it?"""
    known = _dictionary()
    for start in range(max(0, boundary - _LONGEST + 1), boundary):
        for end in range(boundary + 1, min(len(text), start + _LONGEST) + 1):
            often = known.get(text[start:end])
            if often:
                return True
            if often is None:  # no word begins so
                break
    return False


@lru_cache(maxsize=1)
def _dictionary() -> dict[str, int]:
    """Word to frequency; the beginnings of words, which are none themselves, to 0."""
    key = f"7:{identity(dictionary.path())}:{identity(FIELD)}"
    words, frequencies = cached_with_numbers("words", key, _build)
    return dict(zip(words.split("\n"), frequencies.tolist(), strict=True))


def field_words() -> list[str]:
    """The field's own words."""
    with open(FIELD, encoding="utf-8") as file:
        return file.read().split()


@lru_cache(maxsize=16)
def identity(path: str) -> str:
    """What tells one edition of a dictionary from another, wherever it is installed: its size, and eight pieces of it.

    Up to 64 KB that is all of it.
    """
    size = os.stat(path).st_size
    with open(path, "rb") as file:
        pieces = [(file.seek(size * part // 8), file.read(8192))[1] for part in range(8)]
    return digest(b"".join(pieces)) + str(size)


def _build() -> tuple[str, Iterable[int]]:
    """One string of all words, which is read from the cache faster than many; and their frequencies."""
    known = dictionary.entries()
    words = {word: often for word, often, _ in known if often >= _COMMON and len(word) > 1 and word != _MISLEADING}
    for word in field_words():
        words[word] = max(words.get(word, 0), _FIELD)
    entries = {word[:length]: 0 for word in words for length in range(1, len(word))} | words
    return "\n".join(entries), entries.values()


@lru_cache(maxsize=1)
def _total() -> float:
    """The logarithm of all words' frequencies together."""
    return log(sum(_dictionary().values()))
