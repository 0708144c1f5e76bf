"""Which cells of the prescribed tables a phrase means."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from itertools import product

from reportlint.facts.tables.sheets import Cell, sheet, total_of
from reportlint.report import Report

from ._words import DISPUTES, Phrase

Sums = dict[Decimal, tuple[Cell, ...]]
Place = tuple[str, str]
"""Row and column."""
NAMED = "asked request result applicant reviews suits one-suit outcome documents standing decisions fees".split()
"""Matters that are things counted, not what was done with them."""
DONE = ("received", "handled", "concluded")
_TOTAL = "总计"
_YUAN = {"fees": Decimal(10000)}
"""Tables whose figures are in another unit than the text's, and what each is worth."""


def meant(phrase: Phrase, subject: Phrase, report: Report) -> Sums:
    """What the figure of a phrase may be, each with its cells; nothing where it tells of another thing, or a cell is empty.

    subject: the phrase before, which may have named the thing. Money is in yuan.
    """
    if phrase.says("last", "next") and not phrase.says("carried"):
        return {}
    for find, *names in _TABLES:
        if ways := list(find(phrase, subject)):
            found = [_summed(way, name, report) for way in ways for name in names if sheet(report, name)]
            sums = [each for each in found if each]
            return dict(reversed(sums)) if len(sums) == len(ways) else {}
    return {}


def _summed(way: tuple[Place, ...], name: str, report: Report) -> tuple[Decimal, tuple[Cell, ...]] | None:
    """The sum of the cells of a table at these places, with them; None where one is not there or empty."""
    there = sheet(report, name)
    cells = tuple(cell for place in way if there and (cell := there.cells.get(place)) and cell.value is not None)
    if len(cells) < len(way):
        return None
    return total_of(cells) * _YUAN.get(name, Decimal(1)), cells


def _requests(phrase: Phrase, subject: Phrase) -> Iterator[tuple[Place, ...]]:
    if phrase.says("reviews", "suits", "one-suit", "outcome", "documents", "standing", "decisions", "fees", "amount"):
        return
    named = phrase.is_of_requests or subject.is_of_requests or subject.says("result", "applicant")
    if not named and (subject.says(*NAMED) or not phrase.says("result", "applicant", "carried")):
        return
    columns = "+".join(phrase.ways("applicant")) or _TOTAL
    for rows in _rows(phrase):
        yield tuple(product(_parted(rows), _parted(columns)))


def _rows(phrase: Phrase) -> tuple[str, ...]:
    """The rows of the table of requests that a phrase may tell of, as sums."""
    carried = [row for word, row in (("last", "上年结转"), ("next", "结转下年度")) if phrase.says(word)]
    if carried or phrase.says("carried"):
        return tuple(carried) if len(carried) == 1 and phrase.says("carried") else ()
    if results := phrase.ways("result"):
        return results if _nested(results) else ("+".join(results),)
    if phrase.says("received") and phrase.says("concluded"):  # 新收并办结: a part of both
        return ()
    done = [way for matter in DONE for way in phrase.ways(matter)]
    # 共申请3件 is what one asked
    is_bare = phrase.is_just_asked or not phrase.says("asked", "request", "applicant", "whole")
    if done or is_bare:
        return tuple(dict.fromkeys(done))
    return "本年新收", "本年新收 + 上年结转", "办理结果总计"


def _nested(sums: tuple[str, ...]) -> bool:
    """Is one a part of the other: 因不掌握相关信息无法提供?"""
    fewest, *others = sorted(map(_parted, sums), key=len)
    return len(others) == 1 and set(fewest) < set(others[0])


def _disputes(phrase: Phrase, subject: Phrase) -> Iterator[tuple[Place, ...]]:
    if phrase.says(*DONE, "documents", "standing", "decisions", "fees", "result", "applicant", "carried"):
        return
    if not (phrase.is_of_disputes or subject.is_of_disputes) or (phrase.says("asked") and not phrase.says(*DISPUTES)):
        return
    named = phrase if phrase.says(*DISPUTES) else subject
    suits = named.ways("one-suit") or named.ways("suits")[: 1 if phrase.says("none", "reviews") else None]
    reviews = named.ways("reviews")
    outcomes = phrase.ways("outcome") or ((_TOTAL,) if phrase.says(*DISPUTES, "whole") else ())
    both = tuple(f"{review}+{suits[0]}" for review in reviews if suits)
    for outcome, way in product(outcomes, both or suits or reviews):
        yield tuple(("", f"{topic}{outcome}") for topic in _parted(way))


def _documents(phrase: Phrase, subject: Phrase) -> Iterator[tuple[Place, ...]]:
    if phrase.says("standing") and phrase.says("documents") | subject.says("documents") and _is_plain(phrase):
        rows = phrase.ways("documents") or subject.ways("documents")
        columns = phrase.ways("standing")
        if len(set(columns)) == 1:
            yield tuple((row, columns[0]) for row in dict.fromkeys(rows))


def _decisions(phrase: Phrase, subject: Phrase) -> Iterator[tuple[Place, ...]]:
    rows = phrase.ways("decisions")
    if len(rows) == 1 and _is_plain(phrase) and not phrase.says("documents", "standing"):
        yield ((rows[0], "本年处理决定数量"),)


def _fees(phrase: Phrase, subject: Phrase) -> Iterator[tuple[Place, ...]]:
    if (
        (phrase.says("fees") or (phrase.says("amount") and subject.says("fees")))
        and _is_plain(phrase)
        and not phrase.says("documents", "standing", "decisions")
    ):
        yield (("行政事业性收费", "本年收费金额"),)


def _is_plain(phrase: Phrase) -> bool:
    """Does it tell nothing of requests, of disputes or of what was made public?"""
    return not phrase.says(
        *DONE, "disclosure", "asked", "request", "result", "applicant", "reviews", "suits", "carried"
    )


def _parted(way: str) -> tuple[str, ...]:
    return tuple(name.strip() for name in way.split("+"))


_TABLES = (
    (_requests, "requests"),
    (_disputes, "disputes"),
    (_documents, "documents"),
    (_decisions, "licences", "penalties"),
    (_fees, "fees"),
)
