"""`Told`, all that is known of what a figure tells of: a field for each thing by which it is held against another. `tales` fills it in."""

from __future__ import annotations

from decimal import Decimal
from functools import cached_property
from typing import NamedTuple

from reportlint.facts.figures.deeds import WHOLE, Clause, is_of_the_year
from reportlint.facts.figures.same_words import canonical, is_act, words_of
from reportlint.kept import patterns
from reportlint.language.phrases import Phrase, load_phrases
from reportlint.language.words.verbs import is_verb

_WORDS = load_phrases(__file__, "told")
LEADER = _WORDS["leader"]
"""The rule for who chairs a meeting."""
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


class Under(NamedTuple):
    """Where in the report a figure stands."""

    of_head: bool
    """In the part that tells what the head did?"""
    heading: str
    """The heading below the first level; "" where there is none."""


class _Told(NamedTuple):
    value: Decimal
    """Below zero where it fell by so much."""
    unit: str
    """次 for all that count acts, 名 for persons, 件 for things, `CHANGE` for what rose or fell; the others as written."""
    before: str
    """The words before the figure, as written."""
    after: str
    """The words behind it, as written."""
    clause: Clause
    """What was done, and to what."""
    said: str
    """The words before the figure without leaders and what leads up to it."""
    earlier: str
    """The sentence up to the figure."""
    near: str
    """Heading, opening and sentence around it."""
    is_listed: bool
    """Is it one of a list, so that its words follow from those before?"""
    leaders: frozenset[str]
    """Whose deed it is, 书 or 长."""
    own: bool
    """Is it of what one does in person?"""
    under: Under
    whole: bool
    """Do the words say that it is all?"""
    everywhere: bool
    """In all of the place?"""
    all_done: bool
    """Do they say that something was done to all?"""
    span_of: str
    """new, of what came to be in the year; all, of those there are so far; "" where neither is said."""
    some: bool
    """Is something told of those counted, who may be but some of them?"""
    done_by: frozenset[str]
    """What these did."""
    only: frozenset[str]
    """The months or quarters it is of, and the deputies whose it is; a figure of others is another."""
    letters: str
    """Those of the words that name it, in one order."""
    beside: tuple[Beside, ...]
    """The figures before and behind it."""
    keys: tuple[tuple[str, str], ...]
    """The unit with each word of the clause; what shares none tells of something else."""


class Told(_Told):
    """What a figure tells of, wherever it stands, in words that stand for their like; the same only as itself.

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
            for name in found(_WORDS["body"], _WORDS["with"].pattern.sub("，", _unled(self.earlier)))
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
        named = found(_WORDS["place"], self.before if self.everywhere else _WORDS["with"].pattern.sub("，", where))
        return frozenset(
            place
            for place in named
            if not (_NO_NAME & {*place} or _ANY_OF_THEM.match(place) or is_act(place[:2]) or is_verb(place[:2]))
        )

    @cached_property
    def kinds(self) -> frozenset[str]:
        """Of which kind it is, and who did it, and with whom."""
        by_whom = found(_WORDS["doer"], self.said) | found(_WORDS["with"], self.earlier)
        return found(_WORDS["kind"], self.earlier) | found(_WORDS["way"], self.before) | by_whom


def found(rule: Phrase, words: str) -> frozenset[str]:
    """What a rule finds in words."""
    return frozenset(match.group() for match in rule.pattern.finditer(words))


def _unled(words: str) -> str:
    """The words without leaders, and without those that say that it is all."""
    return WHOLE.pattern.sub("，", LEADER.pattern.sub("", words))
