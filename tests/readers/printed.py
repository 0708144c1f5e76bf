"""A text as an official document prints it: which line stands where on which page, after GB/T 9704."""

from __future__ import annotations

from typing import NamedTuple

SIZE = 5.6
"""Millimetres: of a character; size three, as official documents have it."""
_LINES, _SIGNS = 22, 28
"""Of a page, and of a line."""


class Row(NamedTuple):
    """A line, and where it begins in millimetres from the upper left corner of its page."""

    words: str
    left: float
    top: float
    size: float = SIZE


def printed(text: str) -> list[list[Row]]:
    """The pages of a text: 28 characters a line, 22 lines a page, a page number at the foot of each."""
    rows: list[str] = []
    for paragraph in filter(str.strip, text.splitlines()):
        indented = paragraph if paragraph.startswith("　") or not rows else f"　　{paragraph.strip()}"
        rows += _wrapped(indented)
    return [
        [
            *(Row(row, 28, 37 + 10.2 * number) for number, row in enumerate(rows[at : at + _LINES])),
            Row(f"— {at // _LINES + 1} —", 160, 275, size=4.9),
        ]
        for at in range(0, len(rows), _LINES)
    ]


def _wrapped(paragraph: str) -> list[str]:
    """Its lines, of so many characters' width; one in ASCII takes half."""
    rows, width = [""], 0.0
    for sign in paragraph:
        step = 0.5 if sign.isascii() else 1.0
        if width + step > _SIGNS:
            rows.append("")
            width = 0.0
        rows[-1] += sign
        width += step
    return rows
