"""The text with quotations, titles and brackets masked, and its pairs of characters; offsets are those of the text."""

from __future__ import annotations

from typing import NamedTuple

from reportlint.facts.prose.written import written
from reportlint.language.pairs import Pairs
from reportlint.language.quotes import mask_brackets, mask_quotes, mask_titles
from reportlint.report import Report, fact


@fact
def unquoted(report: Report) -> str:
    """The text with the words in “ ” and 《 》 masked."""
    return mask_quotes(report.text)


@fact
def untitled(report: Report) -> str:
    """The text with the words in 《 》 masked: those in “ ” are slogans and terms, in which a slip is a slip as well."""
    return mask_titles(report.text)


@fact
def bare(report: Report) -> str:
    """The text with quotations, titles and brackets masked."""
    return mask_brackets(unquoted(report))


@fact
def pairs(report: Report) -> Pairs:
    """The pairs of characters in title, headings and prose, and some of what stands between."""
    return Pairs(report.text, written(report))


class Masks(NamedTuple):
    """The text, without quotations, and without brackets as well; all of one length."""

    text: str
    unquoted: str
    bare: str


def masks(report: Report) -> Masks:
    """The three."""
    return Masks(report.text, unquoted(report), bare(report))
