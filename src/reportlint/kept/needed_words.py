"""Which of many patterns may match in a piece of text, told by one search for the words that they cannot do without."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from reportlint.kept import patterns
from reportlint.kept.cache import cached, digest

_EMPTY = frozenset([""])
_MOST = 40
"""Words of a choice that are put together from characters."""


class Sieve:
    """Patterns, each by its number from 0 on, and the words of which one stands in all that the pattern matches.

    always: a number whose bits say the patterns that do without such words. name: that of its file in the cache.
    """

    def __init__(self, name: str, sifted: Sequence[re.Pattern[str]]) -> None:
        self.always: int
        self._bits: dict[str, int]
        key = digest(repr([(pattern.pattern, pattern.flags) for pattern in sifted]).encode())
        self.always, self._bits = cached(f"sieve-{name}", f"2:{key}", lambda: _build(sifted))
        longest_first = sorted(self._bits, key=lambda word: (-len(word), word))
        self._words = patterns.compile("|".join(map(re.escape, longest_first)) or "(?!)")

    def places(self, text: str) -> list[tuple[int, int]]:
        """Where one of the words stands, and a number whose bits say the patterns that may match around it."""
        bits = self._bits
        return [(match.start(), bits[match[0]]) for match in self._words.finditer(text)]


def _build(sifted: Iterable[re.Pattern[str]]) -> tuple[int, dict[str, int]]:
    needed = [needs(pattern) for pattern in sifted]
    always = sum(1 << number for number, words in enumerate(needed) if not words)
    every = frozenset[str]().union(*(words or () for words in needed))
    bits = {
        word: sum(1 << n for n, words in enumerate(needed) if any(_may_begin_in(other, word) for other in words or ()))
        for word in every
    }
    return always, bits


def _may_begin_in(other: str, word: str) -> bool:
    """Where a word was found, can another one begin within it? The search goes on behind it, and would miss that."""
    return other in word or any(other.startswith(word[at:]) for at in range(len(word)))


def needs(pattern: re.Pattern[str]) -> frozenset[str] | None:
    """Words of which one stands in whatever a pattern matches; None where there are none to be told."""
    from reportlint.kept.first_characters import parse

    return None if pattern.flags & re.IGNORECASE else _needs(parse(pattern.pattern, pattern.flags))


def _needs(sequence: Iterable[Any]) -> frozenset[str] | None:
    """The best of the choices that a sequence offers: long words rather than single characters, then few."""
    choices = [choice for choice in _choices(sequence) if choice]
    return min(choices, key=lambda choice: (min(map(len, choice)) < 2, len(choice)), default=None)


def _choices(sequence: Iterable[Any]) -> Iterator[frozenset[str] | None]:
    """What a sequence holds whatever it matches, one after the other: each time one of some words."""
    run = _EMPTY  # of characters side by side
    for op, value in sequence:
        characters = _characters(op, value)
        if characters and len(run) * len(characters) <= _MOST:
            run = frozenset(word + char for word in run for char in characters)
            continue
        yield run if run != _EMPTY else None
        run = characters or _EMPTY
        if str(op) == "SUBPATTERN" and not value[1] and not value[2]:
            yield _needs(value[3])
        elif str(op) in ("MAX_REPEAT", "MIN_REPEAT", "POSSESSIVE_REPEAT") and value[0] > 0:
            yield _needs(value[2])
        elif str(op) == "BRANCH":
            branches = [_needs(branch) for branch in value[1]]
            yield None if None in branches else frozenset[str]().union(*(branch or () for branch in branches))
    yield run if run != _EMPTY else None


def _characters(op: Any, value: Any) -> frozenset[str] | None:
    """The characters that may stand in one place; None where they are not listed, or it is no place."""
    if str(op) == "LITERAL":
        return frozenset(chr(value))
    if str(op) == "IN" and all(str(kind) == "LITERAL" for kind, _ in value):
        return frozenset(chr(code) for _, code in value)
    return None
