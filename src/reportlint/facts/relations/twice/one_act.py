"""Was one thing done, as two figures tell it: 制定文件36件, 印发文件38件; 聘请顾问11名, 13名顾问?"""

from __future__ import annotations

from reportlint.facts.figures.same_words import comes_in, comes_to_be, is_usual, leaves_something
from reportlint.facts.figures.told import Told
from reportlint.facts.relations.twice.nearness import are_swapped
from reportlint.facts.relations.twice.shared_words import is_from_outside, is_more_done
from reportlint.language.phrases import load_phrases

_WORDS, _DIVISIONS = load_phrases(__file__, "one_act"), load_phrases(__file__, "divisions")


def one_act(first: Told, later: Told) -> bool:
    """Was one thing done; or does one place not say what was done to what is there since: 聘请顾问11名, 13名顾问?"""
    if _succeeded_in_fewer(first, later) or _in_other_ways(first, later) or _in_some_places(first, later):
        return False
    one, other = first.clause, later.clause
    if first.all_done or later.all_done or not one.acts.isdisjoint(other.acts):  # 办理36件, 38件全部办复
        return True
    if did(first, later):
        return True
    new = first.span_of == later.span_of == "new"
    if all(map(comes_to_be, one.acts | other.acts)) and (new or are_swapped(first.value, later.value)):
        return True  # 新增工作室26个, 新设工作室28个; 新增泊位1260个, 建成泊位1620个
    acts, others = not one.follows and one.acts, not other.follows and other.acts
    told = acts or others or frozenset()
    if told and not (acts and others):
        named = one.things == other.things and not all(map(is_usual, one.things))
        if named and are_swapped(first.value, later.value, 2):
            return True  # 发现消防隐患316处, 361处消防隐患
        if first.whole and later.whole and all(map(comes_in, told)):
            return True  # 提供法律援助, 办理法律援助案件
    stays = not (acts and others) and all(map(leaves_something, told))
    return stays or is_more_done(first, later) or is_from_outside(first, later)


def did(first: Told, later: Told) -> bool:
    """Is what was done told before one figure and behind the other: 书面述法48名, 48名负责人书面述法?"""
    return not (first.done_by.isdisjoint(later.clause.acts) and later.done_by.isdisjoint(first.clause.acts))


def _succeeded_in_fewer(first: Told, later: Told) -> bool:
    """调解纠纷612件，成功率95.9%; 调处成功纠纷587件: does one tell of those of them that came to a good end?"""
    good = [_WORDS["succeeded"].pattern.search(told.before) is not None for told in (first, later)]
    few, many = (first, later) if good[0] else (later, first)
    tried = good[0] != good[1] and _WORDS["tried"].pattern.search(many.before) is not None
    return tried and few.value <= many.value


def _in_other_ways(first: Told, later: Told) -> bool:
    """行政调解612件，调解成功587件; 人民调解成功601件: are both told of, each in a way of its own?"""
    one, other = ({match["way"] for match in _WORDS["way"].pattern.finditer(told.earlier)} for told in (first, later))
    return bool(one and other) and one.isdisjoint(other)


def _in_some_places(first: Told, later: Told) -> bool:
    """全县18个乡镇均设司法所; 推动16个乡镇的司法所达标: is one told of the towns or villages of all the place, the other of fewer?"""
    named = all(_DIVISIONS["division"].pattern.match(told.after) for told in (first, later))
    few, many = sorted((first, later), key=lambda told: told.value)
    return named and few.value < many.value and many.everywhere and not (few.everywhere or few.whole)
