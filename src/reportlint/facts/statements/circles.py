"""Do two statements speak of different circles: 城区 and 乡镇, 合同 and 决策?"""

from __future__ import annotations

from reportlint.language.phrases import load_phrases

_CALLED = {"校园": "学校", "规模以上": "规上"}
"""Circles by their other names."""
_WITHIN = {
    "中小学": {"学校"},
    "小学": {"学校", "中小学"},
    "中学": {"学校", "中小学"},
    "渔港": {"港口"},
    "码头": {"港口"},
    "乡镇": {"镇街"},
    "街道": {"镇街"},
}
"""Circles that lie in others."""
_CIRCLE, _MATTER = (load_phrases(__file__, "circles")[name].pattern for name in "circle matter".split())


def names_circle(words: str) -> bool:
    """Do they say of whom or of where they speak?"""
    return _CIRCLE.search(words) is not None


def without_circles(words: str) -> str:
    """The words without those that say so."""
    return _CIRCLE.sub("，", words)


def names_matter(words: str) -> bool:
    """Are they what is reviewed, decided or made, and nothing else?"""
    return _MATTER.fullmatch(words) is not None


def of_other_circles(one: str, other: str) -> bool:
    """Does each speak of people or places of its own?"""
    return _apart(set(_CIRCLE.findall(one)), set(_CIRCLE.findall(other)))


def of_other_matters(one: str, other: str) -> bool:
    """Is each of things of its own that are reviewed, decided or made?"""
    return _apart(set(_MATTER.findall(one)), set(_MATTER.findall(other)))


def _apart(named: set[str], others: set[str]) -> bool:
    here, there = ({_CALLED.get(name, name) for name in names} for names in (named, others))
    inside = any(_WITHIN.get(one, set()) & there for one in here) or any(
        _WITHIN.get(one, set()) & here for one in there
    )
    return bool(here and there) and here.isdisjoint(there) and not inside
