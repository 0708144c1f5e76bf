"""One quantity stated in two places: 办理行政复议案件36件 here, 办理行政复议案件38件 there."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

from reportlint.facts.figures.deeds import Deed, is_specific
from reportlint.facts.figures.mentions import Mention
from reportlint.facts.relations.relation import Relation, plain
from reportlint.language.phrases import load_phrases

_WORDS = load_phrases(__file__, "repeats")
_MOST = 8
"""Places of one deed that are looked at."""
_MOST_ACTS = 40
"""Things of one act that are looked through for a bare one."""
_NEAR = 4
"""Parts of the greater of two figures by which they may differ where only one of them says whose or of what it is: a quarter."""
_SMALL = 5


def find_repeats(deeds: Iterable[tuple[Deed, int]]) -> Iterator[Relation]:
    """Deeds told in two sections, each given with the number of its section; the later place is held against the first.

    Within one section the same words may go through several bodies or periods; only places of different sections count. Two
    deeds are one where act, thing and unit are, and neither who did it, the year, nor what the sentence is about differs.
    """
    known: dict[tuple[str, str, str], list[tuple[Deed, int]]] = defaultdict(list)
    named: dict[tuple[str, str], list[tuple[Deed, int]]] = defaultdict(list)
    acts: dict[tuple[str, str], list[tuple[Deed, int]]] = defaultdict(list)
    for deed, section in deeds:
        places = known[deed.key]
        others = [*places] if is_specific(deed) else []
        if deed.thing.endswith(("”", "》")):  # “示范户”达到36户: however many were made
            others += [place for place in named[deed.key[1:]] if not (deed.act and place[0].act)]
        elif deed.act and not deed.thing:
            others += _carried(deed, acts[deed.act, deed.key[2]])
        first = next((p for p in others if p[1] != section and _one(p[0], deed)), None)
        if first:
            yield verdict(first[0], deed)
        elif len(places) < _MOST:
            places.append((deed, section))
            named[deed.key[1:]].append((deed, section))
            if is_specific(deed) and len(acts[deed.act, deed.key[2]]) < _MOST_ACTS:
                acts[deed.act, deed.key[2]].append((deed, section))


def _carried(deed: Deed, same_act: list[tuple[Deed, int]]) -> Iterator[tuple[Deed, int]]:
    """违法建设专项治理收到线索120条，查处91起: what the bare act is done to, the sentence has told before."""
    for place in same_act:
        matter = _WORDS["head"].pattern.sub("", place[0].thing)
        if len(matter) > 2 and matter in deed.setting and near(place[0], deed.mention):
            yield place


def _one(first: Deed, second: Deed) -> bool:
    """May both tell one deed?"""
    if first.year and second.year and first.year != second.year:
        return False
    if first.names != second.names and not (first.names | second.names) <= {first.thing}:
        return False
    if first.who == second.who and bool(_places(first)) == bool(_places(second)):
        return _places(first) == _places(second)
    if first.who and second.who and not (first.who in second.who or second.who in first.who):
        return False
    if bool(_WORDS["person"].pattern.search(first.who)) != bool(_WORDS["person"].pattern.search(second.who)):
        return False  # the head's own share of it
    return near(first, second.mention)


def near(first: Deed, second: Mention) -> bool:
    """Are the figures so near that one may be a slip of the other?"""
    low, high = sorted((first.mention.quantity.value, second.quantity.value))
    return (high - low) * _NEAR <= high or high - low <= _SMALL


def least_and_most(value: float) -> tuple[float, float]:
    """Between what bounds all figures lie that are near this one, and no others but by a hair."""
    size, hair = abs(value), 1e-6 * abs(value)
    return value - max(_SMALL, size / _NEAR) - hair, value + max(_SMALL, size / (_NEAR - 1)) + hair


def _places(deed: Deed) -> list[str]:
    return _WORDS["place"].pattern.findall(deed.setting)


def verdict(first: Deed, second: Deed) -> Relation:
    """The later figure of a deed against the earlier."""
    one, two = first.mention, second.mention
    holds = one.quantity.value == two.quantity.value
    computed = f"{plain(one)}{'=' if holds else '≠'}{plain(two)}"
    act, thing = second.act or first.act, second.thing or first.thing
    said = f"{thing}{act}" if f"{thing}{act}" in one.before else f"{'' if thing else second.who}{act}{thing}"
    return Relation("repeat", two.span, plain(two), computed, holds, (one.span,), note=said)
