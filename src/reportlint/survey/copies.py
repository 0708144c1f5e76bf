"""Who copied from whom: paragraphs nearly alike in the reports of different offices, and of last year.

Paragraphs are compared only where a band of their signatures is the same, so that nobody compares all pairs; what was copied into
other words is found by runs (runs.py). What very many have is the template of the place, and no copy. Bands are sorted, and what is
alike is kept, in the database of the store.
"""

from __future__ import annotations

import pickle
from array import array
from collections import defaultdict, deque
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import combinations, groupby
from operator import itemgetter
from types import MappingProxyType
from typing import NamedTuple

from reportlint.survey.paragraphs import PLACES, share
from reportlint.survey.runs import shared_runs
from reportlint.survey.store import Store

BAND = 4
"""Places of a band: of two paragraphs with seven tenths in common, 99 of 100 share one of the sixteen bands; with four tenths, a third."""
ALIKE = 0.7
"""The share from which two paragraphs are nearly alike."""
TEMPLATE = 1 / 3
"""Of all offices: what so many have is template."""
FEWEST = 4
"""Offices from which on something may be template."""
_COMPARED = 50
"""Paragraphs of one band that each is compared with; more are alike by what they share with those."""
_PAIRED = 30
"""Offices that share a paragraph, up to which each is set against each: of more, it is everybody's."""

_TABLES = """
CREATE TABLE distinct_signatures AS SELECT min(number) AS number, signature FROM signatures GROUP BY signature;
CREATE TABLE alike (leader, number INTEGER PRIMARY KEY, template);
CREATE TABLE copies (weight, office, number, packed);
"""
_SAME = "SELECT group_concat(number) FROM signatures GROUP BY signature HAVING count(*) > 1"
_BAND = """SELECT group_concat(number) FROM distinct_signatures
    GROUP BY substr(signature, ?, ?) HAVING count(*) > 1"""
_OF_ROWS = "paragraphs JOIN (SELECT number AS office, last_year, whose FROM rows) USING (office)"
_ABOUT = f"number, size, office, last_year, whose FROM {_OF_ROWS}"
_GROUPS = f"SELECT leader, {_ABOUT} JOIN alike USING (number) ORDER BY leader, number"
_TEMPLATES = f"""SELECT words, count(DISTINCT whose), min(number) FROM {_OF_ROWS} JOIN alike USING (number)
    WHERE template AND NOT last_year GROUP BY leader ORDER BY 2 DESC, 3"""
_NOW = "SELECT count(DISTINCT whose) FROM rows WHERE kept AND NOT last_year"


class Place(NamedTuple):
    """A paragraph of a row. row: its number; last_year: of the rows of last year. paragraph: its number among all. words: how what is
    shared begins there; "" where that is the whole paragraph.
    """

    row: int
    last_year: bool
    paragraph: int
    words: str = ""


class Copy(NamedTuple):
    """Places where nearly the same stands, of two offices or more, or of one in two years; in order of the rows.

    size: characters, figures and marks apart.
    """

    places: tuple[Place, ...]
    size: int

    @property
    def weight(self) -> int:
        """By which copies are ranked: how much was copied how often."""
        return self.size * (len(self.places) - 1)


def find_copies(store: Store) -> int:
    """Find all copies, and keep them in the store; how many there are. To be called once, when all is there."""
    base = store.base
    base.executescript(_TABLES)
    base.executemany("INSERT INTO alike VALUES (?, ?, 0)", _alike(store))
    ((offices,),) = base.execute(_NOW)
    template, count = max(FEWEST, offices * TEMPLATE), 0
    for leader, group in groupby(base.execute(_GROUPS), itemgetter(0)):
        members = [_Member(*told) for _, *told in group]
        if len(_own(members)) < template:
            count += _put(store, members, min(member.size for member in members))
        else:
            base.execute("UPDATE alike SET template = 1 WHERE leader = ?", (leader,))
    for words, size in shared_runs(store, template):
        asked = f"SELECT {_ABOUT} WHERE number IN ({','.join(map(str, words))}) ORDER BY number"
        count += _put(store, [_Member(*told) for told in base.execute(asked)], size, words)
    return count


class _Member(NamedTuple):
    """A paragraph that is shared, by its number; of which row; whose."""

    number: int
    size: int
    row: int
    last_year: int
    whose: int


def _own(members: Iterable[_Member]) -> set[int]:
    """The offices that have it this year."""
    return {member.whose for member in members if not member.last_year}


def _put(store: Store, members: Sequence[_Member], size: int, words: Mapping[int, str] = MappingProxyType({})) -> bool:
    """Keep paragraphs as a copy, where they are of two offices or two years. words: as of a Place, by number of paragraph."""
    if not (own := _own(members)) or not (len(own) > 1 or members[-1].last_year):
        return False
    places = (Place(each.row, bool(each.last_year), each.number, words.get(each.number, "")) for each in members)
    copy = Copy(tuple(places), size)
    first = copy.places[0]
    store.base.execute("INSERT INTO copies VALUES (?, ?, ?, ?)", (copy.weight, first.row, first.paragraph, pickle.dumps(copy)))  # fmt: skip
    return True


def copies_in(store: Store) -> Iterator[Copy]:
    """The copies that were found, the weightiest first."""
    for (packed,) in store.base.execute("SELECT packed FROM copies ORDER BY weight DESC, office, number"):
        yield pickle.loads(packed)  # of our own making


def templates_in(store: Store) -> list[tuple[str, int]]:
    """The paragraphs that so many offices have this year that they are template: how each begins, and the offices; most first."""
    return [(words, offices) for words, offices, _ in store.base.execute(_TEMPLATES)]


def between(copies: Iterable[Copy]) -> dict[tuple[int, int], int]:
    """Pairs of rows of this year to the characters they share, but for what very many share."""
    shared: dict[tuple[int, int], int] = defaultdict(int)
    for copy in copies:
        offices = sorted({place.row for place in copy.places if not place.last_year})
        if len(offices) <= _PAIRED:
            for pair in combinations(offices, 2):
                shared[pair] += copy.size
    return dict(shared)


def _alike(store: Store) -> Iterator[tuple[int, int]]:
    """Of paragraphs that are nearly alike, each with another of them: the number of the first, and of each, itself too."""
    ((count,),) = store.base.execute("SELECT count(*) FROM paragraphs")
    leader = array("I", range(count))

    def lead(number: int) -> int:
        while leader[number] != number:
            leader[number] = leader[leader[number]]
            number = leader[number]
        return number

    for first, *others in _numbers(store, _SAME):
        for number in others:
            leader[number] = first
    for start in range(1, PLACES, BAND):
        for band in _numbers(store, _BAND, start, BAND):
            near: deque[tuple[int, bytes]] = deque(maxlen=_COMPARED)
            for number in band:
                signature = store.signature(number)
                for other, its in near:
                    one, two = lead(number), lead(other)
                    if one != two and share(signature, its) >= ALIKE:
                        leader[max(one, two)] = min(one, two)
                near.append((number, signature))
    followed = {first for number in range(count) if (first := lead(number)) != number}
    yield from ((lead(number), number) for number in range(count) if lead(number) in followed)


def _numbers(store: Store, asked: str, *values: int) -> Iterator[list[int]]:
    """The numbers of paragraphs that a query puts together, in order."""
    for (numbers,) in store.base.execute(asked, values):
        yield sorted(map(int, numbers.split(",")))
