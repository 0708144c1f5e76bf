"""Regular expressions, compiled once and kept.

Some 900 patterns with Chinese characters take Python's compiler 300 ms at every start, several times as long as reading and
linting a report. What the compiler makes of a pattern is a list of numbers; they are kept in the cache, those of all
patterns in one row, for this very version of Python. Where anything is amiss the pattern is compiled as usual.

Without this a run over one draft takes 2.4 times as long, one over thirty drafts 1.3 times.
"""

from __future__ import annotations

import re
import sys
from array import array
from functools import lru_cache
from importlib import import_module
from typing import Any

from reportlint.edition import __version__
from reportlint.kept import cache
from reportlint.kept.switch import PLAIN

NAME = f"patterns-{sys.version_info.major}.{sys.version_info.minor}.{sys.version_info.micro}-{__version__}"
"""Each Python and each edition of this package has its own, so that two of them in turn do not throw out each other's, and
none reads what only another needs: that of the edition before takes a start 8 to 15 % longer."""
_MOST = 2000
"""Patterns in the cache: more are left over from changes to the checks within an edition, and it begins anew."""
_fresh: dict[str, tuple[list[int], list[Any]]] = {}
"""By flags and pattern: the code, and what else the engine is told."""


@lru_cache(maxsize=_MOST)
def compile(pattern: str, flags: int = 0, *, keep: bool = True) -> re.Pattern[str]:
    """As re.compile; like that, each pattern is made but once a run.

    keep: False for one that holds words of an office's settings or of a draft, which are nobody else's.
    """
    if PLAIN:
        return re.compile(pattern, flags)
    entries, numbers = _known()
    name = f"{int(flags)}{pattern}"
    if name in entries:
        try:
            begin, end, *told = entries[name]
            return _made(pattern, numbers[begin:end].tolist(), *told)
        except (RuntimeError, TypeError, ValueError, OverflowError):
            pass  # not code of this Python: compile it
    from reportlint.kept.first_characters import translate

    try:
        code, *told = translate(pattern, int(flags))
        made = _made(pattern, code, *told)
    except (AttributeError, LookupError, TypeError, ValueError):  # another version of Python has another compiler
        return re.compile(pattern, flags)
    if keep:
        _fresh[name] = code, told
    return made


def save() -> None:
    """Keep what was compiled in this run."""
    if not _fresh:
        return
    entries, numbers = _known()
    if not entries:
        cache.forget("patterns")  # of other editions
    if len(entries) + len(_fresh) > _MOST:
        entries, numbers = {}, memoryview(array("I"))
    entries, codes = dict(entries), numbers.tolist()
    for name, (code, told) in _fresh.items():
        entries[name] = [len(codes), len(codes) + len(code), *told]
        codes += code
    cache.keep(NAME, _key(), entries, codes)
    _fresh.clear()


def _made(
    pattern: str, code: list[int], flags: int, groups: int, index: dict[str, int], names: list[str | None]
) -> re.Pattern[str]:
    compiled: re.Pattern[str] = _sre().compile(pattern, flags, code, groups, index, tuple(names))
    return compiled


@lru_cache(maxsize=1)
def _known() -> tuple[dict[str, list[Any]], memoryview]:
    """What is kept, by flags and pattern: where its code begins and ends among the numbers, and what else the engine is told."""
    entries, numbers = cache.recall(NAME, _key()) or ({}, memoryview(array("I")))
    return (entries if isinstance(entries, dict) else {}), numbers


@lru_cache(maxsize=1)
def _key() -> str:
    return f"5:{sys.version}:{_sre().MAGIC}:{_sre().CODESIZE}"


@lru_cache(maxsize=1)
def _sre() -> Any:
    return import_module("_sre")
