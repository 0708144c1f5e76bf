"""Idioms (成语), and four characters that are a slip away from one.

The idioms are those of jieba's dictionary, which marks them, and the set wordings of official writing in idioms.txt. They
are many (some 10,000), and new wordings are made on their pattern every day (稳中有进, 自查自评), so that four characters
that merely resemble one prove nothing, nor do those made for the occasion (望球兴叹). An error is taken for one where its cause
is seen: the character sounds or looks like the right one, or two have changed places; and what is written must be no word
itself, and not made of common ones.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import Any

from reportlint.document.source import Span
from reportlint.kept.cache import cached_with_numbers, in_columns, out_of_columns
from reportlint.language.marks import is_simplified
from reportlint.language.pairs import Pairs, number
from reportlint.language.slips.shapes import share_a_part
from reportlint.language.slips.sounds import sound_alike
from reportlint.language.word_files import path_of, words_in
from reportlint.language.words import dictionary
from reportlint.language.words.vocabulary import RARE, RARE_IDIOM, is_word
from reportlint.language.words.word_boundaries import identity, is_common, stands

_KNOWN = 15
"""Frequency from which four characters not marked as an idiom are a set phrase."""
_JOINTLY = frozenset("并举 并重 并用 并施 并行 并进 兼施 兼顾 兼治 结合 共治 同治 联动 一体 双管 双修".split())
"""What two do of which either may be named first: 教罚并举, 罚教并举."""
_COMMON = 300
"""Frequency of a common word."""


def find_near_idioms(text: str, pairs: Pairs) -> Iterator[tuple[Span, list[str]]]:
    """Where four characters are one off idioms, and those idioms. ``pairs``: of the text, or of the same unmasked."""
    by_head, by_tail, numbers = halves()
    begun = {at - back for at in pairs.places(numbers) for back in _begins(text, at, by_head, by_tail)}
    for at in sorted(begun):
        head, tail = text[at : at + 2], text[at + 2 : at + 4]
        tails, heads = by_head.get(head, "").split(), by_tail.get(tail, "").split()
        if tail in tails:
            continue
        near = [head + other for other in tails if _differ(other, tail)]
        near += [other + tail for other in heads if _differ(other, head)]
        near = [idiom for idiom in near if not _is_frame(idiom, text[at : at + 4], by_head, by_tail)]
        if near and (right := sorted(idiom for idiom in near if _errs(text, at, idiom))):
            yield Span(at, at + 4), right


def is_idiom(words: str) -> bool:
    """Are four characters an idiom: 生机勃勃?"""
    by_head, *_ = halves()
    return len(words) == 4 and words[2:] in by_head.get(words[:2], "").split()


def _begins(text: str, at: int, by_head: dict[str, str], by_tail: dict[str, str]) -> Iterator[int]:
    """How far before a half an idiom may begin: 0 where it is a first half, 2 where it is a second one."""
    half = text[at : at + 2]
    if _shares(by_head.get(half, ""), text[at + 2 : at + 4]):
        yield 0
    if at >= 2 and _shares(by_tail.get(half, ""), text[at - 2 : at]):
        yield 2


def _shares(halves: str, half: str) -> bool:
    """Has one of the halves a character of this one, or is this one a character twice? Most are neither."""
    return len(half) == 2 and (half[0] in halves or half[1] in halves or (half[0] == half[1] and bool(halves)))


def _differ(half: str, other: str) -> bool:
    """Do two halves differ by one character, which may be there twice (竞竞, 兢兢), or by the order of the two?"""
    twice = half[0] == half[1] and other[0] == other[1]
    return half != other and (half[0] == other[0] or half[1] == other[1] or half == other[::-1] or twice)


def _is_frame(idiom: str, written: str, by_head: dict[str, str], by_tail: dict[str, str]) -> bool:
    """Is the place where they differ open to many characters: 因地制宜, 因时制宜, 因人制宜, so why not 因事制宜; 一企一策, 一企一册?"""
    if written[0] == written[2] == "一":
        return True
    for half, kept, others in (
        (idiom[:2], written[:2], by_tail.get(idiom[2:], "")),
        (idiom[2:], written[2:], by_head.get(idiom[:2], "")),
    ):
        if half != kept and sum(other != half and _differ(half, other) for other in others.split()) > 1:
            return True
    return False


def _errs(text: str, at: int, idiom: str) -> bool:
    """Are the four characters at ``at`` a slip for this idiom, rather than words of their own?"""
    written = text[at : at + 4]
    wrong = [i for i in range(4) if written[i] != idiom[i]]
    first, last = wrong[0], wrong[-1]
    if not all(is_simplified(written[i]) or share_a_part(written[i], idiom[i]) for i in wrong):
        return False
    if is_word(written) or not _stands(text, at, first) or _is_made(text, at, first, last):
        return _sounds_whole(text, at, idiom, first, last)
    if len(wrong) == 2 and written[first] != written[last]:
        return not is_word(written[first : last + 1]) and not (last == 1 and written[2:] in _JOINTLY)
    return sound_alike(written[first], idiom[first]) or share_a_part(written[first], idiom[first])


def _sounds_whole(text: str, at: int, idiom: str, first: int, last: int) -> bool:
    """Are they two words, one of them hardly written but in the idiom, and the other its half but for a character that
    sounds alike: 委屈求全?
    """
    written = text[at : at + 4]
    half, kept = (written[:2], written[2:]) if first < 2 else (written[2:], written[:2])
    words = is_common(half) and is_word(kept) and not is_common(kept) and not is_word(written)
    return words and first == last and sound_alike(written[first], idiom[first]) and stands(text, at, at + 4)


def _is_made(text: str, at: int, first: int, last: int) -> bool:
    """Is what differs, from the character ``first`` to ``last`` of the four at ``at``, one with words beside it, rather than a
    slip: 自成一个, 自来水等, 无|不知道, 有理有力有节?
    """
    written = text[at : at + 4]
    half, kept = (written[:2], written[2:]) if first < 2 else (written[2:], written[:2])
    if first // 2 == last // 2 and ((is_common(half) and is_word(kept)) or "某" in half):
        return True
    if (first == 3 and is_word(written[:3])) or (last == 0 and is_word(written[1:])):
        return True
    return written[0] == written[2] == text[at - 2 : at - 1]


def _stands(text: str, at: int, wrong: int) -> bool:
    """Do the four characters at ``at`` stand as words of the text? The half that is not wrong may go on: 循私舞弊案件."""
    if stands(text, at, at + 4):
        return True
    return wrong < 2 and not is_word(text[at : at + 2]) and stands(text, at, at + 2)


@lru_cache(maxsize=1)
def halves() -> tuple[dict[str, str], dict[str, str], frozenset[int]]:
    """First half of the idioms to second halves, and the reverse, halves of one joined by spaces; the halves' numbers."""
    sides, numbers = cached_with_numbers("idioms", _key(), _idioms)
    by_head, by_tail = map(out_of_columns, sides)
    return by_head, by_tail, frozenset(numbers)


