"""Does a figure measure what a claim speaks of, where acts and their counts stand before it?

开展体检9次，出具报告42份，企业防范风险的能力明显提升: the counts tell what was done, and not how much better anything is. What does:
a rate or a change (合格率98%, 由5天压缩到1.5天), money where burdens or rights are spoken of, a count of the very thing (调处纠纷126件，
纠纷有效化解). A leap (质的飞跃) is a change, and that 100 % passed is none; satisfaction is measured by what people say.
"""

from __future__ import annotations

from reportlint.document.source import Span
from reportlint.facts.figures.data import data_in
from reportlint.facts.figures.quantities import Quantity
from reportlint.facts.figures.same_words import is_act, is_usual, words_of
from reportlint.facts.prose.sentences import Sentence, next_in_passage
from reportlint.facts.statements.claims import Claim, claims
from reportlint.facts.statements.states import FIELDS
from reportlint.kept import patterns
from reportlint.language.phrases import load_phrases
from reportlint.language.sentences import clause_around, split_clauses
from reportlint.language.words.verbs import begins_with_verb
from reportlint.report import Report

_RULES = load_phrases(__file__, "measured")
(
    _CHANGE,
    _OPINION,
    _RATE,
    _THING,
    _SOURCE,
    _NONE,
    _NO_HARM,
    _SAFETY,
    _RANK,
    _SO_MANY,
    _ONE_BY_ONE,
    _ALL_BY_DAY,
    _ENDED,
    _EVERYWHERE,
    _OBSTACLE,
    _DRAWS_UP,
    _GENERAL,
    _COUNTABLE,
) = (
    _RULES[name].pattern
    for name in (
        *(
            "change",
            "opinion",
            "rate",
            "thing",
            "source",
            "none",
            "no-harm",
            "safety",
            "rank",
            "so-many",
            "one-by-one",
            "all-by-day",
            "ended",
            "everywhere",
        ),
        *("obstacle", "draws-up", "general", "countable"),
    )
)
_OPENNESS, _DISCLOSED = (_RULES[f"openness-is-{name}"].pattern for name in ("spoken-of", "told"))
_AFTERWARDS, _MONEY_TOLD = (_RULES[name].pattern for name in ("afterwards", "money-told"))
_OF_WORK, _TAKES_PART, _GOOD, _EVIL = (_RULES[name].pattern for name in ("of-work", "takes-part", "good", "evil"))
_AMOUNTS = [(_RULES[f"{name}-unit"].pattern, _RULES[f"{name}-measures"].pattern) for name in ("money", "time")]
"""Units, and what an amount in them measures without a word of change."""
_BY_UNIT = [(_RULES[f"{name}-is-spoken-of"].pattern, _RULES[f"{name}-is-told"].pattern) for name in ("time", "cost")]
"""What a claim speaks of that but one kind of figure measures, and how its clause tells that figure."""
_SHARE = patterns.compile("占[^，。；]{0,8}$")
"""Before what part of a whole it is."""
_CONCLUDES = frozenset(["degree", "outcome", "praise", "emergence"])
"""Kinds that say how much better it is, that it was praised, or that many were settled: a count of acts before them tells but what
led to it."""
_DEED_ITSELF = "acted-well"
"""有力震慑了违法行为, behind what was investigated, says no more than that it was: how far is not asked."""
_OF_JUST_THIS = frozenset(["trend", "of-its-subject", "settled-in"])
"""What has become of a thing, in plain words: a change or a rate of another thing does not tell it."""
_GAP = "gap-closed"
LEAP = "new-level"
_COMPARES = ("比", "较", "同比", "达", "平均", "由", "升至", "降至")
"""How a clause goes on that but tells how far what stands before it has gone."""
_SUPPLIES = frozenset("供给 供应 规模 网络 阵地 数量".split())
"""What grows by what is built and added."""


def told_in_words(report: Report, sentence: Span, claim: Claim) -> bool:
    """Is it told without a figure: which document closed the gap, that not one was left or no harm came, the rank, who praised?"""
    text = report.text
    if claim.kind == "degree" and (
        _RANK.search(text, claim.clause.end, sentence.end)
        or _ALL_BY_DAY.search(text, *claim.clause)
        or (_SAFETY.search(text, *claim.clause) and _NO_HARM.search(text, *sentence))
    ):
        return True
    if claim.kind == "universal":
        none_left = _NONE.search(text, claim.span.end, sentence.end)
        told = (_SO_MANY, _ONE_BY_ONE)
        return none_left is not None or any(each.search(text, sentence.start, claim.span.end) for each in told)
    if claim.kind == "praise":
        return _SOURCE.search(text, *sentence) is not None and told_before(report, sentence, claim) != ()
    return claim.rule == _GAP and _DRAWS_UP.search(text, sentence.start, claim.span.start) is not None


