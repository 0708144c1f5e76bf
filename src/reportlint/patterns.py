"""Regular expressions, compiled once and kept.

Some 300 patterns with Chinese characters take Python's compiler 150 ms at every start, several times as long as reading and
linting a report. What the compiler makes of a pattern is a list of numbers; it is kept in the cache, for this very
version of Python. Where anything is amiss the pattern is compiled as usual.
"""

from __future__ import annotations

import re
import sys
from array import array
from base64 import b64decode, b64encode
from functools import lru_cache
from importlib import import_module
from typing import Any

from reportlint.cache import keep, recall

_NAME = "patterns"
_MOST = 2000
"""Patterns in the cache: more are left over from other versions of the checks, and it begins anew."""
_fresh: dict[str, list[Any]] = {}


@lru_cache(maxsize=_MOST)
def compile(pattern: str, flags: int = 0) -> re.Pattern[str]:
    """As re.compile; like that, each pattern is made but once a run."""
    kept = _known().get(f"{int(flags)}{pattern}")
    if kept is not None:
        try:
            flags_in_it, code, groups, index, names = kept
            numbers = array("I", b64decode(code)).tolist()
            compiled: re.Pattern[str] = _sre().compile(pattern, flags_in_it, numbers, groups, index, tuple(names))
        except (RuntimeError, TypeError, ValueError, OverflowError):
            pass  # not code of this Python: compile it
        else:
            return compiled
    return _compiled(pattern, int(flags))


def save() -> None:
    """Keep what was compiled in this run."""
    if _fresh:
        known = _known() if len(_known()) + len(_fresh) < _MOST else {}
        keep(_NAME, _key(), known | _fresh)
        _fresh.clear()


def _compiled(pattern: str, flags: int) -> re.Pattern[str]:
    from reportlint.starts import translate

    try:
        all_flags, code, groups, index, names = translate(pattern, flags)
        compiled: re.Pattern[str] = _sre().compile(pattern, all_flags, code, groups, index, tuple(names))
    except (AttributeError, LookupError, TypeError, ValueError):  # another version of Python has another compiler
        return re.compile(pattern, flags)
    packed = b64encode(array("I", code).tobytes()).decode("ascii")  # read three times as fast as a list of numbers
    _fresh[f"{flags}{pattern}"] = [all_flags, packed, groups, index, names]
    return compiled


@lru_cache(maxsize=1)
def _known() -> dict[str, list[Any]]:
    kept = recall(_NAME, _key())
    return kept["value"] if kept and isinstance(kept["value"], dict) else {}


@lru_cache(maxsize=1)
def _key() -> str:
    return f"3:{sys.version}:{_sre().MAGIC}:{_sre().CODESIZE}:{sys.byteorder}"


@lru_cache(maxsize=1)
def _sre() -> Any:
    return import_module("_sre")
