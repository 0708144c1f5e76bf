"""Text set aside until what is to stand before it is known: in memory, and from a megabyte on in a file without a name."""

from __future__ import annotations

from io import BytesIO
from types import TracebackType
from typing import IO

_IN_MEMORY = 1_000_000
"""Bytes that are kept without a file."""

Piece = tuple[int, int]
"""Where a text was put: its first byte, and how many they are."""


class Spool:
    """Texts put aside one after the other, and had back in any order. The file, where there is one, is gone at the end."""

    def __init__(self) -> None:
        self.file: IO[bytes] = BytesIO()
        self.end = 0

    def __enter__(self) -> Spool:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.file.close()

    def put(self, text: str) -> Piece:
        """Set a text aside. Raises OSError where there is no room."""
        data = text.encode("utf-8", "backslashreplace")
        self.file.write(data)
        self.end += len(data)
        if self.end > _IN_MEMORY and isinstance(self.file, BytesIO):
            from tempfile import TemporaryFile  # 8 ms, for most runs in vain

            held, self.file = self.file, TemporaryFile()  # noqa: SIM115
            self.file.write(held.getvalue())
        return self.end - len(data), len(data)

    def get(self, piece: Piece) -> str:
        """The text that was put there; nothing is put aside after that."""
        start, length = piece
        self.file.seek(start)
        return self.file.read(length).decode("utf-8")
