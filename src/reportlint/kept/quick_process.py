"""A process that is short-lived and knows it: it seldom looks for garbage, and does not take itself apart at the end.

Without this a run takes 1.06 times as long, over one draft or thirty.
"""

from __future__ import annotations

import gc
import os
import sys
from contextlib import suppress
from typing import NoReturn

from reportlint.kept.switch import PLAIN

_USUAL = gc.get_threshold()[0]


def hurry() -> None:
    """A run makes little garbage and many objects: looking for it takes a tenth of the time."""
    if not PLAIN:
        gc.set_threshold(100_000)


def stay() -> None:
    """Of a process that goes on after all: garbage is looked for as often as Python does of itself."""
    gc.set_threshold(_USUAL)


def settle() -> None:
    """Of one that has loaded all that it will work with: no garbage is looked for among that. Tables and patterns are so many
    objects that the search takes 60 ms, and would come amid an editor's strokes.
    """
    if not PLAIN:
        gc.freeze()


def leave(code: int) -> NoReturn:
    """End the process at once: the system takes back the memory, whole."""
    if PLAIN:
        sys.exit(code)
    for stream in (sys.stdout, sys.stderr):
        with suppress(OSError):  # whoever wrote has said so
            stream.flush()
    os._exit(code)
