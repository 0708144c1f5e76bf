"""Acts side by side, each done with things of its own: 废止清理出的文件17件，修改24件. None of them is a part of the other's."""

from __future__ import annotations

from reportlint.facts.figures.mentions import Mention
from reportlint.language.phrases import load_phrases

_WORDS = load_phrases(__file__, "acts")


def are_acts(whole: Mention, part: Mention) -> bool:
    """Did each of the two acts settle what it counts, whatever is told of these between? Not where they were looked for first."""
    if _WORDS["of-others"].pattern.search(f"{whole.before} → {part.before}"):
        return True
    one, other = _WORDS["act"].pattern.search(whole.before), _WORDS["then"].pattern.match(part.before)
    if one is None or other is None or one.group() == other["act"]:
        return False
    return _WORDS["looked-for"].pattern.search(whole.before, 0, one.start()) is None


def is_told_of(words: str, at: int) -> bool:
    """Does the verb at ``at`` but tell of which things an act before it settles: 登记 in 撤销未登记的档案?"""
    return _WORDS["act"].pattern.search(words, 0, at) is not None
