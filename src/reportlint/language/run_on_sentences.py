"""Sentences that ran together: a verb with its object is complete, and the next sentence begins without a mark between.

Chinese has no endings that would tell where a clause stops, so only shapes are taken that can hardly be read as one clause.
"""

from __future__ import annotations

from collections.abc import Iterator

from reportlint.document.source import Span
from reportlint.kept import patterns
from reportlint.language.phrases import load_phrases

_CLAUSE = patterns.compile("[，。；！？,;!?\n]")
_REACH = 200
"""Characters before a place that its clause may have: without marks, each place would look back at all the text."""


def find_glued(text: str, stretch: Span) -> Iterator[tuple[Span, str]]:
    """Where a sentence begins without a mark before it: its first word with the four characters before, and the word.

    ``text``: with quotations masked.
    """
    rules = load_phrases(__file__, "run_on_sentences")
    for match in rules["glued"].pattern.finditer(text, *stretch):
        word = str(match.lastgroup)
        clause = _CLAUSE.split(text[max(stretch.start, match.start() - _REACH) : match.start()])[-1]
        opens = rules.get(f"opens-{word}")
        if opens and not opens.pattern.search(clause):
            continue
        yield shown_of(text, stretch, Span(*match.span(word)))


def shown_of(text: str, stretch: Span, word: Span) -> tuple[Span, str]:
    """A word before which a mark was lost, with the four characters before it that stand in the stretch, and the word."""
    return Span(max(stretch.start, word.start - 4), word.end), text[word.start : word.end]
