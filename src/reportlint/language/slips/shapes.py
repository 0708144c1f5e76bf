"""Which characters look alike: what a hand, or the recognition of a scan, may have confused.

lookalikes.txt has groups of such characters, from what teachers and proofreaders warn of; one may be in several. shared_parts.txt
has those that share all but a radical (绸缪, 绸廖; 薄, 溥), of which one stands for another only where the rest tells what was meant;
which characters are made of which parts is what IDS data of Unicode's characters say.
"""

from __future__ import annotations

from collections import defaultdict
from functools import lru_cache

from reportlint.language.word_files import words_in


def look_alike(one: str, other: str) -> bool:
    """Do two characters look alike?"""
    return other in looking_like(one)


def share_a_part(one: str, other: str) -> bool:
    """Do two characters look alike, or share a part?"""
    return look_alike(one, other) or other in sharing_a_part(one)


def looking_like(character: str) -> str:
    """The characters that look like one."""
    return _groups("lookalikes").get(character, "")


def sharing_a_part(character: str) -> str:
    """The characters that share with one all but its radical."""
    return _groups("shared_parts").get(character, "")


@lru_cache(maxsize=2)
def _groups(name: str) -> dict[str, str]:
    """Character to those it is in a group with."""
    found: dict[str, str] = defaultdict(str)
    for group in words_in(name):
        for character in group:
            found[character] += group.replace(character, "")
    return dict(found)
