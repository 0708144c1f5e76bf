"""Set phrases of which one word is exchanged for another, or left out: 国家治理体系和治理水平现代化.

What is exchanged must be a word, and so must what stands for it. Where it is near in meaning to the right one, four other
characters of the phrase show that the phrase is meant; another word, or none, is a fault only in a phrase that lists or couples
things, of which all the rest, and that is much, stands as it should: 法治政府建设组织保障体系 is no slip for 科技保障体系.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import cached_property
from typing import NamedTuple

from reportlint.document.source import Span
from reportlint.language.pairs import Pairs, numbers
from reportlint.language.words.kindred import mean_alike
from reportlint.language.words.verbs import is_verb
from reportlint.language.words.vocabulary import is_word
from reportlint.language.words.word_boundaries import is_common

_SHORTEST = 6
"""Characters of the shortest phrase that is looked for."""
_LEAST, _MOST = 3, 4
"""Characters of its beginning or end that must be right."""
_SIZES = ((1, 1), (0, 2), (2, 2), (3, 3), (2, 0))
"""Characters of what differs: in the phrase, and as written."""
_WORD = 2
"""Characters of the first word of most phrases."""
_REACH = 2
"""Characters that a word may have in common with its kindred, on each side."""
_REST, _LONG_REST, _SIDE = 4, 8, 3
"""Characters that must be right beside a kindred word; beside another; and on each side of that."""
_END_REST = 7
"""Those that must be right where the phrase begins or ends with another word akin; one less of things coupled."""
_STATE = "国"
"""The place whose report it is may be put for it."""
_BETWEEN_STATES = "国际"
_COUPLED = "、和"
_FRAME, _FRAMED = "以", "为"
_JOINS = ("与", "和")


class _Change(NamedTuple):
    """What differs: from where to where in the phrase and in what is written."""

    right: Span
    written: Span


class _Anchor(NamedTuple):
    """Characters with which a phrase begins or ends."""

    words: str
    phrase: str
    begins: bool


class ExchangedWords:
    """Phrases to look for, filed by three characters of their beginnings and ends, one of which an exchanged word leaves whole.

    Places are looked for by the second and third: they are seldom one word, so they stand less often where the phrase does not.
    """

    def __init__(self, phrases: Iterable[str]) -> None:
        self._by_begin: dict[str, list[_Anchor]] = defaultdict(list)
        for phrase in phrases:
            if len(phrase) >= _SHORTEST:
                size = max(_LEAST, min(_MOST, (len(phrase) - 1) // 2))
                for words, begins in ((phrase[:size], True), (phrase[-size:], False)):
                    self._by_begin[words[:3]].append(_Anchor(words, phrase, begins))

    @cached_property
    def _numbers(self) -> frozenset[int]:
        return numbers(begun[1:] for begun in self._by_begin)

    def faults(self, text: str, lines: Iterable[Span], pairs: Pairs) -> Iterator[tuple[Span, str]]:
        """Where lines of the text tell a phrase with another word, and that phrase. ``pairs``: of the text, or of the same
        unmasked.
        """
        for line, at in pairs.within(lines, self._numbers):
            for words, phrase, begins in self._by_begin.get(text[at - 1 : at + 2], ()):
                if text.startswith(words, at - 1):
                    found = _forwards(text, at - 1, phrase) if begins else _backwards(text, at - 1 + len(words), phrase)
                    if found and line.covers(found):
                        yield found, phrase


def _forwards(text: str, at: int, phrase: str) -> Span | None:
    """The phrase that begins at ``at`` with another word somewhere in it."""
    if text.startswith(phrase, at):
        return None
    same = 2
    while same < len(phrase) and text[at + same : at + same + 1] == phrase[same]:
        same += 1
    for right, written in _SIZES:
        rest = phrase[same + right :]
        begun = at + same + written
        if same + right <= len(phrase) and text.startswith(rest, begun):
            change = _Change(Span(same, same + right), Span(at + same, begun))
            if _is_exchanged(text, phrase, change):
                return Span(at, begun + len(rest))
    return None


def _backwards(text: str, end: int, phrase: str) -> Span | None:
    """The phrase that ends at ``end`` with another word somewhere in it."""
    if text.endswith(phrase, 0, end):
        return None
    same = 2
    while same < min(len(phrase), end) and text[end - same - 1] == phrase[-same - 1]:
        same += 1
    for right, written in _SIZES:
        before = phrase[: max(0, len(phrase) - same - right)]
        begun = end - same - written - len(before)
        if same + right <= len(phrase) and begun >= 0 and text.startswith(before, begun):
            change = _Change(Span(len(before), len(before) + right), Span(begun + len(before), end - same))
            if _is_exchanged(text, phrase, change):
                return Span(begun, end)
    return None


def _is_exchanged(text: str, phrase: str, change: _Change) -> bool:
    (start, end), written = change
    right, said = phrase[start:end], text[slice(*written)]
    before, after = phrase[:start], phrase[end:]
    rest = _letters(before) + _letters(after)
    if (right.startswith(_STATE) and not right.startswith(_BETWEEN_STATES)) or (
        said and (_is_framed(before, after, right) or _begins_with_verb(text, phrase, change))
    ):
        return False
    if rest >= _REST and (_is_kindred(text, phrase, change) or _is_quoted(text, phrase, change)):
        return True
    if (
        not said
        and rest >= _LONG_REST
        and min(map(_letters, (before, after))) >= _SIDE
        and _cuts_a_word(phrase, change.right)
    ):
        return True
    coupled = any(mark in phrase for mark in _COUPLED)
    if rest >= (_REST if before and after else _END_REST) and _are_akin(right, said) and not coupled:
        return True
    if rest >= _REST and len(right) == len(said) == 2 and is_word(right) and _tells_again(said, before, after):
        return True
    if rest < _LONG_REST or min(map(_letters, (before, after))) < _SIDE or not coupled:
        return False
    return len(right) == 2 and is_word(right) and (not said or is_word(said))


def _cuts_a_word(phrase: str, lost: Span) -> bool:
    """Is it a piece of a longer word, so that what is left of that is no shorter way to say it: 特色[社会]主义?"""
    return any(
        is_common(phrase[start : start + size])
        for size in (3, 4)
        for start in range(max(0, lost.end - size), lost.start + 1)
    )


def _is_framed(before: str, after: str, right: str) -> bool:
    """Is it what a frame is about, which is anybody's: 以病人为中心?"""
    return before == _FRAME and after.startswith(_FRAMED) and right != ""


