"""The nouns that stand beside figures whose measure words can't be their own: 走访企业200名, 97件执法人员.

What counts how often something was done to them is none: 宣讲社区36场, 移送检察院3件.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from reportlint.document.source import Span
from reportlint.facts.figures.counted_deeds import (
    are_sent,
    are_unlike,
    counts_deeds,
    counts_issues,
    is_kind,
    may_be_deed,
    was_made,
)
from reportlint.facts.figures.impossible_measures import extent_in, money_in, never_counts, talk_in
from reportlint.facts.figures.measures import MEASURES
from reportlint.facts.figures.mentions import Mention, mentions
from reportlint.facts.figures.nouns_behind import counts, noun_behind
from reportlint.facts.figures.objects import PREPOSITIONS, deed_before, is_governed, is_seam, object_in, without_when
from reportlint.facts.figures.same_words import ends_in_act
from reportlint.kept import patterns
from reportlint.language.numbers.measure_words import PARTIES, VISITORS, by_its_head, counted_in, how_counted, may_count
from reportlint.language.phrases import load_phrases
from reportlint.language.words.verbs import begins_with_verb, is_verb
from reportlint.language.words.vocabulary import is_word
from reportlint.language.words.word_boundaries import cut
from reportlint.report import Report

_WORDS = load_phrases(__file__, "measured_nouns")
_TELLS = frozenset("共有仅达为到至过")
"""Last characters of what only tells how many: 被告人共96名."""
_OFFICES = frozenset("院局委会队所")
"""Last characters of those that act: 法院判决36人."""
_THINGS = frozenset("块台辆件本座面条棵份")
"""The first measure words of things that are no bodies and no places, whose people may be left unsaid."""
_FEW = 12
"""The most persons that the name of a kind tells: 三人小组."""
_LONGEST = 6
_ODD = 3
"""Characters of a noun that two words of two may seem to hold."""
_MARK = patterns.compile("[，；。（(]")
_WITHIN = patterns.compile("(?<=[\u4e00-\u9fff])（[\u4e00-\u9fff]{1,6}）(?=[\u4e00-\u9fff])")
"""A bracket within a noun: 村（社区）干部."""
_WORD = 2
"""Characters of a word."""
_LONGEST_WORD = 4
"""Characters of a set phrase, of which the last is no word: 见义勇为个人."""
_LONGEST_NAME = 14
"""Characters of what a verb is done to: 招聘专职社区矫正社会工作者."""
_FOR = patterns.compile("[为就对](.+)")


class Misfit(NamedTuple):
    """A figure, the noun beside it, its measure word, and those that the noun takes."""

    span: Span
    noun: str
    unit: str
    right: Sequence[str]


def misfits(report: Report) -> Iterator[Misfit]:
    """The figures whose measure word is none of the noun's that they count."""
    for _, here in mentions(report):
        for number, mention in enumerate(here):
            if is_kind(mention, here[max(number - 2, 0) : number + 3]):
                continue
            last = here[number - 1] if number else None
            of_them = last and last.shared and not last.before.endswith("分")
            listed = mention.mark == "、" and mention.quantity.unit not in VISITORS  # 点位160个、巡查员35处
            if (of_them and not listed) or _WORDS["each"].pattern.search(mention.before):
                mention = mention._replace(before="")  # 来自12个单位36人, 每个社区4名; but 分3期轮训36人
            if mention.aside not in MEASURES and (found := _misfit(mention, here[max(number - 2, 0) : number])):
                yield found


