"""Set phrases, and text that is nearly one: a character more, less, changed or moved, a word moved or dropped.

A near miss of one character keeps one half of the phrase whole (there are but two halves for the one character to be in),
so only places where a half stands need to be compared.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import cached_property

from reportlint.document.source import Span
from reportlint.language.pairs import Pairs, number

_SHORTEST = 6
"""Characters from which one character's difference is no coincidence."""
_FUNCTION = frozenset("的地得和与及并或等了着过是在以为之其各本我及以")
"""Characters that may be put into a phrase, or left out, without making it wrong."""


class Phrases:
    """Phrases to look for; each is a string in which blanks part the words that may be told out of order.

    They are filed by the two characters with which a half of them, or a disordered form, begins.
    """

    def __init__(self, phrases: Iterable[str]) -> None:
        self.near: dict[str, list[tuple[str, int, str]]] = defaultdict(list)
        self.disordered: dict[str, list[tuple[str, str]]] = defaultdict(list)
        for phrase in phrases:
            words, whole = phrase.split(), phrase.replace(" ", "")
            if len(whole) >= _SHORTEST:
                middle = len(whole) // 2
                for at, half in ((0, whole[:middle]), (middle, whole[middle:])):
                    self.near[half[:2]].append((half, at, whole))
            for form in _disordered(words):
                self.disordered[form[:2]].append((form, whole))

    @cached_property
    def numbers(self) -> frozenset[int]:
        """The pairs with which a half or a disordered form begins."""
        return frozenset(map(number, (*self.near, *self.disordered)))

    def misses(self, text: str, lines: Iterable[Span], pairs: Pairs) -> Iterator[tuple[Span, str]]:
        """Where lines of the text nearly say a phrase, and that phrase. ``pairs``: of the text, or of the same unmasked."""
        begun = iter(pairs.places(self.numbers))
        at = next(begun, len(text))
        for span in lines:
            while at < span.start:
                at = next(begun, len(text))
            while at < span.end:
                pair = text[at : at + 2]
                for form, phrase in self.disordered.get(pair, ()):
                    if text.startswith(form, at) and at + len(form) <= span.end:
                        yield Span(at, at + len(form)), phrase
                for half, offset, phrase in self.near.get(pair, ()):
                    if text.startswith(half, at) and (found := _compare(text, at, half, offset, phrase, span)):
                        yield found, phrase
                at = next(begun, len(text))


def _disordered(words: list[str]) -> Iterator[str]:
    """The phrase with two neighbouring words changed about, and, from four words on, with an inner one dropped."""
    whole = "".join(words)
    for i in range(len(words) - 1):
        if (form := "".join([*words[:i], words[i + 1], words[i], *words[i + 2 :]])) != whole:
            yield form
    if len(words) >= 4:
        for i in range(1, len(words) - 1):
            yield "".join(words[:i] + words[i + 1 :])


def _compare(text: str, at: int, half: str, offset: int, phrase: str, span: Span) -> Span | None:
    """The near miss around a half that stands at ``at``; None where the phrase itself stands there, or something else."""
    rest = phrase[len(half) :] if offset == 0 else phrase[:offset]
    for length in (len(rest), len(rest) + 1, len(rest) - 1):
        start, end = (at, at + len(half) + length) if offset == 0 else (at - length, at + len(half))
        if start < span.start or end > span.end:
            continue
        written = text[start + len(half) : end] if offset == 0 else text[start:at]
        if written == rest:
            return None
        outer = -1 if offset == 0 else 0  # the phrase's own end must be there, or where it ends is anybody's guess
        if written[outer : outer + 1 or None] == rest[outer : outer + 1 or None] and _one_edit(written, rest):
            return Span(start, end)
    return None


def _one_edit(written: str, right: str) -> bool:
    """Do two different strings differ by one character, which is a word's part and no particle, or by two changed about?"""
    head = next(
        (i for i, (a, b) in enumerate(zip(written, right, strict=False)) if a != b), min(len(written), len(right))
    )
    tail = 0
    while tail < min(len(written), len(right)) - head and written[-1 - tail] == right[-1 - tail]:
        tail += 1
    one, other = written[head : len(written) - tail], right[head : len(right) - tail]
    if len(one) == len(other) == 2:
        return one == other[::-1]
    changed = one + other
    return len(one) < 2 and len(other) < 2 and all("\u4e00" <= c <= "\u9fff" and c not in _FUNCTION for c in changed)
