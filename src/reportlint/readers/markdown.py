"""Markdown: the words without their markup, each with its place in the file."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import pairwise

from markdown_it.token import Token

from reportlint.document.decoding import decode
from reportlint.document.source import Markup, Source, Span, UnreadableError
from reportlint.kept import patterns
from reportlint.readers.markdown_parser import made_parser
from reportlint.readers.tables import Cell, with_places
from reportlint.readers.title_beside import title_beside
from reportlint.readers.wrapped import goes_on, rooms_of

_PARSER = made_parser()
_MAX_LENGTH = 400_000
"""Characters; the parser takes some hundred bytes for each that may be a mark."""
_MOST = {"[": 10_000, "|": 60_000}
"""Each bracket may begin a link, and is looked for an end of; each bar makes a cell of three tokens."""
_FRONT_MATTER = patterns.compile(  # CRLF is one end of a line: read as two, there would be two ways for each line
    r"---[ \t]*(?:\r\n|\r(?!\n)|\n)(?:[^\r\n]*(?:\r\n|\r(?!\n)|\n)){0,50}?---[ \t]*(?:\r\n?|\n|$)"
)
_TITLE = patterns.compile(r"^title[ \t]*:[ \t]*(?P<title>[^\r\n]{1,200})", 8)
_NOTE = patterns.compile(r"\[\^[^\]\s]{1,40}\](?P<told>[ \t]*[:：])?")
"""A note's mark; with a colon behind it at the beginning of a block, the note itself."""
_MARK_AT_END = patterns.compile("[。：；，！？、）”]$")
"""Behind such a mark, emphasis ends only where a blank follows (**主动公开。** 全年): that belongs to the markup."""
_MARGIN = patterns.compile("[ >]*")
"""Before the words of a line, where it goes on an item or a quotation."""
_SHORT = 10
"""Characters: a shorter line may be a signature."""
_WIDE = 60.0
"""Room behind a line where it is not known."""
_Piece = tuple[str, Span, Cell | None]
_TAG = patterns.compile(r"<!--.*?(?:-->|\Z)|<[^<>]*>|[\r\n]+", 16)


def read(data: bytes, path: str) -> Source:
    """The text of a Markdown file. Numbers of lists are kept, for they number the report. Raises UnreadableError."""
    plain = decode(data, path, _MAX_LENGTH)
    for mark, most in _MOST.items():
        if plain.text.count(mark) > most:
            raise UnreadableError(f"有超过 {most:,} 个“{mark}”，不像一份报告。请另存为 .txt 后再检查。")
    pieces: list[str] = []
    origin: list[int] = []
    apart: list[int] = []
    cells: dict[Cell, Span] = {}
    line = 1
    for words, place, cell in _titled(plain, [*_pieces(plain)]):
        pieces.append(words)
        if cell:
            start = len(origin)
            held = cells.get(cell, Span(start, start))
            cells[cell] = Span(held.start, start + len(words) * (words != "\n"))
        origin += range(place.start, place.end) if len(words) == place.end - place.start else [place.start] * len(words)
        if words == "\n":
            line += 1
        elif cell:
            apart.append(line)
    markup = Markup(plain.text, tuple(origin))
    return Source(
        path,
        "".join(pieces),
        plain.encoding,
        plain.bom,
        "markdown",
        markup=markup,
        apart=frozenset(apart),
        tables=with_places(cells, cells),
    )


def _titled(plain: Source, pieces: list[_Piece]) -> list[_Piece]:
    """The pieces, before them the title that only the front matter has."""
    front = _FRONT_MATTER.match(plain.text)
    said = _TITLE.search(front[0]) if front else None
    title = said and title_beside([said["title"].strip(" \t\"'")], ("".join(words for words, *_ in pieces),))
    if not (said and title):
        return pieces
    at = plain.text.index(title, said.start("title"))
    end = at + len(title)
    return [(title, Span(at, end), None), ("\n", Span(end, end + 1), None), *pieces]


