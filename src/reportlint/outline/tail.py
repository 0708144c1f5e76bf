"""Where the report ends: enclosures, signature, notes, copies and the credits of a page stand behind it."""

from __future__ import annotations

from collections.abc import Sequence

from reportlint.document.source import Span
from reportlint.kept import patterns
from reportlint.language.numbers.list_markers import LIST_START
from reportlint.language.phrases import load_phrases
from reportlint.language.sentences import STOPS
from reportlint.lines import furniture
from reportlint.lines.headings import read_heading

_RULES = load_phrases(__file__, "tail")
_ENCLOSURES, _ENCLOSURE_ALONE, _ENCLOSURE_NAMED, _COPIES, _IMPRINT = (
    _RULES[name].pattern for name in ("enclosures", "enclosure-alone", "enclosure-named", "copies", "imprint")
)
_NOTE = patterns.compile(r"(?:[\u4e00-\u9fff]{2,6}[：:]\s*)?[（(][^（）()]*(?:[（(][^（）()]*[）)][^（）()]*)*[）)]")
_SENTENCE_END = patterns.compile(f"[{STOPS}、…]$")
_TELLS = patterns.compile(r"(?=[^：:]*[，；])(?=.*\d)[^：:]{16,}")
"""A line that tells something, with a figure: 此外，6月底前评查案卷320本."""
_LONGEST = 300
"""Characters of a line behind the report."""
_REACH = 10
"""Lines of a list of enclosures."""
_LABEL = 30
"""Characters of a line without a stop that may be a button or a name."""


def find_end(text: str, paragraphs: Sequence[Span]) -> int:
    """The index after the last paragraph of the body."""
    lines = [text[span.start : span.end] for span in paragraphs]
    whole = _before_enclosed(lines)
    for index in range(whole, 0, -1):
        if _stands_behind(lines, index - 1):
            continue
        line = lines[index - 1]
        heading = read_heading(text, paragraphs[index - 1])
        above = read_heading(text, paragraphs[index - 2]) if index > 1 else None
        after_heading = above is not None and not above.run_in
        closed = _SENTENCE_END.search(line) or "。" in line or _TELLS.fullmatch(line)
        short = len(line) < _LABEL and not closed
        if not short or heading or LIST_START.match(line) or after_heading:
            return index
    return 0


def _stands_behind(lines: Sequence[str], index: int) -> bool:
    """Is the line of a kind that stands behind a report: signature, note, copies, enclosures, credits?"""
    line = lines[index]
    if furniture.is_signature(line) or furniture.looks_like_furniture(line):
        return True
    note = _NOTE.fullmatch(line) and not LIST_START.match(line)
    if len(line) <= _LONGEST and (note or _COPIES.search(line)):
        return True
    above = lines[max(0, index - _REACH) : index + 1]
    begins = [number for number, words in enumerate(above) if _ENCLOSURES.match(words)]
    return bool(begins) and not any("。" in words for words in above[begins[-1] :])


def _before_enclosed(lines: Sequence[str]) -> int:
    """How many lines stand before an enclosure itself, which begins with 附件1 behind the signature or the list of enclosures,
    or late in the text; and before the imprint (抄送：…), which is the last thing of a document and goes on without labels.
    """
    told = False
    for index, line in enumerate(lines):
        late = 2 * index > len(lines)
        if late and (_IMPRINT.match(line) or _ENCLOSURE_ALONE.fullmatch(line)):
            return index
        if told and (_ENCLOSURE_ALONE.fullmatch(line) or _ENCLOSURE_NAMED.fullmatch(line)):
            return index
        told |= furniture.is_signature(line) or bool(_ENCLOSURES.match(line))
    return len(lines)
