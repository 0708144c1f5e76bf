"""The members of a list of names, and a number held against them."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from reportlint.document.source import Span
from reportlint.facts.figures.mentions import Mention
from reportlint.facts.relations.relation import Relation, plain
from reportlint.kept import patterns
from reportlint.language.quotes import FILL

CLASSES = frozenset("项 类 种 大 大类 个方面 方面 级 重 领域 环节 部门 阶段 场景".split())
"""Units in which a number counts names even where no noun follows."""
UNITS = CLASSES | frozenset("个 支 条 块 份 件 部 道 本 册 场 家 座 处 套 所 张 轮 片 组 路".split())
"""Units in which it does where a noun follows: 4块牌子."""
CLAUSE = patterns.compile(r"[，,；;。：:．｡﹒\n]")
LIST_END = patterns.compile(r"[，,；;。：:（）()\n]")
"""A mark or a bracket, behind which no plain list goes on."""
OWN_NUMBER = patterns.compile(
    r"(?:[0-9]+|(?<![一二两三四五六七八九十百])[二两三四五六七八九]|[一二三四五六七八九十百]{2,})(?:余|多)?[ ]?(?:[个项类种件次场条家处名人份支部期级方座所台辆艘间栋套块张起宗户]|大(?!队|厅|会|道|厦))"
)
REACH = 200
"""Characters of a list looked at."""
LONGEST_ITEM = 28
TITLES = patterns.compile(rf"{FILL}+(?:[、，]?(?:以及|[和及与])?{FILL}+)*(?=[。；]|，(?!以及|[和及与另并还]))")
"""Titles and nothing else, up to where they plainly end."""
NEAR = 2
"""A number further from that of the names may count something else."""
JOINED = patterns.compile("、|以及|[和及与]")
"""Between two members of a plain list."""
NUMBERS = {
    word: number
    for number, words in enumerate(("一", "二两双", "三", "四", "五", "六", "七", "八", "九", "十"), 1)
    for word in words
}
"""What a numeral in one word with what it counts stands for: 两中心, 双公示."""
_OF_CLASSES = ("方面", "领域", "环节", "阶段", "层面", "维度")
"""Nouns that are as good as a unit of these: 4个方面."""
_ADJOINING = patterns.compile(r"[”》](?:[和与及]|以及)?(?=[“《])")
_BETWEEN = patterns.compile(rf"(?:[和及与]|以及)(?!{FILL})|(?<!{FILL})(?:[和及与]|以及)")
"""Between two names where it is not plain, as it is between two quotations."""
_BODY = patterns.compile("[局委办院所站队]$|(?:机构|机关|法院|部门|中心|公司)$")
_SEVERAL = 3
"""Names behind which 等 may stand though they are all: 甲、乙、丙等三项."""
_SHORT_ITEM = 6
_SHORT = 2


def counts_classes(mention: Mention) -> bool:
    """Does the number count classes of things, and so names, whatever noun follows?"""
    unit = mention.quantity.unit
    return unit in CLASSES or (unit == "个" and mention.after.startswith(_OF_CLASSES))


def items_of(text: str, clause: str, begin: int) -> list[tuple[str, int]]:
    """The members of a list as masked, each with the number of names in it: “甲”“乙” are two."""
    found, at = [], begin
    for item in clause.split("、"):
        found.append((item.strip(), 1 + len(_ADJOINING.findall(text, at, at + len(item)))))
        at += len(item) + 1
    return found


def how_many(items: Sequence[tuple[str, int]]) -> tuple[int, int]:
    """The least and the most names there may be: the last member may be two, joined by 和, and surely is where these are built as the others."""
    names, last = sum(count for _, count in items), items[-1][0]
    inside = sum(_BETWEEN.search(item) is not None for item, _ in items[1:-1])  # 苏南、粤南和胶东、辽东
    joined = next((m for m in _BETWEEN.finditer(last) if last[: m.start()] and last[m.end() :]), None)  # not 中和
    if not joined:
        return names, names + inside
    pieces = [item for item, _ in items[1:-1]] + [last[: joined.start()], last[joined.end() :]]
    alike = len({piece[-1:] for piece in (items[0][0], *pieces)}) == 1 or len({len(piece) for piece in pieces}) == 1
    alike = alike or all(_BODY.search(piece) for piece in pieces[-2:])
    behind = len(last) - joined.end()
    surely = alike or (joined.group() in ("及", "以及") and behind > _SHORT)  # 海洋工程及药业 is one
    return names + (surely and len(items) > 1 and all(pieces)), names + inside + 1


def may_be_one(items: Sequence[str]) -> bool:
    """May a 、 stand inside one name: 被申请行政复议、提起行政诉讼情况? The second ends what both begin alike."""
    return any(
        len(other) >= _SHORT_ITEM and 0 <= other.find(one[at : at + _SHORT]) < len(other) - (len(one) - at)
        for one, other in pairwise(items)
        for at in range(len(one) - 1)
    )


def verdict(mention: Mention, least: int, most: int, span: Span, open_ended: bool) -> Relation | None:
    """The number against that of the names. A list with 等 may name but a few; where one alone lacks, it may be forgotten."""
    said = int(mention.quantity.value)
    lacks_one = said == most + 1 and mention.quantity.digits == "chinese" and least == most >= _SEVERAL
    if open_ended and said > most and not lacks_one:
        return None
    holds = least <= said <= most
    names_alone = counts_classes(mention) or said < least  # 示范村、示范社区3个典型: how many of each is open
    certain = abs(said - most) <= NEAR and names_alone and not (open_ended and said > most)
    listed = f"列出 {min(max(said, least), most)} 项"
    where = "前面" if span.start < mention.span.start else "后面"
    return Relation("count", mention.span, plain(mention), where + listed, holds, (span,), certain)
