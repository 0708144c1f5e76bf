"""Words of two characters, and pairs that are a slip away from one: 拔付 for 拨付, 泛映 for 反映.

Many pairs of characters resemble a word by chance, above all those of words of one character (等后, 月起), names (王伟) and new
words that no dictionary has (接警, 智治). What speaks for a slip is added up: how much likelier the text becomes with the word,
whether that is a word of official writing (official_words.txt), whether it stands between words then, whether the text around is
official writing; so is what speaks for the pair itself. The weights are those with which 1,400 slips and 5,000 chance pairs in
a newspaper and in official writing are told apart best (logistic regression), rounded. coined_words.txt has what is right
though no dictionary has it.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from reportlint.document.source import Span
from reportlint.kept import patterns
from reportlint.language.marks import is_simplified
from reportlint.language.numbers.measure_words import is_measure_word
from reportlint.language.slips.alike import slips_for
from reportlint.language.slips.bodies import is_of_body
from reportlint.language.slips.likelihood import likeliest_words
from reportlint.language.slips.near_word_tables import is_rare, near_word_tables
from reportlint.language.slips.seams import is_name, is_of_members, is_seam
from reportlint.language.slips.shapes import look_alike, looking_like, sharing_a_part
from reportlint.language.slips.sounds import sounding_like
from reportlint.language.words.official_words import is_official
from reportlint.language.words.vocabulary import is_word
from reportlint.language.words.word_boundaries import cut, is_common

_WANTED = 28.0
"""What must speak for a slip, in natural logarithms: the first of the weights, that of the text's likelihood, is 1."""
_SURE = 29.5
"""From which a slip is hardly ever a new word; of those below, about a quarter are."""
_AROUND, _OFFICIAL, _BETWEEN, _ALIKE = 19.5, 3.5, 3.1, 1.8
"""For a text of official words alone; for an official word; for each side on which it stands beside a word or a mark; for two
characters of which teachers warn that they look alike."""
_RARE, _JOINED, _DOUBTFUL = 2.0, 1.7, 2.1
"""Against it: the pair is a word hardly anybody writes (消毁); one of its characters makes a word with the one beside it; it begins
with what goes before any verb, or has the short name of a province or a country in the wrong place."""
_REACH, _WIDE = 6, 40
"""Characters on each side that are cut into words with it, and those that are asked whether they are official writing."""
_ASSUMED, _ASSUMED_OF = 6, 20
"""Of what is not seen, so many of so many characters are assumed to lie in official words."""
_HARDLY_WRITTEN = 60
"""Frequency of a character below which it stands in names, and is otherwise an error of reading."""
_NUMERALS = frozenset("一二三四五六七八九十百千万两")
_FUNCTION = frozenset(
    "的和与及对在将把被了等为各全从向以由并已经未应须可使让其共约达至或每该本我按于是要能均都也又再先后就有无不中上下内外时才只仅还便另凡若如因此"
)
_BESIDE = _FUNCTION.union(
    "盯进到入送地讲查促抓建管设开出给请用成打收提增减新老大多少高低好快率员者权类证书费款金案室厅"
    "县市区省镇乡村局办科股站所队组法课班单件号栓函表册栏卡会化性式前旧老"
)
"""Words of one character that stand beside others; other single characters are pieces of what the cutter does not know."""
_PREFIXES = frozenset("实应拟待须需复补初联代转返单难易既齐分高低仍")
"""Characters that go before any verb, or anything that is counted: 应检, 补测, 难移, 单案."""
_REGIONS = frozenset("京津沪渝冀豫滇辽湘皖鲁苏浙赣鄂桂甘晋蒙陕吉闽粤藏琼黔陇英美俄德法韩")
"""Short names of provinces and countries: 在湘, 中英."""
_DONE = frozenset("建抓做选配压夯筑扎捋摸查学讲练育管防治补填拧绷扛守用盘激搞干办走考")
_RESULTS = frozenset("强优实细好准稳活足齐牢紧深透大精新快高密严")
"""Verbs and their results that make words no dictionary lists: 建强, 抓细, 摸准."""
_HEADS = frozenset(
    "面田地口区点员户车船坝路桥河湖山林村店厂馆所室库院楼门塘渠网线管井池场园站街巷机器具牌箱柜屋房棚关镇址仓闸泵堤岸坡窑"
)
"""Heads of names of places, things and people, before which anything may stand: 堤面, 莲田, 渡口, 把好出摊关."""
_LEVELS = frozenset("国省市州县区镇乡村")
"""They stand before any verb or noun: 省定, 县聘, 镇用, 村账."""
_BEFORE_THINGS = frozenset("涉各原现非全入驻离异移同跨")
"""They stand before any thing: 涉氨, 各堤, 原盐, 现址, 全垸, 入警, 异址."""
_BEFORE_VERBS = frozenset("未已待拟")
"""They stand before any verb: 已批, 未修, 待征."""
_LOOKS = frozenset("巡查访督检评审核校勘走摸排测验帮导鉴考阅")
"""Verbs of going, looking, asking and helping, of which officials join any two: 巡访, 走评, 督帮."""
_ONCE_MORE = frozenset("抽补复初重再预试自互联转返终替")
_WORK = frozenset("查检验测审核评考校阅算勘判报缴征拨划垦种修建改签议退录养绿")
"""How work is done, and the work: 抽验, 补征, 复垦, 试养."""
_NEW = "新"
"""It goes before any thing, so that what looks like a word's end proves nothing: 新盾 is no slip for 新质."""
_EACH = "逐"
"""It goes before any measure word: 逐册清点."""
_NEGATIONS = frozenset("未不已")
_ADVERBS = frozenset("常所正曾")
_DEGREES = frozenset("较更很最太稍颇渐愈")
"""What goes before any verb or adjective: 未建, 较长, 渐成."""
_BEHIND_VERBS = frozenset("得于")
"""What goes behind any verb or adjective: 织得又密又牢, 晚于判决."""
_OF = "的"
"""It is hardly ever put for another character: 承诺制的试点."""
_JOINS = "暨"
"""It is a word by itself: 法治宣传日暨文化节."""
_REACHES = "至"
"""It stands between any verb and the figure to which something came."""
_OF_NUMBER = ("〔", "［", "[")
"""They open the year of a paper's number."""
_CHINESE = patterns.compile("[\u4e00-\u9fff]{2,}")
_MONTH = patterns.compile(r"\s?\d{1,2}\s?月")


