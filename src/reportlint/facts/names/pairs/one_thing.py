"""Do two names that differ in one piece name one thing? 联络员 and 联系员 do, 许可清单 and 处罚清单 don't."""

from __future__ import annotations

from typing import NamedTuple

from reportlint.facts.names.word_groups import are_akin, are_kindred, are_parallel
from reportlint.kept import patterns
from reportlint.language.phrases import load_phrases
from reportlint.language.slips.sounds import sound_alike
from reportlint.language.words.kindred import mean_alike
from reportlint.language.words.verbs import is_verb
from reportlint.language.words.vocabulary import is_word

_PHRASES = load_phrases(__file__, "one_thing")
MANY, SORTED, BEGINS, TELLS, _HARMLESS, _OF_PLACE, NAMED, DEED, SENTENCE, _ADVERB = (
    _PHRASES[name].pattern for name in "many sorted begins tells harmless of-place named deed sentence adverb".split()
)
EMPTY_WORDS = frozenset(("工作", "建设", "协调", "推进", "统筹", "综合", "专项", "攻坚"))
"""Words that stand for one another in a body's name, or are left out, without its being another body's."""
LEFT_OUT = EMPTY_WORDS | {"服务", "管理", "联合", "纠纷", "应急"}
"""Words that a name may lack."""
_ZONE, _OF_ZONES = "开发区", ("技术", "产业")
"""What the name of a zone may lack: 青岚经济技术开发区, 青岚经济开发区."""
UNIQUE = frozenset(("委员会", "指挥部"))
"""Last words of names so special that less in common makes two one."""
LEADERS = frozenset("领导小组 领导组 领导工作小组 委员会 指挥部 专班 协调小组 联席会议 办公室".split())
"""Last words of bodies of which a field of work has one."""
_OFFICES = frozenset("局厅署院馆委")
"""Last characters of offices, each of which a word before tells apart."""
_OF_ALL = ("全民", "全面", "全域", "人民")
"""Words behind the level that tell no such body from another: 县全民国防教育委员会, 县国防教育委员会."""
_STATE = patterns.compile("政府|代表|政协")
"""Before what 人民 may be left out."""
_ADMINISTRATIVE = "行政"
"""Amid a name it may be left out: 综合行政执法队, 综合执法队."""
_ABBREVIATED = ({2, 4}, {2, 3})
"""Characters of a word and of what it stands for: 监管, 监督管理; 全程, 全过程."""
_LEVELS = frozenset("省市县区镇乡")
_NUMERALS = tuple("一二三四五六七八九十")
_COUNTED, _PLACES = "个", _LEVELS | {"村"}
_BEING = frozenset("有无是")
"""They make a sentence of what looks like a name: 执法协同有断点, 执法协同断点."""
_JOINS = frozenset("和与及")
_JOINED = _JOINS | frozenset("为由对向将把被并或的")
"""What joins a name to what is told of it."""
SHARED = 3
"""Characters that two names share beside the last word."""
LONG = 6
"""Characters that two names hardly share by chance."""
_TURNED = 4
"""Characters that two names have in another order, their last ones among them, from more than which they are the same words: 优化营商环境, 营商环境优化."""


class Difference(NamedTuple):
    """How two names differ: the pieces of each; the characters they share before these, and behind them but for the head."""

    one: str
    other: str
    before: str
    behind: str

    @property
    def lengths(self) -> tuple[int, int]:
        """Characters of each name, but for the head."""
        same = len(self.before + self.behind)
        return len(self.one) + same, len(self.other) + same


