"""How many a catalogue holds, told twice: 公布重大行政决策事项目录，列入6项; 对目录确定的5项决策事项听取汇报."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from reportlint.facts.figures.tales import Tale
from reportlint.facts.relations.relation import Relation
from reportlint.facts.relations.twice.differing import differ, differing
from reportlint.language.phrases import load_phrases

_WORDS = load_phrases(__file__, "catalogues")
_NAME = 6
"""The fewest characters of a catalogue's name by which it is known again: 决策事项目录."""


def find_catalogues(tales: Sequence[Tale]) -> Iterator[Relation]:
    """The figures of what a catalogue holds, each against the first of the same catalogue, where they are near and differ."""
    known: list[tuple[str, Tale]] = []
    for tale in tales:
        name = _catalogue(tale)
        if len(name) < _NAME:
            continue
        same = (first for called, first in known if called.endswith(name) or name.endswith(called))
        first = next((first for first in same if first.told.unit == tale.told.unit), tale)
        known.append((name, tale))
        if differ(first, tale):
            yield differing(first, tale, name)


def _catalogue(tale: Tale) -> str:
    """The name of the catalogue that holds so many; "" where none does, or where it was changed in the year."""
    told = tale.told
    holds = _WORDS["holds"].pattern.search(told.before)
    names = [*_WORDS["name"].pattern.finditer(told.earlier)]
    if not holds or not names or told.places or _WORDS["changed"].pattern.search(told.earlier):
        return ""
    near = names[-1].end() >= len(told.earlier) - len(told.before) - 1
    return _WORDS["made"].pattern.sub("", names[-1][0]) if holds["own"] or near else ""