def told_of_a_lot(report: Report, before: Span, sentence: Sentence, claim: Claim) -> bool:
    """Does it say of all of a lot, whose number the sentence before tells, what came next: 赔付23.7万元。签订当天，款项全部到账?"""
    text = report.text
    ended = _ENDED.search(text, *claim.clause)
    if not (ended or claim.kind == "universal") or not _AFTERWARDS.search(text, sentence.span.start, claim.span.start):
        return False
    if ended:  # 投诉9次。停工后再无投诉
        return any(report.words(claim.clause)[-2:] in _around(report, datum) for datum in data_in(report, before))
    lot = text[max(claim.clause.start, claim.span.start - 4) : claim.span.start]
    money = _MONEY_TOLD.search(lot)
    return any(
        not datum.unit.endswith("次") and (names_again(report, datum, lot) or bool(money and datum.unit.endswith("元")))
        for datum in data_in(report, before)
    )


def told_before(report: Report, sentence: Span, claim: Claim) -> tuple[Quantity, ...]:
    """The data from which a claim draws its conclusion: those before its clause, in its part of the sentence."""
    concludes = claim.kind in _CONCLUDES or claim.rule == _GAP or _OBSTACLE.search(report.text, *claim.clause)
    if not concludes or claim.rule == _DEED_ITSELF:
        return ()
    return data_in(report, Span(_part(report, sentence, claim), claim.clause.start))


def concludes_from_a_deed(report: Report, sentence: Sentence, claim: Claim) -> bool:
    """Does it draw its conclusion from a deed without a datum: a document drawn up, or one whose part of the sentence it ends?

    Not where both but head what is told below: 深化“放管服”改革，市场主体活力得到激发。取消事项12项…
    """
    if claim.kind not in _CONCLUDES or claim.rule == _DEED_ITSELF:
        return False
    part = Span(_part(report, sentence.span, claim), claim.clause.start)
    if _DRAWS_UP.search(report.text, *part):
        return True
    claimed = {other.clause for other in claims(report).get(sentence.span, ())}
    deeds = [clause for clause in split_clauses(report.text, part) if clause not in claimed]
    heads = sentence.span.start == sentence.passage.span.start and len(deeds) == 1
    return bool(deeds) and _ends_part(report, claim) and not (heads and _GENERAL.fullmatch(report.words(deeds[0])))


def _ends_part(report: Report, claim: Claim) -> bool:
    """Does the sentence, or a part of it, end with the claim?"""
    return report.text[claim.clause.end : claim.clause.end + 1] in ("；", ";", "。")


def _part(report: Report, sentence: Span, claim: Claim) -> int:
    """Where the part of the sentence begins that a claim stands in."""
    return max(sentence.start, *(report.text.rfind(mark, sentence.start, claim.clause.start) for mark in "；;"))


def measured(report: Report, sentence: Sentence, claim: Claim, before: tuple[Quantity, ...]) -> bool:
    """Does one of the data before a claim measure it, or one in its clause, or a change told behind it in its sentence?

    In the next sentence, only a change of what the claim speaks of counts.
    """
    if data_in(report, claim.clause) or any(_measures(report, claim, datum) for datum in before):
        return True
    rest = Span(claim.clause.end, sentence.span.end)
    if any(_tells_how_far(report, claim, datum) for datum in data_in(report, rest)):
        return True
    following = next_in_passage(report, sentence)
    return following is not None and any(
        _tells_how_far(report, claim, datum) and names_again(report, datum, _subject(report, claim))
        for datum in data_in(report, following)
    )


def tells_behind(report: Report, claim: Claim, datum: Quantity) -> bool:
    """Could a datum behind a claim tell it? That an evil has ended the next sentence tells with a change of it, and no count; its own
    sentence does not, as that a good thing is everywhere, with a count of what somebody else did.
    """
    said = report.words(claim.clause)
    ended = _ENDED.search(said)
    if not (ended or _EVERYWHERE.search(said)):
        return True
    clause, gone = clause_around(report.text, datum.span), said[-2:] if ended else "\n"  # 投诉9次，此后再无投诉
    again = names_again(report, datum, said) or gone in _around(report, datum)
    changes = datum.kind != "count" or not datum.value or is_change(report, datum)
    if "。" in report.text[claim.clause.end : clause.start]:
        return not ended or (changes and again)
    return changes or again or begins_with_verb(report.words(clause))


