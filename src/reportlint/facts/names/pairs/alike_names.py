"""Pairs of names that look like two writings of one.

Two names are compared from their ends, to where both begin, which the words before them tell. They are one thing's where all is
the same but one piece, which is

exchanged   for a kindred word (联络员, 联系员; 防范诈骗专班, 打击诈骗专班), or for a character that sounds the same
moved       调处化解中心, 化解调处中心; 防汛抗旱指挥部, 防旱抗汛指挥部
dropped     a character, or a word that says nothing: 网格组长, 网格长
beheaded    应知应会法规清单, 知应会法规清单
its end     防汛抗旱指挥部, 防汛抗旱领导小组

What two things may well differ in (目录, 清单; 服务, 援助) makes them near: one thing if the surroundings say so.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import combinations, permutations, product
from typing import NamedTuple

from reportlint.facts.names.bodies.departments import fields
from reportlint.facts.names.pairs.one_thing import (
    BEGINS,
    EMPTY_WORDS,
    LONG,
    SHARED,
    Difference,
    may_be_one_thing,
    one_thing,
)
from reportlint.facts.names.word_groups import is_in_a_row
from reportlint.language.phrases import load_phrases
from reportlint.language.tables import load_table
from reportlint.language.words.verbs import is_verb
from reportlint.language.words.word_boundaries import is_common

_PHRASES = load_phrases(__file__, "alike_names")
_OWN_HALL, _LEVEL = _PHRASES["own-hall"].pattern, _PHRASES["level"].pattern
LAST_WORDS = [
    (frozenset(row["words"]), int(row["shared"]), bool(row.get("near")))
    for row in load_table(__file__, "last_words", words="words", shared="word", near="flag?")
]
_EMPTY_ENDS = EMPTY_WORDS | {"信息"}
"""Words before the last one that a name with another last word may lack: 监督信息系统, 监督平台."""
_LACKED = ("工作", "服务", "建设", "行政")
"""Words that a name may lack beside another difference: 企业服务联络员, 企业联系员."""
_LACKED_NEAR = (*_LACKED, "纠纷", "管理", "综合", "情况", "事项", "典型", "专项", "信息")
"""The same of names near one another."""
_PIECES_OF_HEADS = {"队": "大", "长": "组"}
"""Last words and what may stand before them to the same end: 执法队, 执法大队; 网格长, 网格组长."""
_LEVELS = frozenset("省市州县区镇乡村")
"""They may end the name of a place: 湖区人民法院 of 碧湖区人民法院."""
RUN = 16
"""Characters of a name that are looked at before its last word."""
_OFFICE = ("长", "任")
"""The ends of a head's office, whose meeting it is: 镇长办公会."""
_HALL = "大厅"
_MOST = 150
"""Names with one last word that are compared with one another: a report has some dozens."""
_NEAR_END = 5
"""Characters before the last word of which two names share some."""
_SIZES = (
    (1, 1),
    (1, 0),
    (0, 1),
    (2, 2),
    (2, 0),
    (0, 2),
    (4, 4),
    (3, 3),
    (5, 5),
    (6, 6),
    (8, 8),
    (2, 4),
    (4, 2),
    (2, 3),
    (3, 2),
)
"""Characters of the pieces in which two names may differ."""
_EXCHANGED = tuple(size for size in _SIZES if all(size))
"""Those of names that are only near: nothing is left out."""

Words = tuple[str, str]
"""A name's last word, and the Chinese words before it, up to a mark or a figure."""
Meant = tuple[Words, int]
"""A name, and how many characters of the words before the last one belong to it."""


class Alike(NamedTuple):
    """Two names that look like one. near: only if their surroundings say so."""

    one: Meant
    other: Meant
    near: bool


@lru_cache(maxsize=4)
def alike_names(names: tuple[Words, ...]) -> list[Alike]:
    """Which of the names look like one; kept, for most of an editor's strokes leave the names as they were."""
    found: dict[str, list[str]] = defaultdict(list)
    for head, run in names:
        found[head].append(run)
    alike = [*_pairs_by_beginning(found), *_pairs_by_end(found), *_beheaded(found)]
    return sorted(alike, key=lambda pair: pair.near)


def _pairs_by_beginning(found: Mapping[str, Sequence[str]]) -> Iterator[Alike]:
    """Names with one last word. found: last word to runs before it."""
    for head, runs in sorted(found.items(), key=lambda item: -len(item[0])):
        near_end = {run: frozenset(run[-_NEAR_END:]) for run in runs[:_MOST]}
        for one, other in combinations(near_end, 2):
            if len(near_end[one] & near_end[other]) < 2:
                continue  # most of them
            much = len({*one[-LONG:]} & {*other[-LONG:]}) + len(head) >= LONG - 2
            for near in (False, True)[: 1 + much]:
                if lengths := _lengths(one, other, head, near):
                    doubtful = near and not _is_long(one, other, head, lengths)
                    yield Alike(((head, one), lengths[0]), ((head, other), lengths[1]), doubtful)
                    break


