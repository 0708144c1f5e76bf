"""Last year's reports: a file, or a folder of which the one of the same issuer is taken."""

from __future__ import annotations

from reportlint.document.source import UnreadableError
from reportlint.errors import UserError
from reportlint.lint.config import Config
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


def with_previous(report: Report, candidates: list[Report]) -> Report:
    """The report with that of the year before; the only candidate, else the latest earlier one of the same issuer."""
    chosen = candidates if len(candidates) == 1 else [c for c in candidates if _precedes(c, report)]
    latest = max(chosen, key=lambda candidate: candidate.outline.year or 0, default=None)
    return report._replace(previous=latest)


def _precedes(candidate: Report, report: Report) -> bool:
    ours, theirs = report.outline.title, candidate.outline.title
    if ours is None or theirs is None or not ours.issuer or ours.issuer != theirs.issuer:
        return False
    return (candidate.outline.year or 0) < (report.outline.year or 9999)
