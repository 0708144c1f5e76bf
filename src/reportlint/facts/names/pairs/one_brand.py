"""Do two names in quotation marks name one thing? “百名律师进百村” and “百名律师入百村” do, “智慧监管” and “智慧城管” don't."""

from __future__ import annotations

import re
from collections import Counter
from functools import lru_cache

from reportlint.facts.names.pairs.one_thing import NAMED, TELLS
from reportlint.facts.names.word_groups import are_akin, are_kindred
from reportlint.kept import patterns
from reportlint.language.numbers.numerals import parse_numeral
from reportlint.language.phrases import load_phrases
from reportlint.language.slips.alike import is_slip
from reportlint.language.words.differences import differences, in_order
from reportlint.language.words.kindred import mean_alike
from reportlint.language.words.vocabulary import is_word

_HEAD = load_phrases(__file__, "variants")["head"].pattern
_MARK = patterns.compile(r"[-–—、，]|(?<!\d)[·.]|[·.](?!\d)")
_TENS = patterns.compile("[一二三四五六七八九]?十[一二三四五六七八九]?")
_HAN = patterns.compile("[\u4e00-\u9fff]+")
_ONE_EACH = patterns.compile(
    "一(?P<unit>[\u4e00-\u9fff]{1,3})(?:（[\u4e00-\u9fff]{1,4}）)?一(?P<who>[\u4e00-\u9fff]{1,5})"
)
"""One for each: 一村（社区）一警务助理."""
_FIGURES = str.maketrans("〇零一二三四五六七八九.", "00123456789·")
_GREAT = "大"
_PLUS = "+＋"
_SHORT = 4
LONG = 5
"""Characters from which a quoted name may differ by one; one less where the same words follow both."""


def are_one_brand(one: str, other: str, least: int) -> bool:
    """Do two different quoted names name one thing? least: characters from which they may differ by one of any kind."""
    if _folded(one) == _folded(other) or _is_slipped(one.lower(), other.lower()):
        return True
    if _are_one_each(one, other):
        return True
    if sorted(one) == sorted(other):
        if sorted(one.split("、")) == sorted(other.split("、")):
            return False  # 低通胀、高增长
        if are_mirrored(one, other):
            return False
        turned = one in other + other or one[0] == other[0] or one[-1] == other[-1]  # 人找政策, 政策找人 are two
        return len(one) >= LONG or (turned and (len(one) == _SHORT or least < LONG))
    if least < LONG and _is_turned_and_shortened(one, other):
        return True
    return bool(_HAN.fullmatch(one) and _HAN.fullmatch(other)) and _one_piece_off(one, other, least)


def are_mirrored(one: str, other: str) -> bool:
    """Do two names tell of the same two, of whom in each the other acts: 企业找政策, 政策找企业?"""
    turns = (at for at in range(1, len(one) - 1) if one[at] not in _PLUS)  # “信用+医保”, “医保+信用”: neither acts
    return any(one[at + 1 :] + one[at] + one[:at] == other for at in turns)


def _is_turned_and_shortened(one: str, other: str) -> bool:
    """Has the longer name all characters of the shorter, in another order, and hardly any more: 高效办成一件事, 一件事高效办?"""
    short, full = sorted((one, other), key=len)
    return (
        len(short) >= LONG
        and len(full) - len(short) < 3
        and Counter(short) <= Counter(full)
        and not in_order(short, full)
    )


def _are_one_each(one: str, other: str) -> bool:
    """Do both say that each of one kind has one, told in other words: 一村一辅警, 一村（社区）一警务助理?"""
    match, twin = _ONE_EACH.fullmatch(one), _ONE_EACH.fullmatch(other)
    if not match or not twin or match["who"] == twin["who"]:
        return False
    same_unit = match["unit"] == twin["unit"] or are_kindred(match["unit"], twin["unit"])
    return same_unit and (are_kindred(match["who"], twin["who"]) or are_akin(match["who"], twin["who"]))


@lru_cache(maxsize=1024)
def _folded(name: str) -> str:
    """A name without marks, its figures and days in one writing: 护苗—2024, 护苗2024; 一三五, 135; 十五, 15; 12.4, 12·4."""
    return _TENS.sub(_in_figures, _MARK.sub("", name)).lower().translate(_FIGURES)


def _in_figures(match: re.Match[str]) -> str:
    numeral = parse_numeral(match.group())
    return str(numeral.value) if numeral else match.group()


