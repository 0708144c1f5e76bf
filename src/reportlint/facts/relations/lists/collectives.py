"""A count in one word with what it counts, beside the names: 党建、法治、自治三位一体, 云渚、禾川、青岚三地, 公安、信访等四部门, 自治、法治、德治“三治”, 一厅两中心，即…"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from reportlint.document.source import Span
from reportlint.facts.prose.masks import Masks
from reportlint.facts.relations.lists.listed import JOINED, LIST_END, NEAR, NUMBERS
from reportlint.facts.relations.relation import Relation
from reportlint.kept import patterns
from reportlint.language.phrases import load_phrases
from reportlint.language.words.verbs import ends_in_verb, is_verb

_WORDS = load_phrases(__file__, "collectives")
_QUOTED = patterns.compile("[“”《》]")
_JOINED = patterns.compile(r"(.{2,}?)(?:以及|[和与及暨])(.{2,})")
_QUOTES = patterns.compile(r"(?:“[^“”、]{1,14}”[、和及与]?){2,12}\Z|(?:《[^《》、]{1,30}》[、和及与]?){2,12}\Z")
_TO_QUOTES = str.maketrans("《》", "“”")
_LEVELS_IN_ONE = patterns.compile(r"[国省市州盟县区旗乡镇街村组户]{2,}\Z")
_PLUS = patterns.compile("[+＋]")
_FEW = 2
"""Names joined by + that may stand for one thing: “互联网+监管”."""
_REACH = 120
"""Characters of a list looked at."""
_LONGEST = 10
_SHORT_NAME = 3
_LONGEST_DEED = 14
_BODY = frozenset("局委办部厅院队站所会心")


def find_collectives(masks: Masks, sentence: Span) -> Iterator[Relation]:
    """The counts of a sentence that stand in apposition to the names beside them, each held against their number."""
    text, told = masks.text, set()
    for rule in ("collective", "sign"):
        for match in _WORDS[rule].pattern.finditer(text, *sentence):
            if match.start() not in told:
                told.add(match.start())
                floor = max(sentence.start, match.start() - _REACH)
                yield from _appositive(text, floor, Span(*match.span()), by_sign=rule == "sign")
    words = text[sentence.start : sentence.end]
    yield from _actors_told_again(words, sentence.start)
    yield from _parties(words, sentence.start)
    for lead in ("numbered", "quoted", "places", "sign-before"):
        for match in _WORDS[lead].pattern.finditer(words):
            if lead == "sign-before" and not _share(
                LIST_END.split(words[match.end() : match.end() + _REACH])[0].split("、"), match["sign"]
            ):
                continue
            yield from _numbered(words, sentence.start, Span(*match.span("counts")), match.end(), lead == "numbered")


def _appositive(text: str, floor: int, span: Span, by_sign: bool) -> Iterator[Relation]:
    """甲、乙、丙三地, “甲、乙、丙”三步工作法, 由甲、乙和丙组成的三方."""
    before = text[floor : span.start].removesuffix("“").rstrip("、")
    told, deeds = _WORDS["told"].pattern.sub("", before), _WORDS["deeds"].pattern.search(before) is not None
    quoted, in_one = _QUOTES.search(told), False
    if quoted:
        clause = quoted.group().translate(_TO_QUOTES).replace("”“", "、").replace("“", "").replace("”", "")
    elif in_one := told.endswith("”") and "、" in told[told.rfind("“") + 1 :]:
        clause = told[told.rfind("“") + 1 : -1]
    elif told.endswith("”") and len(_PLUS.split(told[told.rfind("“") + 1 :])) > _FEW:
        clause, in_one = _PLUS.sub("、", told[told.rfind("“") + 1 : -1]), True  # “县级中心+镇级站点+村级工作室”三级体系
    else:
        clause = LIST_END.split(told)[-1].removesuffix("“")
        if made := _WORDS["made-up"].pattern.search(clause):
            clause = made["names"]
    if clause == "" and (named := _WORDS["named-before"].pattern.search(told)):
        clause = named["names"]  # 与甲县、乙县、丙县签订协议，五县共同巡河
        if not clause.endswith(text[span.start + 1]):
            return
    open_ended = clause.endswith("等")
    names = clause.removesuffix("等").split("、")
    said, word = NUMBERS[text[span.start]], text[span.start + 1 : span.end]
    if _have_own_numbers(names, said, word[0]):
        return
    levels = _LEVELS_IN_ONE.search(names[-1])
    if word.startswith("级") and levels and len(levels[0]) == said:
        return  # 完成省市联网、实现省市县三级贯通
    own = next((n for n, name in enumerate(reversed(names)) if not name.startswith(word)), 0)
    if len(word) == 1 and own > 1 and word in names[-own - 1]:  # 减材料、减跑动“两减”和优流程、优服务、优环境“三优”
        names = names[-own - 1 :]
    joined = _JOINED.fullmatch(names[-1])
    most = len(names) + (joined is not None) + _more_in_one(names)
    in_quotes = text[span.start - 1 : span.start] == "“"
    if quoted and in_quotes and not _share(names, word):
        return  # “两函四书”“三张清单”: one more of what is quoted
    titled = (quoted is not None or in_one) and _WORDS["word"].pattern.match(word) is not None
    fits = (
        titled
        or (deeds and _WORDS["doers"].pattern.match(word) is not None and all(map(ends_in_verb, names)))
        or _share(names, word.removeprefix("个"))
        or (not by_sign and _fit(names, said, word, joined is not None, in_quotes))
    )
    if most < 2 or not fits or abs(most - said) > NEAR:
        return
    if (said == most + 1 and _WORDS["with"].pattern.search(names[0])) or (open_ended and said > len(names)):
        return  # 与云渚、禾川两县: with ourselves, three
    listed = Span(span.start - len(clause), span.start)
    holds = len(names) <= said <= most
    yield Relation("count", span, str(said), f"前面列出 {most} 项", holds, (listed,), certain=False)


def _more_in_one(names: Sequence[str]) -> int:
    """How many more there are for a name that stands for several: 司法局与两镇 are three, one more than two names."""
    numbers = [each for name in names for each in _WORDS["several"].pattern.findall(name)]
    return sum(NUMBERS[number] - 1 for number in numbers)


def _have_own_numbers(names: Sequence[str], said: int, first: str) -> bool:
    """One of a series (二中、三中、四中全会; 一、二、三级; 首访接待、再访会商、三访包案; 一级网格14个、二级网格186个), or counted each:
    2件导入诉讼、2件正在三级终结复核?
    """
    if any(_WORDS["time-before"].pattern.match(name.lstrip("“")) and name.lstrip("“")[1:2] == first for name in names):
        return True
    beside = [numeral for numeral, number in NUMBERS.items() if abs(number - said) == 1]
    series = any(f"{numeral}{first}" in name for name in names for numeral in beside)
    series = series or any(name in NUMBERS for name in names[1:])
    return series or any(name[:1].isdigit() for name in names)


def _actors_told_again(words: str, offset: int) -> Iterator[Relation]:
    """甲、乙、丙三部门联合执法，四部门共出动: one number of those who acted, and another; not where we may be the fourth."""
    for again in _WORDS["again"].pattern.finditer(words):
        first = next(
            re.finditer(f"([两二三四五六七八九十])(?=[个家位名]?{again['who']})", words[: again.start("number")]), None
        )
        if first and not _WORDS["with"].pattern.search(words[: first.start()]):
            said, told = NUMBERS[again["number"]], NUMBERS[first[0]]
            if said > told:  # fewer may be some of them
                span = Span(offset + again.start("number"), offset + again.end("who"))
                place = Span(offset + first.start(), offset + first.end())
                yield Relation("count", span, str(said), f"前面说 {told} 个", False, (place,), certain=False)


def _parties(words: str, offset: int) -> Iterator[Relation]:
    """与甲局、乙局签订五方协议: those named, and we with them or not."""
    for made in _WORDS["parties"].pattern.finditer(words):
        names = JOINED.split(made["names"])
        said, most = NUMBERS[made["number"]], len(names) + 1
        plain = len(names) > 1 and all(1 < len(name) <= _LONGEST for name in names) and not names[-1].endswith("等")
        beside = _WORDS["more-with"].pattern.search(LIST_END.split(words[: made.start()])[-1])
        if plain and said - most <= NEAR and (said <= most or not beside):
            span, place = (Span(offset + start, offset + end) for start, end in map(made.span, ("counts", "names")))
            holds = len(names) <= said <= most
            listed = f"前面列出 {len(names)} 项，连同本方 {most} 项"
            yield Relation("count", span, str(said), listed, holds, (place,), certain=False)


def _share(names: Sequence[str], of_all: str) -> bool:
    """进机关、进学校“两进”; 自治、法治、德治“三治”: has every name what the number counts?"""
    return 0 < len(of_all) <= 2 and all(of_all in name and len(name) <= _LONGEST_DEED for name in names)


def _fit(names: list[str], said: int, word: str, joined: bool, in_quotes: bool) -> bool:
    """Are they names that the word counts?"""
    if word.startswith("个一"):
        return "一" in names[0] and all(name.startswith("一") and len(name) <= _LONGEST for name in names[1:])
    lengths = {len(name) for name in names[1:]}
    if in_quotes and len(word) == 1 and not joined and len(names) > 2 and lengths == {_SHORT_NAME}:
        return abs(len(names) - said) == 1 and not ends_in_verb(names[0][:-_SHORT_NAME])  # 审批慢、融资难、用工荒“四难”
    to_all = lengths == {1} or (len(lengths) == 1 and _WORDS["to-all"].pattern.match(word) is not None)
    return (in_quotes and len(names) > 2 and to_all and not joined) or (
        _WORDS["word"].pattern.match(word) is not None and _are_names(names, word, joined)
    )


def _are_names(names: list[str], word: str, joined: bool) -> bool:
    """Are they names alone, built alike, but for a verb before the first? Not 公安、城管检查五县, nor 司法、交通和水利."""
    others, last = names[1:], names[-1]
    if not others:
        return False
    longest = _LONGEST + (_LONGEST if joined else 0)
    plain = all(0 < len(name) <= longest and _QUOTED.search(name) is None for name in others) and names[0] != ""
    if not plain or any(_WORDS["more"].pattern.search(name) for name in (names if not joined else names[:-1])):
        return False
    if word.startswith("级") and all(_WORDS["level"].pattern.fullmatch(name) for name in others):
        return True
    if _WORDS["of-bodies"].pattern.match(word):
        return not any(_holds_verb(name) for name in others) and not (len(names) < 3 and ends_in_verb(last))
    if joined:
        return not ends_in_verb(last)
    alike = len({len(name) for name in others}) == 1 or len({name[-1:] for name in names}) == 1
    same = len(last) == len(others[0]) or names[0].endswith(last[-1:])
    return alike and same and not (ends_in_verb(last) and not ends_in_verb(names[0]))


def _holds_verb(name: str) -> bool:
    """Does a verb stand inside what should be a body's name: 县政府领导公安?"""
    return name[-1:] not in _BODY and any(is_verb(name[at : at + 2]) for at in range(1, len(name) - 3))


