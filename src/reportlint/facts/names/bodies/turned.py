"""Departments of which the words are told in another order: 药品管理监督部门; or with one more amid them: 生态保护环境局.

Only where the words are one field's; those of two, 教育体育, every place puts in an order of its own.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from reportlint.document.source import Span
from reportlint.facts.names.bodies.departments import begins, slips, standard
from reportlint.kept import patterns
from reportlint.language.words.verbs import is_verb
from reportlint.language.words.vocabulary import is_word

_END = patterns.compile("(?P<of_many>(?:主管)?部门)|[局厅部](?![长门])")
_BUREAU = "局"
_SIZES = (8, 6, 4)
"""Characters of a field's name: of words of two each."""
_MIXED = 6
"""Characters of two words with another between them."""


def find_turned(text: str, spans: Iterable[Span]) -> Iterator[tuple[Span, str]]:
    """Where stretches of the text name a department so; with its name, and what it is called there, 局 or 部门."""
    for span in spans:
        for end in _END.finditer(text, *span):
            for size in _SIZES:
                start = end.start() - size
                if start >= span.start and begins(text, start, span):
                    words = text[start : end.start()]
                    right = _mixed(words) or (end["of_many"] and _turned(words))
                    if right:
                        yield Span(start, end.end()), right + end.group()
                        break


def _turned(written: str) -> str:
    """The field of which all words are written in another order; "" for none."""
    name = slips().get(written + _BUREAU, "").removesuffix(_BUREAU)
    same = sorted(_words(written)) == sorted(_words(name))
    return name if same and not is_verb(written[:2]) and not _are_two_fields(name) else ""


def _mixed(written: str) -> str:
    """The field of two words between which a third stands that belongs behind them: 生态保护环境, for 环境保护; "" for none."""
    if len(written) != _MIXED:
        return ""
    first, between, last = _words(written)
    known = f"{first}{last}{_BUREAU}" in standard() and f"{written}{_BUREAU}" not in standard()
    return first + last if known and is_word(last + between) else ""


def _words(name: str) -> list[str]:
    """Two characters each."""
    return [name[at : at + 2] for at in range(0, len(name), 2)]


def _are_two_fields(name: str) -> bool:
    """Does one of the words name a department by itself: 教育 of 教育体育?"""
    return any(word + _BUREAU in standard() for word in _words(name))
