"""Of what a share is told to be one, where the words say: 37项占案件量的88% is of cases, however many 项 there are."""

from __future__ import annotations

from collections.abc import Sequence

from reportlint.facts.figures.mentions import Mention
from reportlint.language.numbers.measure_words import PERSONS
from reportlint.language.phrases import load_phrases

_WORDS = load_phrases(__file__, "named_bases")
_WORD = 2
"""Characters of a word."""


def is_of_the_uncounted(rate: Mention, earlier: Sequence[Mention]) -> bool:
    """Does the share name something that none of the figures before it counts: 12个窗口占业务量的76%? Persons are no amount of what
    they do: 36名调解员占调解量的65%.
    """
    if not (named := _WORDS["base"].pattern.search(rate.before)):
        return False
    what = _WORDS["plain"].pattern.sub("", named["what"])
    if len(what) < _WORD:
        return False
    if (
        _WORDS["amount"].pattern.search(named["what"])
        and earlier
        and all(mention.unit in PERSONS for mention in earlier)
    ):
        return True
    told = [m.lead + m.before + ("" if m.after == rate.before else m.after) for m in earlier]
    pieces = [what[at : at + _WORD] for at in range(len(what) - 1)]
    return not any(piece in words for piece in pieces for words in told)
