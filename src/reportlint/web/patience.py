"""Connections on which nothing is asked are hung up, or a few hundred of them would keep everybody else out.

uvicorn bounds only how long a connection may be idle after an answer. It waits for ever for the end of a request's headers, and
for the rest of a body that was refused unread.
"""

from __future__ import annotations

import asyncio
from typing import Any

from uvicorn.protocols.http.h11_impl import H11Protocol

SECONDS = 10.0
"""A connection is hung up when it has had no request to answer for this long, twice as long at most."""


class PatientProtocol(H11Protocol):
    """uvicorn's protocol, which hangs up. For ``uvicorn.Config(http=PatientProtocol)``."""

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
        """A connection is there; from now on it is looked at now and then."""
        super().connection_made(transport)
        self._look_again(None)

    def _look_again(self, before: Any) -> None:
        self.loop.call_later(SECONDS, self._look, before)

    def _look(self, before: Any) -> None:
        """before: the request of the last look."""
        if self.transport.is_closing():
            return
        answered = self.cycle is None or self.cycle.response_complete
        if answered and self.cycle is before:
            self.transport.close()
        else:
            self._look_again(self.cycle)
