"""Who acts: the head of a government or department as the subject of a sentence, and acts one could check."""

from __future__ import annotations

from collections.abc import Iterator

from reportlint.document.source import Span
from reportlint.facts.figures.data import data_in
from reportlint.facts.figures.dates import dates_in
from reportlint.facts.prose.sentences import Sentence, sentences
from reportlint.facts.prose.unchanged import fact_of_passages
from reportlint.kept import patterns
from reportlint.language.phrases import load_phrases
from reportlint.language.words.word_boundaries import stands
from reportlint.report import Report, fact

_RULES = load_phrases(__file__, "heads")
_HEAD, _DEPUTY, _ACT = (_RULES[name].pattern for name in ("head", "deputy", "act"))
_PLAIN = ("出庭应诉", "旁听庭审")
_AFTER_MARK = patterns.compile(r"[^，,；;。：:]*$")
_GOES_ON = 400
"""Characters back within the paragraph in which the head is named of whom a sentence without a subject goes on to tell."""
_TITLE = patterns.compile(r"《[^》]{4,}》")


def find_heads(text: str, span: Span) -> Iterator[Span]:
    """Where a head is named in a stretch of the text."""
    for match in _HEAD.finditer(text, span.start, span.end):
        before = text[max(span.start, match.start() - 6) : match.start()]
        if not _DEPUTY.search(before) and stands(text, match.start(), match.end()):
            yield Span(match.start(), match.end())


def is_of_head(text: str, span: Span) -> bool:
    """Is a head named in this stretch, or something told that is done in person (主持, 批示, 出庭)?"""
    return any(find_heads(text, span)) or _RULES["personal"].pattern.search(text, *span) is not None


def may_act(text: str, span: Span) -> bool:
    """Is something told that a head may do, whoever did it: 研究议题12个, 与院长会谈? A sentence that goes on to tell of a head names none."""
    return any(_RULES[name].pattern.search(text, *span) for name in ("act", "also-acts"))


def names_others(text: str, span: Span) -> bool:
    """Are all the heads that are named there those of other bodies: 组织5个单位主要负责人述法?"""
    return _HEAD.search(text, *span) is not None and not any(find_heads(text, span))


def checkable_act(text: str, sentence: Span) -> Span | None:
    """An act one could check, in a sentence told of a head: an act with a date, a count, or the title of a document.

    主持召开常务会议3次, 3月出庭应诉, 对《白皮书》作出批示, a named meeting held once. 多次召开会议, 定期听取汇报 are none.
    """
    for act in _ACT.finditer(text, sentence.start, sentence.end):
        around = text[max(sentence.start, act.start() - 40) : min(sentence.end, act.end() + 30)]
        around = _RULES["how-often"].pattern.sub("", around)
        named_meeting = _RULES["meeting"].pattern.search(act.group()) and not _RULES["vague"].pattern.search(
            text, max(sentence.start, act.start() - 12), act.end()
        )
        if (
            _RULES["date-or-count"].pattern.search(around)
            or _TITLE.search(around)
            or act.group() in _PLAIN
            or named_meeting
        ):
            return Span(act.start(), act.end())
    return None


def told_exactly(report: Report, sentence: Span) -> bool:
    """Is anything told of a head, by name or by what is done in person, with a day or a figure, whatever the words:
    县长包联的3件积案全部化解, 主持集体讨论7次? 每季度1次 is a habit.
    """
    return is_of_head(report.text, sentence) and is_exact(report, sentence)


def is_exact(report: Report, sentence: Span) -> bool:
    """Does a sentence tell a day or a figure that is no habit?"""
    if any(date.month is not None and date.kind != "period" for date in dates_in(report, sentence)):
        return True
    habits = [match.span() for match in _RULES["how-often"].pattern.finditer(report.text, *sentence)]
    return any(not any(start <= datum.span.start < end for start, end in habits) for datum in data_in(report, sentence))


@fact
def head_sentences(report: Report) -> tuple[Sentence, ...]:
    """The sentences told of the head: those of the part on it, and elsewhere, plans apart, those that name a head."""
    return tuple(
        sentence
        for sentence in sentences(report)
        if report.kind.head in sentence.parts
        or (report.kind.future not in sentence.parts and sentence.span in _naming_heads(report))
    )


@fact_of_passages
def _naming_heads(report: Report) -> dict[Span, None]:
    """The sentences that name a head."""
    return {s.span: None for s in sentences(report) if any(find_heads(report.text, s.span))}


def head_leads(text: str, sentence: Span) -> bool:
    """Is a head the subject of a clause that goes on to say what that head did? 压实主要负责人责任, 对县长批示事项逐件督办 say nothing of it."""
    for head in find_heads(text, sentence):
        before = _AFTER_MARK.search(text, sentence.start, head.start)
        begun = text[before.start() if before else sentence.start : head.start]
        if _RULES["acted-on"].pattern.search(begun) or _RULES["body"].pattern.match(text, head.end):
            continue
        if _RULES["does"].pattern.search(text, head.end, sentence.end):
            return True
    return False


@fact
def head_acts(report: Report) -> tuple[Sentence, ...]:
    """Of the sentences told of the head those that name one, go on from one in their paragraph, or tell what is done in person."""
    return tuple(
        sentence
        for sentence in head_sentences(report)
        if is_of_head(
            report.text, Span(max(sentence.passage.span.start, sentence.span.start - _GOES_ON), sentence.span.end)
        )
    )
