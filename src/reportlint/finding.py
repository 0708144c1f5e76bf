"""What a check says: a span of the text, what is wrong with it, and what to write instead.

Once it is `located`, a finding can be told without the text.
"""

from __future__ import annotations

from collections.abc import Sequence
from enum import IntEnum
from typing import NamedTuple

from reportlint.document.source import Around, Place, Source, Span


class Severity(IntEnum):
    """How much a finding weighs; ``str(severity)`` is the word used in configuration and reports."""

    INFO = 1
    WARNING = 2
    ERROR = 3

    def __str__(self) -> str:
        return self.name.lower()


class Related(NamedTuple):
    """Another place that belongs to a finding: the other half of a contradiction, an operand of a sum.

    source: the text it stands in, where that is another one (last year's report). place, path: of a located finding;
    the path is that of the other text, "" for the finding's own.
    """

    span: Span
    message: str
    source: Source | None = None
    place: Place | None = None
    path: str = ""


class Edit(NamedTuple):
    """A piece of a fix: what is to stand in place of a span; an empty text deletes it. place: of a located finding."""

    span: Span
    text: str
    place: Place | None = None


class Finding(NamedTuple):
    """One remark. A check fills the first group; `lint` fills the second from the check's module.

    message: what is wrong and why, one or two Chinese sentences.
    suggestion: what to write instead.
    replacement: text that may stand for ``span`` whatever the author meant; None where judgement is needed.
    edits: the same fix in the other places that the finding stands for.
    severity: only where it differs from the check's own. rule: the row of a phrase table that it rests on, where one does.
    place, around: where it stands in the file, and in its line; see `located`.
    """

    span: Span
    message: str
    suggestion: str = ""
    related: tuple[Related, ...] = ()
    replacement: str | None = None
    edits: tuple[Edit, ...] = ()
    severity: Severity | None = None

    check: str = ""
    basis: str | None = None
    fingerprint: str = ""
    title: str = ""
    rule: str = ""
    place: Place | None = None
    around: Around | None = None

    @property
    def fix(self) -> tuple[Edit, ...]:
        """All edits of the finding's fix; none where judgement is needed."""
        return () if self.replacement is None else (Edit(self.span, self.replacement, self.place), *self.edits)

    @property
    def full_message(self) -> str:
        """Message and suggestion in one, for formats that have a single field."""
        return f"{self.message}建议：{self.suggestion}" if self.suggestion else self.message


def folded(
    places: Sequence[Span], message: str, suggestion: str, also: str, severity: Severity | None = None
) -> Finding:
    """One finding for several places: at the first, with the others beside it. also: what is said at each of these."""
    others = tuple(Related(place, also) for place in places[1:])
    return Finding(places[0], message, suggestion, others, severity=severity)


REACH = 76
"""Characters on either side of a finding that may be shown with it: they fill a line of a terminal."""


def located(finding: Finding, source: Source) -> Finding:
    """The finding with the places in the file of all its spans."""
    return finding._replace(
        place=source.place(finding.span),
        around=source.around(finding.span, REACH),
        related=tuple(
            related._replace(
                place=(related.source or source).place(related.span), path=related.source.path if related.source else ""
            )
            for related in finding.related
        ),
        edits=tuple(Edit(edit.span, edit.text, source.place(edit.span)) for edit in finding.edits),
    )
