"""Text that a terminal, a page or a file can take: without characters that cannot be seen, and of a width that is known."""

from __future__ import annotations

import unicodedata

from reportlint.kept import patterns

UNPRINTABLE = patterns.compile(
    r"[\x00-\x08\x0a-\x1f\x7f-\x9f\xad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufffe\uffff\ud800-\udfff]"
)


def clean(text: str) -> str:
    """Text without control characters: a draft must not steer the terminal, nor hide what it says."""
    return UNPRINTABLE.sub("\N{REPLACEMENT CHARACTER}", text)


def clean_lines(text: str) -> str:
    """The same of a text of several lines."""
    return "\n".join(map(clean, text.split("\n")))


def width(text: str) -> int:
    """Columns a text takes: full-width characters count two, combining ones none."""
    return sum(
        0 if unicodedata.combining(char) else 2 if unicodedata.east_asian_width(char) in "WF" else 1 for char in text
    )


def fit(text: str, columns: int) -> str:
    """The longest beginning of a text that takes no more than so many columns."""
    taken = 0
    for index, char in enumerate(text):
        taken += width(char)
        if taken > columns:
            return text[:index]
    return text


def cut(text: str, columns: int) -> str:
    """A text of no more than so many columns, the rest of a longer one shown as ……"""
    short = fit(text, columns)
    return text if short == text else f"{short}……"
