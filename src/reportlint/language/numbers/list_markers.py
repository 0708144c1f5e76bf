"""How headings and list items are numbered in prose: 一、 （一） 1. 一是 第一，."""

from __future__ import annotations

from reportlint.kept import patterns
from reportlint.language.numbers.ordinals import NUMERALS

COUNT = f"[{NUMERALS[1:]}]"
"""One character of a Chinese number that counts headings or items."""
LIST_START = patterns.compile(rf"\s*(?:第?{COUNT}{{1,2}}[是要，]|[（(]?(?:{COUNT}|\d){{1,2}}[）).、])")
"""How an item of an enumeration begins."""
