"""Lines to headings: markers (一、 （一） 1. （1）), their numbers, and where a heading ends and its prose begins."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from reportlint.document.source import Span
from reportlint.kept import patterns
from reportlint.kept.by_words import by_words
from reportlint.language.numbers.list_markers import COUNT
from reportlint.language.numbers.ordinals import chinese_number
from reportlint.language.numbers.years import YEAR
from reportlint.language.phrases import load_phrases

_CHINESE = rf"{COUNT}{{1,3}}"
_NEXT = "|".join(
    rf"(?<={one}、){two}(?:、{COUNT})?(?:[两三个]?[月季旬年]|个[小时星]|[名人户天日周层辆台艘头亩点][\u4e00-\u9fff])"
    for one, two in pairwise("一二三四五六七八九十")
)
"""Behind a number and its mark, the next one and what both count: 三、四月间."""
_ORNAMENTS = "◆◇★☆■□▶►▲—-=*# \t\u3000"
_FRAMES = ("【】", "〖〗", "［］", "[]", "（）", "()")
_WRONG_MARK = "、.．，,：:；;"
"""What stands behind a number by mistake, or by another house's style; heading-marker tells them apart."""


def _markers(behind: str) -> re.Pattern[str]:
    """The pattern of a heading's marker. behind: what ends an Arabic number of the third level."""
    return patterns.compile(
        rf"""[\s\u3000?\ufffd•·●■◆]*(?P<marker>
      第(?P<n0>{_CHINESE})(?:部分|章)[\s、：:]?
    | 第(?P<m2>{_CHINESE})节[\s、：:]?
    | (?P<n1>{_CHINESE})[ \u3000]*(?:、、|[{_WRONG_MARK}]|。(?!$))(?!(?<=一、)二[类级等档审期线号])(?!{_NEXT})
    | (?:[（(〔【\[][ \u3000]*)?(?P<n2>{_CHINESE})[ \u3000]*[）)〕】\]](?:[ \u3000]*[{_WRONG_MARK}])?
    | (?P<n3>\d{{1,2}})[ \u3000]*(?:{behind})
    | (?:[（(][ \u3000]*)?(?P<n4>\d{{1,2}})[ \u3000]*[）)](?:[ \u3000]*[{_WRONG_MARK}])?
    | (?P<s2>[㈠-㈩]) | (?P<s3>[⒈-⒛]) | (?P<s4>[⑴-⒇]) | (?P<n5>[①-⑳])
    )[ \t\u3000]*""",
        re.VERBOSE,
    )


_MARKER = _markers(r"[、．]|(?<!\d\d)，(?=[\u4e00-\u9fff])|\.(?:(?!\d)|(?=20\d\d年))")
_COUNTED = _markers(r"[、．.]|(?=[\u4e00-\u9fff])")
_AMBIGUOUS = patterns.compile(r"[\s\u3000]*(?P<number>\d{1,2})(?:\.(?=\d)|(?P<unmarked>[ \u3000]*(?=[\u4e00-\u9fff])))")
_FIGURE = patterns.compile(
    r"[\s\u3000]*\d+[ \u3000]*[年月日号时点分秒周季天小届个项件名人次家起户份场处条多余几类级批种套台期只辆部位所支座间宗篇万亿千百]"
)
"""What stands behind a number that counts something."""
_INLINE = patterns.compile(rf"(?<=[。：；！？:;\s”]){_CHINESE}、|[（(]{_CHINESE}[）)]")
_RULES = load_phrases(__file__, "headings")
_TITLE_END = patterns.compile(rf"(?<=报告)[\s\u3000]*(?=(?:{YEAR})\s*年)")
_LEVELS = {"n0": 1, "n1": 1, "m2": 2, "n2": 2, "n3": 3, "n4": 4, "s2": 2, "s3": 3, "s4": 4, "n5": 5}
_FIRST = {"s2": "㈠", "s3": "⒈", "s4": "⑴", "n5": "①"}
"""The first of each row of signs that are marker and number in one."""
WRAPPED = 400
"""Characters from which a line with several markers is taken for a whole report on one line."""

_TITLE_WITHIN = 200
"""Characters from the beginning of such a line in which its title ends."""


class Heading(NamedTuple):
    """One heading.

    span: marker and text; title: the text alone. number: what the marker counts (0: no marker); numeral: as written. form: the marker's shape
    with N for the number, such as ``N、``. run_in: prose follows in the same paragraph, from ``body`` on.
    terminals: what the grammar's patterns find in it. parts: the required parts among them.
    """

    span: Span
    title: Span
    marker: str
    text: str
    level: int
    number: int
    numeral: str
    form: str
    body: Span
    terminals: tuple[str, ...] = ()
    parts: tuple[str, ...] = ()

    @property
    def marker_span(self) -> Span:
        """Where its marker stands."""
        return Span(self.span.start, self.span.start + len(self.marker))

    @property
    def run_in(self) -> bool:
        """Does prose follow in the same paragraph?"""
        return self.body.start < self.body.end

    @property
    def tells(self) -> bool:
        """Is it itself the prose: a numbered paragraph of one sentence, with nothing below it?"""
        return self.run_in and self.body.start == self.title.start

    def moved(self, by: int) -> Heading:
        """The same so many characters further on."""
        (start, end), (begins, ends), (first, last) = self.span, self.title, self.body
        return self._replace(
            span=Span(start + by, end + by), title=Span(begins + by, ends + by), body=Span(first + by, last + by)
        )


