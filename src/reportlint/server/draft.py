"""One open text, and what the command would say of it: the same files, settings and waivers, read by the same functions."""

from __future__ import annotations

import datetime
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
from reportlint.repository.asked import Asked
from reportlint.repository.each_file import not_to_read
from reportlint.repository.file_result import FileResult
from reportlint.repository.files import File, find_files
from reportlint.repository.fix import WRITTEN
from reportlint.repository.one_file import fault, lint_bytes
from reportlint.repository.stale_waivers import Use, stale_findings
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
        """The draft as read; None where it could not be, of one that the settings leave out, and of settings."""
        return None if self.result.settings else self.result.report

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
    # half a surrogate is no character
    return Draft(uri, path, text.encode("utf-8", "replace").decode("utf-8"), version)


def lint_draft(draft: Draft, encoding: str, earlier: Linted | None) -> Linted:
    """What is to be said of a draft; whatever goes wrong is said, too. encoding: what columns are counted in.

    earlier: the same draft before a change.
    """
    try:
        result = _settings_result(draft) if draft.is_settings else _result(draft, earlier)
    except UserError as error:  # settings, or a check, with which no draft can be linted
        result = FileResult(draft.path, error=str(error))
    except Exception as error:  # a fault of ours must not end the server
        result = FileResult(draft.path, error=fault(error))
    return Linted(draft, Places(draft.text, encoding), result)


def _result(draft: Draft, earlier: Linted | None) -> FileResult:
    if not draft.text.strip():  # a file that is about to be written
        return FileResult(draft.path)
    file = next(find_files([draft.path], None))
    if unread := not_to_read(file):
        return unread
    assert isinstance(file, File)
    result = lint_bytes(file, draft.text.encode(), Asked(), earlier.report if earlier else None)
    if result.report and result.report.source.form not in WRITTEN:  # its places are those of the page's paragraphs
        return FileResult(
            draft.path, error="编辑器里只检查纯文本和 Markdown，这是网页的源代码。请用 reportlint 命令检查它。"
        )
    return result


def _settings_result(draft: Draft) -> FileResult:
    """What can be told of settings alone: waivers that are past their day, or name a file there is not."""
    config = parse_config(draft.text.encode(), draft.path)
    use = Use(File(draft.path, config), frozenset(), frozenset(), complete=False)
    for _, report, findings in stale_findings([use], datetime.date.today()):
        return FileResult(draft.path, report, findings, settings=True)
    return FileResult(draft.path)
