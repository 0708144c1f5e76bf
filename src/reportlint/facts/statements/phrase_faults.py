"""Tables of set phrases, and where a report tells one of them wrongly."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import chain
from typing import NamedTuple

from reportlint.document.source import Span
from reportlint.facts.names.named_days import find_misnamed_days
from reportlint.facts.prose.masks import pairs, untitled
from reportlint.facts.prose.script import is_traditional
from reportlint.facts.prose.written import written
from reportlint.facts.statements.phrase_wordings import LONG, REACH, STOP, is_own_wording, sentence_around
from reportlint.kept import patterns
from reportlint.language.phrases import load_phrases
from reportlint.language.slips.alike import is_slip_of
from reportlint.language.slips.chains import Chains
from reportlint.language.slips.exchanged_words import ExchangedWords
from reportlint.language.slips.near_names import Names
from reportlint.language.slips.near_phrases import SHORTEST, Phrases
from reportlint.language.slips.near_terms import Terms
from reportlint.language.slips.replaced_members import SetPhrase
from reportlint.language.slips.set_phrases import SetPhrases
from reportlint.language.tables import Row, load_table
from reportlint.language.words.word_boundaries import stands
from reportlint.report import Report, fact

_COLUMNS = {
    "phrase": "word",
    "why": "word",
    "also": "words?",
    "then": "words?",
    "free": "flag?",
    "whole": "flag?",
    "alone": "flag?",
    "loose": "flag?",
    "sole": "flag?",
    "open": "words?",
    "close": "words?",
    "hit": "word",
    "miss": "word?",
}
_BY_SOURCE = {
    "why": "word",
    "also": "words?",
    "phrases": "words",
    "free": "flag?",
    "whole": "flag?",
    "loose": "flag?",
    "sole": "flag?",
    "numbered": "flag?",
    "beside": "flag?",
}
_TABLES = ("set_phrases", "party_phrases", "policy_phrases", "field_phrases")
_A_DAY = "这一天的正式名称。"
_COUNTED = patterns.compile(r"\d[余多]?[\u4e00-\u9fff]?$")
_TWO_QUOTED = "”“"
"""What parts two phrases that are quoted side by side."""
_SHORT = 4
"""Characters from which a phrase is more than a word."""
_MARKS = ("、", "，", "和")
_ADVERB = 2
"""Characters with which acts begin that are told of one matter: 亲自部署、亲自过问."""
_NUMBER = 2
"""Characters of a name's number: 四个."""
_COUPLE = 2
"""Words of a member that has a verb and what it is done with."""


class PhraseFault(NamedTuple):
    """A set phrase told wrongly: where, how it goes, and why. opening: of a frame (以……为指导), the word that is left out."""

    span: Span
    right: str
    why: str
    opening: str = ""


@fact
def phrase_faults(report: Report) -> tuple[PhraseFault, ...]:
    """Where the phrases of the tables are told wrongly, also in quotation marks; titles are what others wrote.

    Traditional characters are not measured by them.
    """
    if is_traditional(report):
        return ()
    tables, cut = _compiled(), [*_cut(report)]
    misses = (fault for fault in _misses(report, tables) if not any(fault.span.overlaps(one.span) for one in cut))
    return (*cut, *misses, *_unopened(report, tables))


def _cut(report: Report) -> Iterator[PhraseFault]:
    """Pieces of phrases that are nothing by themselves: a head or a tail left out, a word put in; and days misnamed."""
    text = untitled(report)
    for rule in load_phrases(__file__, "cut_phrases").values():
        for line in written(report):
            for match in rule.pattern.finditer(text, *line):
                yield PhraseFault(Span(*match.span()), rule.name, rule.kind)
    for line in written(report):
        yield from (PhraseFault(*misnamed, _A_DAY) for misnamed in find_misnamed_days(text, line))


def _unopened(report: Report, tables: _Compiled) -> Iterator[PhraseFault]:
    """The closings of frames (以……为指导) whose opening is left out."""
    text = untitled(report)
    for line in written(report):
        for match in tables.close.finditer(text, *line):
            row, span = tables.rows[match.group()], Span(*match.span())
            before = STOP.split(text[max(line.start, span.start - REACH) : span.start])[-1]
            if not any(word in before for word in row["open"]):
                yield PhraseFault(span, row["phrase"], row["why"], row["open"][0])


def _misses(report: Report, tables: _Compiled) -> Iterator[PhraseFault]:
    """The near misses and the members out of order; of those that overlap, the first, and the longest of these."""
    text, lines, right = untitled(report), written(report), report.office.names
    near, exchanged, short, sole, chains, sets, rows, *_ = tables
    misses = (_bare(*miss) for miss in near.misses(text, lines, pairs(report)))
    others = (finder(text, lines, pairs(report)) for finder in (exchanged.faults, short.slips))
    found = [
        (span, phrase, rows[phrase])
        for span, phrase in chain(misses, sole.misses(text, lines), chains.misses(text, lines), *others)
    ]
    found += [(span, told, rows[phrase]) for span, told, phrase in sets.faults(text, lines, pairs(report))]
    taken = 0
    for span, phrase, row in sorted(found, key=lambda fault: (fault[0].start, -fault[0].end)):
        words = report.words(span)
        apart = _TWO_QUOTED in words and _TWO_QUOTED not in phrase  # “谁执法谁普法”“谁主管谁负责”
        if span.start < taken or apart or phrase.startswith(words):
            continue
        if len(words) < LONG and not stands(report.text, *span):
            continue
        if row.get("loose") and not is_slip_of(words, phrase):
            continue
        own = text[span.start - 1 : span.start] == "“" and len(words) < _SHORT  # “多合一”场所
        if (own or row.get("beside")) and not (_in_company(text, span, row) or _is_led_to(text, span, tables, phrase)):
            continue
        if is_own_wording(text, span, words, phrase) or _is_shared(text, span, tables):
            continue
        within = (known for known in rows if words in known)  # what is wrong for one phrase may be a piece of another
        if not (
            _is_right(report.text, span, (*within, *right)) or _is_right(report.text, span, row.get("also", ()), "、")
        ):
            taken = span.end
            yield PhraseFault(span, phrase, row["why"])


