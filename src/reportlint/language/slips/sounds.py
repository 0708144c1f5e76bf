"""Which characters sound alike: what an input method may have confused.

sounds.txt has the 6,763 characters of GB 2312, a line a syllable, without tones: the usual reading of each, of some both
(the readings are those of Unihan, listed with pypinyin 0.55).
"""

from __future__ import annotations

from collections import defaultdict
from functools import lru_cache

from reportlint.language.word_files import path_of

_NEAR = (("zh", "z"), ("ch", "c"), ("sh", "s"), ("ang", "an"), ("eng", "en"), ("ing", "in"))
"""Sounds that much of the country does not tell apart."""


def sound_alike(one: str, other: str) -> bool:
    """Do two characters sound alike, or nearly? Of those outside GB 2312 nothing is known."""
    return not _syllables(one).isdisjoint(_syllables(other))


def sounding_like(character: str) -> str:
    """The characters that sound like one, itself among them; none for those outside GB 2312."""
    return "".join(_characters()[syllable] for syllable in _syllables(character))


@lru_cache(maxsize=4096)
def _syllables(character: str) -> frozenset[str]:
    """The syllables of a character, those not told apart being one."""
    table, found = _table(), set()
    at = table.find(character) if character >= "\u4e00" else -1
    while at >= 0:
        line = table.rfind("\n", 0, at) + 1
        found.add(_as_heard(table[line : table.index(" ", line)]))
        at = table.find(character, at + 1)
    return frozenset(found)


def _as_heard(syllable: str) -> str:
    for sound, near in _NEAR:
        syllable = syllable.replace(sound, near)
    return syllable


@lru_cache(maxsize=1)
def _characters() -> dict[str, str]:
    """Syllable, those not told apart being one, to the characters that have it."""
    found: dict[str, str] = defaultdict(str)
    for line in _table().splitlines():
        syllable, _, characters = line.partition(" ")
        found[_as_heard(syllable)] += characters
    return found


@lru_cache(maxsize=1)
def _table() -> str:
    """The file; looking a few characters up in it is faster than making a dictionary of them all."""
    with open(path_of("sounds"), encoding="utf-8") as file:
        return file.read()
