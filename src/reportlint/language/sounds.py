"""Which characters sound alike: what an input method may have confused."""

from __future__ import annotations

_ALIKE = 25
"""Places in GB 2312 between characters that sound alike."""


def sound_alike(one: str, other: str) -> bool:
    """Do two characters sound alike, or nearly?

    GB 2312 has its 3,755 common characters (rows 16 to 55) in the order of their sound, so that those which sound alike
    are neighbours. Of the rest, which are in the order of their radicals, nothing is known.
    """
    try:
        (row, cell), (other_row, other_cell) = one.encode("gb2312"), other.encode("gb2312")
    except (UnicodeEncodeError, ValueError):
        return False
    common = min(row, other_row) >= 0xB0 and max(row, other_row) <= 0xD7
    return common and abs((row - other_row) * 94 + cell - other_cell) <= _ALIKE
