"""Slogans that are named by a number, “三个一”, “五个同”, of which the text does not say what they are.

counted_slogans.yaml has those that everybody knows. Others are explained by a colon or 即 behind them, or where their word is told
as often as they say: 流程最简、材料最简、时限最简，“三个最简”.
"""

from __future__ import annotations

from functools import lru_cache
from itertools import groupby

from reportlint.document.source import Span
from reportlint.facts.prose.masks import untitled
from reportlint.facts.prose.written import written
from reportlint.kept import patterns
from reportlint.language.numbers.numerals import parse_numeral
from reportlint.language.tables import load_table
from reportlint.report import Report, fact

_SLOGAN = patterns.compile(
    "“(?P<name>(?P<number>[二两三四五六七八九]|十[一二三四五六七八九]?)个(?P<word>[\u4e00-\u9fff]{1,4}))”"
)
_EXPLAINED = patterns.compile("[\u4e00-\u9fff]{0,4}(?:[：:（(—]|即|[是系]?指|就是)")
_ONE, _BEGUN = "一", patterns.compile("(?<=[“、，：；。])一|(?<![\u4e00-\u9fff])一")
"""一 is told everywhere; what counts is where it begins a member."""
_ONE_EACH = patterns.compile("(?<![进统之万唯第同二三四五六七八九十不])一(?![致体般律些直定系并道线])(?![步个]步)")
"""Or stands in each of those right behind: 每月讲评一案、每季编发一册."""
_MEMBERS, _STOP = patterns.compile("[、，：；]"), patterns.compile("[。\n]")
_REACH = 150
"""Characters on each side in which it may be told what they are."""


@lru_cache(maxsize=1)
def _known() -> frozenset[str]:
    return frozenset(name for row in load_table(__file__, "counted_slogans", names="words") for name in row["names"])


@fact
def uncounted(report: Report) -> tuple[Span, ...]:
    """Where slogans named by a number are first named and not explained, marks of quotation included; in order of the text."""
    text, found, told = untitled(report), [], set(_known())
    for line in written(report):
        for match in _SLOGAN.finditer(text, *line):
            if match["name"] not in told and not _is_explained(text, line, match["number"], match["word"], match.end()):
                found.append(Span(*match.span()))
            told.add(match["name"])
    return tuple(found)


def _is_explained(text: str, line: Span, number: str, word: str, end: int) -> bool:
    numeral = parse_numeral(number)
    around = text[max(line.start, end - _REACH) : min(line.end, end + _REACH)]
    begun = len(_BEGUN.findall(around)) if word == _ONE else around.count(word) - 1
    if word == _ONE:
        begun = max(begun, _in_each(text[end : min(line.end, end + _REACH)]))
    often = numeral is not None and begun >= int(numeral.value)
    return often or _EXPLAINED.match(text, end) is not None


def _in_each(behind: str) -> int:
    """How many members have 一, one behind the other, in what the sentence tells behind the slogan."""
    members = _MEMBERS.split(_STOP.split(behind)[0])[1:]
    runs = groupby(members, lambda member: _ONE_EACH.search(member) is not None)
    return max((len([*run]) for told, run in runs if told), default=0)
