"""A text that was read, and the way from offsets to lines and columns; how bytes become plain text.

Every later stage speaks of places as offsets into ``Source.text``; only the reporters turn them into lines and columns,
as the user's file counts them.
"""

from __future__ import annotations

import codecs
import datetime
from bisect import bisect_right
from collections.abc import Sequence
from functools import cached_property
from typing import NamedTuple

from reportlint.errors import UserError
from reportlint.kept import patterns

MAX_CHARACTERS = 1_000_000
"""A long annual report has some 60,000 characters; a file far beyond that is another one."""

_NEWLINE = patterns.compile(r"\r\n|\r|\n")  # and no other: U+2028, form feed and the like are not lines to an editor
_CONTROL = patterns.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
_BOMS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))


class UnreadableError(UserError):
    """A file that cannot be linted. ``str(error)`` says in Chinese why, and what to do."""


class Span(NamedTuple):
    """A stretch of the text: offsets in code points, ``end`` exclusive."""

    start: int
    end: int

    def covers(self, other: Span) -> bool:
        """Does the other span lie within this one?"""
        return self.start <= other.start and other.end <= self.end


class Position(NamedTuple):
    """A place as an editor shows it: line and column from 1, in code points."""

    line: int
    column: int


class Markup(NamedTuple):
    """A text that lay under markup. raw: the file as decoded; origin: for each character of the text its offset in raw."""

    raw: str
    origin: tuple[int, ...]


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


class Source(_Source):
    """One file as read.

    encoding, bom: how a text was decoded. form: text, markdown, html, docx or pdf. starts: the offset at which each
    paragraph begins, where places are counted by paragraphs and not by lines. markup: what was taken away to get at the
    text. apart: the lines, from 1, that are no running text (tables, a table of contents). published: the day that the
    file itself names.
    """

    @cached_property
    def line_starts(self) -> Sequence[int]:
        """The offset, in the file as decoded, at which each line begins; line 1 is item 0."""
        raw = self.markup.raw if self.markup else self.text
        return self.starts or [0, *(newline.end() for newline in _NEWLINE.finditer(raw))]

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
        return self.lines[max(0, bisect_right(self.lines, offset, key=lambda line: line.start) - 1)]

    def position(self, offset: int) -> Position:
        """Line and column, from 1, of an offset from 0."""
        return self._position(self._raw(offset))

    def end_position(self, offset: int) -> Position:
        """The place behind the character before an offset: where a span ends, though markup may follow."""
        return self._position(self._raw(offset - 1) + 1 if offset else 0)

    def line_of(self, offset: int) -> int:
        """The line, from 1, of an offset from 0."""
        return bisect_right(self.line_starts, self._raw(offset))

    def raw_span(self, span: Span) -> Span:
        """Where a span stands in the file as decoded."""
        end = self._raw(span.end - 1) + 1 if span.end else 0
        return Span(self._raw(span.start) if span.start < span.end else end, end)

    def _raw(self, offset: int) -> int:
        if self.markup is None:
            return offset
        return self.markup.origin[offset] if offset < len(self.markup.origin) else len(self.markup.raw)

    def _position(self, raw: int) -> Position:
        line = bisect_right(self.line_starts, raw)
        return Position(line, raw - self.line_starts[line - 1] + 1)


def decode(data: bytes, path: str, limit: int = MAX_CHARACTERS) -> Source:
    """Decode UTF-8 (with or without byte order mark), UTF-16 with one, or GB18030.

    Raises UnreadableError for an empty file, a binary one, an unknown encoding, or more characters than the limit.
    """
    if not data.strip():
        raise UnreadableError("文件是空的。请确认草稿已经保存。")
    bom, encoding = next(((mark, name) for mark, name in _BOMS if data.startswith(mark)), (b"", ""))
    text = None
    for candidate in (encoding,) if encoding else ("utf-8", "gb18030"):
        try:
            text = data[len(bom) :].decode(candidate)
        except UnicodeDecodeError:
            continue
        encoding = candidate
        break
    if text is None:
        raise UnreadableError("读不出文字：不是 UTF-8、GB18030 或带 BOM 的 UTF-16 编码。请另存为 UTF-8 后再检查。")
    if not text.strip():
        raise UnreadableError("文件里只有空白。请确认草稿已经保存。")
    if control := _CONTROL.search(text):
        line = text.count("\n", 0, control.start()) + 1
        raise UnreadableError(
            f"第 {line} 行有控制字符 U+{ord(control.group()):04X}，像是二进制文件或不带 BOM 的 UTF-16。"
            "请另存为纯文本（UTF-8）后再检查。"
        )
    check_length(text, limit)
    return Source(path, text, encoding, bom)


def check_length(text: str, limit: int = MAX_CHARACTERS) -> None:
    """Raises UnreadableError for a text of more than so many characters, far too long to be a report."""
    if len(text) > limit:
        raise UnreadableError(
            f"有 {len(text):,} 字，超过 {limit:,} 字的上限；年度报告通常不过几万字，请确认没有选错文件。"
        )
