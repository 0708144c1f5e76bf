"""Short lines that stand alone above what they are about, as a heading without a number does: 预案不落灰, 数据不出域，模型进得来.

They are told by how they stand: no stop at the end, no figure of their own, closed prose or a heading above, and below them a
paragraph of whole sentences with figures.
"""

from __future__ import annotations

from reportlint.document.source import Span
from reportlint.facts.prose.broken_lines import wants_more
from reportlint.kept import patterns
from reportlint.language.numbers.list_markers import LIST_START
from reportlint.lines.headings import read_heading
from reportlint.report import Report

_LONGEST = 20
"""Characters of such a line."""
_PLAIN = patterns.compile("(?![^，]*的$)[一-鿿“”‘’、·]+")
_IN_STEP = patterns.compile("(?P<one>[一-鿿“”‘’]{2,9})，(?P<other>[一-鿿“”‘’]{2,9})")
"""Two halves; they are as long as each other, but where one comes after the other: 先体检，再盖章."""
_IN_TURN = patterns.compile("[^，]{0,6}先[^，]{1,8}，[再后才][^，]{1,8}")
_CLOSED = patterns.compile("[。！？…][”’）)》]*$")
_DATUM = patterns.compile(r"\d[\d.,]*[余多万亿]*(?:[一-鿿](?<![年月日号])|[%％‰])")
_LEAST = 20
"""Characters of the paragraph below."""


def is_topic_line(report: Report, line: Span) -> bool:
    """Is a paragraph but the name of what the next one tells?"""
    text = report.text
    if line.end - line.start > _LONGEST:
        return False
    halves = _IN_STEP.fullmatch(text, *line)
    in_step = halves is not None and abs(len(halves["one"]) - len(halves["other"])) <= 1
    in_step = in_step or _IN_TURN.fullmatch(text, *line) is not None
    if not (in_step or _PLAIN.fullmatch(text, *line)) or LIST_START.match(text, *line) or wants_more(text, line):
        return False
    above, below = _above(report, line), _below(report, line)
    heads = len(below) >= _LEAST and _CLOSED.search(below) and _DATUM.search(below)
    return bool(heads) and bool(_CLOSED.search(above) or _is_heading(above))


def _is_heading(line: str) -> bool:
    heading = read_heading(line, Span(0, len(line)))
    return heading is not None and not heading.run_in


def _above(report: Report, line: Span) -> str:
    """The words of the line above; "" where other words stand before it in its own."""
    own, at = report.source.line_at(line.start), line.start - 1
    while at > 0 and report.text[at].isspace():
        at -= 1
    return report.words(report.source.line_at(at)).strip() if 0 <= at < own.start else ""


def _below(report: Report, line: Span) -> str:
    """The words of the line below; "" where other words stand behind it in its own."""
    own, at = report.source.line_at(line.start), line.end
    while at < len(report.text) and report.text[at].isspace():
        at += 1
    return report.words(report.source.line_at(at)).strip() if own.end <= at < len(report.text) else ""
