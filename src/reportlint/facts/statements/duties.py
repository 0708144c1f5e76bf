"""Which of the duties of a head, as the kind of report states them, show a trace."""

from __future__ import annotations

from reportlint.facts.statements.heads import head_sentences
from reportlint.report import Report, fact


@fact
def duties_shown(report: Report) -> dict[str, bool]:
    """Duty, as messages name it, to whether a sentence told of the head shows a trace of it."""
    told = "\n".join(report.words(sentence.span) for sentence in head_sentences(report))
    return {duty: rule.pattern.search(told) is not None for duty, rule in report.kind.duties.items()}
