"""A text that was read, and the way from offsets to lines and columns.

Every later stage speaks of places as offsets into ``Source.text``; only the reporters turn them into lines and columns,
as the user's file counts them.
"""

from __future__ import annotations

import datetime
from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence
from functools import cached_property
from itertools import groupby, pairwise
from typing import NamedTuple

from reportlint.errors import UserError
from reportlint.kept import patterns

_NEWLINE = patterns.compile(r"\r\n|\r|\n")  # and no other: U+2028, form feed and the like are not lines to an editor


class UnreadableError(UserError):
    """A file that cannot be linted. ``str(error)`` says in Chinese why, and what to do."""


class Span(NamedTuple):
    """A stretch of the text: offsets in code points, ``end`` exclusive."""

    start: int
    end: int

    def covers(self, other: Span) -> bool:
        """Does the other span lie within this one?"""
        return self.start <= other.start and other.end <= self.end

    def overlaps(self, other: Span) -> bool:
        """Have the two a character in common?"""
        return self.start < other.end and other.start < self.end


class Position(NamedTuple):
    """A place as an editor shows it: line and column from 1, in code points."""

    line: int
    column: int


class Table(NamedTuple):
    """A table of figures: its rows of cells, from the left. A cell that reaches over several rows stands in each of them, one that
    reaches over several columns once; an empty one is an empty span. sure: can its cells be told apart? Else a row is as good a cell
    as any.
    """

    rows: tuple[tuple[Span, ...], ...]
    sure: bool = True

    @property
    def span(self) -> Span:
        """All of it."""
        cells = [cell for row in self.rows for cell in row]
        return Span(min(cell.start for cell in cells), max(cell.end for cell in cells))


class Place(NamedTuple):
    """Where a span stands in the user's file: lines and columns as a `Position`, the end exclusive; and its words."""

    line: int
    column: int
    end_line: int
    end_column: int
    text: str


class Around(NamedTuple):
    """A span in its line, as the file has it. before, after: what stands on either side, as far as was asked.

    words: up to the end of the line. more: does the line begin further left?
    """

    before: str
    words: str
    after: str
    more: bool


class Markup(NamedTuple):
    """A text that is not the file's, character for character.

    raw: the file as decoded; origin: for each character of the text its offset in raw. wide: for those characters of the
    text that invisible ones belong to, where they all stand in raw.
    """

    raw: str
    origin: Sequence[int]
    wide: Mapping[int, Span] = {}


class Fold(NamedTuple):
    """What the text says otherwise than the file: see `reportlint.document.folding`.

    kind: invisible, note, lookalike, width, stop or quote. at: the offset, in the text, of the character that it became
    or, of what was read past, of the character that this belongs to. written: what the file has.
    """

    kind: str
    at: int
    written: str


class _Source(NamedTuple):
    path: str
    text: str
    encoding: str = "utf-8"
    bom: bytes = b""
    form: str = "text"
    starts: tuple[int, ...] = ()
    markup: Markup | None = None
    apart: frozenset[int] = frozenset()
    published: datetime.date | None = None
    folds: tuple[Fold, ...] = ()
    tables: tuple[Table, ...] = ()
    pages: tuple[int, ...] = ()


