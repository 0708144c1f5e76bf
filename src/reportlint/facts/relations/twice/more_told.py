"""What one of two figures says beyond the other: of which kind it is, whose, or that it is but of some."""

from __future__ import annotations

from reportlint.facts.figures.same_words import is_usual
from reportlint.facts.figures.told import CHANGE, Told
from reportlint.facts.relations.twice.nearness import are_swapped, is_near
from reportlint.facts.relations.twice.shared_words import SURE, says_all, share_letters, tells
from reportlint.facts.relations.twice.short_names import is_short_for
from reportlint.language.words.verbs import is_verb

_BREACH, _PUNISHED = "违法", frozenset(("查处", "处罚", "立案"))
"""What is punished is a breach, whether the words say so or not: 查办食品案件, 查处食品违法案件."""
_ANYBODY = frozenset("群众 居民 市民 公民 社会各界".split())
"""Of whom all that is complained of and asked for is."""
_MEETING = ("会", "会议")
"""Ends of the names of meetings."""
RATES = ("%", CHANGE)


def says_more(one: Told, other: Told, weight: int) -> bool:
    """Does one say of which kind it is, whose, or in which meeting it was done, and the other not?"""
    return (not share_letters(one, other) and _names_more(one, other)) or is_of_less(one, other, weight)


def is_of_less(one: Told, other: Told, weight: int) -> bool:
    """Does one say whose it is, or in which meeting it was done, and the other not?"""
    parts = (
        one.places
        | {word for word in one.clause.occasion if word.endswith(_MEETING)}
        | (one.bodies if other.bodies or other.places else set())
        | (one.kinds if weight < SURE or other.kinds or one.unit in RATES else set())
    )
    return (one.own and not other.own) or any(
        not says_all(other.around, part) and not any(is_short_for(part, body) for body in other.bodies)
        for part in parts
    )


def _names_more(one: Told, other: Told) -> bool:
    """Does one say of what kind it is, and the other not?"""
    told = other.clause.things
    did = not other.clause.acts  # 讲堂全年开讲17期, 举办讲堂14期
    for word in one.clause.things:
        if word in told or word in _ANYBODY or (tells(other, word, as_thing=True) and not _is_of_next(word, other)):
            continue
        implied = word == _BREACH and not _PUNISHED.isdisjoint(one.clause.acts)
        lacks = not implied and not (did and one.before.endswith(word) and is_verb(word))
        if lacks and (not is_usual(word) or any(map(is_usual, told))):
            return True
    return False


def _is_of_next(word: str, tale: Told) -> bool:
    """Is the word told of the member before or behind it in a list: 人大建议138件、政协提案201件?"""
    listed = tale.is_listed or tale.after.startswith("、")
    return listed and any(near.unit == tale.unit and word in near.words for near in tale.beside)


def names_nothing(tale: Told) -> bool:
    """Does its clause tell but what was done?"""
    return tale.clause.things <= tale.clause.acts


def are_some_of_less(first: Told, later: Told) -> bool:
    """Is something told of more than there are: 调解室36个, 39个调解室配备专人? Digits changed about are a slip either way."""
    less, more = (later, first) if first.some else (first, later)
    swapped = are_swapped(less.value, more.value, 2 if first.all_done or later.all_done else 3)
    if first.some and later.some:  # 为614名农民工追回工资, 帮助641名农民工拿到工资
        return swapped and not first.clause.then.isdisjoint(later.clause.then)
    return (less.value <= more.value or swapped) and is_near(less.value, more.value)
