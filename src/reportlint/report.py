"""What a check is given: the text, its outline, and the facts found in it, each computed once when first asked for."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from functools import cached_property
from typing import NamedTuple, TypeVar

from reportlint.document.source import Source, Span
from reportlint.facts.figures.data import is_datum
from reportlint.facts.figures.dates import Date, find_dates
from reportlint.facts.figures.mentions import Mention, find_mentions
from reportlint.facts.figures.quantities import Quantity, find_quantities
from reportlint.facts.names.citations import Citation, Library, find_citations, load_library
from reportlint.facts.names.meetings import Naming, find_meetings
from reportlint.facts.relations import Relation, find_announced, find_in_sentence, find_repeats
from reportlint.facts.statements.answers import Answer, find_answers
from reportlint.facts.statements.claims import Claim, find_claims
from reportlint.facts.statements.copies import Copy, find_copies
from reportlint.facts.statements.heads import find_heads
from reportlint.facts.statements.items import Item, find_part_items
from reportlint.facts.statements.lists import Enumeration, find_enumerations
from reportlint.facts.statements.years import YearSaid, find_years_said
from reportlint.language.pairs import Pairs
from reportlint.language.quotes import mask_brackets, mask_quotes
from reportlint.language.sentences import split_clauses, split_sentences
from reportlint.lines.headings import LIST_START
from reportlint.lines.titles import issuer_kind
from reportlint.outline.grammar import available
from reportlint.outline.outline import Outline, Part, read_outline
from reportlint.outline.passages import Passage
from reportlint.outline.report_kind import DEFAULT, load_kind
from reportlint.outline.sections import Section
from reportlint.readers import read_source
from reportlint.settings.office_rules import House

Placed = TypeVar("Placed", Date, Quantity)


class Sentence(NamedTuple):
    """A sentence of the report's prose. parts: those it belongs to; none in the lead."""

    span: Span
    passage: Passage

    @property
    def parts(self) -> tuple[str, ...]:
        """The parts it belongs to."""
        return self.passage.parts

    @property
    def section(self) -> Section:
        """The section it stands in."""
        return self.passage.section


class _Report(NamedTuple):
    source: Source
    outline: Outline
    said_kind: str | None = None
    previous: Report | None = None
    house: House = House()


