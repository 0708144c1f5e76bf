"""The text objects of an OFD page: each character with the place where it stands.

A page is measured in millimetres from its upper left corner. An object has a box of its own there (Boundary) and perhaps a
matrix (CTM) for what is in it; each TextCode says where its first character stands and how far apart the others are.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from itertools import accumulate, islice
from typing import Any

from reportlint.readers.numbering import local
from reportlint.readers.pages.lines import ASKEW, MAX_CHARACTERS
from reportlint.readers.pages.rows import Char

_QUARTER = math.tau / 4
UPRIGHT = [1.0, 0.0, 0.0, 1.0, 0.0, 0.0]
_DESCENT = 0.12
"""Of the size: how far a character reaches below the line that it stands on."""
_FARTHEST = 1e5
"""Millimetres: what stands beyond is nowhere."""


def numbers(text: str | None) -> list[float]:
    """The numbers of an attribute or element; none where one of them is no finite number."""
    try:
        found = [float(word) for word in (text or "").split()]
    except ValueError:
        return []
    return found if all(abs(number) < _FARTHEST for number in found) else []


def chars_of(content: Any, height: float) -> Iterator[tuple[int, Char]]:
    """The characters of a page's or a template's content, on a page of that height; before each, by how many quarters its line
    is turned clockwise. What stands askew is a watermark, and left out.
    """
    for text in content.iter() if content is not None else ():
        if local(text) == "TextObject" and text.get("Visible") != "false" and text.get("Alpha") != "0":
            yield from _of_object(text, height)


def _of_object(text: Any, height: float) -> Iterator[tuple[int, Char]]:
    box, matrix = numbers(text.get("Boundary")), numbers(text.get("CTM")) or UPRIGHT
    (size, *_), (wide, *_) = numbers(text.get("Size")) or [0.0], numbers(text.get("HScale")) or [1.0]
    if len(box) != 4 or len(matrix) != 6 or size <= 0:
        return
    angle = math.atan2(matrix[1], matrix[0]) % math.tau
    quarters = round(angle / _QUARTER)
    if abs(angle - quarters * _QUARTER) > ASKEW:
        return
    x = y = 0.0
    for code in text:
        if local(code) != "TextCode":
            continue
        x, y = ((numbers(code.get(name)) or [before])[0] for name, before in (("X", x), ("Y", y)))
        signs = (code.text or "")[: MAX_CHARACTERS + 1]
        widths = [size * wide * (0.5 if sign.isascii() else 1.0) for sign in signs]
        lefts = accumulate(_steps(code.get("DeltaX"), widths), initial=x)
        rises = accumulate(_steps(code.get("DeltaY"), [0.0] * len(signs)), initial=y)
        for sign, width, left, base in zip(signs, widths, lefts, rises, strict=False):
            if not sign.isspace() or sign == "\u3000":
                one = placed(matrix, left, base + _DESCENT * size)
                other = placed(matrix, left + width, base - (1 - _DESCENT) * size)
                (at, to), (above, below) = (sorted(ends) for ends in zip(one, other, strict=True))
                yield (
                    quarters % 4,
                    Char(sign, box[0] + at, box[0] + to, height - box[1] - below, height - box[1] - above),
                )


def placed(matrix: Sequence[float], x: float, y: float) -> tuple[float, float]:
    """Where a point of an object stands in its box."""
    a, b, c, d, e, f = matrix
    return a * x + c * y + e, b * x + d * y + f


def _steps(told: str | None, usual: Sequence[float]) -> Iterator[float]:
    """How far apart characters stand: what DeltaX or DeltaY says, in which `g 3 2.5` is three times 2.5; then the usual."""
    steps = list(islice(_all_steps(iter((told or "").split())), len(usual)))
    yield from steps
    yield from usual[len(steps) :]


def _all_steps(words: Iterator[str]) -> Iterator[float]:
    """The steps as numbers; ``g 3 5`` stands for three steps of 5."""
    for word in words:
        count = 1
        if word == "g":
            (times, word) = next(words, ""), next(words, "")
            count = int(times) if times.isascii() and times.isdecimal() and len(times) < 7 else 0
        for step in numbers(word):
            yield from (step for _ in range(count))
