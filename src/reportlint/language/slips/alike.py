"""Which characters may be a slip for one another: those that sound alike, and those that look alike."""

from __future__ import annotations

from functools import lru_cache

from reportlint.language.slips.shapes import look_alike, looking_like, sharing_a_part
from reportlint.language.slips.sounds import sound_alike, sounding_like
from reportlint.language.words.differences import doubled


def is_slip_of(written: str, right: str) -> bool:
    """Is it the right wording with its characters in another order, one told twice, or one that sounds or looks like the
    right one?
    """
    if len(written) == len(right):
        wrong = [pair for pair in zip(written, right, strict=True) if pair[0] != pair[1]]
        return sorted(written) == sorted(right) or (len(wrong) == 1 and is_slip(*wrong[0]))
    return len(written) == len(right) + 1 and doubled(written, right)


def is_slip(one: str, other: str) -> bool:
    """May one character stand where another was meant?"""
    return sound_alike(one, other) or look_alike(one, other)


@lru_cache(maxsize=4096)
def slips_for(character: str) -> str:
    """The characters for which one may be a slip. As text: most are looked up once or twice, so that a set does not pay."""
    return sounding_like(character) + looking_like(character) + sharing_a_part(character)
