"""Claims of result or degree: clauses that say how much better things are, not what was done.

显著提升, 稳步下降, 圆满完成, 全部办结, 取得实效, 发挥了…作用, 受到好评, 不断涌现 are claims. What was done (开展, 制定, 推进, 加强) is none,
nor is an aim (力争…, 确保…, 为提升…), a name (《…提升行动方案》, “提质增效”), what still is to be bettered (有待提升), or what nobody
could count (推动…思想走深走实).

Two grades. What could be counted (how much better, how many, at what rate, all of how many) asks for the figure: it is in the words of
degree, in 了, or in what was bettered (时限, 负担, 纠纷). The rest is a formula: 不断提升…水平, 形成…合力, 推动…落地.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from reportlint.document.source import Span
from reportlint.facts.prose.masks import bare
from reportlint.facts.prose.sentences import Sentence, sentences_of
from reportlint.language.phrases import load_phrases
from reportlint.language.sentences import split_clauses
from reportlint.language.word_boundaries import stands
from reportlint.report import Report, fact

*_CLAIMS, _NAMES_RATE = load_phrases(__file__, "claims").values()
_NO_CLAIMS = load_phrases(__file__, "no_claims")
_AIMS = [phrase.pattern for phrase in _NO_CLAIMS.values() if phrase.kind == "aim"]
_AIM_GOES_ON = _NO_CLAIMS["aim-goes-on"].pattern
_NAME_AFTER, _NAME_AT_END, _NAME_BEFORE = (
    _NO_CLAIMS[f"name-{rule}"].pattern for rule in ("goes-on", "at-end", "is-begun")
)
_MEANS = frozenset(["means"])
"""A claim at the end of what was done only: 充分发挥顾问作用，审查合同36份 says how the contracts were looked through."""
_LEADS_IN = _MEANS | {"effect", "formula"}
"""Kinds that are no claim where they begin what is told."""
_LONGEST = 400
"""Characters: a longer clause is no prose, and the patterns may look ahead from every place in it."""


class Claim(NamedTuple):
    """A claim: ``span`` its words, ``clause`` the clause it stands in.

    kind: as in claims.yaml; a formula says nothing that could be counted. needs_rate: its subject is a rate or an index.
    rule: the row of claims.yaml that it was found by.
    """

    span: Span
    clause: Span
    kind: str
    needs_rate: bool
    rule: str


def find_claims(text: str, bare: str, sentence: Span) -> Iterator[Claim]:
    """The claims of one sentence, at most one a clause. ``bare``: the text with quotations and brackets masked."""
    masked = bare[sentence.start : sentence.end].rstrip("。！？； ")
    no_aim_to = 0
    for clause in split_clauses(masked, Span(0, len(masked))):
        words = masked[clause.start : clause.end].lstrip()
        if len(words) > _LONGEST:
            continue
        claim = _find_claim(text, masked, words, Span(clause.end - len(words), clause.end), sentence.start)
        if claim is None or any(aim.search(words) for aim in _AIMS):
            continue
        if _AIM_GOES_ON.search(masked, no_aim_to, clause.end):
            return
        no_aim_to = clause.end
        yield claim


def _find_claim(text: str, masked: str, words: str, clause: Span, offset: int) -> Claim | None:
    """The claim of one clause, by the first rule that finds one. offset: where the sentence stands."""
    for name, kind, pattern in _CLAIMS:
        match = pattern.search(words)
        if match is None or kind in _not_here(masked, clause) or _is_name(words, match):
            continue
        start, end = (0, match.end("rate")) if kind == "rate" else (match.start(), len(words))
        span = Span(offset + clause.start + start, offset + clause.start + end)
        if stands(text, *span):
            rate = _NAMES_RATE.pattern.search(words[: match.end()]) is not None
            return Claim(span, Span(offset + clause.start, offset + clause.end), kind, rate, name)
    return None


def _not_here(masked: str, clause: Span) -> frozenset[str]:
    """Kinds that are no claim in a clause: does it begin what others of its sentence, or of its item of a list, go on with?"""
    begins = masked[max(0, clause.start - 4) : clause.start].rstrip()[-1:] in ("", "；", ";", "：", ":")
    goes_on = masked[clause.end : clause.end + 1] in ("，", ",", "：", ":")
    return (_LEADS_IN if begins else _MEANS) if goes_on else frozenset()


def _is_name(words: str, match: re.Match[str]) -> bool:
    """Is the match part of a name (开展执法质量提升行动), or does it but describe something (成效显著的单位)?"""
    before, after = words[: match.start()], words[match.end() :]
    if after.startswith("的") or (_NAME_AT_END.search(words) and after):
        return True
    return bool(_NAME_AFTER.match(after) and (_NAME_BEFORE.search(before) or not before))


@fact
def claims(report: Report) -> dict[Span, tuple[Claim, ...]]:
    """Sentence to its claims of result or degree; sentences of measures only."""
    masked = bare(report)
    return {s.span: tuple(find_claims(report.text, masked, s.span)) for s in sentences_of(report, report.kind.deeds)}


def claims_in(report: Report, sentence: Sentence) -> tuple[Claim, ...]:
    """The claims of a sentence."""
    return claims(report).get(sentence.span, ())
