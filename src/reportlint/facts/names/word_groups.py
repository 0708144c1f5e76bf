"""Groups of words in names: those that stand for one another, 化解 and 调解 (kindred.yaml), or may, 服务 and 援助 (akin.yaml);
several names of one field of work (field_names.yaml); and members of a series, each another thing, 立法 and 执法 (parallel.yaml).
"""

from __future__ import annotations

from collections import defaultdict
from functools import lru_cache

from reportlint.language.tables import load_table


@lru_cache(maxsize=4)
def _groups(table: str) -> dict[str, frozenset[int]]:
    """Each word of a table with the numbers of its rows."""
    found: dict[str, set[int]] = defaultdict(set)
    for number, row in enumerate(load_table(__file__, table, words="words")):
        for word in row["words"]:
            found[word].add(number)
    return {word: frozenset(numbers) for word, numbers in found.items()}


def _share_a_row(table: str, word: str, other: str) -> bool:
    groups = _groups(table)
    return word in groups and other in groups and not groups[word].isdisjoint(groups[other])


def are_kindred(word: str, other: str) -> bool:
    """Do two words stand for one another, by a row of kindred.yaml?"""
    return _share_a_row("kindred", word, other)


def are_akin(word: str, other: str) -> bool:
    """Are two words near in meaning, by a row of akin.yaml, though each may name a thing of its own: 服务, 援助?"""
    return _share_a_row("akin", word, other)


def are_of_one_field(words: str, other: str) -> bool:
    """Are they two ways to name a field of work that one body leads, by a row of field_names.yaml: 法治建设, 依法行政?"""
    return _share_a_row("field_names", words, other)


def is_field(words: str) -> bool:
    """Do the words name a field of field_names.yaml?"""
    return words in _groups("field_names")


def are_parallel(word: str, other: str) -> bool:
    """Are two words members of one series, each of another thing, by a row of parallel.yaml?"""
    return _share_a_row("parallel", word, other)


def is_in_a_row(word: str) -> bool:
    """Is it a word of kindred.yaml or akin.yaml?"""
    return word in _groups("kindred") or word in _groups("akin")