def one_thing(difference: Difference, head: str) -> bool:
    """Do names that differ so name one thing?"""
    one, other, before, behind = difference
    if DEED.search(behind) or _is_sentence(difference) or _tells_the_field(difference, head):
        return False  # 管理局印发清单, 建设局印发清单
    harmless = bool(_HARMLESS.match(one + other + behind + head))
    generic = bool(MANY.fullmatch(head) or SORTED.fullmatch(head))
    if one + other in _JOINS and len(before) > 1:
        return not generic
    if {len(one), len(other)} in _ABBREVIATED:
        short, full = sorted((one, other), key=len)
        return (len(before + behind) >= SHARED or len(head) > 1) and short == full[0] + full[2]
    if sorted(one) == sorted(other):
        return len(one + before + behind) + len(head) > _TURNED and not SORTED.fullmatch(head)
    if len(before + behind) < (2 if harmless or len(one) == len(other) > 1 else SHARED) or _OF_PLACE.match(behind):
        return False
    if len(one) == len(other) == 2:
        alike = _alike(one, other, anywhere=len(before) > SHARED or len(before + behind) >= LONG)
        if MANY.fullmatch(head) or (not behind and SORTED.fullmatch(head)):
            kindred = are_kindred(one, other) and len(before) >= SHARED
            return kindred or (len(before) > SHARED and len(behind) > 1 and alike)
        return {one, other} <= EMPTY_WORDS or (alike and (bool(_matter(before)) or are_kindred(one, other)))
    if one + other == _ADMINISTRATIVE:
        return len(before) > 1 and len(behind) > 1
    if not before or len(one) > 2:
        return False
    if not (one and other):
        return _may_be_left_out(one + other, difference, head, harmless)
    if sound_alike(one, other) and not (TELLS.search(one) and TELLS.search(other)):
        return len(_matter(before)) != 1 or not all(is_word(before[-1] + char) for char in (one, other))  # 禁毒, 禁赌
    return (harmless or not TELLS.search(one + other)) and _kindred(difference, head)


def _is_sentence(difference: Difference) -> bool:
    """Does what looks like a name tell of a deed: 住宅建设才会成为增长点, 举办茶话会 and 举行茶话会?"""
    one, other, before, behind = difference
    if SENTENCE.search(before + one + behind) or SENTENCE.search(before + other + behind):
        return True
    if any(_ADVERB.fullmatch(piece) for piece in (one, other)):
        return True
    if len(one) == len(other) == 1:
        if before[-1:] in _NUMERALS:
            return True  # 第一批, 第一期
        one, other = before[-1:] + one, before[-1:] + other
    counted = before[:1] == _COUNTED and before[1:2] in _PLACES  # 2个村接入外网, 4个村接通外网
    return (counted or len(behind) > SHARED) and is_verb(one) and is_verb(other)


def _may_be_left_out(word: str, difference: Difference, head: str, harmless: bool) -> bool:
    """May a name lack a word and be the same thing's: 联席会议 and 协调联席会议, 经济技术开发区 and 经济开发区?"""
    before, behind = difference.before, difference.behind
    if head in UNIQUE and word in _OF_ALL and before in _LEVELS:
        return len(behind) > 1 and not _STATE.match(behind)
    noun = len(word) == 2 and not is_verb(word)
    amid = noun and min(len(before), len(behind)) > SHARED
    acts = is_verb(word + behind[:1] if len(word) == 1 else word) and word not in LEFT_OUT  # 增设窗口, 设窗口
    if (
        len(before) < 2
        or acts
        or word in _BEING
        or BEGINS.search(before)
        or (TELLS.search(word) and not (harmless or amid))
    ):
        return False
    enough = LONG - (len(head) == 1) - 2 * (noun and head in UNIQUE and word not in _OF_ALL)
    within = len(behind) > 1 and len(before + behind) >= enough and not MANY.fullmatch(head)
    lacked = word in LEFT_OUT and (len(behind) > 1 or not MANY.fullmatch(head))  # 工作推进机制 is no 工作机制
    return len(word) == 1 or lacked or within or amid or (head == _ZONE and word in _OF_ZONES)