def _is_long(one: str, other: str, head: str, lengths: tuple[int, int]) -> bool:
    """Have two names, which begin there in both, so much in common that they are hardly two things'?"""
    names = [run[len(run) - length :] for run, length in zip((one, other), lengths, strict=True)]
    common = sum((Counter(names[0]) & Counter(names[1])).values()) + len(head)
    return common >= LONG and all(_begins(run, length) for run, length in zip((one, other), lengths, strict=True))


@lru_cache(maxsize=10_000)
def _lengths(one: str, other: str, head: str, near: bool) -> tuple[int, int] | None:
    """How much of two runs before a last word is the names, where they name one thing in two writings.

    Kept, as an editor asks again at every stroke.
    """
    if difference := _difference(one, other, head, near):
        return difference.lengths
    for run, cut, lacked in ((one, 0, ""), *_lacking(one, head, near)):
        for other_run, other_cut, other_lacked in ((other, 0, ""), *_lacking(other, head, near)):
            if (lacked or other_lacked) and (difference := _difference(run, other_run, head, near)):
                length, other_length = difference.lengths
                within = cut < length and other_cut < other_length
                length, other_length = length + len(lacked), other_length + len(other_lacked)
                if within and one[-length:] != other[-other_length:] and min(length, other_length) > SHARED:
                    return length, other_length
    return None


def _lacking(run: str, head: str, near: bool) -> Iterator[tuple[str, int, str]]:
    """A run without a word that says little; how many characters stand behind that; and the word."""
    for word in (*(_LACKED_NEAR if near else _LACKED), _PIECES_OF_HEADS.get(head, "")):
        at = run.rfind(word) if word else -1
        behind = len(run) - at - len(word)
        if at > 1 and (len(word) > 1 or not behind):
            yield run[:at] + run[at + len(word) :], behind, word


@lru_cache(maxsize=10_000)
def _difference(one: str, other: str, head: str, near: bool) -> Difference | None:
    """In what two runs before a last word differ, where they name one thing; or may, if ``near``."""
    is_one = may_be_one_thing if near else one_thing
    return next(
        (each for each in _differences(one, other, near) if is_one(each, head) and _one_place(one, other, each)), None
    )


def _pairs_by_end(found: Mapping[str, Sequence[str]]) -> Iterator[Alike]:
    """Names that are the same but for their last words."""
    for heads, least, near in LAST_WORDS:
        for head, other_head in combinations(sorted(heads & found.keys()), 2):
            for one, other in product(found[head][:_MOST], found[other_head][:_MOST]):
                if len({*one[-_NEAR_END:]} & {*other[-_NEAR_END:]}) < 2:
                    continue
                lengths = _shared_but_for_empty_words(one, other, near)
                if lengths[0] < least:
                    lengths = (near and _lengths(one, other, "", near)) or _turned(one, other, least)
                difference = Difference(one[len(one) - lengths[0] :], other[len(other) - lengths[1] :], "", "")
                own_hall = _HALL in heads and _OWN_HALL.search(one)
                called = lengths == (2, 2) and is_verb(one[-2:]) and not one.endswith(_OFFICE)  # 召开联席会议
                if all(lengths) and not (own_hall or called) and _one_place(one, other, difference):
                    yield Alike(((head, one), lengths[0]), ((other_head, other), lengths[1]), near)


def _beheaded(found: Mapping[str, Sequence[str]]) -> Iterator[Alike]:
    """Names of which one lacks the first character, so that it begins amid a word: 应知应会法规清单, 知应会法规清单."""
    for head, runs in found.items():
        for one, other in permutations(runs[:_MOST], 2):
            length = _shared(one, other)
            if length + len(head) >= LONG and length < len(one) and _is_beheaded(one, other, length):
                yield Alike(((head, one), length + 1), ((head, other), length), near=False)


def _is_beheaded(one: str, other: str, length: int) -> bool:
    """Is what two runs end with a name in the other only, and in the one a name with the character before?"""
    before, lost, rest = other[: len(other) - length], one[-length - 1], one[len(one) - length :]
    led = BEGINS.search(before) or is_verb(before[-2:]) if before else len(other) < RUN  # no longer runs are looked at
    if not led or is_common(rest[:2]) or rest[0] in _LEVELS or BEGINS.search(lost) or not _begins(one, length + 1):
        return False
    return is_in_a_row(lost + rest[0]) or lost + rest[0] in fields()


