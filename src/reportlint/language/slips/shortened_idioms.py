"""Idioms of four characters that have lost one: 知应会 for 应知应会, 再接厉 for 再接再厉.

Three characters of an idiom in order prove little: new wordings share them with it (每事一议, 一事一档). A loss is taken for one where
the three make no word, neither among themselves nor with their neighbours, and stand between words or marks; and where
they are no wording of three characters, as slogans are: a heading of its own, one of several (走在前、作表率), a verb with its
things (提质效).
"""

from __future__ import annotations

from collections.abc import Iterator

from reportlint.document.source import Span
from reportlint.kept import patterns
from reportlint.language.pairs import Pairs
from reportlint.language.slips.idioms import halves, is_idiom
from reportlint.language.slips.rows_of_three import is_in_row, row_joined_by
from reportlint.language.words.vocabulary import begins_word, is_word
from reportlint.language.words.word_boundaries import is_common

_LEFT = 3
"""Characters that are left of one."""
_NUMBER = 8
"""Characters looked at before it for a heading's number."""
_BESIDE = frozenset("以的了对把将与和及在为等是地按凭用由向从据")
"""Words of one character beside which it may stand."""
_BY = "以"
"""It begins wordings of three characters of its own."""
_LEADS = frozenset("自由从以因向用凭按据于为与对")
"""First characters of idioms of which one may stand for another: 自上而下, 由上而下."""
_MAKES = frozenset("以从由自因凭")
"""Prepositions that make a wording of four with three characters: 以近求远."""
_TAKES = frozenset("提促强优惠增减降稳保抓建治护防控清查改创聚守破补解走干化验助壮扩育净美")
"""Verbs of one character that take any thing: 提质效, 强基本."""
_PLACED = frozenset("在到于")
"""Second characters behind which one more is enough: 走在前, 干在实."""
_ROW = row_joined_by(r"[，、；·—\s”“]{1,2}")
_HEAD = patterns.compile(r"(?:^|\n)[（(]?[一二三四五六七八九十\d]*[）)、.．是]?\s*$")
_BODIES = frozenset("局部委办院所")
"""Last characters of names of bodies, which are told shorter: 老干局."""
_OPEN = frozenset("一二三四五六七八九十百千万不无有")
"""Characters with which wordings are made for the occasion: 一案一档, 有理有据."""


def find_shortened_idioms(text: str, pairs: Pairs) -> Iterator[tuple[Span, str]]:
    """Where three characters are what is left of an idiom, and that. ``pairs``: of the text, or of the same unmasked."""
    by_head, by_tail, numbers = halves()
    for at in pairs.places(numbers):
        half = text[at : at + 2]
        for begin, idioms in (
            (at - 1, [head + half for head in by_tail.get(half, "").split() if text[max(0, at - 1) : at] in (*head,)]),
            (at, [half + tail for tail in by_head.get(half, "").split() if text[at + 2 : at + _LEFT] in (*tail,)]),
        ):
            idioms = [idiom for idiom in idioms if _OPEN.isdisjoint(idiom) and idiom[-1] not in _BODIES]
            # of several, another may have been made like them
            left = text[begin : begin + _LEFT]
            sure = len(idioms) == 1 or all((idiom[0], idiom[3]) == (left[0], left[-1]) for idiom in idioms)
            if idioms and begin >= 0 and sure and _is_left(text, begin, idioms[0]):
                yield Span(begin, begin + _LEFT), idioms[0]


def _is_left(text: str, at: int, idiom: str) -> bool:
    """Are the three characters at a place those of the idiom, and no words of their own?"""
    left, end = text[at : at + _LEFT], at + _LEFT
    if idiom in text[max(0, at - _LEFT) : end + _LEFT] or any(map(is_idiom, (text[at - 1 : end], text[at : end + 1]))):
        return False
    before, behind = text[max(0, at - 1) : at], text[end : end + 1]
    if (idiom[0] == idiom[2] and left == idiom[:_LEFT]) or left[0] == _BY:  # 边学边整改, 以亿计
        return False
    made = before in _MAKES and not behind.isalpha()  # but not 以知应会目录为据
    if left == idiom[1:] and (made or (idiom[0] in _LEADS and before in _LEADS)):
        return False
    if _is_wording(left, idiom) or _is_slogan(text, at, end):
        return False
    if left == idiom[:_LEFT] and behind.isalpha() and behind not in _BESIDE:  # 各尽其责任
        return False
    if begins_word(left) or any(map(is_word, (left[:2], left[1:], before + left[0], left[2] + behind))):
        return False
    return _ends(text[max(0, at - 2) : at]) and _begins(text[end : end + 2])


def _is_wording(left: str, idiom: str) -> bool:
    """Do the three make a phrase of their own, a verb and two things (提质效) or where it comes to be (走在前)?"""
    third_lost, last_lost = left == idiom[:2] + idiom[3], left == idiom[:_LEFT]
    return (third_lost and left[0] in _TAKES) or (last_lost and left[1] in _PLACED)


def _is_slogan(text: str, at: int, end: int) -> bool:
    """Is it a heading of its own, or beside another of three characters: 抓重点、破难题?"""
    if is_in_row(text, Span(at, end), _ROW):
        return True
    return text[end : end + 1] in "。\n" and _HEAD.search(text[max(0, at - _NUMBER) : at]) is not None


def _ends(before: str) -> bool:
    """Does a word end there, or is there none?"""
    return not before[-1:].isalpha() or before[-1:] in _BESIDE or is_word(before) or is_common(before)


def _begins(behind: str) -> bool:
    """Does a word begin there, or is there none?"""
    return not behind[:1].isalpha() or behind[:1] in _BESIDE or is_word(behind) or is_common(behind)
