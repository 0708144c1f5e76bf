"""A small cache of JSON values, and of many numbers beside them, in the user's own cache folder.

Without it a run over one draft takes 5.5 times as long, one over thirty drafts 3.2 times.

What it keeps can be made again at any time, so whatever is wrong with it (no home, a full disk, a broken file, a folder
somebody else can write to) only costs the making. JSON and nothing richer: reading a pickle is running a program. The
numbers stand behind the JSON as they are, for 100,000 of them would take JSON 10 ms.
"""

from __future__ import annotations

import hashlib
import json
import os
import sys
import zlib
from array import array
from collections.abc import Callable, Iterable, Mapping
from typing import Any

from reportlint.kept import private_files
from reportlint.kept.private_files import content_at, read, sealed, write
from reportlint.kept.switch import PLAIN

_DAYS = 7
"""What was written so many days ago may be left over from another edition of this package."""
_CODEC = "utf-16-le"
"""Read ten times as fast as UTF-8, where most characters take three bytes of that."""
JSON = Any  # dict, list, str, int, float, bool, None, as json.loads gives them


def cached(name: str, key: str, build: Callable[[], JSON]) -> JSON:
    """The value kept as ``name`` if it was made from ``key``; otherwise ``build()``, which then takes its place.

    ``key`` is a digest of all that ``build`` looks at. Each name has one file, ``name.cache``: a line with a checksum of all
    the rest, a line with the length of what follows, JSON in UTF-16, ``{"key": key, "value": value}``, and the numbers. A new
    key overwrites it, so the folder does not grow.
    """
    return cached_with_numbers(name, key, lambda: (build(), ()))[0]


def cached_with_numbers(
    name: str, key: str, build: Callable[[], tuple[JSON, Iterable[int]]]
) -> tuple[JSON, memoryview]:
    """As `cached`, for a value with numbers from 0 to 2³² - 1, which are seen where they lie in what was read."""
    return recall(name, key) or keep(name, key, *build())


def in_columns(words: Mapping[str, str]) -> list[str]:
    """A mapping of words as two strings, of keys and of values, a line each: they are read faster than an object of JSON."""
    return ["\n".join(words), "\n".join(words.values())]


def out_of_columns(columns: Iterable[str]) -> dict[str, str]:
    """The mapping again. Raises ValueError where the two have not the same number of lines."""
    keys, values = (column.split("\n") for column in columns)
    return dict(zip(keys, values, strict=True))


def recall(name: str, key: str) -> tuple[JSON, memoryview] | None:
    """The value and the numbers kept as ``name``, if they were made from ``key``; else None."""
    folder = _folder()
    data = read(folder, f"{name}.cache") if folder else None
    begin = content_at(data, _checksum)
    if not data or not begin:
        return None
    try:
        start = data.index(b"\n", begin) + 1
        end = start + int(data[begin:start])
        head = json.loads(str(memoryview(data)[start:end], _CODEC, "surrogatepass"))
        if head["key"] == key:
            return head["value"], _numbers(memoryview(data)[end:])
    except (ValueError, RecursionError, LookupError, TypeError):  # the checksum is right, but it is not ours
        pass
    return None


def keep(name: str, key: str, value: JSON, numbers: Iterable[int] = ()) -> tuple[JSON, memoryview]:
    """Keep a value and its numbers as ``name``; returns them as `recall` would."""
    kept = array("I", numbers)
    if sys.byteorder == "big":
        kept.byteswap()
    tail = kept.tobytes()
    said = json.dumps({"key": key, "value": value}, separators=(",", ":"), ensure_ascii=False)
    if folder := _folder():
        head = said.encode(_CODEC, "surrogatepass")
        write(folder, f"{name}.cache", sealed(f"{len(head)}\n".encode() + head + tail, _checksum))
    # a first run shall not see the tuples a second one finds as lists
    return json.loads(said)["value"], _numbers(memoryview(tail))


def forget(sign: str) -> None:
    """Delete what may be left over under names with ``sign`` in them; an edition still in use makes its own again, once."""
    if folder := _folder():
        private_files.forget(folder, sign, _DAYS)


def digest(data: bytes) -> str:
    """What stands for some bytes in a key: SHA-256, in hexadecimal digits."""
    return hashlib.sha256(data).hexdigest()


def _checksum(content: memoryview) -> str:
    """What tells whether content is whole."""
    return f"{zlib.crc32(content):08x}"


def _numbers(tail: memoryview) -> memoryview:
    """The numbers of a file, which has the little end of each first."""
    if sys.byteorder == "big":
        numbers = array("I", tail.tobytes())
        numbers.byteswap()
        return memoryview(numbers)
    return tail.cast("I")


def _folder() -> str:
    """Where the cache lives; empty if there is no place for one, or it is not wanted."""
    if PLAIN:
        return ""
    if own := os.environ.get("REPORTLINT_CACHE"):
        return os.path.abspath(own)
    if sys.platform == "win32":
        base = os.environ.get("LOCALAPPDATA", "")
        return os.path.join(base, "reportlint", "Cache") if base else ""
    base = os.environ.get("XDG_CACHE_HOME", "")
    if not os.path.isabs(base):  # to be ignored, says the XDG specification
        base = os.path.expanduser("~/Library/Caches" if sys.platform == "darwin" else "~/.cache")
    return os.path.join(base, "reportlint") if os.path.isabs(base) else ""  # "~" stays where nobody's home is known
