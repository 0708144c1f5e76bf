"""What a number counts, told from the words beside it: 行政复议案件 in 办结行政复议案件36件 and in 36件行政复议案件."""

from __future__ import annotations

from reportlint.facts.figures.measures import NAMES_ITSELF
from reportlint.facts.figures.quantities import Quantity
from reportlint.kept import patterns
from reportlint.language.phrases import load_phrases

_REACH = 24  # characters looked at in front

_WORDS = load_phrases(__file__, "counted")
_PHRASE = patterns.compile(
    r"(?:“[^“”\n]{1,20}”|《[^《》\n]{1,40}》|(?<=行)为|(?![近约超][0-9])[^\W0-9_的等已均被将并共和与及在为是由]){1,20}"
)
_BREAK = patterns.compile(r"[^\w“”《》]|[0-9的与]|及(?!时)|和(?![解谐平])")


def counted(text: str, quantity: Quantity) -> str:
    """The noun a quantity belongs to, or "": the one behind it, else the one in front."""
    start, end = quantity.span
    if quantity.reach < 0:
        return ""
    measured = quantity.unit or "数" in text[quantity.number.end : end]  # 半数
    if measured and quantity.unit not in NAMES_ITSELF and (phrase := _PHRASE.match(text, end)):
        noun = _noun(phrase[0])
        if noun:
            return noun
    return _noun(_BREAK.split(text[max(start - _REACH, quantity.reach) : start])[-1])


def _noun(phrase: str) -> str:
    """The phrase without the verbs before and after it, and without half of a pair of quotation marks."""
    phrase = _WORDS["compared"].pattern.split(phrase)[0]
    if phrase.count("“") != phrase.count("”"):
        phrase = phrase.replace("”", "“").rpartition("“")[2]
    deeds = _WORDS["leading"].pattern.match(phrase)
    return _WORDS["trailing"].pattern.sub("", phrase[deeds.end() :] if deeds else phrase)
