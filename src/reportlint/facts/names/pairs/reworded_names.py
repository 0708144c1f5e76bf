"""Pairs of names that are one sequence of words told in two ways: 行政执法协调监督工作领导小组, 行政执法监督协调领导小组.

Where alike_names.py looks for the one piece that differs, here a name is a bag of words before its last word. Two are one thing's
where the words are the same but for their order, for some near in meaning (农村, 乡村) or shortened (法务, 法律服务), for words that
say little, and for what one of them has at its beginning: 园区企业法律服务站, 企业法务驿站.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Set
from functools import lru_cache
from itertools import combinations_with_replacement, product
from typing import NamedTuple

from reportlint.facts.names.pairs.alike_names import LAST_WORDS, Alike, Words, are_of_one_place
from reportlint.facts.names.pairs.name_words import Bag, bag_of, word_match
from reportlint.facts.names.pairs.one_thing import (
    BEGINS,
    DEED,
    EMPTY_WORDS,
    LEADERS,
    LEFT_OUT,
    LONG,
    MANY,
    SENTENCE,
    SHARED,
    SORTED,
    UNIQUE,
)
from reportlint.facts.names.word_groups import are_akin
from reportlint.language.words.verbs import is_verb

_SERVICE = "服务"
_LIGHT = LEFT_OUT | set("行政 质量 事项 权益 信息 情况 专业 事务 问题 业务 村级 和 与 级".split())
"""Words that a name may lack where it differs in something else as well; as it may those akin to 服务."""
_EMPTY = EMPTY_WORDS | {_SERVICE, "管理"}
"""Words that say nothing of what a name is."""
_MOST = 120
"""Names that are compared with one another: a report has some dozens."""
_MOST_CHANGED = 3
"""Pieces told in other words."""
_LEADS = tuple(
    "全面 深入 持续 积极 扎实 大力 不断 着力 切实 严格 稳步 有序 统筹 纵深 认真 依法 率先 创新 分级 分类 常态化".split()
)
"""Words before a verb that begins a clause."""
_HEAD = 3
"""Characters that a last word adds at most to what is told alike."""
_ROOMS = frozenset("站 点 驿站 室 工作室 中心 窗口 专窗 专区".split())
"""Last words of where people are served; these alone tell things apart, behind words that differ as well they may not."""
_WITH_THE_NEXT = "普法"
"""It makes one field with what stands behind it: 普法依法治理 is another than 依法治理."""
_TELLS = 100
"""More characters than any name has."""
_TELL_APART = ("副", "总", "行政争议")
"""What tells two things apart, were all else the same: 行政争议化解中心, 矛盾纠纷化解中心."""
_REACH = 12
"""Characters before the last word of which two names share some."""


class _Same(NamedTuple):
    """What two bags have in common.

    weight: characters told alike that say something. length: characters of the words that both have. changed, shortened: pieces
    told in other words, or shorter. sure: are those in other words kindred? field: are some two ways to name a field? more: characters that one has in its midst beyond the
    other. firsts: how many words at the beginning of each the other has not.
    """

    weight: int
    length: int
    changed: int
    shortened: int
    moved: bool
    sure: bool
    field: bool
    more: int
    firsts: tuple[int, int]


@lru_cache(maxsize=4)
def reworded_names(names: tuple[Words, ...]) -> list[Alike]:
    """Which of the names are one sequence of words; kept, for most strokes in an editor leave the names as they were."""
    found: dict[str, list[str]] = defaultdict(list)
    for head, run in names:
        found[head].append(run)
    alike = []
    for head, other_head in combinations_with_replacement(sorted(found), 2):
        if head == other_head or _of_one_kind(head, other_head):
            for one, other in product(found[head][:_MOST], found[other_head][:_MOST]):
                much = {head, other_head} <= LEADERS or len({*one[-_REACH:]} & {*other[-_REACH:]}) > 1
                if (head, one) < (other_head, other) and much:
                    alike += _compared((head, one), (other_head, other))
    return alike


@lru_cache(maxsize=1000)
def _of_one_kind(head: str, other: str) -> bool:
    return {head, other} <= _ROOMS or any({head, other} <= heads for heads, _, _ in LAST_WORDS)


@lru_cache(maxsize=10_000)
def _compared(one: Words, other: Words) -> list[Alike]:
    """The two names as one thing's, begun where they have most in common; nothing if they are two."""
    alike: list[tuple[int, int, Alike]] = []
    for bag, other_bag in product(_bags(one[1]), _bags(other[1])):
        same = _same(bag, other_bag)
        if same is None or not _is_enough(same, one[0], other[0]):
            continue
        starts = [each.starts[first] for each, first in zip((bag, other_bag), same.firsts, strict=True)]
        apart = any(
            name[1].endswith(_WITH_THE_NEXT, 0, start) for name, start in zip((one, other), starts, strict=True)
        )
        if not apart and are_of_one_place(one[1][: starts[0]], other[1][: starts[1]]):
            meant = [(name, len(name[1]) - start) for name, start in zip((one, other), starts, strict=True)]
            alike.append((same.weight, same.length, Alike(meant[0], meant[1], not _is_plain(same, one[0], other[0]))))
    return [max(alike)[2]] if alike else []


@lru_cache(maxsize=10_000)
def _bags(run: str) -> list[Bag]:
    """The words of a run from where a name may begin on."""
    starts = (at for at in range(len(run) - 1) if _begins(run[:at]))
    return [bag for bag in dict.fromkeys(bag_of(run, at) for at in starts) if bag.words]


