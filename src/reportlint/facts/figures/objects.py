"""What was done before a figure, and to what: 关停小煤窑 and 小煤窑 of 2025年6月底前县应急局依法关停小煤窑."""

from __future__ import annotations

from functools import lru_cache

from reportlint.facts.figures.deeds import deed_in
from reportlint.facts.figures.same_words import is_act
from reportlint.language.phrases import load_phrases
from reportlint.language.words.verbs import begins_with_verb, is_verb
from reportlint.language.words.vocabulary import is_word
from reportlint.language.words.word_boundaries import cut

_WORDS = load_phrases(__file__, "objects")
_WORD = 2
"""Characters of a word."""
_LONGEST = 4
"""Characters of two words."""
_NEAR = 6
"""Characters from a preposition to the end of those whom it names."""
_INTO = frozenset("进入上")
"""Verbs of one character that take a place or a thing behind them."""
PREPOSITIONS = frozenset("进入到在向为对赴送与给由经被将把和因以按据系属是需有未已正")
"""Before a noun that is not what is counted: 讲座进企业12场, 2件经法律顾问审核."""


def without_when(words: str) -> str:
    """The words without those that say when and how it was done."""
    return _WORDS["when"].pattern.sub("", words)


def deed_before(words: str) -> str:
    """What was done, without when and by whom: 招聘社工 of 2025年9月底前县司法局招聘社工; 新增 is a verb of its own."""
    timeless = without_when(words)
    begun = next((said for said in (timeless, words) if _begins(said)), None)
    return deed_in(timeless) if begun is None else begun


@lru_cache(maxsize=1024)
def object_in(deed: str) -> tuple[str, str] | None:
    """What is behind the last verb, and the words from the first one on: 手机 of 在车站查扣号贩子使用的手机; None without a verb."""
    pieces = cut(deed)
    starts = [sum(map(len, pieces[:at])) for at in range(len(pieces))]
    verbs = [at for at, piece in enumerate(pieces[:-1]) if is_verb(piece) or is_act(piece)]
    if not verbs and not _begins(deed):
        return None
    first, last = (starts[verbs[0]], starts[verbs[-1]] + _WORD) if verbs else (0, _WORD)
    noun = deed[last:].removeprefix("了").rpartition("的")[2].strip("“”")
    return (noun, deed[first:]) if len(noun) >= _WORD else None


def _begins(words: str) -> bool:
    return begins_with_verb(words) or (len(words) > _WORD and is_act(words[:_WORD]))


def is_told_of(words: str) -> bool:
    """12辆依法公告后拖移: do the words say what was done to what is counted, when and how, or one thing behind another?"""
    deed = without_when(words)
    first, _, then = deed.partition("后")
    one_by_one = _WORD <= len(first) <= _LONGEST and then != "" and (deed != words or begins_with_verb(first))
    return one_by_one or (deed != words and begins_with_verb(deed))


def is_seam(noun: str) -> bool:
    """档案移交进馆, 车辆上牌: are the last two a verb and where it leads to, behind a piece of another word?"""
    return len(noun) == 1 + _WORD and noun[1] in _INTO and not is_word(noun)


def is_governed(left: str) -> bool:
    """委派给人民调解组织1200件: is it those to whom something is given, by a preposition without a verb behind it, or where it came from?"""
    if _WORDS["comes"].pattern.search(left):
        return True
    at = max(map(left.rfind, "给向由"))
    return at >= 0 and len(left) - at <= _NEAR and not any(is_verb(left[i : i + 2]) for i in range(at + 1, len(left)))
