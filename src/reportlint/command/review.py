"""`reportlint review`: a copy of the draft as a Word file, with the findings as comments."""

from __future__ import annotations

import os

from reportlint.command import output as out
from reportlint.command.drafts import found_files, given, last_years
from reportlint.command.output import OutputError, check_output
from reportlint.command.tell import show
from reportlint.document.source import UnreadableError
from reportlint.errors import UsageError, reason
from reportlint.reporters.review_copy import review_copy
from reportlint.repository.asked import Asked
from reportlint.repository.each_file import not_to_read
from reportlint.repository.file_result import FileResult
from reportlint.repository.files import File
from reportlint.repository.run import with_stale_waivers
from reportlint.repository.safe_write import ChangedError, present, write_file
from reportlint.repository.search import Unusable


def review(
    file: str,
    *,
    output: str,
    force: bool = False,
    changes: bool = False,
    select: str = "",
    ignore: str = "",
    previous: str | None = None,
    issuer_kind: str | None = None,
    config: str | None = None,
    kind: str | None = None,
) -> int:
    """Write the copy; 0, or 2 where it could not be done. force: in place of an earlier one. changes: with the fixes as
    tracked changes. Raises UserError.
    """
    if os.path.isdir(file):
        raise UsageError("review 一次写一份副本，请写出一个文件。")
    before = _replaceable(output, [file, *given(previous, config)], force)
    asked = Asked(kind, issuer_kind, last_years(previous))
    files = found_files([file], config, select, ignore)
    count, failed = 0, False
    for result in with_stale_waivers(files, (_copied(draft, asked, output, before, changes) for draft in files), asked):
        out.complain(result)
        failed |= result.failed or result.excluded
        count += 0 if result.settings else len(result.findings)
    if not failed:
        show(f"写好了 {output}：{count} 条批注。")
    return 2 if failed else 0


def _copied(file: File | Unusable, asked: Asked, path: str, before: bytes | None, changes: bool) -> FileResult:
    """Lint the draft and write the copy; what is to be said of the draft. What failed is the result's error."""
    if unread := not_to_read(file):
        return unread
    assert isinstance(file, File)
    result = FileResult(file.path)
    try:
        result, copy = review_copy(file, file.read(), asked, changes)
        if copy is not None:
            write_file(path, copy, before)
    except UnreadableError as error:
        return result._replace(error=str(error))
    except ChangedError as error:
        return result._replace(error=f"{path}：{error}")
    except OSError as error:
        return result._replace(error=f"写不了 {path}（{reason(error)}）。请检查权限，或是否正在 Word 里打开。")
    return result


def _replaceable(path: str, kept: list[str], force: bool) -> bytes | None:
    """What stands where the copy is to go, and may go; None for nothing. Raises OutputError."""
    check_output(path, kept, "-o")
    if not path.lower().endswith(".docx"):
        raise OutputError(f"副本是 Word 文件，文件名要以 .docx 结尾，现为 {path}。请改一下 -o。")
    try:
        data = present(path)
    except OSError as error:
        raise OutputError(f"{path} 已有，读不了（{reason(error)}）。请换一个文件名。") from error
    if data and not force:
        raise OutputError(f"已经有 {path}，里面可能有别人的批注，没有覆盖。请换一个文件名；确实要换掉它，加 --force。")
    return data
