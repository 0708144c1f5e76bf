"""Does a figure count what was done, or for whom, and not the things named beside it: 宣讲社区36场, 查处公职人员5件, 签订协议36家?"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from reportlint.facts.figures.mentions import Mention
from reportlint.facts.figures.objects import deed_before, object_in
from reportlint.language.numbers.measure_words import PARTIES, VISITORS, Counted, by_its_head, counted_in, how_counted
from reportlint.language.phrases import load_phrases
from reportlint.language.words.verbs import begins_with_verb, is_verb
from reportlint.language.words.word_boundaries import cut

_WORDS = load_phrases(__file__, "counted_deeds")
DEEDS = frozenset("件起宗处份")
"""Measure words of what was done."""
_MESSAGES = frozenset("条件份")
"""Those of what is said to somebody."""
_WORD = 2
"""Characters of a word."""
_TIMES = frozenset(("场", "期", "场次"))
_RECEIVERS = frozenset("家个")
"""The first measure words of bodies and places, to which something may be handed over."""
_OF_ANY = frozenset("件项处起")
"""Measure words of anything, for which sums of unlike things are given."""
_OF_PARTIES = frozenset("名家户支")
"""The first measure words of persons and bodies."""
_BODIES = frozenset(("家", "个", "支"))
"""The measure words of what does things itself: 县级调委会560件 counts what it did."""


class _Deed(NamedTuple):
    """A rule for words by which some measure words count what was done. opens: the words must begin with it."""

    units: frozenset[str]
    rule: str
    opens: bool = False
    things: frozenset[str] | None = None
    """The first measure words of the things beside which it holds; None for all."""

    def is_told(self, unit: str, measured: Counted, words: str) -> bool:
        """Is it what a figure of this unit counts, in place of the thing that is told with it?"""
        if unit not in self.units or (self.things and measured.right[0] not in self.things):
            return False
        pattern = _WORDS[self.rule].pattern
        return (pattern.match if self.opens else pattern.search)(words) is not None


_DEEDS_TOLD = (
    _Deed(VISITORS | PARTIES, "votes"),
    _Deed(frozenset("人"), "for-oneself"),  # 签订劳动合同1278人
    _Deed(_MESSAGES, "spoken", things=_OF_PARTIES),
    _Deed(frozenset("户"), "households", things=frozenset("名")),
    _Deed(PARTIES, "parties", opens=True),
    _Deed(_TIMES, "taught", opens=True),
    _Deed(VISITORS, "placed", things=_RECEIVERS),  # 安置普通学校98名
    _Deed(frozenset("份"), "handed"),
    _Deed(frozenset("处"), "amended"),
    _Deed(frozenset("处"), "caught", things=frozenset("艘辆台块座面条根")),  # 发现沉船3处
)
"""Where nothing stands behind the figure."""


def may_be_deed(words: str) -> bool:
    """通报3家, 处罚企业36件: do they tell what was done, so that the figure may count it?"""
    return _WORDS["deeds"].pattern.match(words) is not None


def was_made(words: str) -> bool:
    """Is it told what was found, made or taken on, and not what was done to something once and again?"""
    return _WORDS["made"].pattern.search(words) is not None


def counts_deeds(mention: Mention, measured: Counted, ends_here: bool) -> bool:
    """查处公职人员5件, 受理企业36件, 宣讲社区36场: what was done to them is counted, not these. ends_here: nothing is behind it."""
    unit, words = mention.quantity.unit, deed_before(mention.before)
    if _counts_anywhere(mention, measured, ends_here, words):
        return True
    if not ends_here:
        return unit in measured.deeds and unit == "次"  # 两次发文推广经验
    if any(deed.is_told(unit, measured, words) for deed in _DEEDS_TOLD):
        return True
    if unit in VISITORS and "起" not in measured.right and _are_persons_of(words):
        return True
    if unit[:1] in measured.right and unit[1:] == "次":  # 聘请专家检查燃气企业214家次
        return True
    if unit in _TIMES and _WORDS["punished"].pattern.search(words):
        return False
    if "场" in measured.deeds and unit in DEEDS and mention.before.startswith("其中"):
        return True  # 化解纠纷126起，其中村级调解员86起
    if measured.right[0] in _BODIES and unit in DEEDS and _did_it(mention, words):
        return True
    if measured.right[0] in _RECEIVERS and _WORDS["sent"].pattern.search(words):
        return True  # 移送司法机关9人, 核对后移交档案馆235卷
    way = _WORDS["sent" if unit == "份" else "deeds"].pattern
    dealt_with = unit in DEEDS and not mention.after and way.match(words) is not None
    return dealt_with or (unit in measured.deeds and not was_made(words))


def _counts_anywhere(mention: Mention, measured: Counted, ends_here: bool, words: str) -> bool:
    """Does it count deeds or those for whom something was done, whatever stands behind it: 编发指引5期, 对36户次纳税人不予处罚?"""
    unit = mention.quantity.unit
    persons = "名" in measured.right
    if unit == "起" and (ends_here or not persons) and _WORDS["deeds"].pattern.match(words):
        return True  # 破坏电力设备12起、盗窃电缆6起; not 移送起诉12起嫌疑人
    if unit == "起" and ends_here and _is_deed(_what_was_caught(words), persons):
        return True  # 识别占道堆物36起; not 发现井盖36起
    if unit == "户" and unit in words:  # 入户宣讲8000户
        return True
    return counts_issues(unit, words) or (unit[1:] == "次" and unit[0] in PARTIES)


def counts_issues(unit: str, words: str) -> bool:
    """编发指引5期: does it count how often something came out, whatever stood in it?"""
    return unit == "期" and _WORDS["issued"].pattern.match(words) is not None


def _did_it(mention: Mention, words: str) -> bool:
    """县级调委会560件, 法援窗口86件: is it counted what a body did, and not what was done to it: 对幼儿园46件逐所核查?"""
    done_to = mention.after and _WORDS["done-to"].pattern.search(mention.before)
    return not done_to and (_WORDS["of-body"].pattern.search(words) is not None or not _does(words))


def are_unlike(mention: Mention) -> bool:
    """犬只、渔船、古树279件: is it a sum of things, none a person or a body, that are each counted in another way?"""
    if not mention.joints or mention.unit not in _OF_ANY:
        return False
    ways = {found.right[0] for found in counted_in(mention.before)}
    return len(ways) > 1 and ways.isdisjoint(_OF_PARTIES)


def are_sent(mention: Mention, noun: str | None) -> bool:
    """组织人民陪审员45件旁听庭审, 选派法治副校长65所到中小学任职: are they persons who are made to do what is told behind?"""
    found = how_counted(noun) if noun else None
    if mention.quantity.unit in VISITORS or not found or "名" not in found.right:
        return False
    after = mention.after
    if not after.startswith(("到", "在", "上", "下", "沿")):
        own = any(noun and mention.quantity.unit not in noun.wrong for noun in (*counted_in(after), by_its_head(after)))
        if own or not begins_with_verb(after):  # 组织律师30场巡回讲座
            return False
    return was_made(mention.before) or object_in(deed_before(mention.before)) is not None


def _are_persons_of(words: str) -> bool:
    """查处违规燃放烟花爆竹36人, 建立未成年人档案96名: those who did it, or for whom a paper was made?"""
    if what := _what_was_caught(words):
        return any(map(is_verb, cut(what)[:-1]))
    pieces = cut(words)
    told = (how_counted(piece) for piece in pieces[:-1])
    return pieces[0] == "建立" and any(found and "名" in found.right for found in told)


def _what_was_caught(words: str) -> str:
    """占道堆物 of 平台识别占道堆物; empty where nothing is told to have been found or stopped."""
    caught = _WORDS["caught"].pattern.search(words)
    return words[caught.end() :] if caught else ""


def _is_deed(what: str, persons: bool) -> bool:
    """高空抛物, 焚烧秸秆, of persons 不礼让行人: is more told than a name, so that somebody did it?"""
    return "不" in what if persons else len(what) > _WORD and how_counted(what) is None


def _does(words: str) -> bool:
    """Is it told what was done to it, or that there is one?"""
    field = _WORDS["field"].pattern.match(words)  # 劳动仲裁窗口18件
    return (begins_with_verb(words) and not field) or _WORDS["acts"].pattern.search(words) is not None


def _is_staff_of(mention: Mention, persons: Sequence[Mention]) -> bool:
    """执法人员36名，县直部门24人、乡镇12人: is a body told, by no verb, in a list of persons, who are those in it?"""
    return len(persons) > 1 and not any(begins_with_verb(mention.before[at:]) for at in range(len(mention.before)))


def is_kind(mention: Mention, beside: Sequence[Mention]) -> bool:
    """Is it one of several of one unit, told without a verb: 其中食品12件、餐饮企业8件 count what was named before?"""
    alike = [other for other in beside if other.unit == mention.unit]
    if mention.joints and mention.joints + 1 == mention.quantity.value:  # 引航、理货两项收费公示牌
        return True
    if mention.unit in VISITORS and _is_staff_of(mention, alike):
        return True
    if mention.unit in VISITORS and len(alike) > 1 and "其中" in "".join(other.before for other in alike[:2]):
        return True  # 执法人员1260名，其中县直部门880名
    at = beside.index(mention)
    of_them = mention.before.startswith("其中") or mention.before.endswith(("中", "中有"))
    if of_them and at and beside[at - 1].unit == mention.unit:
        return True  # 查扣车辆83辆，其中发还当事人61辆; 98所学校中有85所配齐保安
    several = len(alike) > (1 if any(other.mark == "、" for other in alike) else 2)
    told = mention.before.removeprefix("其中")  # 劳动者 is no verb
    return several and mention.unit not in VISITORS and (how_counted(told) is not None or not begins_with_verb(told))
