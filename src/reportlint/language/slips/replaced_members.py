"""The members of set phrases, and one of them told with other words: 严格执法、公正司法、人人守法.

A phrase is several members, a member several words; what is put for a member is told by those around it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import NamedTuple

from reportlint.document.source import Span
from reportlint.kept import patterns
from reportlint.language.slips.alike import is_slip_of
from reportlint.language.words.vocabulary import is_word

MARKS = patterns.compile('[“”‘’"]*([、，；和与及]?)[“”‘’"]*')
"""What may stand between two words of a phrase."""
_ITEM = patterns.compile('[”’"]?[、，][“‘"]?(?P<item>[\u4e00-\u9fff]{2,14})[”’"]?[、，；。][“‘"]?')
"""What is told where a member of a phrase is due."""
MANY = 4
"""Words from which one may be left out and the rest still be meant for the phrase."""
FEW = 3
"""Members of which the order tells that the phrase is meant; where it has but two, both."""
_QUOTED = patterns.compile("[“‘]([\u4e00-\u9fff]{2,6})[”’]")
"""What is told in the place of a member's tail."""
_LIST = patterns.compile("[\u4e00-\u9fff、]{0,60}")
"""A list of members, and what follows it."""
_LEAST = 2
"""Characters that a tail must have in common with the right one."""
_TAIL = 3
"""Characters with which a last member ends that is told shorter or longer than it is."""
_AND_SO_ON = "等"
_OF_ALL = patterns.compile(
    r"[等共这]{0,2}(?:全部?|所有?|上述?|以上?|法定?|必[经备]?|规定?|各[项个]?)?(?:[一二三四五六七八九十\d]{1,2}[项个道大步类]?)?"
    r"(?:程序?|环节?|步骤?|流程?|制度?|机制?|要求?)?$"
)
"""What all members are, or how many, may be told behind the last one, in place of its end: 集体讨论程序, 集体讨论五项; perhaps
only as far as the last one would go: 集体讨论法定, 集体讨论等程."""
_LEADS_TO = patterns.compile("等?(?:系列|重点)?(?:改革|工作|要求|理念|原则|方针|机制|措施)")
"""What a list is the beginning of: 简政放权、放管结合、优化管理改革."""
_STATE = "国"
"""The place whose report it is may be put for it: 依法治区."""
_BETWEEN_STATES = "国际"


class SetPhrase(NamedTuple):
    """A phrase. free: its members may come in any order; alone: one crossed member is wrong by itself; then: what must follow.

    whole: none of its members may be left out, though they are but three.
    """

    members: tuple[tuple[str, ...], ...]
    free: bool = False
    alone: bool = False
    then: tuple[str, ...] = ()
    whole: bool = False

    @property
    def words(self) -> tuple[str, ...]:
        """All words, in order."""
        return tuple(word for member in self.members for word in member)

    def told(self, members: Iterable[int]) -> str:
        """Some of the members, as they should be written."""
        return "、".join("".join(self.members[at]) for at in sorted(set(members)))


class Member(NamedTuple):
    """A member of a phrase, by its number, told in a text."""

    at: int
    span: Span
    mark: str  # that parts it from the one before, or none


def find_replaced(text: str, told: list[Member], phrase: SetPhrase) -> tuple[Span, str] | None:
    """Where a member is told with other words beside those told rightly; and how it goes."""
    if not told:
        return None
    return _replaced(text, told, phrase) or _ended_wrongly(text, told, phrase) or _begun_wrongly(text, told, phrase)


def find_stranger(text: str, start: int, phrase: SetPhrase) -> tuple[Span, str] | None:
    """In a list that begins at a place, the item much like the one member that is not told, in whatever order; and that
    member. A list of three must be whole, and lead up to what follows the phrase: 自治、德治、共治相结合的.
    """
    if phrase.free or not (phrase.whole and phrase.then if len(phrase.members) < MANY else not phrase.then):
        return None
    members = ["".join(member) for member in phrase.members]
    if text[start - 1 : start] == "、":
        start -= 1 + len(members[0])
    items = _items(text, start, phrase, members)
    strange, missing = [i for i in items if i not in members], [m for m in members if m not in items]
    if len(items) != len(members) or len(strange) != 1 or len(missing) != 1 or text[start - 1 : start] == "、":
        return None
    at = start + sum(len(other) + 1 for other in items[: items.index(strange[0])])
    right = missing[0]
    item = text[at : at + len(right)] if strange[0] == items[-1] else strange[0]
    if _is_of_state(right) or right in strange[0] or len(item) != len(right) or _shared(item, right) * 2 < len(right):
        return None
    return None if strange[0] == items[-1] and _names_all(item, right) else (Span(at, at + len(item)), right)


