"""What stands in quotation marks, titles and brackets: names and asides, whose words are not the report's own.

And the words of the report that a message puts in quotation marks.
"""

from __future__ import annotations

from reportlint.kept import patterns

FILL = "\ufffc"
"""Stands for each character of what is masked, so that offsets stay the same."""
# Up to 200 characters on one line: a mark that is never closed must not hide the rest of the text.
_TITLE = r"《[^《》\r\n]{0,200}(?:《[^《》\r\n]{0,200}》[^《》\r\n]{0,200})*》|〈[^〈〉\r\n]{0,200}〉"
_TITLES = patterns.compile(_TITLE)
_QUOTED = patterns.compile(rf"{_TITLE}|“[^“”\r\n]{{0,200}}”|‘[^‘’\r\n]{{0,200}}’|\"[^\"“”\r\n]{{1,100}}\"")
_BRACKETS = patterns.compile(r"（[^（）\r\n]{0,200}）|\([^()\r\n]{0,200}\)")


def mask_quotes(text: str) -> str:
    """The text with all that stands in “ ”, in straight quotation marks or in 《 》 masked, the marks included."""
    return _QUOTED.sub(lambda match: FILL * len(match.group()), text)


def mask_titles(text: str) -> str:
    """The text with all that stands in 《 》 masked, the marks included."""
    return _TITLES.sub(lambda match: FILL * len(match.group()), text)


def without_titles(text: str) -> str:
    """The text without what stands in 《 》."""
    return _TITLES.sub("", text)


def mask_brackets(text: str) -> str:
    """The text with all that stands in （ ） masked, the marks included."""
    return _BRACKETS.sub(lambda match: FILL * len(match.group()), text)


_LONGEST = 20


def cut(words: str) -> str:
    """Words as a message quotes them: 20 characters at most, the rest of longer ones shown as …"""
    return words if len(words) <= _LONGEST else f"{words[: _LONGEST - 1]}…"
