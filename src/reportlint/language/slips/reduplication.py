"""Words written twice on purpose: 拉拉扯扯, 赤裸裸, 很多很多, 商量商量, 一件事一件事, 说着说着.

Ordinary Chinese doubles verbs, adjectives and amounts; official writing does not double the words of its own (开展, 落实).
"""

from __future__ import annotations

from reportlint.document.source import Span
from reportlint.kept import patterns
from reportlint.language.slips.idioms import is_idiom
from reportlint.language.words.official_words import is_official
from reportlint.language.words.verbs import is_verb
from reportlint.language.words.vocabulary import is_word

_DEGREES = frozenset("很最极更太那这老大小好多真如")
"""What makes an amount or a manner of the character behind it: 很多, 大片, 那么, 如何."""
_GOES_ON = "着"
"""说着说着."""
_ONE = "一"
_NOT = "不"
_BEHIND = ("的", "就", "而")
"""What stands behind what is done a little, or is so: 商量商量就好, 黑绿黑绿的."""
_EACH = frozenset("家户人村乡县镇天年月日时次件条个项处步事样门桩环层句笔关岗案信")
"""What is counted one by one: 家家, 户户."""
_OF_EACH = frozenset("有都皆均无不可能要必须应过见受落清抓讲争办相压紧管盯")
"""With what something is said of each, also behind a word: 操心事件件有着落."""
_EACH_SO = patterns.compile("[\u4e00-\u9fff]{2}(?=[、，。；”\n]|$)")
"""案案留痕, 企企达标: what is said of each, as a phrase of four characters."""
_STEPS = frozenset("年月日天时节步季届代")
"""By which something grows or falls: 指数节节攀升, 户数年年增长."""
_WHICH = frozenset("今本去全明前每半当同上下近往这那一二两三四五六七八九十百")
"""They tell which of them it is: 本月."""
_LEADS = frozenset("并已均也都且仍未")
"""They lead to a verb, and no verb that is doubled begins with them: 并并建立."""
_LED_TO = (
    "实现",
    "做到",
    "确保",
    "坚持",
    "达到",
    "力争",
    "力求",
    "推动",
    "形成",
    "推行",
    "落实",
    "实行",
    "要求",
    "基本",
    "全部",
)
"""Behind what a phrase of four characters begins."""
_PARTICLE = "地"
"""脚踏实地地推进."""


def is_reduplication(text: str, one: Span) -> bool:
    """Is the word at ``one``, behind which it stands again, doubled on purpose?"""
    word = text[one.start : one.end]
    if len(word) == 1:
        return _is_of_character(text, one.start)
    if word[0] == _ONE and len(word) > 2:
        return True  # 一件事一件事
    if len(word) > 2 or is_official(word):
        return False
    behind = text[one.end + 2 : one.end + 4]
    if word[0] == _NOT or is_verb(behind):
        return False  # 质量不高不高, 巡回巡回宣讲
    little = is_verb(word) and not behind[:1].isdigit()  # what is done a little is not counted
    doubles = word[0] in _DEGREES or word[1] == _GOES_ON or little
    return doubles or behind.startswith(_BEHIND) or not behind[:1].isalnum()


def _is_of_character(text: str, at: int) -> bool:
    """Is the character at ``at``, behind which it stands again, doubled on purpose?"""
    if text[at] == _PARTICLE and is_idiom(text[max(0, at - 3) : at + 1]):
        return True
    before, behind = text[max(0, at - 2) : at], text[at + 2 : at + 4]
    if any(len(pair) == 2 and pair[0] == pair[1] and pair.isalpha() for pair in (before, behind)):
        return True  # 拉拉扯扯
    if is_word(text[max(0, at - 1) : at + 2]):
        return True  # 赤裸裸
    if text[at] in _EACH and (text[at + 2 : at + 3] in _OF_EACH or not text[at - 1 : at].isalpha()):
        return True
    if text[at] in _STEPS and is_verb(behind) and text[at - 1 : at].isalpha() and text[at - 1] not in _WHICH:
        return True
    if _EACH_SO.match(text, at + 2) and (not text[at - 1 : at].isalpha() or text.endswith(_LED_TO, 0, at)):
        return True
    verb = text[at + 1 : at + 3]
    return text[at] not in _LEADS and is_verb(verb) and not is_official(verb)  # 喘喘气
