"""Prose to sentences and clauses."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reportlint.document.source import Span
from reportlint.kept import patterns

_DOT = r"(?<=\d[\u4e00-\u9fff])\.(?=[\u4e00-\u9fff])"  # 36件.回访: a stop of half width
_HELD = (  # 设问“合格吗？”，回复; 《合同怎么签？》推出12期: what asks or calls within marks, where the sentence goes on behind them
    r"《[^《》。\n\r]{0,60}》|“[^“”。\n\r]{0,60}[！？!?]”(?=[，、；,;])|(?<=[\u4e00-\u9fff])“[^“”。\n\r]{0,60}[！？!?]”(?=[\u4e00-\u9fff])"
)
_SENTENCE = patterns.compile(
    rf"(?:[^。！？!?\n\r.《“]+|{_HELD}|[《“]|(?!{_DOT})\.)*(?:[。！？!?]+[”’」』）)]*|{_DOT}|$|[\n\r]+)"
)
STOPS = "，,；;。！？!?：:"
"""The marks that end a clause or a sentence."""
_OPEN, _CLOSE = "“‘《〈（(「『【[", "”’》〉）)」』】]"
_MARKS = patterns.compile(rf"[{re.escape(_OPEN + _CLOSE)}]")
_STOPS = patterns.compile(rf"[{STOPS}]|{_MARKS.pattern}")
_CLAUSES = patterns.compile(f"[^{STOPS}]+")


def split_sentences(text: str, span: Span) -> Iterator[Span]:
    """The sentences of a stretch of prose, closing mark included, white space around them not."""
    for match in _SENTENCE.finditer(text, span.start, span.end):
        piece = match.group()
        if stripped := piece.strip():
            start = match.start() + len(piece) - len(piece.lstrip())
            yield Span(start, start + len(stripped))


def split_clauses(text: str, span: Span) -> Iterator[Span]:
    """The clauses of a sentence, between ， ； ： and its end, marks left out; what quotes and brackets hold stays whole."""
    if not _MARKS.search(text, *span):
        for match in _CLAUSES.finditer(text, *span):
            if not match[0].isspace():
                yield Span(*match.span())
        return
    start, depth = span.start, 0
    for match in _STOPS.finditer(text, *span):
        char = match.group()
        if char in _OPEN:
            depth += 1
        elif char in _CLOSE:
            depth = max(0, depth - 1)
        elif depth == 0:
            if text[start : match.start()].strip():
                yield Span(start, match.start())
            start = match.end()
    if text[start : span.end].strip():
        yield Span(start, span.end)


_REACH = 60
"""Characters looked at on each side: a text without marks is no reason to read it all for each word."""
_CLAUSE_END = patterns.compile(r"[，,；;。！？!?\r\n]")


def clause_around(text: str, span: Span) -> Span:
    """From the mark before a place to the mark behind it, marks left out; at most 60 characters on each side."""
    first = max(0, span.start - _REACH)
    marks = [match.end() for match in _CLAUSE_END.finditer(text, first, span.start)]
    following = _CLAUSE_END.search(text, span.end, span.end + _REACH)
    end = following.start() if following else min(len(text), span.end + _REACH)
    return Span(marks[-1] if marks else first, end)
