"""What the shortcomings admit: that something is not done (未经审核), is lacking or late (备案超期), or is not done well (不够顺畅).

An admission is taken apart at the word that denies: what it is said of stands before; what is denied stands behind it (未按规定处置),
or last before it (审核不严, 备案率偏低).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice
from typing import NamedTuple

from reportlint.document.source import Span
from reportlint.facts.prose.unchanged import fact_of_passages
from reportlint.facts.prose.written import stretches
from reportlint.kept import patterns
from reportlint.language.phrases import load_phrases
from reportlint.language.sentences import split_clauses, split_sentences
from reportlint.language.words.key_terms import COMMON
from reportlint.language.words.verbs import is_verb
from reportlint.language.words.word_boundaries import cut
from reportlint.report import Report

_RULES = load_phrases(__file__, "admissions")
_DENIES, _ASIDE, _CAUSE, _STILL, _PAST = (
    _RULES[name].pattern for name in ("denies", "aside", "cause", "still", "past")
)
_IN_TIME = "及时"
_GOES_ON = patterns.compile("[的即就便而仍却、]|直接|擅自|私自")
"""Where what is denied ends."""
_EMPTY = patterns.compile("|".join(sorted(sorted(COMMON), key=len, reverse=True)))
_CHINESE = patterns.compile(r"[\u4e00-\u9fff]{2,}")
_MARKS = 8
"""Denials that are looked at in one clause; a clause of prose has fewer."""
_VERB = 2
"""Characters of a verb."""
_LAST = 3
"""Characters that tell what is last: 公示牌."""
_NEAR_END = 8
"""Characters in which the last word stands."""


class Admission(NamedTuple):
    """An admission. span: its clause; words: those of the clause; before: those of the clause before it in its sentence.

    subject and denied: what it speaks of, and what is denied of it, in words that say something of it (see `bared`). well: how it is not (顺畅 of 不够顺畅, 住 of 接不住);
    late: it is said to be too late. still: an evil is said to be there still. A clause that denies nothing may but name an evil.
    """

    span: Span
    words: str
    subject: str
    denied: str
    well: str
    late: bool
    still: bool
    before: str = ""


@fact_of_passages
def admissions(report: Report) -> tuple[Admission, ...]:
    """What headings and prose of the shortcomings admit, clause by clause, in order; causes are none."""
    return tuple(
        admission
        for stretch, parts in stretches(report)
        if report.kind.faults in parts
        for sentence in split_sentences(report.text, stretch)
        for admission in _of_sentence(report, sentence)
    )


def lean(words: str) -> str:
    """Words without those that tell how many, which, or that something is done; ， stands for what was left out."""
    return "，".join(_CHINESE.findall(_ASIDE.sub("，", words)))


def bared(words: str) -> str:
    """Lean words without those that any report uses of any matter."""
    return "，".join(_CHINESE.findall(_EMPTY.sub("，", lean(words))))


def _of_sentence(report: Report, sentence: Span) -> Iterator[Admission]:
    """The admissions of one sentence. What does not say of what it speaks, speaks of the same as the clause before."""
    before = last = ""
    admits = False
    for clause in split_clauses(report.text, sentence):
        words = "".join(report.words(clause).split())
        if _CAUSE.search(words):
            if admits or not words.startswith("由于"):
                return
            continue  # 由于经费不足，尚有3处未装
        matches = [*islice(_DENIES.finditer(words), _MARKS)]
        admits = admits or bool(matches)
        for match in matches:
            told = lean(words[: match.start()].removesuffix("有"))
            if match["missed"]:
                told += "，" + lean(words[match.end() :])  # 仍有无证人员参与执法
            before = told if bared(told) else before
            yield _taken_apart(clause, words, match, before)._replace(before=last)
        if not matches:
            yield Admission(clause, words, "", "", "", late=False, still=_is_there(words), before=last)
        last = words


def _is_there(words: str) -> bool:
    """Is it said to be there, or to have been in the year?"""
    return _STILL.search(words) is not None and not _PAST.search(words)


def _taken_apart(span: Span, words: str, match: re.Match[str], told: str) -> Admission:
    """The admission of one clause. told: what it is said of."""
    denied = match["missed"] or match["omitted"] or lean(_GOES_ON.split(words[match.end() :], maxsplit=1)[0])
    well = match["well"] or ""
    if not denied or well:
        denied = _last(told.rpartition("，")[2])
        told = told[: len(told) - len(denied)]
    return Admission(span, words, bared(told), denied, well, bool(match["late"]) or well == _IN_TIME, _is_there(words))


def _last(told: str) -> str:
    """The last word, such as 配备 of 副校长配备 and 公示 of 价格公示; where the words are not known, the last characters: 网格员."""
    word = cut(told[-_NEAR_END:])[-1] if told else ""
    word = told[-_VERB:] if len(word) == 1 and is_verb(told[-_VERB:]) else word
    return word if len(word) > 1 else told[-_LAST:]
