"""Set phrases, and text that is nearly one: a character more, less, changed or moved.

A near miss of one character keeps one half of the phrase whole (there are but two halves for the one character to be in),
so only places where a half stands need to be compared.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import cached_property

from reportlint.document.source import Span
from reportlint.kept import patterns
from reportlint.language.marks import is_simplified
from reportlint.language.pairs import Pairs, numbers
from reportlint.language.slips.alike import is_slip, is_slip_of
from reportlint.language.words.verbs import is_verb
from reportlint.language.words.vocabulary import is_word

SHORTEST = 6
"""Characters from which one character's difference is no coincidence."""
_LONG = 8
"""Characters from which another character in the phrase is an error also where it neither sounds nor looks like the right one."""
_STATE = "国"
"""The place whose report it is may be put for it: 依法治区, 法治某县."""
_OFFICE = "行政"
"""The field whose office it is may be put for its first character: 重大渔政执法决定法制审核."""
_LEVELS = "省市县区镇乡州旗盟村"
"""They may be put in: 法治政府建设示范市创建."""
_WORD = 2
"""Characters of the first word of most phrases."""
_FUNCTION = frozenset("的地得和与及并或等了着过是在以为之其各本我及以")
"""Characters that may be put into a phrase, or left out, without making it wrong."""
_OPENS, _CLOSES = "以", "为"
"""The two of a frame: 以人民为中心."""
_JOINS = frozenset("和与及")
_CLASSICAL = "之"
"""What it joins is one thing more briefly: 第一责任人之责 is no slip for 第一责任人职责."""
_JOINING = frozenset("对向将把被由从按到让给有无不已未还再就")
"""Characters with which what follows a phrase may begin."""
_PLACES = frozenset("上中里内前下间")
_IN_A_PLACE = patterns.compile("[在从于][\u4e00-\u9fff]{0,6}$")
"""What closes the frame that one of the others opens: 在重要工作上亲自部署."""
_FRAME = 7
"""Characters before a phrase in which it is opened."""
_MODAL = frozenset("应要须该都均也可能会")
"""Characters that may be put in before a verb: 重要工作应亲自部署."""


class Phrases:
    """Phrases to look for, filed by the first three characters of their halves.

    Places are looked for by the second and third, which are seldom one word.
    """

    def __init__(self, phrases: Iterable[str]) -> None:
        self.near: dict[str, list[tuple[str, int, str]]] = defaultdict(list)
        for phrase in phrases:
            if len(phrase) >= SHORTEST:
                middle = len(phrase) // 2
                for at, half in ((0, phrase[:middle]), (middle, phrase[middle:])):
                    self.near[half[:3]].append((half, at, phrase))

    @cached_property
    def numbers(self) -> frozenset[int]:
        """The pairs that they are looked for by."""
        return numbers(begun[1:] for begun in self.near)

    def misses(self, text: str, lines: Iterable[Span], pairs: Pairs) -> Iterator[tuple[Span, str]]:
        """Where lines of the text nearly say a phrase, and that phrase. ``pairs``: of the text, or of the same unmasked."""
        for span, at in pairs.within(lines, self.numbers):
            for half, offset, phrase in self.near.get(text[at - 1 : at + 2], ()):
                begins = text.startswith(half, at - 1)
                if begins and (found := _compare(text, at - 1, half, offset, phrase, span)):
                    yield found, phrase


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
        ended = text[end : end + 1] in _FUNCTION or not text[end : end + 1].isalpha()
        ended = ended or (text[end] != phrase[-1] and _is_loose(text, end - 1))
        closed = offset == 0 and length == len(rest) and len(phrase) >= _LONG and ended
        turned = len(phrase) >= _LONG and written != rest and sorted(written) == sorted(rest)
        unframed = _is_unframed(text[start:end], phrase) and ended
        if unframed or (
            (closed or turned or _ends_alike(written, rest, -1 if offset == 0 else 0))
            and _one_edit(written, rest, len(phrase))
        ):
            if length > len(rest) and _is_in_a_place(text, Span(start, end), written, rest):
                return None
            return None if offset and _begins_with_verb(text, start, rest) else Span(start, end)
    return None


def _is_unframed(written: str, phrase: str) -> bool:
    """Is it the phrase, which is a frame, without what closes that: 以人民中心的发展思想?"""
    return phrase.startswith(_OPENS) and written == phrase.replace(_CLOSES, "", 1) != phrase


def _begins_with_verb(text: str, start: int, rest: str) -> bool:
    """Is the phrase told without its first word, behind a verb that is no slip for it, and may begin before the place:
    执行全过程记录制度, 履行机关负责人出庭应诉职责?
    """
    verbs = (text[at : at + _WORD] for at in (start, start - 1) if text.startswith(rest[_WORD:], at + _WORD))
    return len(rest) > _WORD and any(is_verb(verb) and not is_slip_of(verb, rest[:_WORD]) for verb in verbs)


def _is_in_a_place(text: str, span: Span, written: str, rest: str) -> bool:
    """Is what is put into a phrase the end of a frame that is opened before it: 在重要工作上亲自部署?"""
    at = next((at for at, (one, other) in enumerate(zip(written, rest, strict=False)) if one != other), len(rest))
    return written[at] in _PLACES and bool(_IN_A_PLACE.search(text, max(0, span.start - _FRAME), span.start))


def _is_loose(text: str, at: int) -> bool:
    """Does a character make a word neither with the one before nor with the one behind it, nor join others: 主渠路作用?"""
    pairs = text[at - 1 : at + 1], text[at : at + 2]
    return text[at] not in _FUNCTION and text[at] not in _JOINING and not any(map(is_word, pairs))


def _ends_alike(written: str, right: str, outer: int) -> bool:
    """Is the phrase's own end there, or a likely slip for it? If not, where it ends is anybody's guess."""
    if not written or not right:
        return written == right
    one, other = written[outer], right[outer]
    return one == other or (len(written) == len(right) and is_slip(one, other))


def _one_edit(written: str, right: str, length: int) -> bool:
    """Do two different strings differ by one character, which is a word's part and no particle, or by two changed about?

    These may stand side by side, about a third (银山金山), be words of two characters, or stand apart (职责科学、权能法定). What
    joins two words may stand behind the other one: 坚持加强和党的全面领导.
    length: of the whole phrase; in a short one the character must be a likely slip.
    """
    head = next(
        (i for i, (a, b) in enumerate(zip(written, right, strict=False)) if a != b), min(len(written), len(right))
    )
    tail = 0
    while tail < min(len(written), len(right)) - head and written[-1 - tail] == right[-1 - tail]:
        tail += 1
    one, other = written[head : len(written) - tail], right[head : len(right) - tail]
    if len(one) == len(other) > 1:
        moved = other[1:] + other[0] if other[0] in _JOINS else other[-1] + other[:-1] if other[-1] in _JOINS else ""
        return one in (other[-1] + other[1:-1] + other[0], other[2:] + other[:2] if len(one) == 4 else "", moved)
    if len(one) > 1 or len(other) > 1 or not all(map(is_simplified, one + other)) or {other or one} <= _FUNCTION:
        return False
    if not one:
        return True
    doubled = one in (written[max(0, head - 1) : head], written[head + 1 : head + 2])
    if not other:
        return doubled or (one not in _LEVELS and one not in _MODAL and not is_word(written[head : head + 3]))
    if right.startswith(_OFFICE, head) and written.startswith(_OFFICE[1:], head + 1) and not is_slip(one, other):
        return False
    return other != _STATE and one != _CLASSICAL and (length >= _LONG or doubled or is_slip(one, other))
