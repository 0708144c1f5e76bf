"""Tables of wrong words, and where a report uses them."""

from __future__ import annotations

import os
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import NamedTuple

from reportlint.document.source import Span
from reportlint.facts.names.bodies.institutions import misnamings
from reportlint.facts.names.own_places import is_own_name
from reportlint.facts.prose.masks import pairs, untitled
from reportlint.facts.prose.written import written
from reportlint.facts.statements.procedures import procedure_rows
from reportlint.kept import patterns
from reportlint.language.pairs import number
from reportlint.language.slips.likelihood import is_likelier
from reportlint.language.slips.local_names import is_local_name
from reportlint.language.tables import Row, load_table
from reportlint.language.words.verbs import is_verb
from reportlint.language.words.vocabulary import is_word
from reportlint.language.words.word_boundaries import stands
from reportlint.report import Report, fact

_COLUMNS = {
    "wrong": "word",
    "right": "word",
    "why": "word",
    "then": "words?",
    "after": "words?",
    "later": "words?",
    "earlier": "words?",
    "beside": "words?",
    "with": "words?",
    "without": "words?",
    "likely": "flag?",
    "unless": "words?",
    "since": "date?",
    "hit": "words|word",
    "miss": "words|word?",
}
_OF_PROCEDURES = "confused_term"
"""The table to which the terms of procedures belong."""
_PLACES = ("then", "after", "later", "earlier", "beside", "with", "without")
_DATE = patterns.compile(
    r"(?:(?:19|20)?\d{2}年|\d{1,2}(?:月|日(?!前))|20\d{2}[.．-]|[一二三四五六七八九十]{1,3}(?:月|日(?!前))|二[〇○零])"
)
_DATE_WORD = "日期"
"""In the column ``then``: any date."""
_VERB_WORD = "动词"
"""In the column ``then``: any verb of two characters."""
_SPECIAL = (_DATE_WORD, _VERB_WORD)
_LIKELIER, _MUCH_LIKELIER = 2.0, 5.0
"""How much likelier (natural logarithm) a text is with the right word, where it is ``likely``, and where the wrong one, which is no
word, crosses others: 既使节假日.
"""
_STOP = patterns.compile("[，。；：！？,;:!?\\r\\n]")
_STOP_OF_SENTENCE = patterns.compile("[。；！？;!?\\r\\n]")
_REACH = 24
"""Characters on each side in which a word of the clause may tell."""
_WIDE_REACH = 60
"""The same for a word of the sentence."""
_RENAMED = patterns.compile(
    r"[\u4e00-\u9fff]{0,2}(?<![老废陈破])旧(?![区村城房])|[^，。；：！？\n]{0,16}(?:更名|改名|改称|改[建造挂]?为|换[成为]|升级为|并入)"
)
_OLD = patterns.compile(
    r"(?:(?<![老废陈破])旧的?|原有?的?|撤换|撤下|换下|更换|替换|拆除|淘汰|清除|清理|停用)[\d余多处块条面个“]{0,5}$"
)
"""What follows, and what leads to, the name that a thing had: 撤换法制宣传旧栏目, 法制广场改建为法治公园."""
_JOINS = frozenset("和与同及、")
_LONG = 4
"""Characters from which a word is no coincidence of its neighbours' pieces."""


class Use(NamedTuple):
    """A wrong word that a report uses, with the neighbour that tells it is wrong; right: what to write in its place."""

    span: Span
    right: str
    why: str


def apart_from(told: Iterable[Span], near: Iterable[tuple[Span, str]]) -> Iterator[tuple[Span, str]]:
    """Those of the near misses that share no character with what was told, nor with one before them."""
    taken = {at for span in told for at in range(*span)}
    for span, right in near:
        if taken.isdisjoint(range(*span)):
            taken.update(range(*span))
            yield span, right


@fact
def misused_words(report: Report) -> tuple[Use, ...]:
    """Where words stand that are wrong whoever writes them, in order of the text."""
    return tuple(_uses(report, "misused_word"))


