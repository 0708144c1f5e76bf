"""What the deeds assert of all, or as good: 全部按期备案, 无一遗漏, 应审尽审, 覆盖率100%, 运转顺畅.

An assertion is taken apart at the word that says “all of them” or “well”: what it is asserted of stands before, what was done behind
(文件均经审核), or last before it (文件备案率100%, 申报应报尽报).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from reportlint.document.source import Span
from reportlint.facts.prose.masks import bare
from reportlint.facts.prose.sentences import clauses, sentences_of
from reportlint.facts.prose.unchanged import fact_of_passages
from reportlint.facts.statements.admissions import bared, lean
from reportlint.kept import patterns
from reportlint.language.phrases import load_phrases
from reportlint.report import Report

_RULES = load_phrases(__file__, "wholes")
_ALL, _WELL, _DENIED, _IN_TIME, _HAVING, _GONE, _NONE, _CLEARED = (
    _RULES[name].pattern for name in ("all", "well", "denied", "in-time", "having", "gone", "none", "cleared")
)
_EVIL = patterns.compile("(?<=“)[^“”]{2,}(?=”)|[^、“”]{3,}")
"""An evil that is named; in quotation marks it may be short: “错保”."""
_EACH_EVIL = patterns.compile(
    "(?<![一-鿿])(?:零|无|一[起件例人次])?((?!零|无)[一-鿿]{2,8}?)(?=[、和及]|(?:的|事件|事故|现象|情况|问题|行为)*$)"
)
_FIRST = patterns.compile("先([一-鿿])后[一-鿿]")
"""What is done of all before another thing: 审 of 先审后签."""
_NEXT_BODY = patterns.compile("，[一-鿿]{2,}[科股组室局队办委处]$")
"""Who does what is told next: 按月核对、整改督查科|按季通报."""
_VERB = 2
"""Characters of an act that says nothing of its thing: 编制."""
_UNDONE = "，办结，化解，解决，整改，完成，销号，处理，清零"
"""What has been done of all, where nothing is left of it: 欠薪案件动态清零."""
_ACT = 4
"""Characters before 率100% that tell the act, and before 配备 the thing that all have."""


class Whole(NamedTuple):
    """An assertion. span: its clause; words: those of the clause, and of the one before where it does not say of what it speaks.

    subject and act: what it speaks of, and what was done of it. well: the words that say how well (顺畅).
    all: it is of all of them; in_time: it says that it was done in time; none: what not one of them is (逾期), or what was not
    there even once (越级上访). gone: the evils that it says are no more (多头执法).
    """

    span: Span
    words: str
    subject: str
    act: str
    well: tuple[str, ...]
    all: bool
    in_time: bool
    none: tuple[str, ...]
    gone: tuple[str, ...] = ()


@fact_of_passages
def wholes(report: Report) -> tuple[Whole, ...]:
    """The assertions of the deeds, in order."""
    return _assertions(report, report.kind.deeds)


@fact_of_passages
def conceded(report: Report) -> tuple[Whole, ...]:
    """The assertions that stand among the shortcomings: 均已配齐 of 均已配齐，但5个乡镇配备不到位."""
    return _assertions(report, report.kind.faults)


def _assertions(report: Report, part: str) -> tuple[Whole, ...]:
    """The assertions of a part, in order."""
    found = []
    for sentence in sentences_of(report, part):
        before = ""
        for clause in clauses(report)[sentence.span]:
            words = bare(report)[clause.start : clause.end]
            said = report.words(clause)
            if none := _NONE.search(words):
                evils = tuple(_EACH_EVIL.findall(none["evils"]))
                found.append(Whole(clause, said, bared(words[: none.start()]), "", (), False, False, evils))
            if gone := _GONE.search(words):
                evils = tuple(_EVIL.findall(said[: gone.start()]))
                found.append(Whole(clause, said, "", "", (), False, False, (), evils))
            elif (_ALL.search(words) or _WELL.search(words)) and not _DENIED.search(words):
                found.append(_taken_apart(clause, said, before))
            before = said
    return tuple(found)


def _taken_apart(span: Span, words: str, before: str) -> Whole:
    """The assertion of one clause; before: the clause before it."""
    marks = [*_ALL.finditer(words)] or [*_WELL.finditer(words)]
    told = [lean(words[mark.end() : end]) for mark, end in _stretches(marks, len(words))]
    told = [*(_NEXT_BODY.sub("", each) for each in told[:-1]), told[-1]]
    at = next((number for number in reversed(range(len(marks))) if told[number]), len(marks) - 1)
    subject = lean(words[: marks[at].start()])
    act = "，".join(filter(None, told[1:] if marks[0].start() == 0 and marks[1:] else told))
    looks_back = not bared(subject[:-_ACT]) if not act else len(act) <= _VERB or not bared(subject)
    if not act:  # 备案率100%; 培养能手36名，实现村村全覆盖
        things = _ALL.sub("，", words[: marks[at].start()]).strip("，")  # 记录仪悉数配齐
        subject, last = lean(things)[:-_ACT], lean(things)[-_ACT:]
        listed = [lean(thing)[-_ACT:] for thing in things.split("、")[:-1]]  # 车辆、记录仪配齐
        act = "，".join([last, *listed, *([lean(before)] if looks_back else [])])
    if _HAVING.fullmatch(act[-2:]):  # 记录仪配备率100%
        act += "，" + subject[-_ACT:]
    named = [match.groupdict() for match in marks]
    done = "".join(each.get("done") or each.get("filled") or "" for each in named)
    done += "".join("，" + first for first in _FIRST.findall(words))
    done += _UNDONE * (_CLEARED.search(words) is not None)
    covers = "覆盖" if "覆盖" in words else ""
    well = tuple(match[0] for match in _WELL.finditer(words))
    return Whole(
        span,
        before + words if looks_back else words,
        bared(subject),
        "，".join([act, done, covers]),
        well,
        marks[0].re is _ALL,
        _IN_TIME.search(words) is not None,
        tuple(each[name] for each in named for name in ("bad", "lack") if each.get(name)),
    )


def _stretches(marks: Sequence[re.Match[str]], end: int) -> Iterator[tuple[re.Match[str], int]]:
    """Each mark with the place where the next begins; the end of the words behind the last."""
    return zip(marks, [*(mark.start() for mark in marks[1:]), end], strict=True)
