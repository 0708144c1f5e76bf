"""Where in a list of names another one begins, which alone has the number: 与公安、卫健交换死亡、住院、户籍三类数据."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from reportlint.facts.figures.mentions import Mention
from reportlint.facts.relations.lists.listed import REACH, UNITS
from reportlint.kept import patterns
from reportlint.language.phrases import load_phrases
from reportlint.language.quotes import FILL
from reportlint.language.words.verbs import is_verb

_WORDS = load_phrases(__file__, "second_lists")
_SHORT = 2
_MUCH = 5  # characters more than a name has: 副县长轮着去城北
_LONGEST_TAIL = 6  # characters behind 局, 委 … in the name of one body: 公安局交通警察大队
_BETWEEN_LISTS = patterns.compile(rf"(?:和|以及)(?={FILL})")
PREPOSITIONS = frozenset("对在向就为从和及与")
_LEVELS = patterns.compile("[两三四五六七八九][级方地]")
_AFTER_LIST = patterns.compile(rf"[\u4e00-\u9fff{FILL}]{{1,12}}?(?:和|以及|及)")


def second_list(bare: str, mentions: Sequence[Mention], number: int) -> int:
    """Where a second list begins in “甲”“乙”两个品牌和“丙”“丁”“戊”三个品牌; else 0."""
    here = mentions[number].span.start
    last = mentions[number - 1].span.end if number else max(0, here - REACH)
    joined = _BETWEEN_LISTS.search(bare, last, here) if number else None
    if not joined and number and mentions[number - 1].unit in UNITS:
        joined = _AFTER_LIST.match(bare, last, here)
    if not joined and (levels := _LEVELS.search(bare, last, here)):  # 县、乡、村三级联动和普法、执法、监督四项机制
        joined = _AFTER_LIST.match(bare, levels.end(), here)
    return joined.end() if joined else 0


def later_beginnings(items: Sequence[str]) -> Iterator[int]:
    """How many members stand before each one with which the list may begin: 对 in 公安、文旅对网吧、酒店两类场所."""
    for at, item in enumerate(items[1:-1], 1):
        if (
            _has_actor(item)
            or _joins(items, at)
            or any(_begins_list(item[:n], item[n:], items[at + 1]) for n in range(_SHORT, len(item) - 1))
        ):
            yield at


def _has_actor(item: str) -> bool:
    """市政府组织干部: does one who acts stand in the member with what was done, so that the list begins behind?"""
    return any(
        is_verb(item[who.end() : who.end() + _SHORT]) or len(item) - who.end() > _LONGEST_TAIL
        for who in _WORDS["actor"].pattern.finditer(item)
    )


def _begins_list(before: str, first: str, second: str) -> bool:
    """文旅对网吧、酒店, 县检察院建立府院联动、府检联动: does a list begin in the midst, its first member like its second?"""
    length, end = len(first) == len(second), first[-1:] == second[-1:]
    if before[-1] == "的" or len(before) == _SHORT:  # 抗病强的“甲”、“乙”; 指挥辽沈、淮海
        return FILL in first + second if before[-1] == "的" else length and is_verb(before)
    return (length and end and is_verb(before[-2:])) or ((length or end) and before[-1] in PREPOSITIONS)


def are_told_apart(last: str) -> bool:
    """书记、县长分别包联案件5件和4件: does the number behind the list count what each of those in it did?"""
    return _WORDS["one-by-one"].pattern.search(last) is not None


def _joins(items: Sequence[str], at: int) -> bool:
    """卫健交换死亡 behind 与公安, 镇长分别领衔东坡: does the member hold what those before it did, and the first of another list?

    Where nothing but its length tells, it is longer than each of those behind it by a verb and more.
    """
    item, longest = items[at], max(map(len, items[at + 1 :]))
    if _WORDS["one-by-one"].pattern.search(item):
        return True
    together = _WORDS["together"].pattern.search(items[0]) is not None
    acts = any(is_verb(item[n : n + _SHORT]) for n in range(_SHORT, len(item) - _SHORT))
    return len(item) > longest + (_SHORT - acts if together or acts else _MUCH)
