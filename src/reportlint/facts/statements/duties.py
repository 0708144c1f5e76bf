"""Which of the duties of a head, as the kind of report states them, show a trace."""

from __future__ import annotations

from reportlint.facts.statements.heads import head_sentences
from reportlint.language.phrases import load_phrases
from reportlint.report import Report, fact

_CITED = load_phrases(__file__, "duties")["cited"].pattern


@fact
def duties_shown(report: Report) -> dict[str, bool]:
    """Duty, as messages name it, to whether a sentence told of the head shows a trace of it. To cite the rule (重要工作亲自部署) is none."""
    told = _CITED.sub("", "\n".join(report.words(sentence.span) for sentence in head_sentences(report)))
    return {duty: rule.pattern.search(told) is not None for duty, rule in report.kind.duties.items()}
