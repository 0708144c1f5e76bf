"""The protocol as pygls has it, within bounds: what a client may send, what is kept, and what is written about it."""

from __future__ import annotations

import logging
from concurrent.futures import Future
from typing import Any, BinaryIO

from pygls.protocol import LanguageServerProtocol

MAX_MESSAGE = 64_000_000
"""Bytes of a message: a draft of a million characters has some three million, escaped as JSON may be twice as many."""
_MAX_HEADER = 1_000
"""Bytes of a line of a header."""


class Protocol(LanguageServerProtocol):
    """What was answered is forgotten: pygls keeps the outcome of each notification for good."""

    def _check_handler_result(self, future: Future[Any]) -> None:
        super()._check_handler_result(future)
        for known in [known for known, kept in self._request_futures.items() if kept.done()]:
            self._request_futures.pop(known, None)


class Bounded:
    """Standard input as pygls reads it, which ends where a message is too long to be one."""

    def __init__(self, stream: BinaryIO) -> None:
        self._stream = stream

    def readline(self) -> bytes:
        """A line of a header."""
        line = self._stream.readline(_MAX_HEADER)
        return line if len(line) < _MAX_HEADER else b""

    def read(self, size: int) -> bytes:
        """A message; nothing where the client broke off in it, or it is too long."""
        data = self._stream.read(size) if size <= MAX_MESSAGE else b""
        return data if len(data) == size else b""


def quiet() -> None:
    """No word of a draft may get into an editor's log: pygls would write down what it could not read."""
    for name in ("pygls", "asyncio"):
        logger = logging.getLogger(name)
        logger.addHandler(logging.NullHandler())
        logger.propagate = False
