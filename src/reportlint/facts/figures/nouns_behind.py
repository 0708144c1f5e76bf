"""The noun behind a measure word that it is meant to count: 门店 of 责令5名食品经营门店停业, 执法人员 of 97件执法人员参加考试.

None where a sentence goes on about what was counted before (3件涉及企业), or the noun is but a piece of a longer name (12名案件当事人).
"""

from __future__ import annotations

from reportlint.facts.figures.counted_deeds import DEEDS
from reportlint.facts.figures.mentions import Mention
from reportlint.facts.figures.objects import PREPOSITIONS, is_told_of
from reportlint.language.numbers.measure_words import DOERS, VISITORS, Counted, by_its_head, counted_in, how_counted
from reportlint.language.phrases import load_phrases
from reportlint.language.words.verbs import begins_with_verb, is_verb
from reportlint.language.words.vocabulary import is_word

_WORDS = load_phrases(__file__, "nouns_behind")
_LONGEST = 6
_WORD = 2
"""Characters of a word."""
_RUNS = frozenset("管盯抓治查审控兜统")
"""Verbs of one character, with what is seen to by a thing of one: 一张表管积案."""
_LINES = frozenset("条道")  # of which a place may be told: the point where they meet
_FURTHEST = 10
"""Characters behind a measure word before the noun: 3名食品经营门店."""
_OF_NO_PERSON = frozenset("辆艘台份卷篇册张本棵株头匹羽")
"""Measure words by which no person is counted, and nothing that a person only owns."""
_AGENTS = frozenset("点店户站商厂场员者队")  # 零售点
_TOLD = frozenset("未没均已曾都并仍逐")
"""Adverbs, behind which something is said of what is counted: 9项任务逐项明确责任人."""


def counts(unit: str, noun: str | None) -> bool:
    """May the measure word count a noun, if it is one of the table?"""
    found = how_counted(noun) if noun else None
    return found is not None and unit not in found.wrong


def noun_behind(words: str, mention: Mention) -> str | None:
    """The first noun that the measure word suits or that ends what is counted: not 案件 in 12名案件当事人, 群众 in 9处群众60名."""
    unit, for_them = mention.quantity.unit, _WORDS["for-them"].pattern.search(mention.before)
    if words[:1] in PREPOSITIONS and not any(how_counted(words[:n]) for n in range(2, _LONGEST)):  # not 被执行人
        return None  # 2件经法律顾问提出
    if _WORDS["other"].pattern.match(mention.after):
        return None
    if words[1:2] in _RUNS and not is_word(words[:_WORD]):
        return None  # 用三张表管积案
    owner, _, owned = words.partition("的")
    if owned and (found := by_its_head(owner)) and unit not in found.wrong:
        return owner  # 28家驾校的教练车
    lines = unit in _LINES and len(owner) > _WORD and not is_verb(owner[-_WORD:])
    if owned and (lines or (unit in VISITORS and not counts(unit, owned))):
        return None  # 两条主轴线的交汇点, 伤害9名养路工的事件, 组织2000人次疏通封冻的公路
    if is_told_of(words) or (mention.before.endswith("的") and any(map(begins_with_verb, (words, words[1:])))):
        return None  # 含“国际”字样的4所变更名称, 对未检的5艘船下达通知
    for start in range(min(_FURTHEST, len(words))):
        if start and words.startswith("全部"):  # 养老院8所全部签约法律顾问
            return None
        if start == 1 and begins_with_verb(words) and not for_them:  # 3件涉及企业
            return None
        # 两位客人从旅馆; 9名全年未参与案件办理: a sentence goes on
        if _WORDS["moved"].pattern.search(words[:start]) or _TOLD & set(words[:start]):
            return None
        for end in range(min(start + _LONGEST, len(words)), start + 1, -1):
            if start and is_verb(words[start:end]):  # 两家媒体跟踪报道
                continue
            if not start and any(counts(unit, words[:at]) for at in range(_WORD, end - 1)):
                return None  # 8户家庭成员信息有误, but 仲裁员
            if _is_object(words, start) or _suits(words[:start], unit):  # 12家媒体发布报道, 76家旅行社合同文本
                continue
            found = how_counted(words[start:end])
            if found and (unit not in found.wrong or _is_meant(found, words, start, words[end:], mention)):
                return words[start:end]
    return None


def _is_meant(found: Counted, words: str, start: int, rest: str, mention: Mention) -> bool:
    """Is it told no further on what is counted, but what those did or had done that this noun names, so that the measure word is wrong?"""
    unit = mention.quantity.unit
    if not rest:
        return not mention.shared
    if "的" in rest or any(unit not in other.wrong for other in counted_in(rest)):
        return False  # 32家工业产品获证企业, 2起村干部参与的线索
    if _WORDS["ends"].pattern.match(rest):
        return True
    if any(begins_with_verb(words[at:]) for at in range(1, start)):
        return False
    if unit in _OF_NO_PERSON and "名" in found.right and _WORDS["sets-out"].pattern.match(rest):
        return True  # 组织4辆律师到乡镇坐诊
    them = _WORDS["for-them"].pattern.search(mention.before)
    acts = found.right[0] in DOERS and (them or unit not in DEEDS)
    return bool(acts) and begins_with_verb(rest) and rest[_WORD : _WORD + 1] not in _AGENTS


def _suits(phrase: str, unit: str) -> bool:
    """Is it by its head what the measure word counts?"""
    found = by_its_head(phrase) if len(phrase) > _WORD else None
    return found is not None and unit not in found.wrong


def _is_object(words: str, start: int) -> bool:
    """Does it stand behind a verb, and that behind what may be a noun of no known class, whose deed is told?"""
    verb = next((at for at in range(_WORD, start - 1) if is_verb(words[at : at + _WORD])), None)
    return verb is not None and not how_counted(words[:verb])