def _in_company(text: str, span: Span, row: Row) -> bool:
    """Does the same sentence have another of its group, so that 三个维护 is no slogan of its own, nor 7件重点任务亲自督办 a free
    sentence? Names are looked for in quotation marks.
    """
    if _COUNTED.search(text, max(0, span.start - REACH), span.start):
        return False
    sentence, others = sentence_around(text, span), row.get("phrases", ())
    return any((other if len(other) >= LONG else f"“{other}”") in sentence for other in others)


def _is_led_to(text: str, span: Span, tables: _Compiled, name: str) -> bool:
    """Does the verb that goes with a name stand before what has its number, so that no other name is meant: 增强“四个意志”?"""
    heads = tables.heads.get(name, ())
    return text.startswith(name[:_NUMBER], span.start) and text.endswith(
        tuple(f"{head}“" for head in heads), 0, span.start
    )


def _is_shared(text: str, span: Span, tables: _Compiled) -> bool:
    """Does another such act follow, so that one matter is told with many: 重要任务亲自部署、亲自过问?"""
    act = text[span.end - _SHORT : span.end]
    return (
        act in tables.heads and text[span.end : span.end + 1] in _MARKS and text.startswith(act[:_ADVERB], span.end + 1)
    )


class _Compiled(NamedTuple):
    """The phrases as texts, in two ways, the short of them, those that none other is like, chains, and as sets; their rows, and
    those of frames by each closing; the closings; by the second word of a member, the first.
    """

    near: Phrases
    exchanged: ExchangedWords
    short: Terms
    sole: Names
    chains: Chains
    sets: SetPhrases
    rows: dict[str, Row]
    close: re.Pattern[str]
    heads: dict[str, list[str]]


@lru_cache(maxsize=1)
def _compiled() -> _Compiled:
    table = load_table(__file__, "fixed_phrase", **_COLUMNS)
    by_source = [row for name in _TABLES for row in load_table(__file__, name, **_BY_SOURCE)]
    phrases = [row for row in table if "close" not in row]
    phrases += [{**group, "phrase": phrase} for group in by_source for phrase in group["phrases"]]
    rows = {words: row for row in phrases for words in _joined(row["phrase"].replace(" ", ""))}
    closings = {word: row for row in table for word in row.get("close", ())}
    sets = [_set_phrase(row) for row in phrases if " " in row["phrase"] or "、" in row["phrase"]]
    heads = defaultdict[str, list[str]](list)
    for head, name in (member for phrase in sets for member in phrase.members if len(member) == _COUPLE):
        heads[name].append(head)
    short = Terms(phrase for phrase in rows if _SHORT <= len(phrase) < SHORTEST)
    names = [f"“{phrase}”" for phrase in rows if _SHORT <= len(phrase) < SHORTEST + 2]
    return _Compiled(
        Phrases([*rows, *names]),
        ExchangedWords(rows),
        short,
        Names(*([phrase for phrase, row in rows.items() if row.get(flag)] for flag in ("sole", "numbered"))),
        Chains("".join(words) for row in phrases if len("".join(words := row["phrase"].split())) == len(words)),
        SetPhrases(sets),
        rows | closings,
        patterns.compile("|".join(map(re.escape, closings))),
        heads,
    )


def _bare(span: Span, phrase: str) -> tuple[Span, str]:
    """A near miss without the marks of quotation that a name was looked for with."""
    return (Span(span.start + 1, span.end - 1), phrase[1:-1]) if phrase[0] + phrase[-1] == "“”" else (span, phrase)


def _joined(phrase: str) -> tuple[str, ...]:
    """A phrase, and the same with 与 for 和, which is as right."""
    joins = "和" in phrase and "和谐" not in phrase
    return (phrase, phrase.replace("和", "与")) if joins else (phrase,)


def _set_phrase(row: Row) -> SetPhrase:
    members = tuple(tuple(member.split()) for member in row["phrase"].split("、"))
    return SetPhrase(
        members, row.get("free", False), row.get("alone", False), tuple(row.get("then", ())), row.get("whole", False)
    )


def _is_right(text: str, span: Span, right: Iterable[str], behind: str = "") -> bool:
    """Does one of the wordings that are right stand where the near miss was found? behind: what joins the members of a list; one that
    stands behind it is no whole.
    """
    places = ((text.find(words, max(0, span.start - len(words)), span.end + len(words)), words) for words in right)
    return any(
        0 <= at < span.end and not (behind and behind in words and text.startswith(behind, at - 1))
        for at, words in places
    )