def _numbered(text: str, offset: int, counts: Span, end: int, several: bool) -> Iterator[Relation]:
    """一厅两中心，即诉讼服务大厅、调解中心、仲裁中心: ``several`` numerals; “四大行动”：…"""
    listed = LIST_END.split(text[end : end + _REACH])[0].replace("”“", "、").strip("“”")
    names = listed.split("、")
    most = len(names) + sum(_JOINED.fullmatch(name) is not None for name in names)
    numbers = [NUMBERS[word] for word in text[counts.start : counts.end] if word in NUMBERS]
    numbers = numbers if several else numbers[:1]  # of “三统一” the first alone counts
    if len(numbers) > 1 and most == numbers[0] and text[end + len(listed) : end + len(listed) + 1] in "，；":
        return  # “两降两升”：甲下降、乙下降，丙上升、丁上升: told kind by kind
    # 一平台三中心（…、…、…）: where all are told as the last kind, that kind alone was listed
    first = text[counts.start + 1 : counts.start + 2]  # 一海五主，即甲、乙、丙、丁、戊: none of them is 海
    shared = _share(names, text[counts.end - 1 : counts.end]) or not any(first in name for name in names)
    last = len(numbers) > 1 and numbers[-1] == most and shared
    said = numbers[-1] if last else sum(numbers)
    plain = all(0 < len(name) <= 2 * _LONGEST_DEED for name in names) and not listed.endswith("等")
    if len(names) > 1 and plain and abs(most - said) <= NEAR:
        span, place = Span(offset + counts.start, offset + counts.end), Span(offset + end, offset + end + len(listed))
        holds = len(names) <= said <= most
        yield Relation("count", span, str(said), f"后面列出 {most} 项", holds, (place,), certain=False)
