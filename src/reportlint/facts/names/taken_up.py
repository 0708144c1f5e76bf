"""Names taken up by 该, 上述 under another last word: 编制……清单，……，该目录列明……."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from reportlint.document.source import Span
from reportlint.facts.names.alike_names import ENDS
from reportlint.facts.names.quoted import Name
from reportlint.facts.names.variants import Mention, Variants, names
from reportlint.facts.prose.masks import untitled
from reportlint.facts.prose.written import written
from reportlint.language.phrases import load_phrases
from reportlint.report import Report

_POINTED_AT = load_phrases(__file__, "variants")["pointed-at"].pattern
_REACH = 120
"""Characters from a name to where it is taken up."""


def taken_up(report: Report) -> Iterator[Variants]:
    """Names, each with what takes it up: a last word that stands for the name's own, and before which nothing else has it."""
    text = untitled(report)
    if "该" not in text and "述" not in text and "这" not in text:
        return
    found = names(report)
    for line in written(report):
        for match in _POINTED_AT.finditer(text, *line):
            start = max(line.start, match.start() - _REACH)
            before = [mention for mention in found if start <= mention.span.start and mention.span.end <= match.start()]
            if match["head"] not in text[start : match.start()] and (name := _meant(match["head"], before)):
                words = text[name.start : name.end]
                yield Variants(Name(words, (name,)), Name(match.group(), (Span(*match.span()),)))


def _meant(head: str, before: Sequence[Mention]) -> Span | None:
    """The last name before with another last word of the same series."""
    series = [heads for heads, _, _ in ENDS if head in heads]
    return next((each.span for each in reversed(before) if any(each.head in heads for heads in series)), None)