def _names_all(item: str, right: str) -> bool:
    """Is the last member told by its beginning, and what all of them are behind it?"""
    return right.startswith(_OF_ALL.sub("", item))


def _is_of_state(words: str) -> bool:
    """May the place whose report it is be put for the state in them?"""
    return _STATE in words.replace(_BETWEEN_STATES, "")


def find_other_tail(text: str, head: Member, phrase: SetPhrase) -> tuple[Span, str] | None:
    """Where behind the head of a member stands another tail than its own, but much like it, and the member: 坚定“四个自觉”;
    unquoted, another in one character of three or more: 法无授权不可做.
    """
    tail = phrase.members[head.at][-1]
    quoted = _QUOTED.match(text, head.span.end)
    end = quoted.end(1) if quoted else head.span.end + len(tail)
    told = quoted[1] if quoted else text[head.span.end : end]
    least = len(tail) / 2 if quoted else max(len(tail) - 1, _LEAST)
    if len(tail) != len(told) or not told.isalpha() or not len(tail) > _shared(tail, told) >= least:
        return None
    if not quoted and (told[0] != tail[0] or _is_of_state(tail)):
        return None
    return Span(head.span.start, end), phrase.told([head.at])


def find_slip_beside(text: str, tail: Member, phrase: SetPhrase) -> tuple[Span, str] | None:
    """Where behind the tail of a member, whose head is another, stands a slip of the next member, and that: 街道吹哨、部门报道."""
    if tail.at + 1 >= len(phrase.members) or not (marks := MARKS.match(text, tail.span.end)) or not marks[1]:
        return None
    right = phrase.told([tail.at + 1])
    span = Span(marks.end(), marks.end() + len(right))
    told = text[slice(*span)]
    meant = len(right) >= MANY and told != right and told.isalpha() and is_slip_of(told, right)
    return (span, right) if meant and not _is_of_state(right) else None


def _items(text: str, start: int, phrase: SetPhrase, members: list[str]) -> list[str]:
    """The items of a list that begins at a place, as many as the phrase has; of the last, the member it begins with."""
    listed = _LIST.match(text, start)
    words = listed.group() if listed else ""
    if phrase.then:
        words = words[: min((at for then in phrase.then if (at := words.find(then)) > 0), default=0)]
        return words.split("、")
    *items, last = words.split("、")[: len(members)]
    return [*items, next((member for member in members if last.startswith(member)), last)]


def _replaced(text: str, told: list[Member], phrase: SetPhrase) -> tuple[Span, str] | None:
    """The member that others of the phrase lead up to and that is told with other words; and how it goes.

    Where all the others are told, and they are many, anything in its place is wrong; else what is much like it.
    """
    due, every = len(told) and told[-1].at + 1, len(phrase.members)
    if due in (0, every) or [member.at for member in told] != [*range(due - len(told), due)]:
        return None
    match = _ITEM.match(text, told[-1].span.end)
    right = phrase.told([due])
    if not match or _is_of_state(right) or right in match["item"] or abs(len(match["item"]) - len(right)) > 1:
        return None
    if _AND_SO_ON in match["item"] and _AND_SO_ON not in right:
        return None
    if due == every - 1 and _names_all(match["item"], right):
        return None
    if _begins(text, match.end(), phrase, due):
        return None  # something is put in before it
    after = _begins(text, match.end(), phrase, due + 1)
    if not after and told[0].at:  # those that come before may be told behind it
        after = min(told[0].at, _begins(text, match.end(), phrase, 0))
    found = Span(*match.span("item")), right
    if len(told) + after == every - 1 and not phrase.free and _stands_for(match["item"], right, phrase, after):
        return found
    if len(right) < MANY or every < FEW:
        return None
    shared = _shared(match["item"], right)
    alike = shared * 2 > len(right) or (after and shared * 2 == len(right))
    parallel = len({member[-1][-2:] for member in phrase.members}) == 1  # 问题导向、目标导航
    if parallel and shared >= len(right) - 1 and match["item"][:2] == right[:2]:
        return found
    nearly = len(right) > MANY and shared * 4 >= len(right) * 3
    return found if nearly or (alike and (after or len(told) > 1)) else None


