"""Names in quotation marks, and pairs of them that look like two writings of one: “百名律师进百村”, “百名律师入百村”."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import combinations
from typing import NamedTuple

from reportlint.document.source import Span
from reportlint.facts.names.kindred import are_akin, are_kindred
from reportlint.kept import patterns
from reportlint.language.differences import differences
from reportlint.language.kindred import mean_alike
from reportlint.language.phrases import load_phrases
from reportlint.language.vocabulary import is_word

_TELLS, _HEAD, _NAMED = (load_phrases(__file__, "variants")[name].pattern for name in "tells head named".split())
_QUOTED = patterns.compile(r"“(?P<name>[\u4e00-\u9fff]{3,14})”(?P<rest>[\u4e00-\u9fff]{0,2})")
_GREAT = "大"
_MOST = 150
"""Names that are compared with one another: a report has some dozens."""
_QUOTED_SHORT = 4
_QUOTED_LONG = 5
"""Characters from which a quoted name may differ by one; one less where the same words follow both."""


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
        if one == other:
            continue
        moved = sorted(one) == sorted(other) and (rest == other_rest or len(one) >= _QUOTED_LONG)
        if moved or _one_piece_off(one, other, _QUOTED_LONG - (rest == other_rest != "")):
            alike.append(((one, rest), (other, other_rest)))
    return alike


def _one_piece_off(one: str, other: str, least: int) -> bool:
    """Do two quoted names differ by a character that does not tell things apart, or by a kindred word?

    A kindred character is enough: 法润书房, 法润书屋. At the end the two characters must make a word, as those of one meaning do: 你点我检, 你点我查; and both must not make words
    of their own with their neighbours: 智慧监管, 智慧城管. 大 is said or not: 法治大讲堂.
    """
    if one[2:] == other[2:] and (len(one) >= least or _HEAD.search(one, 2)):
        pieces = [(one[:2], other[:2]), *differences(one, other)[:1]]
        return any(are_kindred(*piece) for piece in pieces)
    if one.replace(_GREAT, "") == other.replace(_GREAT, "") and _HEAD.search(one, 2):
        return True
    if min(len(one), len(other)) < _QUOTED_SHORT:
        return _is_shortened(one, other)
    if one[:-2] == other[:-2] and are_kindred(one[-2:], other[-2:]):
        return True
    if _is_one_of_a_kind(one, other):
        return True
    pieces = differences(one, other)
    if _is_shortened(one, other) or (len(pieces) == 1 and are_kindred(*pieces[0])):
        return True
    within = one[0] == other[0] and (one[-1] == other[-1] or (least < _QUOTED_LONG and is_word(one[-1] + other[-1])))
    if min(len(one), len(other)) < least or len(pieces) != 1 or not within or max(map(len, pieces[0])) != 1:
        return False
    return not (_TELLS.search("".join(pieces[0])) or _are_two_words(one, other))


def _is_one_of_a_kind(one: str, other: str) -> bool:
    """Do two names of one length differ by one word akin, or by any in a room that is a person's: 老周调解室, 老周说和室?"""
    changed = [at for at, (char, twin) in enumerate(zip(one, other, strict=False)) if char != twin]
    if len(one) != len(other) or not changed or changed[-1] - changed[0] > 1:
        return False
    first, last = changed[0], changed[-1]
    pairs = [(one[at : at + 2], other[at : at + 2]) for at in range(max(0, last - 1), min(first, len(one) - 2) + 1)]
    if any(are_kindred(*pair) or mean_alike(*pair) for pair in pairs):
        return True
    if len(one) >= _QUOTED_LONG and any(are_akin(*pair) for pair in pairs):
        return True
    return first > 1 and bool(_NAMED.match(one[:1]))


def _is_shortened(one: str, other: str) -> bool:
    """Does a word of the longer name stand in the shorter one with one of its characters: 一码检查, 一码查?"""
    short, full = sorted((one, other), key=len)
    if len(full) - len(short) != 1 or short[:2] != full[:2] or len(short) < _QUOTED_SHORT - 1:
        return False
    return any(
        full[:at] + full[at + 1 :] == short
        and not _TELLS.search(full[at])
        and (is_word(full[at : at + 2]) or is_word(full[at - 1 : at + 1]))
        for at in range(2, len(full))
    )


def _are_two_words(one: str, other: str) -> bool:
    """Does the one character in which they differ make another word, not akin, with the same neighbour: 监管, 城管?"""
    pairs = ((one[at : at + 2], other[at : at + 2]) for at in range(min(len(one), len(other)) - 1))
    return len(one) == len(other) and any(
        word != twin and is_word(word) and is_word(twin) and not are_kindred(word, twin) for word, twin in pairs
    )
