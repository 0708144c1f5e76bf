"""Quantities with the words around them: what relations between them are told by."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from typing import NamedTuple

from reportlint.document.source import Span
from reportlint.facts.figures.quantities import Quantity, quantities_in
from reportlint.facts.prose.sentences import Sentence, sentences
from reportlint.facts.prose.unchanged import fact_of_passages
from reportlint.kept import patterns
from reportlint.language.phrases import load_phrases
from reportlint.report import Report, fact

_REACH = 40
"""Characters looked at before and after a quantity."""
_BREAK = patterns.compile(r"[，,；;。！？\n]|(?<!其中)[：:]")
_LAST_BREAK = patterns.compile(rf"(?s:.*)({_BREAK.pattern})")
_BRACKET = patterns.compile("[（()）]")
_SPACE = patterns.compile(" +")
"""Between figures and characters, where some set one: of no meaning."""
_WORDS = load_phrases(__file__, "mentions")
_ASIDE = patterns.compile(r"[（(][^（()）]*[)）]")
_JOINED = patterns.compile("、|以及|和(?![解谐睦])|(?<![涉触波普提危惠])及(?![时格])|(?<![参给赋授付])与(?![会上去])")
"""What joins a figure's words to the figure before it: 12件、8件和3件, but not 12件和解."""
_PERSONS = frozenset("名位")
_OPEN, _CLOSE = "（(", "）)"


class Mention(NamedTuple):
    """A quantity, the words before it (back to the last mark or quantity) and behind it (to the next one), without spaces.

    depth: how many brackets it stands in. mark: the mark between the last quantity and this one's words ("" at the start).
    aside: what the bracket right behind it says. exact: it is one number, neither rounded nor a range.
    lead: the words before the bracket it opens ("" where it opens none). shared: no mark parts it from the next one, so that what is behind this one stands before that one.
    clause: what stands between the last quantity and the mark before this one's words: 审结案件中 in 在办6件；审结案件中，维持51件.
    joints: how many 、 and 和 were taken out of ``before``: one less than the names that stand there.
    """

    quantity: Quantity
    before: str
    after: str
    depth: int
    mark: str
    aside: str
    exact: bool
    shared: bool
    joints: int
    lead: str
    clause: str

    @property
    def value(self) -> Fraction:
        """Its number, to be reckoned with exactly."""
        return Fraction(self.quantity.value)

    @property
    def span(self) -> Span:
        """The quantity's."""
        return self.quantity.span

    def moved(self, by: int) -> Mention:
        """The same so many characters further on."""
        return Mention._make((self.quantity.moved(by), *self[1:]))

    @property
    def unit(self) -> str:
        """Its unit; 人 for all words that count persons, so that 120人 and 60名 can be added."""
        return "人" if self.quantity.unit in _PERSONS else self.quantity.unit

    @property
    def explained(self) -> bool:
        """Does the bracket behind it say that it holds more than its name does (含上年结转)?"""
        return self.aside != "" and _WORDS["carried-over"].pattern.search(self.aside) is not None


def find_mentions(text: str, sentence: Span, quantities: Sequence[Quantity]) -> list[Mention]:
    """The quantities of a sentence with their words; ordinals are none. ``quantities``: those of the sentence, in order."""
    mentions = []
    last, depth, scanned = sentence.start, 0, sentence.start
    bracketed = _BRACKET.search(text, *sentence) is not None  # most are not
    for index, quantity in enumerate(quantities):
        if quantity.kind == "ordinal":
            continue
        if bracketed:
            between = text[scanned : quantity.span.start]
            depth = max(0, depth + sum(map(between.count, _OPEN)) - sum(map(between.count, _CLOSE)))
        scanned = quantity.span.start
        left = text[max(last, quantity.span.start - _REACH) : quantity.span.start]
        broken = _LAST_BREAK.match(left)
        before = left[broken.end() :] if broken else left
        if broken and (begins := _WORDS["begins"].pattern.search(left, 0, broken.start(1))):
            before = begins.group() + before
        lead = ""
        if bracketed and _BRACKET.search(before):
            outer = _BRACKET.split(_ASIDE.sub("", before))
            lead, before = outer[-2] if len(outer) > 1 else "", outer[-1]
        following = quantities[index + 1].span.start if index + 1 < len(quantities) else sentence.end
        right = text[quantity.span.end : min(following, quantity.span.end + _REACH, sentence.end)]
        joined = _JOINED.match(left)
        before, joints = _JOINED.subn("", before)
        mark = broken[1] if broken else "、" if joined else ""
        stop = _BREAK.search(right)
        clause = left[: broken.start(1)] if broken else ""
        mentions.append(
            Mention(
                quantity=quantity,
                before=_SPACE.sub("", before),
                after=_SPACE.sub("", right[: stop.start()] if stop else right),
                depth=depth,
                mark=mark,
                aside=_aside(text, quantity.span.end, sentence.end),
                exact=not quantity.words and quantity.high is None,
                lead=lead,
                clause=_LAST_BREAK.sub("", clause).strip(" "),
                shared=stop is None and following < sentence.end,
                joints=joints - (joined is not None and not broken),
            )
        )
        last = quantity.span.end
    return mentions


def _aside(text: str, start: int, end: int) -> str:
    """What stands in the bracket that opens at ``start``, up to 60 characters; "" where none does."""
    if start >= end or text[start] not in _OPEN:
        return ""
    piece = text[start + 1 : min(end, start + 60)]
    return patterns.compile(r"[）)]").split(piece, maxsplit=1)[0]


@fact
def mentions(report: Report) -> tuple[tuple[Sentence, list[Mention]], ...]:
    """Each sentence that holds quantities, with them and the words around them."""
    told = _mentioned(report)
    return tuple((sentence, [*told[sentence.span]]) for sentence in sentences(report) if sentence.span in told)


@fact_of_passages
def _mentioned(report: Report) -> dict[Span, tuple[Mention, ...]]:
    """The same by the sentences' spans."""
    spans = [sentence.span for sentence in sentences(report)]
    return {
        span: tuple(find_mentions(report.text, span, found)) for span in spans if (found := quantities_in(report, span))
    }
