"""Set phrases as sequences of members, and where their words are told in another order.

A phrase is written with its members parted by 、 and the words of a member by blanks: 科学 立法、严格 执法. Words can go
wrong in five ways: a member's are out of order, or one of four is left out (严格公正规范文明执法); heads and tails of two
members are crossed (严格立法、科学执法); the members are out of order; one is told twice, or left out from between the first and
the last. Quotation marks are passed over.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import cached_property
from itertools import pairwise, takewhile
from typing import NamedTuple

from reportlint.document.source import Span
from reportlint.kept import patterns
from reportlint.language.pairs import Pairs, numbers
from reportlint.language.slips.replaced_members import (
    FEW,
    MANY,
    MARKS,
    Member,
    SetPhrase,
    find_other_tail,
    find_replaced,
    find_slip_beside,
    find_stranger,
)

_MARK = '“”‘’"、，；和与及'
_EXAMPLES = patterns.compile("(?:等|制度|机制|办法|规定|细则)(?!(?:法定|必经|重大|决策)*(?:程序|环节|步骤|流程))")
"""What tells behind members that they stand for more, or each for itself."""
_ANY = "*"
"""Stands for whatever may follow a word of one character and another's beginning."""


class _Token(NamedTuple):
    word: str
    mark: str  # that parts it from the one before, or none
    span: Span


class SetPhrases:
    """Phrases to look for, their words filed by the two characters with which they begin."""

    def __init__(self, phrases: Iterable[SetPhrase]) -> None:
        self._phrases = tuple(phrases)
        self._firsts = ["".join(phrase.members[0]) if len(phrase.members) > 1 else "" for phrase in self._phrases]
        # number of the phrase, and word
        self._by_pair: dict[str, list[tuple[int, str]]] = defaultdict(list)
        self._thirds: dict[str, str] = defaultdict(str)  # by the pair, what may stand behind it
        self._follow: list[str] = []  # by the phrase, what another of its words, or a mark, begins with
        self._words: list[list[str]] = []  # by the phrase, its words, long ones first
        for number_, phrase in enumerate(self._phrases):
            words = sorted(phrase.words, key=len, reverse=True)
            firsts = "".join([word[0] for word in words])
            follow = firsts + _MARK
            self._follow.append(follow)
            self._words.append(words)
            for word in words:
                for pair in (word[:2],) if len(word) > 1 else (word, *(word + first for first in firsts)):
                    self._by_pair[pair].append((number_, word))
                    self._thirds[pair] += word[2:3] or (follow if len(word) > 1 else _ANY)

    @cached_property
    def _numbers(self) -> frozenset[int]:
        return numbers(self._by_pair)

    def faults(self, text: str, lines: Iterable[Span], pairs: Pairs) -> Iterator[tuple[Span, str, str]]:
        """Where lines of the text tell a phrase in another order; how what is told of it goes, and the whole phrase.

        ``pairs``: of the text, or of the same unmasked.
        """
        read: dict[int, int] = {}  # how far a phrase was read
        for line, at in pairs.within(lines, self._numbers):
            pair = text[at : at + 2]
            thirds = self._thirds[pair]
            entries = self._by_pair[pair] if text[at + 2 : at + 3] in thirds or _ANY in thirds else ()
            for number_, word in entries:
                follows = text[at + len(word) : at + len(word) + 1]
                if follows not in self._follow[number_] or at < read.get(number_, 0):
                    continue
                if not text.startswith(word, at, line.end):
                    continue
                run = self._run(text, at, line.end, number_, word)
                read[number_] = run[-1].span.end
                phrase = self._phrases[number_]
                if len(run) == 1 and word != self._firsts[number_] and not phrase.whole:
                    continue  # by itself, only the first member leads up to another
                yield from ((*fault, phrase.told(range(len(phrase.members)))) for fault in _faults(text, run, phrase))

    def _run(self, text: str, at: int, end: int, number_: int, word: str) -> list[_Token]:
        """The words of a phrase that stand there one behind the other; ``word`` is the first."""
        found: list[_Token] = []
        mark = ""
        while word:
            found.append(_Token(word, mark, Span(at, at + len(word))))
            begun = at + len(word)
            marks = MARKS.match(text, begun, end)
            at = marks.end() if marks else end
            mark, word = marks[1] if marks else "", self._word(text, at, end, number_)
            if mark and not word:  # 和谐 begins with a word that parts others
                mark, at, word = "", begun, self._word(text, begun, end, number_)
            if mark and [*map(len, self._phrases[number_].members)] == [2] and word[:1] != found[0].word[0]:
                break  # two words parted by a mark are two things, but 谁负责、谁主管
        return found

    def _word(self, text: str, at: int, end: int, number_: int) -> str:
        """The word of a phrase that stands at a place; empty where none does."""
        return next((word for word in self._words[number_] if text.startswith(word, at, end)), "")


