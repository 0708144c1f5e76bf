"""Files that a library writes here and there: set aside whole, then handed on in pieces."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from tempfile import TemporaryFile
from typing import IO, Any

_PIECE = 1_000_000


class _Patient:
    """A file that takes, and forgets, what comes when there is no room: a library that gives up still writes the end of what it had
    begun, and its complaint would be shown. error: what went wrong first.
    """

    def __init__(self, file: IO[bytes]) -> None:
        self.file = file
        self.at = 0
        self.error: BaseException | None = None

    def __getattr__(self, name: str) -> Any:
        return getattr(self.file, name)

    def write(self, data: Any) -> int:
        """As of any file."""
        self._try(lambda: self.file.write(data))
        self.at += len(data)
        return len(data)

    def seek(self, offset: int, whence: int = 0) -> int:
        """As of any file; what waits to be written is."""
        self.at = offset
        self._try(lambda: setattr(self, "at", self.file.seek(offset, whence)))
        return self.at

    def tell(self) -> int:
        """As of any file."""
        return self.at

    def flush(self) -> None:
        """As of any file."""
        self._try(self.file.flush)

    def _try(self, do: Callable[[], object]) -> None:
        if self.error is None:
            try:
                do()
            except OSError as error:
                self.error = error


def in_pieces(write: Callable[[IO[bytes]], None]) -> Iterator[bytes]:
    """What ``write`` puts into a file. Raises OSError where there is no room."""
    with TemporaryFile() as file:
        patient: Any = _Patient(file)
        try:
            write(patient)
        except Exception as error:
            system = error.__context__ if isinstance(error.__context__, OSError) else error  # which a library wraps
            patient.error = patient.error or system
            raise patient.error from None
        if patient.error:
            raise patient.error
        file.seek(0)
        while piece := file.read(_PIECE):
            yield piece
