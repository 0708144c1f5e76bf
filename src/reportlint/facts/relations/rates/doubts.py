"""What leaves open whether a rate is that of the counts beside it: 其中村级化解1210件，化解率98% may be the rate of all."""

from __future__ import annotations

from collections.abc import Sequence

from reportlint.facts.figures.mentions import Mention
from reportlint.language.numbers.measure_words import how_counted
from reportlint.language.phrases import load_phrases
from reportlint.language.words.verbs import is_verb

_WORDS = load_phrases(__file__, "doubts")
_DEEDS = frozenset("结案 到庭 销号 销案 销账 清零 归零 摘牌".split())
"""What reports use as verbs and the dictionary does not know as such."""
_WORD = 2
"""Characters of a word."""


def is_open(stem: str, numerator: Mention, before: Sequence[Mention]) -> bool:
    """May the rate of ``stem`` be of another count than ``numerator``, by its words? ``before``: the counts before it.

    So it is where the rate says how it was done and the count does not (审结80件，按期审结率), where the count is but that of some
    (其中主要负责人出庭12件，出庭率; 新聘顾问46家，聘请率), and where it is of another thing (受理信访事项860件，办结积案36件).
    """
    words = numerator.before
    way = _WORDS["way"].pattern.search(stem)
    told = words + numerator.after
    if (
        way is not None
        and way.group() not in told
        and not (_WORDS["in-time"].pattern.search(way.group()) and _WORDS["in-time"].pattern.search(told))
    ):
        return True
    if _WORDS["new"].pattern.search(words) and not _WORDS["new"].pattern.search(stem):
        return True
    at, end = _place_of_name(stem, words)
    some = "" if at == len(words) else _WORDS["manner"].pattern.sub("", words[:at].partition("其中")[2])
    # 安装定位装置的118辆 counts what was told before
    looked_at = _WORDS["those"].pattern.search(words) or _WORDS["come-upon"].pattern.search(words[:at])
    thing = "" if looked_at else words[end:]
    named = any(thing[-_WORD:] in each.before + each.after for each in before)
    counted = how_counted(thing[-_WORD:])
    others = counted is not None and numerator.quantity.unit in counted.wrong  # 公示检查结果304户 counts no 结果
    given = way is not None and _WORDS["given"].pattern.fullmatch(thing) is not None  # 按期出具办理意见480件
    thing = (
        "" if others or given or is_verb(thing[-_WORD:]) or thing in _DEEDS else thing
    )  # 整改回访15条, 调解结案378件
    led = _WORDS["led"].pattern.search(words[:at]) is not None  # 因负责人出差由分管领导出庭的30件
    return (
        led or len(some) >= _WORD or (len(thing) >= _WORD and not named and thing[-_WORD:] not in stem and bool(before))
    )


def is_of_some(stem: str, numerator: Mention, earlier: Sequence[Mention]) -> bool:
    """优良断面17个，其中国考断面4个，优良率100%: may it be the rate of some that are told between the numerator and it?"""
    last = earlier[-1]
    return last is not numerator and last.before.startswith("其中") and stem[-_WORD:] not in last.before + last.after


def is_of_another(stem: str, numerator: Mention, earlier: Sequence[Mention]) -> bool:
    """破案178起，其中破本年立案156起，本年立案的破案率52%: does the rate's name say of which it is, and another count tell of these?"""
    those = stem.rpartition("的")[0]
    return len(those) >= _WORD and any(
        those in each.before + each.after for each in earlier if each.span.start > numerator.span.start
    )


def is_narrower(stem: str, numerator: Mention, before: Sequence[Mention]) -> bool:
    """Does the rate's name begin with a thing that no count beside it names: 立案912起，破案608起，命案破案率?"""
    told = "".join(each.before + each.after for each in (*before, numerator))
    thing = _WORDS["manner"].pattern.sub("", stem)[:-_WORD]
    return len(thing) >= _WORD and thing[:_WORD] not in told


def _place_of_name(stem: str, words: str) -> tuple[int, int]:
    """Where the words say what the rate's name does; their end where they do not."""
    places = [words.find(stem[at : at + _WORD]) for at in range(len(stem) - 1)]
    found = [place for place in places if place >= 0]
    return (min(found), max(found) + _WORD) if found else (len(words), len(words))
