"""The title of a report whose text has none: what its file says of itself."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from reportlint.kept import patterns
from reportlint.language.numbers.years import years_in

_APART = patterns.compile(r"\s*[_|｜]\s*|\s*[-–—·]+\s*|\s+")
"""Between a title and the name of a column or of the site."""
_ENDS = patterns.compile(r"(?:报告|总结|汇报)(?:[（(][^（）()]{1,12}[）)])?$")
_LONGEST = 200
"""Characters of a caption."""


def title_beside(captions: Iterable[str], lines: Iterable[str]) -> str | None:
    """The title of a report on a year that a caption says and none of the lines has; None where there is none."""
    said = next((piece for caption in captions for piece in _titles(caption)), None)
    shown = "".join("".join(line.split()) for line in lines)
    return said if said and said not in shown else None


def _titles(caption: str) -> Iterator[str]:
    """The pieces of a caption that read as the title of a report on a year."""
    for words in _APART.split(caption.strip()) if len(caption) <= _LONGEST else ():
        if _ENDS.search(words) and years_in(words):
            yield words
