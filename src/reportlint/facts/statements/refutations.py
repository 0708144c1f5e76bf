"""Does what the shortcomings admit refute what the deeds assert without reserve: 采砂已难觅踪影 and 夜间偷采砂石仍有发生?

Both speak of the same where they share its name, or where one of the field's matters goes by the names of both (opposites.yaml).
What is lacking to do it with (人手少) refutes nothing, nor what is said of another circle (城区, 乡镇).
"""

from __future__ import annotations

from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from reportlint.facts.statements.absolutes import Absolute, pieces
from reportlint.facts.statements.admissions import Admission
from reportlint.facts.statements.circles import (
    names_circle,
    names_matter,
    of_other_circles,
    of_other_matters,
    without_circles,
)
from reportlint.kept import patterns
from reportlint.language.numbers.list_markers import LIST_START
from reportlint.language.phrases import load_phrases
from reportlint.language.tables import load_table
from reportlint.language.words.official_words import is_official
from reportlint.language.words.shared import shares
from reportlint.language.words.verbs import is_verb
from reportlint.language.words.word_boundaries import cut, is_common

_RULES = load_phrases(__file__, "refutations")
_STILL, _AMISS, _HANDLED, _MEANS, _DEGREE, _SHORT, _LATE = (
    _RULES[name].pattern for name in ("still", "amiss", "handled", "means", "degree", "short", "late")
)
_LOOKS_BACK = patterns.compile("[还仍尚]?(?:存在?|留?有|出现)")
"""How a clause begins that says of what the clause before speaks of that an evil is there: 批后监管不到位，存在监管空白."""
_POSTS = patterns.compile("(?!综合|行政)([一-鿿]{2})(?:队伍|人员|力量|岗位|编制|人手)")
"""What those do who are there, or are not."""
_DOER = patterns.compile("^[一-鿿]{1,4}员(?=[一-鿿]{2})")
"""Who does what is named behind: 网格员走访."""
_OFFICE = patterns.compile("[省市州县区旗镇乡]{0,2}[省市州县区旗镇乡总分支本我][局委办厅]")
"""Who did it: 市局."""
_NAME = 4
"""Characters of a name of two words: 村级监督."""
_NAMES_NOTHING = patterns.compile("[的了在和与对为将把得着从于也都等各每上下中里内间名个件人]")
"""Characters that are words of their own and name nothing."""


class _Matter(NamedTuple):
    """A row of opposites.yaml."""

    asserted: tuple[str, ...]
    evils: tuple[str, ...]
    things: tuple[str, ...]
    beside: bool


_MATTERS = [
    _Matter(tuple(row["asserted"]), tuple(row.get("evils", ())), tuple(row.get("things", ())), row.get("beside", False))
    for row in load_table(__file__, "opposites", asserted="words", evils="words?", things="words?", beside="flag?")
]


class _Told(NamedTuple):
    """What the words of an admission tell. still: that something is there; amiss: that it is not as it should be; means: of what is lacking
    to do it with; late: that what is done at once was not. matters: those of which it is admitted that they are not as they were asserted to be.
    """

    words: str
    still: bool
    amiss: bool
    means: bool
    late: bool
    matters: frozenset[_Matter]


@lru_cache(maxsize=1024)
def _what_admission_tells(words: str) -> _Told:
    """Remembered, as each is held against each assertion."""
    words = LIST_START.sub("", words, 1)
    still, amiss, degree, late = (rule.search(words) is not None for rule in (_STILL, _AMISS, _DEGREE, _LATE))
    means = _MEANS.search(words) is not None or (degree and not amiss)
    there = still or not means
    matters = frozenset(
        matter
        for matter in _MATTERS
        if (there and _names_one(matter.evils, words)) or (amiss and _names_one(matter.things, words))
    )
    return _Told(words, still, amiss, means, late, matters)


def refutes(admission: Admission, absolute: Absolute) -> bool:
    """Is what was asserted admitted not to be so?"""
    told = _what_admission_tells(admission.words)
    if absolute.at_once and told.late and _is_late(absolute, told):
        return True
    fault = not told.means and (
        ((absolute.perfect or absolute.habit) and told.amiss) or (told.still and (absolute.perfect or absolute.gone))
    )
    fault = fault and (not absolute.done or not set(absolute.done).isdisjoint(told.words))
    same = fault and _share_a_name(absolute.things, told.words, evil=absolute.gone)
    same = same or (absolute.perfect and _is_short(absolute.things, told.words))
    spoken_of = admission.before + told.words if _LOOKS_BACK.match(told.words) else told.words
    if not same and not any(
        not matter.beside
        or any(shares(without_circles(_besides(matter, piece)), spoken_of) for piece in absolute.things)
        or _names_alike(absolute.words, spoken_of)
        or not {*_POSTS.findall(absolute.words)}.isdisjoint(_POSTS.findall(told.words))
        for matter in told.matters & _matters_of(absolute.words, gone=absolute.gone)
    ):
        return False
    where = told.words if names_circle(told.words) else admission.before
    return not of_other_circles(absolute.words, where) and not of_other_matters(absolute.words, told.words)


