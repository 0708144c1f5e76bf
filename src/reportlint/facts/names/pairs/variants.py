"""Names of bodies, persons, places, days and things, and pairs of them that look like two writings of one.

A name is the Chinese words before a last word (专班, 清单, 员 …). alike_names.py compares them, names in quotation marks are
compared whole, see quoted.py; what surrounds two names tells whether they are two things, see surroundings.py.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple

from reportlint.document.source import Span
from reportlint.facts.names.own_places import own_level
from reportlint.facts.names.pairs.alike_names import RUN, Alike, Words, alike_names
from reportlint.facts.names.pairs.one_brand import are_mirrored, are_one_brand
from reportlint.facts.names.pairs.one_thing import SHARED
from reportlint.facts.names.pairs.quoted import Name, quoted_pairs
from reportlint.facts.names.pairs.reworded_names import reworded_names
from reportlint.facts.names.pairs.short_forms import is_short_form
from reportlint.facts.names.pairs.surroundings import are_of_two_levels, are_one, are_two, is_taken_up
from reportlint.facts.prose.masks import untitled
from reportlint.facts.prose.unchanged import fact_of_passages
from reportlint.facts.prose.written import written
from reportlint.kept import patterns
from reportlint.language.phrases import load_phrases
from reportlint.language.slips.idioms import is_idiom
from reportlint.language.words.verbs import is_verb
from reportlint.language.words.vocabulary import is_word
from reportlint.language.words.word_boundaries import is_crossed
from reportlint.report import Report

_HEAD = load_phrases(__file__, "variants")["head"].pattern
_OURS = frozenset("本我该")
"""Characters before a last word that name nobody: 本局."""
_NO_NAME = patterns.compile(r"(?<=\d)[个家名件项支处户所]|[^\u4e00-\u9fff“”]|以[上下内外]")
"""What a name has none of; 二级以上综合医院 are a class of hospitals, 个 of 6个单位 counts them."""
_QUOTES = str.maketrans("", "", "“”")
_BEFORE = 6
"""Characters before a quotation mark that may belong to a name which goes on in it: 乡村“法律明白人”."""
_LISTED = patterns.compile("(?<=《)(?P<run>[\u4e00-\u9fff]{2,24}?)(?P<head>清单|[目名]录|手册|指[南引])(?=》)")


class NameUse(NamedTuple):
    """One place of a name. run: the Chinese words before its last word, up to a mark or a figure. span: of both.

    wide: the run with what stands before the quotation mark that it begins behind.
    """

    span: Span
    run: str
    head: str
    wide: str


class Variants(NamedTuple):
    """Two writings of what looks like one name."""

    one: Name
    other: Name


def find_variants(report: Report) -> Iterator[Variants]:
    """Pairs of names that look like two writings of one; what stands in titles is none."""
    text, lines, own = untitled(report), written(report), own_level(report)
    told: set[Span] = set()  # names of which this was told
    uses = names(report)
    by_run = (((use.head, use.run), use) for use in uses)
    by_words = (((use.head, use.wide), use) for use in (*uses, *listed(report)))
    found = (
        *((pair, None) for pair in quoted_pairs(text, lines)),
        *(((one, other), are_one if near else None) for one, other, near in _pairs(text, by_run, alike_names)),
        *(
            ((one, other), is_taken_up if near else None)
            for one, other, near in _pairs(report.text, by_words, reworded_names)
        ),
    )
    apart = {_words(one, other) for (one, other), _ in found if are_two(text, one, other)}  # once is enough
    for (one, other), told_of_one in found:
        places = {*one.places, *other.places}
        if _are_same(text, one, other) or any(place.overlaps(span) for place in places for span in told):
            continue
        quoted = [name.words[1:].partition("”")[0] if name.words[0] == "“" else "" for name in (one, other)]
        if _words(one, other) in apart or are_of_two_levels(text, one, other, own) or are_mirrored(*quoted):
            continue
        if all(quoted) and quoted[0] != quoted[1] and not are_one_brand(quoted[0], quoted[1], SHARED + 1):
            continue  # “智慧工地”平台, “智慧工厂”平台: what is quoted tells which
        if is_short_form(one.words, other.words):
            continue
        if told_of_one is None or told_of_one(text, one, other):
            told |= places
            yield Variants(*sorted((one, other), key=lambda name: name.places))


def _words(one: Name, other: Name) -> frozenset[str]:
    return frozenset((one.words, other.words))


def _are_same(text: str, one: Name, other: Name) -> bool:
    """Is it one writing, with and without its marks, or without its first words but for those before each place of it?"""
    short, full = sorted((one.words.translate(_QUOTES), other.words.translate(_QUOTES)), key=len)
    more = full.removesuffix(short)
    places = next(name.places for name in (one, other) if name.words.translate(_QUOTES) == short)
    return full.endswith(short) and all(text.endswith(more, 0, place.start) for place in places)


def _pairs(
    text: str, told: Iterable[tuple[Words, NameUse]], alike: Callable[[tuple[Words, ...]], Iterable[Alike]]
) -> Iterator[tuple[Name, Name, bool]]:
    """Names that are alike, and whether only what surrounds them can tell that they are one thing's. told: each use by its words."""
    found: dict[Words, list[NameUse]] = defaultdict(list)
    for words, use in told:
        found[words].append(use)
    for (one, length), (other, other_length), near in alike(tuple(found)):
        yield _name(text, found[one], length), _name(text, found[other], other_length), near


