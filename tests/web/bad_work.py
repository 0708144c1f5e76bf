"""Work that goes wrong, for the process that must bear it; imports nothing, since that process finds no other test."""

from __future__ import annotations

import os


def greedy(drafts: object, wish: object, told: object) -> bytes:
    return bytes(2_600_000_000)


def suicidal(drafts: object, wish: object, told: object) -> bytes:
    os.kill(os.getpid(), 9)
    return b""


def faulty(drafts: object, wish: object, told: object) -> bytes:
    raise RuntimeError("words of a draft")


def loud(drafts: object, wish: object, told: object) -> bytes:
    print("words of a library" * 1000)
    return b""