@fact
def confused_terms(report: Report) -> tuple[Use, ...]:
    """Where a term stands for another that is like it and another thing in law, in order of the text."""
    return tuple(_uses(report, "confused_term"))


def _uses(report: Report, name: str) -> Iterator[Use]:
    """Where the wrong words of NAME.yaml and of each NAME_SUBJECT.yaml stand as words, also in quotation marks; titles are
    what others wrote, and of bodies misnamed others speak.

    Columns of the tables: wrong, right, why. A word that is wrong in some places only has one or more of: then, after
    (words of which one stands directly behind or before it; 日期 in ``then`` is any date), later, earlier (words of which
    one stands behind or before it in the clause), beside (words of which one stands in the sentence). Whatever tells it is
    wrong, one of the words of ``with`` must stand in the sentence as well, and none of ``without``. A word in ``< >`` is a
    group of words of wrong_words.yaml; 动词 in ``then`` is any verb of two characters. likely: also wrong wherever the text is likelier
    with the right word. unless: wider wordings in which it is right. since: the year from which it is wrong.
    hit: words in which it is found; miss: words in which it is not, though it seems to stand there.
    """
    rows, numbers, short = _filed(name)
    text, lines = untitled(report), iter(written(report))
    line, taken = next(lines, Span(0, 0)), 0
    single = (match.start() for line in written(report) for match in short.finditer(text, *line))
    for at in sorted([*pairs(report).places(numbers), *single]):
        while line.end <= at and (following := next(lines, None)):
            line = following
        if not line.start <= at < line.end:
            continue
        for row in (*rows.get(text[at : at + 2], ()), *rows.get(text[at], ())):
            if not text.startswith(row["wrong"], at, line.end):
                continue
            span = Span(at, at + len(row["wrong"]))
            wide = (
                _with_telling_neighbour(text, span, row)
                if _is_due(report, row) and _is_among(report.text, span, row)
                else None
            )
            if not wide or wide.start < taken or _excepted(report.text, span, row):
                continue
            right = report.words(wide).replace(row["wrong"], row["right"])
            if "since" in row and _is_old_name(text, wide):
                continue
            if _is_of_a_name(report, wide) or _is_told_with(text, wide, right) or _is_a_name(report, span):
                continue
            if wide.end - wide.start >= _LONG or stands(report.text, *wide) or _is_no_word(report.text, wide, row):
                yield Use(wide, right, row["why"])
                taken = wide.end


def wrong_words(name: str) -> list[Row]:
    """The rows of the tables of a name, with the words of their groups in place of ``<group>``."""
    folder, begin = os.path.dirname(__file__), f"{name}_"
    subjects = sorted(
        file[: -len(".yaml")] for file in os.listdir(folder) if file.startswith(begin) and file.endswith(".yaml")
    )
    rows = [row for table in (name, *subjects) for row in load_table(__file__, table, **_COLUMNS)]
    rows += procedure_rows(_spelt_out) if name == _OF_PROCEDURES else ()
    return [{**row, **{place: _spelt_out(row[place]) for place in _PLACES if place in row}} for row in rows]


def _is_told_with(text: str, span: Span, right: str) -> bool:
    """权利清单与权力清单: are both told, so that neither is a slip for the other?"""
    before, after = text[max(0, span.start - len(right) - 1) : span.start], text[span.end : span.end + len(right) + 1]
    return (before[:-1] == right and before[-1] in _JOINS) or (after[1:] == right and after[0] in _JOINS)


def _spelt_out(words: list[str]) -> list[str]:
    groups = _groups()
    return [one for word in words for one in (groups[word[1:-1]] if word[0] == "<" else [word])]


@lru_cache(maxsize=1)
def _groups() -> dict[str, list[str]]:
    return {row["name"]: row["words"] for row in load_table(__file__, "wrong_words", name="word", words="words")}


