"""Claims of result or degree: clauses that say how much better things are, not what was done.

显著提升, 稳步下降, 圆满完成, 全部办结, 取得实效, 充分发挥…作用, 不断涌现 are claims. What was done (开展, 制定, 推进, 加强) is none, nor is an
aim (力争…, 确保…, 为提升…), a name (《…提升行动方案》, “提质增效”), or what still is to be bettered (有待提升).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from reportlint.document.source import Span
from reportlint.facts.prose.masks import bare
from reportlint.facts.prose.sentences import Sentence, sentences_of
from reportlint.kept.needed_words import Sieve
from reportlint.language.phrases import load_phrases
from reportlint.language.sentences import split_clauses
from reportlint.language.word_boundaries import stands
from reportlint.report import Report, fact

*_CLAIMS, _NAMES_RATE = load_phrases(__file__, "claims").values()
_NO_CLAIMS = load_phrases(__file__, "no_claims")
_AIMS = [phrase.pattern for phrase in _NO_CLAIMS.values() if phrase.kind == "aim"]
_NAME_AFTER, _NAME_AT_END, _NAME_BEFORE = (
    _NO_CLAIMS[f"name-{rule}"].pattern for rule in ("goes-on", "at-end", "is-begun")
)
_LONGEST = 400
"""Characters: a longer clause is no prose, and the patterns may look ahead from every place in it."""


@lru_cache(maxsize=1)
def _sieve() -> Sieve:
    return Sieve("claims", [phrase.pattern for phrase in _CLAIMS])


class Claim(NamedTuple):
    """A claim: ``span`` its words, ``clause`` the clause it stands in.

    needs_rate: its subject is a rate or an index. rule: the row of claims.yaml that it was found by.
    """

    span: Span
    clause: Span
    kind: str
    needs_rate: bool
    rule: str


def find_claims(text: str, bare: str, sentence: Span) -> Iterator[Claim]:
    """The claims of one sentence, at most one a clause. ``bare``: the text with quotations and brackets masked."""
    masked = bare[sentence.start : sentence.end]
    sieve = _sieve()
    places = sieve.places(masked)
    if not places and not sieve.always:
        return
    clauses = list(split_clauses(masked, Span(0, len(masked))))
    upcoming = iter(places)
    at, bits = next(upcoming, (len(masked), 0))
    for number, clause in enumerate(clauses):
        possible = sieve.always
        while at < clause.end:
            possible |= bits if clause.start <= at else 0
            at, bits = next(upcoming, (len(masked), 0))
        if not possible:
            continue
        words = masked[clause.start : clause.end].strip().rstrip("。！？；")
        if len(words) > _LONGEST or any(aim.search(words) for aim in _AIMS):
            continue
        for bit, (name, kind, pattern) in enumerate(_CLAIMS):
            match = pattern.search(words) if possible >> bit & 1 else None
            if match is None or (kind == "effect" and number == 0 and len(clauses) > 1) or _is_name(words, match):
                continue
            offset = sentence.start + masked.index(words, clause.start)
            end = len(words) if kind in ("degree", "effect") else match.end("rate") if kind == "rate" else match.end()
            span = Span(offset + match.start(), offset + end)
            if not stands(text, *span):
                continue
            rate = _NAMES_RATE.pattern.search(words[: match.end()]) is not None
            yield Claim(span, Span(sentence.start + clause.start, sentence.start + clause.end), kind, rate, name)
            break


def _is_name(words: str, match: re.Match[str]) -> bool:
    """Is the match part of the name of an action (开展执法质量提升行动) rather than its result?"""
    before, after = words[: match.start()], words[match.end() :]
    if _NAME_AT_END.search(words) and match.end() < len(words):
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
