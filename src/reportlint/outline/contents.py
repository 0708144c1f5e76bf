"""A table of contents: lines before the report that stand again in it as its headings."""

from __future__ import annotations

import re
from collections.abc import Sequence

from reportlint.document.source import Span
from reportlint.kept import patterns
from reportlint.language.phrases import load_phrases
from reportlint.lines.headings import read_heading

_LABEL = load_phrases(__file__, "contents")["label"].pattern
_LEADER = patterns.compile(r"[\s.．…·﹒•\-—_]*(?<=[\s.．…·﹒•\-—_])(?:第\s*)?[（(]?\d{1,3}[）)]?\s*页?$|[.．…·﹒]{3,}$")
_ENDS_ENTRY = patterns.compile(r"[.．…·﹒•\d）)\s页]")
_LEADS = 200
"""Characters of dots and blanks before the number of a page."""
_LONGEST = 120
"""Characters of an entry."""
_CUT = 12
"""Characters by which an entry is known that its page number cut off."""
_FEWEST = 3
"""Entries in a row that make a table without a label."""


def find_contents(text: str, paragraphs: Sequence[Span]) -> list[Span]:
    """The lines of the table of contents, its label (目录) among them; none where there is no table.

    Under a label each line counts that comes again or leads to a page, and each heading up to the first one's return;
    without one, three headings in a row that all come again.
    """
    keys = [_key(text, span) for span in paragraphs]
    last = {key[:size]: index for index, key in enumerate(keys) if key for size in {_CUT, len(key)}}
    label = next((i for i, key in enumerate(keys) if _LABEL.fullmatch(key)), None)
    for start in range(len(paragraphs)) if label is None else [label + 1]:
        end = start if label is None else _returning(text, paragraphs, keys, start)
        while end < len(paragraphs):
            size = _entry(text, paragraphs, keys, last, end, label is not None)
            if not size:
                break
            end += size
        if end - start >= (1 if label is not None else _FEWEST):
            return [*paragraphs[start if label is None else label : end]]
    return []


def _returning(text: str, paragraphs: Sequence[Span], keys: Sequence[str], start: int) -> int:
    """Where the headings from here on end, of which the first stands again right behind them or later; the start where none does."""
    end = start
    while end < len(paragraphs) and (heading := read_heading(text, paragraphs[end])) and not heading.run_in:
        if end > start and keys[end] == keys[start]:
            return end
        end += 1
    return end if start < end and keys[start] in keys[end:] else start


def _entry(
    text: str, paragraphs: Sequence[Span], keys: Sequence[str], last: dict[str, int], at: int, labelled: bool
) -> int:
    """How many lines the entry takes that begins with this one: two where it is broken; 0 for no entry."""
    if not keys[at]:
        return 0
    broken = at + 1 < len(keys) and last.get(keys[at] + keys[at + 1], 0) > at
    if last[keys[at]] > at or broken:
        taken = 1 if last[keys[at]] > at else 2
        return taken if labelled or read_heading(text, paragraphs[at]) else 0
    if not labelled:
        return 0
    if last.get(keys[at].rstrip("0123456789"), 0) > at:  # the number of the page follows at once
        return 1
    cut_off = len(keys[at]) > _CUT and last.get(keys[at][:_CUT], 0) > at and keys[at][-1].isdigit()
    return int(cut_off or bool(_leader(text, paragraphs[at])))


def _leader(text: str, span: Span) -> re.Match[str] | None:
    """The dots or blanks at the end of an entry, and the number of its page."""
    if not _ENDS_ENTRY.match(text, span.end - 1):
        return None  # most lines
    return _LEADER.search(text, max(span.start, span.end - _LEADS), span.end)


def _key(text: str, span: Span) -> str:
    """A heading, or a short line, as it is compared: without blanks, leader and number of the page; "" for prose."""
    leader = _leader(text, span)
    words = Span(span.start, leader.start() if leader else span.end)
    heading = read_heading(text, words)
    if heading is None and span.end - span.start > _LONGEST:
        return ""
    words = heading.span if heading else words
    return "".join(text[words.start : words.end].split()).rstrip("。；")[:_LONGEST]
