"""How things are counted: which measure words are a noun's own, and which can't be.

Nouns fall into classes (persons, cases, papers, bodies, places, devices …), measure words too, and the table says which of these go
together. A noun's class is told by the noun itself or, of other words, by the last character: 仲裁员 is a person.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Any, NamedTuple

from reportlint.language.tables import load_table
from reportlint.language.words.nouns import is_noun
from reportlint.language.words.verbs import is_verb
from reportlint.language.words.vocabulary import is_word

DOERS = frozenset("名家户支个所")
"""The first measure words of persons, bodies and places, which do something or get it."""
PERSONS = frozenset("人名位")
"""Measure words of persons."""
VISITORS = PERSONS | {"人次"}
"""Those, and the one that counts who comes again each time: 人次."""
PARTIES = frozenset("家户")
"""Measure words of those for whom something is done."""
_SURE = frozenset("员师者函屏仪犯艇牌廊亭庭秤车站室馆园户角")
"""Heads by which a word is known though it is in no dictionary: 护林员, 提醒函, 僵尸车."""
_TOWARDS = frozenset("上下进入出到归离返")
"""Verbs of one character with the place that something comes to or leaves behind them: 下架, 归队."""
_LONGEST = 6
"""Characters of a noun of the table."""
_SHORTEST = 3
"""Characters of a word whose last one tells its class: of two, many are verbs (立案, 开会)."""


class Counted(NamedTuple):
    """How a noun is counted: the measure words that can't be its own, those of them that may count what is done to it, and its own."""

    wrong: frozenset[str]
    deeds: frozenset[str]
    right: list[str]


def how_counted(noun: str) -> Counted | None:
    """How it is counted, where the noun is of the table, or a word of the dictionary with a head of the table; else None."""
    if found := _known("nouns").get(noun):
        return found
    if len(noun) < _SHORTEST or noun[-1] not in _known("heads"):
        return None
    return by_its_head(noun) if (noun[-1] in _SURE and len(noun) == _SHORTEST) or is_word(noun) else None


def counted_in(words: str) -> list[Counted]:
    """How each noun is counted that stands anywhere in the words."""
    pieces = (words[at : at + n] for at in range(len(words)) for n in range(2, _LONGEST + 1))
    return [found for piece in pieces if (found := how_counted(piece))]


def by_its_head(phrase: str) -> Counted | None:
    """How a phrase that ends in a noun is counted, by its last character alone: 专职社区矫正社会工作者."""
    last = phrase[-2:]
    if {last, phrase[-_SHORTEST:]} & _known("not").keys() or last in _known("nouns"):
        return None
    if last[:1] in _TOWARDS and not is_noun(last):  # 解读材料下架57份, but 入口
        return None
    if is_verb(last) and not is_word(phrase[-_SHORTEST:]):  # 完成执法人员换证613名, but 面包车
        return None
    return _known("heads").get(phrase[-1:])


def may_count(unit: str, phrase: str) -> bool:
    """May a measure word count what a phrase ends in, by its last words alone? One that is not bound to some of them may."""
    ends = _bound().get(unit)
    return ends is None or phrase.endswith(ends)


def is_measure_word(word: str) -> bool:
    """Is it one of the table: 册, 家次?"""
    return any(word in row["words"] for row in _rows() if "words" in row)


@lru_cache(maxsize=1)
def _bound() -> dict[str, tuple[str, ...]]:
    """The measure words that count but one class of things, each with the ends of the words for these."""
    return {word: tuple(row["only"]) for row in _rows() if "only" in row for word in row["words"]}


@lru_cache(maxsize=3)
def _known(column: str) -> dict[str, Counted]:
    """The words that a column of the table names (nouns, heads or not), each with how it is counted."""
    rows = _rows()
    classes = {row["measures"]: frozenset(row["words"]) for row in rows if "measures" in row}
    every = frozenset().union(*classes.values())
    known: dict[str, Counted] = {}
    for row in rows:
        if column in row:
            wrong = every.difference(*(classes[name] for name in row["may"]))
            deeds = frozenset().union(*(classes[name] for name in row.get("deeds", ())))
            known.update(dict.fromkeys(row[column], Counted(wrong, deeds, row["right"])))
    return known


@lru_cache(maxsize=1)
def _rows() -> list[dict[str, Any]]:
    columns = {
        "measures": "word?",
        "words": "words?",
        "only": "words?",
        "nouns": "words?",
        "heads": "words?",
        "not": "words?",
        "may": "words?",
        "deeds": "words?",
        "right": "words?",
        "why": "word?",
    }
    return load_table(__file__, "measure_words", **columns)
