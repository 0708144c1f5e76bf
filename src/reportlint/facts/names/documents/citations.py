"""Laws and documents that the text names, with or without 《》, and what is known of them."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from typing import NamedTuple

from reportlint.document.source import Span
from reportlint.facts.names.documents.laws import Law
from reportlint.facts.names.documents.library import Library, library
from reportlint.facts.names.documents.titles import STATE, base_of, is_draft, normal, period_of
from reportlint.facts.prose.masks import pairs, unquoted
from reportlint.facts.prose.unchanged import fact_of_passages
from reportlint.facts.prose.written import stretches
from reportlint.kept import patterns
from reportlint.language.quotes import FILL
from reportlint.language.traditional import simplified
from reportlint.language.words.verbs import is_verb
from reportlint.language.words.vocabulary import is_word
from reportlint.language.words.word_boundaries import stands
from reportlint.report import Report, fact

_TITLE = patterns.compile(r"《[^《》\n]{0,200}(?:《[^《》\n]{0,200}》[^《》\n]{0,200}){0,5}》")
_PERIOD = patterns.compile(r"[（(]20\d\d年?[-－–—~～至]{1,2}20\d\d年?[）)]")
_SHORT = patterns.compile(r"[（(][^（()）。\n]{0,4}称为?[：:]?[“\"]?《(?P<short>[^《》\n]{2,20})》")
"""Behind a title: （以下简称《条例》）."""
# 行政复议法律制度, 行政许可法定程序: the character belongs to the next word
_LONGER_WORD = frozenset("律定治规院庭官学人制务")
_BY = ("依据", "依照", "按照", "根据", "违反", "对照", "适用")
"""What stands before the law by which something is done: 依据……法制止."""
_ABOUT_THE_LAW = ("学习", "规定的", "规定程序", "规定期限", "规定，", "规定。")
"""What follows a law all the same."""
# 霁川省优化营商环境条例 is another document than 优化营商环境条例
_PLACE = frozenset("省市区县州盟旗")
_OF_THE_STATE = "法律"
"""The kind of law that no place has of its own."""
_SHORTEST = 5
"""Characters from which a name without 《》 is looked for: 宪法, 民法典, 公务员法 are part of too many other words."""
_SHORT_LAW = patterns.compile(
    r"(?:(?<=学习|领学|贯彻|落实|执行|实施|宣传|宣讲|讲解|解读|普及|违反|触犯|遵守|依据|依照|按照|根据|围绕|适用|对照|援引|引用|开展)"
    r"|(?<=修订的|修改的|修正的|颁布的|施行的|[订改正]后的)|(?<=[法例典》][、和与及]))[\u4e00-\u9fff]{2,3}法"
    r"|(?!宪)[\u4e00-\u9fff]{1,3}法(?=[、和与及][\u4e00-\u9fff]{2,10}(?:法(?![律定治规院庭官学人制务])|条例))"
    r"|(?<=学习|领学|贯彻|落实|执行|宣讲|讲解|解读|违反|遵守|依据|依照|按照|根据|适用|对照|援引|引用)[\u4e00-\u9fff]法典"
    r"(?!宣|知识|主题|专[题区栏场]|普法|进|读本|宣讲|讲[座堂解]|学习|培训|实施|颁布|公园|广场|文化|微|系列|竞|测|课|相关知)"
)
"""Where a shorter one is surely a law: 贯彻统计法和有关文件, 依据民法典调解; not 学习民法典知识."""


class _Citation(NamedTuple):
    span: Span
    name: str
    parts: tuple[str, ...]
    marked: bool = True
    law: Law | None = None
    short: bool = False


class Citation(_Citation):
    """A law or document that the text names.

    span: marks included. name: as normal() has it. parts: those its sentence or heading belongs to. marked: it stands in 《》.
    law: the known one. short: it is known by the definition of a short name, 以下简称《条例》.
    """

    @cached_property
    def base(self) -> str:
        """The name without the bracket at its end: （2021—2025年）, （试行）."""
        return base_of(self.name)

    @cached_property
    def period(self) -> tuple[int, int] | None:
        """The years that the name states: 2021—2025."""
        return period_of(self.name)

    @property
    def draft(self) -> bool:
        """Is it a draft of the thing that is named?"""
        return is_draft(self.name)


def titles(text: str, span: Span, parts: tuple[str, ...], library: Library) -> Iterator[Citation]:
    """The 《titles》 in a stretch of the text."""
    for match in _TITLE.finditer(text, span.start, span.end):
        name = normal(match.group())
        law = library.find(name) or library.find(simplified(name))
        if law and law.kind != _OF_THE_STATE and text[max(0, match.start() - 1) : match.start()] in _PLACE:
            law = None  # 青岚省《优化营商环境条例》 is the province's own
        yield Citation(Span(*match.span()), name, parts, True, law)


def unmarked(
    text: str, unquoted: str, span: Span, parts: tuple[str, ...], library: Library, places: Sequence[int]
) -> Iterator[Citation]:
    """The known names without 《》 in a stretch of the text. ``places``: where one can begin, in order."""
    end = span.start
    for at in places:
        if at < end:
            continue
        for name in library.begun[text[at : at + 2]]:
            if not text.startswith(name, at) or at + len(name) > span.end:
                continue
            before = text.startswith(STATE, at - len(STATE)) and at - len(STATE) >= end
            short = len(name) < _SHORTEST and (found := _SHORT_LAW.match(text, at)) and found.end() == at + len(name)
            if before or short or len(name) >= _SHORTEST:
                end = at + len(name)
                period = _PERIOD.match(text, end, span.end)
                whole = Span(at - len(STATE) if before else at, period.end() if period else end)
                if _is_name(text, unquoted, whole):
                    name = normal(text[whole.start : whole.end])
                    yield Citation(whole, name, parts, False, library.find(name))
                break


def _is_name(text: str, unquoted: str, span: Span) -> bool:
    """Does a known name stand here by itself: not in 《》 or “ ”, no piece of longer words, no place's own of that name?"""
    if unquoted[span.end - 1] == FILL or (unquoted[span.start] == FILL and text[span.start] != "“"):
        return False  # “七五”普法 has marks of its own, and is masked only where those stand
    longer = text[span.end - 1] in "法典" and text[span.end : span.end + 1] in _LONGER_WORD
    if longer and text.endswith(_BY, 0, span.start) and _does(text, span.end):
        return True
    if (longer and not text.startswith(_ABOUT_THE_LAW, span.end)) or text[
        max(0, span.start - 1) : span.start
    ] in _PLACE:
        return False
    return stands(text, *span)