def _measures(report: Report, claim: Claim, datum: Quantity) -> bool:
    """Does a datum that stands before the claim tell how far what it says is so?"""
    said = report.words(claim.clause)
    if claim.kind == "praise":
        return datum.kind != "count" and _OPINION.search(_around(report, datum)) is not None
    if claim.kind == "emergence":
        return names_again(report, datum, said.replace("得到", "，"))
    if claim.rule == LEAP:
        of_quality = datum.kind != "count" and _OF_WORK.search(said) and _GOOD.search(_around(report, datum))
        return is_change(report, datum) or bool(of_quality)
    if obstacle := _OBSTACLE.search(said):
        return obstacle["what"] in _around(report, datum)
    if _tells_how_far(report, claim, datum) and _is_of_this(report, claim, datum):
        return True
    if claim.needs_rate or datum.kind != "count":
        return False
    if any(unit.search(datum.unit) and what.search(said) for unit, what in _AMOUNTS):
        return True
    if _OPENNESS.search(said) and _DISCLOSED.search(_around(report, datum)):
        return True
    if datum.unit.endswith("元") and names_again(report, datum, _subject(report, claim)):
        return True
    thing = _THING.search(_subject(report, claim)) or _THING.search(said)
    names = [name for name in (thing["thing"] if thing else "", said[-2:]) if name and name not in FIELDS]
    around = _around(report, datum)
    return any(name in around or name in _SUPPLIES for name in names) or _tells_the_same(report, claim, around)


def _tells_how_far(report: Report, claim: Claim, datum: Quantity) -> bool:
    """Is it a rate or a change; for a claim of a rate, the rate of just this?"""
    if not fits(report, claim, datum):
        return False
    if not claim.needs_rate:
        return datum.kind != "count" or datum.unit == "分" or is_change(report, datum)
    around = _around(report, datum)
    rates = [rate[0][-3:] for rate in _RATE.finditer(report.words(claim.clause))]
    same = _OPINION.search(around) or any(pair in around for rate in rates for pair in (rate[:2], rate[1:]))
    return bool(same) and (datum.kind != "count" or datum.unit == "分")


def _is_of_this(report: Report, claim: Claim, datum: Quantity) -> bool:
    """Does a rate that stands before the claim tell how good the work is that it speaks of, or name it, or what people say?

    A change does without that.
    """
    said, around = report.words(claim.clause), _around(report, datum)
    if claim.rule in _OF_JUST_THIS or _COUNTABLE.search(_subject(report, claim)):
        return names_again(report, datum, _subject(report, claim))
    if claim.needs_rate or datum.unit == "分" or is_change(report, datum):
        return True
    of_work = _OF_WORK.search(said) and not _TAKES_PART.search(around)
    as_good = _GOOD.search(around) and not _EVIL.search(said)
    if of_work or as_good or _OPINION.search(around) or _tells_the_same(report, claim, around):
        return True
    return names_again(report, datum, _subject(report, claim))


def _tells_the_same(report: Report, claim: Claim, around: str) -> bool:
    """Does the claim tell an act that is counted: 纠纷有效化解 behind 调解案件418件?"""
    shared = {*words_of(report.words(claim.span))} & {*words_of(around)}
    return any(is_act(word) and word not in FIELDS for word in shared)


def fits(report: Report, claim: Claim, datum: Quantity) -> bool:
    """Is it of the kind that could measure the claim: a rate for a rate, a time for a time, money for a cost?"""
    subject = _subject(report, claim)
    own = claim.kind == "universal" and any(
        map(str.isdigit, report.words(claim.span))
    )  # 时长均不少于10日: of how many?
    for spoken_of, told in () if own else _BY_UNIT:
        if spoken_of.search(subject):
            around = _around(report, datum)
            of_another = any(other.search(around) for _, other in _BY_UNIT if other is not told)
            return told.search(around) is not None or (is_change(report, datum) and not of_another)
    return not claim.needs_rate or datum.kind != "count" or datum.unit == "分"


def _subject(report: Report, claim: Claim) -> str:
    return report.text[claim.clause.start : claim.span.start]


def names_again(report: Report, datum: Quantity, said: str) -> bool:
    """Does the clause of the datum name what is spoken of: two characters of it side by side?"""
    around = _around(report, datum)
    pairs = (said[at : at + 2] for at in range(len(said) - 1))
    return any(pair in around and not (is_usual(pair) or pair in FIELDS) for pair in pairs)  # 企业, 执法 name nothing


def _around(report: Report, datum: Quantity) -> str:
    """The clause of a datum; where that but compares (比上年减少412家次, 达到96%), with the one before it."""
    clause = clause_around(report.text, datum.span)
    if report.words(clause).startswith(_COMPARES) and report.text[clause.start - 1] in "，,":
        clause = Span(clause_around(report.text, Span(clause.start - 2, clause.start - 1)).start, clause.end)
    return report.words(clause)


def compares(report: Report, claim: Claim, datum: Quantity) -> bool:
    """Is it a rate or a change; a change, where it is an evil that has become less: a rate of what is as it should be does not
    tell how much of it is left. A share of a whole (占21.6%) compares nothing.
    """
    if _EVIL.search(report.words(claim.clause)):
        return is_change(report, datum)
    return datum.kind != "count" and not _SHARE.search(report.text, datum.reach, datum.span.start)


def is_change(report: Report, datum: Quantity) -> bool:
    """Does the datum tell how much more or less there is than before?"""
    return datum.kind in ("point", "multiple") or bool(
        _CHANGE.search(report.text, max(datum.reach, datum.span.start - 8), datum.span.start)
    )
