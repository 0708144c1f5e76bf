"""Stages of one matter: what was handled cannot exceed what came in (收到556件，受理500件，办结480件)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import pairwise

from reportlint.facts.figures.mentions import Mention
from reportlint.facts.relations.relation import Relation, plain
from reportlint.kept import patterns

# The verbs of each stage; what a later stage counts is a part of what an earlier one did.
_VERBS = (
    "申请|收到|接到|接收|提出|登记|排查|发现|征集|应出庭|应当?参加|参训|应考",
    "受理|立案|制发|评查|抽查|承办|交办|开庭|批准",
    "办结|审结|结案|化解|调解成功|成功调解|办复|答复|整改|合格|主动公开|纠偏纠错|纠错|采纳|出庭",
)
_STAGES = tuple(patterns.compile(rf".*(?:{verbs})了?(?P<noun>[\u4e00-\u9fff“”]{{0,14}})$") for verbs in _VERBS)


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
