"""Files of a folder that only its user can write to, and seals that tell whether what they hold is whole.

What they hold can be made again: whatever is wrong (a full disk, a broken file, a folder somebody else can write to), there
is nothing to read, or nothing is written.
"""

from __future__ import annotations

import os
import stat
import sys
import time
from collections.abc import Callable
from contextlib import suppress

_MOST = 50_000_000
"""Bytes of a file that is read."""
_READ = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_BINARY", 0)
"""No pipe is waited for, and no link followed."""
_WRITE = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)

Seal = Callable[[memoryview], str]
"""What stands above a content when it is sealed; of the content."""


def sealed(content: bytes, seal: Seal) -> bytes:
    """Content with its seal in a line above."""
    return f"{seal(memoryview(content))}\n".encode() + content


def content_at(data: bytes | None, seal: Seal) -> int:
    """Where the content begins in what was sealed; 0 where it is not whole. It is not taken out: to copy megabytes takes time."""
    begin = (data or b"").find(b"\n") + 1
    return begin if data and data[: begin - 1] == seal(memoryview(data)[begin:]).encode() else 0


def read(folder: str, name: str) -> bytes | None:
    """What was written as ``name``; None where it is not there, or could be somebody else's."""
    try:
        if not is_ours(folder):
            return None
        with open(os.open(os.path.join(folder, name), _READ), "rb") as file:
            status = os.fstat(file.fileno())  # of the open file: a path could change hands in between
            ours = stat.S_ISREG(status.st_mode) and _only_ours(status) and status.st_size <= _MOST
            return file.read() if ours else None
    except (OSError, ValueError):
        return None


def write(folder: str, name: str, data: bytes) -> None:
    """Put ``data`` into a file in one step: a reader sees what it held before or what it holds now, never half of either."""
    path = os.path.join(folder, name)
    temporary = f"{path}.{os.getpid()}.{os.urandom(4).hex()}"
    try:
        os.makedirs(folder, 0o700, exist_ok=True)
        if not is_ours(folder):
            return
        descriptor = os.open(temporary, _WRITE, 0o600)
    except OSError:
        return
    try:
        with open(descriptor, "wb") as file:
            file.write(data)
        os.replace(temporary, path)
    except BaseException as error:  # an interrupt, too, must not leave the file behind
        with suppress(OSError):
            os.unlink(temporary)
        if not isinstance(error, OSError):
            raise


def forget(folder: str, sign: str, days: int) -> None:
    """Delete the files with ``sign`` in their names that nobody has written, or touched, in so many days."""
    oldest = time.time() - days * 24 * 60 * 60
    with suppress(OSError), os.scandir(folder) as entries:
        for entry in entries:
            if sign in entry.name and entry.stat(follow_symlinks=False).st_mtime < oldest:
                os.unlink(entry.path)


def is_ours(folder: str) -> bool:
    """Is it a folder, and no link to one, that nobody but this user could have written to? Raises OSError."""
    status = os.lstat(folder)
    return stat.S_ISDIR(status.st_mode) and _only_ours(status)


def _only_ours(status: os.stat_result) -> bool:
    """Windows keeps what is in a user's own folders to that user by itself."""
    if sys.platform == "win32":
        return True
    writable = status.st_mode & (stat.S_IWGRP | stat.S_IWOTH)
    return status.st_uid == os.geteuid() and not writable
