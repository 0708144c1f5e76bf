"""Stages of one matter: what was handled cannot exceed what came in (收到556件，受理500件，办结480件)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import pairwise

from reportlint.facts.figures.mentions import Mention
from reportlint.facts.relations.relation import Relation, plain
from reportlint.language.phrases import load_phrases

_STAGES = tuple(phrase.pattern for phrase in load_phrases(__file__, "parts").values())


def find_parts(mentions: Sequence[Mention]) -> Iterator[Relation]:
    """Neighbouring counts of one sentence, of one unit, that are a whole and a part of it by their words."""
    for whole, part in pairwise(mentions):
        if not (
            whole.quantity.kind == part.quantity.kind == "count" and whole.quantity.unit == part.quantity.unit != ""
        ):
            continue
        if not (whole.exact and part.exact) or whole.explained or part.explained or part.depth != whole.depth:
            continue
        if _is_part(whole, part):
            holds = part.quantity.value <= whole.quantity.value
            sign = "≤" if holds else ">"
            computed = f"{plain(part)}{sign}{plain(whole)}"
            yield Relation("part", part.span, plain(part), computed, holds, (whole.span,))


def _is_part(whole: Mention, part: Mention) -> bool:
    if part.before.startswith("其中"):
        return True
    earlier, later = _stage(whole.before), _stage(part.before)
    if earlier is None or later is None or earlier[0] >= later[0]:
        return False
    # A part names nothing new: 办结412件 after 受理案件450件, but not 办结信访件412件.
    noun = later[1]
    return not noun or noun in whole.before + whole.after or earlier[1] in noun


@lru_cache(maxsize=256)  # each figure is asked about as a whole and as a part
def _stage(words: str) -> tuple[int, str] | None:
    """The number of the last stage the words name, and the noun behind its verb."""
    stages = [(number, match["noun"]) for number, stage in enumerate(_STAGES) if (match := stage.match(words))]
    return min(stages, key=lambda stage: len(stage[1])) if stages else None
