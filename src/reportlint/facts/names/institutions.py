"""Names of official bodies, right and wrong: what institutions.yaml says, and what follows from it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from typing import Any, NamedTuple

from reportlint.document.source import Span
from reportlint.kept import patterns
from reportlint.language.tables import load_table

_LEVEL = "[国省市区县旗州盟镇乡街]"
"""What the X of a row stands for."""
_SHORTEST = 5
"""Characters of the shortest wrong form: shorter ones are parts of other names."""


class Body(NamedTuple):
    """A row. name: its words. wrong: what it is miswritten as. right: what else is right."""

    name: tuple[str, ...]
    wrong: frozenset[str]
    right: frozenset[str]

    @property
    def full(self) -> str:
        """The name."""
        return "".join(self.name)


class Misnaming(NamedTuple):
    """A body misnamed in the text, and its name there."""

    span: Span
    name: str


def _near_misses(words: Sequence[str]) -> Iterator[str]:
    """A name with one word left out, the first and last apart, or with two words exchanged, the last apart."""
    for n in range(1, len(words) - 1):
        yield "".join((*words[:n], *words[n + 1 :]))
    for n in range(len(words) - 2):
        yield "".join((*words[:n], words[n + 1], words[n], *words[n + 2 :]))


def _body(row: Mapping[str, Any]) -> Body:
    words = tuple(row["name"].split())
    right = frozenset(("".join(words), *row.get("right", ())))
    wrong = frozenset((*row.get("wrong", ()), *(form for form in _near_misses(words) if len(form) >= _SHORTEST)))
    return Body(words, wrong - right, right)


@lru_cache(maxsize=1)
def _bodies() -> tuple[Body, ...]:
    rows = load_table(__file__, "institutions", name="word", wrong="words?", right="words?", why="word")
    return tuple(map(_body, rows))


@lru_cache(maxsize=8)
def _forms(own: tuple[str, ...]) -> tuple[re.Pattern[str], dict[str, str]]:
    """A pattern of every form, right or wrong, the longest first; and wrong form to right name."""
    bodies = _bodies()
    right = {form for body in bodies for form in body.right} | set(own)
    wrong = {form: body.full for body in bodies for form in body.wrong if form not in right}
    forms = sorted((*right, *wrong), key=lambda form: (-len(form), form))
    pattern = "|".join(re.escape(form).replace("X", _LEVEL) for form in forms)
    return patterns.compile(pattern, keep=not own), wrong


def find_misnamings(text: str, span: Span, own: tuple[str, ...]) -> Iterator[Misnaming]:
    """The bodies misnamed in a stretch of the text. ``own``: names that are right whatever they resemble.

    Right forms are found too, so that 依法治市委员会 is not seen inside 全面依法治市委员会.
    """
    pattern, wrong = _forms(own)
    for match in pattern.finditer(text, *span):
        level = next((c for c in re.findall(f"依法治({_LEVEL})", match.group())), "X")
        if match.group() in own:
            continue
        form = match.group() if match.group() in wrong else match.group().replace(f"法治{level}", "法治X")
        if form in wrong:
            yield Misnaming(Span(*match.span()), wrong[form].replace("X", level))
