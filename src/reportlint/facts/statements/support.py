"""Which data support a claim."""

from __future__ import annotations

from reportlint.document.source import Span
from reportlint.facts.figures.data import data_in
from reportlint.facts.prose.sentences import Sentence
from reportlint.facts.statements.claims import Claim
from reportlint.language.list_markers import LIST_START
from reportlint.language.sentences import split_sentences
from reportlint.report import Report


def supports(report: Report, sentence: Sentence, claim: Claim) -> bool:
    """Is there a datum for the claim: in its sentence, or, where that is a topic sentence, in what follows?

    The first sentence of a passage is the topic of all of it; one of a single clause may go on in the next.

    A rate needs a rate: that 12 courses were held says nothing of the rate of satisfaction.
    """
    reach = sentence.span
    if sentence.span.start == sentence.passage.span.start:
        reach = sentence.passage.span
    elif following := _told_on(report, sentence, claim):
        reach = Span(sentence.span.start, following.end)
    return any(not claim.needs_rate or datum.kind != "count" or datum.unit == "分" for datum in data_in(report, reach))


def _told_on(report: Report, sentence: Sentence, claim: Claim) -> Span | None:
    """The next sentence, where that goes on with a claim of a single clause; None where it tells another matter.

    三是能力不断增强。全年培训12期: an item of a list goes on. 营商环境持续优化。新设经营主体512户，增长8.2%: so does a comparison,
    and a sentence that names the claim's subject again.
    """
    if set("，,；;") & set(report.words(sentence.span)):
        return None
    following = next(split_sentences(report.text, Span(sentence.span.end, sentence.passage.span.end)), None)
    if following is None:
        return None
    subject, told = report.text[sentence.span.start : claim.span.start], report.words(following)
    again = any(subject[i : i + 2] in told for i in range(len(subject) - 1))
    compared = any(datum.kind != "count" for datum in data_in(report, following))
    return following if again or compared or LIST_START.match(report.words(sentence.span)) else None
