"""From year to year the same way: 办案数逐年上升，2022年64件、2023年59件、2024年71件 does not."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise, takewhile

from reportlint.document.source import Span
from reportlint.facts.figures.mentions import Mention
from reportlint.facts.relations.earlier import alike
from reportlint.facts.relations.relation import Relation, plain
from reportlint.language.phrases import load_phrases

_WORDS = load_phrases(__file__, "trends")
_SHORTEST = 3
"""Figures of a trend."""


def find_trends(text: str, sentence: Span, mentions: Sequence[Mention]) -> Iterator[Relation]:
    """The first step of a trend that goes the other way, or none, where its figures stand right beside the words of it."""
    if len(mentions) < _SHORTEST:
        return
    for trend in _WORDS["trend"].pattern.finditer(text, *sentence):
        run = _behind(text, trend, mentions) or _before(text, trend, mentions)
        rises = _WORDS["rise"].pattern.search(trend["way"]) is not None
        for old, new in pairwise(run if len(run) >= _SHORTEST else ()):
            if new.value == old.value or rises != (new.value > old.value):
                turned = "没有变化" if new.value == old.value else "是下降" if rises else "是上升"
                computed = f"{plain(old)}→{plain(new)}，{turned}"
                yield Relation("change", new.span, trend.group(), computed, False, (old.span,), note="verb")
                break


def find_turns(text: str, sentence: Span, mentions: Sequence[Mention]) -> Iterator[Relation]:
    """What is told right behind two ends to have gone the other way: 由70件上升到84件，下降明显."""
    for old, new in pairwise(mentions):
        way = _WORDS["turn"].pattern.match(text, new.span.end, sentence.end)
        if not way or not alike(old, new) or old.value == new.value or not _WORDS["from"].pattern.search(old.before):
            continue
        rises = _WORDS["rise"].pattern.search(way["way"]) is not None
        if rises != (new.value > old.value):
            computed = f"{plain(old)}→{plain(new)}，是{'下降' if rises else '上升'}"
            yield Relation(
                "change", Span(*way.span("way")), way["way"], computed, False, (old.span, new.span), note="verb"
            )


def _behind(text: str, trend: re.Match[str], mentions: Sequence[Mention]) -> Sequence[Mention]:
    """The figures of the years, told behind the trend and with no other words: 逐年上升，2022年64件、2023年59件、2024年71件."""
    run = _run([m for m in mentions if m.span.start >= trend.end()])
    led = text[trend.end() : run[0].span.start] if run else ""
    if _WORDS["respectively"].pattern.fullmatch(led):
        return [run[0], *takewhile(lambda m: m.before == "", run[1:])]
    years = [*takewhile(bool, (_WORDS["year"].pattern.fullmatch(m.before) for m in run))]
    return _in_order(run[: len(years)], years) if _WORDS["leads"].pattern.fullmatch(led) else ()


def _before(text: str, trend: re.Match[str], mentions: Sequence[Mention]) -> Sequence[Mention]:
    """The figures of the years, told right before it: 三年分别办案64件、59件、71件，呈逐年上升态势."""
    earlier = [m for m in mentions if m.span.end <= trend.start()]
    if not earlier or _WORDS["follows"].pattern.fullmatch(text, earlier[-1].span.end, trend.start()) is None:
        return ()
    last = len(earlier) - 1
    while last and earlier[last].mark in ("、", "") and alike(earlier[last - 1], earlier[last]):
        last -= 1
    run = earlier[last:]
    years = [_WORDS["of-year"].pattern.search(m.before) for m in run]
    if not all(years) and "分别" in run[0].before:
        return run
    return _in_order(run, years) if all(years) else ()


def _run(mentions: Sequence[Mention]) -> Sequence[Mention]:
    """The figures of one unit that begin here, side by side."""
    first = mentions[:1]
    rest = takewhile(lambda pair: pair[1].mark in ("、", "，", "") and alike(*pair), pairwise(mentions))
    return [*first, *(m for _, m in rest)]


def _in_order(run: Sequence[Mention], years: Sequence[re.Match[str] | None]) -> Sequence[Mention]:
    """From the first year to the last; nothing where some are told without, or one twice."""
    told = [int(year["year"]) for year in years if year]
    if len(set(told)) < len(run):
        return ()
    return [m for _, m in sorted(zip(told, run, strict=True), key=lambda pair: pair[0])]
