"""Tables in documents: of figures, or made to lay out a page."""

from __future__ import annotations

from collections.abc import Collection

from reportlint.lines.furniture import is_prose

_LONGEST_CELL = 60
"""Characters: a longer cell is prose, and its table a frame around the text."""


def is_data_table(cells: Collection[str]) -> bool:
    """Does a table hold figures and labels, and no running text? cells: the texts of its paragraphs."""
    filled = [cell for cell in cells if cell.strip()]
    return len(filled) > 2 and not any(len(cell) > _LONGEST_CELL or is_prose(cell) for cell in filled)
