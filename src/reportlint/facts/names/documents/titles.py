"""Titles of laws and documents as they are compared: marks, brackets, dashes and the name of the state aside."""

from __future__ import annotations

from functools import lru_cache

from reportlint.kept import patterns
from reportlint.language.numbers.numerals import parse_numeral
from reportlint.language.phrases import load_phrases

STATE = "中华人民共和国"
_INNER_MARKS = patterns.compile(r"[《》〈〉<>＜＞\s\u3000]")
_DASHES = patterns.compile(r"[-－‐–—―~～]{1,2}|(?<=\d)[至到](?=\d)")
_BRACKET = patterns.compile(r"（[^（）]*）$")
_PERIOD = patterns.compile(r"(?P<first>20\d\d)年?—(?P<last>20\d\d)年?")
_PLAN_NUMBER = "[六七八九]|十[一二三四五六七八九]?"
_FIVE_YEARS = patterns.compile(
    rf"第(?P<number>{_PLAN_NUMBER})个五年[\u4e00-\u9fff]{{0,6}}[规计]划|(?<![第\d])“?(?P<short>{_PLAN_NUMBER})五(?:”|(?=普法|[规计]划))"
)
_LAW_TAUGHT = patterns.compile("普法|法[治制]宣传")
FIRST_PLANNED, FIRST_TAUGHT = 1951, 1981
"""The years from which five-year plans are counted: those of the economy since the sixth, and those of teaching the law."""
_PHRASES = load_phrases(__file__, "titles")
_DRAFT, _ISSUER = (_PHRASES[name].pattern for name in ("draft", "issuer"))


def normal(words: str) -> str:
    """A title without marks and blanks, with full-width brackets and one kind of dash, without 中华人民共和国."""
    words = _INNER_MARKS.sub("", words).replace("(", "（").replace(")", "）")
    words = _PERIOD.sub(r"\g<first>—\g<last>年", _DASHES.sub("—", words))
    return words.removeprefix(STATE) or words


def base_of(name: str) -> str:
    """A name without the bracket at its end: （2021—2025年）, （试行）."""
    return _BRACKET.sub("", name) if name.endswith("）") else name


@lru_cache(maxsize=4096)
def period_of(name: str) -> tuple[int, int] | None:
    """The years that a name states: 2021—2025. Remembered, as it is asked of all known names for each unknown one."""
    match = _PERIOD.search(name)
    return (int(match["first"]), int(match["last"])) if match else None


def five_years_of(name: str) -> tuple[int, int] | None:
    """The years of the five-year plan that a name speaks of: “十三五”信访工作规划, 第八个五年普法规划."""
    match = _FIVE_YEARS.search(name)
    numeral = parse_numeral(match["number"] or match["short"]) if match else None
    if numeral is None:
        return None
    first = (FIRST_TAUGHT if _LAW_TAUGHT.search(name) else FIRST_PLANNED) + 5 * int(numeral.value)
    return first, first + 4


def is_draft(name: str) -> bool:
    """Does a title name the draft of a thing?"""
    return bool(_DRAFT.search(name))


def without_issuer(name: str) -> str:
    """A name without the central bodies that some write before its 关于 and some do not."""
    match = _ISSUER.match(name)
    return name[match.end() :] if match else name


def years_apart(one: tuple[int, int] | None, other: tuple[int, int] | None) -> int:
    """How many years two periods are from one another, at their beginnings and their ends together."""
    return sum(abs(a - b) for a, b in zip(one or (), other or (), strict=True))
