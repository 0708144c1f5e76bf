"""Numbered series, of headings or list items: which numbers do not follow."""

from __future__ import annotations

from collections.abc import Iterator, Sequence


def out_of_order(numbers: Sequence[int], first: int = 1) -> Iterator[tuple[int, int]]:
    """Index and expected number of each member of a series that does not follow; the series should begin with ``first``.

    One wrong number is one fault: where the next member goes on as if it were right (一 二 五 四), counting goes on as well;
    else the series goes on from the number as written (一 三 四).
    """
    expected = first
    for index, number in enumerate(numbers):
        if number != expected:
            yield index, expected
            slip = index + 1 < len(numbers) and numbers[index + 1] == expected + 1
            if not slip:
                expected = number
        expected += 1
