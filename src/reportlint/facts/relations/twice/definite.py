"""What a figure says of all those told before it, by their name: 讲师团现有成员45名。上述54名讲师团成员…; 常务会议21次。22次常务会议均…"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations

from reportlint.document.source import Span
from reportlint.facts.figures.tales import Tale
from reportlint.facts.prose.sentences import Sentence
from reportlint.facts.relations.relation import Relation
from reportlint.facts.relations.twice.differing import differing
from reportlint.facts.relations.twice.nearness import are_swapped, differ_in_one_digit, is_near
from reportlint.facts.relations.twice.short_names import are_one
from reportlint.language.phrases import load_phrases
from reportlint.language.words.differences import in_order
from reportlint.language.words.verbs import begins_with_verb

_WORDS = load_phrases(__file__, "definite")
_LEAST = 4
"""Characters of a name by which things are known again."""
_SHORT = 3
"""Characters that are enough where the words point back: 前述36名农民工."""
_FULL = 6
"""Characters of one by which they are known wherever they are told of."""
_HEAD = 2
"""Characters of its last word."""
_ALL_OF_WHICH = frozenset("的于在对由按进入向为经看")
"""Behind a name that stands by itself."""
_THING = 2
"""Those that are, where digits are changed about of what is told as known: 针对收到的241条建议."""
_DONE_TO = tuple("对向为给将把就")
"""Behind a body that does something to those counted, whosever they are."""
_REACH = 80
"""Earlier figures of one unit that are looked at."""
_MOST = 6
"""Earlier figures that may add up to a later one."""


def find_definite(tales: Sequence[Tale], told: Mapping[Span, Sentence]) -> Iterator[Relation]:
    """The figures that speak of all of what was told before, each against it. told: the sentence of each span."""
    earlier: dict[str, list[Tale]] = defaultdict(list)
    beside: dict[tuple[Span, str], list[Tale]] = defaultdict(list)
    for tale in tales:
        beside[tale.sentence, tale.told.unit].append(tale)
    for tale in tales:
        same = earlier[tale.told.unit]
        back, known = _is_back(tale), _WORDS["known"].pattern.search(tale.told.before) is not None
        if (back or known) and all(other.told.value != tale.told.value for other in same):
            passage = told[tale.sentence].passage
            near = [other for other in same[-_REACH:] if told[other.sentence].passage is passage]
            points = _points_back(tale)
            named = [o for o in near if back and (points or _may_be_taken_up(o, tale)) and _shared_name(tale, o)]
            far = [other for other in same[-_REACH:] if not named and _may_be_told_far_off(other, tale, back)]
            for first in (named or far)[-1:]:
                rest = _rest_is_told(first, tale, beside[tale.sentence, tale.told.unit])
                if not (
                    rest or is_explained(tale, same if not named and _points_back(tale) else near)
                ) and _may_be_slip(first, tale):
                    yield differing(first, tale, _shared_name(tale, first) or _known_thing(first, tale))
        same.append(tale)


def _may_be_told_far_off(first: Tale, later: Tale, back: bool) -> bool:
    """Are the digits changed about of what was told in another paragraph, or is it how many there are of those: 有执法人员9名; 7名执法人员中? Or is so much
    reckoned for each of them: 按24个街道法律服务站、每站1.2万元? back: nothing is told before the later figure.
    """
    if _is_one_with_slip(first, later):
        return True
    name = _shared_name(later, first)
    there_are = _WORDS["there-are"].pattern.search(first.told.before) is not None
    if not back:
        return name != "" and there_are and _is_theirs(first, later)
    swapped = are_swapped(first.told.value, later.told.value, 2)
    so_much_each = len(name) >= _FULL and "按" in later.told.before and first.told.span_of != "new"
    return name != "" and (swapped or there_are or so_much_each or _points_back(later))


def _is_theirs(first: Tale, later: Tale) -> bool:
    """市支队398名执法人员中: is it told of the body by whose name the earlier figure was?"""
    body = later.told.before
    return body in later.told.bodies and in_order(body, first.told.before)


def _is_one_with_slip(first: Tale, later: Tale) -> bool:
    """Is the thing known, and are digits changed about in its number; or, where something is told of all of them, one digit?"""
    one, other = first.told.value, later.told.value
    swapped = are_swapped(one, other)
    if not (swapped or differ_in_one_digit(one, other)):
        return False
    thing = _known_thing(first, later)
    of_all = later.told.all_done or _WORDS["those"].pattern.search(later.told.before) is not None
    return thing != "" and (swapped or (of_all and len(thing) >= _FULL))


def _known_thing(first: Tale, later: Tale) -> str:
    """农民工 of 该行动还向2361名农民工发放: the thing behind the later figure, named in the words about the earlier one and with
    what was done to it, by letters enough; "" else.
    """
    if later.told.is_listed or later.told.places - first.told.places:
        return ""
    about = _plain(first.told.before + first.told.after)
    behind = _plain(later.told.after)
    done = _WORDS["done"].pattern.search(later.told.before)
    shared = sum(letter in about for letter in done["act"]) if done else 0
    end = next((at for at, letter in enumerate(behind) if letter not in about), len(behind))
    while end and not stands_alone(behind[end:]):
        end -= 1
    least = _THING if shared or later.told.whole or _points_back(later) else _SHORT
    return behind[:end] if end and end + shared >= least else ""


def stands_alone(rest: str) -> bool:
    """Does a name end before the words?"""
    return (
        rest == ""
        or rest[0] in _ALL_OF_WHICH
        or _WORDS["of-all"].pattern.match(rest) is not None
        or begins_with_verb(rest)
    )


def _plain(words: str) -> str:
    """The words without those that say nothing of a thing: 被追回工资的农民工, 持证人员."""
    return _WORDS["idle"].pattern.sub("", words)


def _is_back(tale: Tale) -> bool:
    """Is nothing told before the figure but that it is of those told, or of all of them?"""
    return _WORDS["back"].pattern.fullmatch(tale.told.before) is not None


def _points_back(tale: Tale) -> bool:
    """Do the words before it say that it is of those told: 前述36名农民工?"""
    return _WORDS["told-of"].pattern.search(tale.told.before) is not None


def _shared_name(later: Tale, first: Tale) -> str:
    """The name behind the figure by which what was counted is called, if it is of all of that; "" else."""
    after, words = later.told.after, first.told.before + first.told.after
    left, end = Counter(words), 0
    while end < len(after) and left[after[end]] > 0:
        left[after[end]] -= 1
        end += 1
    while end >= (_SHORT if _points_back(later) else _LEAST):
        name, rest = after[:end], after[end:]
        if name[-_HEAD:] in words and (_goes_on(later, rest) or (_are_more(later, first) and begins_with_verb(rest))):
            return name
        end -= 1
    return ""


def _goes_on(later: Tale, rest: str) -> bool:
    """Is something told of all those named, behind their name?"""
    if _WORDS["of-all"].pattern.match(rest):
        return True
    all_told = _WORDS["those"].pattern.search(later.told.before) is not None
    return all_told and (rest == "" or rest[0] in _ALL_OF_WHICH or begins_with_verb(rest))


def _may_be_taken_up(first: Tale, later: Tale) -> bool:
    """Are they told in two sentences, or are the later so many that they are no part of those told before?"""
    return first.sentence != later.sentence or _are_more(later, first)


def _are_more(later: Tale, first: Tale) -> bool:
    """设立服务站15个；19个服务站接收诉求63条: are they more than were set up, so that they cannot be some of these?"""
    made = _WORDS["made"].pattern.search(first.told.before) is not None and first.told.after == ""
    return made and later.told.value > first.told.value


def is_explained(tale: Tale, earlier: Sequence[Tale]) -> bool:
    """Was the number told, or is it what some of those told come to, or what one leaves of another?"""
    values = [other.told.value for other in earlier[-_MOST:]]
    values += [near.value for near in tale.told.beside if near.unit == tale.told.unit]
    said = tale.told.value
    sums = (sum(some) for n in range(2, len(values) + 1) for some in combinations(values, n))
    return (
        said in values
        or any(added == said for added in sums)
        or any(abs(one - two) == said for one, two in combinations(values, 2))
    )


def _may_be_slip(first: Tale, later: Tale) -> bool:
    """Are the two near, neither told of a body or a place of its own, nor the later of those who met something?"""
    one, two = first.told, later.told
    whose = two.before[-1:] not in _DONE_TO and any(body in two.before for body in two.bodies - one.bodies)
    if are_swapped(one.value, two.value) and not whose:
        return not (one.some and two.some)
    own = (two.bodies and not are_one(one.bodies, two.bodies)) or two.places - one.places
    fewer = two.value < one.value and _WORDS["met"].pattern.search(two.after) is not None
    return is_near(one.value, two.value) and not (own or fewer or (one.some and not _points_back(later)))


def _rest_is_told(first: Tale, later: Tale, beside: Sequence[Tale]) -> bool:
    """收到申请86件。82件申请均在五日内受理，4件补正后受理: are those that lack told beside it, and not some of its own (7名中有2名)?"""
    lack = first.told.value - later.told.value
    return any(other.told.value == lack and "中" not in other.told.before for other in beside)
