"""Numbers that look back on what was named or counted before: 上述3类企业, or at the head of a clause 四项责任全部签状."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from reportlint.document.source import Span
from reportlint.facts.figures.mentions import Mention
from reportlint.facts.prose.masks import Masks
from reportlint.facts.relations.lists.listed import (
    CLAUSE,
    LONGEST_ITEM,
    NEAR,
    OWN_NUMBER,
    REACH,
    how_many,
    items_of,
    verdict,
)
from reportlint.facts.relations.relation import Relation, plain
from reportlint.kept import patterns
from reportlint.language.numbers.ordinals import chinese_number
from reportlint.language.phrases import load_phrases
from reportlint.language.quotes import FILL
from reportlint.language.words.verbs import ends_in_verb, is_verb

_WORDS = load_phrases(__file__, "looked_back")
_NUMBER = patterns.compile(
    r"(?<![0-9.])[0-9]+(?=[个项条类种大点件])|[二两三四五六七八九十]+(?=[个项条类种大点件])|(?<=其)[二三四五六七八九](?=[，是])"
)
_ENDS = patterns.compile("[。！？；]")
_IN_ALL = frozenset("共 共计 合计 总共 一共".split())
_KINDS = frozenset("类 种 大类".split())
_NAMED = 20
"""Things that may be named one by one."""
_SHORT = 2
_MODIFIER = 4
"""Characters before a noun that say of which kind it is: 四项安全责任."""


def looks_back(clause: str, mention: Mention) -> bool:
    """Does a number count what was told before? ``clause``: what stands before it in its clause, where no list does."""
    if clause in _IN_ALL:  # 共四类20人
        return mention.unit in _KINDS and mention.after == "" and mention.shared
    if clause:
        return "、" not in clause and _WORDS["back"].pattern.search(clause) is not None
    few = mention.quantity.digits != "mixed" and mention.mark not in ("", "：", ":")
    return few and _WORDS["all-of-them"].pattern.match(mention.after) is not None


def told_before(text: str, mention: Mention) -> bool:
    """Does the paragraph tell the same number before: 10项进展…，这十项进展; 其四，…上述四个方面?"""
    said = int(mention.quantity.value)
    floor = text.rfind("\n", 0, mention.span.start) + 1
    told = (number[0].replace("两", "二") for number in _NUMBER.finditer(text, floor, mention.span.start))
    return any((int(number) if number.isdecimal() else chinese_number(number)) == said for number in told)


def find_looked_back(masks: Masks, mention: Mention, earlier: Sequence[Mention]) -> Iterator[Relation]:
    """The number against the one told of the same thing before it in the sentence, else against the one list there is."""
    told = [m for m in earlier if _counts_alike(m, mention)]
    if told and _WORDS["and-others"].pattern.match(masks.bare, told[-1].span.end, mention.span.start):
        return
    if told and _has_others(masks, told[-1], mention):
        return
    if mention.quantity.value == 2 and _WORDS["two"].pattern.search(mention.before):
        return
    yield from _number_told_again(mention, told) if told else _looked_back(masks, mention)


def _counts_alike(told: Mention, mention: Mention) -> bool:
    """Do both count one thing in one unit: 四项安全责任, 五项责任?"""
    noun, at = mention.after[:_SHORT], told.after.find(mention.after[:_SHORT])
    plain = len(noun) == _SHORT and 0 <= at <= _MODIFIER and not _WORDS["makes"].pattern.search(told.after[:at])
    each = _WORDS["each"].pattern.search(told.before) is not None  # 每季度听取1次通报，4次通报共指出
    return told.unit == mention.unit and told.exact and plain and not each


def _has_others(masks: Masks, told: Mention, mention: Mention) -> bool:
    """7个断面各达标360天，下沙断面达标351天，8个断面合计…: was something told of each of them, or another one named between?"""
    noun = mention.after[:_SHORT]
    behind = told.after.partition(noun)[2]
    between = masks.bare[told.span.end : mention.span.start].partition(noun)[2]
    return told.quantity.value < mention.quantity.value and (behind.startswith(("各", "每")) or noun in between)


def _number_told_again(mention: Mention, told: Sequence[Mention]) -> Iterator[Relation]:
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
    floor = max(masks.bare.rfind("\n", 0, mention.span.start) + 1, mention.span.start - REACH)
    if mention.before.endswith("这"):  # what was said last, no more than a sentence before
        ends = [end.end() for end in _ENDS.finditer(masks.bare, floor, mention.span.start)]
        floor = ends[-2] if len(ends) > 1 else floor
    at, found = floor, []
    restated = _WORDS["all-of-them"].pattern.match(mention.after) if mention.before == "" else None
    for clause in CLAUSE.split(masks.bare[floor : mention.span.start])[:-1]:
        items = items_of(masks.text, clause.partition("等")[0], at)
        names = sum(count for _, count in items)
        written = masks.text[at : at + len(clause)]
        titled = restated is not None and names > 1 and written.count(f"{restated['noun']}》") == names
        if names > 1 and (not restated or titled or _are_kin(clause, restated["noun"])):
            loose = "等" in clause or _WORDS["and-several"].pattern.search(clause) is not None
            loose = loose or any(OWN_NUMBER.search(item) or len(item) > LONGEST_ITEM for item, _ in items[:-1])
            if not restated or titled or mention.quantity.value >= names:  # fewer may be some of them
                found.append((verdict(mention, *how_many(items), Span(at, at + len(clause)), False), loose))
        at += len(clause) + 1
    holds = [verdict for verdict, _ in found if verdict and verdict.holds]
    if holds or (len(found) == 1 and not found[0][1]):
        yield from (verdict._replace(certain=False) for verdict in [*holds, found[0][0]][:1] if verdict)


def _are_kin(clause: str, noun: str) -> bool:
    """Does a list name what the noun counts, with no verb between (卫健部门成立两个检查组), or documents by their titles?"""
    last, found, _ = clause.rpartition("、")[2].partition(noun)
    number = OWN_NUMBER.search(last)
    if number:
        told = number.end() == len(last) and not (number.start() > _MODIFIER and ends_in_verb(last[: number.start()]))
    else:
        told = not any(is_verb(last[at : at + 2]) for at in range(len(last) - 1))
    return (found != "" and told) or (FILL in clause and _WORDS["document"].pattern.fullmatch(noun) is not None)


def find_above(mentions: Sequence[Mention]) -> Iterator[Relation]:
    """清单共32项，其中首违不罚19项、从轻处罚13项，…上述31项: more than can be named, against the whole that was told of them in the sentence."""
    for at, mention in enumerate(mentions):
        few = mention.quantity.value <= _NAMED or not mention.exact or mention.quantity.kind != "count"
        if few or not (_WORDS["above"].pattern.search(mention.before) and mention.after[:1] in ("", "的", "均", "全")):
            continue
        told = [m for m in mentions[:at] if m.unit == mention.unit and m.exact]
        values = [m.value for m in told]
        whole = max(told, key=lambda m: m.value, default=None)
        if whole is None or mention.value in values or not (len(values) == 1 or sum(values) == 2 * whole.value):
            continue
        if abs(whole.value - mention.value) <= NEAR:
            computed = f"前面说 {plain(whole)} 项"
            yield Relation("count", mention.span, plain(mention), computed, False, (whole.span,), certain=False)
