"""A number of things that are named beside it: 甲、乙、丙三项制度, “甲”“乙”2块牌子, 两项制度，即甲、乙, 三个行业（甲、乙、丙）.

A number counts a list only where the words say so; where another reading is left, nothing is held against it:
增强四个意识、坚定四个自信 (numbers of their own), 县委会议、办公室四个小组会议 (it counts what follows), 联合公安、城管开展3次检查 (a deed
stands between), 印发《甲》《乙》300份 (copies).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from reportlint.document.source import Span
from reportlint.facts.figures.mentions import Mention
from reportlint.facts.prose.masks import Masks
from reportlint.facts.relations.relation import Relation, plain
from reportlint.kept import patterns
from reportlint.language.phrases import load_phrases
from reportlint.language.quotes import FILL
from reportlint.language.verbs import begins_with_verb, ends_in_verb, is_verb

_WORDS = load_phrases(__file__, "named")
_CLASSES = frozenset("项 类 种 大 大类 个方面 方面 级 重 领域 环节 部门 阶段 场景".split())
"""Units in which a number counts names even where no noun follows."""
_UNITS = _CLASSES | frozenset("个 支 条 块 份 件 部 道 本 册 场 家 座 处 套 所 张".split())
"""Units in which it does where a noun follows: 4块牌子."""
_TOLD_APART = _UNITS | frozenset("起 宗 则 篇 例 次 人 期".split())
"""Units in which it does where the names are told behind it: 3起案例，分别为甲案、乙案."""
_CLAUSE = patterns.compile(r"[，,；;。：:．｡﹒\n]")
_ADJOINING = patterns.compile(r"[”》](?:[和与及]|以及)?(?=[“《])")
_OWN_NUMBER = patterns.compile(
    r"(?:[0-9]+|(?<![一二两三四五六七八九十百])[二两三四五六七八九]|[一二三四五六七八九十百]{2,})(?:余|多)?(?:[个项类种件次场条家处名人份支部期级方]|大(?!队|厅|会|道|厦))"
)
_REACH = 200
"""Characters of a list looked at."""
_LONGEST_ITEM = 28
_SHORT_ITEM = 6
_LONGEST_NAME = 4
"""Characters of a person's name."""
_SHORT = 2
_MOST = 20
_MODIFIER = 4
"""Characters before a noun that say of which kind it is: 四项安全责任."""
_NEAR = 2
"""A number further from that of the names may count something else."""
_LIST_END = patterns.compile(r"[，,；;。：:（()）\n]")
_BETWEEN_LISTS = patterns.compile(rf"(?:和|以及)(?={FILL})")
_PREPOSITIONS = frozenset("对在向就为从")
_AFTER_LIST = patterns.compile(rf"[\u4e00-\u9fff{FILL}]{{1,12}}?(?:和|以及|及)")
_BETWEEN = patterns.compile(rf"(?:[和及与]|以及)(?!{FILL})|(?<!{FILL})(?:[和及与]|以及)")
"""Between two names where it is not plain, as it is between two quotations."""


def find_named(masks: Masks, sentence: Span, mentions: Sequence[Mention]) -> Iterator[Relation]:
    """The counts of things named in the same sentence."""
    for number, mention in enumerate(mentions):
        quantity = mention.quantity
        if mention.unit not in _TOLD_APART or not mention.exact or not 2 <= quantity.value <= _MOST:
            continue
        floor = max(sentence.start, quantity.span.start - _REACH, _second_list(masks.bare, mentions, number))
        clause = _CLAUSE.split(masks.bare[floor : quantity.span.start])[-1]
        if "、" not in clause and (_WORDS["back"].pattern.search(clause) or (not clause and _restates(mention))):
            told = [m for m in mentions[:number] if _counts_alike(m, mention)]
            yield from _told_again(mention, told) if told else _looked_back(masks, mention)
            continue
        found = (mention.unit in _UNITS or mention.unit == "人") and _before(masks.text, masks.bare, floor, mention)
        found = found or _behind(masks.text, masks.unquoted, sentence.end, mention)
        if found:
            yield found


def _restates(mention: Mention) -> bool:
    """Does a clause begin with all of what was told before: 四个行业共检查126家?"""
    few = mention.quantity.digits == "chinese" and mention.mark not in ("", "：", ":")
    return few and _WORDS["all-of-them"].pattern.match(mention.after) is not None


