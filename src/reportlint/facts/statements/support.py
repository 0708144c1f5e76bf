"""Which data support a claim."""

from __future__ import annotations

from itertools import takewhile

from reportlint.document.source import Span
from reportlint.facts.figures.data import data_in
from reportlint.facts.prose.sentences import Sentence, clauses, next_in_passage, sentences
from reportlint.facts.prose.topic_lines import is_topic_line
from reportlint.facts.prose.unchanged import fact_of_passages
from reportlint.facts.statements.claims import Claim, claims_in
from reportlint.facts.statements.measured import (
    LEAP,
    compares,
    concludes_from_a_deed,
    fits,
    is_change,
    measured,
    names_again,
    tells_behind,
    told_before,
    told_in_words,
    told_of_a_lot,
)
from reportlint.facts.statements.wholes import wholes
from reportlint.facts.tables.told_again import stands_beside
from reportlint.facts.tables.totals import figure_tables
from reportlint.kept import patterns
from reportlint.language.numbers.list_markers import LIST_START
from reportlint.language.sentences import clause_around, split_sentences
from reportlint.language.words.nouns import is_noun
from reportlint.language.words.word_boundaries import cut
from reportlint.outline.passages import Passage
from reportlint.report import Report

_TOPICS = frozenset(["means", "formula"])
"""Kinds that may name what an item tells: 三是深化改革，持续优化营商环境。办理…"""
_OF_ITS_OWN = frozenset(["universal", "emergence", "praise", "benefit"])
"""Kinds that ask how many of just this there were, for whom, or who said so: other figures of the passage do not say it."""
_IMAGES = frozenset(["flourishes", "effect-is-plain", "became-so", "got-settled", "grown", "formula-forms-a-whole"])
"""Rules of images and of what has come true: no comparison of another matter tells them."""
_WHOSE = patterns.compile("各(?:乡镇|镇街|镇村|部门|单位|街道|社区|级)|[全我本各][省市州县区乡镇局]")
"""Whose it is, which the next sentence may say of anything else: 全省水政人员全部到位。全省水利系统查处…"""
_OF_ALL = patterns.compile(f"法治|依法|行政|政府|{_WHOSE.pattern}|工作")
"""What anything in such a report is of: it names nothing."""
_SEE = patterns.compile(r"[见如][上下附]?表|[上下附]表")
"""How a sentence names a table."""
_ALL_THAT = patterns.compile(r"应(?P<act>[一-鿿]{1,2})尽(?P=act)")
"""应保尽保: all that was to be done, and was."""
_TITLES = patterns.compile("《[^《》]*》")
_LABEL = 2
"""Clauses of a sentence that but names what follows, at most: a longer one tells acts of its own."""

_LABEL_LENGTH = 40
"""Characters of a line that names what the next lines tell."""
_BULLETS = frozenset("■□●○◆◇▲★☆▶•·")
_TOPIC = 3
"""Clauses of a topic sentence, at most: a longer one tells what was done itself."""


@fact_of_passages
def unsupported(report: Report) -> dict[Span, tuple[Claim, ...]]:
    """Sentence to its claims for which there is no datum."""
    return {
        sentence.span: tuple(claim for claim in claims_in(report, sentence) if not supports(report, sentence, claim))
        for sentence in sentences(report)
        if claims_in(report, sentence) and not is_topic_line(report, sentence.passage.span)
    }


def supports(report: Report, sentence: Sentence, claim: Claim) -> bool:
    """Is there a datum for the claim: in its sentence, or, where that is a topic sentence, in what follows?

    The first sentence of a passage is the topic of all of it, that of a list item of the item; one of a single clause may
    go on in the next. A formula that but names them asks for no datum.

    A table of the section may tell it as well. A rate needs a rate: that 12 courses were held says nothing of the rate of satisfaction.
    """
    if told_in_words(report, sentence.span, claim) or _of_a_lot_before(report, sentence, claim):
        return True
    before = told_before(report, sentence.span, claim)
    if before or concludes_from_a_deed(report, sentence, claim):
        return measured(report, sentence, claim, before) or _in_table(report, sentence, claim)
    if _heads_a_tale(report, sentence, claim):
        return True
    own = claim.kind in _OF_ITS_OWN or len(clauses(report)[sentence.span]) > _TOPIC
    told = sentence.span if own else told_under(report, sentence)
    if claim.kind in _TOPICS and told.end > sentence.span.end and len(clauses(report)[sentence.span]) <= _LABEL:
        return True
    if _in_table(report, sentence, claim):
        return True
    heads = told != sentence.span
    if not heads and (following := _told_on(report, sentence, claim)):
        told = Span(sentence.span.start, following.end)
    data = data_in(report, told)
    return any(fits(report, claim, datum) and (heads or tells_behind(report, claim, datum)) for datum in data)


