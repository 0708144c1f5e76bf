"""What stands before the report: its title, the title of another document, and the lines of the page or the red head."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from reportlint.document.source import Span
from reportlint.kept import patterns
from reportlint.language.numbers.years import YEAR
from reportlint.language.phrases import load_phrases
from reportlint.language.sentences import STOPS
from reportlint.lines import furniture
from reportlint.lines.headings import read_heading
from reportlint.lines.titles import Title, is_other_document, read_title
from reportlint.outline.report_kind import Kind

_RULES = load_phrases(__file__, "head")
_ADDRESSEE, _PLACE, _PARTY, _ABOUT, _WHOLE = (
    _RULES[name].pattern for name in ("addressee", "place", "party", "about", "whole")
)
_LIMIT = 15
"""Paragraphs before the body in which the title is looked for."""
_LONGEST = 300
"""Characters: a longer line is no title, and the patterns of titles may look ahead from every place in it."""
_LINES = 4
"""Lines of a title."""
_YEAR_AT_END = patterns.compile(rf"(?:{YEAR})年度?$|关于(?:报送|上报|呈报)?$")
_YEAR_WITHIN = patterns.compile(rf"(?:{YEAR})年度?[\u4e00-\u9fff]*$")
_YEAR_OF_FIELD = patterns.compile(rf"(?:{YEAR})年度?法治(?!政府)")
"""2024年法治税务建设情况报告: it names a field, not who reports."""
_YEAR_BELOW = patterns.compile(rf"[（(](?:{YEAR})年度?[）)]")
"""A line below the title that belongs to it."""
_STOP = patterns.compile(f"[{STOPS}…]")
_GAP = patterns.compile(r"[ \t\u3000]+(?=[^：:]{2,8}[：:])")
_BRACKETED = patterns.compile(r"[（(].*[）)]")
_NAME_OF_SITE = patterns.compile(r"[-_—|｜]|题[：:]|^(?:文件|公文)?名称")


class Head(NamedTuple):
    """title, and where there is none the title of another document that stands there; rest: the other lines."""

    title: Title | None
    other_title: Span | None
    rest: tuple[Span, ...]


class _Line(NamedTuple):
    place: int
    span: Span
    words: str


_Block = tuple[_Line, ...]


def is_title(line: str, kind: Kind) -> bool:
    """Could the line be the title of such a report?"""
    return len(line) <= _LONGEST and bool(kind.title_line.search("".join(line.split())))


def ends_document(line: str) -> bool:
    """Does the line end as the title of a report does?"""
    return bool(_WHOLE.search("".join(line.split())[-2:]))


def split_title(text: str, span: Span, kind: Kind) -> list[Span]:
    """A line; in two, where it is a title and what the page says of it: ……情况报告　发布时间：2025-01-22."""
    line = text[span.start : span.end]
    for gap in _GAP.finditer(line) if len(line) <= _LONGEST else ():
        before, behind = line[: gap.start()], line[gap.end() :]
        if (
            ends_document(before)
            and furniture.begins_as_furniture(behind)
            and not furniture.looks_like_furniture(before)
            and is_title(before, kind)
        ):
            return [Span(span.start, span.start + gap.start()), Span(span.start + gap.end(), span.end)]
    return [span]


def read_head(text: str, top: Sequence[Span], kind: Kind) -> Head:
    """The title among the paragraphs before the body, and what else stands there."""
    lines = _candidates(text, top, kind)
    title = max(_titles(text, lines, kind), key=lambda found: found[0], default=(None, None))[1]
    other = None if title else next((line.span for line in lines if is_other_document(line.words)), None)
    named = {*title.spans} if title else set()
    rest = (span for span in top if span not in named and span != other and not _is_addressee(text, span))
    return Head(title, other, tuple(rest))


def _candidates(text: str, top: Sequence[Span], kind: Kind) -> list[_Line]:
    """The lines that may belong to a title."""
    lines: list[_Line] = []
    first = max(0, len(top) - _LIMIT)
    for place, span in enumerate(top[first:], first):
        words = text[span.start : span.end].strip()
        # 甲区政府2023年, 法治政府建设年度报告: the second line alone would be the name of a column
        above = lines[-1].words if lines and lines[-1].place == place - 1 else ""
        goes_on = _leads_in(above) and is_title(words, kind)
        # 2024年法治政府建设, 年度报告
        goes_on |= _YEAR_WITHIN.search(above) is not None and not ends_document(above) and is_title(above + words, kind)
        if (
            len(words) <= _LONGEST
            and not furniture.is_prose(words)
            and (goes_on or not furniture.looks_like_furniture(words))
        ):
            lines.append(_Line(place, span, words))
    return lines


def _titles(text: str, lines: Sequence[_Line], kind: Kind) -> Iterator[tuple[tuple[object, ...], Title]]:
    """The titles there may be, each with its worth: the fullest is the report's own, of equal ones the last.

    A browser's caption and a list of links come before it, often shortened, or with the name of the site.
    """
    for last in range(len(lines)):
        block = _block(lines, last, kind)
        if not block:
            continue
        block = _from_its_beginning(text, lines[: last - len(block) + 1], block)
        if last + 1 < len(lines) and _YEAR_BELOW.fullmatch(lines[last + 1].words):
            last += 1
            block += (lines[last],)
        below = lines[last + 1].words.strip("（）()") if last + 1 < len(lines) else ""
        read = read_title(text, tuple(line.span for line in block))
        title = read.signed(below if furniture.is_issuer(below) else None)
        own = read_heading(text, block[0].span) is None
        plain = "".join(title.text.split())
        unnamed = not _NAME_OF_SITE.search(plain)
        covers = is_other_document(plain) and not ends_document(plain)  # 关于印发……报告的通知
        yield (
            (
                own,
                not covers,
                bool(_WHOLE.search(plain)),
                title.year is not None,
                unnamed,
                len(title.issuer or ""),
                read.issuer is not None,
                last,
            ),
            title,
        )


def _block(lines: Sequence[_Line], last: int, kind: Kind) -> _Block:
    """The fewest lines, up to this one, that together read as a title; () for none."""
    if _BRACKETED.fullmatch(lines[last].words):  # 2024年3月5日在县人大常委会会议上
        return ()
    for size in range(1, min(_LINES, last + 1) + 1):
        block = tuple(lines[last - size + 1 : last + 1])
        joined = "".join(line.words for line in block)
        apart = block[-1].place - block[0].place != size - 1
        if apart or (size > 1 and (_STOP.search(joined) or _is_whole(block[0].words, kind))):
            return ()
        if is_title(joined, kind):
            return block
    return ()


def _is_whole(line: str, kind: Kind) -> bool:
    """Is the line a title that nothing can follow?"""
    return is_title(line, kind) and bool(_WHOLE.search("".join(line.split())))


def _from_its_beginning(text: str, above: Sequence[_Line], block: _Block) -> _Block:
    """A title with the lines above that name its issuers, or begin it."""
    while above and above[-1].place == block[0].place - 1:
        title = read_title(text, tuple(line.span for line in block))
        words = above[-1].words
        unsigned = title.issuer is None or title.year is None or bool(_YEAR_OF_FIELD.match(title.text))
        begins = _leads_in(words) and unsigned
        about = bool(_ABOUT.match(title.text))
        begins = begins or (about and _leads_in(words)) or (bool(_PLACE.fullmatch(words)) and not title.issuer)
        if not begins and not (_PARTY.match(words) and furniture.is_issuer(words)):
            break
        block, above = (above[-1], *block), above[:-1]
    return block


def _leads_in(line: str) -> bool:
    """Could the line be the first of a title that goes on below: an issuer, an issuer and a year, a 关于?"""
    return furniture.is_issuer(line) or bool(_YEAR_AT_END.search(line))


def _is_addressee(text: str, span: Span) -> bool:
    line = text[span.start : span.end]
    return bool(_ADDRESSEE.fullmatch(line)) and not furniture.looks_like_furniture(line)
