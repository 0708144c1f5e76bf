"""Branches of national bodies in a place (国家统计局青岚调查队), and what the text calls them otherwise: 国家统计局青岚调查大队."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from reportlint.document.source import Span
from reportlint.kept import patterns
from reportlint.language.tables import load_table
from reportlint.language.words.verbs import is_verb

_PLACE = "(?P<place>[\u4e00-\u9fff]{2,7}?)"
_MORE = "[\u4e00-\u9fff]{0,3}?"


def find_misnamed_branches(text: str, spans: Iterable[Span]) -> Iterator[tuple[Span, str]]:
    """Where stretches of the text miswrite the last part of a branch's name; with the name."""
    for body, pattern, right in _branches():
        if body not in text:
            continue
        for span in spans:
            for match in pattern.finditer(text, *span):
                if match["last"] not in right and not is_verb(match["place"][:2]):
                    likely = max(right, key=lambda last: len({*last} & {*match["last"]}))
                    yield Span(*match.span()), f"{body}{match['place']}{likely}"


@lru_cache(maxsize=1)
def _branches() -> list[tuple[str, re.Pattern[str], tuple[str, ...]]]:
    """Each body, what its branches' names look like, and what these may end in."""
    rows = load_table(__file__, "branches", body="word", begin="word", end="word", right="words")
    return [
        (
            row["body"],
            patterns.compile(f"{row['body']}{_PLACE}(?P<last>{row['begin']}{_MORE}{row['end']})"),
            tuple(row["right"]),
        )
        for row in rows
    ]
