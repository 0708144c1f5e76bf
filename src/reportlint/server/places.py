"""Places as the protocol counts them: lines from 0, columns in the code units that were agreed on.

A line ends with a carriage return, a line feed, or both, and with nothing else, as in `reportlint.document.source`. pygls' own
documents end one at U+000B, U+000C, U+0085 and U+2028, too, and are not asked.
"""

from __future__ import annotations

from bisect import bisect_right

from lsprotocol.types import Position, PositionEncodingKind, Range

from reportlint.document.source import Source, Span

_CODECS = {
    PositionEncodingKind.Utf8: ("utf-8", 1),
    PositionEncodingKind.Utf16: ("utf-16-le", 2),
    PositionEncodingKind.Utf32: ("utf-32-le", 4),
}
"""Encoding to Python's name of it, and the bytes of a unit."""
_MARK = "\ufeff"


class Places:
    """The places of a text. What is asked about are offsets in code points, of the text without a byte order mark."""

    def __init__(self, text: str, encoding: str = PositionEncodingKind.Utf16) -> None:
        self._text = text
        self._starts = Source("", text).line_starts
        self._codec, self._unit = _CODECS[PositionEncodingKind(encoding)]
        self._mark = len(_MARK) if text.startswith(_MARK) else 0

    def position(self, offset: int) -> Position:
        """Where an offset is."""
        offset += self._mark
        line = bisect_right(self._starts, offset) - 1
        before = self._text[self._starts[line] : offset]
        return Position(line, len(before.encode(self._codec)) // self._unit)

    def range(self, span: Span) -> Range:
        """Where a span is."""
        return Range(self.position(span.start), self.position(span.end))

    def offset(self, position: Position) -> int:
        """The offset of a place; of one behind the end of its line, or of the text, that end."""
        if position.line >= len(self._starts):
            return len(self._text) - self._mark
        start = self._starts[position.line]
        end = self._starts[position.line + 1] if position.line + 1 < len(self._starts) else len(self._text)
        line = self._text[start:end].rstrip("\r\n")
        before = line.encode(self._codec)[: position.character * self._unit].decode(self._codec, "ignore")
        return max(0, start + len(before) - self._mark)

    def span(self, place: Range) -> Span:
        """The span of a range."""
        return Span(self.offset(place.start), self.offset(place.end))
