"""What stands where on the page: furniture, title, headings, prose. Lines in, blocks out; what they mean comes later."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from reportlint.document.source import Source, Span
from reportlint.kept import patterns
from reportlint.language.numbers.list_markers import LIST_START
from reportlint.language.phrases import load_phrases
from reportlint.language.sentences import STOPS
from reportlint.lines import furniture
from reportlint.lines.headings import Heading, bare_heading, read_heading, unclear_number, unwrap, without_frame
from reportlint.lines.titles import Title, is_other_document
from reportlint.outline.contents import find_contents
from reportlint.outline.head import ends_document, is_title, read_head, split_title
from reportlint.outline.inline_headings import cut_inside
from reportlint.outline.report_kind import Kind
from reportlint.outline.tail import find_end

_SENTENCE_INSIDE = load_phrases(__file__, "layout")["sentence-inside"].pattern
_OPEN_END = patterns.compile(f"[{STOPS}、…的]$")
_BARE_LIMIT = 40
"""Characters: an unmarked line longer than this is no heading, and no running head."""
_HEAD = 30
"""Paragraphs in which the title is looked for that shares its line with what the page says of it."""
_DIGITS = 3
"""The level of headings numbered 1. 2. 3."""
_LONGEST_NOTE = 12
"""Paragraphs of a note that covers a report."""
_RUNNING = 3
"""Times that a line stands alone which is a running head."""


class Layout(NamedTuple):
    """The lines of a text, sorted. ``blocks``: headings and prose in order; a heading's run-in prose follows it.

    doubled: headings that stand a second time right below themselves; they are in no block.
    """

    title: Title | None
    other_title: Span | None
    furniture: tuple[Span, ...]
    blocks: tuple[Heading | Span, ...]
    doubled: tuple[Span, ...]


def read_layout(text: str, source: Source, kind: Kind) -> Layout:
    """Sort the lines of a source into title, furniture, headings and prose. text: with simplified characters (see `simplified`)."""
    running = [line for number, line in enumerate(source.lines, 1) if number not in source.apart]
    paragraphs = [trim(text, piece) for line in running for piece in unwrap(text, line)]
    paragraphs = [p for p in paragraphs if p.end > p.start]
    paragraphs = [piece for p in paragraphs[:_HEAD] for piece in split_title(text, p, kind)] + paragraphs[_HEAD:]
    paragraphs = cut_inside(text, paragraphs, lambda words: bool(kind.parts(kind.terminals(words[:_BARE_LIMIT], None))))
    aside = [trim(text, source.lines[number - 1]) for number in source.apart]
    pages = {p for p in paragraphs if furniture.is_page_number(text[p.start : p.end])}
    paragraphs = [p for p in paragraphs if p not in pages]
    contents = {*find_contents(text, paragraphs)}
    paragraphs = [p for p in paragraphs if p not in contents]
    top = _top(text, paragraphs, kind)
    head = read_head(text, paragraphs[:top], kind)
    of_other = head.title is None or not ends_document(head.title.text)
    if of_other and (behind := _behind_note(text, paragraphs, top, kind)):
        top, head = behind, read_head(text, paragraphs[:behind], kind)
    running_heads = {*_running_heads(text, paragraphs[top:], head.title)}
    body = [p for p in paragraphs[top:] if p not in running_heads]
    aside += [*pages, *contents, *running_heads]
    end = find_end(text, body)
    if _breaks_off(text, body[:end], body[end:], kind):
        end = len(body)
    after = [p for p in body[end:] if not furniture.is_signature(text[p.start : p.end])]
    blocks, doubled = _blocks(text, body[:end], kind)
    title = head.title and head.title.signed(
        next(filter(furniture.is_issuer, (text[p.start : p.end] for p in body[end:])), None)
    )
    return Layout(title, head.other_title, tuple(sorted([*head.rest, *aside, *after])), blocks, doubled)


def trim(text: str, span: Span) -> Span:
    """The span without white space at its ends."""
    piece = text[span.start : span.end]
    start = span.start + len(piece) - len(piece.lstrip())
    return Span(start, start + len(piece.strip()))


def _bare(text: str, span: Span) -> str:
    """The words of a line without blanks."""
    return "".join(text[span.start : span.end].split())


def _running_heads(text: str, body: Sequence[Span], title: Title | None) -> list[Span]:
    """Short lines that stand alone on several pages, and the title where it stands again."""
    again = "".join(title.text.split()) if title else ""
    short = {p: _bare(text, p) for p in body if p.end - p.start <= max(_BARE_LIMIT, 2 * len(again))}
    times = Counter(short.values())
    return [
        span
        for span, words in short.items()
        if words == again
        or (times[words] >= _RUNNING and len(words) <= _BARE_LIMIT and _is_label(words) and not _numbered(text, span))
    ]


def _numbered(text: str, span: Span) -> bool:
    """Does the line begin as a heading or an item does?"""
    return bool(LIST_START.match(text, *span) or read_heading(text, span))


def _top(text: str, paragraphs: Sequence[Span], kind: Kind) -> int:
    """How many paragraphs stand before the body: it begins with the first heading or prose."""
    for index, span in enumerate(paragraphs):
        line = text[span.start : span.end]
        above = text[slice(*paragraphs[index - 1])] if index else ""
        if furniture.looks_like_furniture(line) or furniture.is_summary(line, above):
            continue
        heading = read_heading(text, span)
        if heading and (heading.level <= 2 or heading.run_in or heading.number == 1):
            if not (is_title(line, kind) and _heads_all(text, heading, paragraphs[index + 1 :])):
                return index
        elif furniture.is_prose(line) or (
            _names_part(line, kind) and not _ends_title(text, paragraphs[: index + 1], kind)
        ):
            return index
    return len(paragraphs)


def _breaks_off(text: str, above: Sequence[Span], behind: Sequence[Span], kind: Kind) -> bool:
    """Does a draft break off at the unmarked name of a part, or in the line below it, as others stand above it?"""
    if not behind or len(behind) > 2:
        return False
    name, *below = (text[span.start : span.end] for span in behind)
    return (
        _names_part(name, kind)
        and not any(furniture.is_signature(line) or furniture.looks_like_furniture(line) for line in below)
        and any(_names_part(text[span.start : span.end], kind) for span in above)
    )


def _behind_note(text: str, paragraphs: Sequence[Span], top: int, kind: Kind) -> int | None:
    """How many paragraphs stand before the body of a report that a note (关于印发……的通知) covers: its title stands below the
    note, before any heading. None where there is no such title.
    """
    for index, span in enumerate(paragraphs[top : top + _LONGEST_NOTE], top):
        line = text[span.start : span.end]
        if read_heading(text, span):
            break
        if is_title(line, kind) and ends_document(line) and not furniture.is_prose(line):
            return index + 1 + _top(text, paragraphs[index + 1 :], kind)
    return None


def _ends_title(text: str, paragraphs: Sequence[Span], kind: Kind) -> bool:
    """Does the last of these lines end a title that began on the one before: ……法治政府 / 建设工作情况的报告?"""
    first, last = (text[span.start : span.end] for span in ([Span(0, 0), *paragraphs][-2:]))
    return ends_document(last) and is_title(first + last, kind) and not is_title(first, kind)


def _heads_all(text: str, heading: Heading, below: Sequence[Span]) -> bool:
    """Is a numbered line that reads as a title one indeed: the next number of its form is a first one again?"""
    following = (found for span in below if (found := read_heading(text, span)) and found.level == heading.level)
    first = next(following, None)
    return first is not None and first.number == 1 and first.text != heading.text


def _names_part(line: str, kind: Kind) -> bool:
    """Is the unmarked line a heading that names a part, and hardly more?"""
    line = without_frame(line)
    if len(line) > _BARE_LIMIT or not _is_label(line):
        return False
    if "关于" in line and is_other_document(line):
        return False
    parts = set(kind.parts(kind.terminals(line, None)))
    if kind.deeds in parts and is_title(line, kind) and ends_document(line):  # 2024年法治政府建设工作总结及2025年计划
        return False
    # 法治政府建设情况报告 may be either; the head's part is no title
    return bool(parts - {kind.required[0]}) or bool(parts and not is_title(line, kind))


def _is_label(line: str) -> bool:
    """Has the line an end, and no mark of a sentence, but for the comma in 履行第一责任人职责，加强法治政府建设的情况?"""
    return not _OPEN_END.search(line) and not _SENTENCE_INSIDE.search(line)


def _blocks(text: str, paragraphs: Sequence[Span], kind: Kind) -> tuple[tuple[Heading | Span, ...], tuple[Span, ...]]:
    """Headings and prose, and the headings that stand twice.

    Unmarked lines are headings where they name a part, or where the text has no markers at all.
    """
    found = _marked(text, paragraphs)
    unmarked = not any(found)
    blocks: list[Heading | Span] = []
    doubled: list[Span] = []
    for span, heading in zip(paragraphs, found, strict=True):
        line = text[span.start : span.end]
        if heading is None and _names_part(line, kind):
            heading = bare_heading(span, line, 1)
        elif (
            heading is None and unmarked and len(line) <= _BARE_LIMIT and _is_label(line) and not LIST_START.match(line)
        ):
            heading = bare_heading(span, line, 2)
        above = blocks[-1] if blocks else None
        if heading is None:
            blocks.append(span)
        elif isinstance(above, Heading) and (above.marker, above.text) == (heading.marker, heading.text):
            doubled.append(heading.span)
            blocks += [heading.body] * heading.run_in
        else:
            blocks += [heading, *[heading.body] * heading.run_in]
    return tuple(_with_sentences_as_prose(text, blocks)), tuple(doubled)


def _marked(text: str, paragraphs: Sequence[Span]) -> list[Heading | None]:
    """The headings with a marker, None for other lines.

    2.3支队伍 is one where it goes on from 1., or where the next line goes on from it; 2.3万人 elsewhere is a figure. 2优化服务 is
    one where it goes on from 1. and does not itself go on a sentence.
    """
    found = [read_heading(text, span) for span in paragraphs]
    maybe = [None if heading else unclear_number(text, span) for heading, span in zip(found, paragraphs, strict=True)]
    numbers = [
        heading.number if heading and heading.level == _DIGITS else unclear and unclear.number
        for heading, unclear in zip(found, maybe, strict=True)
    ]
    last, fresh = 0, True  # the last number of the form 1., and has a heading above it come since
    for at, unclear in enumerate(maybe):
        if unclear:
            next_one = unclear.number == last + 1 and not fresh
            if unclear.decimal:
                follows = at + 1 < len(numbers) and numbers[at + 1] == unclear.number + 1
                counts = next_one or (unclear.number in (1, last + 1) and follows)
            else:
                above = found[at - 1]
                whole = (above and not above.run_in) or text[paragraphs[at - 1].end - 1] in "。！？"
                counts = next_one and bool(whole)
            if counts:
                found[at] = read_heading(text, paragraphs[at], counted=True)
        if (heading := found[at]) and heading.level <= _DIGITS:
            fresh = heading.level < _DIGITS
            last = last if fresh else heading.number
    return found


def _with_sentences_as_prose(text: str, blocks: Sequence[Heading | Span]) -> list[Heading | Span]:
    """A numbered sentence below the first level with nothing under it (（一）办案36件。) is prose as well: its own."""
    told: list[Heading | Span] = []
    for block, following in zip(blocks, [*blocks[1:], None], strict=False):
        if (
            isinstance(block, Heading)
            and block.level > 1
            and text.startswith("。", block.span.end)
            and not block.run_in
            and (following is None or (isinstance(following, Heading) and following.level <= block.level))
        ):
            sentence = Span(block.title.start, block.span.end + 1)
            told += [block._replace(body=sentence), sentence]
        else:
            told.append(block)
    return told
