"""One open text, and what the command would say of it: the same files, settings and waivers, read by the same functions."""

from __future__ import annotations

import os
from typing import NamedTuple

from lsprotocol.types import Range
from pygls.uris import to_fs_path

from reportlint.document.source import Span
from reportlint.errors import UserError
from reportlint.finding import Finding
from reportlint.linting.config_file import NAME, parse_config
from reportlint.linting.lint import UNNAMED
from reportlint.report import Report
from reportlint.repository.files import File, find_files
from reportlint.repository.one_file import Asked, FileResult, fault, lint_bytes, not_to_read
from reportlint.server.places import Places


class Draft(NamedTuple):
    """A text as the client has it. path: where its file lies, or would lie. version: the client's count of its editions."""

    uri: str
    path: str
    text: str
    version: int | None = None

    @property
    def is_settings(self) -> bool:
        """Is it no draft, but the settings for drafts?"""
        return os.path.basename(self.path) == NAME

    @property
    def has_file(self) -> bool:
        """Does it lie in a folder, and is more than a text without a name?"""
        return to_fs_path(self.uri) is not None


class Linted(NamedTuple):
    """A draft with what is to be said of it."""

    draft: Draft
    places: Places
    result: FileResult

    @property
    def report(self) -> Report | None:
        """The draft as read; None where it could not be, and of one that the settings leave out."""
        return self.result.report

    def range(self, span: Span) -> Range:
        """Where a span of the report stands in the editor."""
        return self.places.range(self.report.source.raw_span(span) if self.report else span)

    def meeting(self, place: Range) -> list[Finding]:
        """The findings on the words of a range; where there are none, those that it touches, as a cursor behind a word does."""
        if self.report is None:
            return []
        wanted, raw_span = self.places.span(place), self.report.source.raw_span
        spans = [(finding, raw_span(finding.span)) for finding in self.result.findings]
        touching = [(finding, span) for finding, span in spans if span.start <= wanted.end and wanted.start <= span.end]
        last = max(wanted.end, wanted.start + 1)
        on_words = [finding for finding, span in touching if span.start < last and wanted.start < span.end]
        return on_words or [finding for finding, _ in touching]


def opened(uri: str, text: str, version: int | None, folder: str | None) -> Draft:
    """A text that was opened or changed. folder: that of the workspace, where a text without a name would lie."""
    path = to_fs_path(uri) or os.path.join(folder or os.getcwd(), UNNAMED)
    return Draft(
        uri, path, text.encode("utf-8", "replace").decode("utf-8"), version
    )  # half a surrogate is no character


def lint_draft(draft: Draft, encoding: str) -> Linted:
    """What is to be said of a draft; whatever goes wrong is said, too. encoding: what columns are counted in."""
    try:
        result = _settings_result(draft) if draft.is_settings else _result(draft)
    except UserError as error:  # settings, or a check, with which no draft can be linted
        result = FileResult(draft.path, error=str(error))
    except Exception as error:  # a fault of ours must not end the server
        result = FileResult(draft.path, error=fault(error))
    return Linted(draft, Places(draft.text, encoding), result)


def _result(draft: Draft) -> FileResult:
    if not draft.text.strip():  # a file that is about to be written
        return FileResult(draft.path)
    file = next(find_files([draft.path], None))
    if unread := not_to_read(file):
        return unread
    assert isinstance(file, File)
    return lint_bytes(file, draft.text.encode(), Asked())


def _settings_result(draft: Draft) -> FileResult:
    parse_config(draft.text.encode(), draft.path)
    return FileResult(draft.path)
