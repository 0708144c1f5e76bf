"""What became of things told just before, in words that name none of their own: 采集档案4.2万卷，完成扫描入库4.6万卷.

Nothing is left out but what was told, so that the second figure is of the first; any outcome will do, whatever its verb.
"""

from __future__ import annotations

from reportlint.facts.figures.mentions import Mention
from reportlint.facts.relations.stages.acts import is_told_of
from reportlint.language.numbers.measure_words import how_counted
from reportlint.language.phrases import load_phrases
from reportlint.language.words.verbs import is_verb
from reportlint.language.words.vocabulary import is_word

_WORDS = load_phrases(__file__, "bare_outcomes")
OCCASIONS = frozenset("次 场 期 场次 人次 件次 家次 户次 元 小时 天 分钟 节 课时".split())
"""Units of what is done, and of no things that something may be done to."""
_ANOTHER = 2
"""How many times the whole a figure of another matter mostly is, and no slip of the part."""
_WORD = 2
"""Characters of a word."""
_LONGEST = 3
"""Words of an outcome."""


def is_bare_outcome(whole: Mention, part: Mention) -> bool:
    """Does the part tell, right behind the whole, what became of it, and name nothing else?"""
    if "其中" in whole.before:  # 其中申请确认306件，当场履行478件
        return False
    if part.mark not in ("，", ",") or part.after or part.shared or part.unit in OCCASIONS:
        return False
    if is_another(whole, part):
        return False
    if _due(whole, part):
        return True
    return _may_be_followed_up(whole) and _is_bare(part.before, whole.before + whole.after)


def is_another(whole: Mention, part: Mention) -> bool:
    """Is the part so many times the whole that it is of another matter, and no slip: 制定规章1件，培训3件?"""
    return part.quantity.value >= _ANOTHER * whole.quantity.value


def _due(whole: Mention, part: Mention) -> bool:
    """应公示信息1240条，已公示1310条: was what had to be done, done?"""
    due = _WORDS["due"].pattern.search(whole.before + whole.after)
    done = _WORDS["done"].pattern.search(part.before)
    if due is None or done is None:
        return False
    return done["verb"] in whole.before or bool(set(done["verb"]) & set(due["verb"]))


def _may_be_followed_up(whole: Mention) -> bool:
    """Did it come in or was it looked at, or is it told how many there are?"""
    words = whole.before
    if len(words) + len(whole.after) <= _WORD:
        return False
    if came := _WORDS["came-in"].pattern.search(words):
        return not is_told_of(words, came.start())
    return not whole.after and _WORDS["there-are"].pattern.match(words) is not None and not _has_verb(words)


def _has_verb(words: str) -> bool:
    return any(is_verb(words[at : at + _WORD]) for at in range(len(words) - 1))


def _is_bare(words: str, told: str) -> bool:
    """Are these but verbs and manners, or words of what was told?"""
    if _WORDS["others"].pattern.search(words):
        return False
    if (which := _WORDS["which"].pattern.search(words)) and which[0] not in told:
        return False  # 检查场所36处，拆除违规隔断41处
    rest = _WORDS["end"].pattern.sub("", _WORDS["manner"].pattern.sub("", words))
    if not rest or len(rest) % _WORD or len(rest) > _LONGEST * _WORD:
        return False
    pieces = [rest[at : at + _WORD] for at in range(0, len(rest), _WORD)]
    named = [piece for piece in pieces if how_counted(piece) or not is_verb(piece)]
    if not named or (len(pieces) == 1 and not is_word(rest)):
        return True
    return rest != words and all(piece in told or not how_counted(piece) for piece in named)  # 准许听证, 完成入库