def _faults(text: str, run: list[_Token], phrase: SetPhrase) -> Iterator[tuple[Span, str]]:
    end = run[-1].span.end
    if phrase.then and not text.startswith(phrase.then, end):
        if len(phrase.members) > 1 and (stranger := find_stranger(text, run[0].span.start, phrase)):
            yield stranger
        return
    if len(phrase.members) == 1:
        if len(run) > FEW and not run[1].mark:  # 重大执法决定法制审核、行政裁量权: what a mark parts is another thing
            run = [run[0], *takewhile(lambda token: not token.mark, run[1:])]
            end = run[-1].span.end
        if len(run) > 1 and _is_out_of_order(run, phrase.words, phrase.whole):
            yield Span(run[0].span.start, end), phrase.told([0])
        return
    places = {word: (at, n) for at, member in enumerate(phrase.members) for n, word in enumerate(member)}
    if crossed := _crossed(run, places, phrase.alone):
        heads = [at for at, _ in crossed]
        yield Span(crossed[0][1].start, crossed[-1][1].end), phrase.told(heads)
        return
    told = _members_told_rightly(run, phrase)
    whole = told if told and told[-1].span.end == end else []
    members = [member.at for member in whole]
    if _is_doubled(whole) or (
        _is_disordered(members, phrase) and not _is_choice(text, Span(whole[0].span.start, end), members, phrase)
    ):
        yield Span(whole[0].span.start, whole[-1].span.end), phrase.told(members)
    elif _lacks_one(members, phrase):
        yield Span(whole[0].span.start, whole[-1].span.end), phrase.told(range(len(phrase.members)))
    elif replaced := find_replaced(text, told, phrase) or find_stranger(text, run[0].span.start, phrase):
        yield replaced
    elif (
        told
        and len(run) > 1
        and (head := _half(run[-1], told, phrase))
        and (other := find_other_tail(text, head, phrase))
    ):
        yield other
    elif slip := _beside_tail(text, run, places, phrase):
        yield slip


def _beside_tail(
    text: str, run: list[_Token], places: dict[str, tuple[int, int]], phrase: SetPhrase
) -> tuple[Span, str] | None:
    """A slip of the member behind the one of which the run begins with the tail."""
    at, word = places[run[0].word]
    head = run[0].mark == "" and word == len(phrase.members[at]) - 1 == 1
    return find_slip_beside(text, Member(at, run[0].span, ""), phrase) if head else None


def _half(token: _Token, told: list[Member], phrase: SetPhrase) -> Member | None:
    """The member of which the last word of a run is the head, where the one before it is told rightly."""
    at = told[-1].at + 1
    due = at < len(phrase.members) and len(phrase.members[at]) == 2 and token.word == phrase.members[at][0]
    return Member(at, token.span, token.mark) if due else None


def _is_doubled(whole: list[Member]) -> bool:
    """Is a member, beside others, told twice on end? Behind a comma it may begin another matter."""
    return len(whole) >= FEW and any(one.at == other.at and other.mark in "、" for one, other in pairwise(whole))


def _is_disordered(members: list[int], phrase: SetPhrase) -> bool:
    enough = len({*members}) == len(members) >= min(FEW, len(phrase.members))
    most = len(members) * 2 > len(phrase.members)  # 公开、公正、便民 of six may be a list of its own
    return enough and most and not phrase.free and members != sorted(members)


def _is_choice(text: str, told: Span, members: list[int], phrase: SetPhrase) -> bool:
    """Are some members, or a couple behind others, picked as examples of what there is, which is no order of steps:
    合法性审查、专家论证、风险评估等制度?
    """
    of_more = len(phrase.members) < FEW and text[told.start - 1 : told.start] == "、"
    return (of_more or len(members) < len(phrase.members) - 1) and _EXAMPLES.match(text, told.end) is not None


def _lacks_one(members: list[int], phrase: SetPhrase) -> bool:
    """Are all members told but one, which is not the first, nor the last unless what must follow it is there?"""
    every = len(phrase.members)
    if phrase.free or not (phrase.whole or every >= MANY) or not len({*members}) == len(members) == every - 1:
        return False
    last = members[-1] == every - 1 or (bool(phrase.then) and every >= MANY)
    return members[0] == 0 and last


def _is_out_of_order(run: list[_Token], words: tuple[str, ...], whole: bool) -> bool:
    """Are these all words of a member in another order, one of them twice, or all but one within it? Of what must be told as a
    whole, all but any one.

    Of many, the first or the last must be in its place: 法制审核重大执法决定 is no slip for 重大执法决定法制审核.
    """
    said = tuple(token.word for token in run)
    if sorted(said) == sorted(words):
        alike = len({word[-1] for word in words}) == 1  # 尊法学法守法用法
        return said != words and (len(words) < MANY or alike or said[0] == words[0] or said[-1] == words[-1])
    if len(said) == len(words) + 1:
        alike = len(words) >= MANY and len({word[-1] for word in words}) == 1  # 理论学习中心组 goes on with 学习
        again = (at for at in range(len(said)) if alike or said[at] in said[max(0, at - 1) : at])
        return any(said[:at] + said[at + 1 :] == words for at in again)
    if whole and len(said) == len(words) - 1:
        return any(said == words[:at] + words[at + 1 :] for at in range(len(words)))
    marks = {token.mark for token in run[1:]}
    if len(words) < MANY or (len(words) == MANY and len(marks) > 1):  # 尊法守法、用法 may go on otherwise
        return False
    return any(said == words[:at] + words[at + 1 :] for at in range(1, len(words) - 1))


def _crossed(run: list[_Token], places: dict[str, tuple[int, int]], alone: bool) -> list[tuple[int, Span]]:
    """The members whose head has another's tail, with where they stand; they must have changed tails among each other."""
    found, tails = [], []
    for one, other in pairwise(run):
        (head, first), (tail, second) = places[one.word], places[other.word]
        if first == 0 and second == 1 and head != tail and not other.mark:
            found.append((head, Span(one.span.start, other.span.end)))
            tails.append(tail)
    heads = [head for head, _ in found]
    return found if alone or {*heads} == {*tails} else []


def _members_told_rightly(run: list[_Token], phrase: SetPhrase) -> list[Member]:
    """The members told rightly, up to the first that is not."""
    found: list[Member] = []
    words = tuple(token.word for token in run)
    at = 0
    while at < len(run):
        for number_, member in enumerate(phrase.members):
            if words[at : at + len(member)] == member:
                tokens = run[at : at + len(member)]
                found.append(Member(number_, Span(tokens[0].span.start, tokens[-1].span.end), tokens[0].mark))
                at += len(member)
                break
        else:
            break
    return found