class Unclear(NamedTuple):
    """A number at the beginning of a line that may count a heading. decimal: 2.3支队伍, else it lacks its mark: 2优化服务."""

    number: int
    decimal: bool


def unclear_number(text: str, line: Span) -> Unclear | None:
    """The number of what may be a heading or not, by its form; what stands around must tell."""
    match = _AMBIGUOUS.match(text, *line)
    if match is None or (match["unmarked"] is not None and _FIGURE.match(text, *line)):
        return None
    return Unclear(int(match["number"]), match["unmarked"] is None)


def read_heading(text: str, line: Span, counted: bool = False) -> Heading | None:
    """The heading that a line begins with, or None where it has no marker. counted: 2.3支 begins with 2., not with 2.3, and 2优化 with 2."""
    found = _read(text[line.start : line.end], counted)
    return found and found.moved(line.start)


@by_words  # each line is asked about three times while a report is read
def _read(text: str, counted: bool) -> Heading | None:
    match = (_COUNTED if counted else _MARKER).match(text)
    if match is None or match.end() == len(text):
        return None
    group = next(name for name in _LEVELS if match[name])
    numeral = match[group]
    if group in _FIRST:
        number = ord(numeral) - ord(_FIRST[group]) + 1
    else:
        number = int(numeral) if numeral.isdigit() else chinese_number(numeral)
    end = _RULES["end"].pattern.search(text, match.end())
    if end and end.group() in "：:" and _RULES["said"].pattern.match(text, end.end()):
        end = None
    stop = end.start() if end else len(text)
    body = end.end() if end and end.group() not in "；;" else stop
    body += len(text[body:]) - len(text[body:].lstrip())
    stop -= len(text[match.end() : stop]) - len(text[match.end() : stop].rstrip())
    marker = match["marker"]
    return Heading(
        span=Span(match.start("marker"), stop),
        title=Span(match.end(), stop),
        marker=marker.strip(),
        text=text[match.end() : stop],
        level=_LEVELS[group],
        number=number,
        numeral=numeral,
        form=marker.strip().replace(numeral, "N", 1).replace(" ", "").replace("\u3000", ""),
        body=Span(body, len(text)),
    )


def bare_heading(line: Span, text: str, level: int) -> Heading:
    """A heading whose marker was lost or never written. text: the line; brackets and ornaments around it are no words of its."""
    words = without_frame(text)
    start = line.start + text.index(words)
    return Heading(line, Span(start, start + len(words)), "", words, level, 0, "", "", Span(line.end, line.end))


def without_frame(line: str) -> str:
    """The words of a line without brackets and ornaments around it: 【主要做法】, ★主要做法."""
    words = line.strip(_ORNAMENTS)
    if words[:1] + words[-1:] in _FRAMES and words.find(words[-1]) == len(words) - 1:
        words = words[1:-1].strip(_ORNAMENTS)
    return words or line


def unwrap(text: str, line: Span) -> Iterator[Span]:
    """Paragraphs of a line: itself, unless a whole report stands on it; then it is cut behind the title and before each marker."""
    announced = text.find("如下", *line) >= 0
    cuts = [match.end() for match in _RULES["announced"].pattern.finditer(text, *line)] if announced else []
    if line.end - line.start > WRAPPED:
        title = _TITLE_END.search(text, line.start, line.start + _TITLE_WITHIN)
        titled = title is not None and "。" not in text[line.start : title.end()]
        first_level = _first_level(text, line)
        if len(first_level) > (0 if titled else 1):
            cuts += first_level + _second_level(text, line)
        if title and (titled or len(first_level) > 1):
            cuts.append(title.end())
    if not cuts:  # mostly
        if text[line.start : line.end].strip():
            yield line
        return
    start = line.start
    for cut in [*sorted(set(cuts)), line.end]:
        if text[start:cut].strip():
            yield Span(start, cut)
        start = cut


def _first_level(text: str, line: Span) -> list[int]:
    """Where 一、 二、 三、 begin inside a line; 一、 may begin again."""
    cuts, expected = [], 1
    for match in _INLINE.finditer(text, *line):
        if match.group()[0] not in "（(" and (number := chinese_number(match.group()[:-1])) in (1, expected):
            cuts.append(match.start())
            expected = number + 1
    return cuts


def _second_level(text: str, line: Span) -> list[int]:
    """Where （一） （二） begin inside a line; each continues the count or begins again."""
    cuts, expected = [], 1
    for match in _INLINE.finditer(text, *line):
        if match.group()[0] in "（(" and (number := chinese_number(match.group()[1:-1])) in (1, expected):
            cuts.append(match.start())
            expected = number + 1
    return cuts
