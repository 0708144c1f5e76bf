"""Small values that every run wants, some hundred tables and rules, kept together in one file of the cache.

It is read at the first that is asked for, and written at the end of a run that made one anew. A file for each, to be found,
opened and checked, takes a start 6 % longer.
"""

from __future__ import annotations

import atexit
import json
from collections.abc import Callable
from functools import lru_cache

from reportlint import __version__
from reportlint.kept.cache import JSON, forget, keep, recall

_NAME, _KEY = f"together-{__version__}", "1"
"""Each edition has its own, as it has its own tables."""
_fresh: dict[str, list[JSON]] = {}


def cached_together(name: str, key: str, build: Callable[[], JSON]) -> JSON:
    """The value kept as ``name`` if it was made from ``key``; otherwise ``build()``, which takes its place. As `cached`."""
    known = _fresh.get(name) or _known().get(name)
    if isinstance(known, list) and known[:1] == [key]:
        return known[1]
    value = json.loads(json.dumps(build()))  # a first run shall not see the tuples a second one finds as lists
    if not _fresh:
        atexit.register(save)
    _fresh[name] = [key, value]
    return value


def save() -> None:
    """Keep what was made in this run."""
    if _fresh:
        if not _known():
            forget("together")  # of other editions
        keep(_NAME, _KEY, _known() | _fresh)
        _known.cache_clear()
        _fresh.clear()
        atexit.unregister(save)


@lru_cache(maxsize=1)
def _known() -> dict[str, JSON]:
    """What is kept: by name, the key and the value."""
    value, _ = recall(_NAME, _KEY) or ({}, None)
    return value if isinstance(value, dict) else {}
