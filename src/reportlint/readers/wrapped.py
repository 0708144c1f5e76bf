"""Texts whose lines were wrapped at one width, as a copy from a PDF or a mail has them: read a paragraph as one line.

The newlines within paragraphs are taken out of the text, with the page numbers that stand there; places stay those of the file.
"""

from __future__ import annotations

from collections.abc import Iterable
from itertools import pairwise

from reportlint.document.source import Markup, Source, Span
from reportlint.kept import patterns
from reportlint.language.numbers.list_markers import LIST_START
from reportlint.lines.furniture import is_page_number
from reportlint.lines.headings import read_heading

_FEWEST, _SHARE = 5, 0.2
"""Full lines, and their share of all, in a text that is wrapped."""
_NARROWEST, _WIDEST = 15, 60
"""Widths of such a text, in characters; what Latin letters and digits take is half of that."""
_SPARE = 2
"""Room at the end of a full line: some marks may not begin the next one."""
_NUMBER = 4
"""Room that a number may leave which did not fit."""
_LATIN = "\u2000"
_TITLE = ("报告", "报告）")
_STOPS = ("。", "！", "？", "；", "：", ";", ":")
_NEVER_FIRST = "，。；：、！？）》”’％%"
"""Marks with which no paragraph begins; programs that wrap by characters alone put them there."""
_INDENTED = patterns.compile(r"[ \t\u3000]|[^\n]*[\t|｜]")
"""A line that begins a paragraph, or is a row of a table."""


def unwrapped(source: Source) -> Source:
    """The source with each wrapped paragraph as one line; itself where its lines are paragraphs."""
    rooms = rooms_of(source.text, source.lines)
    first_stop = source.text.find("。")
    joints = [
        Span(one.end, other.start)
        for (one, room), (other, _) in pairwise(_without_pages(source.text, zip(source.lines, rooms, strict=False)))
        if not _may_be_title(source.text, one, first_stop) and goes_on(source.text, one, other, room)
    ]
    if not joints:
        return source
    ends = [0, *(joint.end for joint in joints)]
    kept = [Span(*place) for place in zip(ends, [*(joint.start for joint in joints), len(source.text)], strict=True)]
    origin = [at for span in kept for at in range(*span)]
    return source._replace(
        text="".join(source.text[span.start : span.end] for span in kept), markup=Markup(source.raw, origin)
    )


def _without_pages(text: str, lines: Iterable[tuple[Span, float]]) -> list[tuple[Span, float]]:
    """The lines, each with its room, but for page numbers, form feeds and what is empty around them: the text goes on behind them."""
    kept: list[tuple[Span, float]] = []
    waiting: list[tuple[Span, float]] = []  # empty lines, which part paragraphs where no page ends
    page = False
    for line, room in lines:
        words = text[line.start : line.end]
        if is_page_number(words) or (words and not words.strip("\f \t") and "\f" in words):
            page = True
        elif not words.strip():
            waiting.append((line, room))
        else:
            page = page or words.startswith("\f")
            kept += [] if page else waiting
            kept.append((Span(line.start + len(words) - len(words.lstrip("\f")), line.end), room))
            waiting, page = [], False
    return kept


def rooms_of(text: str, lines: list[Span]) -> list[float]:
    """What each line has left of the width at which all were wrapped; [] where they were not.

    Where they were, most lines that are as long as any end within a sentence. A width may be that on a page or a number of characters.
    """
    said = [text[line.start : line.end].rstrip() for line in lines]
    if max(map(len, said), default=0) > 2 * _WIDEST:  # as in most texts
        return []
    within = [not line.endswith(_STOPS) for line in said]
    best, found = 0, []
    for measure in (_width, len):
        widths = [*map(measure, said)]
        told = sorted(filter(None, widths))
        if len(told) < _FEWEST or told[-1] > _WIDEST or told[-_FEWEST] < _NARROWEST:
            continue
        rooms = [told[-_FEWEST] - width for width in widths]
        full = [inside for inside, room in zip(within, rooms, strict=True) if room <= _SPARE]
        if sum(full) >= max(_FEWEST, _SHARE * len(told), len(full) / 2, best):
            best, found = sum(full), rooms
    return found


def _width(line: str) -> float:
    """How wide a line is, in Chinese characters."""
    return len(line) - sum(char < _LATIN for char in line) / 2


def _may_be_title(text: str, line: Span, first_stop: int) -> bool:
    return line.start < first_stop and text[line.start : line.end].rstrip().endswith(_TITLE)


def goes_on(text: str, one: Span, other: Span, room: float) -> bool:
    """Does a line go on in the other? room: what it has left of the common width."""
    if one.start == one.end or other.start == other.end or _INDENTED.match(text, *other):
        return False
    if text[other.start] in _NEVER_FIRST:
        return True
    begins, number = read_heading(text, other) is not None, text[other.start] < _LATIN
    words = text[one.start : one.end].rstrip()
    if words.endswith(_STOPS):
        return room <= _SPARE and not (begins or LIST_START.match(text, *other))
    if begins and not number:  # 5.6万 may begin a line, too
        return False
    return room <= (_NUMBER if number else _SPARE)