class Report(_Report):
    """One report as read; pure data. Facts are found on first use and shared by all checks.

    said_kind: the kind of issuer, where the user said it. previous: the same issuer's report on the year before, if given.
    house: the office's own rules.
    """

    def __getstate__(self) -> dict[str, object]:
        """What goes from one process to another beside what was read; whatever else is asked for is found again there."""
        return {"data_count": self.data_count}

    @cached_property
    def text(self) -> str:
        """The whole text, furniture included."""
        return self.source.text

    def words(self, span: Span) -> str:
        """What stands at a span."""
        return self.source.text[span.start : span.end]

    @cached_property
    def unquoted(self) -> str:
        """The text with the words in “ ” and 《 》 masked; offsets are the same."""
        return mask_quotes(self.text)

    @cached_property
    def bare(self) -> str:
        """The text with quotations, titles and brackets masked; offsets are the same."""
        return mask_brackets(self.unquoted)

    @cached_property
    def pairs(self) -> Pairs:
        """The pairs of characters in the text, furniture included."""
        return Pairs(self.text)

    def part(self, name: str) -> Part:
        """One part, by name; absent where this kind of report has none of that name."""
        return self.outline.parts.get(name) or Part(name, name, "absent", (), ())

    def opening(self, part: Part) -> Span:
        """Where a remark on a whole part stands: on its heading, else on the first sentence that tells it."""
        return part.heading.span if part.heading else next(self.sentences_of(part.name)).span

    def size(self, spans: Iterable[Span]) -> int:
        """Characters that stand there, without white space."""
        return sum(len("".join(self.words(span).split())) for span in spans)

    @property
    def length(self) -> int:
        """Characters of title, headings and prose, without white space and furniture."""
        spans = [h.span for h in self.outline.headings if not h.tells] + [p.span for p in self.outline.passages]
        if self.outline.title:
            spans += self.outline.title.spans
        return self.size(spans)

    @cached_property
    def written(self) -> tuple[Span, ...]:
        """Title, headings and prose as they stand, without furniture: one span a line."""
        spans = [heading.span for heading in self.outline.headings] + [p.span for p in self.outline.passages]
        lines: list[Span] = []
        for span in sorted([*spans, *(self.outline.title.spans if self.outline.title else ())]):
            gap = self.text[lines[-1].end : span.start] if lines else "\n"
            if "\n" in gap or "\r" in gap:
                lines.append(span)
            else:
                lines[-1] = Span(lines[-1].start, max(lines[-1].end, span.end))
        return tuple(lines)

    def is_written(self, span: Span) -> bool:
        """Does it lie in title, headings or prose, and in one line of them?"""
        line = bisect_right(self.written, span.start, key=lambda line: line.start) - 1
        return line >= 0 and self.written[line].covers(span)

    @cached_property
    def sentences(self) -> tuple[Sentence, ...]:
        """All sentences of the prose, in order."""
        return tuple(
            Sentence(span, passage)
            for passage in self.outline.passages
            for span in split_sentences(self.text, passage.span)
        )

    @cached_property
    def clauses(self) -> dict[Span, tuple[Span, ...]]:
        """Sentence to its clauses."""
        return {s.span: tuple(split_clauses(self.text, s.span)) for s in self.sentences}

    @cached_property
    def stretches(self) -> tuple[tuple[Span, tuple[str, ...]], ...]:
        """Headings and passages in order of the text, each with the parts it belongs to."""
        found = [(passage.span, passage.parts) for passage in self.outline.passages]
        headed = [(section.heading, section.top.heading) for section in self.outline.sections]
        found += [(heading.span, top.parts) for heading, top in headed if heading and top and not heading.tells]
        return tuple(sorted(found))

    @cached_property
    def library(self) -> Library:
        """The documents that are known: the table's and the office's own."""
        return load_library(self.house.documents)

    @cached_property
    def citations(self) -> tuple[Citation, ...]:
        """The laws and documents that headings and prose name, in 《》 or, where the table knows them, without."""
        found = [
            citation
            for span, parts in self.stretches
            for citation in find_citations(self.text, self.unquoted, span, parts, self.library)
        ]
        return tuple(sorted(found, key=lambda citation: citation.span))

    @cached_property
    def years_said(self) -> tuple[YearSaid, ...]:
        """The years that title, lead and headings say the report is on."""
        return tuple(find_years_said(self.unquoted, self.outline))

    @cached_property
    def meetings(self) -> tuple[Naming, ...]:
        """The central meetings that headings and prose name."""
        found = [naming for span, parts in self.stretches for naming in find_meetings(self.unquoted, span, parts)]
        return tuple(sorted(found, key=lambda naming: naming.span))

    @cached_property
    def _lists(self) -> dict[int, list[Enumeration]]:
        """The lists 一是…二是… by the id of their section, of the second level at most: 1. and （1） do not end a list."""
        sections = [section for section in (self.outline.root, *self.outline.sections) if section.level <= 2]
        return {id(section): find_enumerations(self.bare, _own_paragraphs(section)) for section in sections}

    @property
    def enumerations(self) -> Iterator[Enumeration]:
        """The lists 一是…二是…, in order of the text."""
        return (found for lists in self._lists.values() for found in lists)

    def enumerations_near(self, section: Section) -> list[Enumeration]:
        """The lists of the section that a place belongs to."""
        while section.level > 2 and section.parent:
            section = section.parent
        return self._lists.get(id(section), [])

    @cached_property
    def dates(self) -> tuple[Date, ...]:
        """The dates in headings and prose, in order of the text."""
        return tuple(date for span, _ in self.stretches for date in find_dates(self.text, *span))

    @cached_property
    def _date_starts(self) -> list[int]:
        return [date.span.start for date in self.dates]

    def dates_in(self, span: Span) -> tuple[Date, ...]:
        """The dates of a stretch of the text."""
        return _within(self.dates, self._date_starts, span)

    @cached_property
    def quantities(self) -> tuple[Quantity, ...]:
        """All quantities in the prose, in order of the text."""
        spans = [passage.span for passage in self.outline.passages]
        return tuple(q for span in spans for q in find_quantities(self.text, *span, self.dates_in(span)))

    @cached_property
    def data(self) -> tuple[Quantity, ...]:
        """The quantities that measure something of this report."""
        return tuple(quantity for quantity in self.quantities if is_datum(quantity))

    @cached_property
    def data_count(self) -> int:
        """How many data there are."""
        return len(self.data)

    @cached_property
    def _data_starts(self) -> list[int]:
        return [quantity.span.start for quantity in self.data]

    def data_in(self, span: Span) -> tuple[Quantity, ...]:
        """The data of a stretch of the text."""
        return _within(self.data, self._data_starts, span)

    @cached_property
    def mentions(self) -> tuple[tuple[Sentence, list[Mention]], ...]:
        """Each sentence that holds quantities, with them and the words around them."""
        starts = [quantity.span.start for quantity in self.quantities]
        return tuple(
            (sentence, find_mentions(self.text, sentence.span, quantities))
            for sentence in self.sentences
            if (quantities := _within(self.quantities, starts, sentence.span))
        )

    @cached_property
    def relations(self) -> tuple[Relation, ...]:
        """Every relation between figures that the words establish, in order of place, with its verdict."""
        found: list[Relation] = []
        told = []
        before: tuple[Passage, list[Mention]] | None = None
        for sentence, mentions in self.mentions:
            goes_on = before and before[0] is sentence.passage and self.words(sentence.span).startswith("其中")
            found += find_in_sentence(
                self.bare, sentence.span, [*before[1], *mentions] if before and goes_on else mentions
            )
            before = sentence.passage, mentions
            lists = self.enumerations_near(sentence.section)
            subheadings = len(sentence.section.children)
            line_end = sentence.passage.span.end
            found += find_announced(self.text, mentions, line_end, lists, subheadings)
            if "plan" not in sentence.parts:
                told += [(mention, id(sentence.section)) for mention in mentions]
        found += find_repeats(told)
        return tuple(sorted(dict.fromkeys(found), key=lambda relation: (relation.span, relation.kind)))

    def items(self, part: str) -> tuple[Item, ...]:
        """The items of a part: its subsections, list items or paragraphs."""
        return tuple(find_part_items(self.text, self.part(part)))

    @cached_property
    def answers(self) -> tuple[Answer, ...]:
        """Each shortcoming with the plan item that answers it, or comes nearest."""
        return tuple(find_answers(self.text, self.items("shortcomings"), self.items("plan")))

    @cached_property
    def head_sentences(self) -> tuple[Sentence, ...]:
        """The sentences told of the head: those of the part on it, and elsewhere, plans apart, those that name a head."""
        return tuple(
            sentence
            for sentence in self.sentences
            if "responsibility" in sentence.parts
            or ("plan" not in sentence.parts and any(find_heads(self.text, sentence.span)))
        )

    @property
    def told_mentions(self) -> Iterator[Mention]:
        """The quantities with their words in all that tells of the year, plans apart."""
        return (m for sentence, mentions in self.mentions if "plan" not in sentence.parts for m in mentions)

    @cached_property
    def paragraphs(self) -> tuple[tuple[Span, str], ...]:
        """The prose of the parts, not of the lead: place and text without blanks."""
        return tuple((p.span, "".join(self.words(p.span).split())) for p in self.outline.passages if p.parts)

    def copies(self, likeness: float) -> list[Copy]:
        """The paragraphs taken over from last year's report; none without one. likeness: 0 to 100."""
        if self.previous is None:
            return []
        if likeness not in self._copies:  # two checks ask, as a rule with the same likeness
            self._copies[likeness] = find_copies(self.paragraphs, self.previous.paragraphs, likeness)
        return self._copies[likeness]

    @cached_property
    def _copies(self) -> dict[float, list[Copy]]:
        return {}

    @property
    def issuer_kind(self) -> str:
        """government, department or township: as the user says, else by the issuer's name."""
        return self.said_kind or issuer_kind(self.outline.title.issuer if self.outline.title else None)

    @cached_property
    def claims(self) -> dict[Span, tuple[Claim, ...]]:
        """Sentence to its claims of result or degree; sentences of measures only."""
        return {s.span: tuple(find_claims(self.text, self.bare, s.span)) for s in self.sentences_of("measures")}

    def claims_in(self, sentence: Sentence) -> tuple[Claim, ...]:
        """The claims of a sentence."""
        return self.claims.get(sentence.span, ())

    def supports(self, sentence: Sentence, claim: Claim) -> bool:
        """Is there a datum for the claim: in its sentence, or, where that is a topic sentence, in what follows?

        The first sentence of a passage is the topic of all of it; one of a single clause may go on in the next.

        A rate needs a rate: that 12 courses were held says nothing of the rate of satisfaction.
        """
        reach = sentence.span
        if sentence.span.start == sentence.passage.span.start:
            reach = sentence.passage.span
        elif following := self._told_on(sentence, claim):
            reach = Span(sentence.span.start, following.end)
        return any(not claim.needs_rate or datum.kind != "count" or datum.unit == "分" for datum in self.data_in(reach))

    def _told_on(self, sentence: Sentence, claim: Claim) -> Span | None:
        """The next sentence, where that goes on with a claim of a single clause; None where it tells another matter.

        三是能力不断增强。全年培训12期: an item of a list goes on. 营商环境持续优化。新设经营主体512户，增长8.2%: so does a comparison,
        and a sentence that names the claim's subject again.
        """
        if set("，,；;") & set(self.words(sentence.span)):
            return None
        following = next(split_sentences(self.text, Span(sentence.span.end, sentence.passage.span.end)), None)
        if following is None:
            return None
        subject, told = self.text[sentence.span.start : claim.span.start], self.words(following)
        again = any(subject[i : i + 2] in told for i in range(len(subject) - 1))
        compared = any(datum.kind != "count" for datum in self.data_in(following))
        return following if again or compared or LIST_START.match(self.words(sentence.span)) else None

    def sentences_of(self, part: str) -> Iterator[Sentence]:
        """The sentences that belong to a part, wherever they stand."""
        return (sentence for sentence in self.sentences if part in sentence.parts)


def read(
    data: bytes, path: str, kind: str | None = None, issuer_kind: str | None = None, house: House | None = None
) -> Report:
    """Bytes to a report. Raises UnreadableError; GrammarError for an unknown kind."""
    source = read_source(data, path)
    outline = read_outline(source, load_kind(kind or DEFAULT))
    if kind is None and not outline.is_report:  # perhaps a report of another kind
        others = (read_outline(source, load_kind(name)) for name in available() if name != DEFAULT)
        outline = next((other for other in others if other.is_report), outline)
    return Report(source, outline, issuer_kind, house=house or House())


def _within(facts: tuple[Placed, ...], starts: list[int], span: Span) -> tuple[Placed, ...]:
    """Those of the facts, which are in order, that begin in a stretch of the text. starts: where each begins."""
    first = bisect_left(starts, span.start)
    return facts[first : bisect_left(starts, span.end, first)]


def _own_paragraphs(section: Section) -> Iterator[Span]:
    """The prose of a section and of what is below it on the third level and deeper."""
    yield from section.paragraphs
    for child in section.children:
        if child.level > 2:
            yield from child.all_paragraphs()
