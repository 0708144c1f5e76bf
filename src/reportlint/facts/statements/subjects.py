"""What a clause that ends its sentence says of the thing it begins with: 怨言听不到了, 普法热度不减, 来回跑的情况已经很少见到.

A deed comes with its verb first, or with the office that did it. What begins with a thing, and goes on with no act of an office,
tells what has become of the thing, in whatever words. Facts have a grammar of their own (由…保管, 分为…, 存放在…). Of people it is
told what they feel, say, dare and are used to: the rest of what they do (投票通过, 到场说明情况) is a deed of theirs.
"""

from __future__ import annotations

from reportlint.facts.figures.same_words import begins_with_act
from reportlint.language.phrases import load_phrases
from reportlint.language.slips.idioms import is_idiom
from reportlint.language.words.adjectives import is_adjective
from reportlint.language.words.nouns import is_noun
from reportlint.language.words.official_words import is_official
from reportlint.language.words.verbs import is_verb
from reportlint.language.words.word_boundaries import cut

_WHOSE, _NO_SUBJECT, _FACT, _IN_TURN, _WHERE, _PEOPLE, _MOVED, _HAPPENS, _ABSTRACT, _SIGN = (
    load_phrases(__file__, "subjects")[name].pattern
    for name in "whose no-subject fact in-turn where people moved happens abstract sign".split()
)
_SHORTEST = 3
_SAID = range(2, 19)
"""Characters of what is said of a subject."""
_LIKE = frozenset("足多少大小高低好快强浓旺深淡轻净亮畅稳暖")
"""Characters that say by themselves what it is like."""
_NO_WORD = frozenset("了过着的地")
_JOINS = frozenset("、和与及\ufffc")
_ENDS_A_NOUN = frozenset("人员者户案率量村镇县市区乡所站庭队店点场路河园心力度感性里上中间们")
_HEADS = frozenset("事人话路心水天风车河\ufffc")


class _Said:
    """What is said of a subject. of: its head behind 的, 0 without one; begins, at: the word and the character it begins with."""

    def __init__(self, words: list[str]) -> None:
        self.of = next((n + 1 for n, word in enumerate(words[:-2]) if word == "的" and _heads(words[n + 1])), 0)
        ends = (n for n in range(self.of + 1, len(words)) if not _goes_on(words[n]))
        self.begins = next(ends, len(words))
        self.at = len("".join(words[: self.begins]))


def said_of_subject(core: str, turns: frozenset[str]) -> int | None:
    """Where it begins to be said what a thing is like; None where the clause is no such.

    turns: words of an office that tell what things come to as well: 消除, 减少.
    """
    whose = _WHOSE.match(core)
    begins = whose.end() if whose and not (whose.end() == 1 and is_noun(core[:2])) else 0  # 小|纠纷, but 老人
    at = _said_from(core[begins:], turns)
    return None if at is None else begins + at


def _said_from(core: str, turns: frozenset[str]) -> int | None:
    if len(core) < _SHORTEST or _NO_SUBJECT.match(core):
        return None
    words = _words(core)
    said = _Said(words)
    told = core[said.at :]
    if (where := _WHERE.match(told)) and _is_state(told[where.end() :], turns):
        told = told[where.end() :]
    if told not in _LIKE and (len(told) not in _SAID or told[0] in _NO_WORD or _FACT.search(told)):
        return None
    of_people = _PEOPLE.search(core, 0, said.at)
    if of_people and not _MOVED.search(told):
        return None
    if any(_is_deed(word, turns) and not (of_people and _MOVED.search(word)) for word in words[said.begins :]):
        return None
    abstract = _ABSTRACT.search(core, 0, said.at) is not None
    if not abstract and _IN_TURN.search(core):
        return None
    is_state = told in _LIKE or _is_state(told, turns) or (abstract and told[0] == "已")  # 烦恼已消散; but 姓名已隐去
    if not _begins_with_a_thing(core, words) and not (is_state and (said.of or _is_strange(words))):
        return None
    says = said.of and not all(map(_names, words[said.begins :]))
    return said.at if is_state or says or of_people or abstract else None


def _begins_with_a_thing(core: str, words: list[str]) -> bool:
    return _names(words[0]) or (_HAPPENS.match(core) is not None and not begins_with_act(core))


def _is_strange(words: list[str]) -> bool:
    """Do they begin with a name of two characters that no dictionary has: 英烈墓园?"""
    return len(words) > 3 and len(words[0]) == len(words[1]) == 1 and _names(words[2])


def _is_state(told: str, turns: frozenset[str]) -> bool:
    """Do the words themselves say that it has become so: 消失了, 越擦越亮, 井然有序?"""
    last = told[-2:]
    return _SIGN.search(told) is not None or is_idiom(told[-4:]) or is_adjective(last) or last in turns


def _words(core: str) -> list[str]:
    """The words of a clause; two characters that are a noun or a verb, and none with which texts are cut, are one: 手册."""
    words: list[str] = []
    for word in cut(core):
        if words and len(word) == len(words[-1]) == 1 and _is_word(words[-1] + word):
            words[-1] += word
        else:
            words.append(word)
    return words


def _is_word(pair: str) -> bool:
    return is_noun(pair) or is_verb(pair) or is_official(pair) or is_adjective(pair)


def _names(word: str) -> bool:
    """Does it name a thing: 口碑, 执法, a quotation?"""
    return word[0] == "\ufffc" or (is_noun(word[-2:]) and not is_verb(word))


def _heads(word: str) -> bool:
    """Can it stand behind 的 as what is spoken of?"""
    return len(word) > 1 or word in _HEADS


def _goes_on(word: str) -> bool:
    """Does a subject go on with it?"""
    return _names(word) or word in _JOINS or word in _ENDS_A_NOUN


def _is_deed(word: str, turns: frozenset[str]) -> bool:
    return is_official(word) and word not in turns and (is_verb(word) or begins_with_act(word))
