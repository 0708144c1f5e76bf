"""Do two figures tell of one thing: the words that both say are weighed against what only one says, and how near the two are."""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from reportlint.facts.figures.same_words import is_usual, leaves_something
from reportlint.facts.figures.told import Told
from reportlint.facts.relations.twice.called_alike import called_alike
from reportlint.facts.relations.twice.headings import are_of_two_kinds
from reportlint.facts.relations.twice.more_told import RATES, are_some_of_less, is_of_less, names_nothing, says_more
from reportlint.facts.relations.twice.nearness import are_swapped, is_close, is_near
from reportlint.facts.relations.twice.one_act import did, one_act
from reportlint.facts.relations.twice.shared_words import (
    NAMED,
    SURE,
    TOLD,
    WELL_TOLD,
    restates,
    says,
    share_letters,
    speaks_of_that,
    weight_of,
)
from reportlint.facts.relations.twice.short_names import are_one
from reportlint.language.phrases import load_phrases

_WORDS = load_phrases(__file__, "likeness")
_PAIRS = 1 << 14
"""Pairs that are remembered: some three reports full of figures, of which an editor changes one."""
_LARGE = 100
"""From so many on figures are hardly equal or near by chance."""
_SOME = 20
"""From so many on figures are seldom equal or near by chance."""
_VERY_NEAR = 20
"""Part of the greater of two figures by which they may differ: a twentieth."""
_LONG_NUMBER = 1000
"""From here on two figures are hardly the same digits in another order by chance."""
_LACKING = ("只有", "仅有", "只", "仅")
"""Before a figure of what there is too little of, mostly of some one body: 公职律师只有2名."""
_MANY_WORDS = 3
"""Words of a thing by which it is surely known."""


class Likeness(NamedTuple):
    """Do two figures tell of one thing: wherever they stand; in two sections; in one, where no other body is told of between;
    in one sentence?"""

    anywhere: bool = False
    apart: bool = False
    within: bool = False
    beside: bool = False


UNLIKE = Likeness()
"""That of most pairs."""


@lru_cache(maxsize=_PAIRS)
def likeness(first: Told, later: Told) -> Likeness:
    """How surely two figures of one unit tell of one thing, as far as their words go and their values are near."""
    if _are_of_two_groups(first, later):
        return UNLIKE
    first, later = called_alike(first, later), called_alike(later, first)
    if not one_act(first, later):
        return UNLIKE
    if _is_long_slip(first, later):
        return Likeness(apart=True, within=True)
    weight = weight_of(first, later)
    if _are_far_apart(first, later, weight):
        return UNLIKE  # as all below would come to say of most pairs
    more, other_more = says_more(first, later, weight), says_more(later, first, weight)
    if more and other_more:
        return UNLIKE
    if (first.some or later.some) and not did(first, later):
        alike = weight >= TOLD and not (more or other_more) and _one_setting(first, later, weight)
        return Likeness(anywhere=alike and are_some_of_less(first, later))
    if first.value == later.value:
        return Likeness(anywhere=weight >= TOLD)
    if weight < WELL_TOLD and names_nothing(first) != names_nothing(later):
        return UNLIKE  # 审查合同31份, 38件审查事项: what it is of, the heading may tell, but of how many matters
    if more or other_more:  # a part can't be more than the whole, but a rate of it can
        part, whole = (first, later) if more else (later, first)
        known = first.unit not in RATES and is_near(part.value, whole.value)
        return Likeness(anywhere=known and _is_no_part(part, whole, weight))
    if not (first.clause.acts or later.clause.acts) and first.clause.things == later.clause.things and weight >= SURE:
        return _of_things_alone(first, later)
    if (first.unit in RATES and weight <= TOLD) or not _one_setting(first, later, weight):
        return UNLIKE
    return Likeness(
        apart=_near_enough(first, later, weight),
        within=_told_again(first, later, weight),
        beside=_told_in_one_sentence(first, later, weight),
    )


def _are_of_two_groups(first: Told, later: Told) -> bool:
    """Are they told by different heads, under headings of two kinds, one of what is new and one of all, or each of some of its own?"""
    by_others = first.leaders and later.leaders and first.leaders.isdisjoint(later.leaders)
    spans = {first.span_of, later.span_of}
    of_others = "new" in spans and len(spans) > 1 and ("all" in spans or not is_near(first.value, later.value))
    kinds = first.under.of_head == later.under.of_head and are_of_two_kinds(first.under.heading, later.under.heading)
    return bool(by_others) or of_others or kinds or first.only != later.only


