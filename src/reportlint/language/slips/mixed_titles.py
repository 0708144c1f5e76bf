"""A title within a title whose two marks are of two kinds: 《关于落实〈信访办法》的通知》."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from reportlint.document.source import Span
from reportlint.kept import patterns

_PLAIN = r"[^《》〈〉<>＜＞﹤﹥\n]"
_MIXED = patterns.compile(
    rf"《{_PLAIN}{{0,100}}(?:〈(?P<begun>{_PLAIN}{{2,100}})[》>＞﹥]|[《<＜﹤](?P<closed>{_PLAIN}{{2,100}})〉){_PLAIN}{{0,100}}》"
)


class MixedTitle(NamedTuple):
    """The outer title, the inner with its marks, and the inner one's words."""

    outer: Span
    inner: Span
    name: str


def find_mixed_titles(text: str, line: Span) -> Iterator[MixedTitle]:
    """The titles of a line within which another has a mark of each kind."""
    for match in _MIXED.finditer(text, *line):
        start, end = match.span("begun" if match["begun"] else "closed")
        yield MixedTitle(Span(*match.span()), Span(start - 1, end + 1), text[start:end])