def _of_a_lot_before(report: Report, sentence: Sentence, claim: Claim) -> bool:
    earlier = Span(sentence.passage.span.start, sentence.span.start)
    *_, before = (None, *split_sentences(report.text, earlier))
    return before is not None and told_of_a_lot(report, before, sentence, claim)


def _heads_a_tale(report: Report, sentence: Sentence, claim: Claim) -> bool:
    """应退尽退有账可查。…退出低保36户: does it head an item, or a passage, whose figures tell the act of which all was done?"""
    acts = {match["act"][-1] for match in _ALL_THAT.finditer(report.words(claim.clause))}
    below = Span(sentence.span.end, told_under(report, sentence).end)
    if not acts or below.end <= below.start or len(clauses(report)[sentence.span]) > _LABEL:
        return False
    told = "".join(report.words(clause_around(report.text, datum.span)) for datum in data_in(report, below))
    return all(act in told for act in acts)


def _in_table(report: Report, sentence: Sentence, claim: Claim) -> bool:
    """Does a table of the section hold data for the claim: one that the sentence names, or one that names what it speaks of?"""
    said = report.text[sentence.span.start : claim.span.end]
    for figures in figure_tables(report):
        names = [name for name in (*figures.heads, *figures.labels) if len(name) > 1]
        meant = _SEE.search(report.words(sentence.span)) or any(name in said for name in names)
        rates = not claim.needs_rate or any("率" in head or "%" in head for head in figures.heads)
        if meant and rates and stands_beside(report, figures, sentence):
            return True
    return False


def told_under(report: Report, sentence: Sentence) -> Span:
    """The sentence with all that it is the topic of: its passage, its item of a list, or nothing but itself."""
    passage = sentence.passage.span
    if sentence.span.start == passage.start:
        return _named_by(report, sentence.passage) if _is_label(report, sentence.passage) else passage
    if not LIST_START.match(report.words(sentence.span)):
        return sentence.span
    following = split_sentences(report.text, Span(sentence.span.end, passage.end))
    next_item = next((span.start for span in following if LIST_START.match(report.words(span))), passage.end)
    return Span(sentence.span.start, next_item)


def _is_label(report: Report, passage: Passage) -> bool:
    """Is it a line like a heading: an item of a list (一是…) without a stop, which names what the next lines tell?"""
    words = report.words(passage.span).rstrip()
    unstopped = len(words) <= _LABEL_LENGTH and (words[-1:].isalpha() or words.endswith("”"))
    return unstopped and (words[:1] in _BULLETS or LIST_START.match(words) is not None)


def _named_by(report: Report, label: Passage) -> Span:
    """The label with the passages that it names: those up to the next label, or to the next chapter."""
    here = [passage for passage in report.outline.passages if passage.span.start > label.span.start]
    named = takewhile(lambda p: p.section.top is label.section.top and not _is_label(report, p), here)
    return Span(label.span.start, max((passage.span.end for passage in named), default=label.span.end))


def _told_on(report: Report, sentence: Sentence, claim: Claim) -> Span | None:
    """The next sentence, where that goes on with a claim of a single clause; None where it tells another matter.

    营商环境持续优化。新设经营主体512户，增长8.2%: a comparison goes on, and a sentence that names the claim's subject again.
    …把矛盾化解在基层。排查矛盾纠纷126起: how many there were is told behind a sentence of any length.
    """
    following = next_in_passage(report, sentence)
    if following is None:
        return None
    if claim.kind == "emergence" and _names_again(report.words(claim.clause), report.words(following), 2):
        return following
    if set("，,；;") & set(report.words(sentence.span)):
        return None
    subject, told = report.text[sentence.span.start : claim.span.start], report.words(following)
    if "《" not in subject:
        told = _TITLES.sub("，", told)  # what a law is called is not told again
    if claim.kind == "outcome" or claim.rule in _IMAGES:
        named = "，".join([subject, *(word for word in cut(report.words(claim.span)) if is_noun(word))])
        just = _OF_ALL.sub("，", named)
        data = data_in(report, following)
        told_again = (names_again(report, datum, named if is_change(report, datum) else just) for datum in data)
        return following if any(told_again) else None
    own = claim.kind in _OF_ITS_OWN
    again = _names_again(
        (_WHOSE if own else _OF_ALL).sub("，", subject), told, 3 if own else 2
    )  # characters side by side
    if again and claim.rule != LEAP:
        return following
    if own or not any(compares(report, claim, datum) for datum in data_in(report, following)):
        return None
    gone = any(whole.gone and whole.span == claim.clause for whole in wholes(report))  # nothing is left to be compared
    return None if gone else following


def _names_again(words: str, told: str, shared: int) -> bool:
    """Has what is told so many characters of these words side by side?"""
    return any(words[i : i + shared] in told for i in range(len(words) - shared + 1))
