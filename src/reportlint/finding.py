"""What a check says: a span of the text, what is wrong with it, and what to write instead."""

from __future__ import annotations

from enum import IntEnum
from typing import NamedTuple

from reportlint.document.source import Source, Span


class Severity(IntEnum):
    """How much a finding weighs; ``str(severity)`` is the word used in configuration and reports."""

    INFO = 1
    WARNING = 2
    ERROR = 3

    def __str__(self) -> str:
        return self.name.lower()


class Related(NamedTuple):
    """Another place that belongs to a finding: the other half of a contradiction, an operand of a sum.

    source: the text it stands in, where that is another one (last year's report).
    """

    span: Span
    message: str
    source: Source | None = None


class Edit(NamedTuple):
    """A piece of a fix: what is to stand in place of a span; an empty text deletes it."""

    span: Span
    text: str


class Finding(NamedTuple):
    """One remark. A check fills the first group; `lint` fills the second from the check's module.

    message: what is wrong and why, one or two Chinese sentences.
    suggestion: what to write instead.
    replacement: text that may stand for ``span`` whatever the author meant; None where judgement is needed.
    edits: the same fix in the other places that the finding stands for.
    severity: only where it differs from the check's own. rule: the row of a phrase table that it rests on, where one does.
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

    @property
    def fix(self) -> tuple[Edit, ...]:
        """All edits of the finding's fix; none where judgement is needed."""
        return () if self.replacement is None else (Edit(self.span, self.replacement), *self.edits)

    @property
    def full_message(self) -> str:
        """Message and suggestion in one, for formats that have a single field."""
        return f"{self.message}建议：{self.suggestion}" if self.suggestion else self.message
