"""Shares of a grade with the better or the worse ones: 优秀70宗、合格126宗、不合格4宗，合格以上的占98%."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import reduce

from reportlint.facts.figures.mentions import Mention
from reportlint.facts.relations.rates.two_counts import held_against
from reportlint.facts.relations.relation import Relation, fits, together
from reportlint.facts.relations.totals.addends import adding_up, is_bottom_grade, is_top_grade, sum_of
from reportlint.language.phrases import load_phrases

_WORDS = load_phrases(__file__, "grade_shares")


def find_grade_shares(rate: Mention, earlier: Sequence[Mention]) -> Iterator[Relation] | None:
    """The share of several grades; None where the words name none of those told before, with those above or below it."""
    named = _WORDS["and-more"].pattern.search(rate.before)
    at = next((n for n, m in enumerate(earlier) if named and _grade_of(m) == _bare(named["grade"])), None)
    if named is None or at is None:
        return None
    alike = [m for m in earlier if fits(m, earlier[at])]
    return _held(rate, alike, alike.index(earlier[at]), named["way"])


def _grade_of(mention: Mention) -> str:
    return _bare(mention.before or mention.after)


def _bare(words: str) -> str:
    return _WORDS["around"].pattern.sub("", words)


def _held(rate: Mention, alike: Sequence[Mention], at: int, way: str) -> Iterator[Relation]:
    """Held against every reading of the list: with the best told first or last, and from any figure on, unless they make up the
    one before. Where it is told which of them is the best, the plain reading is blamed.
    """
    made_up = next((n for n in range(1, at + 1) if adding_up(alike[n:], alike[n - 1], len(alike) - n)), 0)
    for first in {0, made_up} if made_up else range(at + 1):
        parts = alike[first:]
        wholes = [*alike[max(first - 1, 0) : first], reduce(together, parts)]
        lots = [reduce(together, lot) for lot in (alike[first : at + 1], alike[at:])]
        fitting = [told for lot in lots for told in held_against(rate, lot, wholes) if told.holds]
        if fitting:
            yield fitting[0]
            return
    parts, down = alike[made_up:], _goes_down(alike[made_up:])
    if down is not None and len({m.before for m in parts}) == len(parts) > 1:
        lot = alike[made_up : at + 1] if down == (way == "上") else alike[at:]
        whole = alike[made_up - 1] if made_up else reduce(together, parts)
        yield from (told._replace(certain=made_up > 0) for told in held_against(rate, reduce(together, lot), [whole]))


def _goes_down(parts: Sequence[Mention]) -> bool | None:
    """Is the best told first? None where neither end tells."""
    for down, (best, worst) in ((True, (parts[0], parts[-1])), (False, (parts[-1], parts[0]))):
        tells = is_top_grade(best.before) or is_bottom_grade(worst.before)
        tells = tells or _WORDS["best"].pattern.match(_grade_of(best)) is not None
        if tells and sum_of(parts):
            return down
    return None