class NearWord(NamedTuple):
    """Two characters that are a slip, the word that is meant, and whether that is sure."""

    span: Span
    right: str
    sure: bool


def find_near_words(text: str, line: Span) -> Iterator[NearWord]:
    """The slips of a line for words of two characters."""
    for run in _CHINESE.finditer(text, *line):
        if text[run.end() : run.end() + 1] in _OF_NUMBER:
            continue  # 云法办〔2024〕8号: the first character is a place's
        if is_name(run.group()) and _MONTH.match(text, run.end()):
            continue  # 顾远岑2月27日签发
        words, end = run.group(), run.end() - run.start() - 1
        # 12月31日止: behind a figure stands what it counts
        counts = text[max(0, run.start() - 2) : run.start()].rstrip(" ")[-1:].isdigit()
        counted = words.endswith(_REACHES) and text[run.end() : run.end() + 2].lstrip(" ")[:1].isdigit()  # 提至92%
        for at in range(counts, end):
            near = _near(words[at : at + 2])
            if not near or is_seam(words, at):
                continue
            whole = Span(*run.span())
            pair = Span(whole.start + at, whole.start + at + 2)
            if counted and pair.end == whole.end:
                continue
            right, speaks = _meant(text, pair, whole, near)
            if right and not is_of_members(text, whole, pair):
                yield NearWord(pair, right, speaks >= _SURE)