def may_be_one_thing(difference: Difference, head: str) -> bool:
    """Do names that differ so name one thing, if it is told of one thing? 告知单 and 通知单, 服务站 and 援助站 may."""
    one, other, before, behind = difference
    if (
        not (one and other)
        or len(before + behind + head) < LONG - 2
        or DEED.search(behind)
        or _is_sentence(difference)
        or _tells_the_field(difference, head)
        or not _JOINED.isdisjoint(behind)
    ):
        return False
    pairs = [(one, other)]
    if len(one) == len(other) == 1:
        pairs = [(before[-1:] + one, before[-1:] + other), (one + behind[:1], other + behind[:1])]
    if any(are_parallel(*pair) for pair in pairs):
        return False
    if any(are_kindred(*pair) or are_akin(*pair) or mean_alike(*pair) for pair in pairs):
        return True
    if _OF_PLACE.match(behind) or "”" in behind:  # “智慧监管”平台, “智慧城管”平台: what is quoted tells which
        return False
    akin = any({*word} & {*twin} and is_word(word) and is_word(twin) for word, twin in pairs)
    named_before = len(_matter(before)) > 1 and not is_verb(before[-2:])
    many = len(before) < LONG and bool(MANY.fullmatch(head))
    tells_kind = len(behind) < 2 and (many or bool(SORTED.fullmatch(head)))
    return akin and named_before and not (tells_kind or TELLS.search(one + other) or NAMED.search(before))


def _tells_the_field(difference: Difference, head: str) -> bool:
    """Does nothing but the words that differ tell what a body leads: 普法工作领导小组, 法治工作领导小组?"""
    one, other, before, behind = difference
    told = (
        len(one) == len(other) == 2 and one != other[::-1] and not {one, other} <= EMPTY_WORDS and not _matter(before)
    )
    return (told and head in LEADERS and behind in {"", *EMPTY_WORDS}) or _are_two_offices(difference, head)


def _are_two_offices(difference: Difference, head: str) -> bool:
    """海警局 and 海事局: is each named by a word for its own service?"""
    one, other, before, behind = difference
    if head not in _OFFICES or behind or len(one) != len(other):
        return False
    words = (before[-1:] + one, before[-1:] + other) if len(one) == 1 else (one, other)
    alike = are_kindred(*words) or mean_alike(*words) or sound_alike(words[0][-1], words[1][-1])
    return all(map(is_word, words)) and {*map(len, words)} == {2} and not alike


def _matter(before: str) -> str:
    """What tells of the matter before a difference: 县防汛 says 防汛, 县 nothing."""
    return before[max(before.rfind(level) for level in _LEVELS) + 1 :]


def _alike(word: str, other: str, anywhere: bool) -> bool:
    """Do two words of two characters share the first or the last, or in a long name any; or stand for one another?"""
    if are_parallel(word, other):
        return False
    one_place = word[0] == other[0] or word[1] == other[1]
    shared = (one_place or (anywhere and {*word} & {*other})) and not TELLS.search(word + other)
    words = is_word(word) + is_word(other)
    return bool(shared and words > one_place) or are_kindred(word, other)


def _kindred(difference: Difference, head: str) -> bool:
    """Do two characters make words of the same neighbour: 联络 and 联系, 化解 and 调解?"""
    one, other, before, behind = difference
    pairs = ((before[-1] + one, before[-1] + other), (one + behind[:1], other + behind[:1]))
    if len(before) > SHARED and any(are_kindred(*pair) for pair in pairs):
        return True
    if any(are_parallel(*pair) for pair in pairs):
        return False
    if MANY.fullmatch(head) or (len(behind) < 2 and SORTED.fullmatch(head)) or NAMED.search(before):
        return False
    if "”" in behind:
        return any(are_kindred(*pair) for pair in pairs)  # “智慧监管”平台, “智慧城管”平台: what is quoted tells which
    if len(_matter(before)) < 2 and behind:
        return any(are_kindred(*pair) for pair in pairs)  # 校车安全, 校园安全: the matter itself
    return not behind or any(len(word) == 2 and is_word(word) and is_word(twin) for word, twin in pairs)
