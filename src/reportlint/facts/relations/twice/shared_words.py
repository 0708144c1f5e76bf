"""How well the words that two places share tell their figures from others."""

from __future__ import annotations

from collections.abc import Set

from reportlint.facts.figures.same_words import ends_in_act, is_act, is_usual, leaves_something, words_of
from reportlint.facts.figures.told import CHANGE, Told
from reportlint.facts.relations.twice.nearness import are_swapped, is_near
from reportlint.facts.relations.twice.short_names import are_one

TOLD, WELL_TOLD, SURE = 3, 5, 6
"""Weights of the words that two places share: enough for near figures, for figures in one section, and for any."""
NAMED = 6
"""Letters of the words that name a figure, if two places share all of them, for these to be no chance."""
_ACT, _STATE = 1, 2
"""Weights of what was done: of what is then there, there are fewer."""
_DONE, _COMES_IN = frozenset(["办结"]), frozenset(("收到", "受理", "立案"))
_HANDLED = frozenset(("办理", "查处"))
"""Of what was dealt with, no more can have been brought to an end; of what came in more can, left from the year before."""
_WELL = "成功"
_LEFT = "结转"
"""Said of what came in the year before and is dealt with in this one."""
_OTHERS = frozenset(("检察", "司法"))
_DELEGATES, _THEIRS = frozenset("人大代表 代表 政协委员 委员".split()), frozenset(("建议", "提案"))
_GIVEN, _GOT = frozenset(("印发", "提出")), frozenset(["收到"])
_ANCHORED = 2
"""Weight of a figure beside both that agrees."""
_FULLY_NAMED = 7
"""Letters that name a figure in usual words alone, if two places share all of them, for it to be told by them."""


def weight_of(first: Told, later: Told) -> int:
    """How well the words that both say tell the quantity from others: by characters of things, less for acts and what is usual."""
    pairs = ((first, later), (later, first))
    shared = {word for one, other in pairs for word in one.named if tells(other, word)}
    acts = shared & (first.clause.acts | later.clause.acts)
    things = shared - acts
    done = max((_STATE if leaves_something(act) else _ACT for act in acts), default=0)
    done = done or int(is_more_done(first, later))
    named = sum([len(word) for word in things if not is_usual(word)])
    if not named and share_letters(first, later) and not all(map(is_usual, first.clause.things)):
        named = TOLD
    if first.unit == CHANGE and first.letters == later.letters and named:
        return SURE  # 刑事案件立案数同比下降12.4%: it is the one of that name
    if is_from_outside(first, later) or _both_ended_well(first, later):
        return WELL_TOLD
    anchored = _ANCHORED * _is_anchored(first, later)
    usual = any(map(is_usual, things))
    if not named and done < _STATE:  # 收到意见, 检查企业: there are many of them
        if _is_stock(first) and _is_stock(later) and first.letters == later.letters:
            return TOLD  # 全县共有执法人员638名: of these there is one number
        if (
            (first.whole or later.whole or later.leaders)
            and first.letters == later.letters
            and len(first.letters) >= _FULLY_NAMED
        ):
            return TOLD  # 全年举办行政执法人员培训班7期: usual words, but all of them
        swapped = usual and are_swapped(first.value, later.value)
        return 2 * (first.own and later.own) + done + anchored + usual * (swapped or anchored > 0) + swapped
    same_body = bool(first.bodies) and are_one(first.bodies, later.bodies)
    return done + named + usual + 2 * (first.own and later.own) + same_body + anchored


def _both_ended_well(first: Told, later: Told) -> bool:
    """排查纠纷340件，调解成功318件; 全年成功调处纠纷331件: are both told of those alone that came to a good end, once of the whole year?"""
    one, other = first.clause, later.clause
    same = bool(one.acts and one.things) and (one.acts, one.things) == (other.acts, other.things)
    return same and _WELL in first.before and _WELL in later.before and (first.whole or later.whole)


