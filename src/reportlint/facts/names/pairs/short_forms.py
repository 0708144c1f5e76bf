"""Is one of two names the other for short, as everybody calls it: 市场监管局, 市场监督管理局? Then they are no two writings."""

from __future__ import annotations

from reportlint.language.words.differences import in_order

_OFFICES = tuple("局所厅院")
"""Last characters of bodies that have short names which everybody knows."""
_WORDS = 4
"""Characters of two words, of which the first of each are the short one: 监督管理, 监管."""
_WORD = 2
"""Characters of a word that a name may lack behind the quoted one by which it is known."""


def is_short_form(one: str, other: str) -> bool:
    """Is the one name the other with a word shortened, or with a word fewer behind what is quoted, by which it is known?"""
    short, full = sorted((one, other), key=len)
    return _is_shortened(short, full) or _lacks_a_word(short, full)


def _is_shortened(short: str, full: str) -> bool:
    """县市场监管局, 县市场监督管理局; either may be told without the level."""
    told = (full[:at] + full[at : at + _WORDS : 2] + full[at + _WORDS :] for at in range(len(full) - _WORDS))
    return full.endswith(_OFFICES) and any(each.endswith(short) or short.endswith(each) for each in told)


def _lacks_a_word(short: str, full: str) -> bool:
    """“安澜”夜间行动, “安澜”夜间联合行动; not “法治讲堂”, “法治大讲堂”, where the quoted itself differs."""
    brand, mark, rest = short.partition("”")
    whole, _, whole_rest = full.partition("”")
    return (
        bool(mark and rest) and brand == whole and len(whole_rest) - len(rest) >= _WORD and in_order(rest, whole_rest)
    )
