"""One thing told in two places in other words: 制发监督意见书36份 here, 下发的39份行政执法监督意见书 there."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from decimal import Decimal

from reportlint.facts.figures.tales import Tale, kind_of, words_of
from reportlint.facts.relations.relation import Relation, plain
from reportlint.language.phrases import load_phrases

_WORDS = load_phrases(__file__, "restated")
_MOST = 30
"""Earlier figures of one word that are looked at."""
_NEAR = 4
_VERY_NEAR = 20
_LARGE = 100
_SOME = 20
_SMALL = 5
_ACT_WEIGHTS = {"state": 2, "act": 1}


def find_retold(text: str, tales: Sequence[Tale]) -> Iterator[Relation]:
    """The figures that tell again what an earlier place told, the later held against the earlier."""
    known: dict[tuple[str, str], list[Tale]] = defaultdict(list)
    for later in tales:
        keys = {(later.unit, word) for word in later.acts | later.things}
        seen = {id(tale): tale for key in keys for tale in known[key][-_MOST:]}
        alike = [tale for tale in seen.values() if _one_thing(tale, later, text)]
        if alike:
            first = next((t for t in alike if t.mention.quantity.value == later.mention.quantity.value), alike[-1])
            if first.mention.quantity.value == later.mention.quantity.value or not _of_other_matters(first, later):
                yield _verdict(first, later)
        for key in keys:
            known[key].append(later)


def _one_thing(first: Tale, later: Tale, text: str) -> bool:
    """Do two figures of one unit tell of one thing, as far as their words go, and how near they are?"""
    if first.sentence.span == later.sentence.span:
        return False
    if first.acts and later.acts and not first.acts & later.acts:
        return False
    bare = first.acts ^ later.acts
    if not (first.acts and later.acts) and any(kind_of(act) == "act" for act in bare):
        return False
    lack, other_lack = _untold(first, later), _untold(later, first)
    if lack and other_lack:
        return False
    shared = _shared(first, later)
    weight = _weight(shared)
    one, two = first.mention.quantity.value, later.mention.quantity.value
    if one == two:
        return weight > 2
    near = is_near(one, two)
    if lack or other_lack:  # a part can't be more than the whole
        return near and weight > 3 and min(one, two) >= _SOME and ((one > two) if lack else (two > one))
    same = first.things == later.things and first.acts == later.acts
    settings = [
        {word for word in one.setting if not _says(other.around, word)}
        for one, other in ((first, later), (later, first))
    ]
    if all(settings) and weight < 7:
        return False
    apart = first.sentence.section is not later.sentence.section
    if not apart:
        between = text[first.sentence.span.end : later.sentence.span.start]
        return (
            same
            and weight > 4
            and near
            and first.places == later.places
            and first.bodies == later.bodies
            and not _WORDS["turns"].pattern.search(between)
        )
    if weight > 4:
        return near or (same and (first.whole or later.whole))
    if min(one, two) >= _LARGE and abs(one - two) * _VERY_NEAR <= max(one, two):
        return True
    if any(tale.mention.before.endswith("的") and tale.whole for tale in (first, later)):  # 全年举办的36场普法活动
        return near and weight > 1
    if (first.whole or later.whole) and min(one, two) >= _SOME:
        return near and weight > 1
    return near and weight > 2


def _shared(one: Tale, other: Tale) -> set[str]:
    """The words of either that the other says too."""
    words, other_words = one.acts | one.things, other.acts | other.things
    return {w for w in words if _says(other.around, w)} | {w for w in other_words if _says(one.around, w)}


def _untold(one: Tale, other: Tale) -> bool:
    """Does one say something, whose or which it is, that the other does not say?"""
    if any(not _says(other.around, word) for word in one.things):
        return True
    if one.own != other.own and one.own:
        return True
    if any(not _says_all(other.around, place) for place in one.places):
        return True
    return bool(other.bodies) and any(not _says_all(other.around, body) for body in one.bodies)


def _says(around: str, word: str) -> bool:
    """听证会 is said by 听证, 监督员 by 监督员."""
    return word in around or (len(word) > 2 and word[:-1] in around)


def _says_all(around: str, name: str) -> bool:
    words = words_of(name)
    return name in around or (bool(words) and all(_says(around, word) for word in words))


def _weight(words: set[str]) -> int:
    """How well words tell one quantity from others: characters of what is told, a little for what was done and for what all tell."""
    kinds = [(kind_of(word), len(word)) for word in words]
    act = max((_ACT_WEIGHTS.get(kind, 0) for kind, _ in kinds), default=0)
    return act + sum(length for kind, length in kinds if kind == "thing") + any(kind == "usual" for kind, _ in kinds)


def is_near(one: Decimal, two: Decimal) -> bool:
    """Are two figures so near that one may be a slip of the other: a quarter apart, or a digit of three changed or moved?"""
    low, high = sorted((one, two))
    if (high - low) * _NEAR <= high or high - low <= _SMALL:
        return True
    first, second = f"{low:f}".rstrip("0"), f"{high:f}".rstrip("0")
    if len(first) != len(second):
        return False
    return sorted(first) == sorted(second) or (
        len(first) > 2 and sum(a != b for a, b in zip(first, second, strict=True)) == 1
    )


def _of_other_matters(first: Tale, later: Tale) -> bool:
    """Do the sentences say otherwise that they tell of two matters: 举办讲座3次，参加120人; 举办讲座5次，参加96人?"""
    return any(
        one.unit == other.unit and one.value != other.value and one.words & other.words
        for one in first.beside
        for other in later.beside
    )


def _verdict(first: Tale, later: Tale) -> Relation:
    one, two = first.mention, later.mention
    holds = one.quantity.value == two.quantity.value
    computed = f"{plain(one)}{'=' if holds else '≠'}{plain(two)}"
    return Relation("repeat", two.span, plain(two), computed, holds, (one.span,), note=two.before[-12:] + two.after[:8])
