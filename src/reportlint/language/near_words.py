"""Words of two characters, and pairs that are a slip away from one: 拔付 for 拨付, 泛映 for 反映.

Many pairs of characters resemble a word by chance, above all those of words of one character (等后, 月起). An error is
taken for one where the pair is no word, the character that is right hardly ever stands alone, and the pair stands between
whole words.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from functools import lru_cache

from reportlint.document.source import Span
from reportlint.kept import patterns
from reportlint.kept.cache import cached
from reportlint.language import dictionary
from reportlint.language.marks import is_simplified
from reportlint.language.shapes import look_alike
from reportlint.language.sounds import sound_alike
from reportlint.language.vocabulary import RARE, is_word
from reportlint.language.word_boundaries import FIELD, field_words, identity, is_common

_COMMON = 1000
"""Frequency in jieba's dictionary from which a word may have been meant."""
_ALONE = 7000
"""Frequency from which a character is a word by itself, and its neighbour may be another."""
_KINDS = ("v", "n", "a", "d")
"""Tags of the words: verbs, nouns (no names: nr, ns, nz), adjectives, adverbs, and what is between them."""
_NAMES = ("nr", "ns", "nt", "nz")
_NUMERALS = frozenset("一二三四五六七八九十百千万两")
_LONGEST = 4
_CHINESE = patterns.compile("[\u4e00-\u9fff]{2,}")


def find_near_words(text: str, line: Span) -> Iterator[tuple[Span, str]]:
    """Where two characters of a line are a slip for a word, and the word; where for several, none is sure."""
    for run in _CHINESE.finditer(text, *line):
        for at in range(run.start(), run.end() - 1):
            right = _meant(text[at : at + 2])
            if right and _stands_alone(text, at, run.start(), run.end()):
                yield Span(at, at + 2), right


@lru_cache(maxsize=8192)
def _meant(pair: str) -> str:
    """The one word for which the pair is a slip; empty where it is a word, or there is none or more than one."""
    first, second = pair[0], pair[1]
    by_first, by_second, rare = _words()
    tails, heads = by_first.get(first, ""), by_second.get(second, "")
    if not (tails or heads) or is_word(pair) or not _NUMERALS.isdisjoint(pair) or not all(map(is_simplified, pair)):
        return ""
    near = [first + tail for tail in tails if sound_alike(second, tail) or look_alike(second, tail)]
    near += [head + second for head in heads if sound_alike(first, head) or look_alike(first, head)]
    return near[0] if len(near) == 1 and not is_common(pair) and f" {pair} " not in rare else ""


def _stands_alone(text: str, at: int, start: int, end: int) -> bool:
    """Does no word cross the pair's ends or lie over it, and is what stands beside it, between start and end, whole words?"""
    for begin in range(max(start, at - _LONGEST + 1), at + 2):
        for stop in range(max(begin + 2, at + 1), min(end, begin + _LONGEST) + 1):
            if is_word(text[begin:stop]):
                return False
    before = at == start or any(is_word(text[at - n : at]) for n in range(2, min(_LONGEST, at - start) + 1))
    after = at + 2
    return before and (
        after == end or any(is_word(text[after : after + n]) for n in range(2, min(_LONGEST, end - after) + 1))
    )


@lru_cache(maxsize=1)
def _words() -> tuple[dict[str, str], dict[str, str], str]:
    """The common words: first character to second ones, and the reverse, only of characters that hardly stand alone.

    And the rare words of two characters, a space around each.
    """
    # the first number: to be raised when the values are made in another way
    by_first, by_second, rare = cached(
        "near words", f"3:{identity(dictionary.path())}:{identity(FIELD)}:{_COMMON}:{_ALONE}:{RARE}", _build
    )
    return by_first, by_second, rare


def _build() -> tuple[dict[str, str], dict[str, str], str]:
    entries = [*dictionary.entries()]
    alone = {word for word, frequency, _ in entries if len(word) == 1 and frequency >= _ALONE}
    pairs = [entry for entry in entries if len(entry[0]) == 2]
    common = {w for w, frequency, tag in pairs if frequency >= _COMMON and tag.startswith(_KINDS) and tag not in _NAMES}
    by_first: dict[str, str] = defaultdict(str)
    by_second: dict[str, str] = defaultdict(str)
    for word in sorted(common.union(word for word in field_words() if len(word) == 2)):
        if word[0] not in alone:
            by_first[word[0]] += word[1]
        if word[1] not in alone:
            by_second[word[1]] += word[0]
    rare = (word for word, frequency, _ in pairs if frequency <= RARE)
    return by_first, by_second, f" {' '.join(rare)} "