def _are_far_apart(first: Told, later: Told, weight: int) -> bool:
    """Are the values so far from one another that their words, or what one body lacks, do not tell that they are of one thing?"""
    lacking = (first.before.endswith(_LACKING) or later.before.endswith(_LACKING)) and not (first.whole and later.whole)
    return (weight < WELL_TOLD or lacking) and not is_near(first.value, later.value)


def _of_things_alone(first: Told, later: Told) -> Likeness:
    """Two figures of the same things, neither told with what was done: 公职律师27名, 29名公职律师."""
    pairs = ((first, later), (later, first))
    otherwise = any(_unsaid(one.clause.occasion, other) and one.setting != other.setting for one, other in pairs)
    near = is_near(first.value, later.value)
    return Likeness(anywhere=near and not otherwise, within=speaks_of_that(first, later))


def _told_in_one_sentence(first: Told, later: Told, weight: int) -> bool:
    """Do two figures of one sentence tell of one thing?"""
    named = weight >= TOLD and _in_one_word(first, later)
    named = named or (weight >= SURE and first.words == later.words and later.whole)
    beside = named and (first.whole or later.whole) and is_near(first.value, later.value)
    return beside or (weight >= TOLD and (first.all_done or later.all_done) and _is_turned(first, later))


def _is_no_part(part: Told, whole: Told, weight: int) -> bool:
    """Is what one says more of no part of the other, for it is more, or the same in other digits?"""
    things = bool(part.clause.things and whole.clause.things) and weight >= SURE
    on_record = _WORDS["on-record"].pattern.search(whole.before)  # in the year, more may have left it
    if things and _SOME <= whole.value < part.value and not on_record:
        return True
    less = is_of_less(part, whole, weight)
    same = not less and part.kinds <= whole.kinds and _of_one_body(part, whole)
    if weight >= WELL_TOLD and same and _is_swapped(part, whole):
        return True
    named = part.whole and whole.whole and share_letters(part, whole) and not (part.places or whole.places)
    return named and are_swapped(part.value, whole.value)  # 通过网上办，全年办结许可5361件


def _is_long_slip(first: Told, later: Told) -> bool:
    """Are digits of a long number changed about, of one deed with one thing, which bodies may tell of by two names?"""
    one, other = first.clause, later.clause
    alike = bool(one.acts and one.things) and one.acts == other.acts and one.things == other.things
    alike = alike and (first.whole or later.whole) and first.places == later.places
    long = min(first.value, later.value) >= _LONG_NUMBER and is_close(first.value, later.value)
    return alike and long and are_swapped(first.value, later.value)


def _in_one_word(first: Told, later: Told) -> bool:
    """Are they named alike, and neither for a body that the other is not told for: 办理复议案件36件, 复议案件办理38件?"""
    return share_letters(first, later) and _of_one_body(first, later)


def _of_one_body(first: Told, later: Told) -> bool:
    """Are both told of one body, or one of none? Not where it is told of all the place, of which a body's figure is a part."""
    if are_one(first.bodies, later.bodies):
        return True
    part, whole = (later, first) if later.bodies else (first, later)
    if not whole.bodies and all(_is_its_matter(body, part) for body in part.bodies):
        return True
    close = is_close(part.value, whole.value)
    alike = first.clause.things == later.clause.things and len(first.clause.things) >= _MANY_WORDS
    sure = alike or restates(first, later)  # 在走访的74所学校中; 拆除违法用地建筑物46宗, 64宗
    slip = part.value > whole.value or (are_swapped(part.value, whole.value, 2 if sure else 3) and (close or sure))
    return not whole.bodies and (slip or (not whole.everywhere and (close or whole.value < _SOME)))


def _is_its_matter(body: str, tale: Told) -> bool:
    """Is the body called by what it does, so that nobody else does: 法律援助中心办理法律援助案件?"""
    things = [word for word in tale.clause.things if not is_usual(word)]
    return bool(things) and all(word in body for word in things)


