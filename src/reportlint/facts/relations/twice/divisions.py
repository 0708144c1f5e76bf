"""How many divisions of one kind the place has in all, told twice: 辖区12个社区; 在全部11个社区设立服务站."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from reportlint.facts.figures.tales import Tale
from reportlint.facts.relations.relation import Relation
from reportlint.facts.relations.twice.differing import differ, differing
from reportlint.language.phrases import load_phrases
from reportlint.language.verbs import begins_with_verb

_WORDS = load_phrases(__file__, "divisions")

_ENDS = ("、", "的", "实际")
"""Behind a name that stands by itself."""


def find_divisions(tales: Sequence[Tale]) -> Iterator[Relation]:
    """The figures that speak of all divisions of a kind, each against the first that does, where they are near and differ."""
    known: dict[str, Tale] = {}
    for tale in tales:
        kind = _kind_of_all(tale)
        if not kind:
            continue
        first = known.setdefault(kind, tale)
        if differ(first, tale):
            yield differing(first, tale, kind)


def _kind_of_all(tale: Tale) -> str:
    """社区 of 在全部12个社区设立站点; "" where it is not of all the place, or a longer name begins with it: 12个社区工作站."""
    told = tale.told
    named = _WORDS["division"].pattern.match(told.after)
    whose = _WORDS["all"].pattern.fullmatch(told.before)
    if not named or not whose or told.places:
        return ""
    rest = told.after[named.end() :]
    ends = (whose["holds"] or whose["stock"]) and rest.startswith(_ENDS if rest else "")
    goes_on = whose["every"] and (rest[:1] in ("", *_ENDS) or begins_with_verb(rest))
    return named[0] if ends or goes_on or _WORDS["each-of-them"].pattern.match(rest) else ""
