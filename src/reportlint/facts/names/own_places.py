"""The place whose report it is, and names that are a slip away from it: 青岚县, 青蓝县."""

from __future__ import annotations

from collections.abc import Iterator

from reportlint.document.source import Span
from reportlint.facts.names.beginnings import may_begin
from reportlint.facts.prose.masks import untitled
from reportlint.facts.prose.written import written
from reportlint.kept import patterns
from reportlint.language.slips.alike import is_slip
from reportlint.language.words.word_boundaries import is_common
from reportlint.report import Report, fact

_LEVEL = "[省市县区旗州镇乡]|街道"
_PARTY = patterns.compile("^(?:中共|中国共产党)")
_PLACE = patterns.compile(f"(?P<core>[\u4e00-\u9fff]{{2,4}}?)(?P<level>{_LEVEL})")

_OF_THE_GOVERNMENT = patterns.compile("人民政府(?=[\u4e00-\u9fff]{2,4}街道办事处)")
"""Between a district and the street whose office its government set up: 霁川区人民政府桥头街道办事处."""


@fact
def near_places(report: Report) -> tuple[tuple[Span, str], ...]:
    """Where headings and prose nearly name a place of the report's title, and that place; in order of the text."""
    return tuple(sorted(found for place in own_places(report) for found in _near(report, place)))


@fact
def own_places(report: Report) -> frozenset[str]:
    """The places with which the report's title begins."""
    title = report.outline.title
    return frozenset(_places(report.words(title.span))) if title else frozenset()


def own_level(report: Report) -> str:
    """The level of the last of these, 县, 街道; "" if the title begins with none."""
    title = report.outline.title
    last = next(reversed([*_places(report.words(title.span))]), "") if title else ""
    match = _PLACE.fullmatch(last)
    return match["level"] if match else ""


def is_own_name(report: Report, words: str) -> bool:
    """Does the name of the report's place, or what the name of its issuer begins with, have these words: 朔源 of 朔源监狱?"""
    issuer = (report.outline.title.issuer if report.outline.title else None) or ""
    at = issuer.find(words)
    before = _PARTY.sub("", issuer[: max(at, 0)])
    return (at >= 0 and before == "".join(_places(before))) or any(words in place for place in own_places(report))


def _places(title: str) -> Iterator[str]:
    """The places with which a title begins: 青岚县, 石桥镇."""
    end = 0
    while place := _PLACE.match(title, end):
        yield place.group()
        end = place.end()
        if between := _OF_THE_GOVERNMENT.match(title, end):
            end = between.end()


def _near(report: Report, place: str) -> Iterator[tuple[Span, str]]:
    text = untitled(report)
    match = _PLACE.fullmatch(place)
    core, level = (match["core"], match["level"]) if match else (place, "")
    for line in written(report):
        at = text.find(level, line.start + len(core), line.end)
        while at >= 0:
            start = at - len(core)
            if _is_slip(text[start:at], core) and (start == line.start or may_begin(text, start)):
                yield Span(start, at + len(level)), place
            at = text.find(level, at + 1, line.end)


def _is_slip(written: str, core: str) -> bool:
    """Is a name another by one character that sounds or looks alike, or by two that changed places, and no common word itself?"""
    wrong = [pair for pair in zip(written, core, strict=True) if pair[0] != pair[1]]
    turned = len(wrong) == 2 and wrong[0] == wrong[1][::-1]
    return not is_common(written) and (turned or (len(wrong) == 1 and is_slip(*wrong[0])))
