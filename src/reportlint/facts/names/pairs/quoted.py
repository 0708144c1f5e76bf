"""Names in quotation marks, and pairs of them that look like two writings of one: “百名律师进百村”, “百名律师入百村”."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import combinations
from typing import NamedTuple

from reportlint.document.source import Span
from reportlint.facts.names.pairs.one_brand import LONG, are_one_brand
from reportlint.kept import patterns

_QUOTED = patterns.compile(r"“(?P<name>[〇\u4e00-\u9fffA-Za-z0-9+.·、，（）—–-]{3,16})”(?P<rest>[\u4e00-\u9fff]{0,2})")
_MOST = 150
"""Names that are compared with one another: a report has some dozens."""

_Quoted = tuple[str, str]
"""A name in quotation marks, and the two characters behind it."""


class Name(NamedTuple):
    """One writing of a name, and where it stands."""

    words: str
    places: tuple[Span, ...]


def quoted_pairs(text: str, lines: Iterable[Span]) -> Iterator[tuple[Name, Name]]:
    """Names in quotation marks that differ by a character, or by the place of a word."""
    found: dict[_Quoted, None] = {}
    places: dict[str, list[Span]] = defaultdict(list)
    for line in lines:
        for match in _QUOTED.finditer(text, *line):
            found[match["name"], match["rest"]] = None
            places[match["name"]].append(Span(*match.span("name")))
    for one, other in dict.fromkeys((one, other) for (one, _), (other, _) in _alike(tuple(found))):
        yield Name(one, tuple(places[one])), Name(other, tuple(places[other]))


@lru_cache(maxsize=4)
def _alike(names: tuple[_Quoted, ...]) -> list[tuple[_Quoted, _Quoted]]:
    """Which of the names look like one; kept, for most of an editor's strokes leave the names as they were."""
    alike = []
    for (one, rest), (other, other_rest) in combinations(names[:_MOST], 2):
        if one != other and are_one_brand(one, other, LONG - (rest == other_rest != "")):
            alike.append(((one, rest), (other, other_rest)))
    return alike