def _idioms() -> tuple[list[Any], Iterable[int]]:
    """First halves and their second halves, and the reverse, each in one string of lines; the halves' numbers."""
    twos = {word: frequency for word, frequency, _ in dictionary.entries() if len(word) == 2}
    fours = {word: (frequency, tag) for word, frequency, tag in dictionary.entries() if len(word) == 4}
    found = dict.fromkeys(words_in("idioms"), _COMMON)
    for word, (frequency, tag) in fours.items():
        if frequency <= RARE or not all("\u4e00" <= char <= "\u9fff" for char in word):
            continue
        halves = [twos.get(half, 0) for half in (word[:2], word[2:])]
        composed = min(halves) > RARE and max(halves) >= _COMMON
        if tag == "i" or (frequency >= _KNOWN and tag in ("l", "n", "nr", "nz", "a", "v", "z") and not composed):
            found[word] = frequency
    by_head: dict[str, list[str]] = defaultdict(list)
    by_tail: dict[str, list[str]] = defaultdict(list)
    for word in sorted(found.keys() - set(_errors(found))):
        by_head[word[:2]].append(word[2:])
        by_tail[word[2:]].append(word[:2])
    sides = [in_columns({half: " ".join(others) for half, others in side.items()}) for side in (by_head, by_tail)]
    return sides, sorted({number(half) for half in (*by_head, *by_tail)})


def _errors(found: dict[str, int]) -> Iterator[str]:
    """The rare ones of these words, with their frequencies, that are a slip for a frequent one."""
    kept: dict[str, list[str]] = defaultdict(list)
    for word in found:
        for at in range(4):
            kept[f"{at}{word[:at]}{word[at + 1 :]}"].append(word)
    for word, frequency in found.items():
        if frequency <= RARE_IDIOM:
            for at in range(4):
                others = kept[f"{at}{word[:at]}{word[at + 1 :]}"]
                if any(found[o] >= 20 * frequency and sound_alike(word[at], o[at]) for o in others):
                    yield word


def _key() -> str:
    # the first number: to be raised when the values below are made in another way
    return f"17:{identity(dictionary.path())}:{identity(path_of('idioms'))}:{RARE}:{RARE_IDIOM}:{_KNOWN}:{_COMMON}"
