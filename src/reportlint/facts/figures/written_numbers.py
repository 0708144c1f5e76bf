"""Where numbers stand in a text, and the words around them: the raw forms of quantities.

Dates, titles in 《》 and quoted names are passed over. Whether a form is a quantity ``quantities`` decides.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from reportlint.document.source import Span
from reportlint.facts.figures.dates import Date
from reportlint.facts.figures.measures import LENGTHS
from reportlint.kept import patterns
from reportlint.language.numbers.numerals import NUMERAL, NUMERAL_FIRST, NUMERAL_REST


class Form(NamedTuple):
    """The parts of what may be a quantity, as written; absent ones are empty."""

    start: int
    low: str  # the numeral; the denominator in 三分之二, 百分之五
    over: str  # 分之, 分, /, ／
    part: str  # the numerator
    more: str  # 余 多 来, or two of them
    high: str
    more_high: str
    unit: str
    rest: str  # 五 in 九成五, 半 in 两倍半
    after: str
    end: int


_NUMBER = patterns.compile(
    # 零 begins a numeral only in 零点五, else it belongs to the word before it: 清零三项
    # 数 begins one in 数十, not in 总数541件; nor does the end of a word before it: 队伍17支, 统一36项, 队伍五支
    rf"(?P<low>(?![^0-9０-９首][0-9０-９]|(?<=[队入退])伍)[首{NUMERAL_FIRST}](?:(?<![零〇])|(?=[点几])){NUMERAL_REST})"
    rf"(?:(?P<over>分之|(?<=百)分(?=百)|[/／])(?P<part>{NUMERAL}))?"
    rf"(?:[ \u3000]{{0,2}}(?P<more>余(?![下额地])(?:多(?![样种元]))?|多余?(?![样种元])|来(?!自)))?"
)
_HIGH = patterns.compile(rf"[ ]?(?:至|到|－|[-–—~～]{{1,2}})[ ]?(?:百分之)?(?P<high>{NUMERAL})(?P<more>[余多])?")
_AFTER = frozenset([" ", *LENGTHS["after"][1]])
_TO = frozenset(" 至到－-–—~～")
_HALVED = frozenset(["", *"成倍年天时"])  # 九成五, 两倍半, 三年多
_REST = patterns.compile("(?<=成)[一二三四五六七八九半]|(?<=[倍年天])半")
_MORE = patterns.compile("(?<=[倍年天时成])[多余](?![元部数方样功项种个家级年层])")  # 三年多, 3倍多
_TITLE = patterns.compile(r"《(?:[^《》\n]|《[^《》\n]*》)*》")
_QUOTED = patterns.compile(r"“[^“”\n]*”|‘[^‘’\n]*’|\"[^\"\n]*\"")
_SENTENCE = patterns.compile("[，。；：！？,;:!?]")


def find_forms(text: str, start: int, end: int, dates: Iterable[Date]) -> Iterator[Form]:
    """All numbers between dates and names with the words that may belong to them."""
    for gap in _gaps(text, start, end, dates):
        at = gap.start
        while number := _NUMBER.search(text, at, gap.end):
            at, unit = _word_at(text, number.end(), gap.end, "measure")
            ranges = character(text, at) in _TO and character(text, number.start() - 1) not in "从由自"
            high = _HIGH.match(text, at, gap.end) if ranges else None
            if high:
                beyond, high_unit = _word_at(text, high.end(), gap.end, "measure")
                if unit in ("", high_unit):
                    at, unit = beyond, high_unit
                else:  # 2人到12个村
                    high = None
            half = unit.startswith("个半")  # 三个半小时
            unit = unit.replace("个半", "个")
            halved = unit[-1:] in _HALVED
            rest = _REST.match(text, at, gap.end) if halved else None
            at = rest.end() if rest else at
            more_than = _MORE.match(text, at, gap.end) if halved else None
            if more_than:
                at, after = more_than.end(), more_than[0]
            else:
                at, after = _word_at(text, at, gap.end, "after") if character(text, at) in _AFTER else (at, "")
            low, over, part, more = number.groups("")
            upper, more_high = high.groups("") if high else ("", "")
            begin, rest_of_it = number.start(), "半" if half else rest[0] if rest else ""
            yield Form(begin, low, over, part, more, upper, more_high, unit, rest_of_it, after, at)


def _word_at(text: str, at: int, end: int, table: str) -> tuple[int, str]:
    """The end of the longest word of the table at ``at`` or behind two spaces at most, and the word; or ``at``, ""."""
    words, lengths = LENGTHS[table]
    begin, first = at, character(text, at)
    while first == " " and begin < at + 2:
        begin += 1
        first = character(text, begin)
    for length in lengths.get(first, ()):
        word = text[begin : begin + length]
        beyond = begin + length
        if word in words and beyond <= end and character(text, beyond) not in words[word]:
            return beyond, word
    return at, ""


def character(text: str, at: int) -> str:
    """The character at an offset; a line break outside the text."""
    return text[at] if 0 <= at < len(text) else "\n"


def _gaps(text: str, start: int, end: int, dates: Iterable[Date]) -> Iterator[Span]:
    """The text without dates, titles in 《》 and quoted names."""
    taken = [date.span for date in dates]
    taken += [Span(*title.span()) for title in _TITLE.finditer(text, start, end)]
    taken += [Span(*name.span()) for name in _QUOTED.finditer(text, start, end) if not _SENTENCE.search(name[0])]
    for span in sorted(taken):
        if start < span.start:
            yield Span(start, span.start)
        start = max(start, span.end)
    yield Span(start, end)
