"""What is installed: what other packages offer, and what tells one state of it all from another.

importlib.metadata takes 25 ms to import, so the files are asked first.

Without this a run over one draft takes 1.1 times as long.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator
from contextlib import suppress
from functools import lru_cache
from importlib.util import find_spec
from typing import TYPE_CHECKING

from reportlint.kept.switch import PLAIN

if TYPE_CHECKING:
    from importlib.metadata import EntryPoint


@lru_cache(maxsize=8)
def entry_points(group: str) -> Iterable[EntryPoint]:
    """The entry points of a group."""
    if not PLAIN and not any(f"[{group}]".encode() in said for said in _stated()):
        return ()
    from importlib import metadata

    return metadata.entry_points(group=group)


@lru_cache(maxsize=1)
def _stated() -> list[bytes]:
    """All entry_points.txt on the path that speak of this package."""
    found = []
    for folder in sys.path:
        with suppress(OSError), os.scandir(folder or ".") as entries:
            for entry in entries:
                if entry.name.endswith((".dist-info", ".egg-info")):
                    with suppress(OSError), open(os.path.join(entry.path, "entry_points.txt"), "rb") as file:
                        if b"[reportlint." in (said := file.read()):
                            found.append(said)
    return found


GROUPS = ("reportlint.checks", "reportlint.kinds")
"""The groups of entry points that lead to what this program then runs or reads."""


@lru_cache(maxsize=1)
def edition() -> str:
    """What tells this installation from any other, and from itself before a change.

    That is Python's version, the names and versions of all packages, and place, size and time of each file of this one and
    of those that offer something to it.
    """
    offered = [entry.module for group in GROUPS for entry in entry_points(group)]
    own = ["reportlint", "reportlint.checks", "reportlint.grammars"]
    folders = {folder for name in own + offered for folder in _folders(name)}
    return "\n".join(
        [sys.version, *sorted(_packages()), *(said for folder in sorted(folders) for said in _files(folder))]
    )


def _packages() -> Iterator[str]:
    for folder in sys.path:
        with suppress(OSError):
            yield from (name for name in os.listdir(folder or ".") if name.endswith((".dist-info", ".egg-info")))


def _folders(module: str) -> list[str]:
    """Those of a package, or the one that a module lies in."""
    spec = find_spec(module)
    if spec is None:
        return []
    return list(spec.submodule_search_locations or [os.path.dirname(spec.origin or "")])


def _files(folder: str) -> Iterator[str]:
    with os.scandir(folder) as entries:
        for entry in sorted(entries, key=lambda entry: entry.name):
            if entry.is_dir():
                if entry.name != "__pycache__":
                    yield from _files(entry.path)
            else:
                status = entry.stat()
                yield f"{entry.path} {status.st_size} {status.st_mtime_ns}"
