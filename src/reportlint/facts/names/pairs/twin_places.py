"""Villages, towns and the like whose names are a slip apart: 上垄村, 上陇村."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations

from reportlint.document.source import Span
from reportlint.facts.names.pairs.one_thing import TELLS
from reportlint.facts.names.pairs.quoted import Name
from reportlint.facts.names.pairs.variants import Variants
from reportlint.facts.prose.masks import untitled
from reportlint.facts.prose.written import written
from reportlint.kept import patterns
from reportlint.language.slips.shapes import look_alike
from reportlint.language.slips.sounds import sound_alike
from reportlint.language.words.word_boundaries import is_common
from reportlint.report import Report

_PLACE = patterns.compile("(?<=([\u4e00-\u9fff]{2}))(?:村|乡|镇|社区|街道|水库|[坡岭河湾沟桥屯湖])")
_NO_PLACE = frozenset("个各全本该此每两多的在和与及从由向到乡镇街村县市区")
"""Characters that are in no such name: 各街镇, 个街镇."""
_STOP = patterns.compile("[。\n]")
_MOST = 150
"""Places of one kind that are compared with one another."""


def twin_places(report: Report) -> Iterator[Variants]:
    """Pairs of places of one kind whose two characters before it differ by one that sounds or looks like the other's, and
    that never stand in one sentence."""
    text = untitled(report)
    found: dict[str, dict[str, list[Span]]] = defaultdict(lambda: defaultdict(list))
    for line in written(report):
        for match in _PLACE.finditer(text, line.start, line.end):
            if match.start() - 2 < line.start or is_common(match[1][1] + match.group()):
                continue  # 整治农村
            if _NO_PLACE.isdisjoint(match[1]):
                found[match.group()][match[1]].append(Span(match.start() - 2, match.end()))
    for kind, places in found.items():
        for one, other in combinations([*places][:_MOST], 2):
            changed = [(char, twin) for char, twin in zip(one, other, strict=True) if char != twin]
            if (
                len(changed) == 1
                and not (is_common(one) and is_common(other))
                and _is_slip(*changed[0])
                and not _are_told_together(text, places[one], places[other])
            ):
                names = (Name(core + kind, tuple(places[core])) for core in (one, other))
                yield Variants(*sorted(names, key=lambda name: name.places))


def _are_told_together(text: str, one: Sequence[Span], other: Sequence[Span]) -> bool:
    """Do both stand in one sentence: 云谷街道、筠谷街道各2件? Then they are two. text: untitled."""
    here, there = ({_sentence_end(text, place) for place in places} for places in (one, other))
    return not here.isdisjoint(there)


def _sentence_end(text: str, place: Span) -> int:
    stop = _STOP.search(text, place.end)
    return stop.start() if stop else len(text)


def _is_slip(one: str, other: str) -> bool:
    return sound_alike(one, other) or (look_alike(one, other) and not TELLS.search(one + other))
