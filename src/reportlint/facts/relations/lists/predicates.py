"""What stands between a list of names and a number that counts something else: where it is, who did it, to whom it was said.

甲系统与乙、丙系统之间仍有5类数据, 向甲会、乙会报告4项工作, 甲局、乙局公示6类事项: a postposition, an adverb or a verb behind the last
name, which the others lack.
"""

from __future__ import annotations

from collections.abc import Sequence

from reportlint.facts.figures.mentions import Mention
from reportlint.facts.relations.lists.listed import counts_classes
from reportlint.language.phrases import load_phrases
from reportlint.language.words.verbs import begins_with_verb, ends_in_verb
from reportlint.language.words.vocabulary import is_word

_WORDS = load_phrases(__file__, "predicates")
_MATTER = load_phrases(__file__, "named")["matter"].pattern
_SHORT = 2
_JOINS = "和与及"
_ONTO = frozenset("对向就把将给为从在于")
"""Before what somebody does something to, or where."""
_BODIES = frozenset("局委院队社联会办所站心厅处镇乡道部室馆校司团组行门业")
"""Last characters of those that act."""
_FIELDS = ("领域", "环节", "方面", "行业", "阶段", "部门")
"""What a preposition before a list leads to: 在教育、医疗、养老服务三个领域."""


def is_of_others(names: Sequence[str], tail: str, mention: Mention) -> bool:
    """Is something said of the names, so that the number counts that? tail: what stands between them and it from 等 on."""
    last, others = names[-1], names[1:-1]
    if _WORDS["said"].pattern.search(tail or last) or _acts_on(names):
        return True
    if mention.quantity.digits == "arabic" and any(map(_WORDS["counted"].pattern.search, names[:-1])):
        return True  # 上报病例不足5例、现场辨识药材18种
    if tail:
        return _WORDS["deed"].pattern.search(tail) is not None or (len(tail) > _SHORT + 1 and ends_in_verb(tail))
    if (
        len(names) < _SHORT
        or not ends_in_verb(last)
        or any(map(ends_in_verb, names[:-1]))
        or len(last) <= _SHORT
        or is_word(last)
    ):
        return False
    if _MATTER.search(last) or last[-_SHORT - 1] in _JOINS:  # 处罚和强制
        return False
    lengths = {len(name) for name in (*others, last)}
    parallel = len(names) > _SHORT and len(lengths) == 1
    led = _WORDS["leads"].pattern.match(names[0]) is not None and not is_of_fields(mention)
    return (led or counts_classes(mention)) and not parallel and not are_alike(names[-2], last)


def _acts_on(names: Sequence[str]) -> bool:
    """甲局、乙局对专项资金项目18个: does a preposition stand behind a last name that is built as the one before it?"""
    before, last = names[-2:] if len(names) > 1 else ("", "")
    return any(
        last[at] in _ONTO
        and (len(before) == at or {before[-1:], last[at - 1]} <= _BODIES)
        and not (is_word(last[at - 1 : at + 1]) or is_word(last[at : at + 2]))
        for at in range(_SHORT, len(last) - _SHORT)
    )


def is_of_fields(mention: Mention) -> bool:
    """Does it count what things are done in: 三个领域, 5个环节?"""
    return mention.unit in _FIELDS or mention.after.startswith(_FIELDS)


def are_alike(one: str, other: str) -> bool:
    """Are two members built alike: 上门办、代办; 行政许可、行政征收; 案卷评查、资格管理?"""
    core = one[2:] if begins_with_verb(one) else one
    return one[-1:] == other[-1] or one[-len(other) :][:2] == other[:2] or (len(core) == len(other) > _SHORT)
