"""Set phrases as sequences of members, and where their words are told in another order.

A phrase is written with its members parted by 、 and the words of a member by blanks: 科学 立法、严格 执法. Words can go
wrong in three ways: a member's are out of order, or one of four is left out (严格公正规范文明执法); heads and tails of two
members are crossed (严格立法、科学执法); the members are out of order. Quotation marks are passed over.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import cached_property
from itertools import pairwise
from typing import NamedTuple

from reportlint.document.source import Span
from reportlint.kept import patterns
from reportlint.language.pairs import Pairs, number

_MARKS = patterns.compile('[“”‘’"]*([、，；和与及]?)[“”‘’"]*')
"""What may stand between two words of a phrase."""
_MANY = 4
"""Words from which one may be left out and the rest still be meant for the phrase."""
_FEW = 3
"""Members of which the order tells that the phrase is meant; where it has but two, both."""


class SetPhrase(NamedTuple):
    """A phrase. free: its members may come in any order; alone: one crossed member is wrong by itself; then: what must follow."""

    members: tuple[tuple[str, ...], ...]
    free: bool = False
    alone: bool = False
    then: tuple[str, ...] = ()

    @property
    def words(self) -> tuple[str, ...]:
        """All words, in order."""
        return tuple(word for member in self.members for word in member)

    def told(self, members: Iterable[int]) -> str:
        """Some of the members, as they should be written."""
        return "、".join("".join(self.members[at]) for at in sorted(set(members)))


class _Token(NamedTuple):
    word: str
    parted: bool  # by a mark from the one before
    span: Span


class SetPhrases:
    """Phrases to look for, their words filed by the two characters with which they begin."""

    def __init__(self, phrases: Iterable[SetPhrase]) -> None:
        self._phrases = tuple(phrases)
        self._by_pair: dict[str, list[tuple[int, str]]] = defaultdict(
            list
        )  # number of the phrase, word; long ones first
        for number_, phrase in enumerate(self._phrases):
            firsts = {word[0] for word in phrase.words}
            for word in sorted(phrase.words, key=len, reverse=True):
                for pair in (word[:2],) if len(word) > 1 else (word + first for first in firsts):
                    self._by_pair[pair].append((number_, word))

    @cached_property
    def _numbers(self) -> frozenset[int]:
        return frozenset(map(number, self._by_pair))

    def faults(self, text: str, lines: Iterable[Span], pairs: Pairs) -> Iterator[tuple[Span, str, str]]:
        """Where lines of the text tell a phrase in another order; how what is told of it goes, and the whole phrase.

        ``pairs``: of the text, or of the same unmasked.
        """
        begun = iter(pairs.places(self._numbers))
        at = next(begun, len(text))
        for line in lines:
            read: dict[int, int] = {}  # how far a phrase was read
            while at < line.start:
                at = next(begun, len(text))
            while at < line.end:
                for number_, word in self._by_pair[text[at : at + 2]]:
                    if at < read.get(number_, 0) or not text.startswith(word, at, line.end):
                        continue
                    follows = _MARKS.match(text, at + len(word)).end()  # type: ignore[union-attr]  # all may be absent
                    if all(number_ != other for other, _ in self._by_pair.get(text[follows : follows + 2], ())):
                        continue
                    run = self._run(text, at, line.end, number_, word)
                    read[number_] = run[-1].span.end
                    phrase = self._phrases[number_]
                    yield from (
                        (*fault, phrase.told(range(len(phrase.members)))) for fault in _faults(text, run, phrase)
                    )
                at = next(begun, len(text))

    def _run(self, text: str, at: int, end: int, number_: int, word: str) -> list[_Token]:
        """The words of a phrase that stand there one behind the other; ``word`` is the first."""
        found: list[_Token] = []
        parted = False
        while word:
            found.append(_Token(word, parted, Span(at, at + len(word))))
            marks = _MARKS.match(text, at + len(word), end)
            parted, at = bool(marks and marks[1]), marks.end() if marks else end
            if parted and [*map(len, self._phrases[number_].members)] == [2]:
                break  # two words parted by a mark are two things
            words = (w for n, w in self._by_pair.get(text[at : at + 2], ()) if n == number_)
            word = next((w for w in words if text.startswith(w, at, end)), "")
        return found


def _faults(text: str, run: list[_Token], phrase: SetPhrase) -> Iterator[tuple[Span, str]]:
    end = run[-1].span.end
    if phrase.then and not text.startswith(phrase.then, end):
        return
    if len(phrase.members) == 1:
        if len(run) > 1 and _disordered(run, phrase.words):
            yield Span(run[0].span.start, end), phrase.told([0])
        return
    places = {word: (at, n) for at, member in enumerate(phrase.members) for n, word in enumerate(member)}
    if crossed := _crossed(run, places, phrase.alone):
        heads = [at for at, _ in crossed]
        yield Span(crossed[0][1].start, crossed[-1][1].end), phrase.told(heads)
        return
    whole = _whole(run, phrase)
    members = [at for at, _ in whole]
    told = len(set(members)) == len(members) >= min(_FEW, len(phrase.members))
    if not phrase.free and told and members != sorted(members):
        yield Span(whole[0][1].start, whole[-1][1].end), phrase.told(members)


def _disordered(run: list[_Token], words: tuple[str, ...]) -> bool:
    """Are these all words of a member in another order, or all but one within it?"""
    said = tuple(token.word for token in run)
    if sorted(said) == sorted(words):
        return said != words
    return len(words) >= _MANY and any(said == words[:at] + words[at + 1 :] for at in range(1, len(words) - 1))


def _crossed(run: list[_Token], places: dict[str, tuple[int, int]], alone: bool) -> list[tuple[int, Span]]:
    """The members whose head has another's tail, with where they stand; they must have changed tails among each other."""
    found, tails = [], []
    for one, other in pairwise(run):
        (head, first), (tail, second) = places[one.word], places[other.word]
        if first == 0 and second == 1 and head != tail and not other.parted:
            found.append((head, Span(one.span.start, other.span.end)))
            tails.append(tail)
    heads = [head for head, _ in found]
    return found if alone or {*heads} == {*tails} else []


def _whole(run: list[_Token], phrase: SetPhrase) -> list[tuple[int, Span]]:
    """The members told, where each is told rightly; else none."""
    found, at = [], 0
    while at < len(run):
        for number_, member in enumerate(phrase.members):
            tokens = run[at : at + len(member)]
            if tuple(token.word for token in tokens) == member:
                found.append((number_, Span(tokens[0].span.start, tokens[-1].span.end)))
                at += len(member)
                break
        else:
            return []
    return found
