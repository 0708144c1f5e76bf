"""Who reports, by the issuer's name: a government and of which level, a department, a township."""

from __future__ import annotations

import os
from functools import lru_cache

from reportlint.language.phrases import load_phrases
from reportlint.language.traditional import simplified

LEVELS = ("province", "city", "county")
"""The levels of governments above the township."""
KINDS = (*LEVELS, "government", "department", "township")
"""The kinds of issuer that rules and options may name."""
EVERY_ISSUER = (*((level, "government") for level in LEVELS), ("government",), ("department",), ("township",), ())
"""Each issuer there may be, as `issuer_kinds` gives it."""
_ENDS = (("自治区", "province"), ("省", "province"), ("州", "city"), ("盟", "city"), ("地区", "city"))
"""The level by the end of a place's name; 市 may be of any level, all other places are counties."""
_PROVINCES = frozenset(("北京市", "天津市", "上海市", "重庆市"))


def issuer_kinds(issuer: str | None) -> tuple[str, ...]:
    """All kinds of issuer that the name tells for certain, the most particular first: (county, government); () for none.

    Of a management committee the level cannot be told, so it is a government and no more.
    """
    rules = load_phrases(__file__, "issuers")
    name = next((part for part in reversed(rules["joint"].pattern.split(simplified(issuer or ""))) if part), "")
    places = list(rules["place"].pattern.finditer(name.removeprefix("中共").removeprefix("中国共产党")))
    if places:
        behind = places[-1].string[places[-1].end() :]
        if not behind or rules["its-government"].pattern.fullmatch(behind):
            return _level([place[0] for place in places]), "government"
        if rules["its-management"].pattern.fullmatch(behind):
            return ("government",)
    kinds = ("township", "department")
    return next(((kind,) for kind in kinds if rules[kind].pattern.search(name)), ())


def places_in(issuer: str) -> list[str]:
    """The places that its name begins with, the widest first, townships too: 云川市, 青岚县, 松坪镇 of 云川市青岚县松坪镇人民政府."""
    rules, found, at = load_phrases(__file__, "issuers"), list[str](), 0
    while match := rules["place"].pattern.match(issuer, at) or rules["township-place"].pattern.match(issuer, at):
        found.append(match[0])
        at = match.end()
    return found


def _level(names: list[str]) -> str:
    """The level of the last of places that stand in one another."""
    *above, name = names
    if not name.endswith("市"):
        return _of_end(name)
    if name in _PROVINCES:
        return "province"
    in_a_city = any(place.endswith("市") or _of_end(place) == "city" for place in above)
    return "county" if in_a_city or name in _county_cities() else "city"


def _of_end(name: str) -> str:
    return next((level for end, level in _ENDS if name.endswith(end)), "county")


@lru_cache(maxsize=1)
def _county_cities() -> frozenset[str]:
    """The cities (市) that are of a county's level."""
    with open(os.path.join(os.path.dirname(__file__), "county_cities.txt"), encoding="utf-8") as file:
        return frozenset(f"{name}市" for line in file if not line.startswith("#") for name in line.split())
