"""The reading layer: a text as it is understood, each of its characters with its place in the file.

Invisible guests of a paste and marks of notes are read past; look-alikes are taken for the characters meant, one to one. So
all that follows sees clean text, while places and fixes stay those of the file. What was done is kept with the source.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Iterator
from functools import partial
from itertools import accumulate

from reportlint.document.lookalikes import CHARACTERS, KANA, MARKS, meant
from reportlint.document.source import Fold, Markup, Source, Span, Table
from reportlint.kept import patterns

_HAN = "\u4e00-\u9fff"
_START = "(?<![^\r\n])[ \t\u3000]*"  # of a line
_END = "(?=[ \t\u3000]*(?![^\r\n]))"
_CLOSES = f"[{_HAN}）)”’》〉％%]"
_NUMERAL = "[一二三四五六七八九十]"
_ZERO = "Oo0Ｏｏ０◯"
_YEAR = f"[一二](?=[〇○零{_ZERO}]{{0,2}}[一二三四五六七八九])[〇○零{_ZERO}一二三四五六七八九]{{3}}"
_DASHES = "—–―－─━"

_UNSEEN = "\u00ad\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufe00-\ufe0f\ufeff"
_NOTES = "⁰¹²³⁴-⁹"
_GUEST = patterns.compile(f"[{_UNSEEN}{_NOTES}]")
_PAST = patterns.compile(
    rf"(?P<invisible>(?<!\r)[{_UNSEEN}]+|[{_UNSEEN}]+(?![{_UNSEEN}\n]))"  # between \r and \n it keeps two lines apart
    f"|(?<=[{_HAN}0-9”’》）%％，。；：、])(?<!米)[{_NOTES}]+"  # behind a letter or 米 it is an exponent
)
_SIGN = patterns.compile(f"[{CHARACTERS}{MARKS}{KANA}]")
_JAPANESE = patterns.compile("[\u3041-\u3096]")  # in such a text, katakana is what it is
_QUOTES = {'"＂': "“”", "'＇": "‘’"}
_CHINESE = patterns.compile(f"[{_HAN}]")
_MARK_AT_EDGE = patterns.compile(r"[\s，。；：、]|.+[\s，；：、]$")

_ONE = dict.fromkeys(_DASHES, "一")
_STOP = dict.fromkeys("．｡﹒·•・･", "。")
_NARROW = {
    chr(code): chr(code - 0xFEE0)
    for code in (ord("．"), *range(ord("０"), ord("９") + 1), *range(ord("Ａ"), ord("ｚ") + 1))
}
_PLAIN = dict.fromkeys("\u00a0\u2000\u2002\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f", " ") | dict.fromkeys(
    "\u2001\u2003", "\u3000"
)
"""Blanks of other widths, and those at which no line may end; one as wide as a character is that of Chinese."""
_Step = Callable[[str], Iterator[tuple[int, str]]]
_RULES = (
    ("blank", f"(?P<as>[{''.join(_PLAIN)}]+)", _PLAIN),
    ("lookalike", rf"(?P<as>{_YEAR})(?=年|[-~～至{_DASHES}]{_YEAR}年)", dict.fromkeys(_ZERO, "〇")),
    # one number in two widths
    ("lookalike", "(?<![0-9０-９])(?P<as>(?:[0-9]+[０-９]|[０-９]+[0-9])[0-9０-９]*)", _NARROW),
    ("width", "(?P<as>[０-９Ａ-Ｚａ-ｚ]+(?:．[０-９]+)*)", _NARROW),
    ("lookalike", rf"(?<![A-Za-z0-9.])(?P<as>[1-9][0-9]*[Oo][0-9Oo]*)(?=[{_HAN}%％.])", dict.fromkeys("Oo", "0")),
    ("lookalike", rf"(?<![A-Za-z0-9.])(?P<as>l[0-9]+|[1-9][0-9]*[lI][0-9]+)(?=[{_HAN}%％.])", dict.fromkeys("lI", "1")),
    ("lookalike", rf"{_START}(?:[二三四五六七八九]?十)?(?P<as>[{_DASHES}])(?=、)", _ONE),
    ("lookalike", rf"{_START}[（(][ \u3000]*(?P<as>[{_DASHES}])(?=[ \u3000]*[）)])", _ONE),
    ("lookalike", rf"(?:(?<=[。；：])|{_START})(?P<as>[{_DASHES}])(?=[是要][{_HAN}])", _ONE),
    ("width", r"(?<=[0-9])(?P<as>﹒)(?=\S)", {"﹒": "．"}),
    ("lookalike", "(?<=[0-9])(?P<as>[·•・･])(?=[0-9]{1,2}(?:[%％‰]|[万亿]元))", dict.fromkeys("·•・･", ".")),
    ("stop", "(?P<as>｡)", _STOP),
    (
        "stop",  # 一．and （一）．number a heading, and are passed over
        rf"{_START}(?:第?{_NUMERAL}{{1,3}}(?:[章节条]|部分)?|[（(][^（）()\r\n]{{1,3}}[）)])[．﹒]"
        rf"|(?<={_CLOSES})(?<![。；：，、 \u3000]{_NUMERAL})(?P<as>[．﹒])(?:(?=[{_HAN}“《（‘0-9])|{_END})",
        _STOP,
    ),
    ("stop", rf"(?<=[^\r\n]{{8}}[0-9])(?P<as>[．﹒]){_END}", _STOP),
    ("stop", rf"(?<=[^\r\n]{{8}})(?<={_CLOSES})(?P<as>[·•・･]){_END}", _STOP),
)
"""Each by itself, over the text as those before it left it: the kind, where, and as what each character there is read."""
_GROUPS = tuple(  # as the standard writes them, and with the comma of sentences, which only a unit behind it tells from one
    (
        kind,
        rf"(?<![0-9A-Za-z.,，表图注第\r\n])(?<![0-9表图注] )(?<!附件)(?<!附件 )(?P<as>[1-9][0-9]{{0,2}}(?:{mark}[0-9]{{3}}){{1,3}})(?![0-9A-Za-z]| ?[0-9]){behind}",
        {mark: ","},
    )
    for kind, mark, behind in (("blank", " ", ""), ("lookalike", "，", f"(?=[{_HAN}%％‰])"))
)
"""Numbers of which a blank or a comma parts the thousands."""
_READ_AS = "".join(dict.fromkeys([*(sign for *_, table in _RULES for sign in table), *"".join(_QUOTES)]))
_ODD = patterns.compile(f"[{_UNSEEN}{_NOTES}{CHARACTERS}{MARKS}{KANA}{re.escape(_READ_AS)}]")
"""The signs that anything is done about, or for."""


def fold(source: Source) -> Source:
    """The source with its text as it is understood; itself where that is as it was written."""
    signs = "".join({*_ODD.findall(source.text)})
    if _GUEST.search(signs) and _PAST.search(source.text):
        source = _read_past(source)
    text, folds = source.text, list(source.folds)
    for kind, step in _steps(signs):
        pieces, end = [], 0
        for start, read in step(text):
            written = text[start : start + len(read)]
            folds += [Fold(kind, start + at, sign) for at, sign in enumerate(written) if sign != read[at]]
            pieces += [text[end:start], read]
            end = start + len(read)
        if pieces:
            text = "".join([*pieces, text[end:]])
    if text == source.text:
        return source
    markup = source.markup or Markup(source.text, range(len(source.text)))
    return source._replace(text=text, markup=markup, folds=tuple(sorted(folds, key=lambda each: each.at)))


def _steps(signs: str) -> Iterator[tuple[str, _Step]]:
    """What must be looked for in a text with these of the signs that are looked for; most patterns are never compiled."""
    if _SIGN.search(signs):
        yield "lookalike", _lookalikes
    known = frozenset(signs)
    for kind, pattern, table in _RULES:
        if not known.isdisjoint(table):
            yield kind, partial(_by_rule, patterns.compile(pattern), str.maketrans(table))
    for kind, pattern, table in _GROUPS:
        yield kind, partial(_by_rule, patterns.compile(pattern), str.maketrans(table))
    for marks, pair in _QUOTES.items():
        if not known.isdisjoint(marks):
            yield "quote", partial(_quotes, marks, pair)


def _read_past(source: Source) -> Source:
    """The source without invisible characters and marks of notes.

    What is invisible belongs to the character before it or, at the beginning of a line, to the one behind it.
    """
    text = source.text
    origin = source.markup.origin if source.markup else range(len(text))
    pieces: list[str] = []
    places: list[int] = []
    wide: dict[int, Span] = {}
    folds: list[Fold] = []
    end = 0
    for match in _PAST.finditer(text):
        pieces.append(text[end : match.start()])
        places += origin[end : match.start()]
        begins = match.start() == 0 or text[match.start() - 1] in "\r\n"
        first, last = (match.start(), match.end()) if begins else (match.start() - 1, match.end() - 1)
        at = len(places) if begins else len(places) - 1
        if last < len(text):
            folds.append(Fold("invisible" if match["invisible"] else "note", at, match[0]))
            if match["invisible"] and origin[last] - origin[first] == last - first and (begins or match.start() > end):
                wide[at] = Span(min(origin[first], wide[at].start if at in wide else origin[first]), origin[last] + 1)
        end = match.end()
    pieces.append(text[end:])
    places += origin[end:]
    tables = _moved(source.tables, text) if source.tables else ()
    markup = Markup(source.raw, places, wide)
    return source._replace(text="".join(pieces), markup=markup, folds=tuple(folds), tables=tables)


def _moved(tables: tuple[Table, ...], text: str) -> tuple[Table, ...]:
    """The tables where they stand once the text is rid of what is read past."""
    past = [Span(*match.span()) for match in _PAST.finditer(text)]
    gone = list(accumulate((end - start for start, end in past), initial=0))

    def moved(at: int) -> int:
        return at - gone[bisect_left(past, at, key=lambda span: span.start)]

    return tuple(
        table._replace(rows=tuple(tuple(Span(*map(moved, cell)) for cell in row) for row in table.rows))
        for table in tables
    )


def _lookalikes(text: str) -> Iterator[tuple[int, str]]:
    """The look-alikes that are told by themselves, and what they stand for."""
    left = KANA if _JAPANESE.search(text) else ""
    return ((match.start(), meant(match[0])) for match in _SIGN.finditer(text) if match[0] not in left)


def _by_rule(pattern: re.Pattern[str], table: dict[int, str], text: str) -> Iterator[tuple[int, str]]:
    """What a rule finds, and as what it is read."""
    return ((match.start("as"), match["as"].translate(table)) for match in pattern.finditer(text) if match["as"])


def _quotes(marks: str, pair: str, text: str) -> Iterator[tuple[int, str]]:
    """Straight quotation marks around or amid Chinese, as the pair that they stand for."""
    quoted = patterns.compile(rf"(?<![A-Za-z0-9])[{marks}](?P<within>[^{marks}{pair}\r\n]{{1,60}})[{marks}]")
    for match in quoted.finditer(text):
        around = text[max(0, match.start() - 1) : match.start()], text[match.end() : match.end() + 1]
        chinese = _CHINESE.search(match["within"]) or all(map(_CHINESE.search, around))
        if chinese and not _MARK_AT_EDGE.match(match["within"]):
            yield match.start(), pair[0]
            yield match.end() - 1, pair[1]
