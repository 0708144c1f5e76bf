"""Fixes: the replacements that findings offer, put into the file, and nothing else in it touched.

`propose` works them out without writing: rounds of edits that do not meet, the text being linted again after each, until
none is left. `write` puts the outcome in the file's place.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable
from itertools import pairwise
from typing import NamedTuple

from reportlint.document.decoding import decode
from reportlint.document.source import Source, UnreadableError
from reportlint.errors import UserError, reason
from reportlint.finding import Edit, Finding
from reportlint.repository.asked import Asked
from reportlint.repository.each_file import not_to_read
from reportlint.repository.file_result import FileResult
from reportlint.repository.files import File
from reportlint.repository.one_file import lint_bytes
from reportlint.repository.safe_write import ChangedError, write_file
from reportlint.repository.search import Unusable

ROUNDS = 20
"""A second round mends what the first one uncovered; fixes that go on longer undo each other."""

WRITTEN = ("text", "markdown")
"""The forms of files that are written."""


class Proposal(NamedTuple):
    """A file with its fixes. before, after: what is to be said of the old bytes, and of the new ones."""

    before: FileResult
    after: FileResult
    old: bytes
    new: bytes


class FixError(UserError):
    """Fixes that cannot be applied; ``str(error)`` says why, and what to do."""


def propose(file: File | Unusable, asked: Asked) -> Proposal:
    """All fixes of a file. Where they cannot be applied, nothing is proposed, and ``after`` has the error."""
    if unread := not_to_read(file):
        return Proposal(unread, unread, b"", b"")
    assert isinstance(file, File)
    try:
        data = file.read()
    except UnreadableError as error:
        result = FileResult(file.path, error=str(error))
        return Proposal(result, result, b"", b"")
    return propose_bytes(file, data, asked)


def propose_bytes(file: File, data: bytes, asked: Asked) -> Proposal:
    """All fixes of what was read from a file, or is to be called so."""
    before = lint_bytes(file, data, asked)
    try:
        after, new = _fixed(file, data, before, asked)
    except FixError as error:
        return Proposal(before, before._replace(error=str(error)), data, data)
    return Proposal(before, after, data, new)


def write(proposal: Proposal) -> FileResult:
    """Put the new bytes into the file, if there are any; what is to be said of the file then."""
    if proposal.new == proposal.old:
        return proposal.after
    try:
        write_file(proposal.after.path, proposal.new, proposal.old)
    except ChangedError as error:
        return proposal.before._replace(error=str(error))
    except OSError as error:
        return proposal.before._replace(error=f"改不了这个文件（{reason(error)}），内容没有动。")
    return proposal.after


def choose(findings: Iterable[Finding], text: str) -> list[Edit]:
    """The edits that can be made at once, in order of place: a finding's all together, and none that meets another's."""
    chosen: list[Edit] = []
    for finding in findings:
        edits = sorted(
            {e for e in finding.fix if text[e.span.start : e.span.end] != e.text}, key=lambda e: (e.span, e.text)
        )
        apart = all(one.span.end <= other.span.start and one.span != other.span for one, other in pairwise(edits))
        if edits and apart and not any(_meets(edit, chosen) for edit in edits):
            for edit in edits:
                chosen.insert(bisect_left(chosen, edit.span, key=lambda e: e.span), edit)
    return chosen


def in_file(findings: Iterable[Finding], source: Source) -> list[Edit]:
    """The edits that can be made at once, as `choose` has them, with the places that the file as decoded has."""
    return choose((as_written(finding, source) for finding in findings if _writable(finding, source)), source.raw)


def apply(text: str, edits: Iterable[Edit]) -> str:
    """The text with edits made that are in order of place and do not overlap."""
    pieces, end = [], 0
    for edit in edits:
        pieces += [text[end : edit.span.start], edit.text]
        end = edit.span.end
    return "".join([*pieces, text[end:]])


def _meets(edit: Edit, chosen: list[Edit]) -> bool:
    """Does it touch one of the edits, which are in order? What touches waits: the one may change what the other is for."""
    at = bisect_left(chosen, edit.span, key=lambda e: e.span)
    return any(
        edit.span.start <= other.span.end and other.span.start <= edit.span.end
        for other in chosen[max(0, at - 1) : at + 1]
    )


def _fixed(file: File, data: bytes, before: FileResult, asked: Asked) -> tuple[FileResult, bytes]:
    """What remains, and the bytes without the rest. Raises FixError."""
    if before.report is None:
        return before, data
    result, count = before, 0
    for _ in range(ROUNDS + 1):  # the last one sees that nothing is left
        if result.report is None:
            raise FixError(
                f"修改以后的文字不能再检查（{result.error}），没有改动文件。请把这份草稿报告给 reportlint 的维护者。"
            )
        source = result.report.source
        edits = in_file(result.findings, source)
        if edits and source.form not in WRITTEN:
            raise FixError(
                "只有纯文本和 Markdown 能直接改。Word 文件请用 reportlint review 生成带批注的副本，再逐处改。"
            )
        if not edits:
            return result._replace(fixed=count), data
        count += len(edits)
        data = _encode(data, source, source.raw, apply(source.raw, edits))
        result = lint_bytes(file, data, asked)
    names = "、".join(sorted({finding.check for finding in result.findings if finding.fix}))
    raise FixError(
        f"改了 {ROUNDS} 轮仍有可改之处（{names} 的改法互相牵动），没有改动文件。请用 --ignore 略去其中一项再试。"
    )


def _writable(finding: Finding, source: Source) -> bool:
    """Do the words that its fix replaces stand in the file as they stand in the text, with no markup among them?"""
    return all(source.is_plain(edit.span) for edit in finding.fix)


def as_written(finding: Finding, source: Source) -> Finding:
    """The finding with the places of its fix as the file has them."""
    edits = tuple(edit._replace(span=source.raw_span(edit.span)) for edit in finding.edits)
    return finding._replace(span=source.raw_span(finding.span), edits=edits)


def _encode(data: bytes, source: Source, old: str, text: str) -> bytes:
    """The new text as the old one was written to ``data``. Raises FixError where that would lose a byte of the rest."""
    try:
        faithful = source.bom + old.encode(source.encoding) == data
        new = source.bom + text.encode(source.encoding)
        if not faithful or decode(new, source.path).text != text:
            raise FixError("这个文件不能逐字节原样写回，没有改动。请另存为纯文本（UTF-8）后再试。")
    except UnicodeEncodeError as error:
        char = f"U+{ord(error.object[error.start]):04X}"
        raise FixError(f"改成的文字里有 {source.encoding} 编码写不了的字符（{char}），没有改动文件。") from error
    except UnreadableError as error:
        raise FixError(f"改完的文字不能再检查（{error}），没有改动文件。") from error
    return new
