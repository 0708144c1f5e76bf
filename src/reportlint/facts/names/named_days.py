"""Days of the year that have a name (4·15 全民国家安全教育日), and where a report calls them otherwise, or sets them on another day."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from reportlint.document.source import Span
from reportlint.kept import patterns
from reportlint.language.tables import load_table
from reportlint.language.words.differences import in_order

_SCOPES = ("国际", "世界", "全国", "国家", "全民", "中国")
"""Whose day it is: the word that names begin with, and that is taken for another."""
_TAUGHT = "宣传"
"""What may be told of any such day: 国家宪法宣传日."""
_SCOPE, _SHORTEST = 2, 3
"""Characters of such a word, and of what is left of a name without it, from which another before it makes the name wrong."""
_NO_LONGER_WORD = "(?![常程前后报期志])"
"""国家环境日报 is a newspaper."""
_DATED = patterns.compile(
    r"(?<!\d)(?P<month>1?\d)(?:[·.．・•]|月)(?P<day>[123]?\d)(?P<end>[”日]+)(?P<name>[\u4e00-\u9fff]{1,11}?日)"
    + _NO_LONGER_WORD
)


class DayMisnamed(NamedTuple):
    """A day's name that is not right, and how it goes."""

    span: Span
    right: str


class _Days(NamedTuple):
    """by_day: the day's name, and what else it may be called; day_of: the day of a name; wrong_scope: its names with another's scope."""

    by_day: dict[str, tuple[str, frozenset[str]]]
    day_of: dict[str, str]
    wrong_scope: dict[str, str]
    pattern: re.Pattern[str]


@lru_cache(maxsize=1)
def _days() -> _Days:
    rows = load_table(__file__, "named_days", day="word", name="word", also="words?")
    by_day = {row["day"]: (row["name"], frozenset((row["name"], *row.get("also", ())))) for row in rows}
    right = {name for _, names in by_day.values() for name in names}
    scoped = [name for name, _ in by_day.values() if name.startswith(_SCOPES) and len(name) >= _SCOPE + _SHORTEST]
    wrong = {scope + name[_SCOPE:]: name for name in scoped for scope in _SCOPES if scope + name[_SCOPE:] not in right}
    pattern = patterns.compile(f"(?:{'|'.join(map(re.escape, wrong))}){_NO_LONGER_WORD}")
    return _Days(by_day, {name: day for day, (name, _) in by_day.items()}, wrong, pattern)


def find_misnamed_days(text: str, line: Span) -> Iterator[DayMisnamed]:
    """The days that a line of the text misnames, in no order: a word left out or put in, of another scope, or on another day."""
    days = _days()
    for match in _DATED.finditer(text, *line):
        day, name = f"{match['month']}·{match['day']}", match["name"]
        right, names = days.by_day.get(day, ("", frozenset()))
        told = name.replace(_TAUGHT, "")
        known = any(
            told.endswith(one) and not told[: -len(one)].endswith(_SCOPES) for one in names
        )  # 12月4日在国家宪法日
        if right and not known and (in_order(name, right) or in_order(right, name)):
            yield DayMisnamed(Span(*match.span("name")), right)
        elif name in days.day_of and day != days.day_of[name] and "”" in match["end"]:
            yield DayMisnamed(Span(match.start(), match.end()), f"{days.day_of[name]}”{name}")
    for match in days.pattern.finditer(text, *line):
        yield DayMisnamed(Span(*match.span()), days.wrong_scope[match.group()])
