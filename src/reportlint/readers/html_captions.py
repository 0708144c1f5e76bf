"""What a web page says that it is called, beside its text."""

from __future__ import annotations

from collections.abc import Iterator

from selectolax.lexbor import LexborHTMLParser

_NAMES = ("articletitle", "og:title")
"""Of <meta>: as the rules on the pages of governments have it, and as other sites have it."""


def captions(page: LexborHTMLParser) -> Iterator[str]:
    """Its titles in <meta>, then that in <title>."""
    for node in page.css("meta"):
        said = node.attributes
        if (said.get("name") or said.get("property") or "").lower() in _NAMES:
            yield said.get("content") or ""
    yield from (node.text() for node in page.css("head > title"))
