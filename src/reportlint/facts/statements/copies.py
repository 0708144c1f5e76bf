"""What was taken over from last year's report: paragraphs (nearly) word for word, and figures that stayed the same."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from reportlint.document.source import Span
from reportlint.facts.figures.labels import label_of
from reportlint.facts.figures.mentions import Mention, mentions
from reportlint.facts.prose.written import paragraphs
from reportlint.kept import patterns
from reportlint.language.phrases import load_phrases
from reportlint.report import Report, fact

_SHORTEST = 40
"""Characters: what is shorter, formulas that every report has left out, is no paragraph to copy."""
_FORMULA = load_phrases(__file__, "copies")["formula"].pattern
_SENTENCE = patterns.compile(r"[^。！？]*[。！？]?")
_FIGURE = patterns.compile(r"(?<![\d.])\d+(?:\.\d+)?(?![\d.]|年)")
_DENSE = 20
"""Characters a figure: a paragraph with as many figures, most of them new, tells a recurring duty anew."""
_TELLING = 30
"""A number's digits less the noughts at its end: what is below (11, 200) may well be the same by chance."""
_CARRIED = 80.0
"""Likeness of two sentences from which one was taken over from the other."""


InSentence = tuple[Mention, str]
"""A figure and the sentence it stands in."""


class Copy(NamedTuple):
    """A paragraph and the one of last year it was taken from; likeness: 0 to 100, by edit distance."""

    span: Span
    original: Span
    likeness: float


def find_copies(ours: Sequence[tuple[Span, str]], theirs: Sequence[tuple[Span, str]], likeness: float) -> list[Copy]:
    """The paragraphs of ours that stand in theirs, at least that alike; paragraphs as place and text without blanks."""
    from rapidfuzz import fuzz, process

    known = [(span, said) for span, text in theirs if len(said := _own(text)) >= _SHORTEST]
    texts = [text for _, text in known]
    copies = []
    for span, text in ours:
        said = _own(text)
        if len(said) < _SHORTEST:
            continue
        found = process.extractOne(said, texts, scorer=fuzz.ratio, score_cutoff=likeness)
        if found and not _told_anew(said, found[0]):
            copies.append(Copy(span, known[found[2]][0], found[1]))
    return copies


def _own(text: str) -> str:
    """A paragraph less the formulas that every report has."""
    return "".join(sentence for sentence in _SENTENCE.findall(text) if not _FORMULA.search(sentence))


def _told_anew(said: str, before: str) -> bool:
    """Is it figures for the most part, and most of them new?"""
    figures, old = _FIGURE.findall(said), set(_FIGURE.findall(before))
    new = sum(figure not in old for figure in figures)
    return len(figures) * _DENSE >= len(said) and 3 * new >= 2 * len(figures)


def find_unchanged(
    ours: Iterable[InSentence], theirs: Iterable[InSentence], least: int
) -> list[tuple[Mention, Mention]]:
    """The counts and rates that both reports state in the same words with the same value, each with last year's.

    Each comes with its sentence. Small counts and 100 % may well stay, so what is less than ``least`` is left out; a number that
    may be the same by chance counts only where its sentence was taken over.
    """
    known: dict[tuple[str, str], InSentence] = {}
    for mention, sentence in theirs:
        if key := label_of(mention):
            known.setdefault(key, (mention, sentence))
    pairs = []
    for mention, sentence in ours:
        key = label_of(mention)
        if (
            key in known
            and _stays(mention, known[key][0], least)
            and (_tells(mention) or _carried(sentence, known[key][1]))
        ):
            pairs.append((mention, known[key][0]))
    return pairs


def _stays(mention: Mention, other: Mention, least: int) -> bool:
    value = mention.quantity.value
    return other.quantity.value == value >= least and not (mention.quantity.kind == "percent" and value == 100)


def _tells(mention: Mention) -> bool:
    """Is the number such that two years hardly have it by chance: 136, 98.5, but not 11, 200?"""
    digits = f"{mention.quantity.value:f}".replace(".", "").strip("0")
    return int(digits or "0") >= _TELLING


def _carried(sentence: str, other: str) -> bool:
    from rapidfuzz import fuzz

    return bool(fuzz.ratio(sentence, other) >= _CARRIED)


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


def told_figures(report: Report) -> Iterator[InSentence]:
    """The figures in all that tells of the year, plans apart, each with its sentence."""
    for sentence, found in mentions(report):
        if report.kind.future not in sentence.parts:
            yield from ((mention, report.words(sentence.span)) for mention in found)
