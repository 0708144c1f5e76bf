"""The field's terms (行政应诉, 社区矫正), and text that is a slip away from one.

terms.txt has them: terms of laws and of official papers, four characters or more. A term whose one character is replaced by
one that sounds or looks like it, or of which two neighbours have changed places, was meant for the term, unless the
characters there make a common word of their own.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import cached_property, lru_cache
from operator import ne
from typing import NamedTuple

from reportlint.document.source import Span
from reportlint.language.marks import is_simplified
from reportlint.language.pairs import Pairs, numbers
from reportlint.language.slips.alike import is_slip
from reportlint.language.slips.bodies import is_of_body
from reportlint.language.slips.seams import is_of_couple
from reportlint.language.word_files import words_in
from reportlint.language.words.verbs import is_verb
from reportlint.language.words.vocabulary import is_word
from reportlint.language.words.word_boundaries import is_common, stands

_LONG = 5
"""Characters from which a term tells what was meant even where the slip makes a word within it: 社区校正对象."""
_LONGEST_WORD = 4
_LEADING = frozenset("为以与由向对从在被把将按")
"""What leads to those that something is done for or with, where no verb stands before it."""
_SWAPPED = 2
"""Characters in which a slip differs at most: two that have changed places."""


class _Place(NamedTuple):
    """Terms of one length with the same two characters at one end. start: where such a term begins, counted from these.

    far: where the two characters of its other end are. A slip leaves one or more of them, if it did not make them change
    places. by_far: terms by either.
    """

    start: int
    length: int
    far: int
    by_far: dict[str, list[str]]


class Terms:
    """Terms to look for, filed by their first and last two characters, one of which a slip leaves whole."""

    def __init__(self, terms: Iterable[str]) -> None:
        self._terms = frozenset(terms)
        self._by_pair: dict[str, list[tuple[int, str]]] = defaultdict(list)  # with the pair's offset
        for term in sorted(self._terms, key=lambda term: (len(term), term)):
            for offset in (0, len(term) - 2):
                self._by_pair[term[offset : offset + 2]].append((offset, term))
        self._placed: dict[str, list[_Place]] = {}  # of the pairs that were met

    @cached_property
    def _numbers(self) -> frozenset[int]:
        return numbers(self._by_pair)

    def _places(self, pair: str) -> list[_Place]:
        """The terms that have a pair at one end."""
        if pair not in self._placed:
            found: dict[tuple[int, int], dict[str, list[str]]] = defaultdict(dict)
            for offset, term in self._by_pair.get(pair, ()):
                for char in dict.fromkeys(term[:2] if offset else term[-2:]):
                    found[offset, len(term)].setdefault(char, []).append(term)
            self._placed[pair] = [
                _Place(-offset, length, -offset or length - 2, by_far) for (offset, length), by_far in found.items()
            ]
        return self._placed[pair]

    def slips(self, text: str, lines: Iterable[Span], pairs: Pairs) -> Iterator[tuple[Span, str]]:
        """Where lines of the text have a slip of a term, and the term. ``pairs``: of the text, or of the same unmasked."""
        for line, at in pairs.within(lines, self._numbers):
            for start, length, far, by_far in self._places(text[at : at + 2]):
                there = text[at + far : at + far + 2]
                if by_far.keys().isdisjoint(there):  # as at nine places of ten
                    continue
                begin, end = at + start, at + start + length
                if begin < line.start or end > line.end or (written := text[begin:end]) in self._terms:
                    continue
                near = dict.fromkeys(term for char in there for term in by_far.get(char, ()))
                span = Span(begin, end)
                yield from ((span, term) for term in near if _meant_for(text, span, written, term))


def find_near_terms(text: str, lines: Iterable[Span], pairs: Pairs) -> Iterator[tuple[Span, str]]:
    """Where lines of the text have a slip of one of the field's terms, and the term."""
    return _field_terms().slips(text, lines, pairs)


def _meant_for(text: str, span: Span, written: str, term: str) -> bool:
    if sum(map(ne, written, term)) > _SWAPPED:
        return False
    wrong = [at for at, char in enumerate(term) if written[at] != char]
    first, last = wrong[0], wrong[-1]
    swapped = last == first + 1 and written[first : last + 1] == term[last] + term[first]
    if (len(wrong) > 1 and not swapped) or not all(is_simplified(written[at]) for at in wrong):
        return False
    if len(wrong) == 1 and (not is_slip(written[first], term[first]) or is_of_couple(text, span.start + first)):
        return False
    if last == 0 and written[0] in _LEADING and is_word(term[1:]) and not is_verb(text[span.start - 2 : span.start]):
        return False  # 率先为成年人开设夜校
    if any(is_of_body(written[at : at + 2]) for at in range(max(0, first - 1), last + 1)):
        return False  # 镇务公开
    words = [*_words(text, span, first, last)]
    beyond = [word for word in words if not span.covers(word)]
    if beyond and (not stands(text, *span) or any(_leaves_a_word(text, span, word) for word in beyond)):
        return False
    within = [text[word.start : word.end] for word in words if span.covers(word)]
    return all(len(wrong) == 1 and _is_unlikely(word, term) for word in within)


def _leaves_a_word(text: str, span: Span, word: Span) -> bool:
    """Is what a word that goes beyond the span leaves of it a word too? 月末 and 成年人 of 月末成年人."""
    return is_word(text[word.end : span.end] if word.start < span.start else text[span.start : word.start])


def _is_unlikely(word: str, term: str) -> bool:
    """Is it a word that one would hardly write in the term's place? In a long term, none would be."""
    return len(term) >= _LONG or not is_common(word)


def _words(text: str, span: Span, first: int, last: int) -> Iterator[Span]:
    """The words that the changed characters, counted from the term's beginning, make with their neighbours."""
    first, last = span.start + first, span.start + last
    for start in range(max(0, first - _LONGEST_WORD + 1), last + 1):
        for end in range(max(start + 2, first + 1), min(len(text), start + _LONGEST_WORD) + 1):
            if is_word(text[start:end]):
                yield Span(start, end)


@lru_cache(maxsize=1)
def _field_terms() -> Terms:
    """The terms of the file."""
    return Terms(words_in("terms"))
