"""Words of two characters, and pairs that are a slip away from one: 拔付 for 拨付, 泛映 for 反映.

Many pairs of characters resemble a word by chance, above all those of words of one character (等后, 月起) and new words that
no dictionary has (接警, 智治). An error is taken for one where the pair is no word, what it resembles is a word of official
writing (official_words.txt), and the text around it falls into words far more readily with that word than as it is written.
coined_words.txt has what is right though no dictionary has it.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import Any, NamedTuple

from reportlint.document.source import Span
from reportlint.kept import patterns
from reportlint.kept.cache import cached_with_numbers, in_columns, out_of_columns
from reportlint.language import dictionary
from reportlint.language.free_characters import stands_alone
from reportlint.language.marks import is_simplified
from reportlint.language.official_words import is_official, official_words
from reportlint.language.seams import is_of_members, is_seam
from reportlint.language.shapes import look_alike
from reportlint.language.slips import is_slip, slips_for
from reportlint.language.vocabulary import RARE, begins_word, is_word
from reportlint.language.word_boundaries import FIELD, begins_common, frequency, identity, is_common
from reportlint.language.word_files import path_of, words_in

_FAR, _GAIN, _LEAST = 5.0, 5.0, 3.5
"""How much likelier, as a natural logarithm, the text must be with the right word: 150 times; 33 where that stands between
longer words; 400 where one of the two characters is a word by itself."""
_PART_GAIN = 9.0
"""What is asked where the two characters only share a part: 溥弱."""
_SURE = 11.0
"""From here on it does not matter between what words it stands."""
_REACH = 6
"""Characters on each side that are cut into words."""
_COMMON, _COMMON_GAIN = 600, 9.0
"""Frequency of other words that may have been meant, and what is asked of them."""
_RARE_GAIN, _PREFIX_GAIN, _COINED_GAIN, _NAMED_GAIN = 6.5, 9.0, 7.0, 9.5
"""What is asked where the pair is a word hardly anybody writes (消毁), may be a prefix and a verb (复意), or a coinage (收教), above
all one that names an amount or a kind (采量)."""
_SELDOM = 40
"""Frequency up to which a word of the dictionary may stand there by error: 精减, 家俱."""
_KINDS = ("v", "n", "a", "d", "ad", "vn", "an")
_DOES, _IS_DONE = ("v", "a"), ("v", "n", "j")
"""Tags of the first and the second character of what may be a coinage."""
_LONGEST = 5
_UNLISTED, _OFFICIAL = 100, 1000
"""Frequencies of the words of the large vocabulary, and the least of those of official writing."""
_TOTAL = math.log(60_000_000)
"""Of the frequencies in jieba's dictionary."""
_SELDOM_ALONE = 60
"""The most of a character that official writing never has by itself: 斜, 盼, 番."""
_NUMERALS = frozenset("一二三四五六七八九十百千万两")
_FUNCTION = frozenset(
    "的和与及对在将把被了等为各全从向以由并已经未应须可使让其共约达至或每该本我按于是要能均都也又再先后就有无不中上下内外时才只仅还便另凡若如因此"
)
_ALONE = _FUNCTION.union("现原市县区镇乡村局组队户人次件项")
"""Characters that are words by themselves."""
_BESIDE = _FUNCTION.union(
    "盯进到入送地讲查促抓建管设开出给请用成打收提增减新老大多少高低好快率员者权类证书费款金案室厅"
    "县市区省镇乡村局办科股站所队组法课班单件号栓函表册栏卡会化性式前旧老"
)
"""Words of one character that stand beside others; other single characters are pieces of what the cutter does not know."""
_NAMES = frozenset("量项率额类种型点线证票费款药离出走回开清")
"""What a verb makes the name of an amount, a kind or a thing with, or tells whither something goes."""
_PREFIXES = frozenset("实应拟待须需复补初联代转返单难易既齐分高低仍")
"""Characters that go before any verb, or anything that is counted: 应检, 补测, 难移, 单案."""
_DONE = frozenset("建抓做选配压夯筑扎捋摸查学讲练育管防治补填拧绷扛守用盘激搞干办走考")
_RESULTS = frozenset("强优实细好准稳活足齐牢紧深透大精新快高密严")
"""Verbs and their results that make words no dictionary lists: 建强, 抓细, 摸准."""
_HEADS = frozenset(
    "面田地口区点员户车船坝路桥河湖山林村店厂馆所室库院楼门塘渠网线管井池场园站街巷机器具牌箱柜屋房棚关镇"
)
"""Heads of names of places, things and people, before which anything may stand: 堤面, 莲田, 渡口, 把好出摊关."""
_LEVELS = frozenset("国省市州县区镇乡村")
"""They stand before any verb or noun: 省定, 县聘, 镇用, 村账."""
_NEGATIONS = frozenset("未不已")
_ADVERBS = frozenset("常所正曾")
_DEGREES = frozenset("较更很最太稍颇渐愈")
"""What goes before any verb or adjective: 未建, 较长, 渐成."""
_REACHES = "至"
"""It stands between any verb and the figure to which something came."""
_OF_NUMBER = ("〔", "［", "[")
"""They open the year of a paper's number."""
_CHINESE = patterns.compile("[\u4e00-\u9fff]{2,}")


