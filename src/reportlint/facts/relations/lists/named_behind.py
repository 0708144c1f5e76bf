"""A list of names behind the number that counts them: 两项制度，即甲、乙; 三个行业（甲、乙、丙）; 3起案例，分别为甲案、乙案."""

from __future__ import annotations

from collections.abc import Sequence

from reportlint.document.source import Span
from reportlint.facts.figures.mentions import Mention
from reportlint.facts.relations.lists.listed import (
    LIST_END,
    LONGEST_ITEM,
    OWN_NUMBER,
    TITLES,
    UNITS,
    how_many,
    items_of,
    may_be_one,
    verdict,
)
from reportlint.facts.relations.relation import Relation
from reportlint.kept import patterns
from reportlint.language.phrases import load_phrases
from reportlint.language.quotes import FILL
from reportlint.language.words.verbs import begins_with_verb

_WORDS = load_phrases(__file__, "named")
_LONGEST_NAME = 4
"""Characters of a person's name."""
_SHORT = 2
_FIGURE = patterns.compile(r"[\d.]+[万亿]?[\u4e00-\u9fff%％]")
"""A member that is a figure, and no name: 案件12起，罚款分别为214万元、67万元."""
_DEED = patterns.compile(r"，(?:[^，。；：、\d]{2,12}\d|(?:由|经|使|让|均|并|已|全部|推动|带动|实现)[^，。；：、])")
"""Behind a list: what was done besides: ，检查渡口36处; or with it: ，由12个窗口执行."""
_TELLS = patterns.compile(r"，(?:共|合计|累计|涉及|惠及|覆盖|受益|全年|年内|已)")
"""Behind a list: so many it comes to, of which no member would tell: ，涉及院落36处."""
_ASIDE = patterns.compile(r"(?<=[\u4e00-\u9fff])[（(][^（()）\n、]{1,20}[)）](?=、|[和及与])")


def find_behind(text: str, unquoted: str, end: int, mention: Mention) -> Relation | None:
    """两项制度，即甲、乙; 三个行业（甲、乙、丙）; 分为三类：甲、乙、丙。"""
    lead = _WORDS["lead"].pattern.match(unquoted, mention.span.end, end)
    if not lead:
        return None
    if OWN_NUMBER.search(lead.group()) or (lead["mark"] in "（(" and unquoted[lead.end() - 2] == FILL):
        return None  # 十件中有八件是“甲”“乙”; “甲”活动（…): the bracket tells what the quoted name means
    titles = TITLES.match(unquoted, lead.end(), end)
    bare = _ASIDE.sub(lambda aside: FILL * len(aside[0]), unquoted[lead.end() : end])  # 东北虎（乌苏里虎）、华南虎
    listed = titles.group().replace("，", "、") if titles else LIST_END.split(bare)[0]
    closed = unquoted[lead.end() + len(listed) : lead.end() + len(listed) + 1]
    mark = lead["mark"]
    if (
        mention.unit not in UNITS
        and mention.unit != "人"
        and not (set(mark) & set("别即们") or _of_its_kind(listed, mark, mention))
    ):
        return None  # 开展3次检查：甲、乙
    if mention.unit == "人" and not _are_persons(listed.split("、"), mark):
        return None
    ended = closed in "。；" or _DEED.match(unquoted, lead.end() + len(listed), end) is not None
    if (mark in "（(") != (closed in "）)") or (mark in "：:" and not titles and not ended):
        return None
    groups = unquoted[lead.end() : end].rstrip("。").split("；")
    if "之类" in listed or (closed == "；" and len(groups) == mention.quantity.value):
        return None  # 三大市场：东亚的甲、乙；欧洲的丙；美洲的丁
    open_ended = listed.endswith("等") or (mark.endswith("包括") and not (listed.endswith(FILL) and closed in "。；"))
    items = items_of(text, listed.removesuffix("等"), lead.end())
    names = sum(count for _, count in items)
    if names < 2 or any(
        not 0 < len(item) <= LONGEST_ITEM * many or OWN_NUMBER.search(item) or _FIGURE.fullmatch(item)
        for item, many in items
    ):
        return None
    if mark in "（(" and (
        all(_WORDS["alternative"].pattern.fullmatch(item) for item, _ in items) or _WORDS["aside"].pattern.match(listed)
    ):
        return None  # 12个镇（街道、园区）
    told = [item for item, _ in items]
    after = unquoted[lead.end() + len(listed) : end]
    if mark in "：:" and not titles and closed not in "。；" and not _are_all(told, mention, after):
        return None
    least, most = how_many(items)
    of_one_kind = len({item[-1:] for item, _ in items}) == 1
    if names > mention.quantity.value and not of_one_kind and may_be_one(told):
        return None  # the name of one may hold a 、: 被申请行政复议、提起行政诉讼情况
    span = Span(lead.end(), lead.end() + len(listed))
    found = verdict(mention, least, most, span, open_ended)
    surely = mark not in "（(" and not mark.endswith("包括")
    return found and (found if found.holds or surely else found._replace(certain=False))


def _are_all(names: Sequence[str], mention: Mention, after: str) -> bool:
    """定人、定岗，检查渡口36处: or may the deed behind them be a member as well? None of things, nor of what is built alike."""
    things = not (_WORDS["deeds"].pattern.match(mention.after) or any(map(begins_with_verb, names)))
    return things or _TELLS.match(after) is not None or _are_built_alike(names)


def _are_built_alike(names: Sequence[str]) -> bool:
    """定人、定岗; 首问负责、一次告知、限时办结: as long as one another, and of two one character is the same."""
    same = any(len({name[at] for name in names}) == 1 for at in (0, -1))
    return len({len(name) for name in names}) == 1 and (same or len(names) > _SHORT)


def _of_its_kind(listed: str, mark: str, mention: Mention) -> bool:
    """5起案件（甲违建案、乙欠薪案）: do the names all end as what is counted is called?"""
    ends = {name[-1:] for name in listed.removesuffix("等").split("、")}
    return mark in "（(：:" and len(ends) == 1 and ends.pop() in mention.after


def _are_persons(names: Sequence[str], mark: str) -> bool:
    """分别是张明、李强; behind a colon or in brackets, where anything may stand, plainly names."""
    if mark in "：:（(":
        known = sum(_WORDS["person"].pattern.fullmatch(name) is not None for name in names)
        plainly = known == len(names) or (len(names) > _SHORT and 2 * known > len(names))
        return plainly and all(len(name) <= _LONGEST_NAME for name in names)
    return ("分别" in mark or "们" in mark) and all(map(_may_be_person, names))


def _may_be_person(name: str) -> bool:
    """Is it a name, or one behind its office: 城管中队何岩?"""
    return len(name) <= _LONGEST_NAME or _WORDS["of-office"].pattern.fullmatch(name) is not None
