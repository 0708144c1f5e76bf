"""jieba without what it loads for nothing here: tables for guessing unknown words, and pkg_resources to find its files.

Nor does it need a log, or a digest and a temporary file for the dictionary that is not loaded; and its patterns come from our
cache. Without this a run over one draft takes 1.4 times as long.

Its code is run in modules of our own, whose ``import`` alone is served with stand-ins: whoever imports jieba, before us or
after, in this thread or another, gets the whole one.
"""

from __future__ import annotations

import builtins
import re
import sys
from functools import lru_cache
from importlib import import_module
from importlib.machinery import PathFinder
from types import ModuleType
from typing import Any

from reportlint.kept import patterns
from reportlint.kept.switch import PLAIN

_UNUSED = ("logging", "hashlib", "tempfile")


@lru_cache(maxsize=1)
def jieba() -> Any:
    """The module, ready to make a Tokenizer; the whole one where it cannot be had bare."""
    if not PLAIN:
        try:
            return _Bare().module("jieba")
        except Exception:  # another edition of jieba, which imports something else
            pass
    return import_module("jieba")


class _Bare:
    """Modules of jieba as they lie on the disk, run with an import of their own."""

    def __init__(self) -> None:
        kept = ModuleType("re")
        kept.__dict__.update(vars(re), compile=patterns.compile)
        self.stand_ins = {"re": kept, "finalseg": ModuleType("finalseg")}
        self.stand_ins |= {name: sys.modules.get(name) or _Idle(name) for name in _UNUSED}

    def module(self, name: str) -> ModuleType:
        """One of them. Raises ImportError where there is none, and whatever its code raises."""
        spec = PathFinder.find_spec("jieba")
        if spec and name != "jieba":
            spec = PathFinder.find_spec(name, spec.submodule_search_locations)
        if spec is None or spec.loader is None:
            raise ImportError(name)
        module = ModuleType(name)
        module.__file__, module.__package__ = spec.origin, "jieba"
        module.__dict__["__builtins__"] = vars(builtins) | {"__import__": self.served}
        exec(spec.loader.get_code(spec.name), module.__dict__)  # type: ignore[attr-defined]
        return module

    def served(self, name: str, scope: Any = None, own: Any = None, wanted: Any = (), level: int = 0) -> Any:
        """What an import statement in them gives, as the built-in ``__import__`` is called."""
        if name == "pkg_resources":
            raise ImportError(name)
        if level and not name:  # from . import finalseg
            found = ModuleType("jieba")
            found.__dict__.update({each: self.stand_ins[each] for each in wanted})
            return found
        if level:  # from ._compat import *
            return self.module(f"jieba.{name}")
        return self.stand_ins.get(name) or __import__(name, scope, own, wanted, level)


class _Idle(ModuleType):
    """A module whose functions, and their results' functions, do nothing."""

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__"):
            raise AttributeError(name)
        return lambda *_: self
