"""Numbers of lines in the margin of a page, as drafts for review have them."""

from __future__ import annotations

from itertools import pairwise

from reportlint.readers.pages.rows import Char, rows_of

_DIGITS = frozenset("0123456789")
_APART = 0.5
"""Heights of a character between a number and the text."""
_FEWEST = 2
"""Numbers, beside those of a running head and foot, which some programs count for themselves."""
_EACH = 0.8
"""Of the rows of text: with fewer that have a number, where lines are counted one by one, it is a list of something else."""


def without_line_numbers(chars: list[Char], size: float) -> list[Char]:
    """The characters of a page without figures that stand left of all else and count its lines, one by one or each fifth.

    size: the height of most.
    """
    edge = min((char.left for char in chars if char.sign not in _DIGITS), default=0.0) - _APART * size
    if sum(char.right < edge for char in chars) < _FEWEST:
        return chars
    rows = rows_of([char] for char in chars)
    numbered = [(at, "".join(char.sign for char in row if char.right < edge)) for at, row in enumerate(rows)]
    told = [(at, int(number)) for at, number in numbered if number]
    ends = [max(char.right for char in rows[at] if char.right < edge) for at, _ in told]
    if max(ends) - min(ends) > size or not any(map(_counts, (told, told[1:], told[:-1], told[1:-1]))):
        return chars
    return [char for char in chars if char.right >= edge]


def _counts(told: list[tuple[int, int]]) -> bool:
    """Do the numbers, each with that of its row, count the lines?"""
    steps = {after - before for (_, before), (_, after) in pairwise(told)}
    if len(told) < _FEWEST or len(steps) != 1:
        return False
    step = steps.pop()
    if step != 1:
        return step > 1 and len(told) > _FEWEST and all(number % step == 0 for _, number in told)
    return len(told) >= _EACH * (told[-1][0] - told[0][0] + 1)
