"""Measure words that are impossible for what was told, whatever was meant: 罚款48.3万件, 面积2380名, 清理规范性文件86人次, 检修水闸33人次, 组织培训33平方米."""

from __future__ import annotations

from collections.abc import Sequence

from reportlint.facts.figures.counted_deeds import was_made
from reportlint.facts.figures.mentions import Mention
from reportlint.facts.figures.objects import deed_before
from reportlint.language.numbers.measure_words import PARTIES, PERSONS, VISITORS, Counted
from reportlint.language.phrases import load_phrases

_WORDS = load_phrases(__file__, "impossible_measures")
_NEVER_PAID = frozenset("辆台栋座棵")
"""Measure words by which nobody tells how many paid or got a sum."""
_NO_MONEY = _NEVER_PAID | frozenset("件份条处")
"""Those of what is no sum, if there are 48.3万件 of it."""
_NO_EXTENTS = VISITORS | frozenset("件份起台辆本")
"""Those of no extent and no sum."""
_OF_THINGS = frozenset("份辆台座栋条处张本块")
_NO_OCCASIONS = _OF_THINGS | frozenset("户件起宗")
"""Those of what is no occasion."""
_NO_CASES = _OF_THINGS | frozenset("家户所")
"""Those of what is neither a case nor a person, nor an occasion."""
_WHOSE = PERSONS | PARTIES | {"起"}
"""Those of persons and bodies, for whom no rule is made."""
_REPAIRED = frozenset("台块条座个套栋辆艘处")
"""The first measure words of what is repaired."""
_AREAS = frozenset(("平方米", "平方公里", "公顷", "亩"))
_WEIGHTS = frozenset(("吨", "千克", "公斤"))
_MASSES = _WEIGHTS | {"公顷", "亩", "立方米"}
"""In which no occasion is measured: 模拟法庭6吨; but a run may be of so many kilometres."""
_EXTENTS = _AREAS | _WEIGHTS | {"公里", "千米", "立方米"}
_OWN_MEASURES = {
    "area": ("平方米", "亩"),
    "length": ("米", "公里"),
    "amount": ("元",),
    "number": ("人", "名", "位", "人次"),
}


def money_in(mention: Mention, before: Sequence[Mention]) -> str | None:
    """The sum that is told in another unit than 元: 罚款48.3万件. None where it is a kind of what is counted so: 其中罚款1.2万件、警告0.3万件."""
    unit, told = mention.quantity.unit, _WORDS["money"].pattern.search(mention.before)
    kind = mention.mark == "、" or "其中" in mention.before or any(other.unit == unit for other in before)
    if told is None or kind or mention.after or mention.depth or unit not in _NO_MONEY:
        return None
    rounded = mention.quantity.step > 1 and mention.quantity.decimals > 0
    return told[0] if rounded or unit in _NEVER_PAID else None


def extent_in(mention: Mention) -> tuple[str, Sequence[str]] | None:
    """How large, long or much something is, or how many persons, that is told in another measure, and its own: 面积2380名."""
    if mention.after or mention.depth:
        return None
    for name, right in _OWN_MEASURES.items():
        told = _WORDS[name].pattern.search(mention.before)
        if told and mention.quantity.unit in _NO_EXTENTS and mention.quantity.unit not in right:
            return told["what"], right
    return None


def talk_in(mention: Mention) -> str | None:
    """What is said or quarrelled over that is measured like land or goods: 组织培训33平方米, 化解邻里纠纷25公里; but 化解林地纠纷36亩.

    What is held is not counted in households or things either: 举办培训13户, but 为渔民举办培训13户; nor how often somebody came to court.
    """
    unit = mention.quantity.unit
    if mention.after or mention.depth or mention.joints:
        return None
    if unit in _NO_CASES and (came := _WORDS["appeared"].pattern.search(mention.before)):
        return came["what"]
    if unit in _NO_OCCASIONS:
        held = _WORDS["held"].pattern.fullmatch(deed_before(mention.before))
        return held["what"] if held else None
    if unit not in _EXTENTS:
        return None
    told = _WORDS["talk"].pattern.search(mention.before)
    told = told or (_WORDS["quarrel"].pattern.search(mention.before) if unit not in _AREAS else None)
    return told["what"] if told else None


def never_counts(mention: Mention, measured: Counted) -> bool:
    """清理规范性文件86人次, 制定管理制度6户, 检修水闸33人次, 招录辅警60公斤: is a paper or a thing worked on, of which nobody counts who came, or are
    persons measured who were taken on?
    """
    if mention.after:
        return False
    if mention.quantity.unit in _EXTENTS:
        held = measured.right[0] == "场" and mention.quantity.unit in _MASSES and not mention.before.endswith("动")
        return held or ("名" in measured.right and was_made(mention.before))
    deed = deed_before(mention.before)
    if mention.quantity.unit in _WHOSE and (rule := _WORDS["rules"].pattern.fullmatch(deed)):
        return rule["sent"] is None or mention.quantity.unit not in "家户"
    paper = "份" in measured.right and _WORDS["worked-on"].pattern.match(deed) is not None
    repaired = measured.right[0] in _REPAIRED and _WORDS["repaired"].pattern.match(deed) is not None
    return mention.quantity.unit == "人次" and (paper or repaired)