def _begins_with_verb(text: str, phrase: str, change: _Change) -> bool:
    """Does a verb stand where the phrase has its first word: 组织理论学习中心组学习, 执行全过程记录制度? What is told is shorter."""
    (start, end), (begun, ended) = change
    verb = text[begun - start : ended + _WORD - end]
    return end <= _WORD == len(verb) and is_verb(verb) and text[begun - start - 1 : begun - start] != "“"


def _is_quoted(text: str, phrase: str, change: _Change) -> bool:
    """Does the phrase stand in quotation marks, by itself? Then it is told as a whole, whatever is put in."""
    (start, end), (begun, ended) = change
    whole = text[begun - start - 1 : begun - start] == "“" and text[ended + len(phrase) - end :][:1] == "”"
    inner = start > 0 and end < len(phrase)
    return whole and end > start and (ended > begun or inner) and _STATE not in phrase[start:end]


def _tells_again(said: str, before: str, after: str) -> bool:
    """Is what is said near in meaning to the word that 与 or 和 joins it to: 处罚与惩戒相结合?"""
    return (before[-1:] in _JOINS and mean_alike(said, before[-3:-1])) or (
        after[:1] in _JOINS and mean_alike(said, after[1:3])
    )


def _are_akin(right: str, said: str) -> bool:
    """Do two words of two characters share one: 包容, 宽容?"""
    return len(right) == len(said) == 2 and bool({*right} & {*said}) and is_word(right) and is_word(said)


def _is_kindred(text: str, phrase: str, change: _Change) -> bool:
    """Does what differs lie in a word that is near in meaning to what is written in its place?"""
    (start, end), (begun, ended) = change
    return any(
        mean_alike(phrase[start - left : end + right], text[begun - left : ended + right])
        for left in range(min(start, _REACH) + 1)
        for right in range(_REACH + 1)
    )


def _letters(words: str) -> int:
    return sum(map(str.isalpha, words))
