"""Line ends of a text that editors do not count as such, but that its writer set: a copy from Word or from a page has them."""

from __future__ import annotations

from reportlint.document.source import Markup, Source
from reportlint.kept import patterns

_END = patterns.compile("[\x0b\x85\u2028\u2029]")


def with_line_ends(source: Source) -> Source:
    """The source with each such mark as a newline; places stay those of the file. Itself where there is none."""
    if not _END.search(source.text):
        return source
    return source._replace(text=_END.sub("\n", source.text), markup=Markup(source.text, range(len(source.text))))
