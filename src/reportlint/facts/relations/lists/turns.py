"""How often something was done, and each time by itself: 召开三次会议，第一次研究…，第二次…; 检查4次，分别于2月、5月、9月、11月."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import takewhile

from reportlint.facts.figures.mentions import Mention
from reportlint.facts.prose.sentences import Sentence
from reportlint.facts.relations.lists.announced import listed_so_many
from reportlint.facts.relations.lists.listed import NEAR
from reportlint.facts.relations.relation import Relation
from reportlint.kept import patterns
from reportlint.language.phrases import load_phrases

_WORDS = load_phrases(__file__, "turns")
_NUMERALS = "一二三四五六七八九十"
_OCCASIONS = frozenset("次 场 期 轮 批 场次".split())
_CLAUSES = patterns.compile("[，；]")
_JOINTS = patterns.compile("[、和及]")
_REACH = 80
"""Characters before a number in which its days stand."""
_SEVERAL = 3
"""Turns told one by one, behind which a last one that lacks was forgotten."""


def find_told_by_turns(text: str, sentence: Sentence, mentions: Sequence[Mention]) -> Iterator[Relation]:
    """The numbers of a sentence whose members it tells by turns, or by the day of each."""
    for mention in mentions:
        if mention.exact and mention.quantity.unit:
            told = _by_turns(text, sentence, mention) or _by_dates(text, sentence, mention)
            told = told or _dated_before(text, sentence, mention) or _by_months(text, sentence, mention)
            if told := told or _by_dated_clauses(text, sentence, mention):
                yield told._replace(certain=False)


def _by_turns(text: str, sentence: Sentence, mention: Mention) -> Relation | None:
    """More turns than there were; or all but the last, told in a row right behind: 四期，第一期…，第二期…，第三期…"""
    told = text[mention.span.end : sentence.passage.span.end]
    marks = [f"第{numeral}{mention.quantity.unit}" for numeral in _NUMERALS]
    turns = next((at for at, mark in enumerate(marks) if mark not in told), len(marks))
    said = mention.quantity.value
    lacks = turns >= _SEVERAL and said == turns + 1 and _WORDS["turn"].pattern.match(told) is not None
    return listed_so_many(mention, turns, "后面") if lacks or 1 < said < turns else None


def _by_dates(text: str, sentence: Sentence, mention: Mention) -> Relation | None:
    """4次，分别于2月、5月、9月: as many as the days that are told."""
    told = _WORDS["dates"].pattern.match(text, mention.span.end, sentence.span.end)
    if mention.quantity.unit not in _OCCASIONS or not told:
        return None
    dates = len(_JOINTS.split(told["dates"]))
    return listed_so_many(mention, dates, "后面") if dates > 1 and abs(dates - mention.quantity.value) <= NEAR else None


def _dated_before(text: str, sentence: Sentence, mention: Mention) -> Relation | None:
    """于3月、6月、9月先后4次开会: as many as the days that were told."""
    before = text[max(sentence.span.start, mention.span.start - _REACH) : mention.span.start]
    told = _WORDS["dated"].pattern.search(before) if mention.quantity.unit in _OCCASIONS else None
    dates = len(_JOINTS.split(told["dates"] or told["each"])) if told else 0
    near = abs(dates - mention.quantity.value) <= NEAR
    return listed_so_many(mention, dates, "前面") if dates > 1 and near else None


def _by_months(text: str, sentence: Sentence, mention: Mention) -> Relation | None:
    """自5月至12月连续7个月: as many as there are months from the one to the other, with both."""
    before = text[max(sentence.span.start, mention.span.start - _REACH) : mention.span.start]
    told = _WORDS["months"].pattern.search(before) if mention.quantity.unit in ("个月", "月") else None
    return listed_so_many(mention, int(told["to"]) - int(told["from"]) + 1, "前面") if told else None


def _by_dated_clauses(text: str, sentence: Sentence, mention: Mention) -> Relation | None:
    """两次作出批示，4月9日要求…，7月16日要求…，10月23日要求…: as many as the clauses behind it, each of a day and one and the same verb."""
    on_a_day, (start, end) = _WORDS["on-a-day"].pattern, (mention.span.end, sentence.span.end)
    first = _CLAUSES.search(text, start, end) if mention.quantity.unit in _OCCASIONS else None
    if first is None or not on_a_day.match(text, first.end(), end):
        return None  # before all that is behind is cut: a sentence may have ten thousand of such numbers
    clauses = _CLAUSES.split(text[start:end].rstrip("。"))[1:]
    turns = [*takewhile(bool, map(on_a_day.match, clauses))]
    told = len(turns) if len({turn["did"] for turn in turns if turn}) == 1 else 0
    over = told == len(clauses) or not on_a_day.search("，".join(clauses[told:]))
    few = told < mention.quantity.value and told != len(clauses)
    near = abs(told - mention.quantity.value) <= NEAR
    return listed_so_many(mention, told, "后面") if told > 1 and over and near and not few else None
