"""Two characters that hardly any dictionary has: do they name a place, a firm or a brand there (朔源村, 朔源燃气公司, “朔源”品牌)?"""

from __future__ import annotations

from reportlint.document.source import Span
from reportlint.language.phrases import load_phrases
from reportlint.language.slips.near_word_tables import is_rare
from reportlint.language.words.vocabulary import is_word

_REACH = 12
"""Characters on each side that are looked at."""
_SHORTEST = 2
_NEVER = frozenset("己已以末未不于与经的和为做即既")
"""Characters of grammar, which are in no name that is looked for here."""
_OPENING = "“"


def is_local_name(text: str, span: Span) -> bool:
    """Do the characters there stand as a name, by what is round them?"""
    words = text[span.start : span.end]
    if len(words) < _SHORTEST or (is_word(words) and not is_rare(words)) or not _NEVER.isdisjoint(words):
        return False
    rules = load_phrases(__file__, "local_names")
    before, end = text[max(0, span.start - _REACH) : span.start], min(len(text), span.end + _REACH)
    if before.endswith(_OPENING):
        before = before[:-1]
        if rules["brand-behind"].pattern.match(text, span.end, end):
            return True
    if rules["firm-behind"].pattern.match(text, span.end, end):
        return True
    if is_word(words) or not rules["leads-to-a-name"].pattern.search(before):
        return False
    return any(rules[name].pattern.match(text, span.end, end) for name in ("place-behind", "office-behind"))
