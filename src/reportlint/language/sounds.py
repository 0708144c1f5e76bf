"""Which characters sound alike: what an input method may have confused.

sounds.txt has the 6,763 characters of GB 2312, a line a syllable, without tones: the usual reading of each, of some both.
"""

from __future__ import annotations

import os
from collections import defaultdict
from functools import lru_cache

_NEAR = (("zh", "z"), ("ch", "c"), ("sh", "s"), ("ang", "an"), ("eng", "en"), ("ing", "in"))
"""Sounds that much of the country does not tell apart."""


def sound_alike(one: str, other: str) -> bool:
    """Do two characters sound alike, or nearly? Of those outside GB 2312 nothing is known."""
    syllables = _syllables()
    return not syllables.get(one, frozenset()).isdisjoint(syllables.get(other, ()))


@lru_cache(maxsize=1)
def _syllables() -> dict[str, set[str]]:
    """Character to its syllables, those not told apart being one."""
    found: dict[str, set[str]] = defaultdict(set)
    with open(os.path.join(os.path.dirname(__file__), "sounds.txt"), encoding="utf-8") as file:
        for line in file:
            syllable, characters = line.split()
            for sound, near in _NEAR:
                syllable = syllable.replace(sound, near)
            for character in characters:
                found[character].add(syllable)
    return dict(found)
