"""What cells of tables hold: a figure, with its unit and the mark of its note, or what stands for none."""

from __future__ import annotations

from decimal import Decimal

from reportlint.kept import patterns

_BLANK = patterns.compile(r"[\s\u200b\ufeff]+")
_FIGURE = patterns.compile(
    r"(?P<figure>\d[\d,，]*(?:\.\d+)?|[〇○零])(?:件|万元|元|条|份|宗|个)?(?:[①-⑳*＊※]|[\[［（(]注?\d{0,2}[)）］\]])?"
)
_NOTHING = patterns.compile(r"[-—–－─/／\\无、.OoО]*")
"""The letter O is no nought."""


def value_of(cell: str) -> Decimal | None:
    """The figure in a cell; None where there is none."""
    found = _FIGURE.fullmatch(_BLANK.sub("", cell))
    if found is None:
        return None
    digits = found["figure"].replace(",", "").replace("，", "")
    return Decimal(digits) if digits[0].isdecimal() else Decimal(0)


def is_value(cell: str) -> bool:
    """Is it a figure, what stands for none, or empty?"""
    return _NOTHING.fullmatch(_BLANK.sub("", cell)) is not None or value_of(cell) is not None
