"""One quantity told in two places: 制发监督意见书36份 here, 下发的39份行政执法监督意见书 there.

Whether two figures tell of one thing is weighed: what was done and to what, whose figure it is, how near the two are. The fewer
words tell the quantity from others, the nearer the figures must be for one to be taken for a slip of the other.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache

from reportlint.document.source import Span
from reportlint.facts.figures.deeds import thing_behind
from reportlint.facts.figures.same_words import is_act, words_of
from reportlint.facts.figures.tales import Tale
from reportlint.facts.figures.told import CHANGE, Told
from reportlint.facts.relations.relation import Relation, format_number
from reportlint.facts.relations.twice.likeness import UNLIKE, Likeness, likeness
from reportlint.language.phrases import load_phrases
from reportlint.language.words.verbs import is_verb
from reportlint.outline.sections import Section

_WORDS = load_phrases(__file__, "repeats")
_MOST = 20
"""Earlier figures of one word that are looked at."""
_FIGURES = 1 << 11
"""Figures that are remembered with all of their earlier ones."""


def find_repeats(text: str, tales: Sequence[Tale], sections: Mapping[Span, Section]) -> Iterator[Relation]:
    """The figures that tell again what an earlier place told, the later held against the earlier: against one that agrees, if any.

    sections: the section of each sentence.
    """
    known: dict[tuple[str, str], list[Tale]] = defaultdict(list)
    beside: dict[tuple[Span, str], list[Told]] = defaultdict(list)
    for tale in tales:
        beside[tale.sentence, tale.told.unit].append(tale.told)
    for later in tales:
        seen = {id(tale): tale for key in later.told.keys for tale in known[key][-_MOST:]}.values()
        alike = [
            tale
            for tale, like in zip(seen, _likenesses(tuple(tale.told for tale in seen), later.told), strict=True)
            if like is not UNLIKE and _one_thing(like, tale, later, text, sections)
        ]
        if agreeing := next((tale for tale in alike if tale.told.value == later.told.value), None):
            yield _verdict(agreeing, later)
            continue  # it says nothing that is not known
        alike = [tale for tale in alike if not _is_explained(tale, later, beside)]
        if alike and not _go_on_otherwise(alike[-1].told, later.told):
            yield _verdict(alike[-1], later)
        for key in later.told.keys:
            known[key].append(later)


@lru_cache(maxsize=_FIGURES)
def _likenesses(earlier: tuple[Told, ...], later: Told) -> tuple[Likeness, ...]:
    """How surely each of the earlier figures tells of one thing with a later one. Remembered as a whole: where little has
    changed, to ask of each pair takes five times as long.
    """
    return tuple(likeness(first, later) for first in earlier)


def _one_thing(like: Likeness, first: Tale, later: Tale, text: str, sections: Mapping[Span, Section]) -> bool:
    """Do two figures of one unit tell of one thing, as far as their words go, their values are near, and they stand apart?"""
    if not any(like) or first.sentence == later.sentence:
        return like.beside
    if like.anywhere or sections[first.sentence] is not sections[later.sentence]:
        return like.anywhere or like.apart
    between = text[first.sentence.end : later.sentence.start]
    return (like.apart if "\n" in between else like.within) and not _WORDS["turns"].pattern.search(between)


def _is_explained(first: Tale, later: Tale, beside: Mapping[tuple[Span, str], Sequence[Told]]) -> bool:
    """Is one figure the sum of the other and one that stands beside either: 调解纠纷360件; 村里调解304件，镇里调解56件?
    Or are all of those meant that a figure beside either tells of: 审查草案13件，印发11件; 11件文件全部备案; 合计11件，全部备案11件?
    """
    for all_of_it, other in ((first, later), (later, first)):
        both = [*beside[other.sentence, other.told.unit], *beside[all_of_it.sentence, other.told.unit]]
        values = [told.value for told in both if told is not all_of_it.told]
        values += [near.value for near in all_of_it.told.beside if near.unit == other.told.unit]
        if all_of_it.told.all_done and all_of_it.told.value in values:
            return True
    low, high = sorted((first.told, later.told), key=lambda told: told.value)
    near_by = beside[(first if low is first.told else later).sentence, low.unit]
    parts = [told.value for told in near_by if told is low or not _tells_its_own(told) or {*told.keys} & {*low.keys}]
    other_parts = [near for tale, word in ((high, "其中"), (low, "另")) for near in tale.beside if word in near.said]
    if any(near.unit == high.unit and near.value in (low.value, high.value - low.value) for near in other_parts):
        return True  # 建议21份，其中发给企业9份; 收到建议12份，另有发给企业的9份; 企业收到建议9份
    at = parts.index(low.value)
    runs = (parts[start:end] for start in range(at + 1) for end in range(at + 1, len(parts) + 1))
    return any(len(run) > 1 and sum(run) == high.value for run in runs)


def _tells_its_own(told: Told) -> bool:
    """Is it told what was done, so that the figure is no part of another: 学法6次，作交流发言2次?"""
    return bool(told.clause.acts) or any(map(is_verb, told.clause.things))


def _go_on_otherwise(first: Told, later: Told) -> bool:
    """Do the sentences tell of two occasions, for another figure differs too: 讲座3次，参加120人; 讲座5次，参加96人?"""
    whole = first.whole or later.whole
    return any(
        one.unit == other.unit and one.value != other.value and _tell_alike(one.words, other.words, whole)
        for one in first.beside
        for other in later.beside
        if not _WORDS["each"].pattern.search(one.said + other.said) and ("其中" in one.said) == ("其中" in other.said)
    )


def _tell_alike(one: frozenset[str], other: frozenset[str], whole: bool) -> bool:
    """Do they share words, but neither tell how what the other does was done: 审结, 调解结案?

    whole: of the year's figure two deeds may be told: 全年评查3次，评查案卷150卷; 评查4次，点评案卷5卷.
    """
    did, other_did = ({word for word in words if is_act(word) or is_verb(word)} for words in (one, other))
    if whole and did and other_did and did.isdisjoint(other_did):
        return False
    less, more = sorted((one, other), key=len)
    of_one_thing = not whole or any(not is_act(word) for word in one & other) or all(map(is_act, less))
    return of_one_thing and bool(one & other) and not (less < more and any(map(is_act, more - less)))


def _verdict(first: Tale, later: Tale) -> Relation:
    """The later figure against the earlier; noted: the words around it."""
    one, two = (_shown(tale.told) for tale in (first, later))
    holds = first.told.value == later.told.value
    note = _noted(later.told) or _noted(first.told)
    return Relation("repeat", later.span, two, f"{one}{'=' if holds else '≠'}{two}", holds, (first.span,), note=note)


def _shown(told: Told) -> str:
    """A figure as it is held against another: 36; 下降8.6%."""
    way = ("下降" if told.value < 0 else "上升") if told.unit == CHANGE else ""
    return f"{way}{format_number(abs(told.value))}{'%' if way else ''}"


def _noted(tale: Told) -> str:
    """The words of the clause as written, as far as they name something."""
    said = tale.before
    if all(map(is_act, words_of(said))):
        said += thing_behind(tale.after)
    return _WORDS["aside"].pattern.sub("", said) or thing_behind(tale.after) or tale.after
