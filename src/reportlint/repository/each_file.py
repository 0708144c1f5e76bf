"""Each file of a run: not to be read, known from an earlier run, or linted. Loading what lints takes longer than a known file."""

from __future__ import annotations

from reportlint.document.source import UnreadableError
from reportlint.repository.asked import Asked
from reportlint.repository.file_result import FileResult
from reportlint.repository.files import File
from reportlint.repository.kept_results import KeptResults
from reportlint.repository.search import Unusable


def lint_file(file: File | Unusable, asked: Asked, kept: KeptResults | None = None) -> FileResult:
    """Read a file and lint it. kept: where its result may be, or is to be, kept."""
    if unread := not_to_read(file):
        return unread
    assert isinstance(file, File)
    try:
        data = file.read()
    except UnreadableError as error:
        return FileResult(file.path, error=str(error))
    if kept and not asked.whole and (known := kept.recall(file, data)):
        return known
    from reportlint.repository.one_file import lint_bytes

    result = lint_bytes(file, data, asked)
    if kept:
        kept.keep(file, data, result)
    return result if asked.whole else result._replace(report=None)


def known_file(file: File | Unusable, asked: Asked, kept: KeptResults) -> FileResult | None:
    """The result of a file that need not be linted; None of one that must be."""
    if unread := not_to_read(file):
        return unread
    assert isinstance(file, File)
    try:
        return None if asked.whole else kept.recall(file, file.read())
    except UnreadableError as error:
        return FileResult(file.path, error=str(error))


def not_to_read(file: File | Unusable) -> FileResult | None:
    """What is said of a file that is not to be read; None of one that is."""
    if isinstance(file, Unusable):
        if file.passed_over:
            return FileResult(file.path, passed_over=file.error)
        return FileResult(file.path, error=file.error)
    return FileResult(file.path, excluded=True) if file.excluded else None


def lost_file(file: File | Unusable) -> FileResult:
    """What stands for a file whose process died."""
    return FileResult(file.path, error="检查这份文件的进程意外结束（可能是内存不够）。请加 --jobs 1 再试。")
