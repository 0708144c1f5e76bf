"""Idioms (成语), and four characters that are one off an idiom.

The idioms are those of jieba's dictionary, which marks them. They are many (some 12,000), so that a coincidence is likely
somewhere: what is written must be no word itself, nor its wrong character part of another word, unless that sounds like
the right one (迫不急待 for 迫不及待: 急待 is a word, and how the error came about).
"""

from __future__ import annotations

import os
from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import lru_cache
from importlib.machinery import PathFinder

from reportlint.document.source import Span
from reportlint.kept.cache import cached, cached_with_numbers
from reportlint.language.pairs import Pairs, number
from reportlint.language.sounds import sound_alike
from reportlint.language.word_boundaries import identity, stands

_RARE = 3
"""jieba's frequency up to which a word may well be an error that came into its dictionary."""
_KNOWN = 15
"""Frequency from which four characters not marked as an idiom are a set phrase."""
_COMMON = 300
"""Frequency of a common word."""


def find_near_idioms(text: str, pairs: Pairs) -> Iterator[tuple[Span, list[str]]]:
    """Where four characters are one off idioms, and those idioms. ``pairs``: of the text, or of the same unmasked."""
    by_head, by_tail, numbers = _halves()
    begun = {at - back for at in pairs.places(numbers) for back in _begins(text, at, by_head, by_tail)}
    for at in sorted(begun):
        head, tail = text[at : at + 2], text[at + 2 : at + 4]
        tails, heads = by_head.get(head, "").split(), by_tail.get(tail, "").split()
        if tail in tails:
            continue
        near = [head + other for other in tails if (other[0] == tail[0]) != (other[1] == tail[1])]
        near += [other + tail for other in heads if (other[0] == head[0]) != (other[1] == head[1])]
        if near and (right := sorted(idiom for idiom in near if _errs(text, at, idiom))):
            yield Span(at, at + 4), right


def _begins(text: str, at: int, by_head: dict[str, str], by_tail: dict[str, str]) -> Iterator[int]:
    """How far before a half an idiom may begin: 0 where it is a first half, 2 where it is a second one."""
    half = text[at : at + 2]
    if _shares(by_head.get(half, ""), text[at + 2 : at + 4]):
        yield 0
    if at >= 2 and _shares(by_tail.get(half, ""), text[at - 2 : at]):
        yield 2


def _shares(halves: str, half: str) -> bool:
    """Has one of the halves a character of this one? Most have none."""
    return len(half) == 2 and (half[0] in halves or half[1] in halves)


def _errs(text: str, at: int, idiom: str) -> bool:
    """Are the four characters at ``at`` an error for this idiom, rather than words of their own?"""
    written = text[at : at + 4]
    wrong = next(i for i in range(4) if written[i] != idiom[i])
    if not "\u4e00" <= written[wrong] <= "\u9fff" or not stands(text, at, at + 4):
        return False
    alike = sound_alike(written[wrong], idiom[wrong])
    if not alike and not stands(text, at + wrong, at + wrong + 1):
        return False
    others = written[1:] if wrong == 0 else written[:3]
    if _is_word(written) or (wrong in (0, 3) and _is_word(others)):
        return False
    return alike or not _in_word(text, at + wrong)


def _in_word(text: str, at: int) -> bool:
    """Is the character part of a word with its neighbours?"""
    return any(
        _is_word(text[start:end])
        for start in range(max(0, at - 3), at + 1)
        for end in range(max(start + 2, at + 1), min(start + 4, len(text)) + 1)
    )


def _is_word(word: str) -> bool:
    words, places = _vocabulary()
    begin, end = places.get(word[:1], (0, 0))
    return words.find(f" {word} ", begin, end) >= 0


@lru_cache(maxsize=1)
def _halves() -> tuple[dict[str, str], dict[str, str], frozenset[int]]:
    """First half of the idioms to second halves, and the reverse, halves of one joined by spaces; the halves' numbers."""
    sides, numbers = cached_with_numbers("idioms", _key(), _idioms)
    by_head, by_tail = (dict(zip(*(column.split("\n") for column in side), strict=True)) for side in sides)
    return by_head, by_tail, frozenset(numbers)


@lru_cache(maxsize=1)
def _vocabulary() -> tuple[str, dict[str, tuple[int, int]]]:
    """Some 300,000 words of two to four characters, a space around each; first character to where its words stand.

    One string, because that is read from the cache ten times as fast as a set of words is built.
    """
    words, places = cached("vocabulary", _key(), _all_words)
    return words, places


def _idioms() -> tuple[list[list[str]], Iterable[int]]:
    """First halves and their second halves, and the reverse, each in one string of lines; the halves' numbers."""
    entries = {word: (frequency, tag) for word, frequency, tag in _dictionary()}
    by_head: dict[str, list[str]] = defaultdict(list)
    by_tail: dict[str, list[str]] = defaultdict(list)
    for word, (frequency, tag) in entries.items():
        if len(word) != 4 or frequency <= _RARE or not all("\u4e00" <= char <= "\u9fff" for char in word):
            continue
        composed = any(entries.get(half, (0, ""))[0] >= _COMMON for half in (word[:2], word[2:]))
        if tag == "i" or (frequency >= _KNOWN and tag in ("l", "n", "nr", "nz", "a", "v", "z") and not composed):
            by_head[word[:2]].append(word[2:])
            by_tail[word[2:]].append(word[:2])
    sides = [["\n".join(side), "\n".join(map(" ".join, side.values()))] for side in (by_head, by_tail)]
    return sides, sorted({number(half) for half in (*by_head, *by_tail)})


def _all_words() -> tuple[str, dict[str, tuple[int, int]]]:
    by_first: dict[str, list[str]] = defaultdict(list)
    for word, frequency, _ in _dictionary():
        if frequency > _RARE and 2 <= len(word) <= 4:
            by_first[word[0]].append(word)
    pieces, places, length = [], {}, 0
    for first, words in by_first.items():
        pieces.append(f" {' '.join(words)} ")
        places[first] = (length, length + len(pieces[-1]))
        length += len(pieces[-1])
    return "".join(pieces), places


def _dictionary() -> Iterator[tuple[str, int, str]]:
    """Word, frequency and tag of jieba's dictionary; of a word it has twice, the last."""
    with open(_path(), encoding="utf-8") as file:
        for line in file:
            word, frequency, tag = line.split()
            yield word, int(frequency), tag


def _path() -> str:
    spec = PathFinder.find_spec("jieba")  # not imported: that takes longer than reading the dictionary's cache
    return os.path.join(os.path.dirname(spec.origin if spec and spec.origin else ""), "dict.txt")


def _key() -> str:
    # the first number: to be raised when the values below are made in another way
    return f"7:{identity(_path())}:{_RARE}:{_KNOWN}:{_COMMON}"
