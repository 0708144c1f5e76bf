"""Last year's reports: a file, or a folder of which the one of the same issuer is taken."""

from __future__ import annotations

from collections.abc import Callable

from reportlint.document.source import UnreadableError
from reportlint.errors import UserError
from reportlint.linting.config import Config
from reportlint.report import Report, read
from reportlint.repository.files import find_files
from reportlint.repository.search import Unusable


class PreviousError(UserError):
    """--previous leads to no usable report; ``str(error)`` says which, and what to do."""


def load_previous(path: str, tell: Callable[[str], None] = lambda said: None) -> list[Report]:
    """The reports at a path. tell: takes a sentence for each file of a folder that could not be read.

    Raises PreviousError where a named file cannot be read, or a folder holds no report.
    """
    reports = []
    for file in find_files([path], Config()):
        if isinstance(file, Unusable):
            if file.path == path:
                raise PreviousError(f"--previous {path}：{file.error}")
            tell(f"--previous {file.path}：{file.error.rstrip('。')}，没有用来比较。")
            continue
        try:
            report = read(file.read(), file.path)
        except UnreadableError as error:
            if not file.searched:
                raise PreviousError(f"--previous {path}：{error}") from error
            tell(f"--previous {file.path}：{error}这份没有用来比较。")
            continue
        if not file.searched or report.outline.is_report:
            reports.append(report)
    if not reports:
        raise PreviousError(f"--previous {path}：文件夹里没有年度报告。请检查路径。")
    return reports