def _pieces(plain: Source) -> Iterator[_Piece]:
    """Words and line ends in order, where each stands in the file, and the cell of a table that is, if any."""
    text, starts = plain.text, [*plain.line_starts, len(plain.text)]
    front = _FRONT_MATTER.match(text)
    at = front.end() if front else 0
    cell: Cell | None = None
    tables = rows = 0
    wrapped = _wrapped(plain)
    tokens = _PARSER.parse(text.replace("\0", "\ufffd"))
    numbers = _numbers(tokens)
    for index, token in enumerate(tokens):
        tables += token.type == "table_open"
        rows += token.type == "tr_open"
        if token.type in ("td_open", "th_open"):
            cell = Cell(tables, rows)
        elif token.type == "table_close":
            cell = None
        if token.map is None or starts[min(token.map[1], len(starts) - 1)] <= at:
            continue
        at, end = max(at, starts[token.map[0]]), starts[min(token.map[1], len(starts) - 1)]
        if token.type == "list_item_open" and token.info:
            marker = token.info + token.markup
            found = text.find(marker, at, end)
            at = found + len(marker)
            yield numbers[index] + token.markup, Span(found, at), cell
        elif token.type == "inline" and (note := _NOTE.match(text, at, end)) and note["told"]:
            continue  # a note is no text
        elif token.type in ("inline", "html_block"):
            for words, place in (
                _words(token, text, at, end, wrapped) if token.type == "inline" else _between_tags(text, at, end)
            ):
                yield words, place, cell
                at = place.end
            if token.type == "inline":
                yield "\n", Span(min(at, len(text) - 1), min(at, len(text) - 1) + 1), cell


def _numbers(tokens: Iterable[Token]) -> dict[int, str]:
    """Tokens that begin items of numbered lists, by their index, to the numbers shown: 1. 1. 1. is shown as 1. 2. 3.

    A number that differs from the one before is taken as it is written, lest a gap in them is hidden.
    """
    numbers: dict[int, str] = {}
    lists: list[tuple[str, int]] = []  # of each list around: the last number as written, and as shown
    for index, token in enumerate(tokens):
        if token.type == "ordered_list_open":
            lists.append(("", 0))
        elif token.type == "ordered_list_close":
            lists.pop()
        elif token.type == "list_item_open" and token.info:
            written, last = lists[-1]
            shown = last + 1 if token.info == written else int(token.info)
            lists[-1] = token.info, shown
            numbers[index] = token.info if shown == int(token.info) else str(shown)
    return numbers


def _wrapped(plain: Source) -> frozenset[int]:
    """Where lines end at which their paragraphs go on: as they were wrapped at one width, or within a sentence."""
    text, rooms = plain.text, rooms_of(plain.text, plain.lines) or [_WIDE] * len(plain.lines)
    ends: set[int] = set()
    for (one, other), room in zip(pairwise(plain.lines), rooms, strict=False):
        behind = _MARGIN.match(text, *other)
        other = Span(behind.end() if behind else other.start, other.end)
        if goes_on(text, one, other, 0 if _is_cut(text[one.start : one.end].rstrip()) else room):
            ends.add(one.end)
    return frozenset(ends)


def _is_cut(line: str) -> bool:
    """Does a line end within a sentence?"""
    return len(line) > _SHORT and line[-1] not in "。；：！？;:!?|" and any(mark in line for mark in "，。；")


def _words(inline: Token, text: str, at: int, end: int, wrapped: frozenset[int]) -> Iterator[tuple[str, Span]]:
    """The words of a block and where each piece stands: in the file, they follow one another as the tokens do.

    Marks of notes and struck-through words are no text.
    """
    notes = [Span(*note.span()) for note in _NOTE.finditer(text, at, end)]
    struck, closed, last = 0, False, ""
    for child in inline.children or ():
        struck += {"s_open": 1, "s_close": -1}.get(child.type, 0)
        closed = closed or child.type in ("strong_close", "em_close")
        if child.type in ("softbreak", "hardbreak"):
            words, written = "\n", "\n" if text.find("\n", at, end) >= 0 else "\r"
            if (
                child.type == "softbreak"
                and (found := text.find(written, at, end)) - text.startswith("\r\n", found - 1) in wrapped
            ):
                continue
        elif child.type in ("text", "code_inline", "text_special"):
            words, written = child.content, child.markup if child.type == "text_special" else child.content
        else:
            continue
        if closed and _MARK_AT_END.search(last):
            words = written = written.removeprefix(" ")
        found = text.find(written, at, end)
        if words and found >= 0:
            at, closed, last = found + len(written), False, words
            if not struck:
                yield from _but_for(notes, words, Span(found, at))


def _but_for(notes: Iterable[Span], words: str, place: Span) -> Iterator[tuple[str, Span]]:
    """The words without the marks of notes among them."""
    start = place.start
    for note in notes:
        if note.start < place.end and start < note.end:
            if start < note.start:
                yield words[start - place.start : note.start - place.start], Span(start, note.start)
            start = note.end
    if start < place.end:
        yield words[start - place.start :], Span(start, place.end)


def _between_tags(text: str, at: int, end: int) -> Iterator[tuple[str, Span]]:
    """The words of a block of HTML, each piece on a line of its own."""
    for tag in [*_TAG.finditer(text, at, end), None]:
        stop = tag.start() if tag else end
        if text[at:stop].strip():
            yield text[at:stop], Span(at, stop)
            yield "\n", Span(stop - 1, stop)
        at = tag.end() if tag else end
