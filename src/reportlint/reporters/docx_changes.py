"""Fixes as tracked changes of a Word file, which an office accepts or refuses one by one."""

from __future__ import annotations

import copy
import datetime
from collections.abc import Iterable, Sequence
from typing import Any, Protocol

from docx.oxml import OxmlElement
from docx.oxml.ns import qn

from reportlint.document.source import Span
from reportlint.finding import Edit
from reportlint.reporters.plain_text import clean

AUTHOR = "reportlint"


class Stretch(Protocol):
    """Words of the text, what holds them, and the run that does."""

    @property
    def span(self) -> Span: ...  # noqa: D102
    @property
    def element(self) -> Any: ...  # noqa: D102
    @property
    def run(self) -> Any: ...  # noqa: D102


def track(stretches: Sequence[Stretch], edits: Iterable[Edit], body: Any) -> int:
    """Write the edits as deletions and insertions; how many could be.

    stretches: in order, none of which an edit begins or ends within. An edit is left out, and stays a comment's advice, where
    its words stand in a field, a link or another's tracked change, or in what holds more than them.
    """
    ids = [int(value) for value in body.xpath("//@w:id") if str(value).lstrip("-").isdigit()]
    now = datetime.datetime.now(datetime.timezone.utc).strftime("%Y-%m-%dT%H:%M:%SZ")
    written, free = 0, max(ids, default=0) + 1
    for edit in edits:
        runs = _runs(stretches, edit.span)
        if not runs or any(each.getparent() is not runs[0].getparent() for each in runs):
            continue
        written += 1
        place = runs[0]
        if edit.span.start == edit.span.end:
            before = None
        else:
            deleted = _change("w:del", free, now)
            runs[0].addprevious(deleted)
            for run in runs:
                deleted.append(run)
                for text in run.findall(qn("w:t")):
                    text.tag = qn("w:delText")
            before, free = deleted, free + 1
        if edit.text:
            inserted = _change("w:ins", free, now)
            free += 1
            inserted.append(_run(clean(edit.text), place))
            if before is None:
                place.addprevious(inserted)
            else:
                before.addnext(inserted)
    return written


def _runs(stretches: Sequence[Stretch], span: Span) -> list[Any]:
    """The runs that hold the words of a span and nothing else; for a place, the run that begins there; none where there are none."""
    if span.start == span.end:
        return [each.run for each in stretches if each.span.start == span.start and _plain(each)][:1]
    covered = [each for each in stretches if each.span.overlaps(span)]
    if not covered or covered[0].span.start != span.start or covered[-1].span.end != span.end:
        return []
    if not all(_plain(each) for each in covered):
        return []
    return [each.run for each in covered]


def _plain(stretch: Stretch) -> bool:
    """Is it a text that stands alone in its run, straight in a paragraph?"""
    others = [each for each in stretch.run if each.tag not in (qn("w:rPr"), qn("w:t"))]
    return (
        stretch.element is not None
        and stretch.element.tag == qn("w:t")
        and not others
        and len(stretch.run.findall(qn("w:t"))) == 1
        and stretch.element.text == stretch.element.text.strip("\n")
        and len(stretch.element.text) == stretch.span.end - stretch.span.start
        and stretch.run.getparent().tag == qn("w:p")
    )


def _change(kind: str, number: int, now: str) -> Any:
    change = OxmlElement(kind)
    for name, value in (("w:id", str(number)), ("w:author", AUTHOR), ("w:date", now)):
        change.set(qn(name), value)
    return change


def _run(words: str, like: Any) -> Any:
    """A run with words, of the look of another."""
    run = OxmlElement("w:r")
    if (look := like.find(qn("w:rPr"))) is not None:
        run.append(copy.deepcopy(look))
    text = OxmlElement("w:t")
    text.text = words
    text.set(qn("xml:space"), "preserve")
    run.append(text)
    return run
