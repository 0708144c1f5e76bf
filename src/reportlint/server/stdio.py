"""The server on standard input and output, which are the client's alone while it runs."""

from __future__ import annotations

import os
import sys
from typing import Any

from reportlint.kept.quick_process import stay
from reportlint.server.protocol import Bounded, quiet
from reportlint.server.server import build


def serve() -> int:
    """Answer a client until it leaves; 0 where it took its leave, 1 where it broke off, as the protocol wants it."""
    quiet()
    stay()
    stdin: Any = Bounded(sys.stdin.buffer)
    sys.stdout.flush()
    stdout = os.fdopen(os.dup(sys.stdout.fileno()), "wb")
    os.dup2(sys.stderr.fileno(), sys.stdout.fileno())  # whatever else is printed must not get between the messages
    server = build()
    server.start_io(stdin, stdout)
    return 0 if server.finished else 1
