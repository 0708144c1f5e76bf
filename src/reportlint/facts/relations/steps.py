"""The stage of a matter that the words of a figure tell: what came in, what was taken up, what was done."""

from __future__ import annotations

from functools import lru_cache

from reportlint.facts.figures.mentions import Mention
from reportlint.language.phrases import load_phrases

_WORDS = load_phrases(__file__, "steps")
DONE = 2
"""Number of the last stage."""
_STAGES = tuple(phrase.pattern for phrase in _WORDS.values() if phrase.kind == "stage")
ENDING = _WORDS["ending"].pattern
"""Behind what a part is called by."""
_WORD = 2
"""Characters of a word."""


def stage_of(mention: Mention) -> tuple[int, str] | None:
    """By the words before a count, else by those behind it: 120名干部参加考试，112名合格."""
    if mention.before and (told := _stage(ENDING.sub("", mention.before))):
        return told
    for number, stage in enumerate(_STAGES):
        if match := stage.match(mention.after):
            return number, mention.after[: match.start("verb")].rstrip("已均被获")
    return None


def is_ended(words: str) -> bool:
    """撤销登记, 不予受理: do the words begin with what ended a matter, or kept it from beginning?"""
    return _WORDS["ended"].pattern.match(words) is not None


def _is_ended_at(words: str, at: int) -> bool:
    """Does such a word stand right before the verb there: 违规撤销登记?"""
    found = (_WORDS["ended"].pattern.match(words, begin) for begin in range(max(0, at - _WORD), at))
    return any(match is not None and match.end() == at for match in found)


@lru_cache(maxsize=256)  # each figure is asked about as a whole and as a part
def _stage(words: str) -> tuple[int, str] | None:
    """The number of the last stage the words name, and the noun behind its verb; 收到 and 受理 in front say what it is."""
    if first := _WORDS["first"].pattern.match(words):
        return int("受理" in words[: first.start("noun")]), first["noun"]
    told = [(number, match) for number, stage in enumerate(_STAGES) if (match := stage.match(words))]
    told = [(n, match) for n, match in told if n == DONE or not _is_ended_at(words, match.start("verb"))]
    begins = [(number, match) for number, match in told if number == DONE and match.start("verb") == 0]
    if begins and not any(0 < match.start("verb") <= _WORD for _, match in told):
        told = begins  # 整改省级交办隐患
    stages = [(number, match["noun"]) for number, match in told]
    return min(stages, key=lambda stage: (len(stage[1]), -stage[0])) if stages else None
