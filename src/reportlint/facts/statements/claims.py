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
from reportlint.facts.prose.unchanged import fact_of_passages
from reportlint.facts.statements.states import CHANGES, TO_AN_EVIL, find_state
from reportlint.kept import patterns
from reportlint.language.phrases import Phrase, Sieve, load_phrases
from reportlint.language.quotes import FILL
from reportlint.language.sentences import split_clauses
from reportlint.language.words.adjectives import is_adjective
from reportlint.language.words.verbs import is_verb
from reportlint.language.words.word_boundaries import is_common, stands
from reportlint.report import Report

_RULES = load_phrases(__file__, "claims")
_CLAIMS = Sieve(rule for rule in _RULES.values() if rule.kind != "subject")
_OF_ALL = Sieve(rule for rule in _RULES.values() if rule.kind == "universal")
_NAMES_RATE, _SAYS_IN_QUOTES, _PREDICATES, _OF_THE_LOT = (
    _RULES[name].pattern for name in ("names-a-rate", "says-in-quotes", "predicates", "of-the-lot")
)
_NO_CLAIMS = load_phrases(__file__, "no_claims")
_AIMS = [phrase.pattern for phrase in _NO_CLAIMS.values() if phrase.kind == "aim"]
_AIM_GOES_ON, _SPEAKS = _NO_CLAIMS["aim-goes-on"].pattern, _NO_CLAIMS["speaks"].pattern
_NAME_AFTER, _NAME_AT_END, _NAME_BEFORE = (
    _NO_CLAIMS[f"name-{rule}"].pattern for rule in ("goes-on", "at-end", "is-begun")
)
_MEANS = frozenset(["means", "effect", "benefit"])
"""Kinds that are none where the sentence goes on, unless 了 says that something came of it: 减少重复检查，推行联合检查."""
_AT_HAND = "at-hand"
"""The rule of what people can do now: no means of what the sentence goes on to tell."""
_LOOSE = frozenset(["effect", "universal"])
"""Kinds that any datum of the sentence supports; what has become of a thing is told by none but one of just that."""
_LOT = patterns.compile("一大?批|大[批量]|众多|诸多|许多|不少|若干|绝?大多数|大部分")
_DESCRIBING = frozenset("基本 显著 明显 根本".split())
"""They may describe a thing that follows: 基本知识, 显著位置; but 基本清零."""
_NAMED = ("，是", ",是")
"""How a sentence goes on that speaks of what a clause names: 办事更省心，是改造的目标."""
_UNPAIRED = str.maketrans(dict.fromkeys("“”‘’《》", "\ufffc"))
"""Marks that are left behind the mask have no other half, and enclose nothing."""
_LONGEST = 400
"""Characters: a longer clause is no prose, and the patterns may look ahead from every place in it."""


class Claim(NamedTuple):
    """A claim: ``span`` its words, ``clause`` the clause it stands in.

    kind: as in claims.yaml; a formula says nothing that could be counted. needs_rate: its subject is a rate or an index.
    rule: the row of claims.yaml, or of states.yaml, that it was found by; or "idiom", "quality".
    """

    span: Span
    clause: Span
    kind: str
    needs_rate: bool
    rule: str


def find_claims(text: str, bare: str, sentence: Span) -> Iterator[Claim]:
    """The claims of one sentence, at most one a clause. ``bare``: the text with quotations and brackets masked."""
    masked = bare[sentence.start : sentence.end].rstrip("。！？； ").translate(_UNPAIRED)
    no_aim_to = 0
    for clause in split_clauses(masked, Span(0, len(masked))):
        words = masked[clause.start : clause.end].lstrip()
        if len(words) > _LONGEST:
            continue
        claim = _find_claim(text, masked, words, Span(clause.end - len(words), clause.end), sentence.start)
        if claim is None or any(aim.search(words) for aim in _AIMS) or masked.startswith(_NAMED, clause.end):
            continue
        if _SPEAKS.search(masked, 0, clause.start):
            continue
        if _AIM_GOES_ON.search(masked, no_aim_to, clause.end):
            return
        no_aim_to = clause.end
        yield claim


