"""How many divisions of one kind the place has in all, told twice: 辖区12个社区; 在全部11个社区设立服务站."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from reportlint.facts.figures.tales import Tale
from reportlint.facts.relations.relation import Relation
from reportlint.facts.relations.twice.differing import differ, differing
from reportlint.language.phrases import load_phrases
from reportlint.language.words.verbs import begins_with_verb, is_verb

_WORDS = load_phrases(__file__, "divisions")

_VERB = 2
"""Characters of one."""
_ENDS = ("、", "的", "实际")
"""Behind a name that stands by itself."""


def find_divisions(tales: Sequence[Tale], of_township: bool) -> Iterator[Relation]:
    """The figures that speak of all divisions of a kind, each against the first that does, where they are near and differ; and those
    that speak of more than there are. of_township: the place is the lowest but villages, of which a bare number is of all.
    """
    known: dict[str, Tale] = {}
    for tale in tales:
        kind = _kind_of_all(tale)
        if not kind:
            continue
        first = known.setdefault(_key(kind), tale)
        if differ(first, tale) and not _tells_the_rest(first, tale):
            yield differing(first, tale, kind)
    alone = [(kind, tale) for tale in tales if (kind := _named_alone(tale))]
    bare = [(_key(kind), tale) for kind, tale in alone if of_township and tale.told.before == ""]
    for kind, tale in alone:
        again = [other for named, other in bare if named == _key(kind)]
        every = known.get(_key(kind)) or _told_twice(again)
        if every and tale.told.value > every.told.value and differ(every, tale) and _is_whole(kind, tale):
            yield differing(every, tale, kind)


def _named_alone(tale: Tale) -> str:
    """村 of 12个村均已完成, 组建15个村的调解队伍, which say nothing before the figure but a verb; "" of others."""
    before = tale.told.before
    alone = not tale.told.places and (before == "" or (len(before) == _VERB and is_verb(before)))
    named = _WORDS["division"].pattern.match(tale.told.after) if alone else None
    return named[0] if named else ""


def _is_whole(kind: str, tale: Tale) -> bool:
    """Is something told of so many and no more: 15个村的调解员, 15个村均已完成? Not 15个村级站点."""
    rest = tale.told.after.removeprefix(kind)
    return rest[:1] in ("", *_ENDS) or _WORDS["each-of-them"].pattern.match(rest) is not None


def _told_twice(tales: Sequence[Tale]) -> Tale | None:
    """The first figure that is told again in the same words, once of all of them; None where there is no one such."""
    values = [tale.told.value for tale in tales]
    every = {tale.told.value for tale in tales if tale.told.all_done and values.count(tale.told.value) > 1}
    return next((tale for tale in tales if every == {tale.told.value}), None)


def _key(kind: str) -> str:
    """One word for 乡镇（街道）, 乡镇、街道 and 镇街, and one for villages with communities."""
    if "街" in kind and ("镇" in kind or "乡" in kind):
        return "镇街"
    return "村居" if "村" in kind and ("社区" in kind or "居" in kind) else kind


def _tells_the_rest(first: Tale, later: Tale) -> bool:
    """下放全市62个镇街，另2个镇街暂缓: is what one lacks of the other told beside it?"""
    lack = abs(first.told.value - later.told.value)
    return any(
        near.value == lack for tale in (first, later) for near in tale.told.beside if near.unit == tale.told.unit
    )


def _kind_of_all(tale: Tale) -> str:
    """社区 of 在全部12个社区设立站点; "" where it is not of all the place, or a longer name begins with it: 12个社区工作站."""
    told = tale.told
    named = _WORDS["division"].pattern.match(told.after)
    whose = _WORDS["all"].pattern.fullmatch(told.before)
    if not named or not whose or told.places:
        return ""
    rest = told.after[named.end() :]
    ends = (whose["holds"] or whose["stock"]) and rest.startswith(_ENDS if rest else "")
    goes_on = (whose["every"] or (whose["reaches"] and not begins_with_verb(rest))) and (
        rest[:1] in ("", *_ENDS) or begins_with_verb(rest)
    )
    return named[0] if ends or goes_on or _WORDS["each-of-them"].pattern.match(rest) else ""
