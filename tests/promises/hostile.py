"""Texts that a pattern backtracks on, made from the pattern itself: what it asks for before a repetition, then that, often."""

from __future__ import annotations

import itertools
import json
import re
import signal
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from typing import Any

from reportlint.kept.first_characters import _parser as parser  # type: ignore[attr-defined]
from reportlint.kept.first_characters import constants as sre

_ENDLESS = 4
"""Repetitions: fewer can grow no text."""
_SHORT, _LIMIT = 0.0003, 0.3
"""Seconds that say nothing, and those after which a pattern has backtracked."""
_CANDIDATES = "甲 1a，、。一（》"
"""Characters that a class which says what may not stand there may hold."""
_CATEGORIES = {sre.CATEGORY_DIGIT: "1", sre.CATEGORY_SPACE: " ", sre.CATEGORY_WORD: "甲"}

_COLLECT = """
import importlib, json, pkgutil, re, sys
from reportlint.kept import patterns
found = {}
def keep(compiling):
    def compile(pattern, flags=0, **more):
        code = sys._getframe(1).f_code.co_filename
        if isinstance(pattern, str) and ("reportlint" in code or "checks" in code) and "lark" not in code:
            found[pattern, int(flags), code] = True
        return compiling(pattern, flags, **more)
    return compile
patterns.compile, re.compile = keep(patterns.compile), keep(re.compile)
import reportlint, reportlint.checks
for package in (reportlint, reportlint.checks):
    for module in pkgutil.walk_packages(package.__path__, package.__name__ + "."):
        if not module.name.endswith(("__main__", "pdf_lines", "survey.parts")):
            importlib.import_module(module.name)
from reportlint.linting.check import load_checks
from reportlint.linting.config import Config
from reportlint.linting.pipeline import run_checks
from reportlint.report import read
for check in load_checks().values():
    for example in check.bad[:2]:
        run_checks(read(example.encode(), "draft.txt", check.kind, office=check.office), Config())
print(json.dumps([*found]))
"""


def compiled() -> list[tuple[str, int, str]]:
    """Every pattern that the project compiles: itself, its flags, the file. By a process that has compiled none yet."""
    done = subprocess.run([sys.executable, "-c", _COLLECT], capture_output=True, check=True)
    return [(pattern, flags, where) for pattern, flags, where in json.loads(done.stdout)]


def runs(pattern: str, flags: int = 0) -> list[tuple[str, str]]:
    """For each repetition in the pattern: what stands before it, and what it repeats."""
    return list(dict.fromkeys(_runs(parser.parse(pattern, flags), "")))


def pieces(pattern: str, flags: int = 0) -> list[tuple[str, str]]:
    """What begins a text, and what then is repeated in it: one long run of each repetition, and many short ones."""
    found = []
    for before, repeated in runs(pattern, flags):
        found.append((before, repeated))
        if before:  # without, it would be the same text
            found.append(("", before + 2 * repeated))
    return list(dict.fromkeys(found))


def backtracks(pattern: re.Pattern[str], begin: str, piece: str) -> bool:
    """Does it take much more than twice the time to look for the pattern everywhere in a text of twice the length?

    What takes long is measured again, and the lesser time counts: a machine does other things too.
    """
    long = _seconds(pattern, begin, piece, 1_000)
    if long <= _SHORT or long >= _LIMIT:
        return long >= _LIMIT
    long = min(long, _seconds(pattern, begin, piece, 1_000))
    short = min(_seconds(pattern, begin, piece, 500) for _ in range(2))
    return long > max(_SHORT, 2.8 * short)


def _seconds(pattern: re.Pattern[str], begin: str, piece: str, size: int) -> float:
    """How many seconds that takes in a text of so many characters, until the limit."""
    text = begin + piece * max(1, size // len(piece))
    start = time.perf_counter()
    with suppress(_EnoughError), _at_most(_LIMIT):
        for _ in pattern.finditer(text):
            pass
    return time.perf_counter() - start


class _EnoughError(Exception):
    """Time is up."""


@contextmanager
def _at_most(limit: float) -> Iterator[None]:
    def stop(number: int, frame: object) -> None:
        raise _EnoughError

    before = signal.signal(signal.SIGALRM, stop)  # heard while a pattern is looked for, too
    signal.setitimer(signal.ITIMER_REAL, limit)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)


def _runs(nodes: Any, before: str) -> Iterator[tuple[str, str]]:
    for kind, value in nodes:
        if kind in _REPEATS:
            _, most, inner = value
            if most >= _ENDLESS:
                yield from ((before, sample) for sample in itertools.islice(_samples(inner), 3) if sample)
            yield from _runs(inner, before)
        else:
            for inner in _inside(kind, value):
                yield from _runs(inner, before)
        before += next(_samples([(kind, value)]), "")


_REPEATS = [getattr(sre, name) for name in ("MAX_REPEAT", "MIN_REPEAT", "POSSESSIVE_REPEAT") if hasattr(sre, name)]


def _inside(kind: Any, value: Any) -> Sequence[Any]:
    if kind is sre.BRANCH:
        return list(value[1])
    if kind in (sre.ASSERT, sre.ASSERT_NOT):
        return [value[1]]
    return [value[-1]] if kind is sre.SUBPATTERN else [value] if str(kind) == "ATOMIC_GROUP" else []


def _samples(nodes: Any) -> Iterator[str]:
    """Some texts that a row of nodes matches, or nearly so: what looks around and refers back is left out."""
    choices = [list(itertools.islice(_of_node(*node), 3)) or [""] for node in nodes]
    longest = max(map(len, choices), default=0)
    for at in range(longest):
        yield "".join(choice[at % len(choice)] for choice in choices)


def _of_node(kind: Any, value: Any) -> Iterator[str]:
    if kind is sre.LITERAL:
        yield chr(value)
    elif kind is sre.NOT_LITERAL:
        yield next(char for char in _CANDIDATES if ord(char) != value)
    elif kind is sre.ANY:
        yield "甲"
    elif kind is sre.IN:
        yield from _of_class(value)
    elif kind in _REPEATS:
        least, _, inner = value
        yield from (sample * max(1, least) for sample in _samples(inner))
    elif kind not in (sre.ASSERT, sre.ASSERT_NOT):
        for inner in _inside(kind, value):
            yield from _samples(inner)


def _of_class(items: Sequence[Any]) -> Iterator[str]:
    first, *rest = items
    if first[0] is sre.NEGATE:
        pattern = [char for char in _CANDIDATES if not any(_holds(item, char) for item in rest)]
        yield from pattern[:2]
        return
    for kind, value in items[:2]:
        if kind is sre.LITERAL:
            yield chr(value)
        elif kind is sre.RANGE:
            yield chr(value[0])
        else:
            yield _CATEGORIES.get(value, "。")


def _holds(item: Any, char: str) -> bool:
    kind, value = item
    if kind is sre.LITERAL:
        return ord(char) == int(value)
    if kind is sre.RANGE:
        return bool(value[0] <= ord(char) <= value[1])
    digit, blank = char.isdigit(), char.isspace()
    return {"CATEGORY_DIGIT": digit, "CATEGORY_SPACE": blank, "CATEGORY_WORD": char.isalnum()}.get(
        str(value), not {"CATEGORY_NOT_DIGIT": digit, "CATEGORY_NOT_SPACE": blank}.get(str(value), char.isalnum())
    )
