"""What surrounds two names: does it tell of two things, or of one that is named as new and then taken up?"""

from __future__ import annotations

from collections.abc import Iterator

from reportlint.document.source import Span
from reportlint.facts.names.pairs.one_thing import BEGINS
from reportlint.facts.names.pairs.quoted import Name
from reportlint.kept import patterns
from reportlint.language.phrases import load_phrases
from reportlint.language.words.verbs import is_verb

_PHRASES = load_phrases(__file__, "surroundings")
_KNOWN, _COUNT, SET_UP, _OWN_NUMBER, _WHOSE_LEVEL, _OF_TOWNS, _MANY_TEAMS = (
    _PHRASES[name].pattern for name in "known count set-up own-number whose-level of-towns many-teams".split()
)
_RANKS = ("大队", "支队", "总队", "中队")
_CLAUSE_END = patterns.compile(r"[，。；\n]|,(?!\d)")
_COUNTED = patterns.compile(r"\d+[\u4e00-\u9fff]{1,2}[，；、][\u4e00-\u9fff]{0,4}")
"""What stands between two names of which each is counted."""
_NUMBER = patterns.compile(r"[”》]?(?:活动|行动)?\d+")
"""How many there are of what is named before."""
_NEAR = 100
"""Characters between a name and where it is taken up."""
_CLAUSE = 12
"""Characters before a name that are looked at."""
_MORE = 4
"""Characters more of a name than the other has: 行政执法监督系统, 执法监督平台."""


def are_two(text: str, one: Name, other: Name) -> bool:
    """Are two names told in one clause, or counted side by side: 检查加油站58座，检查加气站61座? Then they are two things'."""
    for first, later in _couples(one, other):
        between = text[first.end : later.start]
        if _are_set_up(text, first, later) or _is_one_of_them(text, first, later):
            return True
        if not _CLAUSE_END.search(between) or (_COUNTED.fullmatch(between) and _COUNT.match(text, later.end)):
            return True
    return False


def _are_set_up(text: str, first: Span, later: Span) -> bool:
    """Does one verb tell of each how many of it there are: 组建抢险突击队2支，……，组建抢险先锋队3支?"""
    numbers = [_NUMBER.match(text, name.end) for name in (first, later)]
    if not (numbers[0] and numbers[1]) or numbers[0].group() == numbers[1].group():
        return False
    verbs = [{text[at : at + 2] for at in (name.start - 3, name.start - 2, name.start)} for name in (first, later)]
    return any(is_verb(verb) for verb in verbs[0] & verbs[1])


def _is_one_of_them(text: str, first: Span, later: Span) -> bool:
    """Is one of two names a team's of a rank, and the other that of many, or of the towns' own: 综合执法大队, 综合执法队15支?"""
    ranked = [text.endswith(_RANKS, 0, name.end) for name in (first, later)]
    plain = first if ranked[1] else later
    of_towns = _OF_TOWNS.search(text, max(0, plain.start - _CLAUSE), plain.start)
    return ranked[0] != ranked[1] and bool(of_towns or _MANY_TEAMS.match(text, plain.end))


def are_of_two_levels(text: str, one: Name, other: Name, own: str) -> bool:
    """Is one of the names always told to be another level's, and the other never: 县级执法大队 beside a town's own 执法队?

    own: the level whose report it is, 镇; "" if unknown.
    """
    levels = [{_foreign_level(text, place, own) for place in name.places} for name in (one, other)]
    return levels[0].isdisjoint(levels[1]) and any("" not in of_one for of_one in levels)


def _foreign_level(text: str, name: Span, own: str) -> str:
    """The level before a name that is not the report's own; "" where none is told, or where 县 alone may be its own."""
    told = _WHOSE_LEVEL.search(text, max(0, name.start - _CLAUSE), name.start)
    if not told:
        return ""
    level = told["others"] or told["level"]
    return level if level != own and (own or told["told"] or told["others"]) else ""


def are_one(text: str, one: Name, other: Name) -> bool:
    """Is a thing named as new, or counted, and soon after, under the other name, taken up as what the reader knows?

    制定决策目录，……，目录中的 is; 制定决策目录，公布决策清单 is not.
    """
    return any(_is_new(text, first) and _is_known(text, later, first) for first, later in _couples(one, other))


def is_taken_up(text: str, one: Name, other: Name) -> bool:
    """Is the name that comes later only spoken of, as what the reader knows, nowhere set up, and not counted?

    建成法律服务站3个，……。法务驿站接待企业36家 is one thing; 建成工会驿站36个。建成暖心驿站12个 are two.
    """
    later = max(one, other, key=lambda name: name.places)
    return not any(_is_brought_in(text, place) for place in later.places)


def _is_brought_in(text: str, name: Span) -> bool:
    before = _CLAUSE_END.split(text[max(0, name.start - _CLAUSE) : name.start])[-1]
    return bool(_OWN_NUMBER.match(text, name.end) or SET_UP.search(before))


def _couples(one: Name, other: Name) -> Iterator[tuple[Span, Span]]:
    """Each place of the one with each of the other, the earlier first."""
    for place in one.places:
        for other_place in other.places:
            yield (place, other_place) if place < other_place else (other_place, place)


def _is_new(text: str, name: Span) -> bool:
    before = _CLAUSE_END.split(text[max(0, name.start - _CLAUSE) : name.start])[-1]
    told = bool(_COUNT.match(text, name.end) or BEGINS.search(before))
    return told or any(is_verb(before[at : at + 2]) for at in range(len(before) - 1))


def _is_known(text: str, name: Span, first: Span) -> bool:
    between = text[first.end : name.start]
    if (
        len(between) > _NEAR
        or len([*filter(None, between.split("\n"))]) > 2
        or not _CLAUSE_END.search(between)
        or _COUNT.match(text, name.end)
    ):
        return False
    before = text[max(first.end, name.start - _CLAUSE) : name.start]
    more = before[-_MORE:]
    return any(
        _KNOWN.search(before[: len(before) - size]) and not any(is_verb(more[-at:][:2]) for at in range(2, size + 1))
        for size in range(min(_MORE, len(before)) + 1)
    )
