"""Last year's reports: a file, or a folder of which the one of the same issuer is taken."""

from __future__ import annotations

from reportlint.document.source import UnreadableError
from reportlint.errors import UserError
from reportlint.linting.config import Config
from reportlint.report import Report, read
from reportlint.repository.files import Unusable, find_files


class PreviousError(UserError):
    """--previous leads to no usable report; ``str(error)`` says which, and what to do."""


def load_previous(path: str) -> list[Report]:
    """The reports at a path. Raises PreviousError where a named file cannot be read, or a folder holds no report."""
    reports = []
    for file in find_files([path], Config()):
        if isinstance(file, Unusable):
            raise PreviousError(f"--previous {path}：{file.error}")
        try:
            report = read(file.read(), file.path)
        except UnreadableError as error:
            if file.searched:
                continue
            raise PreviousError(f"--previous {path}：{error}") from error
        if not file.searched or report.outline.is_report:
            reports.append(report)
    if not reports:
        raise PreviousError(f"--previous {path}：文件夹里没有年度报告。请检查路径。")
    return reports