def _stands_for(item: str, right: str, phrase: SetPhrase, after: int) -> bool:
    """Is an item put for the one member that is not told? Of many, whatever it is; of few, where it is like the right one.

    after: how many of the members follow it. Of three that belong together, none may be another; of two long ones, half of
    the characters show it; else a character of two, of the last its first two: 共建、共管、共享; 放管结合、优化环境.
    """
    every, size = len(phrase.members), len(right)
    if every >= MANY:
        return after > 0
    if len(item) != size:
        return False
    if every < FEW:
        return _shared(item, right) * 4 >= size * (3 if size <= MANY else 2)
    same = sum(one == other for one, other in zip(item, right, strict=True))
    return phrase.whole or (same * 2 >= size and (after > 0 or (size >= MANY and item[:2] == right[:2])))


def _begins(text: str, at: int, phrase: SetPhrase, member: int) -> int:
    """How many members of a phrase, from one on, stand there one behind the other."""
    count = 0
    for right in ("".join(words) for words in phrase.members[member:]):
        if not text.startswith(right, at):
            break
        count, marks = count + 1, MARKS.match(text, at + len(right))
        at = marks.end() if marks else len(text)
    return count


def _shared(one: str, other: str) -> int:
    """How many characters two wordings have in common."""
    return sum((Counter(one) & Counter(other)).values())


def _ended_wrongly(text: str, told: list[Member], phrase: SetPhrase) -> tuple[Span, str] | None:
    """The last member, where all others are told and what stands in its place, whatever follows, is much like it."""
    last = len(phrase.members) - 1
    right = phrase.told([last])
    marks = MARKS.match(text, told[-1].span.end) if [member.at for member in told] == [*range(last)] else None
    if not marks or not marks[1] or _is_of_state(right):
        return None
    span = Span(marks.end(), marks.end() + len(right))
    item = text[span.start : span.end]
    if len(right) == MANY:
        led = not phrase.free and last + 1 >= FEW and item[:2] == right[:2] and bool(_LEADS_TO.match(text, span.end))
        led = led and is_word(item[2:]) and item != right and not _names_all(item, right)
        return (span, right) if led or _is_slip_of(item, right) else None
    if len(right) < MANY or last + 1 < FEW:
        return None
    if right[1:] in text[span.start + 1 : span.end + 1] or item[:1] != right[0]:
        return None
    if item.isalpha() and len(right) > _shared(item, right) >= len(right) * 3 / 4:
        return span, right
    end = text.find(right[-_TAIL:], span.start + 1, span.end + _TAIL) + _TAIL  # 管经济必须管安全
    item = text[span.start : end]
    nearly = len(right) > len(item) and item.isalpha() and _shared(item, right) * 3 >= len(right) * 2
    return (Span(span.start, end), right) if nearly else None


def _is_slip_of(item: str, right: str) -> bool:
    """Are four characters four others but for one, which makes no word with the one beside it: 一岗双职?"""
    wrong = [at for at, (one, other) in enumerate(zip(item, right, strict=False)) if one != other]
    return len(item) == MANY and len(wrong) == 1 and item.isalpha() and not is_word(item[wrong[0] // 2 * 2 :][:2])


def _begun_wrongly(text: str, told: list[Member], phrase: SetPhrase) -> tuple[Span, str] | None:
    """The first member, where two that follow it are told and what stands before them is much like it: 公众参加、专家论证."""
    right = phrase.told([0])
    if [member.at for member in told[:2]] != [1, 2] or len(right) < MANY or _is_of_state(right):
        return None
    end = told[0].span.start - 1
    if text.endswith(f"{right}、", 0, end - len(right)):
        return None  # something is put in behind it
    span = Span(max(0, end - len(right)), end)
    item = text[span.start : end]
    alike = len(right) > _shared(item, right) > len(right) / 2
    return (span, right) if alike and text[end : end + 1] == "、" and item[:1] == right[0] else None
