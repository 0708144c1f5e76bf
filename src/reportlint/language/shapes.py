"""Which characters look alike: what a hand, or the recognition of a scan, may have confused.

lookalikes.txt has groups of such characters, from what teachers and proofreaders warn of; one may be in several.
"""

from __future__ import annotations

import os
from collections import defaultdict
from functools import lru_cache


def look_alike(one: str, other: str) -> bool:
    """Do two characters look alike?"""
    return other in looking_like(one)


def looking_like(character: str) -> str:
    """The characters that look like one."""
    return _lookalikes().get(character, "")


@lru_cache(maxsize=1)
def _lookalikes() -> dict[str, str]:
    """Character to those that look like it."""
    found: dict[str, str] = defaultdict(str)
    with open(os.path.join(os.path.dirname(__file__), "lookalikes.txt"), encoding="utf-8") as file:
        for group in file.read().split():
            for character in group:
                found[character] += group.replace(character, "")
    return dict(found)
