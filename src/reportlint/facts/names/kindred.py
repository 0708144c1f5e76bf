"""Words that stand for one another in names: 化解 and 调解, 治理 and 整治."""

from __future__ import annotations

from functools import lru_cache

from reportlint.language.tables import load_table


@lru_cache(maxsize=1)
def _groups() -> tuple[frozenset[str], ...]:
    return tuple(frozenset(row["words"]) for row in load_table(__file__, "kindred", words="words"))


def are_kindred(word: str, other: str) -> bool:
    """Do two words stand for one another, by a row of kindred.yaml?"""
    return any({word, other} <= group for group in _groups())