def _misfit(mention: Mention, before: Sequence[Mention]) -> Misfit | None:
    """The noun of a figure, if it is not counted so. before: the figures before it."""
    unit, measured = mention.quantity.unit, None
    few = unit == "人" and mention.quantity.digits == "chinese" and mention.quantity.value <= _FEW
    if _WORDS["tells-of-size"].pattern.match(mention.after) or (few and mention.after and not _ends_here(mention)):
        return None  # 三十多人的抢修队, 七人橄榄球赛
    if _WORDS["in-turn"].pattern.search(mention.before + unit) or _WORDS["named-act"].pattern.search(
        mention.before + unit
    ):
        return None  # 分4期轮训乡镇干部, 开展“政策会客厅”24场
    if unit in VISITORS and (put_up := _WORDS["put-up"].pattern.search(mention.before)):
        mention = _of_thing(mention, mention.before[: put_up.start()])
    if noun := _noun(mention):
        told = mention.after.startswith(noun) and begins_with_verb(noun) and is_verb(noun[-_WORD:])
        if (told or begins_with_verb(mention.after.partition(noun)[2])) and any(other.unit == unit for other in before):
            return None  # 民办园29所，4所变更登记; 抽查48家，9家联系人变更未报
        measured = how_counted(noun)
    elif found := _object(mention):
        noun, words = found
        measured = by_its_head(noun)
        if measured and len(noun) == _WORD and ("名" in measured.right or not is_word(noun)):  # not 扰民
            measured = None
        if not measured and _is_bound_elsewhere(mention, noun, words):
            return Misfit(mention.span, noun, unit, ())
    if money := money_in(mention, before):
        return Misfit(mention.span, money, unit, ("元",))
    if extent := extent_in(mention):
        return Misfit(mention.span, extent[0], unit, extent[1])
    if talk := talk_in(mention):
        return Misfit(mention.span, talk, unit, ())
    if noun and measured and never_counts(mention, measured):
        return Misfit(mention.span, noun, unit, measured.right)
    if not (noun and measured and unit in measured.wrong) or counts_deeds(mention, measured, _ends_here(mention)):
        return None
    if _ends_here(mention) and (are_unlike(mention) or _suits_before(unit, before, mention, noun)):
        return None
    if unit == "人次" and measured.right[0] == "名":  # 聘请36人次专家
        return None
    return Misfit(mention.span, noun, unit, measured.right)


def _of_thing(mention: Mention, words: str) -> Mention:
    """宣传栏新增72名: with the words up to a thing that is told to have been put up; else as it is."""
    told = (how_counted(words[-n:]) for n in range(_LONGEST, 1, -1))
    thing = next(filter(None, told), None)
    return mention._replace(before=words) if thing and thing.right[0] in _THINGS else mention


def _suits_before(unit: str, before: Sequence[Mention], mention: Mention, noun: str) -> bool:
    """Is a thing told before that is counted so: 解除协议定点药店4家，暂停协议11家; 案件19件，卷宗移交档案室19卷; 加装电梯，受理申请19台?"""
    if unit in VISITORS:  # 借助公职律师库4人
        inner = (how_counted(noun[at:end]) for at in range(len(noun)) for end in range(at + _WORD, len(noun)))
        return any(found and unit in found.right for found in inner)
    with_it = before[-1:] if mention.mark == "、" else ()
    if was_made(mention.before) or any(was_made(other.before) for other in with_it):
        return False  # 招聘社工15件; 设立点位160个、巡查员35处
    if any(other.unit == unit and not _misfit(other, ()) for other in before):  # 许可证核查112张，发现问题31张
        return True
    words = "，".join(other.before + other.after for other in before) + mention.clause
    own = mention.before.removesuffix(noun)  # its first word alone: not 机关 in 公安机关侦破案件
    governed = _FOR.search(own)  # 为争议案件指派律师9件
    sides = [own[:n] for n in range(2, _LONGEST + 1)]
    if unit in PARTIES or unit == "处":  # 核查企业报表53家, 换发活动场所登记证29处
        sides += [own[-n:] for n in range(2, _LONGEST + 1)]
    told = [*counted_in(words), *counted_in(governed[1] if governed else ""), *map(how_counted, sides)]
    return any(found and unit in found.right for found in told)