def _is_slipped(one: str, other: str) -> bool:
    """Do two names of one length differ by a letter for a character, or by one that sounds or looks like the other's?

    Both may make words there, 护林 and 护邻; then they are two things.
    """
    changed = [at for at, (char, twin) in enumerate(zip(one, other, strict=False)) if char != twin]
    if len(one) != len(other) or len(changed) != 1 or len(one) < _SHORT - 1:
        return False
    if len(one) < LONG and not changed[0] and (is_word(one[:2]) or is_word(other[:2])):
        return False  # 码上办 is a pun on 马上办
    char, twin = one[changed[0]], other[changed[0]]
    if char.isascii() or twin.isascii():
        return char.isascii() != twin.isascii() and (char + twin).isalpha()
    opposed = TELLS.search(char) and TELLS.search(twin)
    return is_slip(char, twin) and not (opposed or _make_words(one, other, changed[0]))


def _make_words(one: str, other: str, at: int) -> bool:
    """Do both names have a word with the character there?"""
    return all(any(is_word(name[max(0, start) : start + 2]) for start in (at - 1, at)) for name in (one, other))


def _one_piece_off(one: str, other: str, least: int) -> bool:
    """Do two quoted names differ by a character that does not tell things apart, or by a kindred word?

    A kindred character is enough: 法润书房, 法润书屋. At the end the two characters must make a word, as those of one meaning do: 你点我检, 你点我查; and both must not make words
    of their own with their neighbours: 智慧监管, 智慧城管. 大 is said or not: 法治大讲堂.
    """
    if one[2:] == other[2:] and (len(one) >= least or _HEAD.search(one, 2)):
        pieces = [(one[:2], other[:2]), *differences(one, other)[:1]]
        return any(are_kindred(*piece) for piece in pieces)
    if one.replace(_GREAT, "") == other.replace(_GREAT, "") and _HEAD.search(one, 2):
        return True
    if min(len(one), len(other)) < _SHORT:
        return _is_shortened(one, other)
    if one[:-2] == other[:-2] and are_kindred(one[-2:], other[-2:]):
        return True
    if _is_one_of_a_kind(one, other):
        return True
    pieces = differences(one, other)
    if _is_shortened(one, other) or (len(pieces) == 1 and are_kindred(*pieces[0])):
        return True
    if len(pieces) != 1 or one[0] != other[0] or max(map(len, pieces[0])) != 1:
        return False
    changed = "".join(pieces[0]).replace("本", "")  # of 一本通 it is not 本县
    within = one[-1] == other[-1] or (least < LONG and is_word(one[-1] + other[-1]))
    synonyms = one[-1] == other[-1] and (any(map(is_word, (changed, changed[::-1]))))  # 讼 and 诉 make 诉讼
    if not within or (min(len(one), len(other)) < least and not synonyms):
        return False
    return not (TELLS.search(changed) or _are_two_words(one, other))


def _is_one_of_a_kind(one: str, other: str) -> bool:
    """Do two names of one length differ by one word akin, or by any in a room that is a person's: 老周调解室, 老周说和室?"""
    changed = [at for at, (char, twin) in enumerate(zip(one, other, strict=False)) if char != twin]
    if len(one) != len(other) or not changed or changed[-1] - changed[0] > 1:
        return False
    first, last = changed[0], changed[-1]
    pairs = [(one[at : at + 2], other[at : at + 2]) for at in range(max(0, last - 1), min(first, len(one) - 2) + 1)]
    if any(are_kindred(*pair) or mean_alike(*pair) for pair in pairs):
        return True
    if len(one) >= LONG and any(are_akin(*pair) for pair in pairs):
        return True
    return first > 1 and bool(NAMED.match(one[:1]))


def _is_shortened(one: str, other: str) -> bool:
    """Does a word of the longer name stand in the shorter one with one of its characters: 一码检查, 一码查?"""
    short, full = sorted((one, other), key=len)
    if len(full) - len(short) != 1 or short[:2] != full[:2] or len(short) < _SHORT - 1:
        return False
    return any(
        full[:at] + full[at + 1 :] == short
        and not TELLS.search(full[at])
        and (is_word(full[at : at + 2]) or is_word(full[at - 1 : at + 1]))
        for at in range(2, len(full))
    )


def _are_two_words(one: str, other: str) -> bool:
    """Does the one character in which they differ make another word, not akin, with the same neighbour: 监管, 城管?"""
    pairs = ((one[at : at + 2], other[at : at + 2]) for at in range(min(len(one), len(other)) - 1))
    return len(one) == len(other) and any(
        word != twin and is_word(word) and is_word(twin) and not are_kindred(word, twin) for word, twin in pairs
    )
