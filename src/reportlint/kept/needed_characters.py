"""The characters of which every match of a regular expression has one: where a text has none of them, it need not be searched.

Most rules of a table find nothing in most clauses. Whether a clause has one of a few characters is known in a tenth of the
time of a search.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

from reportlint.kept.first_characters import REPEATS, constants, parse

_MOST = 120
"""Characters of a set that is worth asking for."""
_AHEAD = 1
"""How the parser tells a look ahead from a look behind, which may go beyond the text that is searched."""


def needed(pattern: str) -> str:
    """The characters of which every match has one, what it looks ahead at included; "" where it may do without any."""
    parsed = parse(pattern, 0)
    found = None if parsed.state.flags & re.IGNORECASE else _of_all(parsed)
    return "".join(sorted(found or ()))


def _of_all(sequence: Iterable[Any]) -> frozenset[str] | None:
    """The smallest set that one of the operations of a sequence needs; None where none needs any."""
    found = [letters for op, value in sequence if (letters := _of_one(op, value)) is not None]
    return min(found, key=len, default=None)


def _of_one(op: Any, value: Any) -> frozenset[str] | None:
    if op is constants.LITERAL:
        return frozenset(chr(value))
    if op is constants.IN:
        return _of_set(value)
    if op is constants.BRANCH:
        branches = [_of_all(branch) for branch in value[1]]
        letters = frozenset().union(*(branch or () for branch in branches))
        return letters if all(branches) and len(letters) <= _MOST else None
    if op is constants.SUBPATTERN:
        return None if value[1] or value[2] else _of_all(value[3])
    if op is constants.ASSERT and value[0] == _AHEAD:
        return _of_all(value[1])
    return _of_all(value[2]) if op in REPEATS and value[0] > 0 else None


def _of_set(items: Iterable[tuple[Any, Any]]) -> frozenset[str] | None:
    letters: set[str] = set()
    for op, value in items:
        if op is constants.LITERAL:
            letters.add(chr(value))
        elif op is constants.RANGE and value[1] - value[0] < _MOST:
            letters.update(map(chr, range(value[0], value[1] + 1)))
        else:
            return None
    return frozenset(letters) if len(letters) <= _MOST else None