def _is_stock(tale: Told) -> bool:
    """Does it tell how many there are in all of the place?"""
    return tale.everywhere and bool(tale.clause.things) and not (tale.clause.acts or tale.clause.occasion or tale.after)


def _is_anchored(first: Told, later: Told) -> bool:
    """Does the figure beside both agree: 举办培训班7期，培训538人; 举办培训班7期，培训583人?"""
    return any(
        one.unit == other.unit != first.unit and one.value == other.value > 1 and one.words & other.words
        for one in first.beside
        for other in later.beside
    )


def is_more_done(first: Told, later: Told) -> bool:
    """Was more brought to an end than dealt with at all: 办理公证36件, 办结公证63件? Or more dealt with than came in, of the
    same digits: 受理援助案件512件, 办理援助案件521件?
    """
    if not (first.clause.acts and later.clause.acts):
        return False
    handled, done = (first, later) if first.value <= later.value else (later, first)
    acts, more = handled.clause.acts, done.clause.acts
    swapped = acts <= _COMES_IN and more <= _HANDLED and are_swapped(handled.value, done.value)
    swapped = swapped and _LEFT not in first.near + later.near
    return swapped or (more == _DONE and acts <= _HANDLED and is_near(done.value, handled.value))


def is_from_outside(first: Told, later: Told) -> bool:
    """Is it what only others give, sent by them and received here: 检察机关发出检察建议29份, 收到检察建议27份?"""
    one, other = first.clause, later.clause
    return one.things == other.things and not _OTHERS.isdisjoint(one.things) and _is_gift(one.acts, other.acts)


def _is_gift(one: Set[str], other: Set[str]) -> bool:
    """Is it told of the giver that it was given, and of the other that it was got?"""
    given, got = (other, one) if one == _GOT else (one, other)
    return got == _GOT and bool(given) and given <= _GIVEN


def share_letters(one: Told, other: Told) -> bool:
    """Are they named by the same letters, whatever words these are taken to make: 陪审员参审案件, 陪审员全年参审案件?"""
    return one.letters == other.letters and len(one.letters) >= NAMED


def tells(tale: Told, word: str, as_thing: bool = False) -> bool:
    """Does a place tell of a thing; does it name an act where it tells of its own? ``as_thing``: it says of which kind: 检查计划."""
    if is_act(word):
        return word in tale.words or (as_thing and word in words_of(tale.before + tale.after))
    both = word in _DELEGATES and tale.clause.things >= _THEIRS  # 建议提案 is short for what both bring in
    return both or word in tale.clause.things or says(tale.around, word)


def says(around: str, word: str) -> bool:
    """Do the words around a figure say a word, or most of it: 听证会 is said by 听证?"""
    return word in around or (len(word) > 2 and word[:-1] in around)


def says_all(around: str, name: str) -> bool:
    """Do they say a name, or all of its words?"""
    words = words_of(name)
    return name in around or (bool(words) and all(says(around, word) for word in words))


def speaks_of_that(first: Told, later: Told) -> bool:
    """抽查网点48家, 抽查的22家网点中: is it of all that were just told of in the same words, and of no other matter?"""
    definite = (later.before.endswith("的") and not first.before.endswith("的")) or (first.whole and later.whole)
    one, other = first.clause, later.clause
    named = share_letters(first, later) and one.things == other.things and one.acts == other.acts
    sides = ((first, other.occasion | later.setting), (later, one.occasion | first.setting))
    return definite and named and all(says(told.around, word) for told, words in sides for word in words)


def restates(first: Told, later: Told) -> bool:
    """Is one figure that of what was done: 全年举办的36场普法活动, 出具的意见书21份?"""
    return any(
        ends_in_act(tale.before.partition("的")[0])
        if "的" in tale.before[:-1]
        else tale.before.endswith("的") and (tale.whole or tale.clause.acts)
        for tale in (first, later)
    )