def _find_claim(text: str, masked: str, words: str, clause: Span, offset: int) -> Claim | None:
    """The claim of one clause, by the first rule that finds one. offset: where the sentence stands."""
    whole = Span(offset + clause.start, offset + clause.end)
    for rule in _CLAIMS.that_may(words):
        match = rule.pattern.search(words)
        if match is None or _is_name(words, match) or _is_no_end(rule, masked, clause):
            continue
        start, end = (0, match.end("rate")) if rule.kind == "rate" else (match.start(), len(words))
        span = Span(offset + clause.start + start, offset + clause.start + end)
        if stands(text, *span):
            rate = _NAMES_RATE.search(words) is not None
            told = _of_a_state(words, whole) if rule.kind in _LOOSE or rule.name == "acted-well" else None
            if told and _tells_more(told, rule, whole.start + match.end()):
                return told
            kind = "universal" if _OF_THE_LOT.fullmatch(words) else rule.kind
            return Claim(span, whole, kind, rate, rule.name)
    if words.endswith(FILL) and text[whole.end - 1] in '”"' and (quoted := _in_quotes(text, words, whole)):
        return quoted
    return _of_a_state(words, whole, ends=masked[clause.end : clause.end + 1] in ("", "；", ";"))


def _in_quotes(text: str, words: str, clause: Span) -> Claim | None:
    """The claim that a clause ends with in quotation marks: 做到“应审尽审”, 基层执法“接得住、管得好”; what is done has its name in
    them as well (推行“零跑腿”).
    """
    before = words.rstrip(FILL)
    opened = before + text[clause.start + len(before) + 1 : clause.end - 1]
    span = Span(clause.start + len(before), clause.end)
    says = _SAYS_IN_QUOTES.search(words)
    if says and (rule := next((r for r in _OF_ALL.that_may(opened) if r.pattern.search(opened, len(before))), None)):
        return Claim(span, clause, rule.kind, False, rule.name)
    state = find_state(opened) if before and _PREDICATES.fullmatch(opened, len(before)) else None
    if state is None or state.at < len(before):
        return None
    return Claim(span, clause, "outcome", False, state.rule)


def _tells_more(told: Claim, rule: Phrase, end: int) -> bool:
    """Is what has become of a thing rather told than what a rule finds, up to this end: what any datum of the sentence supports?"""
    if rule.kind in _LOOSE:
        return rule.kind == "effect" or told.span.start >= end
    return told.rule == TO_AN_EVIL


def _of_a_state(words: str, clause: Span, *, ends: bool = False) -> Claim | None:
    """The claim of what has become of a thing; of an unspecified lot, where the clause begins with one."""
    if not (state := find_state(words, ends=ends)):
        return None
    kind = "emergence" if _LOT.match(words) else "universal" if _OF_THE_LOT.fullmatch(words) else "outcome"
    return Claim(Span(clause.start + state.at, clause.end), clause, kind, False, state.rule)


def _is_no_end(rule: Phrase, masked: str, clause: Span) -> bool:
    return rule.name != _AT_HAND and rule.kind in _not_here(masked, clause)


def _not_here(masked: str, clause: Span) -> frozenset[str]:
    """Kinds that are no claim in a clause, as it is but the means, or the name, of what its sentence goes on to tell."""
    if masked[clause.end : clause.end + 1] not in ("，", ",", "：", ":"):
        return frozenset()
    begins = masked[max(0, clause.start - 4) : clause.start].rstrip()[-1:] in ("", "；", ";", "：", ":")
    means = frozenset() if "了" in masked[clause.start : clause.end] else _MEANS
    return means | {"formula"} if begins else means


def _is_name(words: str, match: re.Match[str]) -> bool:
    """Is the match part of a name (开展执法质量提升行动), or does it but describe something (成效显著的单位)?"""
    before, after = words[: match.start()], words[match.end() :]
    tail = match[0][2:]
    if match[0][:2] in _DESCRIBING and is_common(tail) and not _tells_how(tail[-2:]):
        return True
    if after.startswith("的") or (_NAME_AT_END.search(words) and after):
        return True
    return bool(_NAME_AFTER.match(after) and (_NAME_BEFORE.search(before) or not before))


def _tells_how(word: str) -> bool:
    return is_verb(word) or is_adjective(word) or word in CHANGES or word.endswith("化")


@fact_of_passages
def claims(report: Report) -> dict[Span, tuple[Claim, ...]]:
    """Sentence to its claims of result or degree; sentences of measures only."""
    masked = bare(report)
    return {s.span: tuple(find_claims(report.text, masked, s.span)) for s in sentences_of(report, report.kind.deeds)}


def claims_in(report: Report, sentence: Sentence) -> tuple[Claim, ...]:
    """The claims of a sentence."""
    return claims(report).get(sentence.span, ())