def _begins(before: str) -> bool:
    """Can a name begin behind these words? A verb is not of it if the clause or what is done begins there: 全面推行."""
    before = before.removesuffix("“")
    if not before or BEGINS.search(before):
        return True
    lead = before[:-2]
    return is_verb(before[-2:]) and (
        not lead or is_verb(lead[-2:]) or lead.endswith(_LEADS) or BEGINS.search(lead) is not None
    )


def _is_enough(same: _Same, head: str, other: str) -> bool:
    """Is so much the same that two names may be one thing's?"""
    leads = {head, other} <= LEADERS
    if (same.field and not leads) or (leads and not same.field and same.weight <= SHARED):
        return False  # 普法工作领导小组, 法治建设工作领导小组
    many, of_sorts = ([bool(words.fullmatch(each)) for each in (head, other)] for words in (MANY, SORTED))
    if same.more and same.changed < 2 and (many[0] or of_sorts[0]):
        return False
    if not (same.changed or (same.shortened and head != other) or same.shortened > 1):
        ended = head != other and not any(many + of_sorts)
        return same.length >= LONG and (ended or (same.moved and not of_sorts[0]))
    if not same.length and head != other and not all(many):
        return False  # 普法讲师团, 法治宣讲小分队
    enough = same.weight + min(_HEAD, max(len(head), len(other))) >= SHARED + max(1, same.changed)
    return enough and same.weight > 1 and same.changed <= _MOST_CHANGED


def _is_plain(same: _Same, head: str, other: str) -> bool:
    """Are two names one thing's whatever surrounds them?"""
    if head != other or MANY.fullmatch(head):
        return False
    if same.more:
        return False
    if not same.changed:
        return same.moved and same.length >= LONG
    return same.sure and head in UNIQUE and same.weight > SHARED


def _same(one: Bag, other: Bag) -> _Same | None:
    """What two bags have in common, where nothing in them tells of two things."""
    if _end_apart(one, other):
        return None
    common = Counter(one.words) & Counter(other.words)
    left, right = _without(one, common), _without(other, common)
    orders = [_order(one, left), _order(other, right)]
    weight = sum(len(word) * often for word, often in common.items() if word not in _EMPTY)
    changed, shortened, sure, field = 0, 0, True, False
    pieces, twins = ([piece for piece in bag.pieces if piece[0] <= rest] for bag, rest in ((one, left), (other, right)))
    for (piece, words), (twin, twin_words) in product(pieces, twins):
        if (how := word_match(words, twin_words)) and piece <= left and twin <= right:
            left, right = left - piece, right - twin
            weight, sure, field = weight + how.weight, sure and how.sure, field or how.field
            changed, shortened = changed + how.changed, shortened + (not how.changed)
    firsts = _first(one, left), _first(other, right)
    more = _more(one, left, firsts[0]), _more(other, right, firsts[1])
    told_with_more = sure and (changed > 1 or (2 * sum(more) <= weight and (changed or weight >= LONG)))
    both_begin = _says_something(one.words[: firsts[0]]) and _says_something(other.words[: firsts[1]])
    if both_begin or all(more) or (any(more) and not told_with_more):
        return None
    if not _are_names(one.words[firsts[0] :], other.words[firsts[1] :]):
        return None
    length = sum(len(word) * often for word, often in common.items())
    return _Same(weight, length, changed, shortened, orders[0] != orders[1], sure, field, sum(more), firsts)


def _end_apart(one: Bag, other: Bag) -> bool:
    """Does each end with a word that says something, and that the other has in no words? Most names do, and are quickly told apart."""
    last, other_last = one.words[-1], other.words[-1]
    if last in other.words or other_last in one.words or _is_light(last) or _is_light(other_last):
        return False
    return not (_is_told_in(one, other) or _is_told_in(other, one))


def _is_told_in(one: Bag, other: Bag) -> bool:
    """Is there a piece of the other bag like one that this bag ends with?"""
    last = len(one.words) - 1
    ends = [words for places, words in one.pieces if last in places]
    return any(word_match(end, words) for end in ends for _, words in other.pieces)


def _are_names(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Are both names, rather than deeds or sentences, and of one rank and matter: not 从事违纪违法活动, 民族区域自治的制度, 部长 and 副部长?"""
    if not one or not other or (is_verb(one[0]) and is_verb(other[0])):
        return False
    told = "".join(one), "".join(other)
    if any(SENTENCE.search(words) or DEED.search(words) for words in told):
        return False
    return all(told[0].count(each) == told[1].count(each) for each in _TELL_APART)


def _order(bag: Bag, left: Set[int]) -> list[str]:
    """The words that the other bag has as well, in their order."""
    return [word for at, word in enumerate(bag.words) if at not in left and len(word) > 1]


def _says_something(words: tuple[str, ...]) -> bool:
    return not all(map(_is_light, words))


def _more(bag: Bag, left: Set[int], first: int) -> int:
    """Characters of the words that the other bag has not, behind where the name begins; a character alone tells things apart."""
    rest = [bag.words[at] for at in left if at >= first and not _is_light(bag.words[at])]
    return sum(map(len, rest)) if all(len(word) > 1 for word in rest) else _TELLS


def _is_light(word: str) -> bool:
    return word in _LIGHT or are_akin(word, _SERVICE)


def _without(bag: Bag, common: Counter[str]) -> frozenset[int]:
    """The places of the words that the other bag has not."""
    more, rest = Counter(common), []
    for at in range(len(bag.words) - 1, -1, -1):
        if more[bag.words[at]]:
            more[bag.words[at]] -= 1
        else:
            rest.append(at)
    return frozenset(rest)


def _first(bag: Bag, left: Set[int]) -> int:
    """How many words at the beginning the other bag has not."""
    return next((at for at in range(len(bag.words)) if at not in left), len(bag.words))
