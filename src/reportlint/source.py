"""Bytes to text, and offsets to lines and columns.

Every later stage speaks of places as offsets into ``Source.text``, the text as the user wrote it; only the
reporters turn them into lines and columns.
"""

from __future__ import annotations

import codecs
from bisect import bisect_right
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from reportlint import patterns

MAX_CHARACTERS = 2_000_000
"""A long annual report has some 60,000 characters; far beyond that the file is another one."""

_NEWLINE = patterns.compile(r"\r\n|\r|\n")  # and no other: U+2028, form feed and the like are not lines to an editor
_CONTROL = patterns.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
_BOMS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))
_SIGNATURES = (
    (b"%PDF", "PDF 文件"),
    (b"PK\x03\x04", "压缩包或 Office 文件（docx、xlsx、wps 等）"),
    (b"\xd0\xcf\x11\xe0", "旧版 Office 文件（doc、xls、wps 等）"),
    (b"{\\rtf", "RTF 文件"),
    (b"\x89PNG", "图片"),
    (b"\xff\xd8\xff", "图片"),
    (b"\x1f\x8b", "压缩文件"),
    (b"Rar!", "压缩文件"),
    (b"7z\xbc\xaf", "压缩文件"),
)


class UnreadableError(Exception):
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


@dataclass(frozen=True)
class Source:
    """One decoded file: what ``bytes`` said, and how to write it back (encoding, byte order mark)."""

    path: str
    text: str
    encoding: str = "utf-8"
    bom: bytes = b""

    @cached_property
    def line_starts(self) -> list[int]:
        """The offset at which each line begins; line 1 is item 0."""
        return [0, *(newline.end() for newline in _NEWLINE.finditer(self.text))]

    @cached_property
    def lines(self) -> list[Span]:
        """The span of each line without its newline; a final newline begins no further line."""
        spans, start = [], 0
        for newline in _NEWLINE.finditer(self.text):
            spans.append(Span(start, newline.start()))
            start = newline.end()
        if start < len(self.text):
            spans.append(Span(start, len(self.text)))
        return spans

    def position(self, offset: int) -> Position:
        """Line and column, from 1, of an offset from 0."""
        line = bisect_right(self.line_starts, offset)
        return Position(line, offset - self.line_starts[line - 1] + 1)

    def line_of(self, offset: int) -> int:
        """The line, from 1, of an offset from 0."""
        return bisect_right(self.line_starts, offset)


def decode(data: bytes, path: str) -> Source:
    """Decode UTF-8 (with or without byte order mark), UTF-16 with one, or GB18030.

    Raises UnreadableError for an empty file, a binary one, an unknown encoding, or one far too long to be a report.
    """
    if not data.strip():
        raise UnreadableError("文件是空的。请确认草稿已经保存。")
    for signature, kind in _SIGNATURES:
        if data.startswith(signature):
            raise UnreadableError(f"这是{kind}，不是纯文本。请在原软件里另存为“纯文本（UTF-8）”后再检查。")
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
    if len(text) > MAX_CHARACTERS:
        raise UnreadableError(
            f"有 {len(text):,} 字，超过 {MAX_CHARACTERS:,} 字的上限；年度报告通常不过几万字，请确认没有选错文件。"
        )
    return Source(path, text, encoding, bom)