def _name(text: str, uses: Iterable[NameUse], length: int) -> Name:
    """The name that has so many characters before its last word, at all its places, with the mark that closes one in it."""
    places = []
    for use in uses:
        start, end = use.span.end - len(use.head) - length, use.span.end
        opened = text.rfind("“", start, end) > text.rfind("”", start, end)
        places.append(Span(start, end + (opened and text.startswith("”", end))))
    return Name(text[places[0].start : places[0].end], tuple(places))


@fact_of_passages
def names(report: Report) -> tuple[NameUse, ...]:
    """The names in title, headings and prose, at all their places, in order."""
    return tuple(_uses(untitled(report), written(report)))


@fact_of_passages
def listed(report: Report) -> tuple[NameUse, ...]:
    """Lists and handbooks named as titles, which other sentences may name plainly: 《轻微违法不予处罚清单》."""
    return tuple(
        NameUse(Span(*match.span()), match["run"], match["head"], match["run"])
        for line in written(report)
        for match in _LISTED.finditer(report.text, *line)
    )


def _uses(text: str, lines: Iterable[Span]) -> Iterator[NameUse]:
    """The names in lines of the text; 队伍 and 处理 are not their last words."""
    for line in lines:
        breaks = [line.start, *(match.end() for match in _NO_NAME.finditer(text, *line))]
        for head in _HEAD.finditer(text, *line):
            begun = breaks[bisect_right(breaks, head.start()) - 1]
            opened, wide = text.rfind("“", begun, head.start()), begun
            if opened > text.rfind("”", begun, head.start()):
                begun = opened  # “局长讲法”: what stands before the mark is not of the name
            last = head.group()[: -_begins_a_verb(text, head.end()) or None]
            start, end = max(begun, head.start() - RUN), head.start() + len(last)
            short = len(last) == 1 and (is_crossed(text, end) or is_verb(text[end - 2 : end]))  # 增长, 停车
            ours = text[head.start() - 1 : head.start()] in _OURS  # 2023年以本局为被告的案件
            if head.start() - start >= SHARED - 1 and not (short or ours):
                before = text[max(wide, opened - _BEFORE) : opened] if start == opened else ""
                run = text[start : head.start()]
                yield NameUse(Span(start, end), run, last, before + run)


def _begins_a_verb(text: str, end: int) -> bool:
    """Is 议 at the end of 会议 of the verb behind it: 乡长办公会议事46次? What 会议决定 and 会议定期 tell is told of a 会议."""
    if text[end - 2 : end] != "会议" or is_word(text[end : end + 2]):
        return False
    return is_word(text[end - 1 : end + 1]) or is_idiom(text[end - 1 : end + 3])
