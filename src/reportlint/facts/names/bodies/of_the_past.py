"""Clauses that tell of a body as it was: 原环境监察支队, 由扶贫办更名."""

from __future__ import annotations

from reportlint.document.source import Span
from reportlint.language.phrases import load_phrases
from reportlint.language.sentences import clause_around

_OF_THE_PAST = load_phrases(__file__, "of_the_past")["of-the-past"].pattern


def is_of_the_past(text: str, name: Span) -> bool:
    """Does the clause around a body's name say that it is a former one?"""
    return _OF_THE_PAST.search(text, *clause_around(text, name)) is not None
