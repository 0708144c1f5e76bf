"""A thing called behind one figure as it is before the other: 聘请顾问31名, 为全县36名顾问换发证件."""

from __future__ import annotations

from reportlint.facts.figures.deeds import Clause, deed_in
from reportlint.facts.figures.same_words import is_act, words_of
from reportlint.facts.figures.told import Told
from reportlint.language.numbers.measure_words import how_counted

_NAME, _HELD = 4, 2
"""Characters at the end of a name that tell where it stands again; those of 在聘 and the like."""
_JOINS = ("的", "和", "与", "及", "或", "等")
"""Behind a name, that it is not all of the name."""
_OF_ALL = ("中", "里", "均", "都", "全部", "逐")
"""Behind a name, that all are meant who were told to have met it."""


def called_alike(one: Told, other: Told) -> Told:
    """The one without what is told of its thing, where this is called behind the figure as the other's is before its own:
    聘请顾问31名, 为全县36名顾问换发证件; 办结处罚案件36件, 办结的38件处罚案件文书齐全.
    """
    done = one.said.endswith("的")
    if len(other.said) < _NAME or other.said[-_NAME:] not in one.after or (words_of(deed_in(one.said)) and not done):
        return one
    after = one.after[_HELD:].removeprefix("的") if one.after.startswith("在") else one.after  # 在聘顾问, 在册企业
    end = after.find(other.said[-_NAME:]) + _NAME
    thing, told = after[:end], after[end:]
    left = words_of(other.said.removesuffix(thing))
    counted = how_counted(told[:_HELD])
    of_another = counted is not None and one.unit not in counted.wrong  # 36名顾问家属
    of_another = told[:1] in _JOINS or (of_another and not (done and told[_HELD:]))  # 38件案件文书齐全
    if not other.said.endswith(thing) or (left and not is_act(left[-1])) or of_another:
        return one
    all_of_them = done and told.startswith(_OF_ALL)  # 抽查的36家网点中有
    some = bool(told) and not all_of_them and (one.some or not (one.whole or one.all_done))
    acts = (
        one.clause.acts if done else other.clause.acts.intersection(words_of(thing))
    )  # 开展安全检查46次, 64次安全检查覆盖企业
    return one._replace(clause=Clause(acts, other.clause.things), some=some, done_by=frozenset())
