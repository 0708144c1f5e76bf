"""The field's terms that lost a character: 干职工 for 干部职工, 法律顾 for 法律顾问; and verbs that have one too many.

What is left of such a term is a word and a character beside it that belongs to no word: neither to one within the span, nor to
one that goes beyond it. Characters that stand alone elsewhere (法, 案, 为) tell nothing, so that terms are not looked for by them.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import lru_cache

from reportlint.document.source import Span
from reportlint.kept import patterns
from reportlint.language.pairs import Pairs, numbers
from reportlint.language.slips.near_word_tables import near_word_tables
from reportlint.language.slips.rows_of_three import is_in_row, row_joined_by
from reportlint.language.slips.sounds import sound_alike
from reportlint.language.word_files import words_in
from reportlint.language.words.official_words import is_official
from reportlint.language.words.verbs import is_verb
from reportlint.language.words.vocabulary import is_word
from reportlint.language.words.word_boundaries import is_common

_SHORTEST = 4
"""Characters of a term of which, when one is lost, enough is left."""
_LONGEST_WORD = 4
_ALONE = frozenset(
    "的地得和与及同或以为用由给向对将把被从在到于按经据并而且可应须要能会不未非无有是再也都均又还已正定案法人信员证函权件告物一二三四五六七八九十两"
    "年月日季周时村镇县市区省乡街局厅所院站部委处科室网线案类厂矿店校企岗业户组队点场路河水电气火车船房地林农工商税财"
    "量率值额数卷书表册图版费款价"
    "班课营团听帮办管抓促做作搞保建设立审查送报交下上中内外前后新老大小多少全各每本该此其双单先专公私"
)
"""Characters that are words of their own, or stand for one: 随案移送, 以违法为前提, 俄法关系, 执法量."""

_ENDS = frozenset("班堂集章台坊角廊屋亭园馆库岗页栏屏道制力式")
"""Characters with which one names a thing behind any word: 法治班, 证据集, 应诉力, 协作制."""
_WHEN = frozenset("前后中内外间")
"""What makes a time or a place of the character before it: 庭前, 诉后."""
_FREE = frozenset("严强联拖考")
"""Verbs, and words that tell how, that stand by themselves before an act or its object: 强执行, 拖工资."""
_SLOGAN = 3
"""Characters of a member of a slogan, and of a wording made for the occasion: an act and its object, or how it is done (严执法)."""
_BOUND = frozenset("纠顾矫氛秩履咨矛措渠辩障励环赔侦惩程素思轨")
"""Characters that no term ends with, nor any word of one character is: a term's last character was lost behind them (法律顾, 矛盾纠)."""

_MANNERS = (
    "积极 认真 切实 深入 扎实 全面 持续 大力 着力 不断 有效 及时 充分 严格 主动 逐步 稳步 坚决 努力 依法 统一 集中 定期 统筹 顺利 妥善 迅速 广泛 精准"
).split()
_HALVES = {half: word for word in reversed(_MANNERS) for half in reversed(word)}
"""The words that tell how, by either of their characters."""
_HOW = patterns.compile(f"(?:{'|'.join(_MANNERS)}|进一步)(?P<other>[\u4e00-\u9fff])(?=(?P<verb>[\u4e00-\u9fff]{{2}}))")
_TWICE = patterns.compile(
    f"(?P<half>(?!稳)[{''.join(_HALVES)}])(?P=half)(?=(?P<verb>[\u4e00-\u9fff]{{2}}))"
)  # 稳稳守住
_ROW = row_joined_by(r"[、，\s]")
_CLOSING = frozenset("）)”")
"""Before these there may be another part of the term: 权（事）责清单."""
_OF_NUMBERS = frozenset("约近达超逾仅")
"""Before a number they are words of their own: 参加活动的居民约300人."""
_SOME = frozenset("几数")
"""They stand for numerals: 约数百人."""
_HOW_OFTEN = frozenset("日周旬月季年")
"""Behind these one character is a word: 月评制度, 季报制度."""


_GOES_ON = frozenset("到为成至回出入进掉好完由用在做作发建")
"""How a verb of one character goes on, at the end of what is left of a term: 限期改到1.5米."""
_ABOUT = patterns.compile("(?<=[约近超逾])[0-9百千万几数]")
"""Behind what tells that a number is not exact, the number."""


def find_lost_characters(text: str, lines: Iterable[Span], pairs: Pairs) -> Iterator[tuple[Span, str]]:
    """Where lines of the text have a term less one character, and the term. ``pairs``: of the text, or of the same unmasked."""
    by_pair, wanted = _forms()
    for line, at in pairs.within(lines, wanted):
        for form, term in by_pair[text[at : at + 2]]:
            span = Span(at, at + len(form))
            if not text.startswith(form, at, line.end - 1) or text.startswith(term, at):
                continue  # cut off with the line; or, as a head, of the term that stands there
            if text[at - 1] not in _CLOSING | _HOW_OFTEN and _is_loose(text, span):
                yield span, term
                break


