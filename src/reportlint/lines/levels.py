"""The levels of headings as a text uses them, where their markers alone mislead."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from reportlint.lines.headings import Heading

_UPPER = 2
"""The level of （一）."""
_DEEPEST = 5
"""The level of ①."""


def settle_levels(headings: Sequence[Heading]) -> list[Heading]:
    """Levels as the text uses them, where markers alone mislead.

    - 一、 used on two levels: a second series 一、二、 inside a part is one level down (and what is below it, too).
    - 一、 under 第一部分, or under unmarked headings that name the parts: one level down (and what is below it, too).
    - No 一、 anywhere, but the parts stand under （一） or 1.: that level is the first; and so is that of 1. or （1） where neither
      一、 nor （一） is anywhere.
    - （二）存在的不足 between 一、 and 三、 of the parts: it is one of these; 二、 between （一） and （三） is one of those.
    """
    headings = _in_their_series(headings)
    if _stand_within(headings):
        return [
            h._replace(level=h.level + 1) if h.marker and h.level < _DEEPEST and not _outer(h) else h for h in headings
        ]
    numbered = min((h.level for h in headings), default=1)
    top = min((h.level for h in headings if h.parts), default=numbered if numbered > 2 else 1)
    shifted = [h._replace(level=max(1, h.level - top + 1)) for h in headings] if top > 1 else list(headings)
    if any(h.level == 1 for h in headings):
        shifted = list(headings)
    settled: list[Heading] = []
    outer = inner = 0  # the last number of the first-level series, and of a second series inside it
    for heading in shifted:
        if heading.level == 1 and heading.number:
            nested = not heading.parts and heading.number == inner + 1 and bool(inner or outer)
            inner = heading.number if nested else 0
            if not nested:
                outer = heading.number
        if inner and heading.level < _DEEPEST:
            heading = heading._replace(level=heading.level + 1)
        settled.append(heading)
    return settled


def _in_their_series(headings: Sequence[Heading]) -> list[Heading]:
    """The headings; one whose number stands between two of the other form, 一、 or （一）, on their level. What names a part is of
    the first level, and nothing else.
    """
    settled = list(headings)
    upper = [at for at, heading in enumerate(headings) if heading.level <= _UPPER]
    for before, at, after in zip(upper, upper[1:], upper[2:], strict=False):
        above, heading, behind = headings[before], headings[at], headings[after]
        if (
            above.level == behind.level == _UPPER > heading.level
            and not heading.parts
            and _count(above, heading, behind)
        ):
            settled[at] = heading._replace(level=_UPPER)
    first = [at for at, heading in enumerate(settled) if heading.level == 1]
    for start, end in pairwise(first):
        for at in range(start + 1, end):
            heading, above = settled[at], settled[start]
            other = {*heading.parts} - {*above.parts}
            if heading.level == _UPPER and other and _count(above, heading, settled[end]):
                settled[at] = heading._replace(level=1)
    return settled


def _count(*headings: Heading) -> bool:
    """Do their numbers go on from one to the next?"""
    return all(one.number and other.number == one.number + 1 for one, other in pairwise(headings))


def _outer(heading: Heading) -> bool:
    """Is it of a form that holds 一、: 第一部分, or an unmarked name of a part?"""
    return heading.level == 1 and (heading.form.startswith("第") or not heading.marker)


def _stand_within(headings: Sequence[Heading]) -> bool:
    """Do all 一、 stand under headings of an outer form, and name no part but the one they stand under?

    One outer heading is enough where it names its part outright, not by an aspect of it (工作情况).
    """
    above: Heading | None = None
    outer: set[tuple[str, ...]] = set()
    within = outright = False
    for heading in (h for h in headings if h.level == 1):
        if _outer(heading):
            if not heading.marker and (not heading.parts or heading.parts in outer):
                return False
            above = heading
            outer.add(heading.parts or (heading.marker,))
            outright |= bool(heading.parts) and heading.parts == tuple(name.lower() for name in heading.terminals)
        elif above is None or not {*heading.parts} <= {*above.parts}:
            return False
        else:
            within = True
    return within and (outright or len(outer) > 1)