def _noun(mention: Mention) -> str | None:
    """The noun of a known class that is counted: behind the measure word, else in front of it where nothing stands behind."""
    unit = mention.quantity.unit
    words = _WORDS["lack"].pattern.sub("", mention.before.rstrip("”’"))
    ends = (
        n
        for n in range(_LONGEST, 1, -1)
        if n != _ODD or not (is_word(words[-n - 1 : 1 - n]) and is_word(words[1 - n :]))
    )  # 协会商会 is no 会商会, 人民调解员 is one 调解员
    if unit in VISITORS and _WORDS["of-bodies"].pattern.search(words):
        return None  # 公安、医院等单位近百人
    noun = next((words[-n:] for n in ends if how_counted(words[-n:]) and not is_seam(words[-n:])), None)
    suits = noun and (found := how_counted(noun)) and unit not in found.wrong
    first, *others = _MARK.split(_WITHIN.sub("", mention.after))[0].split("、")
    behind = noun_behind(first, mention)
    if behind and any(counts(unit, noun_behind(other, mention)) for other in others):
        return None  # 9名街道、部门负责人
    if behind and not suits:  # 选派执法人员7名驻企业, 部长2人包联企业
        return behind if counts(unit, behind) or not _may_be_whose(unit, behind) else None
    if not (_ends_here(mention) or are_sent(mention, noun)) or (
        unit in VISITORS and _WORDS["present"].pattern.search(words)
    ):
        return None
    left = words[: -len(noun)] if noun else ""
    alone = noun is not None and not without_when(left)
    alone = alone or left[-1:] in _OFFICES
    act = noun is not None and may_be_deed(noun)
    told = act and len(noun or "") == _WORD and not (was_made(left) or _WORDS["makes"].pattern.search(left))
    if is_governed(left) or told or (noun and alone and (is_verb(noun) or act)):
        return None  # 通报3家, 不规范用语通报9起, 法院判决36人
    return (
        noun
        if left[-1:] not in PREPOSITIONS
        or left.endswith("有")
        or is_word(left[-_LONGEST_WORD:])
        or _WORDS["given"].pattern.search(left)
        else None
    )


def _may_be_whose(unit: str, noun: str) -> bool:
    """党政办1人专管台账, 168户身份信息: do those have it or do it who are counted? Persons belong to a body by no such words."""
    found = how_counted(noun)
    return unit == "人" or (unit in PARTIES and found is not None and "名" not in found.right)


def _ends_here(mention: Mention) -> bool:
    """Is what is counted told in front of the figure, for nothing is behind it?"""
    return not mention.after or _WORDS["goes-on"].pattern.match(mention.after) is not None


def _object(mention: Mention) -> tuple[str, str] | None:
    """What a verb is done to, with nothing behind it that it would belong to, and the words from that verb on."""
    deed = _WORDS["lack"].pattern.sub("", deed_before(mention.before))
    made = _WORDS["makes"].pattern.match(deed)
    come = _WORDS["visited"].pattern.search(deed) or (not made and _WORDS["present"].pattern.search(deed))
    if (mention.quantity.unit in VISITORS and come) or not _ends_here(mention):
        return None
    found = (deed[made.end() :].removeprefix("了").rpartition("的")[2].strip("“”"), deed) if made else object_in(deed)
    noun, words = found or ("", "")
    noun = noun.replace("“", "").replace("”", "")
    if not noun.isalpha() or len(noun) > _LONGEST_NAME or ends_in_act(noun) or is_verb(noun[-_WORD:]):
        return None
    around = () if made else (noun[max(at - 1, 0) : at + 2] for at in range(len(noun)) if noun[at] in PREPOSITIONS)
    return (noun, words) if all(is_word(three[:2]) or is_word(three[-2:]) for three in around) else None  # 经 in 经营者


def _is_bound_elsewhere(mention: Mention, noun: str, words: str) -> bool:
    """Does the measure word count but one class of things, not the one of this noun, and can no such thing be left unsaid?"""
    unit, told = mention.quantity.unit, [noun[:n] for n in range(_WORD, len(noun) + 1)]  # 调解员等级
    told += [word for word in cut(without_when(mention.before)) if len(word) >= _WORD]  # 人员编制核减31名
    named = len(noun) > _WORD or is_word(noun)  # not 淘汰重考22人
    if not named or noun[-1] in _TELLS or any(may_count(unit, word) for word in told):
        return False
    if counts_issues(unit, words):  # 专栏刊发内容88期
        return False
    return _WORDS["makes"].pattern.match(words) is not None