@lru_cache(maxsize=2)
def _filed(name: str) -> tuple[dict[str, list[Row]], frozenset[int], re.Pattern[str]]:
    """The rows by the two characters with which their word begins, longest first; the numbers of these pairs; words of one character."""
    rows: dict[str, list[Row]] = defaultdict(list)
    for row in sorted(wrong_words(name), key=lambda row: -len(row["wrong"])):
        rows[row["wrong"][:2]].append(row)
    short = "".join(pair for pair in rows if len(pair) == 1)
    return (
        rows,
        frozenset(number(pair) for pair in rows if len(pair) == 2),
        patterns.compile(f"[{short}]" if short else "(?!)"),
    )


def _is_due(report: Report, row: Row) -> bool:
    year = report.outline.year
    return "since" not in row or not year or f"{year}-12-31" >= row["since"]


def _is_old_name(text: str, span: Span) -> bool:
    """Is it the name that a thing had as long as the word was right?"""
    return bool(_RENAMED.match(text, span.end) or _OLD.search(text, max(0, span.start - _REACH), span.start))


def _with_telling_neighbour(text: str, span: Span, row: Row) -> Span | None:
    """The word, with the neighbour that tells it is wrong; nothing where none of those asked for is there."""
    if not row.keys() & {"then", "after", "later", "earlier", "beside", "likely"}:
        return span
    then = row.get("then", ())
    if _DATE_WORD in then and _DATE.match(text, span.end):
        return span
    if _VERB_WORD in then and is_verb(text[span.end : span.end + 2]):
        return span
    behind = (word for word in then if word not in _SPECIAL and text.startswith(word, span.end))
    if following := max(behind, key=len, default=""):
        return Span(span.start, span.end + len(following) * following.isalnum())
    for word in row.get("after", ()):
        if text.endswith(word, 0, span.start):
            return Span(span.start - len(word), span.end)
    rest = _STOP.split(text[span.end : span.end + _REACH])[0]
    head = _STOP.split(text[max(0, span.start - _REACH) : span.start])[-1]
    told = any(word in rest for word in row.get("later", ())) or any(word in head for word in row.get("earlier", ()))
    told = told or _is_beside(text, span, row.get("beside", ()))
    return span if told or ("likely" in row and is_likelier(text, span, row["right"], _LIKELIER)) else None


def _is_no_word(text: str, span: Span, row: Row) -> bool:
    """Is what seems to lie across other words no word, and the text far likelier with the right one?"""
    return (
        len(row["wrong"]) > 1
        and text[span.start : span.end] == row["wrong"]
        and not is_word(row["wrong"])
        and is_likelier(text, span, row["right"], _MUCH_LIKELIER)
    )


def _is_among(text: str, span: Span, row: Row) -> bool:
    """Is the sentence one in which the row speaks at all?"""
    needed, without = row.get("with"), row.get("without", ())
    return (not needed or _is_beside(text, span, needed)) and not (without and _is_beside(text, span, without))


def _is_beside(text: str, span: Span, words: Iterable[str]) -> bool:
    """Does one of the words stand in the sentence of the span?"""
    rest = _STOP_OF_SENTENCE.split(text[span.end : span.end + _WIDE_REACH])[0]
    head = _STOP_OF_SENTENCE.split(text[max(0, span.start - _WIDE_REACH) : span.start])[-1]
    return any(word in head or word in rest for word in words)


def _is_of_a_name(report: Report, span: Span) -> bool:
    """Is it part of a body's name that is written wrongly? That is said of the name."""
    return any(name.span.overlaps(span) for name in misnamings(report))


def _is_a_name(report: Report, span: Span) -> bool:
    """Is it the name of the report's own place or issuer, or of another place, a firm or a brand?"""
    return is_own_name(report, report.words(span)) or is_local_name(report.text, span)


def _excepted(text: str, span: Span, row: Row) -> bool:
    wrong = row["wrong"]
    return any(
        text.startswith(wider, span.start - match.start())
        for wider in row.get("unless", ())
        for match in re.finditer(re.escape(wrong), wider)
        if span.start >= match.start()
    )
