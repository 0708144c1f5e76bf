"""What a figure tells of, as it is held against another: the words of its clause and around it, in words that stand for their like."""

from __future__ import annotations

from decimal import Decimal
from functools import cached_property
from typing import NamedTuple

from reportlint.document.source import Span
from reportlint.facts.figures.deeds import Clause, is_of_the_year
from reportlint.facts.figures.same_words import canonical, is_act, words_of
from reportlint.kept import patterns
from reportlint.language.phrases import load_phrases
from reportlint.language.verbs import is_verb

_WORDS = load_phrases(__file__, "tales")
CHANGE = "±%"
"""The unit of percentages by which something rose or fell since the year before."""
_NEAR_BY = 60
"""Characters before a figure's clause that say what it is about."""
_TO_WHOM = frozenset("向给报")
_NO_BODY = frozenset("成个名家为由与和及将对把")
"""Characters before a body's name, of the words before it."""
_VISITED = patterns.compile(".*[到赴该]")
"""Before the name of a body that one goes to: 每周到综治中心."""
_NO_NAME = frozenset("全我本年各向在对从到由把将以与和及为报")
"""In what stands before 县, 乡 and the like where it is no name of a place: 全县, 向乡镇延伸."""
_ANY_OF_THEM = patterns.compile("会同|.[进入]|[进入].(?![县市])")
"""Right before them where it was done with them, or something is taken there, whichever they are: 条例宣讲进社区."""


class Beside(NamedTuple):
    """The figure before or behind another in its sentence, and the words around it."""

    unit: str
    value: Decimal
    said: str

    @property
    def words(self) -> frozenset[str]:
        """Those around it, each standing for its like."""
        return frozenset(words_of(self.said))


class _Told(NamedTuple):
    value: Decimal
    unit: str
    before: str
    after: str
    clause: Clause
    said: str
    earlier: str
    near: str
    is_listed: bool
    leaders: frozenset[str]
    own: bool
    under: tuple[bool, str]
    whole: bool
    everywhere: bool
    all_done: bool
    span_of: str
    some: bool
    done_by: frozenset[str]
    only: frozenset[str]
    letters: str
    beside: tuple[Beside, ...]
    keys: tuple[tuple[str, str], ...]


class Told(_Told):
    """What a figure tells of, wherever it stands, in words that stand for their like; the same only as itself.

    value: below zero where it fell by so much. unit: 次 for all that count acts, 名 for persons, 件 for things. before, after: the words around the figure, as written.
    said: those before, without leaders and what leads up to the figure. earlier: the sentence up to the figure. near: heading,
    opening and sentence around it. is_listed: it is one of a list, and its words follow from those before. leaders: whose deed
    it is, 书 or 长. own: it is of what one does in person. under: is it in the part of the head, and under what heading below the first level. whole: the words say that it is all. everywhere: in all of the
    place. all_done: they say that something was done to all. span_of: "new" of what came to be in the year, "all" of what there
    is so far. some: that something is so of those counted, who may be but some of them, done_by: what they did. only: the
    months or quarters it is of, and the deputies whose it is; a figure of others is another. letters: those of the words that
    name it, in one order. keys: the unit with each word of the clause; what shares none tells of something else.

    What few figures are asked for is found when it is: of 2,911 in reports full of figures 200 are asked for their setting, and
    half for their bodies.
    """

    __eq__ = object.__eq__
    __hash__ = object.__hash__

    @cached_property
    def words(self) -> frozenset[str]:
        """Those of the clause."""
        return self.clause.acts | self.clause.things | self.clause.occasion

    @cached_property
    def named(self) -> frozenset[str]:
        """The words that tell what was done to what, quoted names before it and what stands behind it."""
        quoted = {word for word in self.clause.occasion if word[0] in "“《"}
        return self.clause.acts | self.clause.things | quoted | self.clause.then

    @cached_property
    def around(self) -> str:
        """The sentence and the heading above."""
        return canonical(self.near.replace("、", ""))

    @cached_property
    def setting(self) -> frozenset[str]:
        """The things named shortly before the clause; of what was done in all the year it is told whatever led up to it."""
        if self.is_listed or is_of_the_year(self.before, self.earlier):
            return frozenset()
        before = _WORDS["as"].pattern.sub("", self.earlier.removesuffix(self.before)[-_NEAR_BY:])
        words = words_of(_WORDS["body"].pattern.sub("，", _unled(before)))
        return frozenset(word for word in words if not is_act(word) and not is_verb(word))

    @cached_property
    def bodies(self) -> frozenset[str]:
        """The bodies named, without the verbs before their names: 督促县教育局, 主持局党组会议; none to which something is sent;
        of 充实司法所 and 司法所 the one.
        """
        bodies = set()
        for body in (
            _VISITED.sub("", name)
            for name in found("body", _WORDS["with"].pattern.sub("，", _unled(self.earlier)))
            if not _TO_WHOM & {*name}
        ):
            while len(body) > 2 and (is_act(body[:2]) or is_verb(body[:2]) or body[0] in _NO_BODY):
                body = body[1 if body[0] in _NO_BODY else 2 :]
            bodies |= {body} if len(body) > 2 else set()
        return frozenset(body for body in bodies if not any(body.endswith(other) for other in bodies - {body}))

    @cached_property
    def places(self) -> frozenset[str]:
        """The places named, but none of which a verb is a piece: 建成社区养老服务站."""
        where = _WORDS["visited"].pattern.sub("，", self.earlier) if self.whole else self.earlier
        named = found("place", self.before if self.everywhere else _WORDS["with"].pattern.sub("，", where))
        return frozenset(
            place
            for place in named
            if not (_NO_NAME & {*place} or _ANY_OF_THEM.match(place) or is_act(place[:2]) or is_verb(place[:2]))
        )

    @cached_property
    def kinds(self) -> frozenset[str]:
        """Of which kind it is, and who did it, and with whom."""
        by_whom = found("doer", self.said) | found("with", self.earlier)
        return found("kind", self.earlier) | found("way", self.before) | by_whom


def found(name: str, words: str) -> frozenset[str]:
    """What a rule finds in words."""
    return frozenset(match.group() for match in _WORDS[name].pattern.finditer(words))


def _unled(words: str) -> str:
    """The words without leaders, and without those that say that it is all."""
    return _WORDS["whole"].pattern.sub("，", _WORDS["leader"].pattern.sub("", words))


class Tale(NamedTuple):
    """A figure, the sentence it stands in, and what it tells of."""

    span: Span
    sentence: Span
    told: Told

    def moved(self, by: int) -> Tale:
        """The same so many characters further on; what is told has no place."""
        (start, end), (begins, ends) = self.span, self.sentence
        return Tale(Span(start + by, end + by), Span(begins + by, ends + by), self.told)
