"""What a figure says of those just told, by what was done to them: 签订责任书560份。对签订的533份责任书逐份核对; 验收显示更换软管4380根."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from reportlint.document.source import Span
from reportlint.facts.figures.tales import Tale
from reportlint.facts.prose.sentences import Sentence
from reportlint.facts.relations.relation import Relation
from reportlint.facts.relations.twice.definite import is_explained, stands_alone
from reportlint.facts.relations.twice.differing import differing
from reportlint.facts.relations.twice.nearness import is_near
from reportlint.language.phrases import load_phrases
from reportlint.language.words.differences import in_order
from reportlint.language.words.verbs import is_verb
from reportlint.outline.passages import Passage

_WORDS = load_phrases(__file__, "resumed")
_REACH = 8
"""Earlier figures of a paragraph that are looked at."""
_DEED = 2
"""The fewest characters that tell what was done."""
_NAMED = 4
"""The fewest that tell it with what it was done to."""
_TWICE = 2
"""A figure that is more than what it takes up is no more than so many times that."""


def find_resumed(text: str, tales: Sequence[Tale], told: Mapping[Span, Sentence]) -> Iterator[Relation]:
    """The figures that take up one told before in their paragraph, each against it. told: the sentence of each span."""
    earlier: dict[Passage, list[Tale]] = defaultdict(list)
    for tale in tales:
        near = earlier[told[tale.sentence].passage][-_REACH:]
        same = [other for other in near if _measure(text, other) == _measure(text, tale)]
        taken_up = [other for other in same if _takes_up(tale, other)] if _resumes(tale) else []
        for first in taken_up[-1:]:
            if not is_explained(tale, same) and _may_be_slip(first, tale):
                yield differing(first, tale, first.told.said)
        earlier[told[tale.sentence].passage].append(tale)


def _measure(text: str, tale: Tale) -> str:
    """The measure word as written: 份 and 件 are two."""
    return text[tale.span.start : tale.span.end].lstrip("0123456789.,，．万亿 ")


def _resumes(tale: Tale) -> bool:
    said = tale.told.before
    return said.endswith("的") or _WORDS["shows"].pattern.match(said) is not None


def _takes_up(later: Tale, first: Tale) -> bool:
    """Is it told of all to whom that was done, and of no kind, place or time of its own?"""
    one, two = first.told, later.told
    if two.only - one.only or two.places - one.places or one.some:
        return False
    led = two.earlier.removesuffix(two.before)
    if two.bodies - one.bodies or (first.sentence != later.sentence and _WORDS["matter"].pattern.search(led)):
        return False
    about = one.before + one.after
    if shown := _WORDS["shows"].pattern.match(two.before):
        deed = two.before[shown.end() :]
        return len(deed) >= _NAMED and is_verb(deed[:_DEED]) and in_order(deed, one.before) and not two.after
    deed = _WORDS["aside"].pattern.sub("", two.before[:-1])
    return len(deed) >= _DEED and in_order(deed, one.before) and _is_of_all(two.after, about)


def _is_of_all(after: str, about: str) -> bool:
    """Is nothing named behind the figure but what was told before, and then something said of it? Where nothing is, of all of them."""
    end = next((at for at, letter in enumerate(after) if letter not in about), len(after))
    while end and not stands_alone(after[end:]):
        end -= 1
    return end > 0 or _WORDS["all"].pattern.match(after) is not None


def _may_be_slip(first: Tale, later: Tale) -> bool:
    """More than there were; or fewer and near, where what is told is no lot of some of them."""
    one, two = first.told.value, later.told.value
    if two > one:
        return two <= _TWICE * one
    return is_near(one, two) and not _WORDS["some"].pattern.search(later.told.after)
