"""What was taken over from last year's report: paragraphs (nearly) word for word, and figures that stayed the same."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from reportlint.document.source import Span
from reportlint.facts.figures.deeds import label_of
from reportlint.facts.figures.mentions import Mention
from reportlint.facts.prose.written import paragraphs
from reportlint.report import Report, fact

_SHORTEST = 40
"""Characters: shorter paragraphs are formulas that every report has."""


class Copy(NamedTuple):
    """A paragraph and the one of last year it was taken from; likeness: 0 to 100, by edit distance."""

    span: Span
    original: Span
    likeness: float


def find_copies(ours: Sequence[tuple[Span, str]], theirs: Sequence[tuple[Span, str]], likeness: float) -> list[Copy]:
    """The paragraphs of ours that stand in theirs, at least that alike; paragraphs as place and text without blanks."""
    from rapidfuzz import fuzz, process

    known = [(span, text) for span, text in theirs if len(text) >= _SHORTEST]
    texts = [text for _, text in known]
    copies = []
    for span, text in ours:
        if len(text) >= _SHORTEST and (
            found := process.extractOne(text, texts, scorer=fuzz.ratio, score_cutoff=likeness)
        ):
            copies.append(Copy(span, known[found[2]][0], found[1]))
    return copies


def find_unchanged(ours: Iterable[Mention], theirs: Iterable[Mention], least: int) -> list[tuple[Mention, Mention]]:
    """The counts and rates that both reports state in the same words with the same value, each with last year's.

    Small counts and 100 % may well stay; what is less than ``least`` is left out.
    """
    known: dict[tuple[str, str], Mention] = {}
    for mention in theirs:
        if key := label_of(mention):
            known.setdefault(key, mention)
    pairs: Sequence[tuple[Mention, Mention | None]] = [(m, known.get(label_of(m) or ("", ""))) for m in ours]
    return [
        (mention, other)
        for mention, other in pairs
        if other
        and other.quantity.value == mention.quantity.value >= least
        and not (mention.quantity.kind == "percent" and mention.quantity.value == 100)
    ]


@fact
def _copies(report: Report) -> dict[float, list[Copy]]:
    """The copies found so far, by the likeness asked for: two checks ask, as a rule for the same."""
    return {}


def copies(report: Report, likeness: float) -> list[Copy]:
    """The paragraphs taken over from last year's report; none without one. likeness: 0 to 100."""
    if report.previous is None:
        return []
    known = _copies(report)
    if likeness not in known:
        known[likeness] = find_copies(paragraphs(report), paragraphs(report.previous), likeness)
    return known[likeness]
