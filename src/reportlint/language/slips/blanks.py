"""Blanks in Chinese text that are too many, and whether they can be anything else.

A blank between two names, columns or headings stands for a mark, or for nothing at all: who would take it away must know what
was meant.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from reportlint.document.source import Span
from reportlint.kept import patterns
from reportlint.language.phrases import load_phrases
from reportlint.language.quotes import FILL
from reportlint.language.words.word_boundaries import stands

_RULES = load_phrases(__file__, "blanks").values()
_BLANK = patterns.compile(r"[ \t\u3000]")
_MARK = patterns.compile("[，。；：、！？,;]")
_FOREIGN = patterns.compile(r"[A-Za-z][ -]?[\d.]*$")
_QUOTED_BEFORE, _QUOTED_BEHIND = patterns.compile("[^“‘《》”’]+$"), patterns.compile("[^“‘《》”’]+")
_NORM, _ENDING = patterns.compile("(?:办法|规定|条例|细则|规则|规程|方案|通知|意见)》"), 2
"""What the titles of official papers end with, and its characters: they are no slogans."""
_PAIR = 2
"""Lines of two characters that are no slogan yet: “法治 体检”, but “忠诚 干净 担当”."""
_LINE = 3
"""Characters of a slogan's line."""
_LONGEST = 40
"""Characters of one that are looked at."""
_REACH = 8
"""Characters on each side in which a word is looked for that the blank cuts in two."""


class Blank(NamedTuple):
    """A blank that is too much. surely: whatever was meant."""

    span: Span
    surely: bool


def find_blanks(text: str, unquoted: str, stretch: Span) -> Iterator[Blank]:
    """The blanks too many in a heading or a paragraph, in order. unquoted: the text with quotations masked."""
    if not _BLANK.search(text, *stretch):
        return
    found: dict[Span, str] = {}
    right: set[int] = set()
    for rule in _RULES:
        for match in rule.pattern.finditer(text, *stretch):
            if rule.kind == "right":
                right.update(range(*match.span()))
            else:
                found.setdefault(Span(*match.span()), rule.kind)
    if _is_row(text, stretch, list(found)):
        return
    for span, kind in sorted(found.items()):
        quoted = unquoted[span.start] == FILL
        foreign = _FOREIGN.search(text[max(stretch.start, span.start - 12) : span.start])
        if right.issuperset(range(*span)) or foreign or (quoted and _is_slogan(text, span)):
            continue
        yield Blank(span, not quoted and (kind == "surely" or _cuts_a_word(text, span)))


def _is_row(text: str, stretch: Span, blanks: list[Span]) -> bool:
    """Is it a row of a table, or names side by side: three columns, or wide ones, and no mark of a sentence?"""
    wide = sum(span.end - span.start > 1 or text[span.start] in "\t\u3000" for span in blanks)
    if "。" not in text[stretch.start : stretch.end] and wide > 1:
        return True
    return len(blanks) > 1 and not _MARK.search(text, *stretch)


def _is_slogan(text: str, span: Span) -> bool:
    """Does the blank part the lines of a slogan, which stands in quotation marks? They are long, or alike; 零 距离 is none."""
    before = _QUOTED_BEFORE.search(text, max(0, span.start - _LONGEST), span.start)
    behind = _QUOTED_BEHIND.match(text, span.end)
    if not (before and behind) or before[0][-1].isdigit() or before[0][-1] in "(（" or behind[0][0] in ")）":
        return False
    if _NORM.match(text, span.end + len(behind[0]) - _ENDING):
        return False
    lines = [len(line) for line in f"{before[0]} {behind[0]}".split()]
    return min(lines) >= _LINE or (len({*lines}) == 1 and min(lines) > 1 and len(lines) > _PAIR)


def _cuts_a_word(text: str, span: Span) -> bool:
    before = text[max(0, span.start - _REACH) : span.start]
    return not stands(before + text[span.end : span.end + _REACH], 0, len(before))
