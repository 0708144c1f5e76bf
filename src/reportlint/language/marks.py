"""Marks of punctuation: which belong to Chinese text, and which stand for a character that was lost."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from reportlint.document.source import Span
from reportlint.kept import patterns
from reportlint.kept.by_words import by_words
from reportlint.language.phrases import load_phrases

_ASKS = load_phrases(__file__, "questions")["asks"].pattern
_SENTENCE = patterns.compile("[。！；\r\n]")
_REACH = 60
"""Characters before a question mark in which its question is looked for."""


def is_chinese(char: str) -> bool:
    """Is it a Chinese character, or a mark of Chinese text?"""
    return "\u4e00" <= char <= "\u9fff" or (char != "" and char in "，。；：、！？“”‘’（）《》〈〉【】…—％")


def is_simplified(char: str) -> bool:
    """Is it one of the 6,763 characters of simplified writing in GB 2312? Traditional ones are not among them."""
    try:
        return "\u4e00" <= char <= "\u9fff" and len(char.encode("gb2312")) == 2
    except UnicodeEncodeError:
        return False


def asks(text: str, at: int) -> bool:
    """Is the ? at ``at`` the end of a question? If not, it may stand for a character that could not be written."""
    return bool(_ASKS.search(_SENTENCE.split(text[max(0, at - _REACH) : at])[-1]))


_PAIRS = ("“”", "‘’", "《》", "〈〉", "（）", "【】", "「」", "『』")
_CLOSER = {pair[0]: pair[1] for pair in _PAIRS}
_OPENER = {closer: opener for opener, closer in _CLOSER.items()}
_WIDE = {"(": "（", ")": "）"}  # （…) is a pair, though of two widths
_PAIRED = patterns.compile(f"[{''.join(_PAIRS)}()]")
_LABEL = patterns.compile(
    r"(?:^|[。；：，、！？;:,.\s\u3000])[（(]?(?:\d{1,2}|[a-zA-Z]|[一二三四五六七八九十]{1,3}|[①-⑳])$"
)
"""What stands before the lone bracket of a list label: 1） (1) 一）."""
_LABELS_WITHIN = patterns.compile(r"(?<!\d)1[）)].*(?<!\d)2[）)]|(?<![a-z])a[）)].*(?<![a-z])b[）)]|一[）)].*二[）)]")
"""Labels within a sentence: 分1）船体、2）机电."""
_LABEL_ENDS = frozenset("123456789abcdef一二三四五六七八九")
_ELIDED = patterns.compile(r"’\d\d(?!\d)")
"""A year without its century: ’98."""
_DEPTH = 8
"""Pairs within one another that are told apart: text has three at most, and more would grow with the square of the line."""
_RUN_ON = 3
"""Lines further down up to which a quotation may be closed."""


def find_unpaired(text: str, lines: Sequence[Span]) -> Iterator[tuple[list[Span], str, bool]]:
    """Marks that lack their other half: those of one kind and line together, the half that is missing, and are they openers?

    Each kind is paired by itself. What a line leaves open may be closed within the next few: a quotation of several
    paragraphs, or hard-wrapped text.
    """
    waiting: dict[str, tuple[int, list[Span]]] = {}  # opener to its line and places
    for number, line in enumerate(lines):
        # each paragraph of a quotation begins with the mark
        if (first := text[line.start]) in waiting and first in "“‘":
            del waiting[first]
        opened, closed = _unpaired_in(text[line.start : line.end])
        for opener, places in closed.items():
            marks = [Span(line.start + at, line.start + at + 1) for at in places]
            continued = opener in waiting and number - waiting.pop(opener)[0] <= _RUN_ON
            if rest := marks[continued:]:
                yield rest, opener, False
        for opener, places in opened.items():
            if opener in waiting:
                yield waiting[opener][1], _CLOSER[opener], True
            waiting[opener] = number, [Span(line.start + at, line.start + at + 1) for at in places]
    for opener, (_, marks) in waiting.items():
        yield marks, _CLOSER[opener], True


def find_crossed(text: str, line: Span) -> Iterator[tuple[Span, Span]]:
    """Where two pairs of a line are closed in the order in which they were opened (《〈办法》〉): from the first mark to the
    last, and the two that are to change places.
    """
    opened: list[tuple[str, int]] = []
    for match in _PAIRED.finditer(text, *line):
        mark, at = _WIDE.get(match[0], match[0]), match.start()
        if mark in _CLOSER:
            opened = [*opened[1 - _DEPTH :], (mark, at)]
            continue
        if len(opened) > 1 and [opener for opener, _ in opened[-2:]] == [
            _OPENER[mark],
            _OPENER.get(text[at + 1 : at + 2]),
        ]:
            yield Span(opened[-2][1], at + 2), Span(at, at + 2)
        last = max((n for n, (opener, _) in enumerate(opened) if opener == _OPENER[mark]), default=None)
        if last is not None:
            del opened[last]


@by_words
def _unpaired_in(line: str) -> tuple[dict[str, list[int]], dict[str, list[int]]]:
    """The marks of a line that it leaves open, and those that it closes but did not open: by the opener, their places in it."""
    opened: dict[str, list[int]] = defaultdict(list)
    closed: dict[str, list[int]] = defaultdict(list)
    for match in _PAIRED.finditer(line):
        mark, at = _WIDE.get(match[0], match[0]), match.start()
        if mark in _CLOSER:
            opened[mark].append(at)
        elif opened[_OPENER[mark]]:
            opened[_OPENER[mark]].pop()
        elif mark == "’" and _ELIDED.match(line, at):
            continue
        elif mark != "）" or not _is_label(line, at):
            closed[_OPENER[mark]].append(at)
    return {opener: places for opener, places in opened.items() if places}, closed


def _is_label(line: str, at: int) -> bool:
    """Does a lone bracket at a place end a list label?"""
    if _LABEL.search(line[max(0, at - 5) : at]):
        return True
    return (
        line[max(0, at - 1) : at] in _LABEL_ENDS and _LABELS_WITHIN.search(line[max(0, at - 60) : at + 60]) is not None
    )
