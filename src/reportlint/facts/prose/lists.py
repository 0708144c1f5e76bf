"""Enumerations in prose: 一是…二是…, 一要…二要…, 第一，…第二，…"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from reportlint.document.source import Span
from reportlint.facts.prose.masks import bare
from reportlint.kept import patterns
from reportlint.kept.by_words import by_words
from reportlint.language.numbers.ordinals import chinese_number
from reportlint.language.phrases import load_phrases
from reportlint.language.words.verbs import is_verb
from reportlint.outline.sections import Section
from reportlint.report import Report, fact

_RULES = load_phrases(__file__, "lists")
_ITEM, _UNMARKED = _RULES["item"].pattern, _RULES["unmarked"].pattern
_TOLD = tuple(_RULES[name].pattern for name in ("first", "second", "third"))
_TWO = _RULES["two-announced"].pattern
_OPEN = 30
"""How many lists back one may go on: nobody nests deeper, and thousands of 一是 need not all be looked through."""
_ANNOUNCED = 12
"""Characters before a list in which its number is announced."""
_SAYING = patterns.compile(r"([一二])是\1(?:$|[，、。；])|(?<=一是一[，、])二是二")
"""一是一、二是二 is no list; 一是一些… is an item of one."""
_INSIDE_WORD = tuple("统唯之其第万专逐同单")

_LEADS = frozenset("为对向给由将把")
"""They lead to what was done: 第三为教师授课12次."""


class Item(NamedTuple):
    """The marker of one list item. form: its pattern with N for the number (N是, N要, 第N)."""

    span: Span
    number: int
    form: str


class Enumeration(NamedTuple):
    """The items of one list, in order of the text."""

    items: tuple[Item, ...]


def find_items(text: str, span: Span) -> list[Item]:
    """The list markers in a stretch of prose."""
    at, words = span.start, text[span.start : span.end]
    return [Item(Span(at + start, at + end), number, form) for start, end, number, form in _items_of(words)]


@by_words
def _items_of(words: str) -> list[tuple[int, int, int, str]]:
    """The same in a passage's words: from where to where, number and form."""
    items = []
    for match in _ITEM.finditer(words):
        form = "第N" if match["ordinal"] else "其N" if match["which"] else f"N{match['word']}"
        number = chinese_number(match["n1"] or match["n2"] or match["n3"])
        if number > 0 and not _SAYING.match(words, match.start()):
            items.append((*match.span(), number, form))
    for match in _UNMARKED.finditer(words) if "首先" in words else ():
        first = words.rfind("首先", 0, match.start())
        behind = words[match.end() :][:2]
        goes_on = is_verb(behind) or behind[:1] in _LEADS
        if first >= 0 and "。" not in words[first : match.start() - 1] and goes_on:
            items.append((*match.span(), chinese_number(match["number"]), "第N"))
    return sorted(items)


def find_enumerations(text: str, paragraphs: Iterable[Span]) -> list[Enumeration]:
    """The lists in the paragraphs of one section. A list may run on from paragraph to paragraph.

    一 begins a new list of its form, except where it repeats the 一 just before it in the same paragraph, or at the beginning of
    an earlier one, each alone in its paragraph. Any other number belongs to the last list that waits for it, else to the last list of its form, else to the last list at all: so
    一要 二要 三是 is one list with a change of pattern, and lists inside items of another form are told apart.
    """
    lists: list[list[Item]] = []
    alone: Item | None = None  # the item that the last paragraph with items begins with, where it holds no other
    for paragraph in paragraphs:
        fresh = len(lists)  # lists from here on began in this paragraph
        items = find_items(text, paragraph)
        again = False
        if items:
            single = items[0] if len(items) == 1 and items[0].span.start == paragraph.start else None
            again, alone = bool(single and alone and alone[1:] == single[1:]), single
        for item in items:
            recent = lists[: -_OPEN - 1 : -1]
            waiting = next((found for found in recent if _waits_for(found, item)), None)
            unlisted = _first_in_clause(text, paragraph, item, lists)
            same_form = next((found for found in recent if found[-1].form == item.form), None)
            if item.number == 1:
                repeat = same_form and len(same_form) == 1 and same_form is lists[-1] and (len(lists) > fresh or again)
                target = same_form if repeat else None
            else:
                begun_here = len(lists) > fresh and lists[-1][-1].form == item.form
                if waiting and begun_here and waiting[-1].span.start < paragraph.start < item.span.start:
                    waiting = (
                        None  # 此外，办好三件事：一是…；三是… does not go on with the 二是 of the paragraph before
                    )
                target = None if unlisted else waiting or same_form or (lists[-1] if lists else None)
            if target is None:
                lists.append([*unlisted, item])
            else:
                target.append(item)
    return sorted((Enumeration(tuple(found)) for found in lists), key=lambda found: found.items[0].span)


def _first_in_clause(text: str, paragraph: Span, second: Item, lists: Sequence[list[Item]]) -> list[Item]:
    """The 一要 of 做到一要学原文、二要悟原理, which does not begin its clause, and is in no list for that."""
    if second.number != 2:
        return []
    words = second.form.replace("N", "一")
    start = text.rfind(words, paragraph.start, second.span.start)
    listed = max((found[-1].span.end for found in lists[-2:]), default=0)
    if start < listed or text[start - 1 : start] in _INSIDE_WORD:
        return []
    return [Item(Span(start, start + len(words)), 1, second.form)]


def _waits_for(found: list[Item], item: Item) -> bool:
    return found[-1].form == item.form and found[-1].number == item.number - 1


def told_otherwise(text: str, stretch: Span, number: int) -> Span | None:
    """Where the item of this number is told in other words there: 首先 for the first, 其次 for the second."""
    found = _TOLD[number - 1].search(text, *stretch) if number <= len(_TOLD) else None
    return Span(*found.span()) if found else None


def last_told(text: str, stretch: Span) -> Item | None:
    """The last item that is told in other words there: the second of 首先…，其次…."""
    found = ((number, told_otherwise(text, stretch, number)) for number in range(len(_TOLD), 0, -1))
    return next((Item(span, number, "") for number, span in found if span), None)


def is_one_and_one(text: str, items: tuple[Item, ...]) -> bool:
    """Is it no list, but one thing and another: 一则…一则…, or 两条途径：一是…，一是…?"""
    if [item.number for item in items] != [1, 1]:
        return False
    start = items[0].span.start
    return items[0].form == "N则" or bool(_TWO.search(text, max(0, start - _ANNOUNCED), start))


@fact
def _lists(report: Report) -> dict[int, list[Enumeration]]:
    """The lists 一是…二是… by the id of their section, of the second level at most: 1. and （1） do not end a list."""
    outline, masked = report.outline, bare(report)
    sections = [section for section in (outline.root, *outline.sections) if section.level <= 2]
    return {id(section): find_enumerations(masked, _own_paragraphs(section)) for section in sections}


def _own_paragraphs(section: Section) -> Iterator[Span]:
    """The prose of a section and of what is below it on the third level and deeper."""
    yield from section.paragraphs
    for child in section.children:
        if child.level > 2:
            yield from child.all_paragraphs()


def enumerations(report: Report) -> Iterator[Enumeration]:
    """The lists 一是…二是…, in order of the text."""
    return (found for lists in _lists(report).values() for found in lists)


def enumerations_near(report: Report, section: Section) -> list[Enumeration]:
    """The lists of the section that a place belongs to."""
    while section.level > 2 and section.parent:
        section = section.parent
    return _lists(report).get(id(section), [])
