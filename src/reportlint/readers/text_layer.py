"""Is what a PDF or an OFD gives out as its text the text that one sees? Fonts may lack or garble what their signs stand for."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence

from reportlint.document.source import UnreadableError
from reportlint.readers.pages.lines import Line

_CODES = 0.02
"""Of the characters: with as many that stand for nothing, the text layer is none. Bullets of symbol fonts do not count."""
_SYMBOLS = range(0xF000, 0xF100)
"""Where Word puts the signs of symbol fonts."""
_ENOUGH = 100
"""Characters from which the share of the commonest tells."""
_HAN = 0.2
"""Of the characters of a report: even one full of figures has more Chinese characters."""
_COMMON = frozenset("，。、；：的一二三四五年月日在和了为是不与对等以及有上下人大中全法治政府行工作建设县市区部发展会")
"""Marks and characters of which any official text is full: a seventh of it and more."""
_SHARE = 0.05
"""Of the characters: text whose characters are exchanged for any others has some hundredth of the commonest."""


def refuse_what_is_no_text(pages: Sequence[Sequence[Line]], pictures: Sequence[int], what: str) -> None:
    """Raises UnreadableError where there is no text, most pages are pictures, or the signs stand for nothing, or for others than
    one sees. pictures: the numbers of pages that are some. what: PDF or OFD.
    """
    if not any(pages) or len(pictures) > len(pages) / 2:
        raise UnreadableError(
            f"{what} 里没有文字层，或者只有页码之类，多半是扫描件：页面是图片。请用 Word 文件检查，或先做文字识别（OCR），核对无误后再检查。"
        )
    text = "".join("".join(line.text.split()) for page in pages for line in page)
    codes = sum(map(_is_code, text))
    if codes > _CODES * len(text):
        raise UnreadableError(
            f"{what} 的文字层读不出文字：字体里没有字符的对应关系（ToUnicode）。请重新导出 {what}，或用 Word 文件检查。"
        )
    han = sum("\u4e00" <= sign <= "\u9fff" or "\u2e80" <= sign <= "\u2fd5" for sign in text)
    if len(text) >= _ENOUGH and (han < _HAN * len(text) or sum(map(_COMMON.__contains__, text)) < _SHARE * len(text)):
        raise UnreadableError(
            f"{what} 的文字层读出来不是通顺的中文，多半是字体里字符的对应关系缺失或错乱，复制出来也会是乱码。"
            f"请用原来的软件重新导出 {what}，或用 Word 文件检查。"
        )


def _is_code(sign: str) -> bool:
    """Does a font alone know what it means?"""
    return sign == "\ufffd" or (unicodedata.category(sign) in ("Cc", "Co", "Cn") and ord(sign) not in _SYMBOLS)
