"""A small cache of JSON values in the user's own cache folder.

What it keeps can be made again at any time, so whatever is wrong with it (no home, a full disk, a broken file, a folder
somebody else can write to) only costs the making. JSON and nothing richer: reading a pickle is running a program.
"""

from __future__ import annotations

import json
import os
import stat
import sys
from collections.abc import Callable
from contextlib import suppress
from typing import Any

JSON = Any  # dict, list, str, int, float, bool, None, as json.loads gives them


def cached(name: str, key: str, build: Callable[[], JSON]) -> JSON:
    """The value kept as ``name`` if it was made from ``key``; otherwise ``build()``, which then takes its place.

    ``key`` is a digest of all that ``build`` looks at. Each name has one file, ``name.json``, holding
    ``{"key": key, "value": value}``: a new key overwrites it, so the folder does not grow.
    """
    kept = recall(name, key)
    return kept["value"] if kept else keep(name, key, build())


def recall(name: str, key: str) -> dict[str, JSON] | None:
    """What is kept as ``name``, the value under "value", if it was made from ``key``; else None."""
    folder = _folder()
    kept = _read(folder, os.path.join(folder, f"{name}.json"))
    return kept if kept is not None and kept.get("key") == key and "value" in kept else None


def keep(name: str, key: str, value: JSON) -> JSON:
    """Keep a value as ``name``; returns it as `recall` would."""
    content = json.dumps({"key": key, "value": value}, separators=(",", ":"), ensure_ascii=False)
    if folder := _folder():
        _write(folder, os.path.join(folder, f"{name}.json"), content)
    return json.loads(content)["value"]  # a first run shall not see the tuples a second one finds as lists


def _folder() -> str:
    """Where the cache lives; empty if there is no place for one."""
    if own := os.environ.get("REPORTLINT_CACHE"):
        return os.path.abspath(own)
    if sys.platform == "win32":
        base = os.environ.get("LOCALAPPDATA", "")
        return os.path.join(base, "reportlint", "Cache") if base else ""
    base = os.environ.get("XDG_CACHE_HOME", "")
    if not os.path.isabs(base):  # to be ignored, says the XDG specification
        base = os.path.expanduser("~/Library/Caches" if sys.platform == "darwin" else "~/.cache")
    return os.path.join(base, "reportlint") if os.path.isabs(base) else ""  # "~" stays where nobody's home is known


def _read(folder: str, path: str) -> dict[str, JSON] | None:
    try:
        if not folder or not _ours(os.lstat(folder)):
            return None
        with open(path, "rb") as file:
            if not _ours(os.fstat(file.fileno())):  # of the open file: a path could change hands in between
                return None
            content = json.loads(file.read())
    except (OSError, ValueError, RecursionError):
        return None
    return content if isinstance(content, dict) else None


def _write(folder: str, path: str, content: str) -> None:
    """Put ``content`` at ``path`` in one step: a reader sees the old file or the new one, never half of either."""
    temporary = f"{path}.{os.getpid()}.{os.urandom(4).hex()}"
    try:
        os.makedirs(folder, 0o700, exist_ok=True)
        if not _ours(os.lstat(folder)):
            return
        descriptor = os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except OSError:
        return
    try:
        with open(descriptor, "w", encoding="utf-8", errors="surrogatepass") as file:
            file.write(content)
        os.replace(temporary, path)
    except BaseException as error:  # an interrupt, too, must not leave the file behind
        with suppress(OSError):
            os.unlink(temporary)
        if not isinstance(error, OSError):
            raise


def _ours(status: os.stat_result) -> bool:
    """Whether nobody but this user could have written here. Windows keeps %LOCALAPPDATA% to its user by itself."""
    if sys.platform == "win32":
        return True
    writable = status.st_mode & (stat.S_IWGRP | stat.S_IWOTH)
    return status.st_uid == os.geteuid() and not writable
