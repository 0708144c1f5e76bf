"""The words of a name as a bag, and whether two words or groups of words in it tell the same."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from reportlint.facts.names.word_groups import (
    are_akin,
    are_kindred,
    are_of_one_field,
    are_parallel,
    is_field,
    is_in_a_row,
)
from reportlint.kept import patterns
from reportlint.language.words.differences import in_order
from reportlint.language.words.kindred import mean_alike
from reportlint.language.words.vocabulary import is_word
from reportlint.language.words.word_boundaries import cut

_TITLES = "长员官警"
_TOGETHER = patterns.compile(f"(.)([{_TITLES}])(.)\\2")
"""Titles told one by one, 河长湖长, which may be told together, 河湖长."""
_LONGEST = 6
"""Characters of the longest piece that is told by a shorter one."""
_MARKS = "“”"


_NEIGHBOURS = (3, 2, 1)
"""Words of a piece that is told in other words; the longest come first."""

Piece = tuple[frozenset[int], str]
"""The places of words in a bag, neighbours; and these together."""


class Bag(NamedTuple):
    """The words of a name, where each begins in the run before its last word, and the pieces short enough to match others."""

    words: tuple[str, ...]
    starts: tuple[int, ...]
    pieces: tuple[Piece, ...]


@lru_cache(maxsize=10_000)
def bag_of(run: str, start: int) -> Bag:
    """The words of a run from a place on: of two characters where they can be, without marks."""
    words, starts = [], []
    at = start
    for word in _fields_joined([*_pieced(_cut(run[start:]))]):
        if word not in _MARKS:
            words.append(word)
            starts.append(at)
        at += len(word)
    return Bag(tuple(words), tuple(starts), tuple(_pieces(words)))


def _pieces(words: Sequence[str]) -> Iterator[Piece]:
    for size in _NEIGHBOURS:
        for at in range(len(words) - size + 1):
            if len(piece := "".join(words[at : at + size])) <= _LONGEST:
                yield frozenset(range(at, at + size)), piece


def _cut(text: str) -> list[str]:
    """The likeliest words; titles told one by one are some, whatever stands beside: 园长 河长, not 园 长河 长."""
    if not (together := _TOGETHER.search(text)):
        return cut(text)
    middle = together.start() + 2
    return [*cut(text[: middle - 2]), text[middle - 2 : middle], text[middle : middle + 2], *cut(text[middle + 2 :])]


def _pieced(words: list[str]) -> Iterator[str]:
    """Words, those of four characters halved, and characters by themselves joined two by two: 行政 执法, 免 罚 to 免罚."""
    single = ""
    for word in [*words, ""]:
        if len(word) == 1 and word not in _MARKS:
            single += word
            continue
        yield from _joined(single)
        single = ""
        halves = (word[:2], word[2:])
        if len(word) == 4 and all(map(is_word, halves)):
            yield from halves
        elif word:
            yield word


def _fields_joined(words: list[str]) -> Iterator[str]:
    """Words, those that together name a field of work as one: 法治政府建设, 依法行政."""
    at = 0
    while at < len(words):
        sizes = (size for size in _NEIGHBOURS if is_field("".join(words[at : at + size])))
        size = next(sizes, 1)
        yield "".join(words[at : at + size])
        at += size


def _joined(characters: str) -> Iterator[str]:
    """Two by two; of an odd number one is left where the next two are a word."""
    at = 0
    while at < len(characters):
        pair = characters[at : at + 2]
        odd = (len(characters) - at) % 2
        following = characters[at + 1 : at + 3]
        alone = odd and not _is_known(pair) and _is_known(following)
        yield pair[:1] if alone else pair
        at += 1 if alone else len(pair)


def _is_known(pair: str) -> bool:
    return len(pair) == 2 and (is_in_a_row(pair) or is_word(pair))


_FIELD = 2
"""Characters that two names of one field tell alike, whatever their words."""


class WordMatch(NamedTuple):
    """How two pieces of names tell the same. weight: characters they tell alike; changed: in other words, not only shorter.

    field: they name one field of work, which one body leads, but of which many things are told.
    """

    weight: int
    changed: bool
    sure: bool
    field: bool = False


@lru_cache(maxsize=20_000)
def word_match(piece: str, other: str) -> WordMatch | None:
    """How two pieces of bags tell the same, if they do."""
    if are_of_one_field(piece, other):
        return WordMatch(_FIELD, changed=True, sure=True, field=True)
    told = _shortened(*sorted((piece, other), key=len)) if piece[0] == other[0] else None
    shares = not {*piece}.isdisjoint(other)
    if not told or not told.changed:
        if are_kindred(piece, other):
            told = WordMatch(1 + shares, changed=True, sure=True)
        elif not told and (are_akin(piece, other) or mean_alike(piece, other)):
            told = WordMatch(int(shares), changed=True, sure=False)
    return told if told and not are_parallel(piece, other) else None


def _shortened(short: str, full: str) -> WordMatch | None:
    """How a piece tells another that begins alike: 河湖长, 河长湖长; 法务, 法律服务."""
    if _TOGETHER.sub(r"\1\3\2", full) == short:
        return WordMatch(len(full), changed=True, sure=True)
    shorter = 1 < len(short) < len(full) <= 2 * len(short)
    if shorter and short not in full and in_order(short, full):
        return WordMatch(len(short), changed=False, sure=True)
    return None
