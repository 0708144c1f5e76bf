"""Words that stand for one another in names: 化解 and 调解, 治理 and 整治; or may: 服务 and 援助; and words that stand beside one another: 立法 and 执法."""

from __future__ import annotations

from functools import lru_cache

from reportlint.language.tables import load_table


@lru_cache(maxsize=3)
def _groups(table: str) -> tuple[frozenset[str], ...]:
    return tuple(frozenset(row["words"]) for row in load_table(__file__, table, words="words"))


def are_kindred(word: str, other: str) -> bool:
    """Do two words stand for one another, by a row of kindred.yaml?"""
    return any({word, other} <= group for group in _groups("kindred"))


def are_akin(word: str, other: str) -> bool:
    """Are two words near in meaning, by a row of akin.yaml, though each may name a thing of its own: 服务, 援助?"""
    return any({word, other} <= group for group in _groups("akin"))


def are_parallel(word: str, other: str) -> bool:
    """Are two words members of one series, each of another thing, by a row of parallel.yaml?"""
    return any({word, other} <= group for group in _groups("parallel"))
