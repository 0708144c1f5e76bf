"""What near_words.py looks up: the words that may have been meant, rare words, and how often a character is a word by itself."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from functools import lru_cache
from typing import Any, NamedTuple

from reportlint.kept.cache import cached_with_numbers, in_columns, out_of_columns
from reportlint.language.word_files import path_of, words_in
from reportlint.language.words import dictionary
from reportlint.language.words.official_words import official_words
from reportlint.language.words.word_boundaries import FIELD, identity

_COMMON = 600
"""Frequency of words that are not official writing's own, from which they may have been meant."""
_SELDOM = 40
"""Frequency up to which a word of the dictionary may stand there by error: 精减, 家俱."""
_KINDS = ("v", "n", "a", "d", "ad", "vn", "an")
_DOES = ("v", "a")
_THINGS = ("n", "j")
"""What the tags begin with of what is a thing, a name, or short for one: 氨, 湘, 垸."""


class NearWordTables(NamedTuple):
    """The tables; of words of two characters, one to all the others that go with it."""

    by_first: dict[str, str]  # first character of words that may have been meant to second ones
    by_second: dict[str, str]
    single: dict[str, int]  # frequencies of single characters
    does: str  # single characters that are verbs or adjectives
    things: str  # those that are things or names
    coined: frozenset[str]  # right words that the dictionary may not have
    begun: frozenset[str]  # their first two characters
    rare: dict[str, str]  # first character of rare words of two to second ones


def is_rare(pair: str) -> bool:
    """Is it a word hardly anybody writes: 消毁?"""
    return pair[1] in near_word_tables().rare.get(pair[0], "")


@lru_cache(maxsize=1)
def near_word_tables() -> NearWordTables:
    """All of them, made once on a machine."""
    # the first number: to be raised when the values are made in another way
    key = f"18:{identity(dictionary.path())}:{identity(FIELD)}:{identity(path_of('official_words'))}"
    (*tables, single, does, things), often = cached_with_numbers("near words", key, _build)
    by_first, by_second, rare = map(out_of_columns, tables)
    coined = frozenset(word for name in ("coined_words", "idioms", "terms") for word in words_in(name))
    frequencies = dict(zip(single, often.tolist(), strict=True))
    begun = frozenset(word[:2] for word in coined)
    return NearWordTables(by_first, by_second, frequencies, does, things, coined, begun, rare)


def _build() -> tuple[list[Any], Iterable[int]]:
    entries = [entry for entry in dictionary.entries() if len(entry[0]) < 3]
    by_first: dict[str, str] = defaultdict(str)
    by_second: dict[str, str] = defaultdict(str)
    common = (word for word, often, tag in entries if often >= _COMMON and tag in _KINDS and len(word) == 2)
    for word in sorted({*official_words(), *common}):
        by_first[word[0]] += word[1]
        by_second[word[1]] += word[0]
    rare: dict[str, str] = defaultdict(str)
    for word, often, _ in entries:
        if len(word) == 2 and often <= _SELDOM:
            rare[word[0]] += word[1]
    single = {word: often for word, often, _ in entries if len(word) == 1 and "\u4e00" <= word <= "\u9fff"}
    does = "".join(word for word, _, tag in entries if word in single and tag in _DOES)
    things = "".join(word for word, _, tag in entries if word in single and tag.startswith(_THINGS))
    return [*map(in_columns, (by_first, by_second, rare)), "".join(single), does, things], single.values()
