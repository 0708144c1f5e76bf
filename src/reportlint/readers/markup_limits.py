"""What a web page's markup may not hold, because a parser would take gigabytes or hours for it: told before it is parsed."""

from __future__ import annotations

from reportlint.document.source import UnreadableError
from reportlint.kept import patterns

_MAX_TAGS = 200_000
"""A page has some thousands."""
_MAX_DEPTH = 1_000
"""Elements within elements; a page has some thirty, and a parser's time grows with the square of them."""
_MAX_WORDS = 20_000
"""Words between one tag and the next: a parser compares each attribute with all others of its element."""
_MAX_ALL_WORDS = 500_000
"""Of the whole page: each may be an attribute, and takes some 300 bytes."""
_MAX_CHOICES = 5_000
"""Options of lists to choose from: the parser's time grows with the square of them."""
_MAX_COPIES = 200_000
"""Formatting elements that a parser begins anew, as it does for each that is still open where a paragraph ends."""
_ALIKE = 3
"""Of open formatting elements that are alike a parser heeds no more."""
_TAG = patterns.compile(r"<(/?)([a-z][a-z0-9]*)([^<>]{0,200})", 2)
_FLAT = frozenset(
    "a area base br col dd dt embed h1 h2 h3 h4 h5 h6 hr img input li link meta nobr option p param source tbody td tfoot th"
    " thead tr track wbr".split()
)
"""What does not lie in another of its kind, or ends by itself."""
_FORMATTING = frozenset("b big code em font i s small strike strong tt u".split())
_REMEDY = "请把正文另存为文本后再检查。"


def refuse_what_takes_too_much(markup: str) -> None:
    """Raises UnreadableError for markup beyond the limits."""
    if markup.count("<") > _MAX_TAGS:
        raise UnreadableError(f"网页里的标记超过 {_MAX_TAGS:,} 个，不像一份报告的页面。{_REMEDY}")
    words = [len(piece.split()) for piece in markup.split("<")]
    if max(words) > _MAX_WORDS or sum(words) > _MAX_ALL_WORDS:
        raise UnreadableError(f"网页里标记的属性过多，不像一份报告的页面。{_REMEDY}")
    depth = copies = choices = 0
    formatting: list[tuple[str, str]] = []
    for tag in _TAG.finditer(markup):
        closes, name = bool(tag[1]), tag[2].lower()
        if name in _FORMATTING:
            _begin_or_end(formatting, closes, name, tag[3])
        else:
            copies += len(formatting)
            choices += name == "option"
            if name not in _FLAT:
                depth = max(0, depth - 1) if closes else depth + 1
        if depth + len(formatting) > _MAX_DEPTH or copies > _MAX_COPIES:
            raise UnreadableError(f"网页的元素套了太多层，不像一份报告的页面。{_REMEDY}")
        if choices > _MAX_CHOICES:
            raise UnreadableError(f"网页里的下拉选项超过 {_MAX_CHOICES:,} 个，不像一份报告的页面。{_REMEDY}")


def _begin_or_end(formatting: list[tuple[str, str]], ends: bool, name: str, attributes: str) -> None:
    """Keep the list of open formatting elements, outermost first."""
    if not ends and formatting.count((name, attributes)) < _ALIKE:
        formatting.append((name, attributes))
    elif ends:
        last = next((at for at in reversed(range(len(formatting))) if formatting[at][0] == name), None)
        if last is not None:
            del formatting[last]
