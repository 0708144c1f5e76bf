"""Counts that follow from others and from names: 由1名县领导、3名干部和5名律师组成的9人专班; 18个乡镇中16个挂牌，未挂牌的甲乡、乙乡."""

from __future__ import annotations

from collections.abc import Iterator

from reportlint.document.source import Span
from reportlint.facts.relations.lists.listed import JOINED, NEAR
from reportlint.facts.relations.relation import Relation
from reportlint.kept import patterns
from reportlint.language.phrases import load_phrases

_WORDS = load_phrases(__file__, "made_of")
_PERSONS = patterns.compile(r"(\d{1,3})[名位人]")
_MOST = 100
"""Members of a group whose parts may be told."""


def find_made_of(text: str, sentence: Span) -> Iterator[Relation]:
    """The numbers of a group against those of its parts, and of names against what is left for them."""
    words = text[sentence.start : sentence.end]
    for match in _WORDS["group"].pattern.finditer(words):
        parts = JOINED.split(match["parts"])
        figures = [_PERSONS.findall(part) for part in parts]
        if len(parts) > 1 and all(len(each) == 1 for each in figures):
            said, added = int(match["all"]), sum(int(each[0]) for each in figures)
            if said <= _MOST and "等" not in match["parts"]:
                yield _count(sentence, match.span("counts"), said, f"前面的人数合计 {added} 人", added == said)
    for match in _WORDS["left"].pattern.finditer(words):
        names, left = JOINED.split(match["names"]), int(match["all"]) - int(match["some"])
        same = match["rest"] or (match["lacks"] and match["lacks"] in match["done"])
        if same and 0 < left <= len(names) + NEAR and "等" not in match["names"]:
            yield _count(
                sentence, match.span("names"), left, f"前面剩下 {left} 个，这里列出 {len(names)} 个", left == len(names)
            )


def _count(sentence: Span, place: tuple[int, int], said: int, computed: str, holds: bool) -> Relation:
    span = Span(sentence.start + place[0], sentence.start + place[1])
    return Relation("count", span, str(said), computed, holds, (sentence,), certain=False)