def _counts_alike(told: Mention, mention: Mention) -> bool:
    """Do both count one thing in one unit: 四项安全责任, 五项责任?"""
    noun, at = mention.after[:_SHORT], told.after.find(mention.after[:_SHORT])
    plain = (
        len(noun) == _SHORT and 0 <= at <= _MODIFIER and not any(is_verb(told.after[n : n + 2]) for n in range(at - 1))
    )
    return told.unit == mention.unit and told.exact and plain


def _told_again(mention: Mention, told: Sequence[Mention]) -> Iterator[Relation]:
    """落实消防、用电、燃气三项责任，四项责任全部签状: the number that was told before."""
    holds = any(m.quantity.value == mention.quantity.value for m in told)
    back = _WORDS["back"].pattern.search(mention.before) is not None
    if holds or (len(told) == 1 and (back or mention.quantity.value > told[0].quantity.value)):
        computed = f"前面说 {plain(told[0])} 项"
        yield Relation("count", mention.span, plain(mention), computed, holds, (told[0].span,), certain=False)


def _looked_back(masks: Masks, mention: Mention) -> Iterator[Relation]:
    """检查食品、药品、燃气企业，上述3类…: the one list in what was just said; where there are several, one that fits is believed.

    Without 上述 only a list that names what is counted is looked at: 在建筑、制造两个行业…，三个行业共….
    """
    floor = max(masks.bare.rfind("\n", 0, mention.span.start) + 1, mention.span.start - _REACH)
    at, found = floor, []
    restated = _WORDS["all-of-them"].pattern.match(mention.after) if mention.before == "" else None
    for clause in _CLAUSE.split(masks.bare[floor : mention.span.start])[:-1]:
        items = _items(masks.text, clause.partition("等")[0], at)
        names = sum(count for _, count in items)
        if names > 1 and (not restated or _are_kin(clause, restated["noun"])):
            loose = "等" in clause or any(
                _OWN_NUMBER.search(item) or len(item) > _LONGEST_ITEM for item, _ in items[:-1]
            )
            if not restated or mention.quantity.value >= names:  # fewer may be some of them
                found.append((_verdict(mention, *_joined(items), Span(at, at + len(clause)), False), loose))
        at += len(clause) + 1
    holds = [verdict for verdict, _ in found if verdict and verdict.holds]
    if holds or (len(found) == 1 and not found[0][1]):
        yield from (verdict._replace(certain=False) for verdict in [*holds, found[0][0]][:1] if verdict)


def _are_kin(clause: str, noun: str) -> bool:
    """Does a list name what the noun counts, with no verb between (卫健部门成立两个检查组), or documents by their titles?"""
    last, found, _ = clause.rpartition("、")[2].partition(noun)
    number = _OWN_NUMBER.search(last)
    if number:
        told = number.end() == len(last) and not _WORDS["act"].pattern.search(last[: number.start()])
    else:
        told = not any(is_verb(last[at : at + 2]) for at in range(len(last) - 1))
    return (found != "" and told) or (FILL in clause and _WORDS["document"].pattern.fullmatch(noun) is not None)


def _second_list(bare: str, mentions: Sequence[Mention], number: int) -> int:
    """Where a second list begins in “甲”“乙”两个品牌和“丙”“丁”“戊”三个品牌; else 0."""
    if not number:
        return 0
    last = mentions[number - 1].span.end
    joined = _BETWEEN_LISTS.search(bare, last, mentions[number].span.start)
    if not joined and mentions[number - 1].unit in _UNITS:
        joined = _AFTER_LIST.match(bare, last, mentions[number].span.start)
    return joined.end() if joined else 0