@lru_cache(maxsize=10_000)
def _shared_but_for_empty_words(one: str, other: str, near: bool) -> tuple[int, int]:
    """How much of each is one name, but for 工作 or 信息 at the end of one: 防范非法集资工作领导小组, 防范非法集资指挥部."""
    runs, other_runs = ([(run, 0, ""), *_without_empty_words(run, near)] for run in (one, other))
    for (run, cut, lacked), (other_run, other_cut, other_lacked) in product(runs, other_runs):
        shared = _shared_to_beginning(run, other_run, near) or 0
        if shared > max(cut, other_cut):
            return shared + len(lacked), shared + len(other_lacked)
    return 0, 0


def _without_empty_words(run: str, near: bool) -> Iterator[tuple[str, int, str]]:
    if near:
        yield from _lacking(run, "", near)
    for word in _EMPTY_ENDS:
        if run.endswith(word) and run != word:
            yield run.removesuffix(word), 0, word


def _shared_to_beginning(one: str, other: str, either: bool) -> int | None:
    """How many characters at most two strings end with in common, such that a name can begin there in both; None where it can't.

    either: in one of them at least, the other name being told without its first words.
    """
    for n in range(_shared(one, other), -1, -1):
        if (_begins(one, n) or _begins(other, n)) if either else (_begins(one, n) and _begins(other, n)):
            return n
    return None


def _shared(one: str, other: str) -> int:
    """How many characters two strings end with in common."""
    shared, most = 0, min(len(one), len(other))
    while shared < most and one[-1 - shared] == other[-1 - shared]:
        shared += 1
    return shared


@lru_cache(maxsize=10_000)
def _begins(run: str, length: int) -> bool:
    """Can a name be the last ``length`` characters of a run?"""
    before = run[: len(run) - length].removesuffix("“")
    if not before or run.startswith("“", -length) or (is_verb(before[-2:]) and before[-2:] not in EMPTY_WORDS):
        return True
    whole = length >= LONG and not is_common(before[-1:] + run[-length : 1 - length])  # of 优化营商环境 not 化营商环境
    return whole or BEGINS.search(before) is not None


def _differences(one: str, other: str, near: bool) -> Iterator[Difference]:
    """The ways in which two runs are the same but for one piece, back to where both names begin."""
    same = _shared(one, other)
    most, other_most = len(one) - same, len(other) - same
    left, right, behind = one[:most], other[:other_most], one[most:]
    for size, other_size in _EXCHANGED if near else _SIZES:
        if size > most or other_size > other_most:
            continue
        rest, other_rest = left[: most - size], right[: other_most - other_size]
        if same < 2 and rest[-1:] != other_rest[-1:]:
            continue
        before = _shared_to_beginning(rest, other_rest, either=near)
        if before is not None and (before + same > 1 or size == other_size > 3):
            yield Difference(left[len(rest) :], right[len(other_rest) :], rest[len(rest) - before :], behind)
    for size in _same_in_another_order(left, right):
        if _begins(one, size + same) and _begins(other, size + same):
            yield Difference(left[-size:], right[-size:], "", behind)


def _turned(one: str, other: str, least: int) -> tuple[int, int]:
    """How much of each is one name with its words in another order: 欠薪治理联席会议, 治理欠薪联席会; 0 for none."""
    sizes = (n for n in _same_in_another_order(one, other) if n >= max(least, SHARED + 1))
    size = next((n for n in sizes if _begins(one, n) and _begins(other, n)), 0)
    return size, size


def _same_in_another_order(one: str, other: str) -> Iterator[int]:
    """How many characters at the end of both are the same but for their order."""
    more: dict[str, int] = defaultdict(int)  # of each character, how often the one has it beyond the other
    for size, (char, twin) in enumerate(zip(reversed(one), reversed(other), strict=False), 1):
        more[char] += 1
        more[twin] -= 1
        if size > 1 and not any(more.values()):
            yield size


def _one_place(one: str, other: str, difference: Difference) -> bool:
    """Are both names of the same level and place, as far as it is told before them?"""
    return are_of_one_place(*(run[: len(run) - n] for run, n in zip((one, other), difference.lengths, strict=True)))


def are_of_one_place(before: str, other: str) -> bool:
    """Do what stands before two names tell of one level and place, as far as it tells any?"""
    level, other_level = (match.group() if (match := _LEVEL.search(rest)) else "" for rest in (before, other))
    return level.endswith(other_level) or other_level.endswith(level)
