"""The program's first steps: loading the rest takes a while, and Ctrl-C ends it quietly from the beginning."""

from __future__ import annotations

import os
import signal
from types import FrameType
from typing import NoReturn

_INTERRUPTED = 130


def command() -> NoReturn:
    """`reportlint` as a program of its own."""
    heard = signal.getsignal(signal.SIGINT) is signal.default_int_handler  # and not ignored, as behind nohup
    if heard:
        signal.signal(signal.SIGINT, _leave)  # an exception amid an import may be lost, or shown
    from reportlint.command.main import command

    try:
        if heard:
            signal.signal(signal.SIGINT, signal.default_int_handler)
        command()
    except KeyboardInterrupt:  # before the command could say so, or when it had
        _leave()


def _leave(number: int = signal.SIGINT, frame: FrameType | None = None) -> NoReturn:
    os._exit(_INTERRUPTED)