def find_doubled_sounds(text: str, line: Span) -> Iterator[tuple[Span, str]]:
    """Where, behind a word that tells how, a verb's first character is told before it by another that sounds alike: 积极谈探索."""
    for match in _HOW.finditer(text, *line):
        at, verb = match.start("other"), match["verb"]
        other = text[at]
        around = Span(at - _LONGEST_WORD, at + _LONGEST_WORD)
        if other not in _ALONE and sound_alike(other, verb[0]) and is_verb(verb) and not _is_in_word(text, at, around):
            yield Span(at, match.end("verb")), verb


def find_doubled_halves(text: str, line: Span) -> Iterator[tuple[Span, str]]:
    """Where, before a verb, one character of a word that tells how is told twice in place of both: 积积参与."""
    for match in _TWICE.finditer(text, *line):
        at, verb = match.start(), match["verb"]
        stray = any(
            is_word(text[start : start + 2]) or is_common(text[start : start + 2]) for start in (at - 1, at, at + 1)
        )
        if not stray and is_verb(verb) and is_official(verb):
            yield Span(at, match.end()), _HALVES[match["half"]]


def _is_loose(text: str, span: Span) -> bool:
    """Does one character within the span, and no other, belong to no word, and is it none that stands alone?"""
    loose = [at for at in range(*span) if not _is_in_word(text, at, span)]
    if len(loose) != 1 or text[loose[0]] in _ALONE:
        return False
    if _ends_another_word(text, span, loose[0]) or _is_of_three(text, span, loose[0]):
        return False
    if text[loose[0]] in _OF_NUMBERS and (text[loose[0] + 1].isnumeric() or text[loose[0] + 1] in _SOME):
        return False
    wide = Span(span.start - _LONGEST_WORD, span.end + _LONGEST_WORD)
    beside = span.start - 1 if loose[0] == span.start else span.end
    stray = text[beside : beside + 1].isalpha() and text[beside] not in _ALONE and not _is_in_word(text, beside, wide)
    return not stray and not _is_in_word(text, loose[0], wide)  # 文旅 is a word that no dictionary has


def _ends_another_word(text: str, span: Span, loose: int) -> bool:
    """Does the last character name a thing, a time or how the deed goes on, with what stands beside it: 法治班, 庭前, 改到?"""
    if loose < span.end - 1:
        return False
    goes_on = text[span.end] in _GOES_ON | _WHEN and not is_word(text[span.end : span.end + 2])
    return goes_on or text[loose] in _ENDS


def _is_of_three(text: str, span: Span, loose: int) -> bool:
    """Is it a wording of three characters: a member of a slogan (抓路面、严执法), or a verb or manner of one, and with what (拖工资)?"""
    if span.end - span.start != _SLOGAN:
        return False
    beside = text[span.start - 1 : span.start], text[span.end]
    if not any(map(str.isalpha, beside)) and is_in_row(text, span, _ROW):
        return True
    alone = not any(map(str.isalnum, beside))  # 干职工120人 is none
    return loose == span.start and (text[loose] in _FREE or (alone and text[loose] in near_word_tables().does))


def _is_in_word(text: str, at: int, within: Span) -> bool:
    """Does a word that lies within the span cover the character?"""
    for start in range(max(0, within.start, at - _LONGEST_WORD + 1), at + 1):
        for end in range(max(at + 1, start + 2), min(within.end, start + _LONGEST_WORD) + 1):
            if _is_known(text[start:end]):
                return True
    return False


def _is_known(words: str) -> bool:
    return is_word(words) or is_common(words) or words in _terms() or (len(words) == 2 and is_official(words))


@lru_cache(maxsize=1)
def _terms() -> frozenset[str]:
    return frozenset(words_in("terms"))


@lru_cache(maxsize=1)
def _forms() -> tuple[dict[str, list[tuple[str, str]]], frozenset[int]]:
    """What is left of each term, with the term, by its first two characters, the longest first; the numbers of these."""
    terms = _terms()
    by_pair: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for term in sorted(terms, key=lambda term: (-len(term), term)):
        lasts = len(term) - (term[-2] not in _BOUND)
        for lost in range(1, lasts) if len(term) >= _SHORTEST else ():
            form = term[:lost] + term[lost + 1 :]
            if form not in terms:
                by_pair[form[:2]].append((form, term))
    return by_pair, numbers(by_pair)
