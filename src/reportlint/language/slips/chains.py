"""Phrases that are a chain of words of one character each, and one link of them exchanged: 急难忧盼.

Such a chain holds no other words, so that what stands between its ends, and makes no word with its neighbours, is a slip.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from reportlint.document.source import Span
from reportlint.kept import patterns
from reportlint.language.words.vocabulary import is_word

SHORTEST = 4
"""Links from which a chain is known by all but one."""
_OTHER = "[\u4e00-\u9fff]"


class Chains:
    """Chains to look for, with each link but the first and last exchanged."""

    def __init__(self, chains: Iterable[str]) -> None:
        kept = [chain for chain in chains if len(chain) >= SHORTEST]
        self._meant = [(chain, at) for chain in kept for at in range(1, len(chain) - 1)]
        forms = (f"({re.escape(chain[:at])}(?!{chain[at]}){_OTHER}{chain[at + 1 :]})" for chain, at in self._meant)
        self._pattern = patterns.compile("|".join(forms) or "(?!)")

    def misses(self, text: str, lines: Iterable[Span]) -> Iterator[tuple[Span, str]]:
        """Where lines of the text have a chain with another link, and the chain."""
        for line in lines:
            for match in self._pattern.finditer(text, *line):
                chain, at = self._meant[(match.lastindex or 1) - 1]
                other = match.start() + at
                if not any(is_word(text[start : start + 2]) for start in (other - 1, other)):
                    yield Span(*match.span()), chain