class Source(_Source):
    """One file as read.

    encoding, bom: how a text was decoded. form: text, markdown, html, docx, pdf or ofd. starts: the offset, in the file as
    decoded, at which each paragraph begins, where places are counted by paragraphs and not by lines. markup: what was
    taken away to get at the text. apart: the lines, from 1, that are no running text (tables, a table of contents).
    published: the day that the file itself names. folds: what the text says otherwise than the file, in order. tables: those of
    figures, in order. pages: of each line, the number of the page that it begins on; () where there are no pages.
    """

    @property
    def raw(self) -> str:
        """The file as decoded."""
        return self.markup.raw if self.markup else self.text

    @cached_property
    def line_starts(self) -> Sequence[int]:
        """The offset, in the file as decoded, at which each line begins; line 1 is item 0."""
        return self.starts or [0, *(newline.end() for newline in _NEWLINE.finditer(self.raw))]

    @cached_property
    def lines(self) -> list[Span]:
        """The span of each line of the text without its newline; a final newline begins no further line."""
        spans, start = [], 0
        for newline in _NEWLINE.finditer(self.text):
            spans.append(Span(start, newline.start()))
            start = newline.end()
        if start < len(self.text):
            spans.append(Span(start, len(self.text)))
        return spans

    def line_at(self, offset: int) -> Span:
        """The line of the text that an offset lies in."""
        return self.lines[max(0, bisect_right(self._begins, offset) - 1)]

    @cached_property
    def _begins(self) -> list[int]:
        """Where the lines of the text begin."""
        return [line.start for line in self.lines]

    def position(self, offset: int) -> Position:
        """Line and column, from 1, of an offset from 0."""
        return self._position(self._raw(offset).start)

    def end_position(self, offset: int) -> Position:
        """The place behind the character before an offset: where a span ends, though markup may follow."""
        return self._position(self._raw(offset - 1).end if offset else 0)

    def line_of(self, offset: int) -> int:
        """The line, from 1, of an offset from 0."""
        return bisect_right(self.line_starts, self._raw(offset).start)

    def place(self, span: Span) -> Place:
        """Where a span stands in the user's file."""
        if self.markup is None:  # mostly
            line = bisect_right(self.line_starts, span.start)
            begin = self.line_starts[line - 1] - 1
            if line == len(self.line_starts) or span.end < self.line_starts[line]:
                return Place(line, span.start - begin, line, span.end - begin, self.text[span.start : span.end])
        return Place(*self.position(span.start), *self.end_position(span.end), self.text[span.start : span.end])

    def around(self, span: Span, reach: int) -> Around:
        """A span in the line that it begins in, with so many characters of the text on either side."""
        line = self.line_at(span.start)
        end = min(max(span.end, span.start + 1), line.end)
        before = Span(max(line.start, span.start - reach), span.start)
        after = Span(end, min(line.end, end + reach))
        words = self.written(Span(span.start, end))
        return Around(self.written(before), words, self.written(after), before.start > line.start)

    def raw_span(self, span: Span) -> Span:
        """Where a span stands in the file as decoded."""
        end = self._raw(span.end - 1).end if span.end else 0
        return Span(self._raw(span.start).start if span.start < span.end else end, end)

    def written(self, span: Span, past: bool = True) -> str:
        """What the file has at a span of the text: what was folded as it was written.

        past: with what was read past; without, it is character for character as long as the text.
        """
        first, last = (bisect_left(self._folds_at, at) for at in span)
        if first == last:
            return self.text[span.start : span.end]
        pieces, end = [], span.start
        for at, folds in groupby(self.folds[first:last], key=lambda fold: fold.at):
            before, sign, after = "", self.text[at], ""
            for fold in folds:
                if fold.kind not in ("invisible", "note"):
                    sign = fold.written
                elif not past:
                    continue
                elif self.raw[self._raw(at).start] in fold.written:
                    before = fold.written
                else:
                    after = fold.written
            pieces += [self.text[end:at], before, sign, after]
            end = at + 1
        return "".join([*pieces, self.text[end : span.end]])

    def is_plain(self, span: Span) -> bool:
        """Does a span stand in the file with nothing in between, and with no other words but for what was folded?"""
        if self.markup is None:
            return True
        places = [self._raw(offset) for offset in range(*span)]
        return all(one.end == other.start for one, other in pairwise(places)) and all(
            offset in self._folded or self.text[offset] == self.markup.raw[place.start : place.end]
            for offset, place in zip(range(*span), places, strict=True)
        )

    @cached_property
    def _folded(self) -> frozenset[int]:
        """Where the text says otherwise than the file."""
        return frozenset(self._folds_at)

    @cached_property
    def _folds_at(self) -> list[int]:
        """Where each of the folds is."""
        return [fold.at for fold in self.folds]

    def _raw(self, offset: int) -> Span:
        """Where a character of the text stands in the file as decoded, with the invisible ones that belong to it."""
        if self.markup is None:
            return Span(offset, offset + 1)
        if offset >= len(self.markup.origin):
            return Span(len(self.markup.raw), len(self.markup.raw))
        place = self.markup.origin[offset]
        return self.markup.wide.get(offset) or Span(place, place + 1)

    def _position(self, raw: int) -> Position:
        line = bisect_right(self.line_starts, raw)
        return Position(line, raw - self.line_starts[line - 1] + 1)
