"""Numbers of documents without the sign of the office that gave them out: （工作通知〔2023〕38号）."""

from __future__ import annotations

from reportlint.document.source import Span
from reportlint.facts.prose.written import written
from reportlint.language.phrases import load_phrases
from reportlint.report import Report, fact

_UNSIGNED = load_phrases(__file__, "document_numbers")["unsigned"].pattern


@fact
def unsigned_numbers(report: Report) -> tuple[Span, ...]:
    """The numbers that tell of no office, in order of the text."""
    return tuple(Span(*match.span()) for line in written(report) for match in _UNSIGNED.finditer(report.text, *line))
