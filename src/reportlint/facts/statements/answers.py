"""Which item of the plan answers which shortcoming, told by the key terms they share."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from reportlint.facts.statements.items import Item, items
from reportlint.language.key_terms import key_terms
from reportlint.language.tables import load_table
from reportlint.report import Report, fact

_SAME = {row["word"]: row["answered"] for row in load_table(__file__, "answers", word="word", answered="words")}
"""Words by which a plan answers another one."""
_MOST, _REACH = 200, 2000
"""Items of each side, and characters of an item, that are compared: no report has as many, and each meets each."""


class Answer(NamedTuple):
    """A shortcoming, the plan item nearest to it (None where the two share nothing), and whether that answers it."""

    shortcoming: Item
    nearest: Item | None
    answered: bool


def find_answers(text: str, shortcomings: Sequence[Item], plan: Sequence[Item]) -> list[Answer]:
    """Each shortcoming with its answer: a plan item that speaks of a key term of the shortcoming's own label.

    Where no item does, the nearest is the one that shares most terms with the whole of the shortcoming.
    """
    plans = [text[item.span.start : min(item.span.end, item.span.start + _REACH)] for item in plan[:_MOST]]
    found = []
    for item in shortcomings[:_MOST]:
        label = key_terms(text[item.label.start : min(item.label.end, item.label.start + _REACH)])
        best = _most_shared(label, plans)
        if best is not None or not label:
            found.append(Answer(item, None if best is None else plan[best], True))
            continue
        near = _most_shared(key_terms(text[item.span.start : min(item.span.end, item.span.start + _REACH)]), plans)
        found.append(Answer(item, None if near is None else plan[near], False))
    return found


def _most_shared(terms: Sequence[str], plans: Sequence[str]) -> int | None:
    """The index of the text that holds most of the terms; None where none holds any."""
    shared = [sum(any(word in plan for word in (term, *_SAME.get(term, ()))) for term in terms) for plan in plans]
    most = max(shared, default=0)
    return shared.index(most) if most else None


@fact
def answers(report: Report) -> tuple[Answer, ...]:
    """Each shortcoming with the plan item that answers it, or comes nearest."""
    return tuple(find_answers(report.text, items(report, report.kind.faults), items(report, report.kind.future)))