class _Words(NamedTuple):
    by_first: dict[str, str]  # first character of official words to second ones
    by_second: dict[str, str]
    single: dict[str, int]  # frequencies of single characters
    does: str  # single characters that are verbs or adjectives
    done: str  # those that are verbs or nouns, or short for one
    coined: frozenset[str]
    begun: frozenset[str]  # their first two characters
    rare: dict[str, str]  # first character of rare words of two to second ones


def find_near_words(text: str, line: Span) -> Iterator[tuple[Span, str]]:
    """Where two characters of a line are a slip for a word, and the word."""
    for run in _CHINESE.finditer(text, *line):
        if text[run.end() : run.end() + 1] in _OF_NUMBER:
            continue  # 云法办〔2024〕8号: the first character is a place's
        words, end = run.group(), run.end() - run.start() - 1
        # 12月31日止: behind a figure stands what it counts
        counts = text[max(0, run.start() - 2) : run.start()].rstrip(" ")[-1:].isdigit()
        counted = words.endswith(_REACHES) and text[run.end() : run.end() + 2].lstrip(" ")[:1].isdigit()  # 提至92%
        for at in range(counts, end):
            near = _near(words[at : at + 2])
            if near and not is_seam(words, at) and (right := _likeliest(words, at, near)):
                pair = Span(run.start() + at, run.start() + at + 2)
                if not (is_of_members(text, Span(*run.span()), pair) or (counted and pair.end == run.end())):
                    yield pair, right


@lru_cache(maxsize=16384)
def _near(pair: str) -> tuple[str, ...]:
    """The words for which the pair may be a slip; none where it is a word."""
    if is_common(pair):
        return ()
    first, second = pair[0], pair[1]
    words = _words()
    meant = slips_for(second)
    near = [first + tail for tail in words.by_first.get(first, "") if tail in meant]
    if is_common(second + first):
        near.append(second + first)
    if second not in _HEADS and first not in _LEVELS:
        meant = slips_for(first)
        near += [head + second for head in words.by_second.get(second, "") if head in meant]
    if (
        not near  # as of nine pairs of ten
        or first == second  # written twice
        or not _NUMERALS.isdisjoint(pair)
        or (first in _DONE and second in _RESULTS)
        or first in _DEGREES
        or second == "得"  # any verb, and how it was done: 织得又密又牢
        or (first in _ADVERBS and second in words.does)
        or (first in _NEGATIONS and second in _DONE)
        or (first in _HEADS and second in _FUNCTION)  # 管护员共巡查
        or pair in words.coined
        or is_official(pair)
        or (is_word(pair) and not _is_rare(pair))
        or not all(map(is_simplified, pair))
    ):
        return ()
    return tuple(near)


def _likeliest(text: str, at: int, near: tuple[str, ...]) -> str:
    """The word with which the text is likeliest, where it is so by far and stands between words; empty where none."""
    start, end = max(0, at - _REACH), at + 2 + _REACH
    before, after = text[start:at], text[at + 2 : end]
    least = _least(text[at : at + 2])
    meant = near if least == _LEAST else [word for word in near if is_official(word)]
    if not meant:
        return ""
    as_written, _ = _cut(text[start:end])
    options = [(*_cut(before + word + after), word) for word in meant]
    for likelihood, tokens, word in sorted(options, reverse=True):
        gain = likelihood - as_written
        sure = least == _LEAST and gain >= _SURE and is_official(word)
        wanted = least if is_official(word) else _COMMON_GAIN
        if _may_be_coined(text[at : at + 2], word):
            wanted = max(wanted, _NAMED_GAIN if text[at + 1] in _NAMES else _COINED_GAIN)
        if not is_slip(*_changed(text[at : at + 2], word)):
            wanted = max(wanted, _PART_GAIN)
        if sure or (gain >= wanted and _stands_between(tokens, len(before), gain >= _GAIN)):
            return word
    return ""


def _changed(pair: str, right: str) -> tuple[str, str]:
    """The character of a pair that is another in the word, and that of the word."""
    return (pair[0], right[0]) if pair[0] != right[0] else (pair[1], right[1])


