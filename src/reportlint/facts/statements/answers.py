"""Which item of the plan answers which shortcoming, told by the key terms they share."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from reportlint.document.source import Span
from reportlint.facts.statements.items import Item, items
from reportlint.kept import patterns
from reportlint.language.key_terms import key_terms
from reportlint.language.sentences import split_clauses
from reportlint.language.tables import load_table
from reportlint.report import Report, fact

_ROWS = load_table(__file__, "answers", word="word", answered="words?", side="flag?", broad="flag?")
_SAME = {row["word"]: row["answered"] for row in _ROWS if "answered" in row}
"""Words by which a plan answers another one."""
_SIDES = frozenset(row["word"] for row in _ROWS if row.get("side"))
"""From which side a matter is looked at: 形式 of 普法形式单一. A plan may well answer with another."""
_BROAD = frozenset(row["word"] for row in _ROWS if row.get("broad"))
"""Fields and acts that many items of a plan speak of: 执法 alone does not answer 执法装备老化."""
_LACKING = patterns.compile(r"[不没未](?:够|太|尽|能|有|得到)?$")
_MOST, _REACH = 200, 2000
"""Items of each side, and characters of an item, that are compared: no report has as many, and each meets each."""
_ENOUGH = 4
"""Weight of the shared terms of a long label: two strong ones."""
_ALSO = 3
"""Strong terms of a whole shortcoming that a plan item shares which speaks of its label in part."""


class Answer(NamedTuple):
    """A shortcoming, the plan item nearest to it (None where the two share nothing), and whether that answers it."""

    shortcoming: Item
    nearest: Item | None
    answered: bool


def find_answers(text: str, shortcomings: Sequence[Item], plan: Sequence[Item]) -> list[Answer]:
    """Each shortcoming with its answer: a plan item that speaks of half of what its label names, or of enough of it.

    Where none does, the nearest is the one that shares most terms with the whole of the shortcoming.
    """
    plans = [text[item.span.start : min(item.span.end, item.span.start + _REACH)] for item in plan[:_MOST]]
    found = []
    for item in shortcomings[:_MOST]:
        matter = _matter(text[item.label.start : min(item.label.end, item.label.start + _REACH)])
        shares = [sum(weight for names, weight in matter if any(_speaks(words, n) for n in names)) for words in plans]
        best = max(shares, default=0)
        if not matter or best >= min(sum(weight for _, weight in matter) / 2, _ENOUGH):
            found.append(Answer(item, plan[shares.index(best)] if best else None, True))
            continue
        whole = key_terms(text[item.span.start : min(item.span.end, item.span.start + _REACH)])
        strong = [sum(term not in _BROAD | _SIDES and _speaks(words, term) for term in whole) for words in plans]
        near = max(strong, default=0)
        found.append(Answer(item, plan[strong.index(near)] if near else None, best > 0 and near >= _ALSO))
    return found


def _matter(label: str) -> list[tuple[tuple[str, ...], int]]:
    """What a label says is lacking: each thing by its names (行政复议, 复议), with its weight; not how it lacks (老化, 不彻底).

    Its first clause that names one tells; none where none does.
    """
    for clause in split_clauses(label, Span(0, len(label))):
        words = label[clause.start : clause.end].rstrip("。；; ")
        terms = key_terms(words)
        lacks = [t for t in terms if _LACKING.search(words[: words.find(t)]) or (terms[1:] and words.endswith(t))]
        named = [term for term in terms if term not in _SIDES and term not in lacks]
        halves = {half for term in named if len(term) == len("行政复议") for half in (term[:2], term[2:])}
        things = [
            (term, *(t for t in named if t in halves - _BROAD and t in term)) for term in named if term not in halves
        ]
        if things:
            return [(names, 1 if names[0] in _BROAD else 2) for names in things]
    return []


def _speaks(words: str, term: str) -> bool:
    """Does a plan item name the term, or what answers it?"""
    return any(word in words for word in (term, *_SAME.get(term, ())))


@fact
def answers(report: Report) -> tuple[Answer, ...]:
    """Each shortcoming with the plan item that answers it, or comes nearest."""
    return tuple(find_answers(report.text, items(report, report.kind.faults), items(report, report.kind.future)))