def _besides(matter: _Matter, piece: str) -> str:
    """What a piece names beside the matter itself: 燃气检查 of 燃气检查没有死角."""
    for name in (*matter.asserted, *matter.evils):
        piece = piece.replace(name, "，")
    return piece


def _names_alike(one: str, other: str) -> bool:
    """Do both begin with the same name, of words that say little each: 村级监督?"""
    begun = LIST_START.sub("", other, 1)
    return one[:_NAME] == begun[:_NAME] and one[:_NAME].isalpha()


def _is_short(things: tuple[str, ...], words: str) -> bool:
    """Is there told to be too little of one of the things itself: 说理不够 of 说理论证?"""
    before = (words[max(short.start() - 2, 0) : short.start()] for short in _SHORT.finditer(words))
    return any(len(last) > 1 and last in thing for last in before for thing in things)


def _is_late(absolute: Absolute, told: _Told) -> bool:
    """Is what was said to be done at once told to have come late: 违建即查即拆, 违法建设发现不及时?"""
    named = any(evil in told.words for each in _matters_of(absolute.words, gone=True) for evil in each.evils)
    same = named or _share_a_name(absolute.things, told.words, evil=False)
    return same and not of_other_circles(absolute.words, told.words)


def _share_a_name(things: tuple[str, ...], words: str, *, evil: bool) -> bool:
    """Do the words name one of the things, or one by its short name (医废, 医疗废物), and none of another kind?

    Whose it is and of what a decision (学校, 处罚) tells little: it is the name where the things have no other, but for an evil.
    """
    named = [(name, thing) for number, thing in enumerate(things) for name in _names(thing, first=number == 0)]
    own = [(name, thing) for name, thing in named if not names_circle(name) and not names_matter(name)]
    return any(_is_named(name, thing, words) for name, thing in (own if own or evil else named))


def _is_named(name: str, thing: str, words: str) -> bool:
    """Do the words name it, and not one of another kind (养老机构消防, 民宿消防)?"""
    at = words.find(name)
    if at < 0:
        return len(name) == len("医废") and not is_common(name) and _is_short_for(name, words)
    kind, other = _kind(thing[: thing.find(name)]), _kind(words[:at])
    return not kind or not other or shares(kind, words)


def _is_short_for(name: str, words: str) -> bool:
    """Do its two characters stand in the words with one between them?"""
    return words.find(name[1], words.find(name[0]) + 2) == words.find(name[0]) + 2 > 1


def _kind(before: str) -> str:
    """What stands right before a name, and tells of which kind it is; "" for none."""
    told = pieces(before)
    return told[-1] if told and before.endswith(told[-1]) else ""


@lru_cache(maxsize=1024)
def _names(thing: str, *, first: bool) -> tuple[str, ...]:
    """What names it: its words, and any two neighbours of the characters that are no words of the dictionary (宰客).

    Acts of an office name nothing, but where they are what is spoken of first: 统计数据真实.
    """
    words = cut(_DOER.sub("", thing))
    runs = "".join(word if len(word) == 1 else "，" for word in words).split("，")
    named = [
        word
        for at, word in enumerate(words)
        if len(word) > 1
        and not _OFFICE.fullmatch(word)
        and ((first and at == 0) or not (is_verb(word) and is_official(word)))
    ]
    made = [one + other for one, other in pairwise(words) if is_verb(one) and len(other) == 1]  # 公开栏
    named += [word[-2:] for word in words if len(word) > 3]  # 文件 of 规范性文件
    named += [*made, *(a + b for run in runs for a, b in pairwise(_NAMES_NOTHING.sub("", run)))]
    return tuple(name for name in named if not _OFFICE.fullmatch(name))


@lru_cache(maxsize=1024)
def _matters_of(words: str, *, gone: bool) -> frozenset[_Matter]:
    """The matters that an assertion is of; one that an evil is gone may call it as those do who say that it is there.

    Remembered, as each is held against each admission.
    """
    return frozenset(
        matter
        for matter in _MATTERS
        if any(name in words for name in matter.asserted) or (gone and any(name in words for name in matter.evils))
    )


def _names_one(names: tuple[str, ...], words: str) -> bool:
    """Is one of them named, and not only who or what there is for it: 扬尘治理, 审核人员?"""
    return any(name in words and not _HANDLED.match(words, words.find(name) + len(name)) for name in names)
