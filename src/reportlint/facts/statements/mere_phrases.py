"""Paragraphs that say of a head, in set phrases alone, how much the matter is taken to heart: 高度重视、以身作则、常抓不懈.

A paragraph that opens others is none: it says what they are about.
"""

from __future__ import annotations

from collections.abc import Iterator

from reportlint.document.source import Span
from reportlint.facts.statements.heads import find_heads, is_exact
from reportlint.language.phrases import load_phrases
from reportlint.language.sentences import split_sentences
from reportlint.outline.outline import Part
from reportlint.report import Report

_RULES = load_phrases(__file__, "mere_phrases")
_PHRASE, _DEED, _HABIT = (_RULES[name].pattern for name in ("phrase", "deed", "habit"))
_LEAST = 2
"""Phrases in each sentence of such a paragraph."""
_SIZE = range(20, 150)
"""Characters of such a paragraph: a longer one tells something, a shorter one goes on from the one before."""


def mere_phrases(report: Report, part: Part) -> Iterator[Span]:
    """The paragraphs of a part that tell of a head in phrases alone, in order."""
    for top in part.sections:
        for section in top.walk():
            opens = len(section.paragraphs) > 1 or bool(section.children)
            yield from (span for span in section.paragraphs[opens:] if _is_mere(report, span))


def _is_mere(report: Report, paragraph: Span) -> bool:
    if paragraph.end - paragraph.start not in _SIZE or not any(find_heads(report.text, paragraph)):
        return False
    return all(
        len(_PHRASE.findall(report.text, *sentence)) >= _LEAST
        and not is_exact(report, sentence)
        and not _DEED.search(_HABIT.sub("", report.words(sentence)))
        for sentence in split_sentences(report.text, paragraph)
    )
