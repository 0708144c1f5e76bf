"""Who reports, by the issuer's name: a government and of which level, a department, a township."""

from __future__ import annotations

import os
from functools import lru_cache

from reportlint.language.phrases import load_phrases

LEVELS = ("province", "city", "county")
"""The levels of governments above the township."""
KINDS = (*LEVELS, "government", "department", "township")
"""The kinds of issuer that rules and options may name."""
EVERY_ISSUER = (*((level, "government") for level in LEVELS), ("government",), ("department",), ("township",), ())
"""Each issuer there may be, as `issuer_kinds` gives it."""
_LEVEL_OF = {"自治区": "province", "省": "province", "自治州": "city", "地区": "city", "州": "city", "盟": "city"}
"""The level by what a place is called; 市 may be of any level, all others are counties'."""
_PROVINCES = frozenset(("北京市", "天津市", "上海市", "重庆市"))


def issuer_kinds(issuer: str | None) -> tuple[str, ...]:
    """All kinds of issuer that the name tells for certain, the most particular first: (county, government); () for none.

    Of a management committee the level cannot be told, so it is a government and no more.
    """
    rules = load_phrases(__file__, "issuers")
    name = next((part for part in reversed(rules["joint"].pattern.split(issuer or "")) if part), "")
    places = list(rules["place"].pattern.finditer(name.removeprefix("中共").removeprefix("中国共产党")))
    if places:
        behind = places[-1].string[places[-1].end() :]
        if not behind or rules["its-government"].pattern.fullmatch(behind):
            level = _level([place[0] for place in places], places[-1]["unit"], [place["unit"] for place in places])
            return level, "government"
        if rules["its-management"].pattern.fullmatch(behind):
            return ("government",)
    kinds = ("township", "department")
    return next(((kind,) for kind in kinds if rules[kind].pattern.search(name)), ())


def _level(names: list[str], unit: str, units: list[str]) -> str:
    """The level of the last of places that stand in one another."""
    if unit != "市":
        return _LEVEL_OF.get(unit, "county")
    if len(names) == 1 and names[0] in _PROVINCES:
        return "province"
    below = any(above == "市" or _LEVEL_OF.get(above) == "city" for above in units[:-1])
    return "county" if below or names[-1] in _county_cities() else "city"


@lru_cache(maxsize=1)
def _county_cities() -> frozenset[str]:
    """The cities (市) that are of a county's level."""
    with open(os.path.join(os.path.dirname(__file__), "county_cities.txt"), encoding="utf-8") as file:
        return frozenset(f"{name}市" for line in file if not line.startswith("#") for name in line.split())
