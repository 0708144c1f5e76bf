"""Names of official bodies, right and wrong: what institutions.yaml says, and what follows from it."""

from __future__ import annotations

import re
from bisect import bisect_left, insort
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from typing import Any, Literal, NamedTuple

from reportlint.document.source import Span
from reportlint.facts.names.beginnings import may_begin
from reportlint.facts.names.bodies.branches import find_misnamed_branches
from reportlint.facts.names.bodies.departments import ends_otherwise, find_misnamed
from reportlint.facts.names.bodies.national import find_misnamed_nationals
from reportlint.facts.names.bodies.turned import find_turned
from reportlint.facts.prose.masks import pairs
from reportlint.facts.prose.unchanged import fact_of_passages
from reportlint.facts.prose.written import stretches
from reportlint.kept import patterns
from reportlint.language.slips.near_phrases import Phrases
from reportlint.language.tables import load_table
from reportlint.language.words.verbs import is_verb
from reportlint.report import Report

_LEVEL = "国省市区县旗州盟镇乡街"
"""What the X of a row stands for."""
_OF_LEVEL = patterns.compile(f"依法治([{_LEVEL}])")
_COMMON_LEVELS = "省市区县"
_HIGHER = "厅部"
"""The last characters of what a county calls 局 in a province and in the State Council; which level has which, see departments.py."""
_LONG = 6
"""Characters from which a name stands for itself without the level before it."""
_BRANCHES = ("分局", "总局", "支局")
"""Ends of other bodies that are but a character off."""
_FALSE_ENDS = {"联合会": ("联合总会", "联合委员会", "联合协会"), "级人民法院": ("级人民法庭", "级法庭")}
"""Ends of names to what they are taken for: 中级人民法庭; in a town there is a 人民法庭."""
_SHORTEST = 5
"""Characters of the shortest wrong form: shorter ones are parts of other names."""

_RANKED = patterns.compile(r"(?P<last>大队|支队|总队|中队|中心)(?P=last)$")
_RANK = patterns.compile("副?(?:长|主任|政委|书记|教导员|指导员)|政治|部|机关|党|领导|负责|班子")
"""What belongs to the body just named, told by its last word again: 消防救援大队 大队长, 疾控中心 中心主任."""

How = Literal["wrong", "short", "near"]


class Body(NamedTuple):
    """A row. name: its words. wrong: what it is miswritten as, to the right form of that level, 部 or 局. short: what it is often called. right: what else is right."""

    name: tuple[str, ...]
    wrong: Mapping[str, str]
    short: frozenset[str]
    right: frozenset[str]

    @property
    def full(self) -> str:
        """The name."""
        return "".join(self.name)


class Misnaming(NamedTuple):
    """A body misnamed in the text, and its name there. how: wrong for a form that is always so, near for one that is but a
    character off, short for what the body is often called."""

    span: Span
    name: str
    how: How


def _near_misses(words: Sequence[str]) -> Iterator[str]:
    """A name with one word left out, the first and last apart, or with one that has moved, the last apart."""
    for n in range(1, len(words) - 1):
        yield "".join((*words[:n], *words[n + 1 :]))
    for n in range(len(words) - 1):
        rest = (*words[:n], *words[n + 1 :])
        yield from ("".join((*rest[:at], words[n], *rest[at:])) for at in range(len(rest)) if at != n)


def _body(row: Mapping[str, Any]) -> Body:
    words = tuple(row["name"].split())
    short = frozenset(row.get("short", ()))
    name = "".join(words)
    levels = (name[:-1] + end for end in _HIGHER if name.endswith("局"))
    right = frozenset((name, *levels, *row.get("right", ())))
    joined = {form.replace("和", "与"): form for form in sorted(right) if "和" in form}
    near = (form for form in _near_misses(words) if len(form) >= _SHORTEST)
    ended = (
        name.removesuffix(end) + other for end, others in _FALSE_ENDS.items() if name.endswith(end) for other in others
    )
    wrong = joined | {form: joined.get(form, name) for form in (*row.get("wrong", ()), *near, *ended)}
    wrong = {form: meant for form, meant in wrong.items() if form not in right and form not in short}
    return Body(words, wrong, short, right)


class Forms(NamedTuple):
    """The forms of all bodies. pattern: any of them, the longest first. faults: a form that is not right to the name and to
    how it is not. near: the names, for what is nearly one; they stand for every level."""

    pattern: re.Pattern[str]
    faults: Mapping[str, tuple[str, How]]
    near: Phrases


