"""What is found in words alone, a line's or a passage's, is remembered: a draft that is read again has most of them again."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache, wraps
from typing import Any, TypeVar, cast

Find = TypeVar("Find", bound="Callable[..., Any]")

_MOST, _LONGEST = 512, 1000
"""Lines of some reports, and the characters of the longest that is remembered: a hostile text may be all one line."""


def by_words(find: Find) -> Find:
    """Remembers what a function of words, and perhaps of plain values, finds in each; whoever is given it does not change it."""
    remembered = lru_cache(maxsize=_MOST)(find)

    @wraps(find)
    def asked(words: str, *more: Any, **named: Any) -> Any:
        return (remembered if len(words) <= _LONGEST else find)(words, *more, **named)

    return cast("Find", asked)
