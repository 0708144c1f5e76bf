"""The lists of words that lie beside this module as plain text, NAME.txt."""

from __future__ import annotations

import os


def path_of(name: str) -> str:
    """Where the list of a name is."""
    return os.path.join(os.path.dirname(__file__), f"{name}.txt")


def words_in(name: str) -> list[str]:
    """What stands in it between blanks and ends of lines, in order."""
    with open(path_of(name), encoding="utf-8") as file:
        return file.read().split()