@lru_cache(maxsize=8)
def _forms(names: tuple[str, ...], rows: tuple[tuple[str, tuple[str, ...], tuple[str, ...]], ...]) -> Forms:
    """names: an office's own, which are right whatever they resemble. rows: its own bodies: name, wrong and right forms."""
    columns = {"name": "word", "wrong": "words?", "short": "words?", "right": "words?", "why": "word"}
    own = [{"name": name, "wrong": wrong, "right": right} for name, wrong, right in rows]
    bodies = [_body(row) for row in (*load_table(__file__, "institutions", **columns), *own)]
    right = {form for body in bodies for form in body.right} | set(names)
    faults: dict[str, tuple[str, How]] = {}
    for body in bodies:
        faults |= {form: (meant, "wrong") for form, meant in body.wrong.items() if form not in right}
        faults |= dict.fromkeys(body.short - right, (body.full, "short"))
    pattern = patterns.compile(_any_of({*right, *faults}), keep=not (names or rows))
    return Forms(pattern, faults, Phrases(full for body in bodies for full in _levels(body.full)))


def _any_of(forms: Iterable[str]) -> str:
    """The pattern of any of the forms, the longest first."""
    longest = sorted(forms, key=lambda form: (-len(form), form))
    return "|".join(map(re.escape, longest)).replace("X", f"[{_LEVEL}]")


def _levels(name: str) -> Iterable[str]:
    """A name at every level; a short one with the level before it, or it would be too little to go by."""
    if "X" in name:
        return [name.replace("X", level) for level in _LEVEL]
    return [f"{level}{name}" for level in _COMMON_LEVELS] if len(name) < _LONG else [name]


def find_exact(text: str, span: Span, forms: Forms) -> Iterator[Misnaming | Span]:
    """The bodies misnamed in a stretch of the text, and where a right name stands: 全面依法治市委员会 is no 依法治市委员会."""
    for match in forms.pattern.finditer(text, *span):
        place, words = Span(*match.span()), match.group()
        found = _OF_LEVEL.search(words)
        level = found[1] if found else "X"
        form = words if words in forms.faults else words.replace(f"法治{level}", "法治X")
        name, how = forms.faults.get(form, ("", "wrong"))
        yield Misnaming(place, name.replace("X", level), how) if name else place


@fact_of_passages
def misnamings(report: Report) -> tuple[Misnaming, ...]:
    """The bodies that title, headings and prose misname, in quotations and titles too; in order of the text."""
    office = report.office
    rows = tuple((row["name"], tuple(row.get("wrong", ())), tuple(row.get("right", ()))) for row in office.institutions)
    forms = _forms(office.names, rows)
    title = report.outline.title.spans if report.outline.title else ()
    spans = sorted((*title, *(span for span, _ in stretches(report))))
    of_the_state = (*find_misnamed_nationals(report.text, spans), *find_misnamed_branches(report.text, spans))
    national = [Misnaming(*found, "near") for found in of_the_state]
    local = (found for span in spans for found in find_exact(report.text, span, forms))
    exact = [item for item in local if not any(_place(item).overlaps(_place(told)) for told in national)]
    taken = sorted(map(_place, (*exact, *national)))  # none over another
    found = [*national, *(item for item in exact if isinstance(item, Misnaming))]
    near = [
        (span, name)
        for span, name in forms.near.misses(report.text, spans, pairs(report))
        if not (ends_otherwise(report.words(span), name) or _lacks_level(report.words(span), name))
    ]
    for span, name in sorted((*near, *find_misnamed(report.text, spans), *find_turned(report.text, spans))):
        branch = report.text[span.start : span.end].endswith(_BRANCHES) and not name.endswith(_BRANCHES)
        next_one = bisect_left(taken, span.end, key=lambda place: place.start)
        written = report.words(span)  # 事务局局, 省生态环境局: a right name stands in it
        whole = written == name + name[-1] or (
            written[0] in _LEVEL and name in (written[:-1] + name[-1], name[0] + written[1:])
        )
        over = taken[next_one - 1] if next_one and taken[next_one - 1].end > span.start else None
        inner = report.words(over) if over and span.covers(over) else ""
        seam = inner == name and written[0] in _LEVEL  # 运城市城市管理局
        part = inner in name and inner != written and not seam  # 综合执法局 of 城市管理理综合执法局
        ranked = _RANKED.search(written) and _RANK.match(report.text, span.end)
        excused = branch or ranked or _is_cut_short(report.text, span)
        if not excused and (whole or not over or (inner and part)):
            found.append(Misnaming(span, name, "near"))
            insort(taken, span)
    return tuple(sorted(found))


def _lacks_level(written: str, name: str) -> bool:
    """Is it the name but for the level, which is another word, or not told: 向人民检察院, 下级人民法院?"""
    return (name[0] in _LEVEL and written[1:] == name[1:]) or written == name[1:]


def _is_cut_short(text: str, name: Span) -> bool:
    """Is it the end of another body's name in the same line, which is told in full before: 村务监督委员会，监督委员会?"""
    start = text.rfind("\n", 0, name.start) + 1
    at = text.find(text[name.start : name.end], start + 2, name.start)
    return at >= 0 and not (may_begin(text, at) or is_verb(text[at - 2 : at]))


def _place(item: Misnaming | Span) -> Span:
    """Where a name stands."""
    return item if isinstance(item, Span) else item.span