def _before(text: str, bare: str, floor: int, mention: Mention) -> Relation | None:
    """甲、乙、丙三项制度, 甲、乙等三项制度."""
    start = mention.span.start
    told = _WORDS["told"].pattern.sub("", bare[floor:start].rstrip())
    if told.endswith("的") and _CLAUSE.split(told)[-1].count("、") > 1:
        told = told[:-1]  # 甲、乙、丙的三项制度
    clause = _CLAUSE.split(told)[-1].rstrip()
    begin = floor + len(told) - len(clause)
    more = _WORDS["and-more"].pattern.search(clause)
    open_ended = more is not None
    items = _items(text, clause[: more.start()] if more else clause, begin)
    names = sum(count for _, count in items)
    if names < 2 or not items[-1][0] or any(len(item) > _LONGEST_ITEM for item, _ in items[1:]):
        return None
    if any(_OWN_NUMBER.search(item) for item, _ in items):
        return None
    if mention.unit == "人" and not all(_WORDS["person"].pattern.fullmatch(item) for item, _ in items[1:]):
        return None
    noun = _WORDS["noun"].pattern.match(mention.after)
    if (
        mention.unit != "人"
        and not open_ended
        and not _apposed([item for item, _ in items], mention, (noun and noun[0]) or "")
    ):
        return None
    least, most = _joined(items)
    if _WORDS["with"].pattern.search(items[0][0]):
        most += mention.quantity.value == most + 1  # 司法局联合甲、乙三部门: with ourselves
    if any(least - at <= mention.quantity.value <= most - at for at in _later_beginnings([item for item, _ in items])):
        return None
    kinds = mention.quantity.unit not in _CLASSES and not any(
        item.endswith(FILL) or (len(item) > _SHORT and _WORDS["body"].pattern.search(item)) for item, _ in items
    )
    if kinds and mention.quantity.value > most + 1:
        return None  # 在学校、医院、车站六处场所: several of each
    span = Span(begin, begin + len(clause))
    return _verdict(mention, least, most, span, open_ended)


def _items(text: str, clause: str, begin: int) -> list[tuple[str, int]]:
    """The members of a list as masked, each with the number of names in it: “甲”“乙” are two."""
    found, at = [], begin
    for item in clause.split("、"):
        found.append((item.strip(), 1 + len(_ADJOINING.findall(text, at, at + len(item)))))
        at += len(item) + 1
    return found


def _later_beginnings(items: Sequence[str]) -> Iterator[int]:
    """How many members stand before each one with which the list may begin: 对 in 公安、文旅对网吧、酒店两类场所."""
    for at, item in enumerate(items[1:-1], 1):
        if any(_begins_list(item[:n], item[n:], items[at + 1]) for n in range(_SHORT + 1, len(item) - 1)):
            yield at


def _begins_list(before: str, first: str, second: str) -> bool:
    """文旅对网吧、酒店, 县检察院建立府院联动、府检联动: does a list begin in the midst, its first member like its second?"""
    length, end = len(first) == len(second), first[-1:] == second[-1:]
    return (length and end and is_verb(before[-2:])) or ((length or end) and before[-1] in _PREPOSITIONS)


def _joined(items: Sequence[tuple[str, int]]) -> tuple[int, int]:
    """The least and the most names there may be: the last member may be two, joined by 和, and surely is where these are built as the others."""
    names, last = sum(count for _, count in items), items[-1][0]
    joined = _BETWEEN.search(last)
    if not joined:
        return names, names
    pieces = [item for item, _ in items[1:-1]] + [last[: joined.start()], last[joined.end() :]]
    alike = len({piece[-1:] for piece in (items[0][0], *pieces)}) == 1 or len({len(piece) for piece in pieces}) == 1
    surely = joined.group() in ("及", "以及") or alike
    return names + (surely and len(items) > 1 and all(pieces)), names + 1


def _apposed(items: Sequence[str], mention: Mention, noun: str) -> bool:
    """Does the number stand in apposition to the list, rather than count what follows it alone?"""
    unit, last = mention.quantity.unit, items[-1]
    before = items[-2] if len(items) > 1 else ""  # adjoining titles are one member
    deeds = {len(item) for item in items[1:]} == {_SHORT} and len(items) > _SHORT  # 审理、送达4个岗位
    if (_WORDS["another"].pattern.search(last) and not deeds) or mention.after.startswith("、"):
        return False
    if last.endswith(FILL):
        few = mention.quantity.digits == "chinese"  # 两本手册, not 300份手册
        return unit in _CLASSES or (noun != "" and (few or not _WORDS["copies"].pattern.search(noun)))
    head = noun[-1:]
    if head and all(item.endswith(head) for item in items[:-1]) and not last.endswith(head):
        return False  # 委员会、办公室会、办公室四个小组会: the last of them is what the number counts
    few = unit in _CLASSES and mention.quantity.digits == "chinese"
    shortest = _SHORT if few else _SHORT + 1  # 客运、驾培、维修三大行业
    parallel = len(items) > _SHORT and {len(item) for item in items[1:]} == {
        max(len(last), shortest)
    }  # 调解优先、就地解决五项原则
    if _WORDS["act"].pattern.search(last) and before[-1:] != last[-1] and not parallel:
        return False
    if ends_in_verb(last) and not (parallel or _alike(before, last)):
        told = unit in _CLASSES or begins_with_verb(items[0])
        if not _WORDS["deeds"].pattern.search(noun) and not (ends_in_verb(before) and told):
            return False
    if _WORDS["body"].pattern.search(last) and noun and not (unit in _CLASSES or _WORDS["bodies"].pattern.search(noun)):
        return False  # 乡镇、街道3个中队: of theirs
    return noun != "" or (unit in _CLASSES and mention.quantity.digits == "chinese")


