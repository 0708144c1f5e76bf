"""Files that a library writes here and there: set aside whole, then handed on in pieces."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from tempfile import TemporaryFile
from typing import IO

_PIECE = 1_000_000


def in_pieces(write: Callable[[IO[bytes]], None]) -> Iterator[bytes]:
    """What ``write`` puts into a file. Raises OSError where there is no room."""
    with TemporaryFile() as file:
        write(file)
        file.seek(0)
        while piece := file.read(_PIECE):
            yield piece