def _least(pair: str) -> float:
    """How much likelier the text must be with an official word in place of the pair."""
    if pair[0] in _PREFIXES or (_is_rare(pair) and not _BESIDE.isdisjoint(pair)):
        return _PREFIX_GAIN
    if _is_rare(pair):
        return _RARE_GAIN
    return _LEAST if _ALONE.isdisjoint(pair) else _FAR


def _may_be_coined(pair: str, right: str) -> bool:
    """Is it a verb with what it is done to or comes to (售药, 收教, 拖离), both of which make such words, and looks it unlike?"""
    words, first, second = _words(), pair[0], pair[1]
    makes = first in words.by_first and second in words.by_second
    return makes and first in words.does and second in words.done and not any(map(look_alike, pair, right))


def _stands_between(tokens: tuple[str, ...], at: int, sure: bool) -> bool:
    """Do the two characters at a place lie in one word, and between others? sure: short ones will do."""
    begin = 0
    for number, token in enumerate(tokens):
        if begin <= at and at + 2 <= begin + len(token):
            beside = (*tokens[max(0, number - 1) : number], *tokens[number + 1 : number + 2])
            return all(len(other) > 1 or (sure and other in _BESIDE) for other in beside)
        begin += len(token)
    return False


def _cut(text: str) -> tuple[float, tuple[str, ...]]:
    """The likeliest words of a stretch of text, and the logarithm of their likelihood; of two that are as likely, the shorter
    last one.
    """
    size = len(text)
    best = [0.0] + [-math.inf] * size  # of the text up to each place: that logarithm
    begins = [0] * (size + 1)  # and where the last word begins
    for start in range(size):
        reach = start + (_LONGEST if _begins_word(text[start : start + 2]) else 1)
        for end in range(start + 1, min(reach, size) + 1):
            likelihood = _likelihood(text[start:end])
            if likelihood and best[start] + likelihood >= best[end]:
                best[end], begins[end] = best[start] + likelihood, start
    words, end = [], size
    while end:
        words.append(text[begins[end] : end])
        end = begins[end]
    return best[-1], tuple(reversed(words))


@lru_cache(maxsize=16384)
def _begins_word(pair: str) -> bool:
    """Does a word begin with these two characters, or are they one?"""
    return begins_common(pair) or pair in _words().begun or is_official(pair) or begins_word(pair)


@lru_cache(maxsize=16384)
def _likelihood(word: str) -> float:
    """The logarithm of a word's share in texts; 0 where it is none. A single character is always one."""
    if len(word) == 1:
        often = _words().single.get(word, 1)
        return math.log(often if stands_alone(word) else min(often, _SELDOM_ALONE)) - _TOTAL
    often = frequency(word) or (_UNLISTED if word in _words().coined or is_word(word) else 0)
    if len(word) == 2 and is_official(word):
        often = max(often, _OFFICIAL)
    return math.log(often) - _TOTAL if often else 0.0


def _is_rare(pair: str) -> bool:
    return pair[1] in _words().rare.get(pair[0], "")


@lru_cache(maxsize=1)
def _words() -> _Words:
    # the first number: to be raised when the values are made in another way
    key = f"16:{identity(dictionary.path())}:{identity(FIELD)}:{identity(path_of('official_words'))}:{RARE}"
    (*tables, single, does, done), often = cached_with_numbers("near words", key, _build)
    by_first, by_second, rare = map(out_of_columns, tables)
    coined = frozenset(word for name in ("coined_words", "idioms", "terms") for word in words_in(name))
    return _Words(
        by_first,
        by_second,
        dict(zip(single, often.tolist(), strict=True)),
        does,
        done,
        coined,
        frozenset(word[:2] for word in coined),
        rare,
    )


def _build() -> tuple[list[Any], Iterable[int]]:
    entries = [entry for entry in dictionary.entries() if len(entry[0]) < 3]
    by_first: dict[str, str] = defaultdict(str)
    by_second: dict[str, str] = defaultdict(str)
    common = (word for word, often, tag in entries if often >= _COMMON and tag in _KINDS and len(word) == 2)
    for word in sorted({*official_words(), *common}):
        by_first[word[0]] += word[1]
        by_second[word[1]] += word[0]
    rare: dict[str, str] = defaultdict(str)
    for word, often, _ in entries:
        if len(word) == 2 and often <= _SELDOM:
            rare[word[0]] += word[1]
    single = {word: often for word, often, _ in entries if len(word) == 1 and "\u4e00" <= word <= "\u9fff"}
    kinds = (_DOES, _IS_DONE)
    tagged = ["".join(word for word, _, tag in entries if word in single and tag in tags) for tags in kinds]
    return [*map(in_columns, (by_first, by_second, rare)), "".join(single), *tagged], single.values()