def _one_setting(first: Told, later: Told, weight: int) -> bool:
    """Does nothing before the two clauses say that they are about two matters?"""
    pairs = ((first, later), (later, first))
    turned = _is_turned(first, later)
    if not turned and any(not one.clause.things and _unsaid(one.setting, other) for one, other in pairs):
        return False
    if all(_unsaid(one.clause.occasion, other) or _by_another(one, other) for one, other in pairs):
        return False  # 东区建成泊位, 西区建成泊位; 司法所代写文书, 村法律顾问代写文书
    if all(_unsaid(one.setting | one.clause.occasion, other) for one, other in pairs):
        least = TOLD if first.under.of_head != later.under.of_head else WELL_TOLD
        restated = weight >= least and later.whole and _in_one_word(first, later)
        return turned or ((weight > SURE or restated) and not _of_two_matters(first, later))
    few = max(first.value, later.value) < _SOME and weight < SURE
    narrower = [one for one, other in pairs if _unsaid(one.clause.occasion, other)]
    far = not is_close(first.value, later.value)
    return not narrower or not (few or (far and narrower[0].value < max(first.value, later.value)))


def _of_two_matters(first: Told, later: Told) -> bool:
    """Do they stand under two headings of one part, each with a matter of its own: （一）城区。…；（二）农村。…?"""
    one, other = first.under, later.under
    return one.of_head == other.of_head and "" != one.heading != other.heading != ""


def _is_turned(first: Told, later: Told) -> bool:
    """Are the digits changed about of what is named in the same words, or wholly?"""
    alike = first.clause.things == later.clause.things != frozenset()
    alike = alike and (first.all_done or later.all_done or not (first.clause.acts and later.clause.acts))
    return (alike or _in_one_word(first, later)) and are_swapped(first.value, later.value)


def _by_another(one: Told, other: Told) -> bool:
    """Is it told of a body, and the other of none, or of another?"""
    return bool(one.bodies) and not are_one(one.bodies, other.bodies)


def _unsaid(words: frozenset[str], other: Told) -> bool:
    return any(not says(other.around, word) for word in words)


def _near_enough(first: Told, later: Told, weight: int) -> bool:
    """Are figures of two sections so near, for what their words tell, that one may be a slip of the other?"""
    one, two = first.value, later.value
    near, whole = is_near(one, two), (first.whole, later.whole)
    if not _of_one_body(first, later):
        return False
    if weight >= WELL_TOLD:
        pairs = ((first, later), (later, first))
        alone = not any(_unsaid(t.setting | t.clause.occasion, other) for t, other in pairs)
        acts, other_acts = first.clause.acts, later.clause.acts
        alike = bool(acts) == bool(other_acts) or all(map(leaves_something, acts | other_acts))
        alike = alike and are_one(first.bodies, later.bodies)  # else one may be a part of the other
        alike = alike and not any(_unsaid(t.clause.occasion, other) for t, other in pairs if not t.whole)
        # what is done some times is seldom told in full: 为律师举办比武3期, 举办比武8次
        return near or (alike and (any(whole) or (weight > SURE and alone and first.unit != "次")))
    if min(one, two) >= _LARGE and abs(one - two) * _VERY_NEAR <= max(one, two):
        return True
    all_of_it = all(whole) or restates(first, later) or (any(whole) and min(one, two) >= _SOME)
    return near and weight >= (TOLD - 1 if all_of_it else TOLD)


def _told_again(first: Told, later: Told, weight: int) -> bool:
    """Do two sentences of one section tell of one thing?"""
    whole = first.whole or later.whole
    anew = restates(first, later) or (whole and _in_one_word(first, later))
    least = TOLD - _are_stock(first, later)
    sure = weight >= WELL_TOLD or (weight >= least and (anew or (first.whole and later.whole)))
    surely = speaks_of_that(first, later) or (weight > SURE and whole and _in_one_word(first, later))
    surely = surely or (whole and first.letters == later.letters and _is_swapped(first, later))
    surely = surely or (weight >= TOLD and (first.all_done or later.all_done) and _is_turned(first, later))
    if not (sure or surely) or not (surely or is_near(first.value, later.value)):
        return False
    again = (anew or weight >= WELL_TOLD) and _of_one_body(first, later)
    return first.places == later.places and (are_one(first.bodies, later.bodies) or again)


def _are_stock(first: Told, later: Told) -> bool:
    """Do both tell how many there are of one thing: 我镇建成网格46个, 我镇64个网格?"""
    acts = first.clause.acts | later.clause.acts
    return first.clause.things == later.clause.things and all(map(leaves_something, acts))


def _is_swapped(first: Told, later: Told) -> bool:
    """培训村干部742人次 and 724: are digits changed about, of a thing that is named?"""
    return len(later.letters) >= NAMED - 1 and are_swapped(first.value, later.value)
