"""Titles that are miswritten whatever others are called: their marks are in the wrong place (《国务院信访工作条例》, 《加强统计管理》通知),
they say of no kind of document, or of a notice and not what it gives out (《普法工作要点的通知》), the kind behind them is
miswritten (《信访工作条例》实施纲则), or a year in them lacks its 年, two years the dash between them.

What a body gave out is called by its own name; who gave it out stands before the marks, and what it is stands within.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal, NamedTuple

from reportlint.facts.names.documents.citations import Citation, citations
from reportlint.facts.names.documents.document_kinds import kind_behind, names_document
from reportlint.facts.names.documents.library import library
from reportlint.kept import patterns
from reportlint.language.phrases import load_phrases
from reportlint.language.words.verbs import is_verb
from reportlint.report import Report, fact

_ISSUERS, _KIND_BEHIND, _NO_DOCUMENT, _NOTICE_OF = (
    load_phrases(__file__, "misdrawn_titles")[name].pattern
    for name in "issuers kind-behind no-document notice-of-nothing".split()
)
_ABOUT = "关于"
_BARE_YEAR = patterns.compile(r"(?<!\d)(?P<year>20\d\d)(?=[\u4e00-\u9fff])(?![年版届级号期式型代项件个])")
_JOINED_YEARS = patterns.compile(r"(?<!\d)(?P<first>20\d\d)年?(?P<last>20\d\d)(?!\d)")
_BARE_PERIOD = patterns.compile(r"20\d\d\s?[）)]")


class Misdrawn(NamedTuple):
    """A title. fault: its issuer stands within the marks, its kind behind them, or it has none; it is a notice of nothing; a year or
    its years lack 年, or these stand without a dash.

    right: how it goes, or "".
    """

    title: Citation
    fault: Literal["issuer", "kind", "kindless", "notice", "slip", "year", "years", "period"]
    right: str = ""


@fact
def misdrawn_titles(report: Report) -> tuple[Misdrawn, ...]:
    """The titles that are miswritten, in order of the text; of those with several faults, each."""
    marked = [title for title in citations(report) if title.marked]
    return tuple(found for title in marked for found in _faults(report, title) if found)


def _faults(report: Report, title: Citation) -> Iterator[Misdrawn | None]:
    yield _misdrawn(report, title)
    yield _undated(report, title)
    if kind := kind_behind(report.text, title.span.end):
        yield Misdrawn(title, "slip", f"《{title.name}》实施{kind}")


def _misdrawn(report: Report, title: Citation) -> Misdrawn | None:
    if issuers := _ISSUERS.match(title.name):
        rest = title.name[issuers.end() :]
        return Misdrawn(title, "issuer", f"{issuers.group()}《{rest}》") if library(report).find(rest) else None
    if notice := _NOTICE_OF.match(title.base):
        return (
            None
            if title.law or is_verb(title.base[:2])
            else Misdrawn(title, "notice", f"关于印发{notice['document']}的通知")
        )
    about = title.base.startswith(_ABOUT)
    if title.law or not (about or is_verb(title.base[:2])) or names_document(title.base):
        return None
    if kind := _KIND_BEHIND.match(report.text, title.span.end):
        return Misdrawn(title, "kind", f"《关于{title.base.removeprefix(_ABOUT)}的{kind['kind']}》")
    return Misdrawn(title, "kindless") if about and _NO_DOCUMENT.search(title.base) else None


def _undated(report: Report, title: Citation) -> Misdrawn | None:
    if title.law and title.period and _BARE_PERIOD.search(report.words(title.span)):
        return Misdrawn(title, "period")
    if joined := _JOINED_YEARS.search(title.name):
        return Misdrawn(title, "years", f"{joined['first']}—{joined['last']}年")
    bare = _BARE_YEAR.search(title.name)
    return Misdrawn(title, "year", f"{bare['year']}年") if bare else None
