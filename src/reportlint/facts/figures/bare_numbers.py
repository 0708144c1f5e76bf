"""Numerals that are quantities by what stands around them: 达412，; 360万尾; 维持五件、驳回三件、撤销一件."""

from __future__ import annotations

from reportlint.facts.figures.written_numbers import Form
from reportlint.kept import patterns
from reportlint.language.phrases import load_phrases

PHRASE_ENDS = patterns.compile(r"[ ]*(?:[^\w ]|[和与及或]|\Z)")
SCALE = patterns.compile("[十百千]?[万萬亿億]+")
_CODE = patterns.compile(r"0[0-9]|[0-9]+[.．]0+\Z|(?:1[12][0-9]|12[0-9]{3}|9[56][0-9]{3})\Z")  # 2.0, 12345
_LABEL = load_phrases(__file__, "quantities")["label"].pattern
_ONE_OR_TWO = ("一", "二")
_MORE_THAN_ONE = "二两三四五六七八九十"
_LISTED = frozenset("件起名人宗家份项个处条篇户辆台套所座例")
"""Units of things that are counted, and not numbered as 一期、二期 are."""
_NEIGHBOUR = 14
"""Characters on each side of a count in which the next one of a list is told."""


def stands_alone(text: str, form: Form, before: str, sure: bool) -> bool:
    """Whether a number without a unit ends its phrase and is neither a marker nor a label nor a code: 达412，; or has a scale."""
    if SCALE.search(form.low) and form.low[0].isdecimal():  # 360万尾: units have no end
        return True
    if form.high or _CODE.match(form.low) or not PHRASE_ENDS.match(text, form.end):
        return False
    return sure or (before.isalpha() and not before.isascii() and not _LABEL.match(text, max(form.start - 2, 0)))


def is_listed(text: str, form: Form) -> bool:
    """维持五件、驳回三件、撤销一件: is it one of several counts, all in Chinese numerals and with one measure word?"""
    if form.low not in _ONE_OR_TWO or form.unit not in _LISTED or not PHRASE_ENDS.match(text, form.end):
        return False
    before = text[max(0, form.start - _NEIGHBOUR) : form.start].rpartition("。")[2]
    behind = text[form.end : form.end + _NEIGHBOUR].partition("。")[0]
    return any(numeral + form.unit in words for words in (before, behind) for numeral in _MORE_THAN_ONE)