def _does(text: str, at: int) -> bool:
    """Does a verb begin there, and no word with its second character: 制止违法行为, but not 定期限内 of 法定期限内?"""
    return (is_verb(text[at : at + 2]) or text.startswith("规定", at)) and not is_word(text[at + 1 : at + 3])


def _with_short_names(text: str, found: Iterable[Citation]) -> Iterator[Citation]:
    """Citations in order, the short names among them known by their definitions."""
    defined: dict[str, Law | None] = {}
    for citation in found:
        if citation.name in defined and citation.law is None:
            citation = Citation(*citation[:4], defined[citation.name], True)
        elif match := _SHORT.match(text, citation.span.end):
            defined[normal(match["short"])] = citation.law
        yield citation


@fact
def citations(report: Report) -> tuple[Citation, ...]:
    """The laws and documents that headings and prose name, in 《》 or, where they are known, without."""
    return tuple(_with_short_names(report.text, named_in_full(report)))


@fact_of_passages
def named_in_full(report: Report) -> tuple[Citation, ...]:
    """The same before short names are known by their definitions."""
    text, masked, known = report.text, unquoted(report), library(report)
    begun = list(pairs(report).places(known.pairs))
    found: list[Citation] = []
    for span, parts in stretches(report):
        places = begun[bisect_left(begun, span.start) : bisect_left(begun, span.end)]
        found += titles(text, span, parts, known)
        found += unmarked(text, masked, span, parts, known, places)
    return tuple(sorted(found, key=lambda citation: citation.span))
