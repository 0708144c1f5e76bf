"""Names taken up under another last word, by 该, 上述, or as the body just set up: 编制……清单，……，该目录列明……; 成立……指挥部，……，领导小组下设办公室."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from reportlint.document.source import Span
from reportlint.facts.names.pairs.alike_names import LAST_WORDS
from reportlint.facts.names.pairs.quoted import Name
from reportlint.facts.names.pairs.surroundings import SET_UP
from reportlint.facts.names.pairs.variants import NameUse, Variants, names
from reportlint.facts.prose.masks import untitled
from reportlint.facts.prose.written import written
from reportlint.language.phrases import load_phrases
from reportlint.report import Report

_PHRASES = load_phrases(__file__, "taken_up")
_POINTED_AT, _BARE = _PHRASES["pointed-at"].pattern, _PHRASES["bare-body"].pattern
_REACH = 120
"""Characters from a name to where it is taken up."""
_LEAD = 8
"""Characters before a name in which it is set up: 县里成立……."""


def taken_up(report: Report) -> Iterator[Variants]:
    """Names, each with what takes it up: a last word that stands for the name's own, and before which nothing else has it."""
    text = untitled(report)
    pointing = "该" in text or "述" in text or "这" in text
    for line in written(report):
        for match in _POINTED_AT.finditer(text, *line) if pointing else ():
            start = max(line.start, match.start() - _REACH)
            if match["head"] not in text[start : match.start()]:
                yield from _variants(report, match, start, "")
        for match in _BARE.finditer(text, *line):
            start = max(line.start, match.start() - _REACH, text.rfind("。", line.start, match.start()) + 1)
            if match["head"] not in text[: match.start()]:
                yield from _variants(report, match, start, text)


def _variants(report: Report, match: re.Match[str], start: int, text: str) -> Iterator[Variants]:
    """The name that is taken up, if there is one from a place on. text: where it must be told to be set up, or ""."""
    before = [each for each in names(report) if start <= each.span.start and each.span.end <= match.start()]
    name = _meant(match["head"], before)
    set_up = SET_UP.search(text, max(start, name.start - _LEAD), name.end) if name and text else None
    if name and (set_up or not text):
        name = Span(max(name.start, set_up.end()), name.end) if set_up else name
        yield Variants(Name(report.words(name), (name,)), Name(match.group(), (Span(*match.span()),)))


def _meant(head: str, before: Sequence[NameUse]) -> Span | None:
    """The last name before with another last word of the same series."""
    series = [heads for heads, _, _ in LAST_WORDS if head in heads]
    return next((each.span for each in reversed(before) if any(each.head in heads for heads in series)), None)
