"""A draft of any kind to its review copy: a Word file with the findings as comments."""

from __future__ import annotations

from reportlint.readers import form_of
from reportlint.repository.asked import Asked
from reportlint.repository.file_result import FileResult
from reportlint.repository.files import File
from reportlint.repository.one_file import lint_bytes


def review_copy(file: File, data: bytes, asked: Asked, changes: bool = False) -> tuple[FileResult, bytes | None]:
    """What is to be said of a draft, and its copy; None where it could not be linted.

    changes: with the fixes as tracked changes. Raises UnreadableError where it can take no comments.
    """
    form = form_of(data, file.path)
    if form == "office":
        from reportlint.readers import office

        data, form = office.convert(data), "docx"
    result = lint_bytes(file, data, asked)
    if result.report is None:
        return result, None
    from reportlint.reporters import docx

    word = data if form == "docx" else docx.from_text(result.report)
    return result, docx.commented(word, result.report, result.findings, changes)
