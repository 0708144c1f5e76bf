"""A number of things that are named beside it: 甲、乙、丙三项制度, “甲”“乙”2块牌子, 两项制度，即甲、乙, 三个行业（甲、乙、丙）.

A number counts a list only where the words say so; where another reading is left, nothing is held against it:
增强四个意识、坚定四个自信 (numbers of their own), 县委会议、办公室四个小组会议 (it counts what follows), 联合公安、城管开展3次检查 (a deed
stands between), 印发《甲》《乙》300份 (copies).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from reportlint.document.source import Span
from reportlint.facts.figures.mentions import Mention
from reportlint.facts.prose.masks import Masks
from reportlint.facts.relations.lists.added_to import find_added
from reportlint.facts.relations.lists.listed import (
    CLAUSE,
    LONGEST_ITEM,
    NEAR,
    OWN_NUMBER,
    REACH,
    UNITS,
    counts_classes,
    how_many,
    items_of,
    verdict,
)
from reportlint.facts.relations.lists.looked_back import find_looked_back, looks_back, told_before
from reportlint.facts.relations.lists.named_behind import find_behind
from reportlint.facts.relations.lists.of_a_kind import find_of_a_kind
from reportlint.facts.relations.lists.predicates import are_alike, is_of_fields, is_of_others
from reportlint.facts.relations.lists.second_lists import PREPOSITIONS, are_told_apart, later_beginnings, second_list
from reportlint.facts.relations.relation import Relation
from reportlint.kept import patterns
from reportlint.language.phrases import load_phrases
from reportlint.language.quotes import FILL
from reportlint.language.words.verbs import begins_with_verb, ends_in_verb, is_verb
from reportlint.language.words.vocabulary import is_word

_WORDS = load_phrases(__file__, "named")
_TOLD_APART = UNITS | frozenset("起 宗 则 篇 例 次 人 期".split())
"""Units in which it does where the names are told behind it: 3起案例，分别为甲案、乙案."""
_MATTERS, _SHORT = frozenset("起宗例"), 2
_MOST = 20
_FEW = 4  # offices that a list of those who act together may lack and still be all of them
_NOUN = 6
"""Characters of what is counted."""
_SIDES = frozenset("个家")
"""Units of those with whom something was agreed."""
_PLACES = frozenset("处所座家间")  # units in which several of each kind may be counted
_MADE = patterns.compile("[为成是]")
"""Behind it a list begins: 将12个乡镇划分为北部、中部、南部三大片区."""
_PIECES = patterns.compile("以及|[和及与]")
_OF_A_RATE = patterns.compile(r"[%％][（(]$")  # 备案率均为100%（9件均经审核）


def find_named(masks: Masks, sentence: Span, mentions: Sequence[Mention]) -> Iterator[Relation]:
    """The counts of things named in the same sentence."""
    for number, mention in enumerate(mentions):
        quantity = mention.quantity
        if mention.unit not in _TOLD_APART or not mention.exact or not 2 <= quantity.value <= _MOST:
            continue
        floor = max(sentence.start, quantity.span.start - REACH, second_list(masks.bare, mentions, number))
        of_a_rate = _OF_A_RATE.search(masks.text, floor, quantity.span.start)
        if of_a_rate or _WORDS["no-list"].pattern.match(masks.bare, quantity.span.end, sentence.end):
            continue
        clause = CLAUSE.split(masks.bare[floor : quantity.span.start])[-1]
        if clause.endswith(("这", "上述", "前述")) and told_before(masks.bare, mention):
            continue
        if looks_back(clause, mention):
            yield from find_looked_back(masks, mention, mentions[:number])
            continue
        if (added := find_added(masks, mention, mentions[:number])) is not None:
            yield from added
            continue
        found = _may_be_before(mention, clause) and _before(masks.text, masks.bare, floor, mention)
        found = found or find_behind(masks.text, masks.unquoted, sentence.end, mention)
        found = found or find_of_a_kind(masks, sentence.end, mention)
        if found:
            yield found


def _may_be_before(mention: Mention, clause: str) -> bool:
    """Is it a unit in which names are counted, or one of matters that are told each by its place: 下坝村水源、庙岭村坟地两起积案?"""
    if mention.unit in UNITS or mention.unit == "人":
        return True
    placed = mention.unit in _MATTERS and all(_WORDS["placed"].pattern.search(item) for item in clause.split("、"))
    return placed and mention.quantity.digits == "chinese"


class _Listed(NamedTuple):
    """The list that stands before a number. items: its members as masked, each with the number of names in it.

    tail: 等 and what stands behind it. open_ended: it ends with 等. apposed: the words between say that the number counts it. each: one is at each of them.
    """

    items: list[tuple[str, int]]
    span: Span
    tail: str
    open_ended: bool
    apposed: bool
    each: bool


def _list_before(text: str, bare: str, floor: int, mention: Mention) -> _Listed | None:
    """The clause before the number, without what stands between: 甲、乙、丙共三项, 将甲、乙列为两大重点, 由甲、乙组成的两个部门."""
    told = _WORDS["told"].pattern.sub("", bare[floor : mention.span.start].rstrip())
    made = _WORDS["made-into"].pattern.search(told)
    each = _WORDS["one-each"].pattern.search(told)
    told = told[: made.start()] if made else told[: each.start("act")] if each else told
    of_them = told.endswith("的") and CLAUSE.split(told)[-1].count("、") > 1
    told = told[:-1] if of_them else told  # 甲、乙、丙的三项制度
    clause = CLAUSE.split(told)[-1].rstrip()
    begin = floor + len(told) - len(clause)
    if formed := _WORDS["formed-by"].pattern.search(clause):
        begin, clause = begin + formed.start("names"), formed["names"]
    more = _WORDS["and-more"].pattern.search(clause)
    items = items_of(text, clause[: more.start()] if more else clause, begin)
    if made and not _WORDS["takes"].pattern.match(items[0][0]):
        return None
    later = begin + len(items[0][0])  # 2025年9月底前完成甲、乙两项: when it is to be done, and none of their dates
    if not made and (
        _WORDS["dated"].pattern.search(text, later, floor + len(told))
        or _WORDS["out-of"].pattern.search(text, begin, floor + len(told))
    ):
        return None
    if formed and not _WORDS["members"].pattern.match(mention.after):
        return None
    if of_them and abs(sum(count for _, count in items) - mention.quantity.value) > NEAR:
        return None
    faults = of_them and _WORDS["faults"].pattern.match(mention.after) is not None
    apposed = faults or any((made, each, formed))
    return _Listed(
        items, Span(begin, begin + len(clause)), more[0] if more else "", more is not None, apposed, each is not None
    )


def _before(text: str, bare: str, floor: int, mention: Mention) -> Relation | None:
    """甲、乙、丙三项制度, 甲、乙等三项制度."""
    listed = _list_before(text, bare, floor, mention)
    if not listed or not _may_be_counted(listed.items, mention):
        return None
    names = [item for item, _ in listed.items]
    if not listed.apposed and are_told_apart(names[-1]):
        return None
    if not listed.apposed and is_of_others(names, listed.tail, mention):
        return None
    noun = _WORDS["noun"].pattern.match(mention.after.lstrip("“"))
    offices = _are_offices(names, mention)
    told = mention.unit == "人" or listed.open_ended or listed.apposed or offices
    if not told and not _apposed(names, mention, (noun and noun[0]) or ""):
        return None
    said = mention.quantity.value
    least, most = how_many(listed.items)
    if said > most + (_MOST if _counts_names(mention) else _FEW) or _are_others(names, mention):
        return None
    joined = _WORDS["with"].pattern.search(names[0]) and not _is_other_side(names[0], mention)
    if joined or bare[floor : listed.span.start].endswith("牵头，"):
        most += said == most + 1 and mention.unit != "所"  # 司法局联合甲、乙三部门: with ourselves
    if listed.each and abs(said - most) > 1:
        return None  # several at each
    if any(least - at <= said <= most - at for at in later_beginnings(names)):
        return None
    kinds = not counts_classes(mention) and not any(
        item.endswith(FILL) or (len(item) > _SHORT and _WORDS["body"].pattern.search(item)) for item in names
    )
    if kinds and not offices and mention.unit in _PLACES and said > most + 1:
        return None  # 在学校、医院、车站六处场所: several of each
    return verdict(mention, least, most, listed.span, listed.open_ended)


def _counts_names(mention: Mention) -> bool:
    """Does the number plainly count names, however far off it is: 八类纠纷, 8项便民制度, but not 学校、医院11项按…设防?"""
    if mention.unit != "项" or mention.quantity.digits == "chinese":
        return counts_classes(mention)
    return _WORDS["deeds"].pattern.search(mention.after[:_NOUN]) is not None


def _is_other_side(first: str, mention: Mention) -> bool:
    """与邮政、烟草、海关5个单位签订协议: are they those with whom something was agreed, and ourselves not among them?"""
    sides = mention.quantity.unit in _SIDES and mention.quantity.digits == "arabic"
    return first.startswith("与") and sides and _WORDS["agreed"].pattern.match(mention.after) is not None


def _are_offices(names: Sequence[str], mention: Mention) -> bool:
    """消防大队联合住建、城管、供电四家单位: do those who act together stand before the number, and no deed of theirs?"""
    joined = _WORDS["with"].pattern.search(names[0])
    members = _WORDS["members"].pattern.match(mention.after) is not None
    return joined is not None and members and not _may_be_others(names[0][joined.end() :], names[1:])


def _are_others(names: Sequence[str], mention: Mention) -> bool:
    """医保局联合公安检查医院、诊所、药店六家单位: may the number count others than those who act together?"""
    joined = _WORDS["with"].pattern.search(names[0])
    return joined is not None and mention.unit in _PLACES and _may_be_others(names[0][joined.end() :], names[1:])


def _may_be_others(first: str, others: Sequence[str]) -> bool:
    """Are they those to whom something was done, or kinds of which there may be several?"""
    names = (first, *others)
    several = any(_WORDS["several-of"].pattern.search(name) for name in names)
    return first == "" or several or any(_acts(name) for name in names if not _WORDS["body"].pattern.search(name))


def _acts(words: str) -> bool:
    """Does a verb stand inside the words, with something on either side?"""
    return any(is_verb(words[at : at + _SHORT]) for at in range(1, len(words) - _SHORT))


def _may_be_counted(items: Sequence[tuple[str, int]], mention: Mention) -> bool:
    """Are there several names, none with a number of its own, and of persons, where these are counted?"""
    others = [item for item, _ in items[1:]]
    several = sum(count for _, count in items) > 1
    if not several or not items[-1][0] or any(len(item) > LONGEST_ITEM for item in others):
        return False
    if any(OWN_NUMBER.search(item) for item in (_MADE.split(items[0][0])[-1], *others)):
        return False
    return mention.unit != "人" or all(_WORDS["person"].pattern.fullmatch(item) for item in others)


def _apposed(items: Sequence[str], mention: Mention, noun: str) -> bool:
    """Does the number stand in apposition to the list, rather than count what follows it alone?"""
    classes, last = counts_classes(mention), items[-1]
    if mention.after.endswith(("中", "中的")) and mention.shared:  # 学校食堂、校外托管三类场所中的两类
        return False
    if not noun and items[0][:1] in PREPOSITIONS and not is_of_fields(mention):  # 在柳溪、石桥试点赋权五项
        return False
    before = items[-2] if len(items) > 1 else ""  # adjoining titles are one member
    deeds = {len(item) for item in items[1:]} == {_SHORT} and len(items) > _SHORT  # 审理、送达4个岗位
    if (_WORDS["another"].pattern.search(last) and not deeds) or mention.after.startswith("、"):
        return False
    if is_verb(last) and len(items) > _SHORT == len(last) < len(before) and begins_with_verb(before):
        return False  # 维护稳定、促进两项建设: with an object of its own
    if mention.after == "" and FILL in last and classes:  # “甲”“乙”主题活动四项
        last = last[: last.rindex(FILL) + 1]
    if last.endswith(FILL):
        few = mention.quantity.digits == "chinese"  # 两本手册, not 300份手册
        issued = noun == "" and _WORDS["issued"].pattern.fullmatch(items[0] + mention.unit)
        return bool(classes or issued or (noun != "" and (few or not _WORDS["copies"].pattern.search(noun))))
    head = noun[-1:]
    if head and all(item.endswith(head) for item in items[:-1]) and not last.endswith(head):
        return False  # 委员会、办公室会、办公室四个小组会: the last of them is what the number counts
    few = classes and mention.quantity.digits == "chinese"
    shortest = _SHORT if few else _SHORT + 1  # 客运、驾培、维修三大行业
    # 调解优先、就地解决五项原则
    parallel = len(items) > _SHORT and {len(item) for item in items[1:]} == {max(len(last), shortest)}
    matter = _WORDS["matter"].pattern.search(last) and _WORDS["deeds"].pattern.match(noun)
    others = [] if matter else [len(item) for item in items[1:-1]]
    if not classes and others and len(_PIECES.split(last)[0]) > max(others) + 1 and before[-1:] != last[-1]:
        return False  # 在县城、集镇、园区布设八个服务点: the last of them may hold a verb
    of_deeds = _WORDS["deeds"].pattern.match(noun) is not None and all(map(ends_in_verb, items[1:]))
    if _WORDS["act"].pattern.search(last) and before[-1:] != last[-1] and not (parallel or of_deeds):
        return False  # but 人员轮训、基准调整、案例发布四项行动
    pieces = _PIECES.split(last)
    if len(pieces) > 1 and len(pieces[-1]) >= len(pieces[0]) + _SHORT and _WORDS["act"].pattern.search(last):
        return False  # 围绕教育、医疗和住房出台8项措施
    if _governs(items, mention):
        return False
    named = len(last) > _SHORT and is_word(last)  # 公安、城管、交通运输四个领域
    if ends_in_verb(last) and not (named or parallel or are_alike(before, last)):
        told = classes or begins_with_verb(items[0])
        if not _WORDS["deeds"].pattern.search(noun) and not (ends_in_verb(before) and told):
            return False
    if _WORDS["body"].pattern.search(last) and noun and not (classes or _WORDS["bodies"].pattern.search(noun)):
        return False  # 乡镇、街道3个中队: of theirs
    return noun != "" or (classes and mention.quantity.digits == "chinese")


def _governs(items: Sequence[str], mention: Mention) -> bool:
    """在河道、水库、湖泊推行五项巡查制度: does the last member end in a verb that the others lack, and that takes what is counted?"""
    core, others = items[-1][:-_SHORT], items[1:-1]
    told = is_of_fields(mention)
    alike = (
        {len(item) for item in others} == {len(core)} and ends_in_verb(items[-1]) and not any(map(ends_in_verb, others))
    )
    return alike and not told and is_word(core) and items[0][:1] in PREPOSITIONS
