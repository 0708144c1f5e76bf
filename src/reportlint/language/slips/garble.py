"""Text that lost its characters on the way: a wrong encoding, a copy from a page's code, a font that was not there; and what was
never filled in."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reportlint.document.source import Span
from reportlint.kept import patterns
from reportlint.language.marks import asks
from reportlint.language.traditional import beyond_gb2312
from reportlint.language.words.word_boundaries import stands

_LOST = patterns.compile(
    "[\ufffd\ue000-\uf8ff]+"  # the sign of a lost character; private use
    "|锟斤拷(?:锟斤拷|锟|斤|拷)*|烫{3,}|屯{3,}"  # what GBK makes of lost characters, and of memory never written
    "|[ÂÃâ-é](?:[\u0080-\u00bf\u0152-\u0178\u0192\u02c6\u02dc\u2013-\u203a€™]{1,2}[ÂÃâ-é]?)+"  # UTF-8 read as Latin-1
    "|(?=[\u00a1-\u00ff]{0,40}[\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u00ff])[\u00a1-\u00ff]{2,}"  # GBK read as Latin-1
    "|#(?:REF!|N/A|VALUE!|DIV/0!|NAME\\?|NULL!|NUM!)|(?<=[\u4e00-\u9fff])(?:undefined|NaN|null)(?=[\u4e00-\u9fff])"
    "|(?<=\\d)[&^](?=[，。；、）])"  # beside % on the keyboard
    "|(?<=[，。；、])\\?{2,}(?=[\u4e00-\u9fff，。；、])|(?<=[\\d”》）])\\?+(?=[\u4e00-\u9fff，。；、])"
    "|(?<=[\u4e00-\u9fff])(?:\\?+|[□▯▢■▓█〓]+)(?=[\u4e00-\u9fff\\d，。；、])"
)
_UNFILLED = patterns.compile(
    r"(?:(?<![A-Za-z0-9*＊])[*＊]{1,4}|(?<=[\u4e00-\u9fff])(?:[xXｘＸ]{1,4}|×{2,4}))(?=(?P<unit>[人家件户]次|[万亿]元?|[件次人名个家场份项条处起部期张户批元](?!目)))"
)
"""What stands in a draft for a figure that is not known yet: 召开会议*次, 共有xx名. Names and years may be left out on purpose: 20xx年xx镇."""
_PROMPT = patterns.compile(
    r"单击(?:或(?:点击|点按|轻触|轻点|轻击))?(?:此处|这里|以)(?:输入|键入|选择|添加|插入|填写)[\u4e00-\u9fff]{0,6}。?"
    r"|点击(?:此处|这里)(?:输入|键入|添加|填写)(?:文字|文本|内容|日期|标题)。?"
    r"|Click (?:or tap )?(?:here )?to enter (?:a date|text)\."
)
"""What a form of a word processor shows where nothing was filled in yet."""
_BOLD = "*＊"
_BOXES = frozenset("□▯▢■▓█〓")
_CHOICES = frozenset("是否有无男女年月日意")
"""Words of a form, beside which a box is to be ticked or filled in."""
_CODE = patterns.compile(
    r"&(?:[A-Za-z]{2,8}|#\d{2,6}|#[xX][0-9A-Fa-f]{2,5});|&nbsp(?![;A-Za-z])"
    r"|\\u[0-9A-Fa-f]{4}(?:\\u[0-9A-Fa-f]{4})*|(?<=[\u3000-\u9fff\uff00-\uffef])\\[nrt](?![A-Za-z\\])"
    r"|\\x[Ee][0-9A-Fa-f](?:\\x[89ABab][0-9A-Fa-f]){2}(?:\\x[0-9A-Fa-f]{2})*"
    r"|(?<![A-Za-z0-9/=?&._#-])%[Ee][0-9A-Fa-f](?:%[89ABab][0-9A-Fa-f]){2}(?:%[0-9A-Fa-f]{2})*"
    r"|</?(?:br|p|div|span|strong|em|b|i|u|font|a|img|table|tbody|thead|t[rdh]|[uo]l|li|h[1-6]|su[bp]|o:p)(?:\s[^<>\n]*)?/?>"
)
_TAG = "<"
_THREE_BYTES = rb"(?:[\xe2-\xef][\x80-\xbf]{2})+"
_REACH = 30
"""Characters read on at once."""
_TRADITIONAL = 50
"""Characters outside GB 2312 from which a text is a traditional one: of those, many pairs would pass for bytes of UTF-8."""


def find_lost(text: str, line: Span) -> Iterator[Span]:
    """Where characters of a line were lost, but for those of ``find_misread``."""
    for match in _LOST.finditer(text, *line):
        if match[0][0] == "?" and asks(text, match.start()):
            continue
        if match[0][0] not in _BOXES or _CHOICES.isdisjoint((text[match.start() - 1], text[match.end()])):
            yield Span(*match.span())


def find_unfilled(text: str, line: Span) -> Iterator[Span]:
    """Where a line has a sign in place of a figure."""
    for match in _UNFILLED.finditer(text, *line):
        if match[0][0] not in _BOLD or stands(text, *match.span("unit")):  # **人员** is but printed bold
            yield Span(*match.span())


def find_prompts(text: str, line: Span) -> Iterator[Span]:
    """Where a line asks its writer to fill something in."""
    for match in _PROMPT.finditer(text, *line):
        yield Span(*match.span())


def find_codes(text: str, line: Span) -> Iterator[tuple[Span, str]]:
    """Where a line has the code of characters (&nbsp; \\u5458 %E5%91%98), and what it means; of a tag (<br/>) that is nothing."""
    for match in _CODE.finditer(text, *line):
        if (meant := _meaning(match[0])) != match[0]:
            yield Span(*match.span()), meant


def _meaning(code: str) -> str:
    if code[0] == _TAG:
        return ""
    if code[:2] == "\\x":
        return _meaning(code.replace("\\x", "%"))
    if code[0] == "\\":
        return re.sub(r"\\u(.{4})", lambda found: chr(int(found[1], 16)), code) if code[1] == "u" else " "
    if code[0] == "%":
        from urllib.parse import unquote  # rarely needed, as is the next

        return unquote(code)
    from html import unescape

    return unescape(code)


def find_misread(text: str) -> Iterator[Span]:
    """Where UTF-8 was read as GBK (鈥溾€ for “”): rare characters whose bytes are those of others in UTF-8."""
    rare = {char for char in beyond_gb2312(text) if "\u4e00" <= char <= "\u9fff"}
    if not rare or len(rare) > _TRADITIONAL:
        return
    taken = 0
    for match in re.finditer(f"[{''.join(rare)}]", text):
        for at in (match.start() - 1, match.start()):
            if at >= taken and (length := _misread(text[at : at + _REACH])):
                taken = at + length
                yield Span(at, taken)


def _misread(piece: str) -> int:
    """How many characters at the beginning of a piece are two or more of UTF-8, or one and the first byte of another."""
    bytes_ = [b"\x80" if char == "€" else char.encode("gbk", "ignore") for char in piece]
    found = re.match(_THREE_BYTES, b"".join(bytes_))  # rarely needed, so not compiled at every start
    if not found or not (found.end() >= 6 or b"\xe2" <= b"".join(bytes_)[3:4] <= b"\xef"):
        return 0
    return next(n for n in range(1, len(bytes_) + 1) if len(b"".join(bytes_[:n])) >= found.end())