@lru_cache(maxsize=16384)
def _near(pair: str) -> tuple[str, ...]:
    """The words for which the pair may be a slip; none where it is a word."""
    if is_common(pair):
        return ()
    first, second = pair[0], pair[1]
    words = near_word_tables()
    near: list[str] = []
    follows = _may_follow(first, second)
    if not follows:
        meant = sounding_like(second) if first == _NEW else _slips_for(second)
        near += [first + tail for tail in words.by_first.get(first, "") if tail in meant and second != _OF]
    if is_common(second + first):
        near.append(second + first)
    if not (follows or second in _HEADS or first in _LEVELS or (first in _BEFORE_VERBS and second in words.does)):
        meant = _slips_for(first)
        near += [head + second for head in words.by_second.get(second, "") if head in meant]
    if (
        not near  # as of nine pairs of ten
        or first == second  # written twice
        or not _NUMERALS.isdisjoint(pair)
        or (first in _DONE and second in _RESULTS)
        or first in _DEGREES
        or (first == _EACH and (is_measure_word(second) or second in _HEADS))
        or (second in _BEHIND_VERBS and first in words.does)
        or (first in _ADVERBS and second in words.does)
        or (first in _NEGATIONS and second in _DONE)
        or (first in _LOOKS and second in _LOOKS)
        or (first in _ONCE_MORE and second in _WORK)
        or (first in _HEADS and second in _FUNCTION)  # 管护员共巡查
        or pair in words.coined
        or _JOINS in pair
        or is_official(pair)
        or (is_word(pair) and not is_rare(pair))
        or not all(map(is_simplified, pair))
    ):
        return ()
    return tuple(right for right in near if not _are_alike(pair, right))


def _are_alike(pair: str, right: str) -> bool:
    """Do the characters that differ make a word, so that one may well stand for the other: 抽验, 抽检 (检验)?"""
    wrong = [(written, meant) for written, meant in zip(pair, right, strict=True) if written != meant]
    return len(wrong) == 1 and any(map(is_common, ("".join(wrong[0]), "".join(reversed(wrong[0])))))


def _may_follow(first: str, second: str) -> bool:
    """Is the first one of those that go with many, and the second of their kind?"""
    return (first in _BEFORE_THINGS and second in near_word_tables().things) or is_of_body(first + second)


def _slips_for(character: str) -> str:
    """The characters for which one may be a slip. One that hardly anybody writes was read wrongly; no keyboard offers it for what
    sounds alike, so that 枧头 is a name.
    """
    if near_word_tables().single.get(character, 0) < _HARDLY_WRITTEN:
        return looking_like(character) + sharing_a_part(character)
    return slips_for(character)


def _meant(text: str, pair: Span, run: Span, near: tuple[str, ...]) -> tuple[str, float]:
    """The word for which most speaks, and how much; empty where that is not enough."""
    start, end = max(run.start, pair.start - _REACH), min(run.end, pair.end + _REACH)
    before, written, after = text[start : pair.start], text[pair.start : pair.end], text[pair.end : end]
    as_written, _ = likeliest_words(text[start:end])
    found, word = -_WANTED, ""
    for right in near:
        likelihood, words = likeliest_words(before + right + after)
        speaks = likelihood - as_written + _BETWEEN * _between(words, len(before)) + _for_word(written, right)
        if speaks > found:
            found, word = speaks, right
    found -= _RARE * is_rare(written)
    found -= _JOINED * (is_word(before[-1:] + written[0]) + is_word(written[1] + after[:1]))
    found += _AROUND * (found + _AROUND >= _WANTED and _official_share(text, pair))
    return (word if found >= _WANTED else "", found)


@lru_cache(maxsize=4096)
def _for_word(pair: str, right: str) -> float:
    """What speaks for a word in place of the pair, wherever that stands."""
    wrong = [(written, meant) for written, meant in zip(pair, right, strict=True) if written != meant]
    doubtful = pair[0] in _PREFIXES or (len(wrong) == 1 and wrong[0][0] in _REGIONS)
    alike = len(wrong) == 1 and look_alike(*wrong[0])
    return _OFFICIAL * is_official(right) + _ALIKE * alike - _DOUBTFUL * doubtful


def _between(words: tuple[str, ...], at: int) -> int:
    """On how many sides of the word at a place no stray character stands."""
    begin = 0
    for number, word in enumerate(words):
        if begin <= at < begin + len(word):
            beside = (*words[max(0, number - 1) : number], *words[number + 1 : number + 2])
            return 2 - sum(len(other) == 1 and other not in _BESIDE for other in beside)
        begin += len(word)
    return 0


def _official_share(text: str, pair: Span) -> float:
    """How much of the text around lies in words of official writing, from 0 to 1."""
    before, after = text[max(0, pair.start - _WIDE) : pair.start], text[pair.end : pair.end + _WIDE]
    words = [*cut(before), *cut(after)]
    official = 2 * sum(map(is_official, words))
    return (official + _ASSUMED) / (sum(len(word) for word in words if "\u4e00" <= word <= "\u9fff") + _ASSUMED_OF)
