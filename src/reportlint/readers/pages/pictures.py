"""Is a page a picture: a scan, or text whose letters are drawn as curves?"""

from __future__ import annotations

from collections.abc import Iterable

FEW_CHARACTERS = 60
"""Of a picture's page: the mark of a scanner's program, a running head, the page's number."""
MOST = 1_000
"""Pictures and curves of a page that are looked at."""
_MANY_CURVES = 300
"""A line of text takes some thirty; what rules a page or adorns it takes fewer."""


def is_picture(areas: Iterable[float], curves: int, size: tuple[float, float]) -> bool:
    """Is a page with few characters and of that size a picture? areas: those of its pictures, which may be strips of one."""
    return sum(areas) > size[0] * size[1] / 2 or curves > _MANY_CURVES