def _alike(one: str, other: str) -> bool:
    """Are two members built alike: 上门办、代办; 行政许可、行政征收; 案卷评查、资格管理?"""
    core = one[2:] if begins_with_verb(one) else one
    return one[-1:] == other[-1] or one[-len(other) :][:2] == other[:2] or (len(core) == len(other) > _SHORT)


def _behind(text: str, unquoted: str, end: int, mention: Mention) -> Relation | None:
    """两项制度，即甲、乙; 三个行业（甲、乙、丙）; 分为三类：甲、乙、丙。"""
    lead = _WORDS["lead"].pattern.match(unquoted, mention.span.end, end)
    if not lead:
        return None
    listed = _LIST_END.split(unquoted[lead.end() : end])[0]
    closed = unquoted[lead.end() + len(listed) : lead.end() + len(listed) + 1]
    mark = lead["mark"]
    if mention.unit not in _UNITS and not set(mark) & set("别即们"):
        return None  # 开展3次检查：甲、乙
    if mention.unit == "人" and (
        not ("分别" in mark or "们" in mark) or len(max(listed.split("、"), key=len)) > _LONGEST_NAME
    ):
        return None
    if (mark in "（(") != (closed in "）)") or (mark in "：:" and closed not in "。；"):
        return None
    open_ended = listed.endswith("等") or (mark.endswith("包括") and not (listed.endswith(FILL) and closed in "。；"))
    items = _items(text, listed.removesuffix("等"), lead.end())
    names = sum(count for _, count in items)
    if names < 2 or any(not 0 < len(item) <= _LONGEST_ITEM or _OWN_NUMBER.search(item) for item, _ in items):
        return None
    if mark in "（(" and (
        all(_WORDS["alternative"].pattern.fullmatch(item) for item, _ in items) or _WORDS["aside"].pattern.match(listed)
    ):
        return None  # 12个镇（街道、园区）
    least, most = _joined(items)
    of_one_kind = len({item[-1:] for item, _ in items}) == 1
    if names > mention.quantity.value and not of_one_kind and _may_be_one([item for item, _ in items]):
        return None  # the name of one may hold a 、: 被申请行政复议、提起行政诉讼情况
    span = Span(lead.end(), lead.end() + len(listed))
    found = _verdict(mention, least, most, span, open_ended)
    surely = mark not in "（(" and not mark.endswith("包括")
    return found and (found if found.holds or surely else found._replace(certain=False))


def _may_be_one(items: Sequence[str]) -> bool:
    """May a 、 stand inside one name: 被申请行政复议、提起行政诉讼情况? The second ends what both begin alike."""
    return any(
        len(other) >= _SHORT_ITEM and 0 <= other.find(one[at : at + _SHORT]) < len(other) - (len(one) - at)
        for one, other in pairwise(items)
        for at in range(len(one) - 1)
    )


def _verdict(mention: Mention, least: int, most: int, span: Span, open_ended: bool) -> Relation | None:
    """The number against that of the names. A list with 等 may name but a few; where one alone lacks, it may be forgotten."""
    said = int(mention.quantity.value)
    if open_ended and said > most and not (said == most + 1 and mention.quantity.digits == "chinese" and least == most):
        return None
    holds = least <= said <= most
    names_alone = mention.quantity.unit in _CLASSES or said < least  # 示范村、示范社区3个典型: how many of each is open
    certain = abs(said - most) <= _NEAR and names_alone and not (open_ended and said > most)
    listed = f"列出 {min(max(said, least), most)} 项"
    where = "前面" if span.start < mention.span.start else "后面"
    return Relation("count", mention.span, plain(mention), where + listed, holds, (span,), certain)
