"""jieba's dictionary as it lies on the disk: several tables are made of it, when they are not yet kept."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from functools import lru_cache
from importlib.machinery import PathFinder
from sys import intern

_MISSPELT = frozenset(
    "挺而走险 义无返顾 兵慌马乱 安份守己 无动于中 无精打彩 毛骨耸然 莫明其妙 鬼计多端 翻来复去 丰富多采 融汇贯通".split()
)
"""Idioms it has as they are often, and wrongly, written: 铤而走险, 义无反顾, 兵荒马乱, 安分守己 …"""


@lru_cache(maxsize=1)
def path() -> str:
    """Where it lies. jieba is not imported for that: it takes longer than reading a table that is kept."""
    spec = PathFinder.find_spec("jieba")
    return os.path.join(os.path.dirname(spec.origin if spec and spec.origin else ""), "dict.txt")


def entries() -> Iterator[tuple[str, int, str]]:
    """Word, frequency and tag of each of its words that are rightly written; those it has twice come twice."""
    return zip(*_columns(), strict=True)


def of_two_characters(tags: str, least: int) -> set[str]:
    """Its words of two characters that it has at least so often, under a tag that is one of these: a regular expression."""
    return {word for word, often, tag in entries() if len(word) == 2 and often >= least and re.fullmatch(tags, tag)}


@lru_cache(maxsize=1)
def _columns() -> tuple[list[str], list[int], list[str]]:
    """The whole, read once: on a first run on a machine five tables want it one after the other."""
    with open(path(), encoding="utf-8") as file:
        cells = file.read().split()
    columns = cells[::3], list(map(int, cells[1::3])), list(map(intern, cells[2::3]))
    for at in reversed([at for at, word in enumerate(columns[0]) if word in _MISSPELT]):
        for column in columns:
            del column[at]
    return columns
